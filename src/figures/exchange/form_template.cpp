#include "figures/exchange/form_template.hpp"

#include <sodium.h>

#include "figures/exchange/value_cell.hpp"
#include "spreadsheet/xlsx_writer.hpp"

namespace giaoban::figures::exchange {
namespace {

constexpr const char* mark_sheet = "_giaoban";
constexpr const char* mark_format = "giaoban-form/1";

/// The columns of the form's sheet.
enum Column : uint32_t { code, name, measure, value, estimate, last_month, last_year, reason };
constexpr uint32_t header_row = 4;

std::string short_hash(const std::string& text) {
  unsigned char raw[16];
  crypto_generichash(raw, sizeof raw, reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  char hex[33];
  sodium_bin2hex(hex, sizeof hex, raw, sizeof raw);
  return hex;
}
std::string stamp_of_line(const TemplateLine& line) {
  return short_hash(line.code + "\n" + std::to_string(line.scale) + "\n" + line.unit_of_measure.vi);
}

const Text estimate_word{"ước", "estimate"};

class Writer {
 public:
  Writer(const FormTemplate& form, Language language) : form_(form), language_(language) {}

  std::string write() {
    out_.sheet(Text{"Biểu", "Form"}.in(language_), {.locked = true, .widths = {20, 44, 14, 16, 10, 16, 16, 40}, .frozen_rows = header_row + 1});
    headings();
    uint32_t row = header_row;
    Text group;
    for (auto& line : form_.lines) {
      if (!(line.group == group)) out_.text(++row, name, (group = line.group).in(language_), {.bold = true});
      write_line(++row, line);
    }
    marks();
    return out_.finish();
  }

 private:
  using Look = spreadsheet::Look;

  void headings() {
    auto say = [&](uint32_t row, const Text& text, const Look& look) { out_.text(row, 0, text.in(language_), look); };
    auto month = fmt::format("{}/{}", form_.month.month(), form_.month.year());
    say(0, Text{"Biểu ", "Form "} + same(form_.number) + Text{": số liệu tháng ", ": figures of "} + same(month), {.bold = true, .large = true});
    say(1, form_.unit_name, {.bold = true});
    say(2, {"Nhập vào các ô để mở. Không phát sinh thì ghi 0; chưa có số thì để trống, ô trống không đổi gì. Các ô khác đã khóa.",
            "Type into the open cells. Where there was none, write 0; leave empty what is not known yet: an empty cell changes nothing. All other cells are locked."}, {.muted = true});
    auto before = form_.month.plus(-1);
    const Text heads[] = {{"Mã", "Code"}, {"Chỉ tiêu", "Indicator"}, {"Đơn vị tính", "Unit"},
                          {"Tháng " + month, month}, {"Số ước", "Estimate"},
                          Text{"Tháng ", ""} + same(fmt::format("{}/{}", before.month(), before.year())),
                          {"Cùng kỳ năm trước", "Same month last year"}, {"Lý do (khi số khác thường)", "Reason (of an unusual figure)"}};
    for (uint32_t c = 0; c < std::size(heads); ++c) out_.text(header_row, c, heads[c].in(language_), {.bold = true, .wrap = true, .filled = true, .boxed = true});
  }

  void write_line(uint32_t row, const TemplateLine& line) {
    out_.text(row, code, line.code, {.muted = true, .boxed = true});
    out_.text(row, name, line.name.in(language_), {.wrap = true, .boxed = true});
    out_.text(row, measure, line.unit_of_measure.in(language_), {.boxed = true});
    Look open{.boxed = true, .open = true, .decimals = line.decimals}, shut{.muted = true, .filled = true, .boxed = true, .decimals = line.decimals};
    auto figure = [&](uint32_t column, const std::optional<Decimal>& number, const Look& look) {
      if (number) out_.number(row, column, *number, look);
      else out_.blank(row, column, look);
    };
    auto word = [&](uint32_t column, const std::string& text) {
      Look look{.wrap = true, .boxed = true, .open = true};
      if (text.empty()) out_.blank(row, column, look);
      else out_.text(row, column, text, look);
    };
    figure(value, line.value, open);
    word(estimate, line.estimate ? estimate_word.in(language_) : "");
    figure(last_month, line.last_month, shut);
    figure(last_year, line.last_year, shut);
    word(reason, line.reason);
    auto refusal = line.scale == 0 ? Text{"Chỉ tiêu này ghi số nguyên, không âm.", "This indicator takes whole numbers, none negative."}
                                   : Text{fmt::format("Ghi số không âm, nhiều nhất {} chữ số lẻ.", line.scale), fmt::format("Write a number that is not negative, with at most {} decimals.", line.scale)};
    out_.accept_numbers(row, value, line.scale == 0, (line.name + same(", ") + line.unit_of_measure).in(language_), refusal.in(language_));
    out_.accept_words(row, estimate, {estimate_word.in(language_)}, Text{"Ghi “ước” hoặc để trống.", "Write “estimate” or leave it empty."}.in(language_));
  }

  void marks() {
    out_.sheet(mark_sheet, {.hidden = true, .locked = true});
    const std::pair<const char*, std::string> said[] = {{"format", mark_format}, {"unit", form_.unit}, {"month", form_.month.iso()}, {"stamp", stamp_of(form_)}};
    uint32_t row = 0;
    for (auto& [key, text] : said) out_.text(row, 0, key), out_.text(row++, 1, text);
    for (auto& line : form_.lines) {
      out_.text(row, 0, "line");
      out_.text(row, 1, line.code);
      out_.text(row++, 2, stamp_of_line(line));
    }
  }

  const FormTemplate& form_;
  const Language language_;
  spreadsheet::WorkbookWriter out_;
};

class TemplateReader {
 public:
  TemplateReader(const spreadsheet::Sheet& sheet, const TemplateMark& mark, const FormTemplate& now) : sheet_(sheet), mark_(mark) {
    for (auto& line : now.lines) codes_[line.code] = &line;
  }

  Reading read() {
    out_.kind = FileKind::form_template;
    // Only rows that hold something are asked for: the sheet's length is the sender's.
    uint32_t last = UINT32_MAX;
    for (auto& cell : sheet_.cells) {
      if (cell.row == last || cell.row <= header_row) continue;
      last = cell.row;
      row(cell.row);
    }
    return std::move(out_);
  }

 private:
  void row(uint32_t row) {
    auto* said = sheet_.at(row, code);
    auto* given = sheet_.at(row, value);
    if (!said && !given) return;  // a group's name
    auto line = codes_.find(said ? said->text : "");
    if (line == codes_.end()) {
      if (given) out_.faults.add(sheet_.address(row, code), {"Mã ở dòng này không còn như trong biểu tải về. Tải lại biểu rồi chép số sang.", "The code of this row is not as in the form that was downloaded. Download the form again and copy the figures."});
      return;
    }
    auto number = value_of(given, sheet_.address(row, value), spreadsheet::DecimalSign::detect, out_.faults);
    if (!number) return;
    FileValue v{sheet_.address(row, value), line->first, mark_.unit, mark_.month, *number, State::official, "", given->formula == spreadsheet::Formula::kept};
    auto* guessed = sheet_.at(row, estimate);
    if (auto state = state_of(guessed ? guessed->text : "")) v.state = *state;
    else out_.faults.add(sheet_.address(row, estimate), {"Ghi “ước” hoặc để trống.", "Write “estimate” or leave it empty."});
    if (auto* why = sheet_.at(row, reason)) v.reason = why->text;
    out_.values.push_back(std::move(v));
  }

  const spreadsheet::Sheet& sheet_;
  const TemplateMark& mark_;
  std::map<std::string, const TemplateLine*, std::less<>> codes_;
  Reading out_;
};

/// Codes of the file that are not, or not any more, lines of the form.
std::string lines_that_do_not_fit(const TemplateMark& mark, const FormTemplate& now) {
  std::map<std::string, std::string> today;
  for (auto& line : now.lines) today[line.code] = stamp_of_line(line);
  std::string out;
  for (auto& [code, stamp] : mark.lines)
    if (auto found = today.find(code); found == today.end() || found->second != stamp) out += (out.empty() ? "" : ", ") + code;
  return out;
}

}  // namespace

std::string stamp_of(const FormTemplate& form) {
  std::string all = form.unit + "\n" + form.month.iso();
  for (auto& line : form.lines) all += "\n" + stamp_of_line(line);
  return short_hash(all);
}

std::string write_template(const FormTemplate& form, Language language) { return Writer(form, language).write(); }

Outcome<std::optional<TemplateMark>> mark_of(spreadsheet::Workbook& book) {
  auto at = book.find(mark_sheet);
  if (!at) return std::optional<TemplateMark>();
  TRY(sheet, book.read(*at));
  TemplateMark mark;
  std::string format, month;
  for (auto& cell : sheet.cells) {
    if (cell.column != 0) continue;
    auto* said = sheet.at(cell.row, 1);
    auto text = said ? said->text : "";
    if (cell.text == "format") format = text;
    else if (cell.text == "unit") mark.unit = text;
    else if (cell.text == "month") month = text;
    else if (cell.text == "stamp") mark.stamp = text;
    else if (auto* stamp = sheet.at(cell.row, 2); cell.text == "line" && stamp) mark.lines[text] = stamp->text;
  }
  auto parsed = Month::parse(month);
  if (format != mark_format || !parsed || mark.unit.empty())
    return refuse(Problem::Kind::invalid, {"Phần ẩn của biểu đã bị sửa. Tải lại biểu rồi chép số sang.", "The hidden part of the form was changed. Download the form again and copy the figures."});
  mark.month = *parsed;
  return std::optional(std::move(mark));
}

Outcome<Reading> read_template(spreadsheet::Workbook& book, const TemplateMark& mark, const FormTemplate& now) {
  bool older = mark.stamp != stamp_of(now);
  if (auto codes = lines_that_do_not_fit(mark, now); older && !codes.empty())
    return refuse(Problem::Kind::conflict,
                  {"Biểu này tải về trước khi biểu thay đổi (" + codes + "). Tải biểu mới rồi chép số sang.",
                   "This form was downloaded before the form changed (" + codes + "). Download the new form and copy the figures."});
  TRY(sheet, book.read(book.first_shown()));
  auto out = TemplateReader(sheet, mark, now).read();
  if (older)
    out.notices.push_back({"Biểu đã thay đổi từ khi tải tệp này; các dòng trong tệp vẫn đúng, dòng mới thì nhập thêm.",
                           "The form has changed since this file was downloaded; its lines still hold, new ones are to be filled in."});
  return out;
}

}  // namespace giaoban::figures::exchange
