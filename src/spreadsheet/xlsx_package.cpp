#include "spreadsheet/xlsx_package.hpp"

#include <zip.h>

#include <array>

namespace giaoban::spreadsheet {
namespace {

tl::unexpected<Problem> no_workbook() {
  return refuse(Problem::Kind::invalid,
                {"Tệp này không phải sổ tính .xlsx, hoặc đã hỏng. Mở bằng Excel rồi lưu lại dạng .xlsx.",
                 "This file is not an .xlsx workbook, or it is damaged. Open it in Excel and save it as .xlsx."});
}
tl::unexpected<Problem> too_large() {
  return refuse(Problem::Kind::too_large,
                {"Sổ tính bung ra quá lớn. Xóa các trang, hình và vùng định dạng thừa rồi lưu lại.",
                 "The workbook is too large once unpacked. Remove sheets, pictures and formatted areas that are not needed, and save it again."});
}

/// As old .xls files and workbooks with a password begin: the same container holds both.
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Each entry of a zip file's directory begins so. Counted before the directory is read, since reading it takes
/// memory for each.
constexpr std::string_view directory_entry = "PK\x01\x02";

bool more_entries_than(std::string_view bytes, size_t most) {
  size_t count = 0;
  for (auto at = bytes.find(directory_entry); at != std::string_view::npos; at = bytes.find(directory_entry, at + 4))
    if (++count > most) return true;
  return false;
}

}  // namespace

struct Package::Impl {
  const Limits limits;
  zip_t* archive = nullptr;
  size_t unpacked = 0;
  explicit Impl(const Limits& l) : limits(l) {}
  ~Impl() {
    if (archive) zip_discard(archive);
  }
};

Package::Package(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

Outcome<Package> Package::open(std::string_view bytes, const Limits& limits) {
  if (bytes.starts_with(compound_file))
    return refuse(Problem::Kind::invalid,
                  {"Tệp là .xls kiểu cũ hoặc có đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx.",
                   "The file is an old .xls or has a password. Open it in Excel, remove the password and save it as .xlsx."});
  if (bytes.size() > limits.file_bytes || more_entries_than(bytes, limits.entries)) return too_large();
  auto impl = std::make_unique<Impl>(limits);
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) impl->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (source && !impl->archive) zip_source_free(source);
  zip_error_fini(&error);
  if (!impl->archive) return no_workbook();
  if (zip_get_num_entries(impl->archive, 0) > static_cast<zip_int64_t>(limits.entries)) return too_large();
  return Package(std::move(impl));
}

bool Package::has(const std::string& part) const {
  return zip_name_locate(impl_->archive, part.c_str(), ZIP_FL_NOCASE) >= 0;
}

Outcome<bool> Package::read(const std::string& part, const std::function<bool(std::string_view)>& take) {
  auto& limits = impl_->limits;
  auto index = zip_name_locate(impl_->archive, part.c_str(), ZIP_FL_NOCASE);
  zip_stat_t stat;
  if (index < 0 || zip_stat_index(impl_->archive, static_cast<zip_uint64_t>(index), 0, &stat) != 0) return no_workbook();
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if ((stat.valid & needed) != needed) return no_workbook();
  if (stat.size > limits.unpacked_bytes - impl_->unpacked) return too_large();
  std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
      zip_fopen_index(impl_->archive, static_cast<zip_uint64_t>(index), 0), &zip_fclose);
  if (!file) return no_workbook();
  std::array<char, 64 * 1024> buffer;
  size_t size = 0;
  for (;;) {
    auto got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) return no_workbook();  // its checksum or its packing is wrong
    if (got == 0) return true;
    size += static_cast<size_t>(got);
    impl_->unpacked += static_cast<size_t>(got);
    bool packed_too_well = size > limits.ratio_from && size / limits.ratio > stat.comp_size;
    if (impl_->unpacked > limits.unpacked_bytes || packed_too_well) return too_large();
    if (!take(std::string_view(buffer.data(), static_cast<size_t>(got)))) return false;
  }
}

}  // namespace giaoban::spreadsheet
