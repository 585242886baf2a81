#pragma once
// The tree of units through time: the body, its departments and agencies, its wards and communes; and the legal acts
// that create, rename, merge, split, move and abolish them. A unit lives from a day to a day; a unit that is changed in
// name or place is a new unit, and an act says what became of the old one (units/succession.hpp).
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "operation/catalogue.hpp"

namespace giaoban::units {

/// territory: a shelf in the tree, no authority: it has no offices and issues nothing; its series goes on.
enum class UnitKind { city, office, department, agency, ward, commune, province, territory };
BOOST_DESCRIBE_ENUM(UnitKind, city, office, department, agency, ward, commune, province, territory)

struct Unit {
  int64_t id = 0;
  std::string code;  ///< stable, lower case: "hai-hoa"
  Text name;         ///< "UBND phường Hải Hòa"
  Text short_name;   ///< "phường Hải Hòa", as used inside sentences and narrow tables
  UnitKind kind = UnitKind::department;
  std::optional<int64_t> parent;
  Text place;            ///< where its documents are dated: "Móng Cái"
  std::string notation;  ///< in document numbers: "VP"
  int64_t position = 0;  ///< order in lists
  std::optional<Date> since, until;  ///< first day; first day on which it is no more. Nothing: from the beginning; still there
  bool in_force(Date on) const { return (!since || *since <= on) && (!until || on < *until); }
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, code, name, short_name, kind, parent, place, notation, position, since, until))

/// A unit as other rooms show it.
struct UnitRef {
  int64_t id = 0;
  std::string code;
  Text name;
  bool operator==(const UnitRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitRef, (), (id, code, name))

inline bool is_commune(UnitKind kind) { return kind == UnitKind::ward || kind == UnitKind::commune; }

std::vector<db::Migration> migrations();
/// `reorganised` brings what other rooms hold in memory up to date, within the change.
void declare(Catalogue& catalogue, std::function<void(Context&)> reorganised);

/// Every unit there ever was: for names of what is past. Whatever lists units asks for those of its day.
std::vector<Unit> all(db::Transaction& tx);
std::vector<Unit> in_force(db::Transaction& tx, Date on);
/// A month's units are those of its last day: they give its figures.
std::vector<Unit> in_force(db::Transaction& tx, Month month);
/// Those of today.
std::vector<Unit> in_force(Context& context);
std::optional<Unit> find(db::Transaction& tx, int64_t id);
std::optional<Unit> by_code(db::Transaction& tx, const std::string& code);
/// The short name, for lists and sentences. Throws when there is no such unit (ids come from foreign keys).
UnitRef ref(db::Transaction& tx, int64_t id);
/// The root of the tree on a day: the body itself.
Unit body(db::Transaction& tx, Date on);
Unit body(Context& context);
/// Is `unit` the same as `above` or below it?
bool is_within(db::Transaction& tx, int64_t above, int64_t unit);
/// May this actor act for this unit? The leaders and the Office act for the whole body; others for what is
/// at or below the unit that they hold their office in.
bool may_act_for(Context& context, int64_t unit);
int64_t add(db::Transaction& tx, const Unit& unit);

class Succession;
/// All acts, as the chain from any unit to those of another day.
Succession succession(db::Transaction& tx);

}  // namespace giaoban::units
