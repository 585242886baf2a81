#pragma once
// The tree of units: the body, its departments and agencies, its wards and communes.
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "operation/catalogue.hpp"

namespace giaoban::units {

enum class UnitKind { city, office, department, agency, ward, commune };
BOOST_DESCRIBE_ENUM(UnitKind, city, office, department, agency, ward, commune)

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
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, code, name, short_name, kind, parent, place, notation, position))

/// A unit as other rooms show it.
struct UnitRef {
  int64_t id = 0;
  std::string code;
  Text name;
  bool operator==(const UnitRef&) const = default;
};
BOOST_DESCRIBE_STRUCT(UnitRef, (), (id, code, name))

std::vector<db::Migration> migrations();
void declare(Catalogue& catalogue);

std::vector<Unit> all(db::Transaction& tx);
std::optional<Unit> find(db::Transaction& tx, int64_t id);
std::optional<Unit> by_code(db::Transaction& tx, const std::string& code);
/// The short name, for lists and sentences. Throws when there is no such unit (ids come from foreign keys).
UnitRef ref(db::Transaction& tx, int64_t id);
/// The root of the tree: the body itself.
Unit body(db::Transaction& tx);
/// Is `unit` the same as `above` or below it?
bool is_within(db::Transaction& tx, int64_t above, int64_t unit);
/// May this actor act for this unit? The leaders and the Office act for the whole body; others for what is
/// at or below the unit that they hold their office in.
bool may_act_for(Context& context, int64_t unit);
int64_t add(db::Transaction& tx, const Unit& unit);

}  // namespace giaoban::units
