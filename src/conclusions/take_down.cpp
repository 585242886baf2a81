#include <fmt/format.h>

#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {

Outcome<Taken> take_down(Context& context, const figures::Tools& tools, const TakeDown& request) {
  TRY(session, editable(context, request.session));
  Faults faults;
  check(context, tools, session, request.clause, "/clause", faults);
  if (faults.any()) return faults.problem();
  Stored clause;
  clause.session = session.id;
  fill(context, clause, request.clause);
  auto clauses = store::of_session(context.tx, session.id);
  clause.id = store::insert(context.tx, clause);
  place(clauses, clause);
  store::put_in_order(context.tx, clauses);
  store::set_partners(context.tx, clause.id, request.clause.partners.value_or(std::vector<int64_t>{}));
  context.about(fmt::format("clause/{}", clause.id));
  TRY(view, show(context, tools, {session.id}));
  return Taken{clause.id, view};
}

}  // namespace giaoban::conclusions
