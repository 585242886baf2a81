#pragma once
// A sentence being put together from figures: each number stays bound to the figure it shows. For wording.cpp.
#include "figures/wording.hpp"

namespace giaoban::figures {

class Writer {
 public:
  Writer(const Columns& columns, const Subject& subject, const rules::Wording& wording)
      : columns_(columns),
        subject_(subject),
        wording_(wording),
        indicator_(columns.indicator(subject.indicator)) {
    out.vi.reserve(runs_of_a_sentence);
    out.en.reserve(runs_of_a_sentence);
  }

  Comparison ask(Measure measure) const;
  const Indicator& indicator() const { return indicator_; }
  const rules::Phrases& phrases() const { return wording_.phrases; }

  void say(const Text& text) { say(text.vi, text.en); }
  void say(std::string_view vi, std::string_view en);
  void number(const Comparison& c);
  /// A value with its unit: "386,4 triệu USD", "99,2%".
  void amount(const Comparison& c);
  /// A comparison in words; `bases` omitted leaves out what it is compared with.
  void compare(const Comparison& c, Bases bases);
  /// The phrase with the number in its place.
  void with_number(const Text& phrase, const Comparison& c);
  /// A measure that is no comparison over time: a share, a contribution, a value for so many people.
  void part(const Comparison& c);

  Sentence out;

 private:
  void rise_or_fall(const Comparison& c, const Text& unit);
  /// "(chỉ tính 14/16 đơn vị có số liệu ở cả hai kỳ)", where not all units have both sides.
  void say_matched(const Comparison& c);

  static constexpr size_t runs_of_a_sentence = 16;  // rarely more: seven numbers and the words between them
  const Columns& columns_;
  const Subject& subject_;
  const rules::Wording& wording_;
  const Indicator& indicator_;
};

/// Adds words to a sentence; two texts side by side are one run.
void join(std::vector<Run>& runs, std::string_view text);
/// What a measure compares with, in the house's words.
const rules::BaseWords& base_of(Measure measure, Kind kind, const rules::Phrases& phrases);
/// The phrase with words in the places of its {}, in order.
Text filled(const Text& phrase, std::initializer_list<Text> words);

}  // namespace giaoban::figures
