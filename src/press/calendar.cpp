// The sessions as an iCalendar (RFC 5545): when and where, nothing of what is to be discussed.
#include <fmt/format.h>

#include "press/room.hpp"

namespace giaoban::press {
namespace {

/// "20210506T010000Z"
std::string utc(Instant at) {
  auto iso = at.iso();
  std::string out;
  for (char c : iso.substr(0, 19))
    if (c != '-' && c != ':') out += c;
  return out + "Z";
}

std::string text(std::string_view s) {
  std::string out;
  for (char c : s) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') out += "\\n";
    else if (c != '\r') out += c;
  }
  return out;
}

/// A content line, folded at 75 octets and never inside a letter.
std::string line(const std::string& s) {
  std::string out;
  size_t length = 0;
  for (size_t i = 0; i < s.size();) {
    size_t n = 1;
    while (i + n < s.size() && (static_cast<unsigned char>(s[i + n]) & 0xC0) == 0x80) ++n;
    if (length + n > 75) {
      out += "\r\n ";
      length = 1;
    }
    out += s.substr(i, n);
    length += n;
    i += n;
  }
  return out + "\r\n";
}

}  // namespace

std::string calendar(const Text& body, const std::vector<Meeting>& meetings, Language language) {
  std::string out = line("BEGIN:VCALENDAR") + line("VERSION:2.0") + line("PRODID:-//Giaoban//Sessions//" + std::string(language == Language::vi ? "VI" : "EN")) + line("CALSCALE:GREGORIAN") +
                    line("X-WR-CALNAME:" + text(body.in(language)));
  for (auto& m : meetings) {
    out += line("BEGIN:VEVENT") + line(fmt::format("UID:session-{}@giaoban", m.id)) + line("DTSTAMP:" + utc(m.stamp)) + line("DTSTART:" + utc(m.starts)) + line("DTEND:" + utc(m.ends)) +
           line("SUMMARY:" + text(m.title.in(language)));
    if (!m.place.in(language).empty()) out += line("LOCATION:" + text(m.place.in(language)));
    out += line("END:VEVENT");
  }
  return out + line("END:VCALENDAR");
}

}  // namespace giaoban::press
