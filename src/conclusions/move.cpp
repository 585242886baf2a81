#include <fmt/format.h>

#include <algorithm>

#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {

Outcome<View> move(Context& context, const figures::Tools& tools, const Move& request) {
  TRY(clause, take(context, request.id, request.version));
  auto clauses = store::of_session(context.tx, clause.session);
  auto target = std::find_if(clauses.begin(), clauses.end(), [&](auto& c) { return request.before && c.id == *request.before; });
  Faults faults;
  faults.require(!request.before || (target != clauses.end() && target->section == request.section && target->id != clause.id),
                 "/before", {"Không có khoản này trong mục đã chọn.", "There is no such clause in that section."});
  if (faults.any()) return faults.problem();
  // A clause that is put among those of a topic takes their topic, unless another is named.
  if (request.topic) clause.topic = request.topic->en.empty() ? Text{request.topic->vi, request.topic->vi} : *request.topic;
  else if (target != clauses.end()) clause.topic = target->topic;
  clause.section = request.section;
  clause.changed_by = context.actor.seat;
  clause.changed_at = context.at();
  ++clause.version;
  std::erase_if(clauses, [&](const Stored& c) { return c.id == clause.id; });
  auto at = std::find_if(clauses.begin(), clauses.end(), [&](auto& c) {
    return request.before ? c.id == *request.before : c.section > clause.section;
  });
  clauses.insert(at, clause);
  store::update(context.tx, clause);
  store::put_in_order(context.tx, clauses);
  context.about(fmt::format("clause/{}", clause.id));
  return show(context, tools, {clause.session});
}

}  // namespace giaoban::conclusions
