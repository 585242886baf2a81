#include "documents/html.hpp"

#include <fmt/format.h>

#include "documents/arrange.hpp"
#include "documents/balance.hpp"
#include "documents/letters.hpp"

namespace giaoban::documents {

namespace {

std::string words(const std::string& text) {
  std::string out;
  for (char c : escaped(text)) c == '\n' ? out.append("<br>") : out.append(1, c);
  return out;
}

class Writer {
 public:
  explicit Writer(const Document& document) : d_(document) {}

  std::string article() {
    out_ = fmt::format("<article class=\"paper\" lang=\"{}\">\n",
                       d_.meta.language == Language::vi ? "vi" : "en");
    for (auto& block : d_.blocks) std::visit([&](auto& b) { add(b); }, block);
    return std::move(out_ += "</article>\n");
  }

 private:
  const Document& d_;
  std::string out_;
  Outline outline_;

  std::string marked(const Run& run) const {
    auto text = words(run.text);
    if (run.italic) text = "<i>" + text + "</i>";
    if (run.bold) text = "<b>" + text + "</b>";
    return text;
  }

  std::string runs(const Paragraph& p) const {
    std::string out;
    auto look = look_of(p, d_.styles);
    if (!p.marker.empty()) out = "<span class=\"marker\">" + words(p.marker) + "</span> ";
    Paragraph unmarked = p;
    unmarked.marker.clear();
    if (p.style == Style::subject)
      for (auto& run : unmarked.runs) run.text = even(p.style, run.text);
    for (auto& run : shown(unmarked, look)) out += marked(run);
    return out;
  }

  void add(const Paragraph& p) {
    auto& look = d_.styles.of(p.style);
    int level = outline_.next(look.heading);
    auto tag = level > 0 ? fmt::format("h{}", std::min(level, 6)) : std::string("p");
    auto align =
        p.align ? fmt::format(" to-{}", boost::describe::enum_to_string(*p.align, "left")) : std::string();
    auto id = p.anchor.empty() ? std::string()
                               : fmt::format(" id=\"clause-{0}\" data-clause=\"{0}\"", escaped(p.anchor));
    out_ += fmt::format("<{0} class=\"{1}{2}\"{3}>{4}</{0}>\n", tag, name_of(p.style), align, id, runs(p));
  }
  /// Body and subject break as on paper: their rule is a part of the widest line.
  std::string even(Style style, const std::string& text) const {
    auto& look = d_.styles.of(style);
    auto room = style == Style::subject ? d_.paper.text_width() : d_.paper.text_width() * 9 / 20;
    return balanced(clean(text), look, room, d_.meta.language);
  }
  void line(Style style, const std::string& text) {
    if (text.empty()) return;
    out_ += fmt::format("<p class=\"{}\"><span>{}</span></p>\n", name_of(style),
                        words(shown({text}, d_.styles.of(style))));
  }
  void add(const Rule&) { out_ += "<hr>\n"; }
  void add(const Space&) { out_ += "<div class=\"space\"></div>\n"; }
  void add(const PageBreak&) { out_ += "<hr class=\"page\">\n"; }

  void add(const Letterhead& h) {
    out_ += "<header class=\"letterhead\">\n<div>\n";
    line(Style::parent_body, h.parent_body);
    line(Style::issuing_body, even(Style::issuing_body, h.issuing_body));
    out_ += "</div>\n<div>\n";
    line(Style::nation, nation(d_.meta.language));
    line(Style::motto, motto(d_.meta.language));
    out_ += "</div>\n<div>\n";
    line(Style::number, h.number);
    line(Style::letter_subject, h.letter_subject);
    out_ += "</div>\n<div>\n";
    line(Style::place_date, h.place_date);
    out_ += "</div>\n</header>\n";
  }

  void side(const Signature& s) {
    if (s.authority.empty() && s.signer.empty()) return side(std::monostate{});
    out_ += "<div class=\"signature\">\n";
    for (auto& words : s.authority) line(Style::authority, words);
    if (!s.hint.empty()) out_ += "<p class=\"hint\"><i>" + words(s.hint) + "</i></p>\n";
    out_ += "<div class=\"space\"></div>\n";
    line(Style::signer, s.signer);
    out_ += "</div>\n";
  }
  void side(const Recipients& r) {
    out_ += "<div class=\"recipients\">\n";
    line(Style::recipients_label, r.label);
    out_ += "<ul>\n";
    for (auto& to : r.lines) out_ += "<li class=\"recipient\">" + words(to) + "</li>\n";
    out_ += "</ul>\n</div>\n";
  }
  void side(std::monostate) { out_ += "<div></div>\n"; }
  void add(const Closing& c) {
    out_ += "<footer class=\"closing\">\n";
    std::visit([&](auto& left) { side(left); }, c.left);
    side(c.right);
    out_ += "</footer>\n";
  }

