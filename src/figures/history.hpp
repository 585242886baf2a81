#pragma once
// The vintages of the few cells that have more than one, beside the columns: what was known before, and when.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "figures/indicator.hpp"
#include "figures/pages.hpp"

namespace giaoban::figures {

/// Number of a journal entry: when a value became known. From 1.
using Sequence = int64_t;
inline constexpr Sequence newest = INT64_MAX;

/// Which cell of all: indicator, month, place of its reporter.
using CellKey = uint64_t;

class History {
 public:
  static constexpr uint32_t end = UINT32_MAX;
  struct Record {
    int64_t units;
    Sequence known;
    uint32_t previous;  // an older record of the same cell, or `end`
    State state;
    uint8_t unused[3] = {};  // so that a snapshot's bytes are all defined
  };
  struct Head {
    CellKey cell;
    uint64_t record;
  };

  History();
  ~History();
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;

  /// The newest record of a cell, or `end`.
  uint32_t head(CellKey cell) const;
  const Record& at(uint32_t record) const { return records_[record]; }
  void add(CellKey cell, int64_t units, Sequence known, State state);
  size_t bytes() const;

  // ---- for snapshots
  std::span<const Record> records() const { return {records_.data(), size_}; }
  std::vector<Head> heads() const;  // by cell
  /// False when they do not fit together: a record before itself, a head beyond the records, a cell twice.
  bool restore(Pages<Record> records, const std::vector<Head>& heads);

 private:
  struct Heads;
  Pages<Record> records_;
  size_t size_ = 0;
  std::unique_ptr<Heads> heads_;
};

}  // namespace giaoban::figures
