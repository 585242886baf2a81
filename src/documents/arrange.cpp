#include "documents/arrange.hpp"

#include <numeric>

#include "documents/balance.hpp"
#include "documents/letters.hpp"
#include "documents/measure.hpp"

namespace giaoban::documents {

namespace {

class Arranger {
 public:
  explicit Arranger(const Document& document) : d_(document) {}

  std::vector<Placed> blocks() {
    for (auto& block : d_.blocks) std::visit([&](auto& b) { place(b); }, block);
    return std::move(out_);
  }

 private:
  const Document& d_;
  std::vector<Placed> out_;

  Language language() const { return d_.meta.language; }

  Paragraph line(Style style, const std::string& text, Length width) const {
    auto even = balanced(clean(text), d_.styles.of(style), width, language());
    return {style, {{even}}};
  }

  Length width_of_line(const Paragraph& p) const {
    auto look = look_of(p, d_.styles);
    return width_of(shown(p, look), look, language());
  }

  /// Decree 30, annex I: a rule of one third to one half of the text above it.
  Rule part_rule(const Paragraph& above) const {
    return {{width_of_line(above).twips * d_.rule_percent / 100}};
  }

  void place(const Paragraph& p) {
    auto& look = d_.styles.of(p.style);
    if (look.align != Align::centre || p.runs.size() != 1 || p.align) {
      out_.emplace_back(p);
      return;
    }
    Paragraph even = p;
    even.runs[0].text = balanced(clean(p.runs[0].text), look, d_.paper.text_width(), language());
    out_.emplace_back(even);
    if (p.style != Style::subject) return;
    out_.emplace_back(part_rule(even));
    out_.emplace_back(Space{pt(10)});
  }
  /// A table without rows is none, and a row has at least a cell: Word refuses to open anything else.
  void place(const Table& t) {
    if (t.rows.empty()) return;
    Table whole = t;
    whole.head_rows = std::clamp(t.head_rows, 0, static_cast<int>(t.rows.size()));
    for (auto& row : whole.rows)
      if (row.cells.empty()) row.cells.emplace_back();
    out_.emplace_back(std::move(whole));
  }
  void place(const Rule& r) { out_.emplace_back(r); }
  void place(const Space& s) { out_.emplace_back(s); }
  void place(const PageBreak& b) { out_.emplace_back(b); }

  /// The nation's name decides the right column: it must stand on one line.
  std::vector<int> letterhead_shares(const Letterhead& h) const {
    int all = d_.paper.text_width().twips;
    int right = all * 11 / 20;
    for (auto& [style, text] :
         {std::pair{Style::nation, nation(language())}, {Style::place_date, h.place_date}})
      right = std::max(right, width_of_line({style, {{text}}}).twips + pt(6).twips);
    right = std::min(right, all * 2 / 3);
    return {all - right, right};
  }

  void place(const Letterhead& h) {
    Table t{Table::Kind::letterhead, letterhead_shares(h), 0, {}};
    Length left{t.shares[0] - pt(6).twips}, right{t.shares[1]};
    Cell bodies, state;
    if (!h.parent_body.empty()) bodies.pieces.emplace_back(line(Style::parent_body, h.parent_body, left));
    auto body = line(Style::issuing_body, h.issuing_body, left);
    bodies.pieces.emplace_back(body);
    bodies.pieces.emplace_back(part_rule(body));
    state.pieces.emplace_back(line(Style::nation, nation(language()), right));
    auto words = line(Style::motto, motto(language()), right);
    state.pieces.emplace_back(words);
    state.pieces.emplace_back(Rule{width_of_line(words)});
    t.rows.push_back({{bodies, state}});
    Cell number, place;
    number.pieces.emplace_back(line(Style::number, h.number, left));
    if (!h.letter_subject.empty())
      number.pieces.emplace_back(line(Style::letter_subject, h.letter_subject, left));
    place.pieces.emplace_back(line(Style::place_date, h.place_date, right));
    for (auto* cell : {&number, &place}) std::get<Paragraph>(cell->pieces[0]).before = pt(6);
    if (!h.number.empty() || !h.place_date.empty()) t.rows.push_back({{number, place}});
    out_.emplace_back(std::move(t));
  }

