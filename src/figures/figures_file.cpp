#include "figures/figures_file.hpp"

namespace giaoban::figures {
namespace {

/// Official values of a month are taken to be known on this day of the next.
constexpr int official_day = 10;

const Indicator* find(const std::vector<Indicator>& indicators, const std::string& code) {
  for (auto& i : indicators)
    if (i.code == code) return &i;
  return nullptr;
}

class Reader {
 public:
  Reader(const Series& series, const Indicator& indicator, size_t at, Faults& faults, std::vector<Entry>& out)
      : series_(series),
        indicator_(indicator),
        at_(fmt::format("/series/{}", at)),
        faults_(faults),
        out_(out) {}

  void read() {
    for (auto& [name, value] : series_.official) {
      auto month = Month::parse(name);
      if (!month)
        faults_.add(at_ + "/official/" + name,
                    {"Tháng cần viết dạng 2021-04.", "A month is written 2021-04."});
      else
        add("/official/" + name, first_day(month->plus(1)).plus(official_day - 1), *month, value,
            State::official);
    }
    for (size_t v = 0; v < series_.vintages.size(); ++v) {
      auto& line = series_.vintages[v];
      add(fmt::format("/vintages/{}/value", v), line.known, line.month, line.value, line.state);
    }
  }

 private:
  void add(const std::string& step, Date known, Month month, Decimal value, State state) {
    auto scaled = value.at_scale(indicator_.scale);
    if (!scaled)
      return faults_.add(
          at_ + step, {"Nhiều chữ số lẻ hơn chỉ tiêu cho phép.", "More decimals than the indicator holds."});
    if (state == State::missing)
      return faults_.add(at_ + step, {"Cần một trạng thái khác “thiếu”.", "A value cannot be missing."});
    out_.push_back({known, series_.indicator, series_.unit, month, scaled->units, state});
  }

  const Series& series_;
  const Indicator& indicator_;
  std::string at_;
  Faults& faults_;
  std::vector<Entry>& out_;
};

}  // namespace

Outcome<std::vector<Entry>> entries(const FiguresFile& file, const std::vector<Indicator>& indicators) {
  std::vector<Entry> out;
  Faults faults;
  for (size_t s = 0; s < file.series.size(); ++s) {
    auto* indicator = find(indicators, file.series[s].indicator);
    if (indicator && indicator->entered())
      Reader(file.series[s], *indicator, s, faults, out).read();
    else
      faults.add(fmt::format("/series/{}/indicator", s),
                 {"Không có chỉ tiêu này, hoặc chỉ tiêu này được tính chứ không nhập.",
                  "No such indicator, or it is computed and never entered."});
  }
  if (faults.any()) return faults.problem();
  std::stable_sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.known, a.unit, a.month) < std::tie(b.known, b.unit, b.month);
  });
  return out;
}

}  // namespace giaoban::figures
