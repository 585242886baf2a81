#pragma once
// What became of a unit: from any unit as it stood at the end of a day to the units of another day, forwards and
// backwards. Pure: it knows dates, units and parts, neither store nor figures.
//
// A change of units is one shape, a list of parts: so much of one unit goes into one unit. Renamed or moved: the whole
// into one new unit. Merged: the wholes of several into one. Split: pieces of one into several. Created: out of nothing;
// abolished: into nothing. A unit that goes on with more or less than before is listed as a part of itself.
#include <boost/describe.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/date.hpp"

namespace giaoban::units {

/// Exact, however long the chain of changes is.
using Ratio = boost::multiprecision::cpp_rational;

/// What a part's weight counts. `none`: a whole unit whose size was not stated.
enum class Basis { none, area, population, own };
BOOST_DESCRIBE_ENUM(Basis, none, area, population, own)

/// Number of a unit.
using UnitId = int64_t;

/// numerator / denominator of `from` goes into `to`, both counted in `basis` (12 400 of 31 000 people).
struct Part {
  std::optional<UnitId> from;  ///< nothing: created
  std::optional<UnitId> to;    ///< nothing: abolished
  Basis basis = Basis::none;
  int64_t numerator = 1, denominator = 1;
  Ratio share() const { return {numerator, denominator}; }
};

struct Act {
  Date effective;  ///< first day of the new state
  std::vector<Part> parts;
};

struct Share {
  UnitId unit = 0;
  Ratio ratio;           ///< above 0, at most 1
  bool unknown = false;  ///< going back through a merger whose parts' sizes were not stated: divided evenly
  /// A weight decides: the unit's figure is divided. A whole unit is exact, through however many mergers.
  bool estimated() const { return ratio != 1; }
};

struct Shares {
  std::vector<Share> shares;  // in order of their unit's number
  Ratio lost;                 ///< abolished, or not yet there; with the shares it makes exactly 1
};

class Succession {
 public:
  Succession() = default;
  /// Acts in the order in which they take effect; those of one day in the order given.
  explicit Succession(std::vector<Act> acts);

  /// What `unit`, as it stood at the end of `from`, makes of the units as they stand at the end of `to`.
  Shares shares(UnitId unit, Date from, Date to) const;

  /// Days on which something changed, in order, each once.
  const std::vector<Date>& days() const { return days_; }
  std::vector<std::reference_wrapper<const Act>> acts() const;
  /// Which of the times between changes a day is in: 0 before the first. Shares are the same within one.
  size_t era(Date day) const;

 private:
  using Mass = std::unordered_map<UnitId, Share>;
  struct Step {
    Act act;
    std::unordered_map<UnitId, std::vector<size_t>> out, in;  // unit → its parts
  };
  static void forwards(const Step& step, Mass& mass, Ratio& lost);
  static void backwards(const Step& step, Mass& mass, Ratio& lost);

  std::vector<Step> steps_;
  std::vector<Date> days_;
};

}  // namespace giaoban::units
