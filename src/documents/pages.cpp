#include "documents/pages.hpp"

namespace giaoban::documents {

namespace {

class Filler {
 public:
  Filler(const std::vector<Strip>& strips, const std::vector<Placed>& blocks, int height)
      : strips_(strips), blocks_(blocks), height_(height) {}

  std::vector<Page> fill() {
    for (size_t i = 0; i < strips_.size();) i = page_from(i);
    if (pages_.empty()) pages_.emplace_back();
    return std::move(pages_);
  }

 private:
  const std::vector<Strip>& strips_;
  const std::vector<Placed>& blocks_;
  int height_;
  std::vector<Page> pages_;
  int next_number_ = 1;

  /// The head rows of the table in whose midst a page begins.
  std::vector<const Strip*> head_before(size_t first) const {
    std::vector<const Strip*> head;
    auto& s = strips_[first];
    if (s.row < 0) return head;
    auto& table = std::get<Table>(blocks_[static_cast<size_t>(s.block)]);
    if (s.row < table.head_rows) return head;
    size_t begin = first;
    while (begin > 0 && strips_[begin - 1].block == s.block) --begin;
    if (begin == first) return head;
    int room = height_ / 3;  // a head that takes more is not worth repeating
    for (size_t i = begin; strips_[i].row < table.head_rows; ++i) {
      head.push_back(&strips_[i]);
      room -= strips_[i].height;
    }
    if (room < 0) head.clear();
    return head;
  }

  /// One page that begins with strip `first`; gives the strip that begins the next.
  size_t page_from(size_t first) {
    Page page{next_number_++, {}};
    int y = 0;
    for (auto* head : head_before(first)) {
      page.strips.push_back({head, y, true});
      y += head->height;
    }
    size_t heads = page.strips.size(), end = first, good = first;
    for (; end < strips_.size(); ++end) {
      auto& s = strips_[end];
      if (end > first || pages_.empty()) y += s.before;
      if (y + s.height > height_ && end > first) break;
      page.strips.push_back({&s, y});
      y += s.height + s.after;
      if (s.breaks_page) {
        good = end + 1;
        if (s.renumber) next_number_ = 1;
        break;
      }
      if (s.may_break_after) good = end + 1;
    }
    if (end == strips_.size()) good = end;
    if (good == first) good = end;  // nothing on this page may be parted: better parted than lost
    page.strips.resize(heads + good - first);
    pages_.push_back(std::move(page));
    return good;
  }
};

}  // namespace

std::vector<Page> pages_of(const std::vector<Strip>& strips, const std::vector<Placed>& blocks,
                           int text_height) {
  return Filler(strips, blocks, text_height).fill();
}

}  // namespace giaoban::documents
