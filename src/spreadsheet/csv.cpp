#include "spreadsheet/csv.hpp"

#include <array>
#include <utility>

#include "spreadsheet/code_page.hpp"

namespace giaoban::spreadsheet {
namespace {

/// With any apostrophes that writing has put in front already.
bool looks_like_a_formula(std::string_view text) {
  auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

/// The line "sep=;" that Excel heeds; the text goes on after it.
std::optional<char> said_separator(std::string_view& text) {
  if (!text.starts_with("sep=") || text.size() < 5 || (text.size() > 5 && text[5] != '\r' && text[5] != '\n')) return {};
  char separator = text[4];
  auto end = text.find('\n');
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return separator;
}

/// Lines that are looked at for the separator: titles may stand above the headings.
constexpr int lines_looked_at = 20;

/// The one that stands in most of the first lines, outside quotation marks.
char separator_of(std::string_view text) {
  constexpr std::string_view separators = ";\t,";  // in a tie the earlier: a comma may stand within numbers
  std::array<int, 3> lines{};
  std::array<bool, 3> here{};
  bool quoted = false;
  int line = 0;
  auto end_line = [&] {
    for (size_t i = 0; i < here.size(); ++i) lines[i] += here[i];
    here = {};
    ++line;
  };
  for (char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (auto at = separators.find(c); at != std::string_view::npos) here[at] = true;
    if (c == '\n') end_line();
    if (line == lines_looked_at) break;
  }
  end_line();
  return separators[static_cast<size_t>(std::max_element(lines.begin(), lines.end()) - lines.begin())];
}

class Reader {
 public:
  Reader(std::string_view text, char separator, const Limits& limits) : text_(text), separator_(separator), limits_(limits) {}

  Outcome<Sheet> read() {
    while (at_ < text_.size() && !beyond_ && !unclosed_) field();
    if (beyond_)
      return refuse(Problem::Kind::too_large,
                    {fmt::format("Tệp quá lớn: nhiều nhất {} dòng, {} cột, {} ô. Chia thành nhiều tệp.", limits_.rows, limits_.columns, limits_.cells),
                     fmt::format("The file is too large: at most {} rows, {} columns, {} cells. Divide it into several files.", limits_.rows, limits_.columns, limits_.cells)});
    if (unclosed_) {
      auto place = sheet_.address(row_, column_);
      return refuse(Problem::Kind::invalid,
                    {"Ô " + place + " mở dấu ngoặc kép mà không đóng.", "Cell " + place + " opens a quotation mark and does not close it."});
    }
    return std::move(sheet_);
  }

 private:
  void field() {
    std::string value;
    bool quoted = text_[at_] == '"';
    if (quoted && !take_quoted(value)) return;
    auto end = text_.find_first_of(std::string{separator_, '\n'}, at_);
    if (end == std::string_view::npos) end = text_.size();
    auto rest = text_.substr(at_, end - at_);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    value += rest;
    put(std::move(value));
    at_ = end + 1;
    if (end < text_.size() && text_[end] == separator_) {
      ++column_;
    } else {
      ++row_;
      column_ = 0;
    }
  }

  /// To behind the closing mark; a doubled one is one of the text.
  bool take_quoted(std::string& value) {
    for (++at_;;) {
      auto mark = text_.find('"', at_);
      if (mark == std::string_view::npos) {
        unclosed_ = true;
        return false;
      }
      value += text_.substr(at_, mark - at_);
      at_ = mark + 1;
      if (at_ >= text_.size() || text_[at_] != '"') return true;
      value += '"';
      ++at_;
    }
  }

  void put(std::string value) {
    if (value.empty()) return;
    if (value.front() == '\'' && looks_like_a_formula(value)) value.erase(0, 1);
    text_bytes_ += value.size();
    if (row_ >= limits_.rows || column_ >= limits_.columns || sheet_.cells.size() >= limits_.cells ||
        value.size() > limits_.cell_bytes || text_bytes_ > limits_.text_bytes) {
      beyond_ = true;
      return;
    }
    sheet_.rows = row_ + 1;
    sheet_.columns = std::max(sheet_.columns, column_ + 1);
    sheet_.cells.push_back({row_, column_, CellKind::text, Formula::none, std::move(value)});
  }

  std::string_view text_;
  const char separator_;
  const Limits& limits_;
  Sheet sheet_;
  size_t at_ = 0, text_bytes_ = 0;
  uint32_t row_ = 0, column_ = 0;
  bool beyond_ = false, unclosed_ = false;
};

}  // namespace

Outcome<Sheet> read_csv(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.file_bytes)
    return refuse(Problem::Kind::too_large, {"Tệp quá lớn. Chia thành nhiều tệp.", "The file is too large. Divide it into several files."});
  std::string converted;
  TRY(text, utf8_of(bytes, converted));
  std::string_view rest = text;
  auto separator = said_separator(rest);
  return Reader(rest, separator.value_or(separator_of(rest)), limits).read();
}

void CsvWriter::text(std::string_view text) {
  if (looks_like_a_formula(text)) plain("'" + std::string(text));
  else plain(text);
}

void CsvWriter::plain(std::string_view text) {
  if (!std::exchange(first_, false)) out_ += separator_;
  // At the start of a file these would not be read as words.
  bool mistaken = out_.empty() && (text.starts_with("sep=") || text.starts_with("\xEF\xBB\xBF"));
  if (!mistaken && text.find_first_of("\"\r\n,;\t") == std::string_view::npos) {
    out_ += text;
    return;
  }
  out_ += '"';
  for (char c : text) out_ += c == '"' ? std::string("\"\"") : std::string(1, c);
  out_ += '"';
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  first_ = true;
}

}  // namespace giaoban::spreadsheet
