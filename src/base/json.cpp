#include "base/json.hpp"


namespace giaoban::json {

std::string Path::str() const {
  if (!up) return {};
  std::string step;
  if (key.data()) {
    for (char c : key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  } else {
    step = std::to_string(index);
  }
  return up->str() + "/" + step;
}

namespace detail {
Text expected_text() { return {"Cần là chữ.", "Expected text."}; }
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

bool clean_utf8(std::string_view s) {
  // Control characters other than tab and line feed have no place in what officials write,
  // and NUL cannot be stored by PostgreSQL. UTF-8 itself is checked by the JSON parser.
  return std::none_of(s.begin(), s.end(), [](unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f; });
}
}  // namespace detail

Outcome<boost::json::value> parse(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 32;
  boost::system::error_code error;
  auto v = boost::json::parse(text, error, {}, options);
  if (error)
    return refuse(Problem::Kind::invalid, {"Nội dung gửi lên không phải JSON hợp lệ.", "The request body is not valid JSON."});
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
