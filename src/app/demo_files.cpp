#include "app/demo_files.hpp"

#include <set>

#include "rules/data_file.hpp"

namespace giaoban::demo {
namespace {

struct UnitsFile {
  Text about;
  std::vector<UnitLine> units;
};
BOOST_DESCRIBE_STRUCT(UnitsFile, (), (about, units))

/// Texts without one of the two languages, anywhere in what was read.
template <class T>
void check_languages(const T& value, const std::string& at, Faults& faults) {
  if constexpr (std::is_same_v<T, Text>) {
    if (value.vi.empty() || value.en.empty())
      faults.add(at, {"Thiếu một trong hai ngôn ngữ.", "One of the two languages is missing."});
  } else if constexpr (json::detail::is_vector<T>::value) {
    for (size_t i = 0; i < value.size(); ++i) check_languages(value[i], fmt::format("{}/{}", at, i), faults);
  } else if constexpr (json::detail::is_optional<T>::value) {
    if (value) check_languages(*value, at, faults);
  } else if constexpr (boost::describe::has_describe_members<T>::value && !json::detail::Scalar<T>) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto d) { check_languages(value.*d.pointer, at + "/" + d.name, faults); });
  }
}

/// Looks the names that files use for each other up.
class Names {
 public:
  Names(const City& city, Faults& faults) : faults_(faults) {
    for (auto& u : city.units) units_.insert(u.code);
    for (auto& s : city.seats) accounts_.insert(s.account);
    for (auto& i : city.indicators) indicators_.insert(i.code);
  }
  void unit(const std::string& code, const std::string& at) {
    known(units_, code, at, {"Không có đơn vị “" + code + "”.", "No unit “" + code + "”."});
  }
  void account(const std::string& code, const std::string& at) {
    known(accounts_, code, at, {"Không có tài khoản “" + code + "”.", "No account “" + code + "”."});
  }
  void indicator(const std::string& code, const std::string& at) {
    known(indicators_, code, at, {"Không có chỉ tiêu “" + code + "”.", "No indicator “" + code + "”."});
  }
  void indicators(const std::vector<std::string>& codes, const std::string& at) {
    for (size_t i = 0; i < codes.size(); ++i) indicator(codes[i], fmt::format("{}/{}", at, i));
  }

 private:
  void known(const std::set<std::string>& names, const std::string& name, const std::string& at,
             Text message) {
    if (!names.contains(name)) faults_.add(at, std::move(message));
  }
  Faults& faults_;
  std::set<std::string> units_, accounts_, indicators_;
};

void check_clauses(const std::vector<ClauseLine>& clauses, size_t sections, const std::string& at,
                   Names& names, Faults& faults) {
  std::set<std::string> codes;
  for (size_t c = 0; c < clauses.size(); ++c) {
    auto& clause = clauses[c];
    auto here = fmt::format("{}/{}", at, c);
    names.unit(clause.lead, here + "/lead");
    for (size_t u = 0; u < clause.cooperating.size(); ++u)
      names.unit(clause.cooperating[u], fmt::format("{}/cooperating/{}", here, u));
    names.indicators(clause.figures.value_or(std::vector<std::string>{}), here + "/figures");
    faults.require(codes.insert(clause.code).second, here + "/code",
                   {"Khoản này trùng.", "This clause stands twice."});
    faults.require(clause.section >= 0 && static_cast<size_t>(clause.section) < sections, here + "/section",
                   {"Không có mục này.", "No such section."});
    faults.require(!clause.accepted || (clause.done && clause.done->on <= *clause.accepted),
                   here + "/accepted", {"Nghiệm thu trước khi xong.", "Accepted before it was done."});
  }
}

void check_past(const PastSession& past, Names& names, Faults& faults) {
  const std::string file = "session-2021-03.json ";
  names.account(past.session.chair, file + "/session/chair");
  for (size_t i = 0; i < past.agenda.size(); ++i)
    names.unit(past.agenda[i].presenter, fmt::format("{}/agenda/{}/presenter", file, i));
  check_clauses(past.conclusions, past.sections.size(), file + "/conclusions", names, faults);
  check_languages(past, file, faults);
}

void check_next(const NextSession& next, Names& names, Faults& faults) {
  const std::string file = "april-2021.json ";
  names.account(next.session.chair, file + "/session/chair");
  for (size_t i = 0; i < next.agenda.size(); ++i)
    names.unit(next.agenda[i].presenter, fmt::format("{}/agenda/{}/presenter", file, i));
  for (size_t i = 0; i < next.report.sections.size(); ++i)
    names.indicators(next.report.sections[i].figures, fmt::format("{}/report/sections/{}/figures", file, i));
  for (size_t i = 0; i < next.comments.size(); ++i)
    names.unit(next.comments[i].by, fmt::format("{}/comments/{}/by", file, i));
  for (size_t i = 0; i < next.conclusion.headline_figures.size(); ++i)
    names.indicator(next.conclusion.headline_figures[i].indicator,
                    fmt::format("{}/conclusion/headline_figures/{}", file, i));
  check_clauses(next.conclusion.clauses, next.conclusion.sections.size(), file + "/conclusion/clauses", names,
                faults);
  for (size_t i = 0; i < next.follow_up.size(); ++i) {
    auto& line = next.follow_up[i];
    auto& clauses = next.conclusion.clauses;
    bool there = std::any_of(clauses.begin(), clauses.end(),
                             [&](auto& c) { return c.code == line.clause && c.lead == line.by; });
    faults.require(there, fmt::format("{}/follow_up/{}/clause", file, i),
                   {"Không có khoản này của đơn vị này.", "No such clause of this unit."});
  }
  names.indicators(next.story.figures, file + "/story/figures");
  check_languages(next, file, faults);
}

}  // namespace

Outcome<City> load(const std::filesystem::path& directory) {
  City city;
  Faults faults;
  city.units = rules::read_file<UnitsFile>(directory / "units.json", faults).units;
  city.seats = rules::read_file<SeatsFile>(directory / "seats.json", faults).seats;
  city.indicators = rules::read_file<figures::IndicatorsFile>(directory / "indicators.json", faults).indicators;
  auto lines = rules::read_file<figures::FiguresFile>(directory / "figures.json", faults);
  city.about_figures = lines.about;
  city.plans = rules::read_file<figures::PlansFile>(directory / "plans.json", faults).plans;
  city.past = rules::read_file<PastSession>(directory / "session-2021-03.json", faults);
  city.next = rules::read_file<NextSession>(directory / "april-2021.json", faults);
  if (faults.any()) return faults.problem();

  Names names(city, faults);
  for (size_t s = 0; s < city.seats.size(); ++s)
    names.unit(city.seats[s].unit, fmt::format("seats.json /seats/{}/unit", s));
  for (size_t s = 0; s < lines.series.size(); ++s)
    names.unit(lines.series[s].unit, fmt::format("figures.json /series/{}/unit", s));
  check_languages(city.units, "units.json /units", faults);
  check_languages(city.seats, "seats.json /seats", faults);
  check_languages(city.indicators, "indicators.json /indicators", faults);
  check_past(city.past, names, faults);
  check_next(city.next, names, faults);
  auto entries = figures::entries(lines, city.indicators);
  if (!entries)
    for (auto& f : entries.error().fields) faults.add("figures.json " + f.pointer, f.message);
  if (faults.any()) return faults.problem();
  city.figures = std::move(*entries);
  return city;
}

}  // namespace giaoban::demo
