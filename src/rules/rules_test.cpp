#include "base/installation.hpp"
#include "rules/rules.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>

#include "rules/data_file.hpp"

using namespace giaoban;
using namespace giaoban::rules;
namespace fs = std::filesystem;

namespace {

const fs::path project_rules = (installation() / "rules");

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A copy of the rules in which one file is changed.
struct Copy {
  fs::path directory;
  Copy()
      : directory(fs::temp_directory_path() /
                  fmt::format("giaoban-rules-{}", static_cast<const void*>(this))) {
    fs::create_directories(directory);
    fs::copy(project_rules, directory, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  }
  ~Copy() { fs::remove_all(directory); }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(directory / name, std::ios::binary) << text;
  }
  void replace(const std::string& name, std::string_view what, std::string_view with) {
    auto text = slurp(directory / name);
    auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    write(name, text.replace(at, what.size(), with));
  }
};

std::string faults_of(const fs::path& directory) {
  auto rules = Rules::load(directory);
  if (rules) return "none";
  std::string out;
  for (auto& f : rules.error().fields) out += f.pointer + ": " + f.message.en + "\n";
  return out;
}

}  // namespace

TEST_CASE("rules: the project's own load, and the version follows the day") {
  auto rules = Rules::load(project_rules);
  REQUIRE(rules);
  CHECK(rules->deadlines.invitation.on(Date::of(2021, 5, 6)).value.count == 3);
  CHECK(rules->deadlines.written_conclusion.on(Date::of(2021, 5, 6)).applied() ==
        Applied{"written-conclusion", 1});
  CHECK(rules->quorum.decision_majority.on(Date::of(2021, 5, 6)).version == 1);
  CHECK(rules->quorum.decision_majority.on(Date::of(2026, 1, 1)).version == 3);
  CHECK(rules->quorum.decision_majority.on(Date::of(1990, 1, 1)).version == 1);
  CHECK(rules->holidays.years.size() == 9);
  CHECK(rules->wording.on(Date::of(2021, 5, 6)).value.times_from == Decimal{2, 0});
}

TEST_CASE("rules: shares of members") {
  CHECK(Fraction{2, 3, false, ""}.least(19) == 13);
  CHECK(Fraction{2, 3, false, ""}.least(18) == 12);
  CHECK(Fraction{1, 2, true, ""}.least(16) == 9);
  CHECK(Fraction{1, 2, true, ""}.least(19) == 10);
  CHECK(Fraction{1, 3, false, ""}.least(16) == 6);
}

TEST_CASE("rules: document numbers") {
  auto rules = *Rules::load(project_rules);
  auto& number = rules.numbering.document_number.on(Date::of(2021, 5, 11)).value;
  CHECK(number.written(96, "TB", "VP") == "96/TB-VP");
  CHECK(number.written(5, "QĐ", "UBND") == "05/QĐ-UBND");
  CHECK(number.written(12, "", "UBND", "VX") == "12/UBND-VX");
  CHECK(rules.numbering.document_types.on(Date::of(2021, 5, 11)).value.find("TB")->name.vi == "Thông báo");
}

TEST_CASE("rules: a fault is named with its file, line and pointer") {
  Copy copy;
  copy.replace("deadlines.json", "\"count\": 3", "\"count\": \"three\"");
  copy.replace("holidays.json", "2021-04-21", "2021-04-31");
  copy.replace("quorum.json", "\"version\": 2", "\"version\": 7");
  auto faults = faults_of(copy.directory);
  CAPTURE(faults);
  CHECK(faults.find("deadlines.json:12 /rules/0/value/count: ") != std::string::npos);
  CHECK(faults.find("holidays.json:") != std::string::npos);
  CHECK(faults.find("/value/days/8/date: ") != std::string::npos);
  CHECK(faults.find("/rules/1/version: ") != std::string::npos);
}

TEST_CASE("rules: gaps in time, missing rules, unknown rules, missing files and broken syntax are refused") {
  {
    Copy copy;
    copy.replace("quorum.json", "2025-02-28", "2025-02-27");
    CHECK(faults_of(copy.directory).find("/rules/1/effective_from") != std::string::npos);
  }
  {
    Copy copy;
    copy.replace("wording.json", "\"id\": \"wording\"", "\"id\": \"wordings\"");
    auto faults = faults_of(copy.directory);
    CHECK(faults.find("“wording” is missing") != std::string::npos);
    CHECK(faults.find("/rules/0/id") != std::string::npos);
  }
  {
    Copy copy;
    fs::remove(copy.directory / "numbering.json");
    CHECK(faults_of(copy.directory).find("numbering.json: No such file") != std::string::npos);
  }
  {
    Copy copy;
    copy.replace("wording.json", "\"decimals\": 1,", "\"decimals\": 1,,");
    auto faults = faults_of(copy.directory);
    CAPTURE(faults);
    CHECK(faults.find("wording.json: Not valid JSON at line") != std::string::npos);
  }
}

TEST_CASE("rules: whatever is done to a file, loading answers and never crashes") {
  Copy copy;
  std::vector<std::string> names = {"holidays.json", "deadlines.json", "quorum.json", "numbering.json",
                                    "wording.json"};
  CHECK(rc::check("damaged rules", [&] {
    auto name = *rc::gen::elementOf(names);
    auto text = slurp(project_rules / name);
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      auto at = static_cast<size_t>(*rc::gen::inRange<int>(0, static_cast<int>(text.size())));
      switch (*rc::gen::inRange(0, 3)) {
        case 0:
          text[at] = *rc::gen::elementOf(std::string("{}[],:\"\\0-9e \n\x01\xff"));
          break;
        case 1:
          text.erase(at, static_cast<size_t>(*rc::gen::inRange(1, 40)));
          break;
        default:
          text.insert(at, *rc::gen::elementOf(
                              std::vector<std::string>{"{", "}", "\"", ",", "null", "\\u0000", "1e9"}));
      }
      if (text.empty()) text = " ";
    }
    copy.write(name, text);
    auto rules = Rules::load(copy.directory);
    if (!rules) {
      RC_ASSERT(!rules.error().fields.empty());
      for (auto& f : rules.error().fields) RC_ASSERT(f.pointer.starts_with(name));
    }
    copy.write(name, slurp(project_rules / name));
  }));
}

TEST_CASE("lines: the line of a pointer is the line of its value") {
  std::string text = "{\n \"a\": [1,\n  {\"b~/\": \"x\\\"]\",\n   \"c\": null}],\n \"d\": 2\n}";
  CHECK(line_of(text, "") == 1);
  CHECK(line_of(text, "/a") == 2);
  CHECK(line_of(text, "/a/1") == 3);
  CHECK(line_of(text, "/a/1/b~0~1") == 3);
  CHECK(line_of(text, "/a/1/c") == 4);
  CHECK(line_of(text, "/d") == 5);
  CHECK(line_of(text, "/a/1/none") == 3);
}
