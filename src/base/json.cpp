#include "base/json.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <cmath>
#include <set>
#include <utility>

#include "base/limits.hpp"

namespace giaoban::json {

namespace {

std::string_view shown(std::string_view name) {
  if (name.size() <= name_bytes_shown_max) return name;
  auto end = name_bytes_shown_max;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;  // between two letters
  return name.substr(0, end);
}

}  // namespace

std::string Path::str() const {
  if (!up) return {};
  std::string step;
  if (key.data()) {
    for (char c : shown(key)) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  } else {
    step = std::to_string(index);
  }
  return up->str() + "/" + step;
}

namespace detail {
Text expected_text() { return {"Cần là chữ, không có ký tự điều khiển hay đảo chiều.", "Expected text, without control characters or marks that turn its direction."}; }
Text expected_whole_number() { return {"Cần là số nguyên trong giới hạn.", "Expected a whole number within range."}; }
Text expected_truth() { return {"Cần là có hoặc không.", "Expected true or false."}; }
Text expected_list() { return {"Cần là danh sách.", "Expected a list."}; }
Text expected_object() { return {"Cần là một nhóm trường.", "Expected an object."}; }
Text expected_one_of(const std::string& names) { return {"Cần là một trong: " + names + ".", "Expected one of: " + names + "."}; }
Text is_required() { return {"Chưa nhập.", "Required."}; }
Text is_unknown() { return {"Trường này không có trong biểu.", "Unknown field."}; }
Text too_long() { return {"Dài quá giới hạn.", "Longer than the limit."}; }
Text bad_month() { return {"Tháng cần viết dạng 2021-04.", "A month is written 2021-04."}; }
Text bad_date() { return {"Ngày cần là ngày có thật, dạng 2021-05-06.", "A date must exist and is written 2021-05-06."}; }
Text bad_instant() { return {"Thời điểm cần viết dạng 2021-05-06T01:00:00Z.", "A moment is written 2021-05-06T01:00:00Z."}; }
Text bad_decimal() { return {"Cần là số thập phân, ví dụ 386.4, tối đa 6 chữ số lẻ.", "Expected a decimal number such as 386.4, with at most 6 decimals."}; }

bool is_unfit(char32_t c) {
  // Control characters other than tab and line feed have no place in what officials write, NUL cannot be stored by
  // PostgreSQL, and noncharacters have none in XML. Marks that turn the direction of what follows let a text or
  // a file's name read as another: no language of ours needs them.
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

bool clean_utf8(std::string_view s) {
  for (size_t i = 0; i < s.size();) {
    auto first = static_cast<unsigned char>(s[i]);
    size_t n = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : (first & 0xf0) == 0xe0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    if (n == 0 || i + n > s.size()) return false;
    char32_t c = n == 1 ? first : first & (0x7fu >> n);
    for (size_t k = 1; k < n; ++k) {
      auto next = static_cast<unsigned char>(s[i + k]);
      if ((next & 0xc0) != 0x80) return false;
      c = c << 6 | (next & 0x3f);
    }
    // Not the shortest form, half of a pair, beyond the last: no letters, but ways around a check.
    if ((n == 3 && c < 0x800) || (n == 4 && c < 0x10000) || (c >= 0xd800 && c < 0xe000) || c > 0x10ffff || is_unfit(c)) return false;
    i += n;
  }
  return true;
}
}  // namespace detail

namespace {

Text sent_twice() { return {"Trường này được gửi hai lần.", "This field was sent twice."}; }
Text beyond_bounds() { return {"Số vượt quá mọi giới hạn.", "The number is beyond all bounds."}; }

/// Follows a text's structure and names what readers take differently: a key that stands twice in one object (one takes
/// the first, another the last), a number beyond all bounds (one takes infinity, another refuses).
struct Ambiguities {
  constexpr static std::size_t max_object_size = SIZE_MAX, max_array_size = SIZE_MAX, max_key_size = SIZE_MAX, max_string_size = SIZE_MAX;
  using error_code = boost::system::error_code;
  struct Level {
    bool object = false;
    std::set<std::string, std::less<>> keys;
    std::string key;
    size_t index = 0;
  };
  std::vector<Level> levels;
  std::string part;
  std::map<std::string, Text> found;

  /// Where the reader stands.
  std::string pointer() const {
    std::vector<Path> steps;
    steps.reserve(levels.size() + 1);
    steps.push_back({nullptr, {}});
    for (auto& level : levels)
      steps.push_back(level.object ? Path{&steps.back(), level.key} : Path{&steps.back(), {}, level.index});
    return steps.back().str();
  }
  bool value() {
    if (!levels.empty() && !levels.back().object) ++levels.back().index;
    return true;
  }
  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { levels.push_back({true, {}, {}, 0}); return true; }
  bool on_object_end(std::size_t, error_code&) { levels.pop_back(); return value(); }
  bool on_array_begin(error_code&) { levels.push_back({}); return true; }
  bool on_array_end(std::size_t, error_code&) { levels.pop_back(); return value(); }
  bool on_key_part(boost::json::string_view s, std::size_t, error_code&) { part += s; return true; }
  bool on_key(boost::json::string_view s, std::size_t, error_code&) {
    part += s;
    auto& level = levels.back();
    level.key = std::exchange(part, {});
    if (!level.keys.insert(level.key).second && found.size() < faults_shown_max) found.emplace(pointer(), sent_twice());
    return true;
  }
  bool on_string_part(boost::json::string_view, std::size_t, error_code&) { return true; }
  bool on_string(boost::json::string_view, std::size_t, error_code&) { return value(); }
  bool on_number_part(boost::json::string_view, error_code&) { return true; }
  bool on_int64(int64_t, boost::json::string_view, error_code&) { return value(); }
  bool on_uint64(uint64_t, boost::json::string_view, error_code&) { return value(); }
  bool on_double(auto number, boost::json::string_view, error_code&) {
    if (!std::isfinite(number) && found.size() < faults_shown_max) found.emplace(pointer(), beyond_bounds());
    return value();
  }
  bool on_bool(bool, error_code&) { return value(); }
  bool on_null(error_code&) { return value(); }
  bool on_comment_part(boost::json::string_view, error_code&) { return true; }
  bool on_comment(boost::json::string_view, error_code&) { return true; }
};

}  // namespace

Outcome<boost::json::value> parse(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 32;
  boost::system::error_code error;
  auto v = boost::json::parse(text, error, {}, options);
  bool stopped_at_a_number = error == boost::json::error::exponent_overflow;
  if (error && !stopped_at_a_number)
    return refuse(Problem::Kind::invalid, {"Nội dung gửi lên không phải JSON hợp lệ.", "The request body is not valid JSON."});
  boost::json::basic_parser<Ambiguities> second_look(options);
  second_look.write_some(false, text.data(), text.size(), error);
  if (stopped_at_a_number) second_look.handler().found.emplace(second_look.handler().pointer(), beyond_bounds());
  Faults faults;
  for (auto& [pointer, what] : second_look.handler().found) faults.add(pointer, what);
  if (faults.any()) return faults.problem();
  return v;
}

std::string text_of_problem(const Problem& p) {
  boost::json::object o;
  o["type"] = std::string("/problems/") + name_of(p.kind);
  o["title"] = write(p.title);
  o["status"] = status_of(p.kind);
  o["fields"] = write(p.fields);
  return boost::json::serialize(o);
}

}  // namespace giaoban::json
