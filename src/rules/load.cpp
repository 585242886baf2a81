#include "rules/data_file.hpp"
#include "rules/entry_checks.hpp"
#include "rules/guard_words.hpp"
#include "rules/rules.hpp"

namespace giaoban::rules {
namespace {

struct Catalogue {
  std::string catalogue;
  std::vector<Rule<boost::json::value>> rules;
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (catalogue, rules))

Text never_said(const std::string& id) {
  return {"Thiếu quy tắc “" + id + "”.", "The rule “" + id + "” is missing."};
}

/// One catalogue file being read: hands out rules by id, remembers which were asked for, collects every
/// fault.
class Source {
 public:
  Source(const std::filesystem::path& directory, const std::string& name) {
    auto file = open(directory / (name + ".json"));
    if (!file)
      fail(file.error());
    else
      file_ = std::move(*file);
    auto catalogue = file ? read<Catalogue>(file_) : Outcome<Catalogue>(Catalogue{});
    if (!catalogue) fail(catalogue.error());
    if (problem_) return;
    catalogue_ = std::move(*catalogue);
    known_.resize(catalogue_.rules.size());
    if (catalogue_.catalogue != name)
      faults_.add("/catalogue", {"Phải là “" + name + "”.", "Must be “" + name + "”."});
  }

  template <class Value>
  void take(const std::string& id, Versions<Value>& out) {
    for (size_t i = 0; i < catalogue_.rules.size(); ++i)
      if (catalogue_.rules[i].id == id)
        out.versions_.push_back(typed<Value>(i, out.versions_.empty() ? nullptr : &out.versions_.back()));
    if (out.versions_.empty()) {
      if (opened()) faults_.add("/rules", never_said(id));
      out.versions_.emplace_back();  // so that `on` always has a version, even in a catalogue that is refused
    } else if (out.versions_.back().effective_to) {
      faults_.add("/rules", {"Quy tắc “" + id + "” hết hiệu lực mà không có bản sau.",
                             "The rule “" + id + "” ends and nothing follows it."});
    }
  }

  /// Rules whose ids begin alike ("year-2021").
  template <class Value>
  std::vector<std::pair<size_t, Rule<Value>>> take_all(std::string_view prefix) {
    std::vector<std::pair<size_t, Rule<Value>>> out;
    for (size_t i = 0; i < catalogue_.rules.size(); ++i)
      if (catalogue_.rules[i].id.starts_with(prefix)) out.emplace_back(i, typed<Value>(i, nullptr));
    return out;
  }

  void fault(size_t rule, const std::string& step, Text message) {
    faults_.add(fmt::format("/rules/{}{}", rule, step), std::move(message));
  }

  void finish(Faults& all) {
    for (size_t i = 0; opened() && i < known_.size(); ++i)
      if (!known_[i]) fault(i, "/id", {"Không có quy tắc nào mang tên này.", "No rule has this id."});
    if (faults_.any()) fail(located(file_, faults_.problem().value()));
    if (!problem_) return;
    for (auto& f : problem_->fields) all.add(f.pointer, f.message);
    if (problem_->fields.empty()) all.add(file_.name, problem_->title);
  }

 private:
  bool opened() const { return !problem_; }
  void fail(const Problem& problem) {
    if (!problem_) problem_ = problem;
  }

  template <class Value>
  Rule<Value> typed(size_t i, const Rule<Value>* before) {
    auto& raw = catalogue_.rules[i];
    known_[i] = true;
    Rule<Value> rule{raw.id, raw.version, raw.effective_from, raw.effective_to, raw.source, {}};
    json::Path root{nullptr, {}}, rules{&root, "rules"}, item{&rules, {}, i}, value{&item, "value"};
    json::read(raw.value, rule.value, value, faults_);
    check(i, rule.value);
    if (raw.source.vi.empty() || raw.source.en.empty())
      fault(i, "/source", {"Cần nêu nguồn.", "A source is required."});
    if (raw.effective_to && *raw.effective_to < raw.effective_from)
      fault(i, "/effective_to", {"Ngày hết hiệu lực trước ngày có hiệu lực.", "Ends before it begins."});
    if (raw.version != (before ? before->version + 1 : 1))
      fault(i, "/version",
            {"Phiên bản phải bắt đầu từ 1 và tăng dần từng số.", "Versions start at 1 and go up by one."});
    if (before && (!before->effective_to || before->effective_to->plus(1) != raw.effective_from))
      fault(i, "/effective_from",
            {"Phải có hiệu lực ngay sau ngày bản trước hết hiệu lực.",
             "Must begin the day after the version before it ends."});
    return rule;
  }

