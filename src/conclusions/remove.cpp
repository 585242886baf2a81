#include <fmt/format.h>

#include "conclusions/verbs.hpp"

namespace giaoban::conclusions {

Outcome<View> remove(Context& context, const figures::Tools& tools, const Remove& request) {
  TRY(clause, take(context, request.id, request.version));
  store::remove(context.tx, clause.id);
  store::put_in_order(context.tx, store::of_session(context.tx, clause.session));
  context.about(fmt::format("clause/{}", clause.id));
  return show(context, tools, {clause.session});
}

}  // namespace giaoban::conclusions
