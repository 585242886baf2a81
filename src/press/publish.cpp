// Publishing keeps the story as it is now and pins the figures' vintage: what the public reads changes only when
// it is published again, or when a task moves on.
#include "press/room.hpp"

namespace giaoban::press {

Outcome<View> publish(Context& context, const figures::Tools& tools, const OfMonth& request) {
  TRY(view, show(context, tools, request));
  auto row = store::find(context.tx, request.month);
  if (!row) return conflict({"Chưa có tin để công bố.", "There is no story to publish yet."});
  Text missing;
  for (auto& check : view.checks)
    if (check.needed && !check.done) missing = missing + same(" ") + check.what + same(".");
  if (!missing.empty()) return conflict(Text{"Chưa công bố được. Còn thiếu:", "This cannot be published yet. Missing:"} + missing);
  context.tx.exec("update press_story set published = draft, published_at = ?, vintage = ? where id = ?", context.at(),
                  vintage_to_publish(context.tx, request.month), row->id);
  context.about("press/" + request.month.iso());
  return show(context, tools, request);
}

}  // namespace giaoban::press
