#include "documents/package.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <stdexcept>

namespace giaoban::documents {

namespace {

[[noreturn]] void fail(const char* what, zip_error_t* error) {
  throw std::runtime_error(fmt::format("{}: {}", what, zip_error_strerror(error)));
}

void add(zip_t* archive, const Part& part) {
  auto* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  if (source == nullptr) fail("zip source", zip_get_error(archive));
  auto index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail("zip entry", zip_get_error(archive));
  }
  // 1980-01-01 00:00, the beginning of zip's time; set as DOS time, since a Unix time would pass through the
  // machine's time zone.
  auto i = static_cast<zip_uint64_t>(index);
  zip_file_set_dostime(archive, i, 0, (1 << 5) | 1, 0);
  zip_set_file_compression(archive, i, ZIP_CM_DEFLATE, 6);
}

std::string bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) fail("zip read", zip_source_error(source));
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  auto got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got != static_cast<zip_int64_t>(bytes.size())) fail("zip read", zip_source_error(source));
  return bytes;
}

}  // namespace

std::string package(const std::vector<Part>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (source == nullptr) fail("zip buffer", &error);
  std::unique_ptr<zip_source_t, decltype(&zip_source_free)> held(source, zip_source_free);
  auto* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  if (archive == nullptr) fail("zip open", &error);
  zip_source_keep(source);  // closing the archive gives up its share; ours is freed by `held`
  std::unique_ptr<zip_t, decltype(&zip_discard)> open(archive, zip_discard);
  for (auto& part : parts) add(archive, part);
  if (zip_close(archive) != 0) fail("zip close", zip_get_error(archive));
  (void)open.release();
  return bytes_of(source);
}

}  // namespace giaoban::documents
