#include "documents/measure.hpp"

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <array>
#include <stdexcept>
#include <unordered_map>

#include "documents/letters.hpp"

namespace giaoban::documents {

namespace {

using FontDescription = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

FontDescription description(const Look& look) {
  FontDescription d(pango_font_description_new(), pango_font_description_free);
  pango_font_description_set_family_static(d.get(), face);
  pango_font_description_set_size(d.get(), look.size.twips * PANGO_SCALE / 20);
  pango_font_description_set_weight(d.get(), look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(d.get(), look.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return d;
}

/// Liberation 1 has no Vietnamese letters with two marks (U+1EA0 to U+1EF9); Liberation 2 has them.
void require_face(PangoContext* context) {
  Look look{pt(14), pt(18)};
  std::unique_ptr<PangoFont, Unref> font(pango_context_load_font(context, description(look).get()));
  FontDescription found(font ? pango_font_describe(font.get()) : nullptr, pango_font_description_free);
  bool here = found && std::string_view(pango_font_description_get_family(found.get())) == face;
  if (!here || !pango_font_has_char(font.get(), 0x1EBF))
    throw std::runtime_error(
        fmt::format("The typeface {} 2 is not installed (Debian: fonts-liberation2).", face));
}

/// One context for each language in each thread: pango's font maps are not shared between threads, fonts are opened
/// once, and a context that changed its language would undo what was shaped with it.
PangoContext* context(Language language) {
  thread_local std::array<std::unique_ptr<PangoContext, Unref>, 2> contexts;
  auto& mine = contexts[language == Language::vi ? 0 : 1];
  if (mine) return mine.get();
  auto* map = pango_cairo_font_map_get_default();
  std::unique_ptr<PangoContext, Unref> made(pango_font_map_create_context(map));
  pango_cairo_context_set_resolution(made.get(), 72);  // one unit is one point
  auto* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(made.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(made.get(), FALSE);
  pango_context_set_base_dir(made.get(), PANGO_DIRECTION_LTR);
  pango_context_set_language(made.get(), pango_language_from_string(language == Language::vi ? "vi" : "en"));
  require_face(made.get());
  mine = std::move(made);
  return mine.get();
}

void insert(PangoAttrList* list, PangoAttribute* attribute, size_t from, size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

/// Text of all runs; "\n" becomes the line separator, which breaks a line without beginning a new paragraph.
std::string joined(const std::vector<Run>& runs, PangoAttrList* list) {
  std::string text;
  for (auto& run : runs) {
    size_t from = text.size();
    for (char c : run.text) c == '\n' ? text.append("\u2028") : text.append(1, c);
    if (run.bold) insert(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
    if (run.italic) insert(list, pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
    if (run.size) insert(list, pango_attr_size_new(run.size->twips * PANGO_SCALE / 20), from, text.size());
  }
  // As Word sets text unless told otherwise: no kerning, no ligatures, no hyphens at line ends.
  insert(list, pango_attr_font_features_new("kern=0,liga=0,clig=0"), 0, G_MAXUINT);
  insert(list, pango_attr_insert_hyphens_new(FALSE), 0, G_MAXUINT);
  return text;
}

Layout shaped(const std::vector<Run>& runs, const Look& look, Length width, Language language) {
  Layout layout(pango_layout_new(context(language)), Unref());
  std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> list(pango_attr_list_new(),
                                                                        pango_attr_list_unref);
  auto text = joined(runs, list.get());
  pango_layout_set_font_description(layout.get(), description(look).get());
  pango_layout_set_attributes(layout.get(), list.get());
  pango_layout_set_auto_dir(layout.get(), FALSE);
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  if (width.twips > 0) {
    pango_layout_set_width(layout.get(), width.twips * PANGO_SCALE / 20);
    pango_layout_set_indent(layout.get(), look.first_line.twips * PANGO_SCALE / 20);
  }
  pango_layout_set_alignment(layout.get(), look.align == Align::centre  ? PANGO_ALIGN_CENTER
                                           : look.align == Align::right ? PANGO_ALIGN_RIGHT
                                                                        : PANGO_ALIGN_LEFT);
  pango_layout_set_justify(layout.get(), look.align == Align::justify && width.twips > 0);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

/// All that shaping depends on, as bytes.
std::string key_of(const std::vector<Run>& runs, const Look& look, Length width, Language language) {
  std::string key;
  auto number = [&](int n) { key.append(reinterpret_cast<const char*>(&n), sizeof n); };
  for (int n : {look.size.twips, look.first_line.twips, width.twips, static_cast<int>(look.align), static_cast<int>(language), look.bold * 2 + look.italic}) number(n);
  for (auto& run : runs) {
    number(run.bold * 2 + run.italic);
    number(run.size ? run.size->twips : -1);
    number(static_cast<int>(run.text.size()));
    key += run.text;
  }
  return key;
}

/// A notice and its annexes. What is shaped for a trial (documents/fit.hpp) is shaped for the page; more would be kept
/// for nobody.
constexpr size_t kept_max = 1000;

}  // namespace

Layout lay_out(const std::vector<Run>& runs, const Look& look, Length width, Language language) {
  thread_local std::unordered_map<std::string, Layout> kept;
  auto key = key_of(runs, look, width, language);
  if (auto found = kept.find(key); found != kept.end()) return found->second;
  if (kept.size() >= kept_max) kept.clear();
  return kept.emplace(std::move(key), shaped(runs, look, width, language)).first->second;
}

Length width_of(const std::vector<Run>& runs, const Look& look, Language language) {
  auto layout = lay_out(runs, look, {}, language);
  int width = 0;
  pango_layout_get_size(layout.get(), &width, nullptr);
  return {(width * 20 + PANGO_SCALE - 1) / PANGO_SCALE};
}

}  // namespace giaoban::documents
