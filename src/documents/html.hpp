#pragma once
#include <string>
#include <string_view>

#include "documents/tree.hpp"

namespace giaoban::documents {

/// A page of its own, with its style.
std::string html(const Document& document);

/// The same as one <article class="paper">, to be set into another page. Paragraphs with an anchor carry
/// id="clause-ANCHOR" and data-clause="ANCHOR". No inline style, no script.
std::string html_article(const Document& document);

/// The style of `html_article`, every rule under ".paper".
std::string html_style(const Document& document);

/// Text for HTML: cleaned, with & < > " ' written as references.
std::string escaped(std::string_view text);

}  // namespace giaoban::documents
