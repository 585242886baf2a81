// A final version: every comment answered, every number that of its figure, the vintage pinned, its documents kept.
#include "files/store.hpp"
#include "numbering/numbering.hpp"
#include "report/room.hpp"

namespace giaoban::report {
namespace {

/// Every document that can be asked for, the Vietnamese DOCX first.
std::vector<store::Kept> documents_of(db::Transaction& tx, const figures::Tools& tools, const store::Version& version) {
  std::vector<store::Kept> out;
  for (auto language : {Language::vi, Language::en})
    for (auto format : {Format::docx, Format::pdf, Format::html}) {
      auto file = render(tx, tools, edition_of(version, language), format);
      out.push_back({format, language, file.name, file.content_type, tools.files.keep(file.bytes)});
    }
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
  v.at = context.at();
  v.content = json::text_of(content_of(context.tx, *report));
  auto documents = documents_of(context.tx, tools, v);
  v.hash = documents.front().hash;
  v.id = context.tx.insert(
      "insert into report_version(report, number, vintage, seq, at, seat, document_number, content, hash, absorbed, "
      "explained) values (?,?,?,?,?,?,?,?,?,?,?) returning id",
      v.report, v.number, v.vintage, context.seq, v.at, context.actor.seat, v.document_number, v.content, v.hash, v.absorbed,
      v.explained);
  for (auto& document : documents) store::keep(context.tx, v.id, document);
  figures::publish(context, request.month, title(request.month), v.vintage);
  context.about("report/" + request.month.iso());
  return show(context, tools, request);
}

}  // namespace giaoban::report
