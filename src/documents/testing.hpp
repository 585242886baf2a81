#pragma once
// For tests: what is inside a package, and a document that is as hostile as text can be.
#include <string>
#include <vector>

#include "documents/notice.hpp"
#include "documents/package.hpp"

namespace giaoban::documents {

std::vector<Part> unpacked(const std::string& bytes);
/// Compares with src/documents/approved/NAME; with GIAOBAN_APPROVE=1 in the environment it becomes the
/// approved one.
void approve(const std::string& name, const std::string& text);

std::string part_of(const std::string& bytes, const std::string& name);

/// Markup, control characters, direction overrides, broken UTF-8, decomposed accents, emoji, a 5,000-letter
/// word.
NoticeInput hostile_notice();
/// So many clauses, each of a few lines.
NoticeInput long_notice(int clauses);

}  // namespace giaoban::documents
