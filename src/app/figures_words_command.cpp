// giaoban figures compare | word | guard: on a data folder, or on a plain file of one's own.
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/figures_command.hpp"
#include "app/program.hpp"
#include "base/installation.hpp"
#include "figures/guard/guard.hpp"
#include "figures/number.hpp"
#include "figures/plain_file.hpp"
#include "figures/wording.hpp"
#include "rules/guard_words.hpp"

namespace giaoban::app {
namespace {

using namespace figures;

struct WordsOptions {
  std::string figures, data, database, month, unit, indicator, language;
  std::vector<std::string> texts;
};

constexpr size_t text_bytes_max = 16 * 1024 * 1024;  // a year's reports of a province; beyond, divide the file

/// Where the figures come from, the same for the three commands.
struct Opened {
  std::unique_ptr<Program> program;  // of a data folder
  std::optional<PlainFigures> plain;
  rules::Rules rules;
  std::vector<guard::UnitNames> units;
  Month month;

  template <class F>
  int read(F&& f) const {
    return plain ? f(plain->columns) : program->memory.columns.read(f);
  }
  const rules::Wording& wording() const { return rules.wording.on(last_day(month)).value; }
};

Opened open(const WordsOptions& o) {
  Opened out;
  out.rules = or_throw(rules::Rules::load(installation() / "rules"));
  if (o.figures.empty() == o.data.empty()) throw std::runtime_error("Give either --figures FILE or --data FOLDER.");
  if (!o.figures.empty()) {
    out.plain.emplace(or_throw(read_plain(o.figures)));
    out.units = out.plain->units;
    out.month = out.plain->last;
  } else {
    out.program = std::make_unique<Program>(Program::Settings{.data = o.data, .database = o.database, .readers = 1});
    out.program->database->read([&](db::Transaction& tx) {
      for (auto& u : units::all(tx)) out.units.push_back({u.code, {u.name.vi, u.short_name.vi}, {u.name.en, u.short_name.en}});
    });
    out.month = out.program->memory.clock.now().local_date().in_month().plus(-1);
  }
  if (o.month.empty()) return out;
  auto month = Month::parse(o.month);
  if (!month) throw std::runtime_error("A month is written 2021-04.");
  out.month = *month;
  return out;
}

UnitIndex unit_of(const Columns& columns, const WordsOptions& o) {
  auto unit = o.unit.empty() ? std::optional(columns.root()) : columns.find_unit(o.unit);
  if (!unit) throw std::runtime_error("There is no unit " + o.unit + ".");
  return *unit;
}

/// Calls f for the indicator asked for, or for each that has a value in the unit.
template <class F>
int each_indicator(const Columns& columns, const WordsOptions& o, F&& f) {
  if (!o.indicator.empty() && !columns.find_indicator(o.indicator)) throw std::runtime_error("There is no indicator " + o.indicator + ".");
  auto unit = unit_of(columns, o);
  for (IndicatorIndex i = 0; i < columns.indicators().size(); ++i)
    if ((o.indicator.empty() || columns.indicator(i).code == o.indicator) && !columns.reporters(i, unit).empty()) f(i, unit);
  return 0;
}

bool english(const WordsOptions& o) { return o.language == "en"; }
const std::string& in(const WordsOptions& o, const Text& text) { return english(o) ? text.en : text.vi; }

int compare(const WordsOptions& o) {
  auto opened = open(o);
  return opened.read([&](const Columns& columns) {
    std::cout << "indicator\tmeasure\tcase\tshown\tcoverage\tlike_for_like\twords\n";
    return each_indicator(columns, o, [&](IndicatorIndex i, UnitIndex unit) {
      for (auto measure : {Measure::month, Measure::month_on_month, Measure::year_on_year, Measure::on_december, Measure::year_to_date,
                           Measure::year_to_date_on_year, Measure::plan_share, Measure::share, Measure::contribution}) {
        auto c = evaluate(columns, {i, unit, opened.month, measure}, opened.wording());
        if (!c.has_number() && c.what != Case::flat) continue;
        bool value = c.what == Case::value;
        auto& measured_in = columns.indicator(i).unit_of_measure;
        auto words = value ? number_words(c, opened.wording()) + (measured_in.vi == "%" ? same("%") : same(" ") + measured_in)
                           : clause(columns, {i, unit, opened.month}, measure, opened.wording()).plain();
        std::cout << columns.indicator(i).code << '\t' << boost::describe::enum_to_string(measure, "") << '\t'
                  << boost::describe::enum_to_string(c.what, "") << '\t' << (c.has_number() ? c.shown.str() : "") << '\t'
                  << c.coverage.reported << '/' << c.coverage.expected << '\t' << (c.like_for_like ? "yes" : "matched") << '\t'
                  << in(o, words) << '\n';
      }
    });
  });
}

int word(const WordsOptions& o) {
  auto opened = open(o);
  return opened.read([&](const Columns& columns) {
    return each_indicator(columns, o, [&](IndicatorIndex i, UnitIndex unit) {
      auto sentence = month_sentence(columns, {i, unit, opened.month}, opened.wording()).plain();
      if (o.language.empty()) std::cout << sentence.vi << '\n' << sentence.en << '\n';
      else std::cout << in(o, sentence) << '\n';
    });
  });
}

std::string text_of(const WordsOptions& o) {
  std::string text;
  auto take = [&](std::istream& in) {
    text.append(std::istreambuf_iterator<char>(in), {});
    if (text.size() > text_bytes_max) throw std::runtime_error("The text is over 16 MB; divide it.");
  };
  if (o.texts.empty()) take(std::cin);
  for (auto& path : o.texts) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("Cannot read " + path + ".");
    take(in);
    text += '\n';
  }
  return text;
}

std::string place(std::string_view text, uint32_t at) {
  auto before = text.substr(0, at);
  auto line = 1 + std::count(before.begin(), before.end(), '\n');
  auto start = before.rfind('\n');
  auto in_line = before.substr(start == std::string_view::npos ? 0 : start + 1);
  auto letters = std::count_if(in_line.begin(), in_line.end(), [](char c) { return (c & 0xc0) != 0x80; });  // as people count
  return fmt::format("{}:{}", line, letters + 1);
}

int hold(const WordsOptions& o) {
  auto opened = open(o);
  auto text = text_of(o);
  std::optional<Language> language;
  if (!o.language.empty()) language = english(o) ? Language::en : Language::vi;
  return opened.read([&](const Columns& columns) {
    guard::Vocabulary vocabulary(columns.indicators(), opened.rules.guard_words->on(last_day(opened.month)).value, opened.units);
    auto result = guard::check(text, vocabulary, {opened.month, columns.unit(unit_of(columns, o)).code, language},
                               {columns.indicators(), &columns, opened.wording()});
    bool en = language.value_or(guard::language_of(text)) == Language::en;
    for (auto& f : result.findings) {
      std::cout << place(text, f.at.begin) << ": " << boost::describe::enum_to_string(f.why, "") << ": " << (en ? f.reason.en : f.reason.vi)
                << ' ' << (en ? f.suggestion.en : f.suggestion.vi) << '\n';
    }
    for (auto& s : result.unbound) std::cout << place(text, s.begin) << ": unbound: " << text.substr(s.begin, s.end - s.begin) << '\n';
    std::cout << fmt::format("{} checked, {} contradicting, {} unknown to the figures, {} unbound\n", result.checked, result.findings.size(),
                             result.unknown, result.unbound.size());
    return result.findings.empty() ? 0 : 2;
  });
}

std::shared_ptr<WordsOptions> common(CLI::App& command) {
  auto o = std::make_shared<WordsOptions>();
  command.add_option("--figures", o->figures, "A plain figures file (docs/indicator.md)");
  command.add_option("--data", o->data, "The data folder of a body instead");
  command.add_option("--database", o->database, "postgresql://… instead of SQLite in the data folder");
  command.add_option("--month", o->month, "The month, 2021-04; the newest when not given");
  command.add_option("--unit", o->unit, "A unit's code; the whole when not given");
  command.add_option("--language", o->language, "vi or en")->check(CLI::IsMember({"vi", "en"}));
  return o;
}

void run(CLI::App& command, Chosen& chosen, std::shared_ptr<WordsOptions> o, int (*f)(const WordsOptions&)) {
  command.callback([o, f, &chosen] { chosen = [o, f] { return f(*o); }; });
}

}  // namespace

void figures_compare(CLI::App& command, Chosen& chosen) {
  auto o = common(command);
  command.add_option("--indicator", o->indicator, "One indicator's code; all when not given");
  run(command, chosen, o, &compare);
}

void figures_word(CLI::App& command, Chosen& chosen) {
  auto o = common(command);
  command.add_option("--indicator", o->indicator, "One indicator's code; all when not given");
  run(command, chosen, o, &word);
}

void figures_guard(CLI::App& command, Chosen& chosen) {
  auto o = common(command);
  command.add_option("text", o->texts, "Text files; standard input when none is given");
  run(command, chosen, o, &hold);
}

}  // namespace giaoban::app
