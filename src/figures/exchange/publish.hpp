#pragma once
// Figures out, in the formats that others read. Codes are the catalogue's; a value is what its unit gave.
#include "base/date.hpp"
#include "figures/indicator.hpp"

namespace giaoban::figures::exchange {

struct Observation {
  size_t indicator = 0, unit = 0;  ///< places in Publication's lists
  Month month;
  Decimal value;
  State state = State::official;
  Instant known;
};

struct Coded {
  std::string code;
  Text name, unit_of_measure;
};

struct Publication {
  std::vector<Coded> indicators, units;
  std::vector<Observation> observations;  ///< in order of indicator, unit, month
  Instant prepared;
  Text about;
};

/// indicator,unit,month,value,state,known: UTF-8 with its mark, so that Excel shows the letters.
std::string as_csv(const Publication& p);
/// The same as a workbook, with names beside the codes.
std::string as_workbook(const Publication& p, Language language);
/// SDMX-CSV 2.0: dimensions FREQ, INDICATOR, REF_AREA, TIME_PERIOD.
std::string as_sdmx_csv(const Publication& p);
/// SDMX-JSON data message 2.0.0, time series.
std::string as_sdmx_json(const Publication& p);
/// DHIS2 dataValueSets.
std::string as_dhis2(const Publication& p);

struct Format {
  const char *name, *ending, *type;
  std::string (*write)(const Publication&, Language);
};
/// csv, xlsx, sdmx-csv, sdmx-json, dhis2; null for any other.
const Format* format_of(std::string_view name);

}  // namespace giaoban::figures::exchange
