#pragma once
// All cells in one file, so that a start need not read every figure from the store again. The file is checked
// before a byte of it is believed; what does not fit is refused with a sentence, and the store is read instead.
// The format: docs/figures-engine.md.
#include <filesystem>

#include "base/outcome.hpp"
#include "figures/columns.hpp"

namespace giaoban::figures {

/// What a snapshot says of itself.
struct SnapshotMark {
  Sequence sequence = 0;  // of the last change in it
  std::string journal;    // hash of the journal entry of that number: tells one store from another
};

/// Beside the old one, which it then replaces at once. `mark.sequence` must be the columns'. Throws when it cannot
/// be written.
void write_snapshot(const Columns& columns, const std::filesystem::path& path, const std::string& journal, unsigned threads);

/// The columns as they were written, totals added up anew; plans are not in it. Refused unless every byte is as
/// written, indicators and units are the same, and `belongs` says so.
Outcome<Columns> read_snapshot(const std::filesystem::path& path, std::vector<Indicator> indicators,
                               std::vector<UnitNode> units, const std::function<bool(const SnapshotMark&)>& belongs,
                               unsigned threads);

}  // namespace giaoban::figures
