// figures.enter: values as they are typed, one cell or a pasted block. All cells are checked before any is written.
#include <set>

#include "figures/form.hpp"

namespace giaoban::figures {
namespace {

/// No city's figure needs more digits than fit a column of a printed table.
constexpr int64_t value_max = 1'000'000'000'000'000;
/// A reason is a sentence or two.
constexpr size_t reason_bytes_max = 1000;

struct Wanted {
  const IndicatorRow* row = nullptr;
  const EnterCell* cell = nullptr;
  std::optional<int64_t> value;
  State state = State::official;
  std::string at;  // its place in the request
};

Text too_fine(const Indicator& i) {
  if (i.scale == 0) return {"Chỉ tiêu này ghi số nguyên.", "This indicator takes whole numbers."};
  return {fmt::format("Chỉ tiêu này ghi nhiều nhất {} chữ số lẻ.", i.scale),
          fmt::format("This indicator takes at most {} decimals.", i.scale)};
}

std::optional<int64_t> value_of(const EnterCell& cell, const Indicator& i, const std::string& at, Faults& faults) {
  if (!cell.value) return {};
  auto scaled = cell.value->at_scale(i.scale);
  if (!scaled) {
    faults.add(at + "/value", too_fine(i));
    return {};
  }
  if (scaled->units < 0) faults.add(at + "/value", {"Không ghi số âm.", "No negative figures."});
  if (scaled->units > value_max)
    faults.add(at + "/value", {"Số quá lớn. Xem lại đơn vị tính: " + i.unit_of_measure.vi + ".",
                               "Too large. Look at the unit: " + i.unit_of_measure.en + "."});
  return scaled->units;
}

std::vector<Wanted> wanted(const OpenForm& form, const EnterRequest& request, Faults& faults) {
  std::vector<Wanted> out;
  std::set<std::string> seen;
  if (request.cells.empty()) faults.add("/cells", {"Chưa có ô nào.", "There is no cell."});
  for (size_t c = 0; c < request.cells.size(); ++c) {
    auto& cell = request.cells[c];
    auto at = fmt::format("/cells/{}", c);
    auto row = std::find_if(form.indicators.begin(), form.indicators.end(),
                            [&](auto& r) { return r.indicator.code == cell.indicator; });
    if (row == form.indicators.end()) {
      faults.add(at + "/indicator", {"Đơn vị không báo cáo chỉ tiêu này.", "The unit does not report this indicator."});
      continue;
    }
    if (!seen.insert(cell.indicator).second)
      faults.add(at + "/indicator", {"Chỉ tiêu này có hai lần.", "This indicator is there twice."});
    auto state = cell.state.value_or(State::official);
    if (state != State::official && state != State::estimate)
      faults.add(at + "/state", {"Số của đơn vị là chính thức hoặc ước.", "A unit's figure is official or an estimate."});
    if (cell.reason && cell.reason->size() > reason_bytes_max)
      faults.add(at + "/reason", {"Lý do dài quá 1.000 ký tự.", "The reason is longer than 1,000 characters."});
    auto value = value_of(cell, row->indicator, at, faults);
    if (!form.own) state = State::stand_in;
    else if (state == State::official && ever_approved(form.events)) state = State::revised;
    out.push_back({&*row, &cell, value, state, at});
  }
  return out;
}

class Writer {
 public:
  Writer(Context& context, const Tools& tools, const OpenForm& form)
      : context_(context),
        form_(form),
        bands_(tools.rules.reporting.checks.on(last_day(form.month)).value),
        wording_(tools.rules.wording.on(last_day(form.month)).value),
        cells_(cell_values(context.tx, form.unit.id, form.month)) {
    for (auto& h : held(context.tx, form.unit.id, form.month)) held_[h.indicator] = h;
  }

  const CellValues& now(const Wanted& w) { return cells_[w.row->id]; }

  /// Somebody wrote another figure into the cell since it was seen. The same figure is no conflict.
  bool overtaken(const Wanted& w) {
    if (!w.cell->seen) return false;
    auto& cell = now(w);
    auto held = held_.find(w.row->id);
    auto value = held == held_.end() ? cell.value : std::optional(held->second.value);
    auto version = held == held_.end() ? cell.seq : std::max(cell.seq, held->second.seq);
    return *w.cell->seen != version && w.value != value;
  }

