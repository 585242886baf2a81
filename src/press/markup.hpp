#pragma once
// What the public pages are written with. Everything that comes from people goes through `esc`.
#include "documents/html.hpp"
#include "press/room.hpp"

namespace giaoban::press::markup {

inline std::string esc(std::string_view text) { return documents::escaped(text); }

/// The frame of a page: head, mast, `main`, foot. `vi`, `en`: the page's address in each language.
struct Frame {
  std::string title;
  std::string vi, en;
  Text body;  ///< the People's Committee
  Language language = Language::vi;
};
std::string page(const Frame& frame, const std::string& main);

/// Thirteen months as a line; gaps stay gaps. Empty when there is nothing to draw.
std::string spark(const std::vector<std::optional<Decimal>>& values);
/// A bar of which `done` of `total` is filled.
std::string meter(int64_t done, int64_t total, const std::string& label);
/// The mark of a state: a ring with a tick, a half clock, a full block, a ring.
std::string mark(Progress progress);
/// Class of its colour.
const char* tone(Progress progress);

}  // namespace giaoban::press::markup
