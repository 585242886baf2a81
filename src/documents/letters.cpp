#include "documents/letters.hpp"

#include <glib.h>

#include <algorithm>
#include <memory>

namespace giaoban::documents {

namespace {

using GString = std::unique_ptr<char, decltype(&g_free)>;

bool is_direction_override(gunichar c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

bool is_unfit(gunichar c) {
  return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE || c == 0xFFFF || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || is_direction_override(c);
}

void append(std::string& out, gunichar c) {
  char bytes[6];
  out.append(bytes, static_cast<size_t>(g_unichar_to_utf8(c, bytes)));
}

std::string with_first(std::string_view text, gunichar (*change)(gunichar)) {
  if (text.empty()) return {};
  auto first = g_utf8_get_char_validated(text.data(), static_cast<gssize>(text.size()));
  if (first >= 0x80000000u) return std::string(text);
  std::string out;
  append(out, change(first));
  return out.append(text.substr(first_letter_bytes(text)));
}

bool plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n'; });
}

}  // namespace

std::string clean(std::string_view text) {
  if (plain_ascii(text)) return std::string(text);
  GString valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free);
  std::string kept;
  kept.reserve(text.size());
  for (const char* p = valid.get(); *p != '\0'; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    if (c == '\t')
      kept += ' ';
    else if (c == 0x2028 || c == 0x2029)
      kept += '\n';
    else if (!is_unfit(c))
      append(kept, c);
  }
  GString composed(g_utf8_normalize(kept.data(), static_cast<gssize>(kept.size()), G_NORMALIZE_NFC), g_free);
  return composed ? std::string(composed.get()) : kept;
}

std::string upper(std::string_view text) {
  GString out(g_utf8_strup(text.data(), static_cast<gssize>(text.size())), g_free);
  return out.get();
}

std::string lowered(std::string_view text) {
  GString out(g_utf8_strdown(text.data(), static_cast<gssize>(text.size())), g_free);
  return out.get();
}

std::string capitalised(std::string_view text) {
  return with_first(text, g_unichar_toupper);
}
std::string uncapitalised(std::string_view text) {
  return with_first(text, g_unichar_tolower);
}

size_t first_letter_bytes(std::string_view text) {
  if (text.empty()) return 0;
  return std::min<size_t>(text.size(), static_cast<size_t>(g_utf8_skip[static_cast<unsigned char>(text[0])]));
}

size_t length_of(std::string_view text) {
  return static_cast<size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size())));
}

std::string shown(const Run& run, const Look& look) {
  auto text = clean(run.text);
  return run.caps || look.caps ? upper(text) : text;
}

std::vector<Run> shown(const Paragraph& paragraph, const Look& look) {
  std::vector<Run> out;
  out.reserve(paragraph.runs.size() + 1);
  if (!paragraph.marker.empty()) out.push_back({clean(paragraph.marker) + " "});
  for (auto& run : paragraph.runs) {
    Run r = run;
    r.text = shown(run, look);
    if (!r.text.empty()) out.push_back(std::move(r));
  }
  return out;
}

}  // namespace giaoban::documents
