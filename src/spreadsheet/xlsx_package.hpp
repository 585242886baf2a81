#pragma once
// The parts of a workbook, out of a zip file that nobody has vouched for.
#include <functional>
#include <memory>
#include <string_view>

#include "base/outcome.hpp"
#include "spreadsheet/limits.hpp"

namespace giaoban::spreadsheet {

/// Nothing is written to disk, no name leads out of the file; what a part claims to weigh is not believed.
class Package {
 public:
  /// `bytes` stay the caller's and must outlive the package.
  static Outcome<Package> open(std::string_view bytes, const Limits& limits);
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  bool has(const std::string& part) const;
  /// Hands the part over piece by piece until its end or until `take` gives false. A problem when it is damaged or
  /// goes beyond a limit; what was handed over by then is to be thrown away.
  Outcome<bool> read(const std::string& part, const std::function<bool(std::string_view)>& take);

 private:
  struct Impl;
  explicit Package(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaoban::spreadsheet
