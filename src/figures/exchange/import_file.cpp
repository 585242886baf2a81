// figures.check_file, figures.import_file: a file's values, form by form, the way that typed ones go.
#include <charconv>
#include <tuple>

#include "figures/exchange/exchange.hpp"
#include "figures/exchange/template_of.hpp"
#include "figures/form_entry.hpp"
#include "files/files.hpp"

namespace giaoban::figures::exchange {
namespace {

/// Changes that one answer shows; a form has some dozens. How many there are is said beside them.
constexpr size_t changes_shown = 200;

/// "/cells/3/value" → 3; what is said of the whole form stands on its first cell.
size_t cell_of(const std::string& pointer) {
  size_t out = 0;
  if (pointer.starts_with("/cells/")) std::from_chars(pointer.data() + 7, pointer.data() + pointer.size(), out);
  return out;
}

class Import {
 public:
  Import(Context& context, const Tools& tools, bool write) : context_(context), tools_(tools), write_(write), indicators_(stored_indicators(context.tx)) {
    known_ = known_names(context.tx, indicators_);
    for (auto& row : indicators_) names_[row.indicator.code] = &row.indicator.name;
  }

  Outcome<FileReport> run(const FileRequest& request, std::string bytes) {
    auto form_of = [&](const std::string& unit, Month month) -> Outcome<FormTemplate> {
      TRY(form, open_form(context_, unit, month, &indicators_));
      return template_of(context_, tools_, form);
    };
    TRY(reading, read_file(std::move(bytes), mapping_of(request), known_, form_of));
    report_.kind = reading.kind;
    report_.sheets = reading.sheets;
    report_.notices = reading.notices;
    report_.strangers = std::move(reading.strangers);
    report_.values = static_cast<int32_t>(reading.values.size());
    faults_ = std::move(reading.faults);
    look(reading.values);
    report_.wrong = static_cast<int32_t>(faults_.count());
    report_.faults = faults_.named();
    if (!write_) return std::move(report_);
    if (faults_.any() && !request.good_part.value_or(false)) return refused();
    write();
    return std::move(report_);
  }

 private:
  /// One form of the file: its cells, and where each of them stands.
  struct Part {
    std::unique_ptr<OpenForm> form;
    std::unique_ptr<FormEntry> entry;
    std::vector<EnterCell> cells;
    std::vector<const FileValue*> values;  // beside them
  };

  void look(const std::vector<FileValue>& values) {
    std::map<std::tuple<std::string, std::string, Month>, const FileValue*> seen;
    for (auto& v : values) {
      auto [first, fresh] = seen.emplace(std::tuple(v.unit, v.indicator, v.month), &v);
      if (!fresh) {
        faults_.add(v.address, {"Số này đã có ở " + first->second->address + ". Giữ một chỗ.", "This figure stands at " + first->second->address + " too. Keep one of them."});
        continue;
      }
      auto& part = parts_[{v.unit, v.month}];
      part.cells.push_back({v.indicator, v.value, v.state, v.reason.empty() ? std::nullopt : std::optional(v.reason)});
      part.values.push_back(&v);
    }
    for (auto& [key, part] : parts_)
      if (open(key.first, key.second, part)) look(part);
  }

  bool open(const std::string& unit, Month month, Part& part) {
    auto form = open_form(context_, unit, month, &indicators_);
    if (!form) {
      for (auto* v : part.values) faults_.add(v->address, form.error().title);
      return false;
    }
    part.form = std::make_unique<OpenForm>(std::move(*form));
    part.entry = std::make_unique<FormEntry>(context_, tools_, *part.form);
    return true;
  }

  void look(Part& part) {
    leave_out_unchanged(part);
    if (part.cells.empty()) return;
    Faults found;
    part.entry->look(part.cells, found);
    if (found.any()) leave_out_wrong(part, found.problem().value().fields);
    else if (auto obstacle = part.entry->obstacle()) {
      for (auto* v : part.values) faults_.add(v->address, obstacle->title);
      return;
    }
    if (part.cells.empty()) return;
    for (auto& effect : part.entry->effects()) show(part, effect);
    ready_.push_back(&part);
  }

  /// What is there already is no change, whoever may change it.
  void leave_out_unchanged(Part& part) {
    Faults passing;
    part.entry->look(part.cells, passing);
    auto keep = part.entry->unchanged();
    keep.flip();
    report_.unchanged += static_cast<int32_t>(std::count(keep.begin(), keep.end(), false));
    keep_only(part, keep);
  }

