#include "figures/history.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <stdexcept>

namespace giaoban::figures {

struct History::Heads {
  boost::unordered_flat_map<CellKey, uint32_t> of;
};

History::History() : heads_(std::make_unique<Heads>()) {}
History::~History() = default;
History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;

uint32_t History::head(CellKey cell) const {
  auto found = heads_->of.find(cell);
  return found == heads_->of.end() ? end : found->second;
}

void History::add(CellKey cell, int64_t units, Sequence known, State state) {
  if (size_ >= end) throw std::length_error("figures: more vintages than can be numbered");
  auto [at, fresh] = heads_->of.try_emplace(cell, end);
  if (size_ == records_.size()) records_.resize(size_ + size_ / 8 + 64);
  records_[size_] = {units, known, at->second, state};
  at->second = static_cast<uint32_t>(size_++);
}

size_t History::bytes() const {
  // A slot of the map is its pair and one byte beside it.
  return records_.size() * sizeof(Record) + heads_->of.bucket_count() * (sizeof(std::pair<CellKey, uint32_t>) + 1);
}

std::vector<History::Head> History::heads() const {
  std::vector<Head> out;
  out.reserve(heads_->of.size());
  for (auto& [cell, record] : heads_->of) out.push_back({cell, record});
  std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.cell < b.cell; });
  return out;
}

bool History::restore(Pages<Record> records, const std::vector<Head>& heads) {
  for (size_t k = 0; k < records.size(); ++k) {
    bool older = records[k].previous == end || records[k].previous < k;
    if (!older || records[k].state > State::revised) return false;
  }
  heads_->of.clear();
  heads_->of.reserve(heads.size());
  for (auto& h : heads)
    if (h.record >= records.size() || !heads_->of.emplace(h.cell, static_cast<uint32_t>(h.record)).second) return false;
  size_ = records.size();
  records_ = std::move(records);
  return true;
}

}  // namespace giaoban::figures
