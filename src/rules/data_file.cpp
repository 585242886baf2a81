#include "rules/data_file.hpp"

#include <fstream>

namespace giaoban::rules {
namespace {

/// Walks a text that is already known to be valid JSON.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  /// Offset of the value at the steps of a pointer, or of the deepest value on the way to it.
  size_t find(const std::vector<std::string>& steps) {
    blanks();
    size_t found = at_;
    for (auto& step : steps) {
      if (!enter(step)) break;
      found = at_;
    }
    return found;
  }

 private:
  bool enter(const std::string& step) {
    bool object = peek() == '{';
    if (!object && peek() != '[') return false;
    ++at_;
    blanks();
    for (size_t i = 0; peek() != '}' && peek() != ']'; ++i) {
      std::string key = object ? text_of_string() : std::to_string(i);
      if (object) blanks(':');
      if (key == step) return true;
      skip_value();
      blanks(',');
    }
    return false;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : ']'; }

  void blanks(char also = ' ') {
    while (at_ < text_.size() &&
           (std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos || text_[at_] == also))
      ++at_;
  }

  std::string text_of_string() {
    std::string out;
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
      out += peek();
    }
    ++at_;
    return out;
  }

  void skip_value() {
    int depth = 0;
    do {
      char c = peek();
      if (c == '"') {
        text_of_string();
      } else if (c == '{' || c == '[') {
        ++depth, ++at_;
      } else if (c == '}' || c == ']') {
        --depth, ++at_;
      } else {
        ++at_;
        if (depth == 0)
          while (at_ < text_.size() &&
                 std::string_view(",}] \t\r\n").find(text_[at_]) == std::string_view::npos)
            ++at_;
      }
    } while (depth > 0 && at_ < text_.size());
  }

  std::string_view text_;
  size_t at_ = 0;
};

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  for (size_t i = 0; i < pointer.size(); ++i) {
    char c = pointer[i];
    if (c == '/')
      steps.emplace_back();
    else if (steps.empty())
      return {};
    else if (c == '~' && i + 1 < pointer.size())
      steps.back() += pointer[++i] == '1' ? '/' : '~';
    else
      steps.back() += c;
  }
  return steps;
}

int line_at(std::string_view text, size_t offset) {
  return 1 +
         static_cast<int>(std::count(
             text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n'));
}

tl::unexpected<Problem> unreadable(const std::string& name, Text why) {
  return refuse(Problem::Kind::invalid,
                {"Không đọc được tệp " + name + ".", "The file " + name + " cannot be read."},
                {{name, std::move(why)}});
}

}  // namespace

int line_of(std::string_view text, std::string_view pointer) {
  return line_at(text, Walker(text).find(steps_of(pointer)));
}

Outcome<DataFile> open(const std::filesystem::path& path) {
  DataFile file{path.filename().string(), {}, {}};
  std::error_code error;
  auto size = std::filesystem::file_size(path, error);
  if (error)
    return unreadable(path.string(), {"Không có tệp này hoặc không được phép đọc.",
                                      "No such file, or no right to read it."});
  if (size > file_bytes_max)
    return unreadable(path.string(), {"Tệp lớn quá giới hạn.", "The file is over the limit."});
  std::ifstream in(path, std::ios::binary);
  file.text.assign(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) return unreadable(path.string(), {"Lỗi khi đọc.", "Reading failed."});

  boost::json::parse_options options;
  options.max_depth = 32;
  boost::json::parser parser({}, options);
  boost::system::error_code syntax;
  size_t read = parser.write_some(file.text.data(), file.text.size(), syntax);
  if (!syntax && file.text.find_first_not_of(" \t\r\n", read) != std::string::npos)
    syntax = boost::json::error::extra_data;
  if (syntax)
    return unreadable(file.name, {fmt::format("Sai cú pháp JSON ở dòng {}.", line_at(file.text, read)),
                                  fmt::format("Not valid JSON at line {}.", line_at(file.text, read))});
  file.value = parser.release();
  return file;
}

Problem located(const DataFile& file, const Problem& problem) {
  Problem out{
      problem.kind, {"Tệp " + file.name + " có chỗ sai.", "The file " + file.name + " has faults."}, {}};
  for (auto& f : problem.fields)
    out.fields.push_back(
        {fmt::format("{}:{} {}", file.name, line_of(file.text, f.pointer), f.pointer), f.message});
  return out;
}

}  // namespace giaoban::rules
