#pragma once
// The demo city's second part, read strictly: demo/mong-cai/*-2025.json.
#include <filesystem>

#include "app/demo_files.hpp"
#include "figures/define.hpp"
#include "units/acts.hpp"

namespace giaoban::demo {

struct DefinitionLine {
  Date on;
  figures::Indicator indicator;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(DefinitionLine, (), (on, indicator, reason))

/// A form that the Office gave back.
struct ReturnedLine {
  std::string unit;
  Month month;
  Date on;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnedLine, (), (unit, month, on, reason))

struct Reorganised {
  Text about;
  Date effective, recorded;
  std::vector<units::ActLine> acts;
};
BOOST_DESCRIBE_STRUCT(Reorganised, (), (about, effective, recorded, acts))

struct Later {
  Text about;
  Reorganised reorganised;
  std::vector<SeatLine> seats;
  std::vector<DefinitionLine> definitions;
  std::vector<figures::Entry> figures;  // in the order in which they became known
  std::vector<figures::PlanLine> plans;
  std::vector<ReturnedLine> returned;
};

/// `city`: the indicators that there were before.
Outcome<Later> load_later(const std::filesystem::path& directory, const City& city);

}  // namespace giaoban::demo
