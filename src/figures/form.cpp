// figures.form: one unit's month, with what it is compared with and what may be done with it. Read from the store,
// not from the columns, so that a change answers with what it has just written.
#include "figures/form.hpp"

#include "access/access.hpp"
#include "base/installation.hpp"
#include "figures/before_act.hpp"
#include "figures/views.hpp"

namespace giaoban::figures {
namespace {

struct CellRow {
  int64_t indicator = 0;
  Month month;
  std::optional<int64_t> value;
  State state = State::official;
  Instant at;
  int64_t seq = 0, seat = 0;
};
BOOST_DESCRIBE_STRUCT(CellRow, (), (indicator, month, value, state, at, seq, seat))

struct CommentRow {
  int64_t indicator = 0;
  std::string text;
  Instant at;
  int64_t seat = 0;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (), (indicator, text, at, seat))

struct NoteRow {
  int64_t indicator = 0, value = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(NoteRow, (), (indicator, value, reason))

/// Who did it: 0 is the program itself.
Text hand(db::Transaction& tx, int64_t seat) {
  return seat ? access::seat_ref(tx, seat).title : Text{"Nhập từ hồ sơ", "Imported"};
}

std::optional<Decimal> shown(std::optional<int64_t> value, const Indicator& i) {
  if (!value) return {};
  return Decimal{*value, i.scale};
}

class LineMaker {
 public:
  LineMaker(Context& context, const Tools& tools, const OpenForm& form)
      : form_(form),
        checks_(form_checks(tools, form.month)),
        wording_(tools.rules.wording.on(last_day(form.month)).value),
        cells_(cell_values(context.tx, tools, form)) {
    for (auto& h : held(context.tx, form.unit.id, form.month)) held_.emplace(h.indicator, h);
    put_cells(checks_, form, cells_, held_);
    for (auto& n : context.tx.query<NoteRow>(
             "select indicator, value, reason from figure_note where unit = ? and month = ? order by id", form.unit.id,
             form.month))
      notes_[n.indicator] = n;
    for (auto& c : context.tx.query<CommentRow>(
             "select indicator, text, at, seat from figure_comment where unit = ? and month = ? order by id",
             form.unit.id, form.month))
      comments_[c.indicator].push_back({title(context.tx, c.seat), c.at, c.text});
    for (auto& [indicator, cell] : cells_)
      if (cell.value) title(context.tx, cell.seat);
  }

  FormLine line(const IndicatorRow& row) const {
    auto& i = row.indicator;
    CellValues cell;
    if (auto found = cells_.find(row.id); found != cells_.end()) cell = found->second;
    FormLine out;
    out.indicator = indicator_ref(i);
    out.value = shown(cell.value, i);
    out.state = cell.value ? cell.state : State::missing;
    out.known = cell.value ? cell.known : std::nullopt;
    if (cell.value) out.by = titles_.at(cell.seat);
    out.version = cell.seq;
    if (auto c = comments_.find(row.id); c != comments_.end()) out.comments = c->second;
    out.last_month = shown(cell.last_month, i);
    out.last_year = shown(cell.last_year, i);
    auto value = cell.value;
    if (auto h = held_.find(row.id); h != held_.end()) {
      value = h->second.value;
      out.version = std::max(out.version, h->second.seq);
      out.held = shown(value, i);
      out.check = checks_.of(i.code);
    } else if (auto n = notes_.find(row.id); n != notes_.end() && cell.value == n->second.value) {
      out.reason = n->second.reason;
    }
    auto compared = [&](Measure measure, const Total& base) {
      auto c = compare(own_total(value), base, i, i.month_style, wording_);
      c.measure = measure;
      return c;
    };
    out.month_on_month = compared(Measure::month_on_month, cell.month_before.value_or(own_total(cell.last_month)));
    out.year_on_year = compared(Measure::year_on_year, cell.year_before.value_or(own_total(cell.last_year)));
    return out;
  }

 private:
  /// A form has many cells and few hands.
  const Text& title(db::Transaction& tx, int64_t seat) {
    auto [it, fresh] = titles_.try_emplace(seat);
    if (fresh) it->second = hand(tx, seat);
    return it->second;
  }

