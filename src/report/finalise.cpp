// A final version: every comment answered, every number that of its figure, the vintage pinned. It can be built
// again from what is kept, byte for byte.
#include <fmt/format.h>
#include <sodium.h>

#include "numbering/numbering.hpp"
#include "report/room.hpp"

namespace giaoban::report {
namespace {

std::string hash_of(const std::string& bytes) {
  unsigned char hash[32];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  std::string out;
  for (auto b : hash) out += fmt::format("{:02x}", b);
  return out;
}

}  // namespace

Outcome<View> finalise(Context& context, const figures::Tools& tools, const OfMonth& request) {
  auto report = store::find(context.tx, request.month);
  if (!report) return no_report(request.month);
  TRY(view, show(context, tools, request));
  if (!view.before_final.empty()) {
    Text why{"Chưa chốt được báo cáo.", "The report cannot be made final yet."};
    for (auto& reason : view.before_final) why = why + same(" ") + reason;
    return conflict(why);
  }
  auto before = store::versions(context.tx, report->id);
  if (store::state(report, before) == State::finalised)
    return conflict({"Báo cáo đã chốt và không có gì thay đổi từ đó.", "The report is final and nothing has changed since."});
  store::Version v;
  v.report = report->id;
  v.number = before.empty() ? 1 : before.front().number + 1;
  v.vintage = figures::vintage_now(context.tx);
  v.document_number = numbering::next(context, "BC", units::body(context.tx, context.at().local_date()).notation);
  for (auto& comment : view.comments) ++(*comment.answer == Answer::absorbed ? v.absorbed : v.explained);
  auto content = content_of(context.tx, *report);
  v.content = json::text_of(content);
  v.hash = hash_of(render(context.tx, tools,
                          {content, v.vintage, static_cast<int32_t>(v.document_number), context.at().local_date(), Language::vi},
                          Format::docx).bytes);
  context.tx.exec(
      "insert into report_version(report, number, vintage, seq, at, seat, document_number, content, hash, absorbed, "
      "explained) values (?,?,?,?,?,?,?,?,?,?,?)",
      v.report, v.number, v.vintage, context.seq, context.at(), context.actor.seat, v.document_number, v.content, v.hash,
      v.absorbed, v.explained);
  figures::publish(context, request.month, title(request.month), v.vintage);
  context.about("report/" + request.month.iso());
  return show(context, tools, request);
}

}  // namespace giaoban::report