  void leave_out_wrong(Part& part, const std::vector<FieldError>& fields) {
    std::vector<bool> keep(part.cells.size(), true);
    for (auto& field : fields) {
      auto at = std::min(cell_of(field.pointer), part.cells.size() - 1);
      bool whole_form = !field.pointer.starts_with("/cells/");
      faults_.add(part.values[at]->address, field.message);
      if (whole_form) keep.assign(keep.size(), false);
      else keep[at] = false;
    }
    keep_only(part, keep);
    Faults none;
    if (!part.cells.empty()) part.entry->look(part.cells, none);
  }

  static void keep_only(Part& part, const std::vector<bool>& keep) {
    size_t to = 0;
    for (size_t at = 0; at < keep.size(); ++at) {
      if (!keep[at]) continue;
      if (to != at) part.cells[to] = std::move(part.cells[at]), part.values[to] = part.values[at];
      ++to;
    }
    part.cells.resize(to);
    part.values.resize(to);
  }

  void show(const Part& part, FormEntry::Effect& effect) {
    ++report_.changed;
    if (effect.held) ++report_.held;
    if (report_.changes.size() >= changes_shown) return;
    auto& v = *part.values[effect.cell];
    report_.changes.push_back({v.address, v.indicator, *names_[v.indicator], part.form->unit.short_name, v.month, effect.before,
                               effect.value.value_or(v.value), effect.state, std::move(effect.check), effect.held, v.formula});
  }

  void write() {
    for (auto* part : ready_) part->entry->write(tools_.columns);
    report_.written = true;
    bool one = ready_.size() == 1;
    context_.about(one ? "form/" + ready_.front()->form->unit.code + "/" + ready_.front()->form->month.iso() : "figures");
  }

  tl::unexpected<Problem> refused() const {
    std::vector<FieldError> fields;
    for (auto& fault : faults_.named()) fields.push_back({"/file/" + fault.address, fault.what});
    auto count = std::to_string(faults_.count());
    return refuse(Problem::Kind::invalid,
                  {"Có " + count + " chỗ trong tệp cần sửa. Chưa có gì được ghi.", count + " places in the file need correcting. Nothing was saved."},
                  std::move(fields));
  }

  Context& context_;
  const Tools& tools_;
  const bool write_;
  std::vector<IndicatorRow> indicators_;
  std::map<std::string, const Text*> names_;
  Known known_;
  spreadsheet::CellFaults faults_;
  std::map<std::pair<std::string, Month>, Part> parts_;  // the forms that the file has values of
  std::vector<Part*> ready_;                             // of them, those that something is written to
  FileReport report_;
};

Outcome<FileReport> take_kept(Context& context, const Tools& tools, const FileRequest& request, bool write) {
  TRY(bytes, kept_file(context, tools, request.file));
  return take_file(context, tools, request, std::move(bytes), write);
}

/// "word=code", a line each; a word may hold the sign itself.
std::optional<std::vector<Meaning>> meanings(const std::optional<std::string>& lines) {
  if (!lines) return {};
  std::vector<Meaning> out;
  for (std::string_view rest = *lines; !rest.empty();) {
    auto line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (auto sign = line.rfind('='); sign != std::string_view::npos) out.push_back({std::string(line.substr(0, sign)), std::string(line.substr(sign + 1))});
  }
  return out;
}

}  // namespace

Known known_names(db::Transaction& tx, const std::vector<IndicatorRow>& indicators) {
  Known known;
  for (auto& row : indicators) {
    auto& i = row.indicator;
    known.indicators.add(i.code, {i.name.vi, i.name.en, i.short_name.vi, i.short_name.en});
  }
  for (auto& unit : units::all(tx)) known.units.add(unit.code, {unit.name.vi, unit.name.en, unit.short_name.vi, unit.short_name.en});
  return known;
}

Outcome<std::string> kept_file(Context& context, const Tools& tools, int64_t id) {
  auto file = files::find(context.tx, id);
  if (!file || !units::may_act_for(context, file->unit)) return forbidden();
  auto bytes = tools.files.read(file->hash);
  if (!bytes) return not_found({"Tệp không còn trong kho. Hãy nạp lại.", "The file is no longer in the store. Send it again."});
  return std::move(*bytes);
}

Mapping mapping_of(const FileRequest& r) {
  return {r.sheet, r.header_row, r.indicator, r.unit, r.month, r.value, r.state, r.reason, r.across, r.decimal_sign, meanings(r.columns), meanings(r.names)};
}

Outcome<FileReport> take_file(Context& context, const Tools& tools, const FileRequest& request, std::string bytes, bool write) {
  return Import(context, tools, write).run(request, std::move(bytes));
}

Outcome<FileReport> check_file(Context& context, const Tools& tools, const FileRequest& request) {
  return take_kept(context, tools, request, false);
}
Outcome<FileReport> import_file(Context& context, const Tools& tools, const FileRequest& request) {
  return take_kept(context, tools, request, true);
}

}  // namespace giaoban::figures::exchange
