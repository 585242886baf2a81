#pragma once
// Data that people write by hand (rules, demo cities): read strictly, and every fault said with file, line
// and pointer.
#include <filesystem>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace giaoban::rules {

/// Largest data file, in bytes: a city's figures take 0.1 MB; 16 MB holds a province's.
inline constexpr size_t file_bytes_max = 16 * 1024 * 1024;

/// The line (from 1) on which the value at a JSON pointer stands; of its nearest parent when it is absent.
int line_of(std::string_view text, std::string_view pointer);

struct DataFile {
  std::string name;  // as people name it: "holidays.json"
  std::string text;
  boost::json::value value;
};

/// Reads and parses; a syntax error names its line.
Outcome<DataFile> open(const std::filesystem::path& path);

/// The same faults, each pointer led by the file's name and line: "holidays.json:31
/// /rules/2/value/days/0/date".
Problem located(const DataFile& file, const Problem& problem);

template <class T>
Outcome<T> read(const DataFile& file) {
  auto out = json::read<T>(file.value);
  if (!out) return tl::unexpected<Problem>(located(file, out.error()));
  return out;
}
template <class T>
Outcome<T> read_file(const std::filesystem::path& path) {
  TRY(file, open(path));
  return read<T>(file);
}
/// The same beside other files: its faults join theirs, and what could not be read is empty.
template <class T>
T read_file(const std::filesystem::path& path, Faults& faults) {
  auto file = read_file<T>(path);
  if (file) return std::move(*file);
  for (auto& f : file.error().fields) faults.add(f.pointer, f.message);
  if (file.error().fields.empty()) faults.add(path.filename().string(), file.error().title);
  return {};
}

}  // namespace giaoban::rules
