// Sentences of real reports, written anew: what the guard says of them (nothing), how much of them it can read, and how
// many slips it finds in them. The numbers go into docs/comparison.md.
#include "figures/guard/guard_corpus_test.hpp"
#include "figures/plain_file.hpp"

namespace giaoban::figures::guard {
namespace {

struct Line {
  std::string source;
  Month month;
  Language language = Language::vi;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Line, (), (source, month, language, text))
struct Corpus {
  Text about;
  std::vector<Line> sentences;
};
BOOST_DESCRIBE_STRUCT(Corpus, (), (about, sentences))

const Corpus& corpus() {
  static const Corpus read = *rules::read_file<Corpus>(installation() / "src/figures/guard/corpus.json");
  return read;
}
const PlainFigures& country() {
  static const PlainFigures read = [] {
    auto figures = read_plain(installation() / "src/figures/published/monthly.json");
    if (!figures)
      for (auto& f : figures.error().fields) MESSAGE(f.pointer << ": " << f.message.en);
    return *std::move(figures);
  }();
  return read;
}
Result held(const Line& line, const std::string& text) {
  static const Vocabulary vocabulary(country().columns.indicators(), words());
  return check(text, vocabulary, {line.month, {}, line.language}, {country().columns.indicators(), &country().columns, wording()});
}

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Each digit of each number one higher, but in periods and names.
std::vector<std::string> slips(const std::string& text, const std::vector<Span>& numbers) {
  std::vector<std::string> out;
  for (auto& n : numbers)
    for (size_t i = n.begin; i < n.end; ++i)
      if (digit(text[i])) {
        out.push_back(text);
        out.back()[i] = text[i] == '9' ? '1' : static_cast<char>(text[i] + 1);
      }
  return out;
}

}  // namespace

TEST_CASE("guard: true sentences of real reports raise no alarm; what is found of slips in them is measured") {
  int alarms = 0, numbers = 0, checked = 0, made = 0, found = 0, made_known = 0, found_known = 0;
  Vocabulary vocabulary(country().columns.indicators(), words());
  for (auto& line : corpus().sentences) {
    CAPTURE(line.text);
    auto result = held(line, line.text);
    alarms += static_cast<int>(result.findings.size());
    for (auto& f : result.findings) FAIL_CHECK(f.written << ": " << f.reason.vi);
    auto reading = read(line.text, vocabulary, {line.month, {}, line.language});
    std::vector<Span> bound, loose = reading.unbound;
    for (auto& claim : reading.claims) bound.push_back(claim.digits);
    numbers += static_cast<int>(bound.size() + loose.size());
    checked += result.checked;
    for (auto& text : slips(line.text, bound)) {
      bool hit = !held(line, text).findings.empty();
      ++made, found += hit;
      if (result.checked == static_cast<int>(bound.size())) ++made_known, found_known += hit;
    }
    for (auto& text : slips(line.text, loose)) ++made, found += !held(line, text).findings.empty();
  }
  CHECK(alarms == 0);
  CHECK(corpus().sentences.size() >= 30);
  CHECK(found_known * 100 >= made_known * 95);
  MESSAGE("guard, real sentences: ", corpus().sentences.size(), " sentences, ", numbers, " numbers with a unit, ", alarms, " false alarms; ",
          checked, " numbers checked against data; slips of a digit found: ", found, " of ", made, " anywhere, ", found_known, " of ",
          made_known, " where the data know every bound number");
}

TEST_CASE("guard: the session that the product comes from, in its own short forms") {
  // Ratios published for April 2021 (news of the session of 06/5/2021), in sentences of our own.
  for (std::string text : {"Tổng kim ngạch XNK tăng 26% so với tháng trước, lũy kế 4 tháng đầu năm tăng 4,3% so với CK.",
                     "Tổng mức bán lẻ hàng hóa tăng 1,3% so tháng trước; lũy kế bằng 104,9% so CK.",
                     "Giá trị sản xuất công nghiệp 4 tháng đầu năm 2021 tăng 36,6%CK.", "Tổng thu NSNN bằng 120% so CK.",
                     "Giá trị giải ngân vốn XDCB bằng 232,7% so cùng kỳ."}) {
    CAPTURE(text);
    auto result = check_city(text, Month::of(2021, 4));
    CHECK(result.findings.empty());
    CHECK(result.checked >= 1);
    CHECK(result.unbound.empty());
  }
}

}  // namespace giaoban::figures::guard
