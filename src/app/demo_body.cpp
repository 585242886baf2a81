#include "app/demo_body.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "access/access.hpp"
#include "base/json.hpp"
#include "units/units.hpp"

namespace giaoban::app {
namespace {

struct UnitEntry {
  std::string code;
  Text name, short_name, place;
  units::UnitKind kind = units::UnitKind::department;
  std::optional<std::string> parent;
  std::string notation;
};
BOOST_DESCRIBE_STRUCT(UnitEntry, (), (code, name, short_name, place, kind, parent, notation))
struct UnitsFile {
  Text about;
  std::vector<UnitEntry> units;
};
BOOST_DESCRIBE_STRUCT(UnitsFile, (), (about, units))
struct SeatEntry {
  Office office = Office::unit_clerk;
  std::string unit;
  Text title;
  std::string account;
  bool member = false;
};
BOOST_DESCRIBE_STRUCT(SeatEntry, (), (office, unit, title, account, member))
struct SeatsFile {
  Text about;
  std::vector<SeatEntry> seats;
};
BOOST_DESCRIBE_STRUCT(SeatsFile, (), (about, seats))

template <class T>
T read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("Cannot read " + path.string());
  auto file = json::read_text<T>(text.str());
  if (!file) throw std::runtime_error(path.string() + ": " + json::text_of_problem(file.error()));
  return std::move(*file);
}

}  // namespace

void load_body(db::Transaction& tx, const std::filesystem::path& folder) {
  std::map<std::string, int64_t> ids;
  int64_t position = 0;
  for (auto& u : read_file<UnitsFile>(folder / "units.json").units) {
    std::optional<int64_t> parent;
    if (u.parent) parent = ids.at(*u.parent);
    ids[u.code] = units::add(tx, {0, u.code, u.name, u.short_name, u.kind, parent, u.place, u.notation, ++position});
  }
  for (auto& s : read_file<SeatsFile>(folder / "seats.json").seats) {
    auto seat = access::add_seat(tx, {0, s.office, ids.at(s.unit), s.title, s.member});
    access::add_account(tx, s.account, seat, {});
  }
}

}  // namespace giaoban::app
