#pragma once
#include <string>
#include <vector>

namespace giaoban::documents {

struct Part {
  std::string name;
  std::string bytes;
};
/// A zip file in memory. Carries no clock, no user and no machine: the same parts give the same bytes.
std::string package(const std::vector<Part>& parts);

}  // namespace giaoban::documents
