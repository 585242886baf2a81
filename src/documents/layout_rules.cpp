#include "documents/layout_rules.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <stdexcept>

#include "base/json.hpp"

namespace giaoban::documents {

namespace stored {

/// A length with the bounds that the decree sets for it.
struct Bounded {
  std::string value, least, most;
};
struct Percent {
  int32_t value, least, most;
};
struct Paper {
  std::string width, height;
};
struct Margins {
  Bounded top, bottom, left, right;
};
struct Sizes {
  Bounded nation, motto, bodies, number, place_date, title, subject, letter_subject, addressee, body,
      authority, signer, recipients_label, recipient, annex, table, page_number;
};
struct Value {
  Paper paper;
  Margins margins;
  std::string page_number_from_top;
  Sizes sizes;
  Bounded first_line, between_paragraphs, line;
  std::string rule_thickness;
  Percent rule_percent;
  int32_t number_padded_below, day_padded_below;
  std::vector<int32_t> padded_months;
};
struct Rule {
  std::string id;
  int32_t version;
  Date effective_from;
  std::optional<Date> effective_to;
  Text source;
  Value value;
};
struct Catalogue {
  std::string catalogue;
  std::vector<Rule> rules;
};
BOOST_DESCRIBE_STRUCT(Bounded, (), (value, least, most))
BOOST_DESCRIBE_STRUCT(Percent, (), (value, least, most))
BOOST_DESCRIBE_STRUCT(Paper, (), (width, height))
BOOST_DESCRIBE_STRUCT(Margins, (), (top, bottom, left, right))
BOOST_DESCRIBE_STRUCT(Sizes, (),
                      (nation, motto, bodies, number, place_date, title, subject, letter_subject, addressee,
                       body, authority, signer, recipients_label, recipient, annex, table, page_number))
BOOST_DESCRIBE_STRUCT(Value, (),
                      (paper, margins, page_number_from_top, sizes, first_line, between_paragraphs, line,
                       rule_thickness, rule_percent, number_padded_below, day_padded_below, padded_months))
BOOST_DESCRIBE_STRUCT(Rule, (), (id, version, effective_from, effective_to, source, value))
BOOST_DESCRIBE_STRUCT(Catalogue, (), (catalogue, rules))

}  // namespace stored

BOOST_DESCRIBE_STRUCT(LayoutRules::Sizes, (),
                      (nation, motto, bodies, number, place_date, title, subject, letter_subject, addressee,
                       body, authority, signer, recipients_label, recipient, annex, table, page_number))

namespace {

/// Reads lengths and notes each that is not one or lies outside the decree's bounds.
struct Reader {
  Faults faults;
  Length length(const std::string& text, const std::string& pointer) {
    auto value = Length::parse(text);
    faults.require(
        value.has_value(), pointer,
        {"Phải là độ dài như \"14pt\" hoặc \"20mm\".", "Must be a length such as \"14pt\" or \"20mm\"."});
    return value.value_or(Length{});
  }
  Length length(const stored::Bounded& b, const std::string& pointer) {
    auto value = length(b.value, pointer + "/value");
    auto least = length(b.least, pointer + "/least"), most = length(b.most, pointer + "/most");
    faults.require(least <= value && value <= most, pointer + "/value",
                   {"Ngoài giới hạn của thể thức.", "Outside the bounds of the layout."});
    return value;
  }
};

LayoutRules from(const stored::Rule& rule, Reader& reader) {
  auto& v = rule.value;
  LayoutRules out;
  out.version = rule.version;
  out.source = rule.source;
  auto& p = out.paper;
  p.width = reader.length(v.paper.width, "/paper/width");
  p.height = reader.length(v.paper.height, "/paper/height");
  p.top = reader.length(v.margins.top, "/margins/top");
  p.bottom = reader.length(v.margins.bottom, "/margins/bottom");
  p.left = reader.length(v.margins.left, "/margins/left");
  p.right = reader.length(v.margins.right, "/margins/right");
  p.number_from_top = reader.length(v.page_number_from_top, "/page_number_from_top");
  boost::mp11::mp_for_each<
      boost::describe::describe_members<LayoutRules::Sizes, boost::describe::mod_public>>([&](auto to) {
    boost::mp11::mp_for_each<boost::describe::describe_members<stored::Sizes, boost::describe::mod_public>>(
        [&](auto of) {
          if (std::string_view(to.name) == of.name)
            out.sizes.*to.pointer = reader.length(v.sizes.*of.pointer, std::string("/sizes/") + of.name);
        });
  });
  out.first_line = reader.length(v.first_line, "/first_line");
  out.between_paragraphs = reader.length(v.between_paragraphs, "/between_paragraphs");
  out.line = reader.length(v.line, "/line");
  out.rule_thickness = reader.length(v.rule_thickness, "/rule_thickness");
  reader.faults.require(
      v.rule_percent.least <= v.rule_percent.value && v.rule_percent.value <= v.rule_percent.most,
      "/rule_percent/value", {"Ngoài giới hạn của thể thức.", "Outside the bounds of the layout."});
  out.rule_percent = v.rule_percent.value;
  out.number_padded_below = v.number_padded_below;
  out.day_padded_below = v.day_padded_below;
  out.padded_months.assign(v.padded_months.begin(), v.padded_months.end());
  return out;
}

}  // namespace

Outcome<LayoutRules> read_layout_rules(std::string_view catalogue, Date on) {
  TRY(read, json::read_text<stored::Catalogue>(catalogue));
  for (auto& rule : read.rules) {
    if (on < rule.effective_from || (rule.effective_to && *rule.effective_to < on)) continue;
    Reader reader;
    auto rules = from(rule, reader);
    if (reader.faults.any()) return reader.faults.problem();
    return rules;
  }
  return not_found({"Thể thức văn bản của ngày này", "The document layout of this day"});
}

namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error(fmt::format("cannot read {}", path));
  return text.str();
}

}  // namespace

const LayoutRules& layout_rules(Date on) {
  static std::mutex lock;
  static std::string catalogue;
  static std::map<Date, LayoutRules> read;
  std::scoped_lock held(lock);
  if (auto it = read.find(on); it != read.end()) return it->second;
  if (catalogue.empty()) catalogue = read_file(GIAOBAN_SOURCE_DIR "/rules/document-layout.json");
  // Documents dated before the first version are laid out by it: the form then in force is not kept.
  auto rules = read_layout_rules(catalogue, std::max(on, Date::of(2020, 3, 5)));
  if (!rules) throw std::runtime_error("rules/document-layout.json: " + json::text_of_problem(rules.error()));
  return read.emplace(on, *rules).first->second;
}

Document blank(const LayoutRules& rules) {
  Document document;
  document.paper = rules.paper;
  document.styles = stylesheet(rules);
  document.rule_percent = rules.rule_percent;
  document.rule_thickness = rules.rule_thickness;
  return document;
}

}  // namespace giaoban::documents