  template <class Value>
  void check(size_t, const Value&) {}
  void check(size_t i, const Deadline& d) {
    if (d.count < 0 || d.count > 1000)
      fault(i, "/value/count", {"Số ngày từ 0 đến 1000.", "Days go from 0 to 1000."});
  }
  void check(size_t i, const Fraction& f) {
    if (f.denominator < 1 || f.numerator < 0 || f.numerator > f.denominator)
      fault(i, "/value", {"Tỷ lệ phải từ 0 đến 1.", "A share goes from 0 to 1."});
  }
  void check(size_t i, const Wording& w) {
    if (w.decimals < 0 || w.decimals > 6)
      fault(i, "/value/decimals", {"Từ 0 đến 6 chữ số.", "From 0 to 6 digits."});
    if (w.index_decimals && (*w.index_decimals < 0 || *w.index_decimals > 6))
      fault(i, "/value/index_decimals", {"Từ 0 đến 6 chữ số.", "From 0 to 6 digits."});
    if (w.times_from.units <= 0) fault(i, "/value/times_from", {"Phải lớn hơn 0.", "Must be above 0."});
    // A phrase without the number's place would drop the number.
    auto& p = w.phrases;
    for (auto* phrase : {&p.rise, &p.fall, &p.level, &p.times, &p.points, &p.share, &p.contributes, &p.takes_off,
                         &p.per_head, &p.per_heads, &p.rank, &p.so_far, &p.taken_together, &p.on_average, &p.of_plan,
                         &p.of_budget, &p.matched_units})
      if (phrase->vi.find("{}") == std::string::npos || phrase->en.find("{}") == std::string::npos)
        fault(i, "/value/phrases", {"“" + phrase->vi + "”: thiếu chỗ của con số, {}.",
                                    "“" + phrase->en + "”: the number's place, {}, is missing."});
  }

  void check(size_t i, const ReportingWindow& w) {
    if (w.closes_on < 1 || w.closes_on > 31)
      fault(i, "/value/closes_on", {"Ngày từ 1 đến 31.", "A day goes from 1 to 31."});
    if (w.until_hour < 0 || w.until_hour > 23)
      fault(i, "/value/until_hour", {"Giờ từ 0 đến 23.", "An hour goes from 0 to 23."});
  }
  void check(size_t i, const Questions& q) {
    for (auto& f : faults_of(q)) fault(i, "/value" + f.pointer, f.message);
  }
  void check(size_t i, const EntryChecks& c) {
    if (c.times_most.units <= 0 || c.slip_from.units <= 0)
      fault(i, "/value", {"Các tỷ lệ phải lớn hơn 0.", "The ratios must be above 0."});
  }

