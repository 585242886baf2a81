#pragma once
// Figures in official words. A sentence is a row of runs; a run that is a number stays bound to the figure it
// shows, so that a report can be read again on newer values, and a typed number that contradicts the data can
// be found.
#include "figures/compare.hpp"

namespace giaoban::figures {

/// Which figure a run of a sentence shows, and how it was shown.
struct Binding {
  std::string indicator, unit;
  Month month;
  Measure measure = Measure::month;
  Case what = Case::value;
  Decimal shown;
  bool operator==(const Binding&) const = default;
};
BOOST_DESCRIBE_STRUCT(Binding, (), (indicator, unit, month, measure, what, shown))

struct Run {
  std::string text;
  std::optional<Binding> figure;
};
BOOST_DESCRIBE_STRUCT(Run, (), (text, figure))

/// Each language has its own runs: the order of words differs. The same figures are bound in both.
struct Sentence {
  std::vector<Run> vi, en;
  Text plain() const;
  bool empty() const { return vi.empty(); }
};
BOOST_DESCRIBE_STRUCT(Sentence, (), (vi, en))

struct Subject {
  IndicatorIndex indicator = 0;
  UnitIndex unit = 0;
  Month month;
  Sequence as_of = newest;
  std::optional<UnitIndex> whole;            // of a share or contribution, as in Question
  std::optional<IndicatorIndex> population;  // of a value for so many people
  int64_t heads = 1;
  std::optional<Date> frame;
};

/// "tăng 26% so với tháng trước", "chiếm 12,3% toàn địa bàn", "đóng góp 0,4 điểm phần trăm vào mức tăng chung".
Sentence clause(const Columns& columns, const Subject& subject, Measure measure,
                const rules::Wording& wording);

/// An indicator's name within a sentence.
Text name_within(const Indicator& indicator);

/// "đứng thứ 2 trong 16 đơn vị".
Text rank_words(const Rank& rank, const rules::Wording& wording);

/// Month on month, then year on year. `omitted`: the bases were named earlier in the paragraph ("tăng 26% và
/// tăng 28,5%").
enum class Bases { said, omitted };
Sentence paired(const Columns& columns, const Subject& subject, Bases bases, const rules::Wording& wording);

/// The whole of an indicator's month: "Kim ngạch xuất nhập khẩu tháng 4 đạt 386,4 triệu USD, tăng 26% so với
/// tháng trước và tăng 28,5% so với cùng kỳ năm trước; lũy kế 4 tháng đạt 1.214,8 triệu USD, tăng 4,3% so với
/// cùng kỳ, đạt 31,1% kế hoạch năm." Estimates are said ("ước"), and so is coverage that is not complete.
Sentence month_sentence(const Columns& columns, const Subject& subject, const rules::Wording& wording);

/// The short form of notices and news, without a full stop: "kim ngạch xuất nhập khẩu tăng 26% so với tháng
/// trước, lũy kế 4 tháng tăng 4,3% so với cùng kỳ".
enum class Headline { month_and_year, year };
Sentence headline(const Columns& columns, const Subject& subject, Headline what,
                  const rules::Wording& wording);

/// A figure in a table's cell: a small word, the number, a small word. "bằng | 104,9 | %", "gấp | 10,1 |
/// lần".
struct CellWords {
  Text before, number, after;
};
BOOST_DESCRIBE_STRUCT(CellWords, (), (before, number, after))
CellWords cell_words(const Comparison& comparison, const rules::Wording& wording);

/// What a binding shows on the values known at `as_of`; nothing when its indicator or unit is gone.
/// The words around the number still hold when `what` and the sign of `shown` are as bound.
std::optional<Comparison> reread(const Columns& columns, const Binding& binding,
                                 const rules::Wording& wording, Sequence as_of = newest);
/// The number of a comparison as sentences write it: "26%", "1.214,8", "2,1".
Text number_words(const Comparison& comparison, const rules::Wording& wording);

/// Joins sentences into one paragraph.
Sentence operator+(Sentence a, const Sentence& b);
Sentence words(Text text);

}  // namespace giaoban::figures
