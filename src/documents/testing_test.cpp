#include "documents/testing.hpp"

#include <doctest/doctest.h>
#include <zip.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/installation.hpp"
#include "documents/samples.hpp"

namespace giaoban::documents {

std::vector<Part> unpacked(const std::string& bytes) {
  std::vector<Part> parts;
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  REQUIRE(source);
  auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  REQUIRE(archive);
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
    std::string content(stat.size, '\0');
    auto* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    REQUIRE(file);
    CHECK(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(content.size()));
    zip_fclose(file);
    parts.push_back({stat.name, std::move(content)});
  }
  zip_discard(archive);
  return parts;
}

std::string part_of(const std::string& bytes, const std::string& name) {
  for (auto& part : unpacked(bytes))
    if (part.name == name) return part.bytes;
  FAIL("no part ", name);
  return {};
}

void approve(const std::string& name, const std::string& text) {
  auto path = (installation() / "src" / "documents" / "approved" / name).string();
  if (std::getenv("GIAOBAN_APPROVE")) std::ofstream(path, std::ios::binary) << text;
  std::ifstream in(path, std::ios::binary);
  std::stringstream held;
  held << in.rdbuf();
  if (held.str() == text) return;
  std::ofstream(path + ".received", std::ios::binary) << text;
  FAIL("not as approved: compare ", path, " with its .received; GIAOBAN_APPROVE=1 approves");
}

NoticeInput hostile_notice() {
  auto n = samples::notice();
  std::string evil =
      "<w:t>&amp;\"'</w:t><script>alert(1)</script> ]]> \x01\x02\x1B[31m \u202Eđảo\u202C Tie\u0302\u0301ng "
      "\xFF\xC3 😀 \uFFFE";
  n.subject = evil;
  n.imprint.issuing_body = evil + std::string(300, 'W');
  n.imprint.place = evil;
  n.opening = {evil, std::string(5000, 'm'), "", "   ", "\n\n\n", "a\nb\tc"};
  Clause c;
  c.id = "\"><img src=x onerror=alert(1)>";
  c.lead = evil;
  c.text = evil;
  n.sections[0].clauses.push_back(c);
  n.sections[0].title = evil;
  n.distribution.to.push_back(evil);
  n.signing.lines.push_back(evil);
  return n;
}

NoticeInput long_notice(int clauses) {
  auto n = samples::notice();
  auto model = n.sections[1].clauses[0];
  n.sections[1].clauses.clear();
  for (int i = 0; i < clauses; ++i) {
    model.id = "c" + std::to_string(i);
    // Lengths differ, so that page ends fall everywhere in a paragraph.
    model.text = "lập danh sách";
    for (int k = 0; k < i % 17; ++k) model.text += " theo địa bàn, thu hồi nợ đọng thuế";
    n.sections[1].clauses.push_back(model);
  }
  return n;
}

}  // namespace giaoban::documents
