// Drafting: each indicator gives its sentence of the month, and what the figures show to be behind gives a
// shortcoming. Drafting again brings untouched sentences up to date and leaves what people wrote.
#include <algorithm>

#include "calendar/written.hpp"
#include "figures/number.hpp"
#include "report/overtaken.hpp"
#include "report/room.hpp"

namespace giaoban::report {
namespace {

using figures::Case;
using figures::Comparison;
using figures::Measure;

Text large(Text name) {
  auto first = [](std::string s) {
    if (s.starts_with("đ")) return "Đ" + s.substr(2);
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s;
  };
  return {first(name.vi), first(name.en)};
}

/// A number bound to its figure, as a sentence of one run.
figures::Sentence number(const Source& source, const std::string& unit, const figures::Fact& fact, Month month, const Comparison& c) {
  figures::Binding binding{fact.indicator.code, unit, month, c.measure, c.what, c.shown};
  Text text = number_text(source, fact.indicator.code, c);
  return {{{text.vi, binding}}, {{text.en, binding}}};
}

/// "tăng 12% so với cùng kỳ": only where a number says it and the direction is the wrong one.
bool wrong_way(const figures::Fact& fact, const Comparison& c) {
  if (!c.has_number() || c.what == Case::value) return false;
  bool up = c.what == Case::level ? c.shown.units > 100 * [&] { int64_t p = 1; for (int i = 0; i < c.shown.scale; ++i) p *= 10; return p; }()
                                  : c.what == Case::times || c.shown.units > 0;
  return fact.indicator.direction == figures::Direction::up ? !up : fact.indicator.direction == figures::Direction::down && up;
}

std::optional<figures::Sentence> shortcoming(const Source& source, const figures::MonthFacts& facts, const figures::Fact& fact) {
  auto indicator = source.columns.find_indicator(fact.indicator.code);
  auto unit = source.columns.find_unit(facts.unit.code);
  if (!indicator || !unit) return {};
  auto& definition = source.columns.indicator(*indicator);
  Text name = large(definition.sentence_name.value_or(definition.name));
  auto say = [](Text text) { return figures::words(std::move(text)); };
  auto figure = [&](const Comparison& c) { return number(source, facts.unit.code, fact, facts.month, c); };
  auto months = std::to_string(facts.month.month());
  if (fact.meets == false && fact.month.what == Case::value) {
    auto least = figures::written(*fact.indicator.at_least, rules::Zero::drop);
    return say(name + same(" ") + calendar::month_name(facts.month) + Text{" là ", " was "}) + figure(fact.month) +
           say(Text{", dưới mức yêu cầu ", ", below the required "} + least + same("%."));
  }
  if (fact.behind && fact.plan_share.what == Case::level) {
    bool plan = fact.indicator.plan_word == figures::PlanWord::plan;
    return say(name + Text{" " + months + " tháng mới đạt ", " over " + months + " months reached only "}) +
           figure(fact.plan_share) +
           say(plan ? Text{" kế hoạch năm, chậm so với tiến độ chung.", " of the year's plan, behind its pace."}
                    : Text{" dự toán năm, chậm so với tiến độ chung.", " of the year's budget estimate, behind its pace."});
  }
  auto& year = fact.indicator.kind == figures::Kind::stock ? fact.year_on_year : fact.year_to_date_on_year;
  if (fact.indicator.key && wrong_way(fact, year)) {
    auto sentence = figures::headline(source.columns, {*indicator, *unit, facts.month, figures::newest},
                                      figures::Headline::year, source.wording);
    if (sentence.empty()) return {};
    sentence.vi.front().text = large({sentence.vi.front().text, {}}).vi;
    sentence.en.front().text = large({{}, sentence.en.front().text}).en;
    return sentence + say(same("."));
  }
  return {};
}

bool reported(const figures::Fact& fact) { return fact.month.what == Case::value; }

bool update(Context& context, const Source& source, store::Paragraph& old, const Drafted& fresh, Month month, figures::Sequence drafted) {
  auto vi = store::runs(old.vi), en = store::runs(old.en);
  if (old.edited == store::untouched) {
    vi = fresh.sentence.vi;
    en = fresh.sentence.en;
    old.heading = fresh.heading;
  } else {
    // What a person wrote stands: around a sentence that is still as drafted, which follows whole; within one, where
    // only numbers whose words still hold follow their figures.
    auto follow = [&](std::vector<figures::Run>& runs, Language language) {
      if (auto now = overtaken(source, runs, month, drafted, language)) runs = *now;
      else refresh(source, runs, language);
    };
    follow(vi, Language::vi);
    follow(en, Language::en);
  }
  auto new_vi = store::json_of(vi), new_en = store::json_of(en);
  if (new_vi == old.vi && new_en == old.en) return false;
  old.vi = new_vi;
  old.en = new_en;
  ++old.revision;
  store::save(context.tx, old);
  return true;
}

/// A new paragraph's place: after the last of its group, else at the section's end.
void insert(db::Transaction& tx, int64_t report, std::vector<store::Paragraph>& all, const Drafted& fresh) {
  store::Paragraph p;
  p.report = report;
  p.section = fresh.section;
  p.heading = fresh.heading;
  p.indicator = fresh.indicator;
  p.vi = store::json_of(fresh.sentence.vi);
  p.en = store::json_of(fresh.sentence.en);
  p.id = store::add(tx, p);
  auto in_group = [&](auto& q) { return q.section == p.section && q.heading == p.heading; };
  auto in_section = [&](auto& q) { return q.section == p.section; };
  auto last = std::find_if(all.rbegin(), all.rend(), in_group);
  if (last == all.rend()) last = std::find_if(all.rbegin(), all.rend(), in_section);
  all.insert(last == all.rend() ? all.end() : last.base(), p);
}

}  // namespace

std::set<std::string> parts_of_ratios(const figures::Columns& columns) {
  std::set<std::string> parts;
  for (auto& i : columns.indicators())
    for (auto* part : {&i.numerator, &i.denominator})
      if (*part) parts.insert(**part);
  return parts;
}

std::vector<Drafted> drafted(const figures::Tools& tools, const figures::MonthFacts& facts, const rules::Wording& wording) {
  std::vector<Drafted> out, behind;
  tools.columns.read([&](const figures::Columns& columns) {
    Source source{columns, wording};
    auto parts = parts_of_ratios(columns);
    for (auto& fact : facts.facts) {
      auto indicator = columns.find_indicator(fact.indicator.code);
      auto unit = columns.find_unit(facts.unit.code);
      if (!indicator || !unit || !reported(fact) || parts.contains(fact.indicator.code)) continue;
      auto sentence = figures::month_sentence(columns, {*indicator, *unit, facts.month, figures::newest}, wording);
      if (!sentence.empty()) out.push_back({Section::results, fact.indicator.group, fact.indicator.code, sentence});
      if (auto s = shortcoming(source, facts, fact)) behind.push_back({Section::shortcomings, {}, fact.indicator.code, *s});
    }
  });
  out.insert(out.end(), behind.begin(), behind.end());
  return out;
}

Outcome<View> draft(Context& context, const figures::Tools& tools, const OfMonth& request) {
  Faults faults;
  faults.require(request.month <= context.at().local_date().in_month(), "/month",
                 {"Tháng này chưa đến, chưa có số liệu để soạn báo cáo.", "This month has not come yet: there are no figures to report on."});
  if (faults.any()) return faults.problem();
  auto facts = figures::month_facts(context.tx, tools, request.month);
  if (std::none_of(facts.facts.begin(), facts.facts.end(), reported))
    return conflict({"Chưa đơn vị nào báo cáo số liệu tháng này. Báo cáo soạn được khi có chỉ tiêu đầu tiên.",
                     "No unit has reported for this month yet. The report can be drafted once there is a first figure."});
  auto& wording = wording_on(tools, context.at().local_date());
  auto fresh = drafted(tools, facts, wording);
  auto vintage = figures::vintage_now(context.tx);
  auto report = store::find(context.tx, request.month);
  int64_t id = report ? report->id
                      : context.tx.insert("insert into report(month, vintage, drafted_at, changed) values (?,?,?,?) returning id",
                                          request.month, vintage, context.at(), context.seq);
  auto all = store::all_paragraphs(context.tx, id);
  bool changed = !report;
  tools.columns.read([&](const figures::Columns& columns) {
    Source source{columns, wording};
    for (auto& p : all) {
      if (p.removed) continue;
      auto same = std::find_if(fresh.begin(), fresh.end(), [&](auto& f) { return f.indicator == p.indicator && f.section == p.section; });
      if (p.indicator.empty() || same == fresh.end()) {
        // A shortcoming that the figures no longer show goes, unless a person has made it theirs.
        if (!p.indicator.empty() && p.edited == store::untouched) {
          p.removed = changed = true;
          store::save(context.tx, p);
        }
        continue;
      }
      changed |= update(context, source, p, *same, request.month, report ? report->vintage : vintage);
    }
    for (auto& f : fresh) {
      bool known = std::any_of(all.begin(), all.end(), [&](auto& p) {
        // Taken out by a person: not brought back. Taken out above, because the figures recovered: brought back.
        return p.indicator == f.indicator && p.section == f.section && !(p.removed && p.edited == store::untouched);
      });
      if (!known) insert(context.tx, id, all, f), changed = true;
    }
  });
  store::order(context.tx, all);
  context.tx.exec("update report set vintage = ?, drafted_at = ? where id = ?", vintage, context.at(), id);
  if (changed) store::mark_changed(context, id);  // a final version stays one when nothing has moved
  context.about("report/" + request.month.iso());
  return show(context, tools, request);
}

}  // namespace giaoban::report
