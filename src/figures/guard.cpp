// figures.guard: which numbers of a text contradict the data, or each other.
#include "figures/guard/guard.hpp"

#include <mutex>

#include "figures/guard_text.hpp"
#include "figures/views.hpp"
#include "rules/guard_words.hpp"

namespace giaoban::figures {
namespace {

using guard::UnitNames;
using guard::Vocabulary;

/// What names a vocabulary was made of, in one number (FNV-1a over all of them).
class Fingerprint {
 public:
  void add(std::string_view s) {
    for (unsigned char c : s) value_ = (value_ ^ c) * 1099511628211u;
    value_ = (value_ ^ 0xff) * 1099511628211u;
  }
  void add(const Text& t) { add(t.vi), add(t.en); }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 14695981039346656037u;
};

/// Made again only when indicators, units or the rule's words have changed: reports are rendered at every correction.
std::shared_ptr<const Vocabulary> vocabulary_of(const std::vector<Indicator>& indicators, const std::vector<UnitNames>& units,
                                                const rules::Rule<rules::GuardWords>& words) {
  Fingerprint print;
  for (auto& i : indicators) {
    print.add(i.code), print.add(i.name), print.add(i.short_name), print.add(i.unit_of_measure);
    if (i.sentence_name) print.add(*i.sentence_name);
    if (!i.also_called) continue;
    for (auto& list : {i.also_called->vi, i.also_called->en})
      for (auto& name : list) print.add(name);
  }
  for (auto& u : units) {
    print.add(u.code);
    for (auto& name : u.vi) print.add(name);
  }
  print.add(std::to_string(words.version));
  static std::mutex mutex;
  static std::shared_ptr<const Vocabulary> last;
  static uint64_t last_print = 0;
  std::scoped_lock lock(mutex);
  if (!last || last_print != print.value()) {
    last = std::make_shared<Vocabulary>(indicators, words.value, units);
    last_print = print.value();
  }
  return last;
}

std::vector<UnitNames> names_of(db::Transaction& tx) {
  std::vector<UnitNames> out;
  for (auto& u : units::all(tx)) out.push_back({u.code, {u.name.vi, u.short_name.vi}, {u.name.en, u.short_name.en}});
  return out;
}

}  // namespace

guard::Result hold_text(db::Transaction& tx, const Tools& tools, const std::string& text, const guard::Setting& setting, Sequence as_of) {
  for (auto* table : {"figure", "indicator", "indicator_plan", "unit"}) tx.note_read(table);
  auto day = last_day(setting.month);
  auto& words = tools.rules.guard_words->on(day);
  auto units = names_of(tx);
  return tools.columns.read([&](const Columns& columns) {
    auto vocabulary = vocabulary_of(columns.indicators(), units, words);
    return guard::check(text, *vocabulary, setting, {columns.indicators(), &columns, tools.rules.wording.on(day).value, as_of});
  });
}

Outcome<guard::Result> guard_text(Context& context, const Tools& tools, const GuardRequest& request) {
  TRY(unit, unit_to_show(context, request.unit, request.month));
  Faults faults;
  faults.require(request.text.size() <= guarded_text_max, "/text",
                 {"Đoạn dài quá; hãy soát từng đoạn một.", "The text is too long; hold one paragraph after the other."});
  if (faults.any()) return faults.problem();
  auto result = hold_text(context.tx, tools, request.text, {request.month, unit.code, request.language}, request.as_of.value_or(newest));
  // What another unit's numbers should be is not told to whoever may not see them.
  if (!sees_all(context)) std::erase_if(result.findings, [](auto& f) { return f.other_unit; });
  return result;
}

}  // namespace giaoban::figures
