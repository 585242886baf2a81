#pragma once
#include <cstddef>
#include <cstdint>

namespace giaoban::spreadsheet {

/// What a file may ask of us. A file is a stranger's: each limit is held before the work is done, so that reading
/// ends in bounded time and memory whatever is in it.
struct Limits {
  size_t file_bytes = 20u << 20;      ///< as uploads: a country's month is 10 MB
  size_t entries = 2'000;             ///< parts of a workbook: a sheet is one, a picture is one
  size_t unpacked_bytes = 128u << 20; ///< all parts read: half a million cells are 25 MB of XML
  size_t ratio = 250;                 ///< a part's size over its packed size: formatted empty cells reach 120
  size_t ratio_from = 1u << 20;       ///< smaller parts may be any ratio: they cannot hurt
  size_t depth = 64;                  ///< of elements in each other: a workbook's have nine
  uint32_t sheets = 200;
  uint32_t rows = 200'000;            ///< up to the last one with a value: a country's communes × 60 indicators
  uint32_t columns = 2'000;
  size_t cells = 1'000'000;           ///< with a value
  size_t cell_bytes = 32'767;         ///< of one text: Excel's own limit
  size_t text_bytes = 48u << 20;      ///< of all texts together
};

/// Cells at fault that one answer names; how many more there are is said beside them. A person mends a page at a time.
inline constexpr size_t faults_named = 100;

}  // namespace giaoban::spreadsheet