  void add(const Table& table) {
    out_ += "<table>\n";
    for (size_t r = 0; r < table.rows.size(); ++r) {
      bool head = static_cast<int>(r) < table.head_rows;
      if (r == 0)
        out_ += head ? "<thead>\n" : "<tbody>\n";
      else if (static_cast<int>(r) == table.head_rows)
        out_ += "</thead>\n<tbody>\n";
      out_ += "<tr>";
      for (auto& cell : table.rows[r].cells) add_cell(cell, head);
      out_ += "</tr>\n";
    }
    bool only_head = static_cast<int>(table.rows.size()) <= table.head_rows;
    if (!table.rows.empty()) out_ += only_head ? "</thead>\n" : "</tbody>\n";
    out_ += "</table>\n";
  }
  void add_cell(const Cell& cell, bool head) {
    out_ += head ? "<th scope=\"col\"" : "<td";
    if (cell.span > 1) out_ += fmt::format(" colspan=\"{}\"", cell.span);
    out_ += ">";
    for (auto& piece : cell.pieces)
      if (auto* p = std::get_if<Paragraph>(&piece)) add(*p);
    if (out_.back() == '\n') out_.pop_back();
    out_ += head ? "</th>" : "</td>";
  }
};

std::string points(Length length) {
  auto text = fmt::format("{:.2f}", length.points());
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text + (text == "0" ? "" : "pt");
}

std::string rule_of(Style style, const Look& look) {
  const char* align = look.align == Align::centre    ? "center"
                      : look.align == Align::right   ? "right"
                      : look.align == Align::justify ? "justify"
                                                     : "left";
  return fmt::format(
      ".paper .{} {{ font-size: {}; line-height: {}; font-weight: {}; font-style: {}; text-align: {}; "
      "text-indent: {}; "
      "margin: {} 0 {}; }}\n",
      name_of(style), points(look.size), points(look.line), look.bold ? 700 : 400,
      look.italic ? "italic" : "normal", align, points(look.first_line), points(look.before),
      points(look.after));
}

/// The rule under the motto is as wide as its words; under body and subject it is a part of them.
constexpr const char* fixed_style =
    R"(.paper p.motto > span { border-bottom: .75pt solid; padding-bottom: 1pt; }
.paper p.issuing_body > span, .paper p.subject { display: table; margin-inline: auto; text-wrap: balance; }
.paper p.issuing_body > span::after, .paper p.subject::after { content: ""; display: block; width: 40%; margin: 2pt auto 0; border-bottom: .75pt solid; }
.paper p.subject::after { margin-bottom: 10pt; }
.paper .letterhead, .paper .closing { display: grid; grid-template-columns: 9fr 11fr; gap: 6pt 0; }
.paper .letterhead { margin-bottom: 14pt; }
.paper .closing { margin-top: 6pt; }
.paper .closing ul { list-style: none; margin: 0; padding: 0; }
.paper .space { height: 72pt; }
.paper .hint { text-align: center; margin: 0; }
.paper hr { border: 0; border-top: .75pt solid; width: 40%; margin: 6pt auto; }
.paper hr.page { width: auto; border-top: 1px dashed #999; margin: 20mm -15mm 20mm -30mm; }
.paper table { border-collapse: collapse; width: 100%; margin-bottom: 6pt; }
.paper th, .paper td { border: .5pt solid; padding: 1pt 5pt; vertical-align: middle; }
.paper .addressee.to-left { margin-left: 40mm; }
.paper .to-left { text-align: left; } .paper .to-centre { text-align: center; } .paper .to-right { text-align: right; } .paper .to-justify { text-align: justify; }
@media (max-width: 210mm) { .paper { width: auto; min-height: 0; padding: 16px; } .paper hr.page { margin-inline: -16px; } }
@media print { .paper { width: auto; min-height: 0; padding: 0; } .paper hr.page { break-after: page; border: 0; margin: 0; } }
)";

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : clean(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_article(const Document& document) {
  return Writer(document).article();
}

std::string html_style(const Document& d) {
  auto& paper = d.paper;
  auto out = fmt::format(
      ".paper {{ box-sizing: border-box; width: {}; min-height: {}; padding: {} {} {} {}; margin: 0 auto; "
      "background: "
      "#fff; color: #000; font-family: \"Times New Roman\", \"Liberation Serif\", Tinos, serif; "
      "overflow-wrap: anywhere; "
      "}}\n",
      points(paper.width), points(paper.height), points(paper.top), points(paper.right), points(paper.bottom),
      points(paper.left));
  for (size_t i = 0; i + 1 < style_count; ++i) out += rule_of(static_cast<Style>(i), d.styles.looks[i]);
  return out + fixed_style;
}

std::string html(const Document& document) {
  auto& meta = document.meta;
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<meta name=\"author\" "
      "content=\"{}\">\n<style>\nbody {{ margin: 0; }}\n{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      meta.language == Language::vi ? "vi" : "en", escaped(meta.title), escaped(meta.author),
      html_style(document), html_article(document));
}

}  // namespace giaoban::documents
