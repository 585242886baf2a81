#pragma once
// Numbers in sentences and the figures behind them: what a number should be, how bindings live through a
// person's editing, and the guard against a typed number that contradicts its figure.
#include "figures/figures.hpp"
#include "figures/wording.hpp"

namespace giaoban::report {

/// What is needed to read figures: the columns while they are held, and the house style.
struct Source {
  const figures::Columns& columns;
  const rules::Wording& wording;
};

/// The number as sentences write it, with the percent sign of an indicator counted in percent.
Text number_text(const Source& source, const std::string& indicator, const figures::Comparison& comparison);
/// The number that a binding stands for.
Text bound_text(const Source& source, const figures::Binding& binding);
/// What a binding's figure is now (or at a vintage); the words around it hold when `words_hold`.
struct Reread {
  bool moved = false, words_hold = true;
  Text text;                      // of the figure as it is; empty when it can no longer be said as a number
  figures::Comparison comparison;
};
Reread reread(const Source& source, const figures::Binding& binding, figures::Sequence as_of = figures::newest);

/// Two written numbers are the same value: "26%" and "26,0%". `language` says which sign is the decimal's.
bool same_number(std::string_view a, std::string_view b, Language language);
/// The number that stands in the sentence is not the one that its figure gives.
bool contradicts(const Source& source, const figures::Run& run, Language language);

/// The runs of an edited sentence. Numbers that stayed keep their figures; a number typed in the place of a
/// bound one is bound too, so that it can be shown to contradict the data; a number taken out loses its figure.
std::vector<figures::Run> rebind(const std::vector<figures::Run>& before, const std::string& text);

/// Brings the numbers of a sentence up to date where the words around them still hold. True when one changed.
bool refresh(const Source& source, std::vector<figures::Run>& runs, Language language);

/// A number typed as its figure is today, not as it was when it was bound, is bound anew.
void adopt(const Source& source, std::vector<figures::Run>& runs, Language language);

/// Takes the binding's figure from the runs that show it: the number stays, as typed.
void release(std::vector<figures::Run>& runs, const figures::Binding& binding);

Text measure_name(figures::Measure measure);

}  // namespace giaoban::report