  const OpenForm& form_;
  Checks checks_;
  const rules::Wording& wording_;
  std::unordered_map<int64_t, Text> titles_;  // of seats
  std::unordered_map<int64_t, std::vector<CellComment>> comments_;
  std::unordered_map<int64_t, CellValues> cells_;
  std::unordered_map<int64_t, HeldRow> held_;
  std::unordered_map<int64_t, NoteRow> notes_;
};

void add_line(Form& out, FormLine line) {
  ++out.of;
  if (line.held) ++out.held;
  else if (line.state == State::stand_in) ++out.stand_in;
  else if (line.value) ++out.filled;
  auto& name = line.indicator.group;
  if (out.groups.empty() || !(out.groups.back().name == name)) out.groups.push_back({name, {}});
  out.groups.back().lines.push_back(std::move(line));
}

void tell_what_happened(Context& context, const OpenForm& form, Form& out) {
  std::optional<Instant> submitted;
  for (auto& e : form.events) {
    out.happened.push_back({e.step, e.at, hand(context.tx, e.seat), e.reason});
    if (e.step == FormStep::submitted) submitted = e.at;
    if (e.step == FormStep::returned || e.step == FormStep::taken_back) submitted.reset();
  }
  out.late = submitted.value_or(context.now()) > out.due;
}

}  // namespace

const rules::Versions<rules::Questions>& questions() {
  static const auto loaded = [] {
    auto read = rules::load_questions(installation() / "rules");
    if (!read) throw std::runtime_error(json::text_of_problem(read.error()));
    return std::move(*read);
  }();
  return loaded;
}

Checks form_checks(const Tools& tools, Month month) {
  auto day = last_day(month);
  return {questions().on(day).value, tools.rules.reporting.checks.on(day).value, tools.rules.wording.on(day).value, month};
}

void put_cells(Checks& checks, const OpenForm& form, const std::unordered_map<int64_t, CellValues>& cells,
               const std::unordered_map<int64_t, HeldRow>& held) {
  for (auto& row : form.indicators) {
    Checks::Cell out;
    if (auto c = cells.find(row.id); c != cells.end()) out = {c->second.value, c->second.last_month, c->second.last_year};
    if (auto h = held.find(row.id); h != held.end()) out.value = h->second.value;
    checks.put(row.indicator, out);
  }
}

Outcome<FormChecks> checks_of(Context&, const Tools& tools, const ChecksRequest& request) {
  auto day = last_day(request.month);
  return FormChecks{questions().on(day).value, tools.rules.reporting.checks.on(day).value, tools.rules.wording.on(day).value};
}

Total own_total(std::optional<int64_t> value) {
  Total t;
  t.known = value.has_value();
  t.amount.numerator = value.value_or(0);
  t.state = State::official;
  t.coverage = {value ? 1 : 0, 0, 1};
  return t;
}

std::unordered_map<int64_t, CellValues> cell_values(db::Transaction& tx, const Tools& tools, const OpenForm& form) {
  std::unordered_map<int64_t, CellValues> out;
  auto month = form.month;
  for (auto& row : tx.query<CellRow>(
           "select indicator, month, value, state, at, seq, seat from figure where unit = ? and month in (?, ?, ?) order by id",
           form.unit.id, month, month.plus(-1), month.plus(-12))) {
    auto& cell = out[row.indicator];
    if (row.month == month) cell.value = row.value, cell.state = row.state, cell.known = row.at, cell.seq = row.seq, cell.seat = row.seat;
    else if (row.month == month.plus(-1)) cell.last_month = row.value;
    else cell.last_year = row.value;
  }
  tools.columns.read([&](const Columns& columns) {
    for (auto& row : form.indicators) fill_before_act(columns, row.indicator.code, form.unit.code, month, out[row.id]);
  });
  return out;
}

std::optional<Text> locked_because(FormState state) {
  if (state == FormState::submitted)
    return Text{"Biểu đã gửi, đang chờ Văn phòng duyệt. Cần sửa thì đơn vị lấy lại biểu.",
                "The form has been sent and awaits the Office. To change it, the unit takes it back."};
  if (state == FormState::approved)
    return Text{"Biểu đã được duyệt và khóa. Cần điều chỉnh thì đề nghị Văn phòng mở lại.",
                "The form is approved and locked. To revise it, ask the Office to reopen it."};
  return {};
}

Outcome<OpenForm> open_form(Context& context, const std::string& code, Month month,
                            const std::vector<IndicatorRow>* known) {
  auto unit = units::by_code(context.tx, code);
  if (!unit) {
    if (sees_all(context))
      return not_found({"Không có đơn vị này.", "There is no such unit."});
    return forbidden();
  }
  if (!sees_all(context) && !units::may_act_for(context, unit->id)) return forbidden();
  if (!unit->in_force(last_day(month)))
    return not_found({"Trong tháng này không có đơn vị ấy: chưa lập hoặc đã sắp xếp.", "There is no such unit in this month: not yet made, or reorganised since."});
  OpenForm form;
  form.month = month;
  std::vector<IndicatorRow> read;
  if (!known) known = &(read = stored_indicators(context.tx));
  for (auto& row : *known)
    if (row.indicator.reported_in(month) && reports(row.indicator, *unit)) form.indicators.push_back(row);
  if (form.indicators.empty())
    return not_found({"Đơn vị này không báo cáo chỉ tiêu nào trong tháng.", "This unit reports no indicator in the month."});
  form.own = units::is_within(context.tx, context.actor.unit, unit->id) && unit->parent;
  form.events = form_events(context.tx, unit->id, month);
  form.state = state_after(form.events);
  form.unit = std::move(*unit);
  return form;
}

Form form_view(Context& context, const Tools& tools, const OpenForm& form) {
  context.tx.note_read("form_event");
  Form out;
  out.unit = {form.unit.id, form.unit.code, form.unit.short_name};
  out.unit_name = form.unit.name;
  out.month = form.month;
  bool commune = is_commune(form.unit.kind);
  auto& reporting = tools.rules.reporting;
  out.number = (commune ? reporting.communes : reporting.named).on(first_day(form.month)).value.form;
  out.state = form.state;
  std::vector<const Indicator*> entered;
  for (auto& row : form.indicators) entered.push_back(&row.indicator);
  out.due = form_due(tools, form.month, commune, entered);
  LineMaker maker(context, tools, form);
  for (auto& row : form.indicators) add_line(out, maker.line(row));
  out.own = form.own;
  out.locked = locked_because(form.state);
  out.may_enter = context.may(Right::figures_enter) && !out.locked;
  out.may_submit = out.may_enter && form.own && out.filled == out.of;
  out.may_take_back = context.may(Right::figures_enter) && form.own && form.state == FormState::submitted;
  out.may_review = context.may(Right::figures_review);
  out.about = about(context.tx);
  tell_what_happened(context, form, out);
  return out;
}

Outcome<Form> show_form(Context& context, const Tools& tools, const FormRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  return form_view(context, tools, form);
}

}  // namespace giaoban::figures
