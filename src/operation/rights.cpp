#include "operation/rights.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/json.hpp"

namespace giaoban {
namespace {
struct RightsFile {
  std::string source;
  std::map<std::string, std::vector<Office>> rights;
};
BOOST_DESCRIBE_STRUCT(RightsFile, (), (source, rights))
}  // namespace

Rights Rights::load(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  auto file = json::read_text<RightsFile>(text.str());
  if (!file) throw std::runtime_error(path + ": " + json::text_of_problem(file.error()));
  Rights out;
  for (auto& [name, offices] : file->rights) {
    Right right;
    if (!boost::describe::enum_from_string(name.c_str(), right)) throw std::runtime_error(path + ": unknown right " + name);
    out.offices_[right].insert(offices.begin(), offices.end());
  }
  return out;
}

bool Rights::holds(Office office, Right right) const {
  if (right == Right::open || right == Right::demo || right == Right::signed_in) return true;
  auto it = offices_.find(right);
  return it != offices_.end() && it->second.contains(office);
}

std::vector<Right> Rights::of(Office office) const {
  std::vector<Right> out;
  for (auto& [right, offices] : offices_)
    if (offices.contains(office)) out.push_back(right);
  return out;
}

}  // namespace giaoban
