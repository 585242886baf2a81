#include "directives/verbs.hpp"

namespace giaoban::directives {
namespace {

Text waits_for(const Directive& d) {
  auto& lead = d.row.lead.name;
  switch (d.row.progress) {
    case Progress::not_received: return {"Chờ " + lead.vi + " nhận việc.", "Waits for " + lead.en + " to receive it."};
    case Progress::in_progress:
      return {"Chờ " + lead.vi + " nộp “" + d.row.deliverable.vi + "” để nghiệm thu.",
              "Waits for " + lead.en + " to submit “" + d.row.deliverable.en + "” for acceptance."};
    case Progress::returned:
      return {"Chờ " + lead.vi + " bổ sung và nộp lại.", "Waits for " + lead.en + " to complete it and submit again."};
    case Progress::awaiting_acceptance: return {"Chờ bên giao việc nghiệm thu.", "Waits for the assigner's acceptance."};
    case Progress::done: return {"Đã nghiệm thu.", "Accepted."};
  }
  return {};
}

void set_rights(Context& context, const Stored& stored, Directive& d) {
  auto progress = d.row.progress;
  if (progress == Progress::done) return;
  bool works = works_on(context, stored), speaks = speaks_for_unit(context, stored), assigner = assigns(context, stored);
  bool waiting = progress == Progress::awaiting_acceptance;
  d.may_receive = works && progress == Progress::not_received;
  d.may_assign = works && progress != Progress::not_received && !waiting;
  d.may_report = works && !waiting;
  d.may_submit = speaks && !waiting;
  d.may_ask_extension = speaks && !waiting && d.row.due && !d.row.extension_asked;
  d.may_accept = d.may_return = assigner && waiting;
  d.may_grant_extension = assigner && d.row.due && !waiting;
  d.may_remind = assigner && !waiting && !d.row.reminded_today;
}

}  // namespace

Outcome<Directive> show(Context& context, const Reckoning& reckoning, int64_t id) {
  auto& tx = context.tx;
  auto stored = find(tx, id);
  if (!stored || !may_see(context, stored->lead, partners_of(tx, id), stored->with_wards)) return forbidden();
  auto events = events_of(tx, id);
  Directive out;
  std::vector<Row> rows{row_of(reckoning, *stored, events, context.today())};
  rows[0].lead = units::ref(tx, stored->lead);
  for (auto unit : partners_of(tx, id)) rows[0].partners.push_back(units::ref(tx, unit));
  out.row = rows[0];
  out.source = source_of(*stored);
  for (auto& e : events) {
    EventView view{e.id, e.kind, e.at, e.day, access::seat_ref(tx, e.seat), e.text, e.done, e.total, {}, false, e.due};
    if (e.file) {
      if (auto file = files::find(tx, *e.file)) {
        view.file = files::FileRef{file->id, file->name, file->size, file->at};
        view.may_open_file = units::may_act_for(context, file->unit);
      }
    }
    // Work that is reported has been received, whether or not someone pressed the button.
    bool from_unit = e.kind != EventKind::reminded && e.kind != EventKind::extension_granted && e.kind != EventKind::extension_refused;
    if (from_unit && !out.received) out.received = e.day;
    out.events.push_back(std::move(view));
  }
  set_rights(context, *stored, out);
  out.waits_for = waits_for(out);
  return out;
}

}  // namespace giaoban::directives