  Cell cell_of(const Signature& s, Length width) const {
    Cell cell;
    for (auto& words : s.authority) cell.pieces.emplace_back(line(Style::authority, words, width));
    if (!s.hint.empty()) {
      Paragraph hint{Style::signer, {{s.hint, false, true}}};
      cell.pieces.emplace_back(hint);
    }
    if (cell.pieces.empty()) return cell_of(std::monostate{}, width);
    cell.pieces.emplace_back(Space{signature_room});
    cell.pieces.emplace_back(line(Style::signer, s.signer, width));
    return cell;
  }
  Cell cell_of(const Recipients& r, Length) const {
    Cell cell;
    cell.pieces.emplace_back(Paragraph{Style::recipients_label, {{r.label}}});
    for (auto& line : r.lines) cell.pieces.emplace_back(Paragraph{Style::recipient, {{line}}});
    return cell;
  }
  Cell cell_of(std::monostate, Length) const { return {{Paragraph{Style::recipient, {}}}}; }

  void place(const Closing& c) {
    // A signature never stands on a page without text above it.
    if (!out_.empty())
      if (auto* last = std::get_if<Paragraph>(&out_.back())) last->keep_next = true;
    Table t{Table::Kind::closing, {9, 11}, 0, {}};
    auto widths = widths_of(t, d_.paper.text_width());
    auto left = std::visit([&](auto& side) { return cell_of(side, widths[0]); }, c.left);
    t.rows.push_back({{left, cell_of(c.right, widths[1])}});
    for (auto& cell : t.rows[0].cells) std::get<Paragraph>(cell.pieces[0]).before = pt(6);
    out_.emplace_back(std::move(t));
  }
};

}  // namespace

std::string nation(Language language) {
  return Text{"Cộng hòa xã hội chủ nghĩa Việt Nam", "Socialist Republic of Viet Nam"}.in(language);
}

std::string motto(Language language) {
  // Decree 30/2020, annex I, II.1: each group begins with a capital; between them a hyphen with a blank on
  // either side.
  return Text{"Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"}.in(language);
}

std::vector<Placed> arrange(const Document& document) {
  return Arranger(document).blocks();
}

Look look_of(const Paragraph& paragraph, const Stylesheet& styles) {
  Look look = styles.of(paragraph.style);
  look.align = paragraph.align.value_or(look.align);
  look.first_line = paragraph.first_line.value_or(look.first_line);
  look.left = paragraph.left.value_or(look.left);
  look.before = paragraph.before.value_or(look.before);
  look.after = paragraph.after.value_or(look.after);
  look.keep_next = look.keep_next || paragraph.keep_next;
  return look;
}

int Outline::next(int level) {
  if (level <= 0) return 0;
  while (!open_.empty() && open_.back() >= level) open_.pop_back();
  open_.push_back(level);
  return static_cast<int>(open_.size());
}

std::vector<Length> widths_of(const Table& table, Length width) {
  size_t columns = table.shares.size();
  for (auto& row : table.rows) {
    size_t n = 0;
    for (auto& cell : row.cells) n += static_cast<size_t>(std::max(1, cell.span));
    columns = std::max(columns, n);
  }
  auto shares = table.shares;
  shares.resize(std::max<size_t>(columns, 1), 1);
  for (auto& share : shares) share = std::max(share, 1);
  int64_t sum = std::accumulate(shares.begin(), shares.end(), int64_t{0}), done = 0, seen = 0;
  std::vector<Length> out;
  for (int share : shares) {
    seen += share;
    auto edge = width.twips * seen / sum;
    out.push_back({static_cast<int32_t>(edge - done)});
    done = edge;
  }
  return out;
}

}  // namespace giaoban::documents
