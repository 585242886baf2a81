#pragma once
// Tasks that the chair's conclusions set to units, followed to their acceptance. A directive carries copies of
// what it came from (figure, sentence, clause, notice), so that its whole line can be read years later.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/access.hpp"
#include "directives/status.hpp"
#include "files/files.hpp"
#include "operation/catalogue.hpp"
#include "units/units.hpp"

namespace giaoban::directives {

/// A figure as it stood when the conclusion was issued.
struct FigureCopy {
  std::string indicator;  ///< code
  Text name;              ///< "Giải ngân vốn XDCB"
  Month month;
  std::string value;  ///< exact decimal, "141.7"
  Text unit;          ///< "tỷ đồng"
  Text compared;      ///< "bằng 232,7% cùng kỳ; đạt 29,2% kế hoạch năm"
  Text source;        ///< "Phòng Tài chính – Kế hoạch, chính thức"
  std::vector<std::optional<Decimal>> spark;  ///< thirteen months, the month last
};
BOOST_DESCRIBE_STRUCT(FigureCopy, (), (indicator, name, month, value, unit, compared, source, spark))

/// Where a directive comes from, copied when it is opened.
struct Source {
  int64_t session = 0;
  Month month;  ///< that the session was about
  Text session_title;
  int64_t clause = 0;
  std::string mark;  ///< "II.2.b"
  std::string notice_number;  ///< "96/TB-VP"
  Date notice_date;
  Text text;  ///< the clause's words: what is to be done
  std::vector<FigureCopy> figures;
  Text sentence;         ///< of the report that it rests on; may be empty
  Text sentence_source;  ///< "Báo cáo tháng 4, mục II.3"
};
BOOST_DESCRIBE_STRUCT(Source, (), (session, month, session_title, clause, mark, notice_number, notice_date, text, figures, sentence, sentence_source))

struct Opening {
  Source source;
  int64_t lead = 0;                ///< unit in charge
  std::vector<int64_t> partners;   ///< co-ordinating units
  bool with_wards = false;         ///< all communes and wards co-ordinate
  std::optional<Date> due;         ///< original; never changed afterwards
  Text deliverable;
};
/// Opens a directive, not received yet. Called when conclusions are issued. Gives its id.
int64_t open(Context& context, const Opening& opening);

/// A line of a list.
struct Row {
  int64_t id = 0;
  std::string code;  ///< "04-07": month of the session and running number, for people to quote
  std::string mark;  ///< of the clause
  int64_t session = 0;
  int64_t clause = 0;
  Month month;
  Text text;
  units::UnitRef lead;
  std::vector<units::UnitRef> partners;
  bool with_wards = false;
  Text deliverable;
  std::optional<Date> due;  ///< in force
  std::optional<Date> original_due;
  Progress progress = Progress::not_received;
  Timing timing = Timing::no_due_date;
  int32_t days = 0;  ///< see Status
  bool extension_asked = false;
  bool reminded_today = false;
  std::optional<int64_t> done, total;  ///< where something is counted: 5 of 11 households
  std::optional<Date> finished;        ///< day of the submission that was accepted
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, code, mark, session, clause, month, text, lead, partners, with_wards, deliverable, due, original_due, progress, timing, days, extension_asked, reminded_today, done, total, finished))

struct Counts {
  int32_t open = 0, overdue = 0, due_soon = 0, in_time = 0, no_due_date = 0;
  int32_t awaiting_acceptance = 0, not_received = 0;
  int32_t done = 0, done_on_time = 0, done_late = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (open, overdue, due_soon, in_time, no_due_date, awaiting_acceptance, not_received, done, done_on_time, done_late))

struct UnitCounts {
  units::UnitRef unit;
  Counts counts;
};
BOOST_DESCRIBE_STRUCT(UnitCounts, (), (unit, counts))

struct Summary {
  Counts counts;
  std::vector<UnitCounts> units;  ///< those with something open, most overdue first
  std::vector<Row> overdue;       ///< longest overdue first
  std::vector<Row> due_soon;      ///< nearest first
};
BOOST_DESCRIBE_STRUCT(Summary, (), (counts, units, overdue, due_soon))

/// All directives, oldest first; for one session where it is named.
std::vector<Row> rows(db::Transaction& tx, const Reckoning& reckoning, Date today, std::optional<int64_t> session = {});
std::vector<Row> overdue(db::Transaction& tx, const Reckoning& reckoning, Date today);
/// For the month's screen and the public page; `until`: of sessions up to that month.
Summary summary(db::Transaction& tx, const Reckoning& reckoning, Date today, std::optional<Month> until = {});
Counts count(const std::vector<Row>& rows);

/// Puts overdue work on a session's agenda as one item; false when there is none, or it stands there already.
/// Called by the operation directives.put_on_agenda, and when a session is planned.
bool put_overdue_on_agenda(Context& context, const Reckoning& reckoning, int64_t session);

std::vector<db::Migration> migrations();
void declare(Catalogue& catalogue, const rules::Rules& rules);

}  // namespace giaoban::directives