  void write(const Wanted& w) {
    auto& cell = now(w);
    bool reason = w.cell->reason && !w.cell->reason->empty();
    bool stopped = w.value && check({w.row->indicator, form_.month, *w.value, cell.last_month, cell.last_year}, bands_, wording_);
    if (held_.contains(w.row->id)) context_.tx.exec("delete from figure_held where id = ?", held_[w.row->id].id);
    if (stopped && !reason) return hold(w);
    bool same = w.value == cell.value && (!w.value || w.state == cell.state);
    if (!same) {
      add_figure(context_, w.row->id, form_.unit.id, form_.month, w.value, w.state);
      changes_.push_back({w.row->indicator.code, w.value, w.state});
    }
    if (stopped) note(w);
  }

  /// The columns learn of it once it is committed.
  void finish(LiveColumns& columns) {
    if (changes_.empty()) return;
    context_.after_commit([&columns, changes = changes_, unit = form_.unit.code, month = form_.month, seq = context_.seq] {
      auto list = columns.read([&](const Columns& c) {
        std::vector<Change> out;
        for (auto& change : changes)
          out.push_back({seq, c.find_indicator(change.indicator).value(), c.find_unit(unit).value(), month, change.value,
                         change.state});
        return out;
      });
      columns.apply(list);
    });
  }

 private:
  struct Written {
    std::string indicator;
    std::optional<int64_t> value;
    State state;
  };

  void hold(const Wanted& w) {
    context_.tx.exec("insert into figure_held(seq, indicator, unit, month, value, state) values (?,?,?,?,?,?)",
                     context_.seq, w.row->id, form_.unit.id, form_.month, *w.value, w.state);
  }

  void note(const Wanted& w) {
    context_.tx.exec(
        "insert into figure_note(seq, indicator, unit, month, value, reason, at, seat) values (?,?,?,?,?,?,?,?)",
        context_.seq, w.row->id, form_.unit.id, form_.month, *w.value, *w.cell->reason, context_.at(),
        context_.actor.seat);
  }

  Context& context_;
  const OpenForm& form_;
  const rules::EntryChecks& bands_;
  const rules::Wording& wording_;
  std::unordered_map<int64_t, CellValues> cells_;
  std::unordered_map<int64_t, HeldRow> held_;
  std::vector<Written> changes_;
};

/// What was typed over an older figure than the one that is there now. None of the cells is written.
std::optional<tl::unexpected<Problem>> conflicts(const std::vector<Wanted>& cells, Writer& writer) {
  std::vector<FieldError> fields;
  for (auto& w : cells)
    if (writer.overtaken(w))
      fields.push_back({w.at + "/seen", {"Ô này đã có số khác trong lúc đó.", "The cell has been given another figure meanwhile."}});
  if (fields.empty()) return {};
  return refuse(Problem::Kind::conflict,
                {"Có ô đã đổi trong lúc bạn nhập. Chọn giữ số nào.", "Cells were changed while you typed. Choose which figure stands."},
                std::move(fields));
}

}  // namespace

Outcome<Form> enter(Context& context, const Tools& tools, const EnterRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  Faults faults;
  faults.require(request.month <= context.at().local_date().in_month(), "/month",
                 {"Tháng này chưa tới.", "This month has not come yet."});
  auto cells = wanted(form, request, faults);
  Writer writer(context, tools, form);
  for (auto& w : cells) {
    auto& now = writer.now(w);
    bool own_figure = now.value && now.state != State::stand_in;
    if (w.state == State::stand_in && own_figure)
      faults.add(w.at + "/value",
                 {"Đơn vị đã có số của mình; Văn phòng không ước thay.", "The unit has given its own figure; the Office does not estimate in its place."});
  }
  if (faults.any()) return faults.problem();
  if (auto why = locked_because(form.state)) return conflict(*why);
  if (auto overtaken = conflicts(cells, writer)) return *overtaken;
  for (auto& w : cells) writer.write(w);
  writer.finish(tools.columns);
  context.about("form/" + form.unit.code + "/" + form.month.iso());
  return form_view(context, tools, form);
}

}  // namespace giaoban::figures