  DataFile file_;
  Catalogue catalogue_;
  std::vector<bool> known_;
  Faults faults_;
  std::optional<Problem> problem_;
};

void load_deadlines(const std::filesystem::path& directory, Deadlines& out, Faults& faults) {
  Source source(directory, "deadlines");
  source.take("invitation", out.invitation);
  source.take("papers", out.papers);
  source.take("papers-special", out.papers_special);
  source.take("written-conclusion", out.written_conclusion);
  source.take("document-issue", out.document_issue);
  source.take("written-opinion-shortest", out.written_opinion_shortest);
  source.take("written-opinion-longest", out.written_opinion_longest);
  source.take("figures-after-window", out.figures_after_window);
  source.take("due-soon", out.due_soon);
  source.finish(faults);
}

void load_quorum(const std::filesystem::path& directory, Quorum& out, Faults& faults) {
  Source source(directory, "quorum");
  source.take("session-quorum", out.session_quorum);
  source.take("decision-majority", out.decision_majority);
  source.take("special-session-request", out.special_session_request);
  source.take("votes", out.votes);
  source.finish(faults);
}

void load_numbering(const std::filesystem::path& directory, Numbering& out, Faults& faults) {
  Source source(directory, "numbering");
  source.take("document-number", out.document_number);
  source.take("document-types", out.document_types);
  source.finish(faults);
}

void load_wording(const std::filesystem::path& directory, Versions<Wording>& out, Faults& faults) {
  Source source(directory, "wording");
  source.take("wording", out);
  source.finish(faults);
}

void load_guard(const std::filesystem::path& directory, std::shared_ptr<const Versions<GuardWords>>& out, Faults& faults) {
  Source source(directory, "guard");
  auto words = std::make_shared<Versions<GuardWords>>();
  source.take("words", *words);
  source.finish(faults);
  out = std::move(words);
}

void load_reporting(const std::filesystem::path& directory, Reporting& out, Faults& faults) {
  Source source(directory, "reporting");
  source.take("window-communes", out.communes);
  source.take("window-named", out.named);
  source.take("entry-checks", out.checks);
  source.finish(faults);
}

void load_uploads(const std::filesystem::path& directory, Versions<UploadQuota>& out, Faults& faults) {
  Source source(directory, "uploads");
  source.take("quota", out);
  source.finish(faults);
}

void check_year(Source& source, size_t i, int year, const HolidayYear& value) {
  for (size_t d = 0; d < value.days.size(); ++d) {
    if (value.days[d].date.year() != year)
      source.fault(i, fmt::format("/value/days/{}/date", d),
                   {"Ngày này ở năm khác.", "This day is in another year."});
    if (d && value.days[d].date <= value.days[d - 1].date)
      source.fault(i, fmt::format("/value/days/{}/date", d),
                   {"Các ngày phải tăng dần, không trùng.", "Days must go up, none twice."});
  }
  for (size_t w = 0; w < value.worked.size(); ++w)
    if (value.worked[w].date.weekday() < 5)
      source.fault(
          i, fmt::format("/value/worked/{}/date", w),
          {"Ngày làm bù phải là ngày nghỉ hằng tuần.", "A day worked instead must be a weekend day."});
}

void load_holidays(const std::filesystem::path& directory, Holidays& out, Faults& faults) {
  Source source(directory, "holidays");
  source.take("weekly-rest", out.weekly_rest);
  for (auto& [i, rule] : source.take_all<HolidayYear>("year-")) {
    auto day = Date::parse(rule.id.substr(5) + "-01-01");
    if (!day || rule.effective_from != *day || rule.effective_to != Date::of(day->year(), 12, 31)) {
      source.fault(i, "/effective_from",
                   {"Bảng của một năm có hiệu lực đúng năm đó.", "A year's table is in force in that year."});
      continue;
    }
    check_year(source, i, day->year(), rule.value);
    if (!out.years.emplace(day->year(), rule).second)
      source.fault(i, "/id", {"Năm này đã có bảng.", "This year has a table already."});
  }
  source.finish(faults);
}

}  // namespace

Outcome<Rules> Rules::load(const std::filesystem::path& directory) {
  Rules rules;
  Faults faults;
  load_holidays(directory, rules.holidays, faults);
  load_deadlines(directory, rules.deadlines, faults);
  load_quorum(directory, rules.quorum, faults);
  load_numbering(directory, rules.numbering, faults);
  load_wording(directory, rules.wording, faults);
  load_guard(directory, rules.guard_words, faults);
  load_reporting(directory, rules.reporting, faults);
  load_uploads(directory, rules.upload_quota, faults);
  if (faults.any()) {
    auto problem = faults.problem().value();
    problem.title = {"Thư mục quy tắc có chỗ sai.", "The rules directory has faults."};
    return tl::unexpected<Problem>(std::move(problem));
  }
  return rules;
}

int32_t Fraction::least(int32_t members) const {
  int64_t product = int64_t{members} * numerator;
  if (more_than) return static_cast<int32_t>(product / denominator + 1);
  return static_cast<int32_t>((product + denominator - 1) / denominator);
}

const DocumentType* DocumentTypes::find(std::string_view abbreviation) const {
  for (auto& type : types)
    if (type.abbreviation == abbreviation) return &type;
  return nullptr;
}

std::string DocumentNumber::written(int32_t number, std::string_view type, std::string_view body,
                                    std::string_view unit) const {
  std::string out = type.empty() ? letter_pattern : pattern;
  auto put = [&out](std::string_view name, std::string_view value) {
    if (auto at = out.find(name); at != std::string::npos) out.replace(at, name.size(), value);
  };
  put("{number}", number < pad_below ? fmt::format("{:02}", number) : std::to_string(number));
  put("{type}", type);
  put("{body}", body);
  put("{unit}", unit);
  return out;
}

Outcome<Versions<Questions>> load_questions(const std::filesystem::path& directory) {
  Faults faults;
  Versions<Questions> out;
  Source source(directory, "entry-checks");
  source.take("entry-checks", out);
  source.finish(faults);
  if (faults.any()) return faults.problem();
  return out;
}

}  // namespace giaoban::rules
