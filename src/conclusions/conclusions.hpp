#pragma once
// What the chair concludes, taken down clause by clause while the session runs, and issued by the Office as a
// notice (Thông báo kết luận). On issue each clause with a lead becomes a directive.
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "directives/directives.hpp"
#include "figures/figures.hpp"
#include "operation/catalogue.hpp"
#include "units/units.hpp"

namespace giaoban::conclusions {

/// Parts I, II and III of the notice.
enum class Section { assessment, tasks, petitions };
BOOST_DESCRIBE_ENUM(Section, assessment, tasks, petitions)

struct ItemRef {
  int64_t id = 0;
  int64_t number = 0;
  Text title;
};
BOOST_DESCRIBE_STRUCT(ItemRef, (), (id, number, title))

struct Clause {
  int64_t id = 0;
  int64_t version = 1;  ///< to be sent back with a change: an editor never overwrites another unseen
  Section section = Section::tasks;
  std::string mark;  ///< "II.2.b", from its place
  Text topic;        ///< "Đầu tư công": clauses of one topic stand together under one number
  Text text;         ///< what is to be done, beginning with the verb
  std::optional<ItemRef> item;
  std::optional<units::UnitRef> lead;
  bool led_by_wards = false;  ///< every commune and ward leads in its own area
  std::vector<units::UnitRef> partners;
  bool with_wards = false;
  std::optional<Date> due;
  Text deliverable;
  std::vector<directives::FigureCopy> figures;
  std::optional<int64_t> paragraph;  ///< of the report
  Text sentence;                     ///< of that paragraph
  access::SeatRef changed_by;
  Instant changed_at;
  std::vector<Text> gaps;  ///< what it lacks before it can be issued
  std::vector<int64_t> directives;
};
BOOST_DESCRIBE_STRUCT(Clause, (),
                      (id, version, section, mark, topic, text, item, lead, led_by_wards, partners, with_wards, due,
                       deliverable, figures, paragraph, sentence, changed_by, changed_at, gaps, directives))

struct Notice {
  int64_t id = 0;
  int64_t session = 0;
  std::string number;  ///< "96/TB-VP"
  Date date;
  std::string journal_head;  ///< hash of the journal's last entry when it was issued
  access::SeatRef issued_by;
  Instant at;
  int32_t days_late = 0;  ///< working days past the limit for the written conclusion; 0 = in time
};
BOOST_DESCRIBE_STRUCT(Notice, (), (id, session, number, date, journal_head, issued_by, at, days_late))

/// For the rooms after this one: the clauses of a session in their order, and its notice once it is issued.
std::vector<Clause> clauses(db::Transaction& tx, const figures::Tools& tools, int64_t session);
std::optional<Notice> notice(db::Transaction& tx, const figures::Tools& tools, int64_t session);
/// The notice as it was issued, in Vietnamese, as ".pdf" or ".docx"; nothing while it is a draft.
std::optional<File> issued_document(Context& context, const figures::Tools& tools, int64_t session, std::string_view kind);

std::vector<db::Migration> migrations();
/// What `tools` refers to must live as long as the catalogue.
void declare(Catalogue& catalogue, figures::Tools tools);

}  // namespace giaoban::conclusions
