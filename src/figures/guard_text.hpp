#pragma once
// The number guard over the program's own figures: for the operation figures.guard, and for the report room.
#include "figures/figures.hpp"
#include "figures/guard/guard.hpp"

namespace giaoban::figures {

/// A paragraph, in bytes: it travels in an address, three bytes for one, below the limit of a request's head.
inline constexpr size_t guarded_text_max = 4000;

struct GuardRequest {
  Month month;                        ///< what the text is about
  std::string text;
  std::optional<Language> language;   ///< told by its letters when absent
  std::optional<std::string> unit;    ///< whose figures; the whole body when absent
  std::optional<int64_t> as_of;       ///< journal number: as it was known then
};
BOOST_DESCRIBE_STRUCT(GuardRequest, (), (month, text, language, unit, as_of))

Outcome<guard::Result> guard_text(Context& context, const Tools& tools, const GuardRequest& request);

/// A text against the figures that are known; notes what it read, so watched views follow.
guard::Result hold_text(db::Transaction& tx, const Tools& tools, const std::string& text, const guard::Setting& setting,
                        Sequence as_of = newest);

}  // namespace giaoban::figures
