#include "session/verbs.hpp"

namespace giaoban::session {

Outcome<SessionView> show(const Ground& ground, Context& context, const ShowAsked& asked) {
  TRY(session, wanted(context, asked.session));
  return view(context, ground.rules, ground.calendar, session);
}

}  // namespace giaoban::session
