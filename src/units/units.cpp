#include "units/units.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace giaoban::units {
namespace {

const std::string columns = "id, code, name_vi, name_en, short_vi, short_en, kind, parent, place_vi, place_en, notation, position";

struct UnitList {
  std::vector<Unit> units;
};
BOOST_DESCRIBE_STRUCT(UnitList, (), (units))

Outcome<UnitList> list(Context& context, const Nothing&) { return UnitList{all(context.tx)}; }

}  // namespace

std::vector<db::Migration> migrations() {
  return {{"units.1", R"(
    create table unit (
      id {id}, code text not null unique, name_vi text not null, name_en text not null, short_vi text not null,
      short_en text not null, kind text not null, parent bigint references unit(id),
      place_vi text not null, place_en text not null, notation text not null, position bigint not null);
  )"}};
}

void declare(Catalogue& catalogue) {
  catalogue.read({.name = "units.list", .right = Right::signed_in, .summary = {"Cây đơn vị", "The tree of units"}}, &list);
}

std::vector<Unit> all(db::Transaction& tx) {
  return tx.query<Unit>("select " + columns + " from unit order by position, id");
}
std::optional<Unit> find(db::Transaction& tx, int64_t id) { return tx.one<Unit>("select " + columns + " from unit where id = ?", id); }
std::optional<Unit> by_code(db::Transaction& tx, const std::string& code) {
  return tx.one<Unit>("select " + columns + " from unit where code = ?", code);
}
UnitRef ref(db::Transaction& tx, int64_t id) {
  auto unit = find(tx, id);
  if (!unit) throw std::logic_error(fmt::format("no unit {}", id));
  return {unit->id, unit->code, unit->short_name};
}
Unit body(db::Transaction& tx) {
  auto unit = tx.one<Unit>("select " + columns + " from unit where parent is null order by id");
  if (!unit) throw std::logic_error("the tree of units has no root");
  return *unit;
}

bool is_within(db::Transaction& tx, int64_t above, int64_t unit) {
  // The tree is a few levels deep; a loop in it would be a broken invariant, so the walk is bounded.
  for (int level = 0; level < 16; ++level) {
    if (unit == above) return true;
    auto up = tx.one_value<int64_t>("select parent from unit where id = ? and parent is not null", unit);
    if (!up) return false;
    unit = *up;
  }
  throw std::logic_error("the tree of units has a loop");
}

bool may_act_for(Context& context, int64_t unit) {
  switch (context.actor.office) {
    case Office::chair:
    case Office::vice_chair:
    case Office::head_of_office:
    case Office::office_clerk: return true;
    default: return is_within(context.tx, context.actor.unit, unit);
  }
}

int64_t add(db::Transaction& tx, const Unit& u) {
  return tx.insert(
      "insert into unit(code, name_vi, name_en, short_vi, short_en, kind, parent, place_vi, place_en, notation, "
      "position) values (?,?,?,?,?,?,?,?,?,?,?) returning id",
      u.code, u.name, u.short_name, u.kind, u.parent, u.place, u.notation, u.position);
}

}  // namespace giaoban::units
