// units.changes, units.tree: what was changed by which act, and how the tree stood on a day.
#include <algorithm>
#include <map>

#include "units/acts.hpp"

namespace giaoban::units {
namespace {

struct ChangeRow {
  int64_t id = 0;
  std::string number;
  Text title;
  Date effective;
  Text source;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (id, number, title, effective, source))

struct PartRow {
  int64_t change = 0;
  std::optional<int64_t> from, to;
  Basis basis = Basis::none;
  int64_t numerator = 1, denominator = 1;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (change, from, to, basis, numerator, denominator))

std::vector<ChangeRow> change_rows(db::Transaction& tx) {
  return tx.query<ChangeRow>("select id, number, title_vi, title_en, effective, source_vi, source_en from unit_change order by effective, id");
}
std::vector<PartRow> part_rows(db::Transaction& tx) {
  return tx.query<PartRow>("select change, from_unit, to_unit, basis, numerator, denominator from unit_part order by id");
}

using Below = std::map<std::optional<int64_t>, std::vector<const Unit*>>;

void add_rows(const Below& below, std::optional<int64_t> parent, int32_t depth, std::optional<UnitRef> authority, Tree& out) {
  auto found = below.find(parent);
  if (found == below.end()) return;
  for (auto* unit : found->second) {
    out.rows.push_back({*unit, depth, authority});
    auto own = unit->kind == UnitKind::territory ? authority : UnitRef{unit->id, unit->code, unit->short_name};
    add_rows(below, unit->id, depth + 1, own, out);
  }
}

}  // namespace

Succession succession(db::Transaction& tx) {
  std::vector<Act> acts;
  std::map<int64_t, size_t> place;
  for (auto& row : change_rows(tx)) place[row.id] = acts.size(), acts.push_back({row.effective, {}});
  for (auto& row : part_rows(tx))
    acts[place.at(row.change)].parts.push_back({row.from, row.to, row.basis, row.numerator, row.denominator});
  return Succession(std::move(acts));
}

Changes changes(db::Transaction& tx) {
  std::map<int64_t, UnitRef> refs;
  for (auto& u : all(tx)) refs[u.id] = {u.id, u.code, u.short_name};
  auto ref = [&](std::optional<int64_t> id) { return id ? std::optional(refs.at(*id)) : std::nullopt; };
  Changes out;
  std::map<int64_t, std::vector<PartView>> parts;
  for (auto& p : part_rows(tx))
    parts[p.change].push_back({ref(p.from), ref(p.to), p.basis, p.numerator, p.denominator, p.numerator == p.denominator});
  for (auto& row : change_rows(tx))
    out.changes.push_back({row.id, row.number, row.title, row.effective, row.source, std::move(parts[row.id])});
  std::reverse(out.changes.begin(), out.changes.end());
  return out;
}

Outcome<Tree> tree(Context& context, const TreeRequest& request) {
  Tree out;
  out.on = request.on ? *request.on : context.today();
  auto units = in_force(context.tx, out.on);
  Below below;
  for (auto& u : units) below[u.parent].push_back(&u);
  add_rows(below, {}, 0, {}, out);
  for (auto& row : change_rows(context.tx))
    if (out.days.empty() || out.days.back() != row.effective) out.days.push_back(row.effective);
  return out;
}

}  // namespace giaoban::units
