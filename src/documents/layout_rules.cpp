#include "documents/layout_rules.hpp"

#include <fmt/format.h>

#include <mutex>
#include <stdexcept>

#include "base/installation.hpp"
#include "rules/data_file.hpp"
#include "rules/rules.hpp"

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
      authority, signer, recipients_label, recipient, annex, table, dense_table, page_number;
};
struct Value {
  Paper paper;
  Margins margins;
  std::string page_number_from_top;
  Sizes sizes;
  Bounded first_line, between_paragraphs, line, tight_body, tight_line;
  std::string rule_thickness;
  Percent rule_percent;
};
struct Catalogue {
  std::string catalogue;
  std::vector<rules::Rule<Value>> rules;
};
BOOST_DESCRIBE_STRUCT(Bounded, (), (value, least, most))
BOOST_DESCRIBE_STRUCT(Percent, (), (value, least, most))
BOOST_DESCRIBE_STRUCT(Paper, (), (width, height))
BOOST_DESCRIBE_STRUCT(Margins, (), (top, bottom, left, right))
BOOST_DESCRIBE_STRUCT(Sizes, (),
                      (nation, motto, bodies, number, place_date, title, subject, letter_subject, addressee,
                       body, authority, signer, recipients_label, recipient, annex, table, dense_table,
                       page_number))
BOOST_DESCRIBE_STRUCT(Value, (),
                      (paper, margins, page_number_from_top, sizes, first_line, between_paragraphs, line,
                       tight_body, tight_line, rule_thickness, rule_percent))
BOOST_DESCRIBE_STRUCT(Catalogue, (), (catalogue, rules))

}  // namespace stored

BOOST_DESCRIBE_STRUCT(LayoutRules::Sizes, (),
                      (nation, motto, bodies, number, place_date, title, subject, letter_subject, addressee,
                       body, authority, signer, recipients_label, recipient, annex, table, dense_table,
                       page_number))

namespace {

/// Reads lengths and notes each that is not one or lies outside the decree's bounds.
struct Reader {
  Faults faults;
  std::string root;
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
    faults.require(least <= value && value <= most, root + pointer + "/value",
                   {"Ngoài giới hạn của thể thức.", "Outside the bounds of the layout."});
    return value;
  }
};

LayoutRules from(const rules::Rule<stored::Value>& rule, Reader& reader) {
  auto& v = rule.value;
  LayoutRules out;
  out.version = rule.version;
  out.effective_from = rule.effective_from;
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
  out.tight_body = reader.length(v.tight_body, "/tight_body");
  out.tight_line = reader.length(v.tight_line, "/tight_line");
  out.rule_thickness = reader.length(v.rule_thickness, "/rule_thickness");
  reader.faults.require(
      v.rule_percent.least <= v.rule_percent.value && v.rule_percent.value <= v.rule_percent.most,
      "/rule_percent/value", {"Ngoài giới hạn của thể thức.", "Outside the bounds of the layout."});
  out.rule_percent = v.rule_percent.value;
  return out;
}

}  // namespace

Outcome<std::vector<LayoutRules>> read_layout_rules(const std::filesystem::path& directory) {
  TRY(file, rules::open(directory / "document-layout.json"));
  TRY(catalogue, rules::read<stored::Catalogue>(file));
  std::vector<LayoutRules> out;
  Reader reader;
  for (auto& rule : catalogue.rules) {
    reader.root = fmt::format("/rules/{}/value", out.size());
    out.push_back(from(rule, reader));
  }
  reader.faults.require(!out.empty(), "/rules", {"Chưa có thể thức nào.", "There is no layout yet."});
  if (reader.faults.any())
    return tl::unexpected<Problem>(rules::located(file, reader.faults.problem().value()));
  return out;
}

namespace {

std::mutex lock;
/// Versions stay where they are once read: `layout_rules` gives references into them.
std::vector<std::unique_ptr<const std::vector<LayoutRules>>> read_so_far;

}  // namespace

Outcome<int> use_layout_rules(const std::filesystem::path& directory) {
  TRY(versions, read_layout_rules(directory));
  std::scoped_lock held(lock);
  read_so_far.push_back(std::make_unique<const std::vector<LayoutRules>>(std::move(versions)));
  return static_cast<int>(read_so_far.back()->size());
}

const LayoutRules& layout_rules(Date on) {
  std::unique_lock held(lock);
  if (read_so_far.empty()) {
    held.unlock();
    auto used = use_layout_rules(installation() / "rules");
    if (!used) throw std::runtime_error(json::text_of_problem(used.error()));
    held.lock();
  }
  auto& versions = *read_so_far.back();
  auto* found = &versions.front();
  for (auto& rules : versions)
    if (rules.effective_from <= on) found = &rules;
  return *found;
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
