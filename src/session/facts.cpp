#include <fmt/format.h>

#include <stdexcept>

#include "session/store.hpp"

namespace giaoban::session {

Facts facts(db::Transaction& tx, int64_t id) {
  auto session = find(tx, id);
  if (!session) throw std::logic_error(fmt::format("no session {}", id));
  People people(tx);
  Facts f;
  f.id = id;
  f.month = session->month;
  f.title = session->title();
  f.state = session->state();
  f.date = session->date;
  f.starts = session->starts_at();
  f.ends = session->ends_at();
  f.invited_at = session->invited_at;
  f.opened_at = session->opened_at;
  f.closed_at = session->closed_at;
  f.place = session->place;
  f.chair = people.seat_ref(session->chair);
  f.quorum = session->quorum_needed.value_or(0);
  f.invitation = session->invitation;
  for (auto& i : items(tx, id)) {
    FactItem item{i.id, i.position, i.title, i.kind};
    if (i.presenter) item.presenter = people.unit_ref(*i.presenter);
    f.items.push_back(std::move(item));
  }
  for (auto& e : events(tx, id))
    for (auto& i : f.items)
      if (e.kind == Happened::taken_up && e.item == i.id && !i.taken_up_at) i.taken_up_at = e.at;

  std::map<int64_t, bool> online;  // communes and wards: whether someone is there
  for (auto& a : attendees(tx, id)) {
    auto& unit = people.unit(a.unit);
    if (units::is_commune(unit.kind)) online[unit.id] |= a.here();
    f.members += a.member;
    if (!a.here()) {
      f.absent_with_leave += a.presence == Presence::absent;
      continue;
    }
    (a.site == Site::online ? f.present_online : f.present_hall) += 1;
    f.substitutes += a.substitute;
    if (a.counts()) {
      ++f.members_present;
      f.present_members.push_back(people.seat_ref(a.seat));
    }
    auto ref = people.unit_ref(a.unit);
    if (unit.parent && std::find(f.present_units.begin(), f.present_units.end(), ref) == f.present_units.end())
      f.present_units.push_back(ref);
  }
  // Who leads comes first, whatever the order of seats.
  std::stable_partition(f.present_members.begin(), f.present_members.end(), [&](auto& s) { return s.id == session->chair; });
  f.sites = static_cast<int64_t>(online.size());
  for (auto& [unit, there] : online) f.sites_connected += there;
  return f;
}

}  // namespace giaoban::session
