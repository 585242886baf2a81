// Checks that several verbs share: every field at fault is named in one answer.
#include <fmt/format.h>

#include "session/verbs.hpp"

namespace giaoban::session {
namespace {
/// Longest texts, in characters: what fits the invitation and the hall screen.
constexpr size_t title_max = 300;
constexpr size_t note_max = 2000;
/// A day's work: no item and no session is longer.
constexpr int64_t minutes_max = 600;
/// A session about a month is held at the latest this many days after it.
constexpr int days_after_month_max = 62;

bool digit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

std::optional<int64_t> read_hour(std::string_view text) {
  if (text.size() != 5 || text[2] != ':' || !digit(text[0]) || !digit(text[1]) || !digit(text[3]) || !digit(text[4])) return {};
  int64_t hours = (text[0] - '0') * 10 + text[1] - '0', minutes = (text[3] - '0') * 10 + text[4] - '0';
  if (hours > 23 || minutes > 59) return {};
  return hours * 60 + minutes;
}

void check_item(Context& context, const std::string& at, const Text& title, std::optional<int64_t> presenter,
                int64_t minutes, const std::optional<Text>& note, Faults& faults) {
  auto clean = tidy(title);
  faults.require(!clean.vi.empty(), at + "/title/vi", {"Hãy ghi tên nội dung.", "Give the item a title."});
  faults.require(length(clean.vi) <= title_max && length(clean.en) <= title_max, at + "/title",
                 {"Tên nội dung dài quá 300 ký tự.", "The title is longer than 300 characters."});
  faults.require(minutes >= 1 && minutes <= minutes_max, at + "/minutes",
                 {"Thời lượng từ 1 đến 600 phút.", "The time is between 1 and 600 minutes."});
  faults.require(!presenter || units::find(context.tx, *presenter), at + "/presenter",
                 {"Không có đơn vị này; hãy chọn lại.", "There is no such unit; choose again."});
  faults.require(!note || (length(note->vi) <= note_max && length(note->en) <= note_max), at + "/note",
                 {"Ghi chú dài quá 2000 ký tự.", "The note is longer than 2000 characters."});
}

void check_times(Date date, Month month, const std::string& from, const std::string& to, Faults& faults) {
  auto starts = read_hour(from), ends = read_hour(to);
  faults.require(starts.has_value(), "/from", {"Giờ bắt đầu viết dạng 08:00.", "Write the start as 08:00."});
  faults.require(ends.has_value(), "/to", {"Giờ kết thúc viết dạng 11:00.", "Write the end as 11:00."});
  if (starts && ends)
    faults.require(*starts < *ends, "/to", {"Giờ kết thúc phải sau giờ bắt đầu.", "The end must be after the start."});
  faults.require(date >= first_day(month) && date <= last_day(month).plus(days_after_month_max), "/date",
                 {"Phiên họp về tháng nào thì họp trong tháng đó hoặc trong hai tháng sau.",
                  "A session about a month is held in that month or in the two after it."});
}

bool may_chair(Context& context, int64_t seat) {
  auto found = access::seat(context.tx, seat);
  return found && (found->office == Office::chair || found->office == Office::vice_chair);
}

}  // namespace giaoban::session
