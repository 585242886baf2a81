#include "units/units.hpp"

#include <fmt/format.h>

#include "units/acts.hpp"

#include <stdexcept>

namespace giaoban::units {
namespace {

const std::string columns = "id, code, name_vi, name_en, short_vi, short_en, kind, parent, place_vi, place_en, notation, position, since, until";

struct UnitList {
  std::vector<Unit> units;
};
BOOST_DESCRIBE_STRUCT(UnitList, (), (units))

Outcome<UnitList> list(Context& context, const TreeRequest& request) {
  return UnitList{request.on ? in_force(context.tx, *request.on) : in_force(context)};
}

}  // namespace

std::vector<db::Migration> migrations() {
  return {{"units.1", R"(
    create table unit (
      id {id}, code text not null unique, name_vi text not null, name_en text not null, short_vi text not null,
      short_en text not null, kind text not null, parent bigint references unit(id),
      place_vi text not null, place_en text not null, notation text not null, position bigint not null);
  )"},
          // What was there before units had a time is there from the beginning and still is.
          {"units.2", R"(
    alter table unit add column since text;
    alter table unit add column until text;
    create table unit_change (
      id {id}, seq bigint not null, number text not null, title_vi text not null, title_en text not null,
      effective text not null, source_vi text not null, source_en text not null, at bigint not null, seat bigint not null);
    create table unit_part (
      id {id}, change bigint not null references unit_change(id), from_unit bigint references unit(id),
      to_unit bigint references unit(id), basis text not null, numerator bigint not null, denominator bigint not null);
    create index unit_part_change on unit_part(change);
  )"}};
}

void declare(Catalogue& catalogue, std::function<void(Context&)> reorganised) {
  catalogue.read({.name = "units.list", .summary = {"Các đơn vị đang hoạt động", "The units in force"}}, &list);
  catalogue.read({.name = "units.tree", .summary = {"Cây đơn vị tại một ngày", "The tree of units on a day"}}, &tree);
  catalogue.read({.name = "units.changes", .summary = {"Các lần sắp xếp đơn vị", "The acts that changed units"}},
                 [](Context& context, const Nothing&) -> Outcome<Changes> { return changes(context.tx); });
  catalogue.change({.name = "units.reorganise", .right = Right::units_manage, .summary = {"Sắp xếp đơn vị theo một văn bản", "Reorganise units by a legal act"}},
                   [reorganised = std::move(reorganised)](Context& context, const ReorganiseRequest& request) -> Outcome<Changes> {
                     auto done = reorganise(context, request);
                     if (done) reorganised(context);
                     return done;
                   });
}

std::vector<Unit> all(db::Transaction& tx) {
  return tx.query<Unit>("select " + columns + " from unit order by position, id");
}
std::vector<Unit> in_force(db::Transaction& tx, Date on) {
  auto units = all(tx);
  std::erase_if(units, [&](auto& u) { return !u.in_force(on); });
  return units;
}
std::vector<Unit> in_force(db::Transaction& tx, Month month) { return in_force(tx, last_day(month)); }
std::vector<Unit> in_force(Context& context) { return in_force(context.tx, context.today()); }
std::optional<Unit> find(db::Transaction& tx, int64_t id) { return tx.one<Unit>("select " + columns + " from unit where id = ?", id); }
std::optional<Unit> by_code(db::Transaction& tx, const std::string& code) {
  return tx.one<Unit>("select " + columns + " from unit where code = ?", code);
}
UnitRef ref(db::Transaction& tx, int64_t id) {
  auto unit = find(tx, id);
  if (!unit) throw std::logic_error(fmt::format("no unit {}", id));
  return {unit->id, unit->code, unit->short_name};
}
Unit body(db::Transaction& tx, Date on) {
  auto roots = tx.query<Unit>("select " + columns + " from unit where parent is null order by id");
  for (auto& unit : roots)
    if (unit.in_force(on)) return unit;
  // Before the first day that the store tells of, its first body.
  if (roots.empty()) throw std::logic_error("the tree of units has no root");
  return roots.front();
}
Unit body(Context& context) { return body(context.tx, context.today()); }

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
      "position, since, until) values (?,?,?,?,?,?,?,?,?,?,?,?,?) returning id",
      u.code, u.name, u.short_name, u.kind, u.parent, u.place, u.notation, u.position, u.since, u.until);
}

}  // namespace giaoban::units
