#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace giaoban {

/// Offices that people hold. Rights follow the office and the unit it is held in, never the person.
enum class Office {
  chair, vice_chair, head_of_office, office_clerk, unit_head, unit_clerk, quality_officer, editor, administrator
};
BOOST_DESCRIBE_ENUM(Office, chair, vice_chair, head_of_office, office_clerk, unit_head, unit_clerk, quality_officer,
                    editor, administrator)

/// What an operation needs. `open`: no sign-in. `signed_in`: any office. `demo`: open, and only in demo mode.
enum class Right {
  open, demo, signed_in,
  figures_enter, figures_review, report_edit, report_comment, report_finalise,
  session_plan, session_lead, session_attend, conclusions_edit, conclusions_issue,
  directives_work, directives_assign, press_edit, journal_see, accounts_manage, units_manage, figures_define
};
BOOST_DESCRIBE_ENUM(Right, open, demo, signed_in, figures_enter, figures_review, report_edit, report_comment,
                    report_finalise, session_plan, session_lead, session_attend, conclusions_edit, conclusions_issue,
                    directives_work, directives_assign, press_edit, journal_see, accounts_manage, units_manage,
                    figures_define)

/// Which offices have which right: data, in rules/rights.json, because each body's own working rules decide it.
class Rights {
 public:
  static Rights load(const std::string& file);
  bool holds(Office office, Right right) const;
  std::vector<Right> of(Office office) const;

 private:
  std::map<Right, std::set<Office>> offices_;
};

}  // namespace giaoban
