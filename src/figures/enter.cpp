// figures.enter: values as they are typed, one cell or a pasted block. All cells are checked before any is written.
#include <set>

#include "figures/form_entry.hpp"

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
  std::optional<std::optional<CellCheck>> check;  // once it was asked for
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

std::vector<Wanted> wanted(const OpenForm& form, const std::vector<EnterCell>& cells, Faults& faults) {
  std::vector<Wanted> out;
  std::set<std::string> seen;
  std::unordered_map<std::string_view, const IndicatorRow*> rows;
  for (auto& row : form.indicators) rows.emplace(row.indicator.code, &row);
  if (cells.empty()) faults.add("/cells", {"Chưa có ô nào.", "There is no cell."});
  for (size_t c = 0; c < cells.size(); ++c) {
    auto& cell = cells[c];
    auto at = fmt::format("/cells/{}", c);
    auto found = rows.find(cell.indicator);
    if (found == rows.end()) {
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
    auto* row = found->second;
    auto value = value_of(cell, row->indicator, at, faults);
    if (!form.own) state = State::stand_in;
    else if (state == State::official && ever_approved(form.events)) state = State::revised;
    out.push_back({row, &cell, value, state, at});
  }
  return out;
}

class Writer {
 public:
  Writer(Context& context, const Tools& tools, const OpenForm& form)
      : context_(context),
        form_(form),
        checks_(form_checks(tools, form.month)),
        cells_(cell_values(context.tx, tools, form)) {
    for (auto& h : held(context.tx, form.unit.id, form.month)) held_[h.indicator] = h;
    put_cells(checks_, form, cells_, held_);
  }

  const CellValues& now(const Wanted& w) { return cells_[w.row->id]; }
  /// What the cell shows: what is held, else what counts.
  std::optional<int64_t> shown(const Wanted& w) {
    auto held = held_.find(w.row->id);
    return held == held_.end() ? now(w).value : std::optional(held->second.value);
  }
  const std::optional<CellCheck>& checked(Wanted& w) {
    if (!w.check) {
      w.check.emplace(w.value ? checks_.of(w.row->indicator.code) : std::nullopt);
      // A question about two cells that come together is asked once.
      auto& asked = *w.check;
      if (asked && asked->kind == rules::CheckKind::cross && !asked_.insert(asked->title.vi).second) asked.reset();
    }
    return *w.check;
  }
  /// The checks look at all figures of the form as they will stand.
  void expect(const Wanted& w) { checks_.put_value(w.row->indicator.code, w.value); }
  static bool has_reason(const Wanted& w) { return w.cell->reason && !w.cell->reason->empty(); }

  /// Somebody wrote another figure into the cell since it was seen. The same figure is no conflict.
  bool overtaken(const Wanted& w) {
    if (!w.cell->seen) return false;
    auto& cell = now(w);
    auto held = held_.find(w.row->id);
    auto version = held == held_.end() ? cell.seq : std::max(cell.seq, held->second.seq);
    return *w.cell->seen != version && w.value != shown(w);
  }

  void write(Wanted& w) {
    auto& cell = now(w);
    bool reason = has_reason(w), stopped = checked(w).has_value();
    if (held_.contains(w.row->id)) context_.tx.exec("delete from figure_held where id = ?", held_[w.row->id].id);
    held_.erase(w.row->id);
    if (stopped && !reason) return hold(w);
    bool same = w.value == cell.value && (!w.value || w.state == cell.state);
    if (!same) {
      add_figure(context_, w.row->id, form_.unit.id, form_.month, w.value, w.state);
      changes_.push_back({w.row->indicator.code, w.value, w.state});
    }
    if (stopped) note(w);
  }

  /// A held figure whose question was answered by another cell is counted from now on.
  void release() {
    for (auto& row : form_.indicators) {
      auto h = held_.find(row.id);
      if (h == held_.end() || checks_.of(row.indicator.code)) continue;
      context_.tx.exec("delete from figure_held where id = ?", h->second.id);
      add_figure(context_, row.id, form_.unit.id, form_.month, h->second.value, h->second.state);
      changes_.push_back({row.indicator.code, h->second.value, h->second.state});
    }
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
  Checks checks_;
  std::set<std::string> asked_;  // questions about several cells
  std::unordered_map<int64_t, CellValues> cells_;
  std::unordered_map<int64_t, HeldRow> held_;
  std::vector<Written> changes_;
};

/// What was typed over an older figure than the one that is there now. None of the cells is written.
std::optional<Problem> conflicts(const std::vector<Wanted>& cells, Writer& writer) {
  std::vector<FieldError> fields;
  for (auto& w : cells)
    if (writer.overtaken(w))
      fields.push_back({w.at + "/seen", {"Ô này đã có số khác trong lúc đó.", "The cell has been given another figure meanwhile."}});
  if (fields.empty()) return {};
  return refuse(Problem::Kind::conflict,
                {"Có ô đã đổi trong lúc bạn nhập. Chọn giữ số nào.", "Cells were changed while you typed. Choose which figure stands."},
                std::move(fields)).value();
}

}  // namespace

namespace {
/// Does the same value in this state tell more than what is there? The unit's own figure does where the Office's estimate
/// stood, and an estimate made official or the other way round.
bool says_more(State given, State there) {
  if (given == State::stand_in) return false;
  return there == State::stand_in || is_estimate(given) != is_estimate(there);
}
}  // namespace

struct FormEntry::Impl {
  Context& context;
  const OpenForm& form;
  Writer writer;
  const std::vector<EnterCell>* cells = nullptr;
  std::vector<Wanted> wanted;

  Impl(Context& c, const Tools& tools, const OpenForm& f) : context(c), form(f), writer(c, tools, f) {}
  size_t place(const Wanted& w) const { return static_cast<size_t>(w.cell - cells->data()); }
  bool changes(const Wanted& w);
};

FormEntry::FormEntry(Context& context, const Tools& tools, const OpenForm& form) : impl_(std::make_unique<Impl>(context, tools, form)) {}
FormEntry::~FormEntry() = default;

void FormEntry::look(const std::vector<EnterCell>& cells, Faults& faults) {
  auto& i = *impl_;
  faults.require(i.form.month <= i.context.at().local_date().in_month(), "/month",
                 {"Tháng này chưa tới.", "This month has not come yet."});
  i.cells = &cells;
  i.wanted = wanted(i.form, cells, faults);
  for (auto& w : i.wanted) i.writer.expect(w);
  for (auto& w : i.wanted) {
    auto& now = i.writer.now(w);
    bool own_figure = now.value && now.state != State::stand_in;
    if (w.state == State::stand_in && own_figure)
      faults.add(w.at + "/value",
                 {"Đơn vị đã có số của mình; Văn phòng không ước thay.", "The unit has given its own figure; the Office does not estimate in its place."});
  }
}

std::optional<Problem> FormEntry::obstacle() const {
  if (auto why = locked_because(impl_->form.state)) return conflict(*why).value();
  return conflicts(impl_->wanted, impl_->writer);
}

bool FormEntry::Impl::changes(const Wanted& w) {
  auto before = writer.shown(w);
  auto& now = writer.now(w);
  if (w.value != before) return true;
  if (before != now.value) return Writer::has_reason(w);  // what is held is let through by a reason
  return w.value && says_more(w.state, now.state);
}

std::vector<bool> FormEntry::unchanged() const {
  std::vector<bool> out(impl_->cells->size(), false);
  for (auto& w : impl_->wanted) out[impl_->place(w)] = w.value && !impl_->changes(w);
  return out;
}

std::vector<FormEntry::Effect> FormEntry::effects() const {
  auto& i = *impl_;
  std::vector<Effect> out;
  for (auto& w : i.wanted) {
    auto decimal = [&](std::optional<int64_t> value) {
      return value ? std::optional(Decimal{*value, w.row->indicator.scale}) : std::nullopt;
    };
    Effect e{i.place(w), decimal(i.writer.shown(w)), decimal(w.value), w.state, i.changes(w), i.writer.checked(w), false};
    e.held = e.changes && e.check && !Writer::has_reason(w);
    out.push_back(std::move(e));
  }
  return out;
}

void FormEntry::write(LiveColumns& columns) {
  for (auto& w : impl_->wanted) impl_->writer.write(w);
  impl_->writer.release();
  impl_->writer.finish(columns);
}

Outcome<Form> enter(Context& context, const Tools& tools, const EnterRequest& request) {
  TRY(form, open_form(context, request.unit, request.month));
  FormEntry entry(context, tools, form);
  Faults faults;
  entry.look(request.cells, faults);
  if (faults.any()) return faults.problem();
  if (auto obstacle = entry.obstacle()) return tl::unexpected(std::move(*obstacle));
  entry.write(tools.columns);
  context.about("form/" + form.unit.code + "/" + form.month.iso());
  return form_view(context, tools, form);
}

}  // namespace giaoban::figures
