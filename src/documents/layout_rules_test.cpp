#include "documents/layout_rules.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/installation.hpp"

namespace giaoban::documents {

namespace {

const std::filesystem::path project = installation() / "rules";

struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("layout-rules-" + std::to_string(getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  /// The project's own rules with one stretch of text replaced.
  void write(const std::string& from, const std::string& to) const {
    std::ifstream in(project / "document-layout.json");
    std::stringstream text;
    text << in.rdbuf();
    auto words = text.str();
    auto at = words.find(from);
    REQUIRE(at != std::string::npos);
    std::ofstream(path / "document-layout.json") << words.replace(at, from.size(), to);
  }
};

}  // namespace

TEST_CASE("the decree's paper") {
  auto versions = read_layout_rules(project);
  REQUIRE(versions);
  auto& rules = versions->front();
  CHECK(rules.source.vi.find("30/2020/NĐ-CP") != std::string::npos);
  CHECK(rules.paper.width == mm(210));
  CHECK(rules.paper.left == mm(30));
  CHECK(rules.paper.text_width() == mm(210) - mm(30) - mm(15));
  CHECK(rules.sizes.recipient == pt(11));
  CHECK(rules.first_line == Length{720});
  CHECK(layout_rules(Date::of(2019, 1, 1)).version == 1);  // before the first: the first
}

TEST_CASE("a length outside the decree's bounds is named with its line") {
  Folder folder;
  folder.write("\"left\": {\"value\": \"30mm\"", "\"left\": {\"value\": \"3mm\"");
  auto versions = read_layout_rules(folder.path);
  REQUIRE(!versions);
  REQUIRE(versions.error().fields.size() == 1);
  auto& pointer = versions.error().fields[0].pointer;
  CHECK(pointer.find("document-layout.json:17") != std::string::npos);
  CHECK(pointer.find("/rules/0/value/margins/left/value") != std::string::npos);
}

TEST_CASE("what is no length is named, and so is a missing file") {
  Folder folder;
  folder.write("\"12.7mm\"", "\"half an inch\"");
  CHECK(!read_layout_rules(folder.path));
  CHECK(!read_layout_rules(folder.path / "nowhere"));
  CHECK(!use_layout_rules(folder.path / "nowhere"));
}

TEST_CASE("every size of the decree's table lies within it by construction") {
  auto sheet = stylesheet(layout_rules(Date::of(2021, 5, 10)));
  CHECK(sheet.of(Style::nation).bold);
  CHECK(sheet.of(Style::nation).caps);
  CHECK(!sheet.of(Style::parent_body).bold);
  CHECK(sheet.of(Style::issuing_body).bold);
  CHECK(!sheet.of(Style::number).bold);
  CHECK(sheet.of(Style::place_date).italic);
  CHECK(sheet.of(Style::body).align == Align::justify);
  CHECK(sheet.of(Style::recipients_label).italic);
  CHECK(sheet.of(Style::recipients_label).bold);
  for (auto& look : sheet.looks)
    CHECK(look.line.twips * 100 >= look.size.twips * 115);  // never below single spacing
}

}  // namespace giaoban::documents
