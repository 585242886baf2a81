// figures.publish, and which vintage is asked for: of a journal entry, of a day's end, or as published.
#include "figures/views.hpp"

namespace giaoban::figures {

std::optional<Publication> published(db::Transaction& tx, Month month) {
  return tx.one<Publication>("select vintage, at, title_vi, title_en from figure_publication where month = ? order by id desc limit 1", month);
}

void publish(Context& context, Month month, const Text& title, Sequence vintage) {
  context.tx.exec("insert into figure_publication(seq, month, vintage, title_vi, title_en, at, seat) values (?,?,?,?,?,?,?)",
                  context.seq, month, vintage, title, context.at(), context.actor.seat);
}

Outcome<Publication> publish_month(Context& context, const Tools&, const PublishRequest& request) {
  Faults faults;
  faults.require(!request.title.vi.empty() && !request.title.en.empty() && request.title.vi.size() <= 500 && request.title.en.size() <= 500, "/title",
                 {"Nêu nơi công bố bằng cả hai thứ tiếng: báo cáo, số, ngày.", "Say in both languages where it is published: report, number, date."});
  faults.require(request.month <= context.at().local_date().in_month(), "/month", {"Tháng này chưa tới.", "This month has not come yet."});
  if (faults.any()) return faults.problem();
  publish(context, request.month, request.title, vintage_now(context.tx));
  context.about("figures/" + request.month.iso());
  return *published(context.tx, request.month);
}

Outcome<Sequence> vintage_asked(Context& context, Month month, const VintageAsked& asked) {
  int ways = asked.as_of.has_value() + asked.day.has_value() + asked.published.value_or(false);
  Faults faults;
  faults.require(ways <= 1, "/as_of", {"Chọn một trong ba: số bút toán, ngày, hoặc như đã công bố.", "Choose one of three: a journal number, a day, or as published."});
  if (faults.any()) return faults.problem();
  if (asked.as_of) return *asked.as_of;
  if (asked.day) {
    auto end = Instant::local(asked.day->plus(1), 0);
    Sequence last = 0;
    // What became known on a day: figures by their own time (a past may have been imported later), forms by theirs.
    for (auto* table : {"figure", "form_event"})
      last = std::max(last, context.tx.one_value<int64_t>(std::string("select coalesce(max(seq), 0) from ") + table + " where at < ?", end).value_or(0));
    return std::max(last, context.tx.one_value<int64_t>("select coalesce(max(seq), 0) from indicator_plan where known <= ?", *asked.day).value_or(0));
  }
  if (!asked.published.value_or(false)) return newest;
  auto publication = published(context.tx, month);
  if (!publication) return not_found({"Tháng này chưa công bố.", "This month has not been published."});
  return publication->as_of;
}

}  // namespace giaoban::figures
