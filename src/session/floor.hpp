#pragma once
#include "session/verbs.hpp"

namespace giaoban::session {
struct Waiting {
  Session session;
  Turn turn;
};
/// A turn that still waits, in a session that is open. The leader and the Office keep the queue; `own` lets a
/// delegate touch its own turn.
Outcome<Waiting> waiting(Context& context, int64_t turn, bool own);
}  // namespace giaoban::session
