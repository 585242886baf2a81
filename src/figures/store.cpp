#include "figures/store.hpp"

#include <mutex>
#include <stdexcept>
#include <unordered_map>

namespace giaoban::figures {
namespace {

struct IndicatorLine {
  int64_t id = 0;
  std::string definition;
};
BOOST_DESCRIBE_STRUCT(IndicatorLine, (), (id, definition))

}  // namespace

std::vector<db::Migration> migrations() {
  return {{"figures.1", R"(
    create table indicator (
      id {id}, code text not null unique, position bigint not null, definition text not null, seq bigint not null);
    create table indicator_plan (
      id {id}, seq bigint not null, indicator bigint not null references indicator(id),
      unit bigint not null references unit(id), year bigint not null, version bigint not null, value bigint not null,
      known text not null, source_vi text not null, source_en text not null,
      unique(indicator, unit, year, version));
    create table indicator_about (
      id {id}, seq bigint not null, text_vi text not null, text_en text not null);
    create table figure (
      id {id}, seq bigint not null, indicator bigint not null references indicator(id),
      unit bigint not null references unit(id), month bigint not null, value bigint, state text not null,
      at bigint not null, seat bigint not null);
    create index figure_cell on figure(unit, month, indicator);
    create index figure_month on figure(indicator, month);
    create index figure_seq on figure(seq);
    create table form (
      id {id}, unit bigint not null references unit(id), month bigint not null, unique(unit, month));
    create index form_month on form(month);
    create table form_event (
      id {id}, seq bigint not null, form bigint not null references form(id), step text not null,
      reason text not null, at bigint not null, seat bigint not null);
    create index form_event_form on form_event(form);
    create table figure_held (
      id {id}, seq bigint not null, indicator bigint not null references indicator(id),
      unit bigint not null references unit(id), month bigint not null, value bigint not null, state text not null,
      unique(unit, month, indicator));
    create table figure_note (
      id {id}, seq bigint not null, indicator bigint not null references indicator(id),
      unit bigint not null references unit(id), month bigint not null, value bigint not null,
      reason text not null, at bigint not null, seat bigint not null);
    create index figure_note_cell on figure_note(unit, month, indicator);
  )"},
          {"figures.comments", R"(
    create table figure_comment (
      id {id}, seq bigint not null, indicator bigint not null references indicator(id),
      unit bigint not null references unit(id), month bigint not null, text text not null,
      at bigint not null, seat bigint not null);
    create index figure_comment_cell on figure_comment(unit, month, indicator);
  )"},
          {"figures.2", R"(
    create table indicator_version (
      id {id}, seq bigint not null, indicator bigint not null references indicator(id), version bigint not null,
      definition text not null, reason text not null, at bigint not null, seat bigint not null, unique(indicator, version));
    create table indicator_quarter_plan (
      id {id}, seq bigint not null, indicator bigint not null references indicator(id),
      unit bigint not null references unit(id), year bigint not null, quarter bigint not null, version bigint not null,
      value bigint not null, known text not null, source_vi text not null, source_en text not null,
      unique(indicator, unit, year, quarter, version));
    create table figure_publication (
      id {id}, seq bigint not null, month bigint not null, vintage bigint not null, title_vi text not null,
      title_en text not null, at bigint not null, seat bigint not null);
    create index figure_publication_month on figure_publication(month);
  )"},
          {"figures.tiles", R"(
    create table figure_tile (
      id {id}, unit bigint not null unique references unit(id), tile_column bigint not null, tile_row bigint not null);
  )"},
          // A month's table, its grid and who is late ask for all indicators of a month.
          {"figures.month", R"(
    drop index figure_month;
    create index figure_month on figure(month, indicator);
  )"}};
}

void define(db::Transaction& tx, const std::vector<Indicator>& indicators, const std::vector<PlanLine>& plans,
            const Text& about, Sequence seq) {
  std::map<std::string, std::pair<int64_t, int32_t>> known;  // code → number, scale
  int64_t position = 0;
  for (auto& i : indicators) {
    auto text = json::text_of(i);
    auto id = tx.one_value<int64_t>("select id from indicator where code = ?", i.code);
    if (id)
      tx.exec("update indicator set position = ?, definition = ?, seq = ? where id = ?", position, text, seq, *id);
    else
      id = tx.insert("insert into indicator(code, position, definition, seq) values (?,?,?,?) returning id", i.code,
                     position, text, seq);
    known[i.code] = {*id, i.scale};
    ++position;
  }
  std::map<std::string, int64_t> unit_of;
  for (auto& u : units::all(tx)) unit_of[u.code] = u.id;
  for (auto& p : plans) {
    auto indicator = known.find(p.indicator);
    auto unit = unit_of.find(p.unit);
    if (indicator == known.end() || unit == unit_of.end())
      throw std::invalid_argument("a plan names what is not there: " + p.indicator + ", " + p.unit);
    auto value = p.value.at_scale(indicator->second.second);
    if (!value) throw std::invalid_argument("a plan has more decimals than its indicator: " + p.indicator);
    tx.exec(
        "insert into indicator_plan(seq, indicator, unit, year, version, value, known, source_vi, source_en) "
        "values (?,?,?,?,?,?,?,?,?) on conflict (indicator, unit, year, version) do nothing",
        seq, indicator->second.first, unit->second, p.year, p.version, value->units, p.known, p.source);
  }
  if (!about.empty()) tx.exec("insert into indicator_about(seq, text_vi, text_en) values (?,?,?)", seq, about);
}

namespace {

/// Definitions are read with every figure and changed once a year: each text is read once.
class Definitions {
 public:
  Indicator read(const std::string& text) {
    std::lock_guard lock(mutex_);
    if (auto known = read_.find(text); known != read_.end()) return known->second;
    auto indicator = json::read_text<Indicator>(text);
    if (!indicator) throw std::runtime_error("the store holds an indicator that cannot be read");
    if (read_.size() >= kept_max) read_.clear();
    return read_.emplace(text, std::move(*indicator)).first->second;
  }

 private:
  static constexpr size_t kept_max = 4096;  // a country has hundreds
  std::mutex mutex_;
  std::unordered_map<std::string, Indicator> read_;
};

}  // namespace

std::vector<IndicatorRow> stored_indicators(db::Transaction& tx) {
  static Definitions definitions;
  std::vector<IndicatorRow> out;
  for (auto& line : tx.query<IndicatorLine>("select id, definition from indicator order by position, id"))
    out.push_back({line.id, definitions.read(line.definition)});
  return out;
}

Text about(db::Transaction& tx) {
  return tx.one<Text>("select text_vi, text_en from indicator_about order by id desc limit 1").value_or(Text{});
}

void add_figure(Context& context, int64_t indicator, int64_t unit, Month month, std::optional<int64_t> value,
                State state, std::optional<Instant> at) {
  context.tx.exec(
      "insert into figure(seq, indicator, unit, month, value, state, at, seat) values (?,?,?,?,?,?,?,?)", context.seq,
      indicator, unit, month, value, state, at.value_or(context.at()), context.actor.seat);
}

std::vector<FormEvent> form_events(db::Transaction& tx, int64_t unit, Month month) {
  return tx.query<FormEvent>(
      "select e.step, e.reason, e.at, e.seat from form_event e join form f on f.id = e.form "
      "where f.unit = ? and f.month = ? order by e.id",
      unit, month);
}

void add_form_event(Context& context, int64_t unit, Month month, FormStep step, const std::string& reason,
                    std::optional<Instant> at) {
  auto& tx = context.tx;
  auto form = tx.one_value<int64_t>("select id from form where unit = ? and month = ?", unit, month);
  if (!form) form = tx.insert("insert into form(unit, month) values (?,?) returning id", unit, month);
  tx.exec("insert into form_event(seq, form, step, reason, at, seat) values (?,?,?,?,?,?)", context.seq, *form, step,
          reason, at.value_or(context.at()), context.actor.seat);
}

FormState state_after(const std::vector<FormEvent>& events) {
  FormState state = FormState::open;
  for (auto& e : events) {
    if (e.step == FormStep::submitted) state = FormState::submitted;
    if (e.step == FormStep::returned) state = FormState::returned;
    if (e.step == FormStep::approved) state = FormState::approved;
    if (e.step == FormStep::reopened || e.step == FormStep::taken_back) state = FormState::open;
  }
  return state;
}

bool ever_approved(const std::vector<FormEvent>& events) {
  return std::any_of(events.begin(), events.end(), [](auto& e) { return e.step == FormStep::approved; });
}

std::vector<HeldRow> held(db::Transaction& tx, int64_t unit, Month month) {
  return tx.query<HeldRow>("select id, seq, indicator, value, state from figure_held where unit = ? and month = ?", unit,
                           month);
}

Sequence vintage_now(db::Transaction& tx) {
  auto last = [&](const char* table) { return tx.one_value<int64_t>(std::string("select coalesce(max(seq), 0) from ") + table).value_or(0); };
  return std::max(last("figure"), last("indicator_plan"));
}

}  // namespace giaoban::figures
