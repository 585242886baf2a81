#include "scenarios/value.hpp"

#include <fmt/format.h>

#include <charconv>

namespace giaoban::scenarios {
namespace bj = boost::json;
namespace {

constexpr std::string_view any = "…";
constexpr std::string_view between = " | ";

/// Puts what they stand for in the place of <names> outside of quotes.
std::string with_names(std::string_view written, const Names& names) {
  std::string out;
  bool quoted = false;
  for (size_t i = 0; i < written.size(); ++i) {
    char c = written[i];
    if (c == '"' && (i == 0 || written[i - 1] != '\\')) quoted = !quoted;
    auto end = c == '<' && !quoted ? written.find('>', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += c;
      continue;
    }
    out += names(std::string(written.substr(i + 1, end - i - 1)));
    i = end;
  }
  return out;
}

std::optional<bj::value> as_json(const std::string& text) {
  boost::system::error_code error;
  auto v = bj::parse(text, error);
  if (error) return {};
  return v;
}

bool is_words(const bj::value& v) {
  auto* o = v.if_object();
  return o && o->size() == 2 && o->contains("vi") && o->contains("en") && o->at("vi").is_string() && o->at("en").is_string();
}

std::string text_of(const bj::value& v) { return v.is_string() ? std::string(v.as_string()) : bj::serialize(v); }

void put(bj::object& into, std::string_view path, bj::value value) {
  auto dot = path.find('.');
  if (dot == std::string_view::npos) {
    into[path] = std::move(value);
    return;
  }
  auto& inner = into[path.substr(0, dot)];
  if (!inner.is_object()) inner.emplace_object();
  put(inner.as_object(), path.substr(dot + 1), std::move(value));
}

using Found = std::vector<const bj::value*>;

Found within_list(const Found& from, std::string_view choice) {
  Found out;
  auto equals = choice.find('=');
  size_t index = 0;
  std::from_chars(choice.data(), choice.data() + choice.size(), index);
  for (auto* v : from) {
    auto* list = v->if_array();
    if (!list) continue;
    if (equals == std::string_view::npos) {
      if (index >= 1 && index <= list->size()) out.push_back(&(*list)[index - 1]);
      continue;
    }
    for (auto& element : *list)
      for (auto* key : find(element, choice.substr(0, equals)))
        if (text_of(*key) == choice.substr(equals + 1)) out.push_back(&element);
  }
  return out;
}

}  // namespace

bj::value value_of(std::string_view written, const Names& names) {
  auto text = with_names(written, names);
  if (auto json = as_json(text)) return *json;
  auto bar = text.find(between);
  if (bar != std::string::npos && text.find(between, bar + 1) == std::string::npos)
    return bj::object{{"vi", text.substr(0, bar)}, {"en", text.substr(bar + between.size())}};
  return bj::value(bj::string(text));
}

std::string written(const bj::value& value) {
  if (is_words(value)) {
    auto vi = text_of(value.at("vi")), en = text_of(value.at("en"));
    auto both = vi + std::string(between) + en;
    if (!en.empty() && both.find('<') == std::string::npos && both.find('\n') == std::string::npos && vi.find(between) == std::string::npos && en.find(between) == std::string::npos) return both;
  }
  if (!value.is_string()) return bj::serialize(value);
  auto text = text_of(value);
  bool plain = !text.empty() && text.find('<') == std::string::npos && text.find('\n') == std::string::npos && text.find(between) == std::string::npos &&
               text.front() != ' ' && text.back() != ' ' && text.front() != '"' && !as_json(text);
  return plain ? text : bj::serialize(value);
}

bj::object request_of(const std::vector<Field>& fields, const Names& names) {
  bj::object out;
  for (auto& f : fields) {
    if (!f.table) {
      put(out, f.path, value_of(f.value, names));
      continue;
    }
    bj::array list;
    for (auto& row : f.table->rows) {
      bj::object o;
      for (size_t c = 0; c < row.size(); ++c)
        if (!row[c].empty()) put(o, f.table->columns[c], value_of(row[c], names));
      list.push_back(o);
    }
    put(out, f.path, list);
  }
  return out;
}

Found find(const bj::value& root, std::string_view path) {
  Found out{&root};
  while (!path.empty() && !out.empty()) {
    if (path.front() == '[') {
      auto end = path.find(']');
      if (end == std::string_view::npos) return {};
      out = within_list(out, path.substr(1, end - 1));
      path.remove_prefix(end + 1);
    } else {
      auto end = std::min(path.find_first_of(".["), path.size());
      auto key = path.substr(0, end);
      Found next;
      for (auto* v : out) {
        if (key == "*" && v->is_array())
          for (auto& element : v->as_array()) next.push_back(&element);
        else if (auto* o = v->if_object())
          if (auto* member = o->if_contains(key)) next.push_back(member);
      }
      out = std::move(next);
      path.remove_prefix(end);
    }
    if (path.starts_with('.')) path.remove_prefix(1);
  }
  return out;
}

bool reads_as(std::string_view pattern, std::string_view text) {
  auto gap = pattern.find(any);
  if (gap == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, gap))) return false;
  text.remove_prefix(gap);
  pattern.remove_prefix(gap + any.size());
  // Each piece at the first place where it stands; the last one at the end.
  while ((gap = pattern.find(any)) != std::string_view::npos) {
    auto at = text.find(pattern.substr(0, gap));
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + gap);
    pattern.remove_prefix(gap + any.size());
  }
  return text.ends_with(pattern);
}

bool contains(std::string_view text, std::string_view pattern) { return reads_as(std::string(any) + std::string(pattern) + std::string(any), text); }

bool fits(const bj::value& expected, const bj::value& found) {
  if (expected.is_string() && found.is_string()) return reads_as(expected.as_string(), found.as_string());
  if (auto* o = expected.if_object()) {
    if (!found.is_object()) return false;
    for (auto& [key, value] : *o) {
      auto* member = found.as_object().if_contains(key);
      if (!member || !fits(value, *member)) return false;
    }
    return true;
  }
  if (auto* a = expected.if_array()) {
    if (!found.is_array() || found.as_array().size() != a->size()) return false;
    for (size_t i = 0; i < a->size(); ++i)
      if (!fits((*a)[i], found.as_array()[i])) return false;
    return true;
  }
  return expected == found;
}

std::string readable(std::string_view html) {
  static const std::vector<std::pair<std::string_view, std::string_view>> signs{
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}, {"\xC2\xA0", " "}};
  std::string out;
  auto space = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  for (size_t i = 0; i < html.size();) {
    auto here = html.substr(i);
    if (here.starts_with("<style") || here.starts_with("<script")) {
      auto end = here.find(here.starts_with("<style") ? "</style>" : "</script>");
      i = end == std::string_view::npos ? html.size() : i + end;
    } else if (here.front() == '<') {
      auto end = here.find('>');
      // Words are divided by blocks, not by a <b> inside them.
      if (!(here.starts_with("<b>") || here.starts_with("</b>") || here.starts_with("<i>") || here.starts_with("</i>") || here.starts_with("<span") || here.starts_with("</span"))) space();
      i = end == std::string_view::npos ? html.size() : i + end + 1;
    } else {
      bool sign = false;
      for (auto& [from, to] : signs)
        if (!sign && here.starts_with(from)) {
          if (to == " ") space();
          else out += to;
          i += from.size();
          sign = true;
        }
      if (sign) continue;
      if (here.front() == ' ' || here.front() == '\n' || here.front() == '\t') space();
      else out += here.front();
      ++i;
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace giaoban::scenarios
