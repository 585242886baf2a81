#include "spreadsheet/xlsx_writer.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <map>
#include <stdexcept>
#include <utility>

#include "spreadsheet/limits.hpp"

namespace giaoban::spreadsheet {
namespace {

void held(lxw_error error, const char* what) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("workbook, ") + what + ": " + lxw_strerror(error));
}

/// At most 31 letters, none of these; a name for a name's sake otherwise.
std::string sheet_name(const std::string& wanted) {
  std::string out;
  size_t letters = 0;
  for (size_t i = 0; i < wanted.size() && letters < 31;) {
    auto byte = static_cast<unsigned char>(wanted[i]);
    size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (std::string_view("[]:*?/\\").find(wanted[i]) == std::string_view::npos) out += wanted.substr(i, length), ++letters;
    i += length;
  }
  while (out.starts_with('\'')) out.erase(0, 1);
  while (out.ends_with('\'')) out.pop_back();
  return out.empty() ? "Sheet" : out;
}

/// Whole letters only, so that the text stays UTF-8.
std::string at_most(const std::string& text, size_t letters) {
  size_t i = 0;
  for (size_t n = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++n > letters) break;
  return text.substr(0, i);
}

constexpr int64_t exact_max = 1'000'000'000'000'000;  // fifteen digits

}  // namespace

/// A file that lies in memory and nowhere else: the library writes to a path.
class WorkbookWriter::MemoryFile {
 public:
  MemoryFile() : fd_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::runtime_error("workbook: no memory file");
  }
  ~MemoryFile() { ::close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }
  std::string bytes() const {
    std::string out(static_cast<size_t>(::lseek(fd_, 0, SEEK_END)), '\0');
    for (size_t done = 0; done < out.size();) {
      auto got = ::pread(fd_, out.data() + done, out.size() - done, static_cast<off_t>(done));
      if (got <= 0) throw std::runtime_error("workbook: the memory file cannot be read");
      done += static_cast<size_t>(got);
    }
    return out;
  }

 private:
  int fd_;
};

struct WorkbookWriter::Impl {
  MemoryFile file;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  std::map<Look, lxw_format*> formats;

  Impl() {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;  // row by row, as it is filled: memory does not grow with the sheet
    book = workbook_new_opt(file.path().c_str(), &options);
    if (!book) throw std::runtime_error("workbook: cannot begin");
    lxw_doc_properties properties{};
    properties.created = 946'684'800;  // one fixed moment: the same content is the same file
    workbook_set_properties(book, &properties);
  }
  ~Impl() {
    if (book) lxw_workbook_free(book);
  }

  lxw_format* format(const Look& look) {
    if (look == Look{}) return nullptr;
    auto& f = formats[look];
    if (f) return f;
    f = workbook_add_format(book);
    if (look.bold) format_set_bold(f);
    if (look.large) format_set_font_size(f, 14);
    if (look.muted) format_set_font_color(f, 0x606060);
    if (look.wrap) {
      format_set_text_wrap(f);
      format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    }
    if (look.filled) {
      format_set_pattern(f, LXW_PATTERN_SOLID);
      format_set_fg_color(f, 0xEEF1F4);
    }
    if (look.boxed) {
      format_set_border(f, LXW_BORDER_THIN);
      format_set_border_color(f, 0xB8C0C8);
    }
    if (look.open) format_set_unlocked(f);
    if (look.decimals) {
      std::string digits = "#,##0";
      if (*look.decimals > 0) digits += "." + std::string(static_cast<size_t>(*look.decimals), '0');
      format_set_num_format(f, digits.c_str());
    }
    return f;
  }
};

WorkbookWriter::WorkbookWriter() : impl_(std::make_unique<Impl>()) {}
WorkbookWriter::~WorkbookWriter() = default;

void WorkbookWriter::sheet(const std::string& name, const SheetOptions& options) {
  auto& i = *impl_;
  i.sheet = workbook_add_worksheet(i.book, sheet_name(name).c_str());
  if (!i.sheet) throw std::runtime_error("workbook: two sheets of one name: " + name);
  for (size_t c = 0; c < options.widths.size(); ++c)
    held(worksheet_set_column(i.sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), options.widths[c], nullptr), "width");
  if (options.hidden) worksheet_hide(i.sheet);
  if (options.locked) {
    lxw_protection may{};
    may.format_columns = may.format_rows = LXW_TRUE;  // a narrow column may be widened
    worksheet_protect(i.sheet, nullptr, &may);
  }
  if (options.frozen_rows > 0) worksheet_freeze_panes(i.sheet, options.frozen_rows, 0);
}

void WorkbookWriter::text(uint32_t row, uint32_t column, const std::string& text, const Look& look) {
  auto shown = text.size() > Limits{}.cell_bytes ? at_most(text, Limits{}.cell_bytes) : text;
  held(worksheet_write_string(impl_->sheet, row, static_cast<lxw_col_t>(column), shown.c_str(), impl_->format(look)), "text");
}

void WorkbookWriter::number(uint32_t row, uint32_t column, Decimal number, const Look& look) {
  if (number.units >= exact_max || number.units <= -exact_max) return text(row, column, number.str(), look);
  static constexpr std::array powers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
  // Both sides are exact, so their quotient is the nearest there is and reads back as the same fifteen digits.
  auto value = static_cast<decltype(1e0)>(number.units) / powers.at(static_cast<size_t>(number.scale));
  held(worksheet_write_number(impl_->sheet, row, static_cast<lxw_col_t>(column), value, impl_->format(look)), "number");
}

void WorkbookWriter::blank(uint32_t row, uint32_t column, const Look& look) {
  held(worksheet_write_blank(impl_->sheet, row, static_cast<lxw_col_t>(column), impl_->format(look)), "blank");
}

void WorkbookWriter::accept_numbers(uint32_t row, uint32_t column, bool whole, const std::string& help, const std::string& refusal) {
  auto message = at_most(help, 255), error = at_most(refusal, 255);
  lxw_data_validation rule{};
  rule.validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
  rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  rule.value_number = 0;
  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.input_message = const_cast<char*>(message.c_str());
  rule.error_message = const_cast<char*>(error.c_str());
  held(worksheet_data_validation_cell(impl_->sheet, row, static_cast<lxw_col_t>(column), &rule), "validation");
}

void WorkbookWriter::accept_words(uint32_t row, uint32_t column, const std::vector<std::string>& words, const std::string& refusal) {
  auto error = at_most(refusal, 255);
  std::vector<const char*> list;
  for (auto& word : words) list.push_back(word.c_str());
  list.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = const_cast<decltype(rule.value_list)>(list.data());
  rule.ignore_blank = LXW_VALIDATION_ON;
  rule.error_message = const_cast<char*>(error.c_str());
  held(worksheet_data_validation_cell(impl_->sheet, row, static_cast<lxw_col_t>(column), &rule), "validation");
}

std::string WorkbookWriter::finish() {
  auto* book = std::exchange(impl_->book, nullptr);  // closing frees it, also when it fails
  held(workbook_close(book), "end");
  return impl_->file.bytes();
}

}  // namespace giaoban::spreadsheet
