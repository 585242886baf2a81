#pragma once
// An indicator's definition, its versions and plans, as they cross the API.
#include "figures/store.hpp"

namespace giaoban::figures {

struct DefineRequest {
  Indicator indicator;
  std::optional<std::string> reason;  ///< why it is revised; needed when the code is known
};
BOOST_DESCRIBE_STRUCT(DefineRequest, (), (indicator, reason))

struct SetPlanRequest {
  std::string indicator, unit;
  int32_t year = 0;
  std::optional<int32_t> quarter;
  Decimal value;
  Text source;  ///< the decision that sets it
};
BOOST_DESCRIBE_STRUCT(SetPlanRequest, (), (indicator, unit, year, quarter, value, source))

struct IndicatorRequest {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(IndicatorRequest, (), (code))

struct IndicatorVersion {
  int32_t version = 1;
  Instant at;
  Text by;
  std::string reason;
  std::vector<std::string> changed;  ///< names of the fields that differ from the version before
};
BOOST_DESCRIBE_STRUCT(IndicatorVersion, (), (version, at, by, reason, changed))

struct PlanVersion {
  units::UnitRef unit;
  int32_t year = 0, quarter = 0;  ///< 0: the whole year
  int32_t version = 1;
  Decimal value;
  Date known;
  Text source;
};
BOOST_DESCRIBE_STRUCT(PlanVersion, (), (unit, year, quarter, version, value, known, source))

struct IndicatorPage {
  Indicator indicator;
  std::vector<units::UnitRef> reporters;     ///< in force today; every ward and commune is not listed
  std::vector<IndicatorRef> parts, used_by;  ///< that it is computed from, weighted by, broken down into; that name it
  std::vector<IndicatorVersion> versions;    ///< newest first; empty: as it was set up
  std::vector<PlanVersion> plans;            ///< newest first
  bool may_define = false;
};
BOOST_DESCRIBE_STRUCT(IndicatorPage, (), (indicator, reporters, parts, used_by, versions, plans, may_define))

Outcome<IndicatorPage> show_indicator(Context& context, const Tools& tools, const IndicatorRequest& request);
Outcome<IndicatorPage> define_indicator(Context& context, const Tools& tools, const DefineRequest& request);
Outcome<IndicatorPage> set_plan(Context& context, const Tools& tools, const SetPlanRequest& request);

/// The other indicators that a definition names.
std::vector<std::string> named_by(const Indicator& indicator);
/// What is wrong with a definition, beside the others as they stand.
void check_definition(const Indicator& indicator, const std::vector<IndicatorRow>& others, const std::vector<units::Unit>& units,
                      Faults& faults);
/// Parts of a named breakdown whose sum is not the whole, among the values of one unit: indicator → what is wrong.
std::map<std::string, Text> breakdown_faults(const std::vector<IndicatorRow>& indicators, const std::map<std::string, int64_t>& values);

}  // namespace giaoban::figures
