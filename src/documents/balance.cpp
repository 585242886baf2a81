#include "documents/balance.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "documents/letters.hpp"
#include "documents/measure.hpp"

namespace giaoban::documents {

namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words(1);
  for (char c : line) c == ' ' ? words.emplace_back() : words.back().append(1, c);
  std::erase(words, "");
  return words;
}

/// Compounds of titles that a reader would stumble over if a line broke inside them, in lower case.
constexpr std::array compounds{"kinh tế - xã hội", "văn hóa - xã hội",  "quốc phòng - an ninh",
                               "ủy ban nhân dân",  "hội đồng nhân dân", "phát triển",
                               "thực hiện",        "kết quả",           "nhiệm vụ",
                               "trọng tâm",        "phiên họp",         "thường kỳ",
                               "kết luận",         "chủ tịch",          "phó chủ tịch",
                               "văn phòng",        "thành phố",         "công tác",
                               "chỉ đạo",          "điều hành",         "đầu tư công",
                               "ngân sách",        "nhà nước",          "xây dựng",
                               "cơ bản",           "báo cáo",           "tình hình",
                               "kế hoạch",         "trung tâm",         "quản lý",
                               "đơn vị",           "giải ngân",         "people's committee",
                               "viet nam"};
/// Words that begin a phrase: a line may well begin with them.
constexpr std::array beginnings{"tại",  "về",     "của",   "và", "trong", "theo", "cho", "từ",  "nhằm",
                                "tỉnh", "phường", "thành", "at", "of",    "on",   "for", "and", "in"};
/// A number stays with what it counts, and a date in one piece.
constexpr std::array before_number{"ngày", "tháng", "năm", "số", "điều", "khoản", "quý"};

class Balancer {
 public:
  Balancer(const std::string& line, const Look& look, Length width, Language language)
      : words_(words_of(line)), width_(width.twips), blank_(width_of({{" "}}, look, language).twips) {
    for (auto& word : words_) {
      widths_.push_back(width_of({{look.caps ? upper(word) : word}}, look, language).twips);
      lower_.push_back(lowered(word));
    }
    for (size_t i = 0; i < words_.size(); ++i) costs_.push_back(cost_before(i));
    for (auto* compound : compounds) forbid_inside(words_of(compound));
  }

  std::string lines() const {
    if (words_.empty()) return {};
    size_t n = fewest();
    if (n == 1) return joined(0, words_.size());
    return best(n);
  }

 private:
  std::vector<std::string> words_, lower_;
  std::vector<int> widths_;
  std::vector<int> costs_;  // in percent of the width, of beginning a line with this word
  int width_, blank_;

  static constexpr int never_inside = 150;

  int cost_before(size_t i) const {
    if (i == 0) return 0;
    auto numeral = [&](size_t at) { return lower_[at][0] >= '0' && lower_[at][0] <= '9'; };
    auto counted = [&](size_t at) {
      return std::find(before_number.begin(), before_number.end(), lower_[at]) != before_number.end();
    };
    if (numeral(i) && counted(i - 1)) return never_inside;
    if (i > 1 && counted(i) && numeral(i - 1) && counted(i - 2) && lower_[i] != "ngày") return never_inside;
    auto end = words_[i - 1].back();
    if (end == ';' || end == ':') return 0;
    if (end == ',' || std::find(beginnings.begin(), beginnings.end(), lower_[i]) != beginnings.end())
      return 30;
    return 50;
  }

  void forbid_inside(const std::vector<std::string>& compound) {
    for (size_t i = 0; i + compound.size() <= lower_.size(); ++i)
      if (std::equal(compound.begin(), compound.end(), lower_.begin() + static_cast<long>(i)))
        for (size_t k = 1; k < compound.size(); ++k) costs_[i + k] = never_inside;
  }

  int wide(size_t from, size_t to) const {
    int sum = blank_ * static_cast<int>(to - from - 1);
    for (size_t i = from; i < to; ++i) sum += widths_[i];
    return sum;
  }

  size_t fewest() const {
    size_t lines = 1, from = 0;
    for (size_t to = 1; to <= words_.size(); ++to)
      if (to - from > 1 && wide(from, to) > width_) {
        ++lines;
        from = to - 1;
      }
    return lines;
  }

  std::string joined(size_t from, size_t to) const {
    std::string out;
    for (size_t i = from; i < to; ++i) out += (i > from ? " " : "") + words_[i];
    return out;
  }

  /// The cheapest way to set words [0, n) on so many lines: squares of unevenness and of the breaks' costs.
  std::string best(size_t lines) const {
    size_t n = words_.size();
    constexpr int64_t never = std::numeric_limits<int64_t>::max() / 4;
    int64_t even = wide(0, n) / static_cast<int64_t>(lines);
    std::vector<std::vector<int64_t>> cost(lines + 1, std::vector<int64_t>(n + 1, never));
    std::vector<std::vector<size_t>> from(lines + 1, std::vector<size_t>(n + 1, 0));
    cost[0][0] = 0;
    for (size_t l = 1; l <= lines; ++l)
      for (size_t to = 1; to <= n; ++to)
        for (size_t k = to; k-- > 0;) {
          int line = wide(k, to);
          if (line > width_ && to - k > 1) break;
          int64_t off = line - even, rough = int64_t{costs_[k]} * width_ / 100;
          int64_t all = cost[l - 1][k] + off * off + rough * rough;
          if (all < cost[l][to]) cost[l][to] = all, from[l][to] = k;
        }
    std::string out;
    for (size_t l = lines, to = n; l > 0; to = from[l][to], --l)
      out = joined(from[l][to], to) + (out.empty() ? "" : "\n") + out;
    return out;
  }
};

}  // namespace

std::string balanced(const std::string& text, const Look& look, Length width, Language language) {
  std::string out;
  size_t from = 0;
  while (from <= text.size()) {
    auto to = std::min(text.find('\n', from), text.size());
    auto lines = Balancer(text.substr(from, to - from), look, width, language).lines();
    if (!lines.empty()) out += (out.empty() ? "" : "\n") + lines;
    from = to + 1;
  }
  return out;
}

}  // namespace giaoban::documents
