#include <fmt/format.h>

#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {

Outcome<View> revise(Context& context, const figures::Tools& tools, const Revise& request) {
  TRY(clause, take(context, request.id, request.version));
  TRY(session, editable(context, clause.session));
  Faults faults;
  check(context, tools, session, request.clause, "/clause", faults);
  if (faults.any()) return faults.problem();
  auto before = clause;
  fill(context, clause, request.clause);
  ++clause.version;
  store::update(context.tx, clause);
  store::set_partners(context.tx, clause.id, request.clause.partners.value_or(std::vector<int64_t>{}));
  if (before.section != clause.section || before.topic.vi != clause.topic.vi) {
    auto clauses = store::of_session(context.tx, session.id);
    std::erase_if(clauses, [&](const Stored& c) { return c.id == clause.id; });
    place(clauses, clause);
    store::put_in_order(context.tx, clauses);
  }
  context.about(fmt::format("clause/{}", clause.id));
  return show(context, tools, {session.id});
}

}  // namespace giaoban::conclusions
