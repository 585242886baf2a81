#pragma once
// The one way in which figures come into a form: typed (figures.enter) or from a file (figures.import_file). Checked
// and written alike.
#include "figures/form.hpp"

namespace giaoban::figures {

class FormEntry {
 public:
  /// `form` must outlive it.
  FormEntry(Context& context, const Tools& tools, const OpenForm& form);
  ~FormEntry();

  /// Looks at every cell and names each at fault as "/cells/3/value". `cells` must outlive it.
  void look(const std::vector<EnterCell>& cells, Faults& faults);
  /// Why nothing can be written though no cell is at fault: the form is locked, or cells were changed meanwhile.
  std::optional<Problem> obstacle() const;

  /// Which cells give what is there already.
  std::vector<bool> unchanged() const;

  /// What writing a cell would do.
  struct Effect {
    size_t cell = 0;  ///< its place in what was looked at
    std::optional<Decimal> before, value;  ///< before: what the cell shows, held or counted
    State state = State::official;
    bool changes = false;
    std::optional<CellCheck> check;  ///< what it looks like against its past
    bool held = false;               ///< stopped by the check: kept, not counted until its unit answers
  };
  std::vector<Effect> effects() const;

  /// Writes what was looked at, none of it at fault; the columns learn of it after the commit.
  void write(LiveColumns& columns);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace giaoban::figures
