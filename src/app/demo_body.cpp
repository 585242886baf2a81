#include "app/demo_body.hpp"

#include <map>
#include <stdexcept>

#include "access/access.hpp"
#include "units/units.hpp"

namespace giaoban::app {
namespace {

template <class E>
E named(const std::string& name) {
  E out;
  if (!boost::describe::enum_from_string(name.c_str(), out)) throw std::runtime_error("demo files: unknown name " + name);
  return out;
}

}  // namespace

void load_body(db::Transaction& tx, const demo::City& city) {
  std::map<std::string, int64_t> ids;
  int64_t position = 0;
  for (auto& u : city.units) {
    std::optional<int64_t> parent;
    if (u.parent) parent = ids.at(*u.parent);
    ids[u.code] = units::add(tx, {0, u.code, u.name, u.short_name, named<units::UnitKind>(u.kind), parent, u.place, u.notation, ++position});
  }
  add_seats(tx, city.seats);
}

void add_seats(db::Transaction& tx, const std::vector<demo::SeatLine>& seats) {
  std::map<std::string, int64_t> ids;
  for (auto& u : units::all(tx)) ids[u.code] = u.id;
  for (auto& s : seats) {
    auto seat = access::add_seat(tx, {0, named<Office>(s.office), ids.at(s.unit), s.title, s.member});
    access::add_account(tx, s.account, seat, {});
  }
}

}  // namespace giaoban::app
