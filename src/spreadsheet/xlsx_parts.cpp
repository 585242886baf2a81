#include "spreadsheet/xlsx_parts.hpp"

namespace giaoban::spreadsheet::parts {
namespace {

std::string folder_of(const std::string& part) {
  auto slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

/// A target is written from its part's folder, or from the root with a slash. Steps out of the package lead nowhere.
std::string resolved(const std::string& from, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  auto folder = folder_of(from);
  while (target.starts_with("../")) {
    target.erase(0, 3);
    if (folder.empty()) return {};
    folder.pop_back();
    folder = folder_of(folder);
  }
  return folder + target;
}

class Relations : public XmlEvents {
 public:
  explicit Relations(const std::string& of) : of_(of) {}
  void open(std::string_view element, Attributes a) override {
    if (element != "Relationship" || a["TargetMode"] == "External") return;
    std::string_view type = a["Type"];
    auto slash = type.rfind('/');
    found[std::string(a["Id"])] = {std::string(slash == std::string_view::npos ? type : type.substr(slash + 1)),
                                   resolved(of_, std::string(a["Target"]))};
  }
  std::map<std::string, Relation> found;

 private:
  const std::string& of_;
};

class BookEvents : public XmlEvents {
 public:
  void open(std::string_view element, Attributes a) override {
    if (element == "sheet") book.sheets.push_back({std::string(a["name"]), std::string(a["id"]), !a["state"].empty() && a["state"] != "visible"});
    if (element == "workbookPr") book.since_1904 = a["date1904"] == "1" || a["date1904"] == "true";
  }
  Book book;
};

class Strings : public XmlEvents {
 public:
  explicit Strings(const Limits& limits) : limits_(limits) {}
  void open(std::string_view element, Attributes) override {
    if (element == "si") found.emplace_back();
    if (element == "rPh") ++skipped_;
    in_text_ = element == "t";
  }
  void close(std::string_view element) override {
    if (element == "rPh") --skipped_;
    in_text_ = false;
  }
  void text(std::string_view piece) override {
    if (!in_text_ || skipped_ > 0 || found.empty()) return;
    bytes_ += piece.size();
    if (!enough()) found.back() += piece;
  }
  bool enough() const override { return found.size() > limits_.cells || bytes_ > limits_.text_bytes; }
  std::vector<std::string> found;

 private:
  const Limits& limits_;
  size_t bytes_ = 0;
  int skipped_ = 0;  // how a word is pronounced is not part of it
  bool in_text_ = false;
};

class Styles : public XmlEvents {
 public:
  void open(std::string_view element, Attributes a) override {
    if (element == "numFmt") own_[std::string(a["numFmtId"])] = shows_a_day(a["formatCode"]);
    if (element == "cellXfs") in_cells_ = true;
    if (element == "xf" && in_cells_ && days.size() < styles_max) days.push_back(is_day(std::string(a["numFmtId"])));
  }
  void close(std::string_view element) override {
    if (element == "cellXfs") in_cells_ = false;
  }
  std::vector<bool> days;

 private:
  static constexpr size_t styles_max = 65'536;  // Excel's own limit
  bool is_day(const std::string& id) const {
    if (auto found = own_.find(id); found != own_.end()) return found->second;
    // Built in: 14 to 17 and 22 are days; 27 to 36 and 50 to 58 are days of East Asia.
    auto n = id.empty() || id.size() > 3 ? 0 : std::atoi(id.c_str());
    return (n >= 14 && n <= 17) || n == 22 || (n >= 27 && n <= 36) || (n >= 50 && n <= 58);
  }
  std::map<std::string, bool> own_;
  bool in_cells_ = false;
};

}  // namespace

bool shows_a_day(std::string_view format) {
  bool day = false;
  for (size_t i = 0; i < format.size(); ++i) {
    char c = format[i];
    if (c == '"') {
      i = std::min(format.find('"', i + 1), format.size());
    } else if (c == '[') {
      i = std::min(format.find(']', i + 1), format.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
      day = true;
    }
  }
  return day;
}

std::string unescaped(std::string text) {
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (at + 7 > text.size() || text[at + 6] != '_' || !text.substr(at + 2, 2).starts_with("00")) continue;
    auto hex = text.substr(at + 2, 4);
    if (hex.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos) continue;
    auto code = std::stoul(hex, nullptr, 16);
    if (code < 0x80) text.replace(at, 7, 1, static_cast<char>(code));
  }
  return text;
}

Outcome<std::map<std::string, Relation>> relations(Package& package, const std::string& of) {
  auto folder = folder_of(of);
  auto part = folder + "_rels/" + of.substr(folder.size()) + ".rels";
  Relations events(of);
  if (package.has(part)) TRY_ONLY(read_xml(package, part, events));
  return std::move(events.found);
}

Outcome<Book> book(Package& package, const std::string& part, const Limits& limits) {
  BookEvents events;
  TRY_ONLY(read_xml(package, part, events));
  if (events.book.sheets.empty() || events.book.sheets.size() > limits.sheets)
    return refuse(Problem::Kind::invalid, {"Sổ tính không có trang nào, hoặc có quá nhiều trang.", "The workbook has no sheet, or too many."});
  return std::move(events.book);
}

Outcome<std::vector<std::string>> shared_strings(Package& package, const std::string& part, const Limits& limits) {
  Strings events(limits);
  TRY_ONLY(read_xml(package, part, events));
  if (events.enough())
    return refuse(Problem::Kind::too_large, {"Sổ tính có quá nhiều chữ. Chia thành nhiều tệp.", "The workbook holds too much text. Divide it into several files."});
  for (auto& text : events.found)
    if (text.find("_x") != std::string::npos) text = unescaped(std::move(text));
  return std::move(events.found);
}

Outcome<std::vector<bool>> date_styles(Package& package, const std::string& part) {
  Styles events;
  TRY_ONLY(read_xml(package, part, events));
  return std::move(events.days);
}

}  // namespace giaoban::spreadsheet::parts
