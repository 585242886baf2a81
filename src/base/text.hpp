#pragma once
#include <boost/describe.hpp>
#include <string>

namespace giaoban {

enum class Language { vi, en };
BOOST_DESCRIBE_ENUM(Language, vi, en)

/// Words that a person reads, in both languages, written at the place where they are said:
/// so neither language can be forgotten, and the page switches without asking again.
struct Text {
  std::string vi;
  std::string en;
  const std::string& in(Language language) const { return language == Language::vi ? vi : en; }
  bool empty() const { return vi.empty() && en.empty(); }
  bool operator==(const Text&) const = default;
};
BOOST_DESCRIBE_STRUCT(Text, (), (vi, en))

inline Text operator+(const Text& a, const Text& b) { return {a.vi + b.vi, a.en + b.en}; }
/// Text that is the same in both languages: a number, a document's name.
inline Text same(std::string s) { return {s, s}; }

}  // namespace giaoban
