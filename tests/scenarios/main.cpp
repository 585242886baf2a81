// Runs the scenarios: giaoban_scenarios [--rebaseline] [NOUN | NOUN/FILE.test]…
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/installation.hpp"
#include "scenarios/play.hpp"
#include "support/database.hpp"

namespace fs = std::filesystem;
using namespace giaoban;
using namespace giaoban::scenarios;

namespace {

std::string read_file(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> chosen(const fs::path& folder, const std::vector<std::string>& wanted) {
  std::vector<std::string> out;
  for (auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".test") continue;
    auto name = fs::relative(entry.path(), folder).string();
    auto asked = [&](const std::string& w) { return name == w || name.starts_with(w + "/"); };
    if (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), asked)) out.push_back(name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// The last lines first, so that those before keep their numbers.
void rewrite(const fs::path& folder, const std::map<std::string, std::map<size_t, Correction>>& corrections) {
  for (auto& [file, by_line] : corrections) {
    std::vector<std::string> lines;
    std::istringstream in(read_file(folder / file));
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    for (auto it = by_line.rbegin(); it != by_line.rend(); ++it) {
      auto& c = it->second;
      auto at = lines.erase(lines.begin() + static_cast<long>(c.first) - 1, lines.begin() + static_cast<long>(c.last));
      lines.insert(at, c.lines.begin(), c.lines.end());
    }
    std::ofstream out(folder / file);
    for (auto& line : lines) out << line << "\n";
    std::cout << "rewritten: " << file << " (" << by_line.size() << " places)\n";
  }
}

struct Tally {
  int passed = 0, failed = 0;
  std::map<std::string, std::map<size_t, Correction>> corrections;
};

void run(const fs::path& folder, const Script& script, const Scenario& scenario, Tally& tally) {
  auto urls = db::test_urls();
  for (auto& url : urls) {
    auto store = url.substr(0, url.find(':'));
    bool good = true;
    auto say = [&](const std::string& what) {
      if (good) std::cout << "FAILED on " << store << ": " << script.file << ": " << scenario.title << "\n";
      good = false;
      std::cout << "  " << what << "\n";
    };
    try {
      Body body(url);
      Play play(body, folder.string());
      play.run(script.file, script.background);
      play.run(script.file, scenario.steps);
      for (auto& m : play.mismatches()) say("scenarios/" + m.place.str() + "\n    expected: " + m.expected + "\n    found:    " + m.found);
      for (auto& c : play.corrections()) tally.corrections[c.file].emplace(c.first, c);
    } catch (const std::exception& e) {
      say(e.what());
    }
    ++(good ? tally.passed : tally.failed);
  }
}

/// doctest's checks inside the body fail a scenario, not the run.
void throw_what_failed(const doctest::AssertData& ad) {
  if (ad.m_failed) throw std::runtime_error(std::string(ad.m_expr) + " does not hold, at " + ad.m_file + ":" + std::to_string(ad.m_line));
}

}  // namespace

int main(int argc, char** argv) {
  doctest::Context asserts;
  asserts.setAsDefaultForAssertsOutOfTestCases();
  asserts.setAssertHandler(&throw_what_failed);
  std::vector<std::string> wanted(argv + 1, argv + argc);
  auto rebaseline = std::erase(wanted, "--rebaseline") > 0;
  auto folder = installation() / "scenarios";
  Tally tally;
  for (auto& name : chosen(folder, wanted)) {
    try {
      auto script = read_script(name, read_file(folder / name));
      for (auto& scenario : script.scenarios) run(folder, script, scenario, tally);
    } catch (const std::exception& e) {
      std::cout << "UNREADABLE scenarios/" << e.what() << "\n";
      ++tally.failed;
    }
  }
  if (rebaseline) rewrite(folder, tally.corrections);
  std::cout << tally.passed << " passed, " << tally.failed << " failed\n";
  if (tally.passed + tally.failed == 0) std::cout << "no such scenarios under " << folder.string() << "\n";
  return tally.failed == 0 && tally.passed > 0 ? 0 : 1;
}
