// units.reorganise: legal acts take effect. All is checked before any of it is written: each unit's parts make exactly
// the whole, nothing hangs on what has ended, there is one body, and history is told in its order.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "units/acts.hpp"

namespace giaoban::units {
namespace {

/// Names and sources are lines, not chapters.
constexpr size_t text_bytes_max = 500;
/// A weight counts people, hectares or square metres: a province in m² has 12 digits.
constexpr int64_t weight_max = 1'000'000'000'000'000;

bool is_code(const std::string& code) {
  return !code.empty() && code.size() <= 60 && code[0] != '-' &&
         std::all_of(code.begin(), code.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_line(const std::string& text) {
  return text.find_first_not_of(" \n\t") != std::string::npos && text.size() <= text_bytes_max;
}

using Codes = std::set<std::string>;

/// One act against the units that are there when its turn comes.
class ActCheck {
 public:
  ActCheck(const ActLine& act, std::string at, const Codes& known, Codes& alive, Faults& faults)
      : act_(act), at_(std::move(at)), known_(known), alive_(alive), f_(faults) {}

  /// Leaves `alive` as the act makes it; gives the units that it ends.
  Codes run() {
    words();
    if (act_.new_units)
      for (size_t n = 0; n < act_.new_units->size(); ++n) new_unit((*act_.new_units)[n], fmt::format("{}/new_units/{}", at_, n));
    f_.require(!act_.parts.empty() || !fresh_.empty(), at_ + "/parts", {"Chưa có đơn vị nào.", "There is no unit in it."});
    for (size_t p = 0; p < act_.parts.size(); ++p) part(act_.parts[p], fmt::format("{}/parts/{}", at_, p));
    return wholes();
  }

 private:
  void words() {
    for (auto& [text, name] : {std::pair(&act_.number, "/number"), std::pair(&act_.title.vi, "/title/vi"), std::pair(&act_.title.en, "/title/en"),
                               std::pair(&act_.source.vi, "/source/vi"), std::pair(&act_.source.en, "/source/en")})
      f_.require(is_line(*text), at_ + name, {"Cần ghi một dòng, không quá 500 byte.", "A line is needed, of at most 500 bytes."});
  }

  void new_unit(const NewUnit& u, const std::string& at) {
    f_.require(is_code(u.code), at + "/code",
               {"Mã gồm chữ thường không dấu, số và gạch nối.", "A code has small letters without accents, digits and hyphens."});
    f_.require(!known_.contains(u.code) && fresh_.insert(u.code).second, at + "/code",
               {"Mã này đã có. Đơn vị mới cần mã mới, kể cả khi giữ tên cũ.", "This code is taken. A new unit needs a new code, even under an old name."});
    for (auto& [text, name] : {std::pair(&u.name, "/name"), std::pair(&u.short_name, "/short_name")})
      f_.require(is_line(text->vi) && is_line(text->en), at + name, {"Cần tên bằng cả hai thứ tiếng.", "A name is needed in both languages."});
  }

  void part(const PartLine& p, const std::string& at) {
    f_.require(p.from || p.to, at, {"Thiếu cả nơi đi lẫn nơi đến.", "It goes neither from nor to anything."});
    if (p.from) f_.require(alive_.contains(*p.from), at + "/from", {"Khi đó không có đơn vị này.", "There is no such unit then."});
    if (p.to) {
      bool known = alive_.contains(*p.to) || fresh_.contains(*p.to);
      f_.require(known, at + "/to",
                 {"Không có đơn vị này, đang hoạt động hay mới lập. Đơn vị đã kết thúc không lập lại: dùng mã mới.",
                  "There is no such unit, in force or new. A unit that has ended does not come back: use a new code."});
      f_.require(p.from || fresh_.contains(*p.to), at + "/from", {"Chỉ đơn vị mới mới lập từ không.", "Only a new unit is made out of nothing."});
      if (known) into_.emplace(*p.to, at);
    }
    auto above = p.numerator.value_or(1), below = p.denominator.value_or(1);
    bool weight = above > 0 && above <= below && below <= weight_max;
    f_.require(weight, at + "/numerator", {"Phần là một số nguyên dương trên tổng của đơn vị.", "A part is a positive whole number of its unit's total."});
    f_.require(p.basis.value_or(Basis::none) != Basis::none || (above == 1 && below == 1), at + "/basis",
               {"Nêu tỷ lệ tính theo gì: diện tích, dân số hay số riêng.", "Say what the weight counts: area, population or an own figure."});
    f_.require(seen_.insert({p.from.value_or(""), p.to.value_or("")}).second, at, {"Phần này có hai lần.", "This part stands twice."});
    if (p.from && weight) given_[*p.from] += Ratio(above, below);
  }

  Codes wholes() {
    Codes ended;
    for (auto& [code, sum] : given_) {
      f_.require(sum == 1, at_ + "/parts", {"Các phần của “" + code + "” không bằng đúng toàn bộ.", "The parts of “" + code + "” do not make exactly the whole."});
      if (!seen_.contains({code, code})) ended.insert(code), alive_.erase(code);
    }
    for (auto& [code, at] : into_)
      f_.require(fresh_.contains(code) || seen_.contains({code, code}), at + "/to",
                 {"“" + code + "” đang hoạt động: ghi cả phần của chính đơn vị ấy, từ nó vào nó.", "“" + code + "” goes on: list its own part too, from itself to itself."});
    alive_.insert(fresh_.begin(), fresh_.end());
    return ended;
  }

  const ActLine& act_;
  const std::string at_;
  const Codes& known_;
  Codes& alive_;
  Faults& f_;
  Codes fresh_;
  std::set<std::pair<std::string, std::string>> seen_;
  std::map<std::string, std::string> into_;  // unit → its first part
  std::map<std::string, Ratio> given_;       // unit → what its parts make together
};

class Reorganisation {
 public:
  Reorganisation(Context& context, const ReorganiseRequest& request) : context_(context), request_(request) {
    for (auto& u : all(context.tx)) {
      known_.insert(u.code);
      if (u.in_force(request.effective)) alive_.insert(u.code);
      code_of_[u.id] = u.code;
      units_.emplace(u.code, u);
    }
  }

  void check(Faults& faults) {
    auto later = context_.tx.one_value<Date>("select effective from unit_change order by effective desc, id desc limit 1");
    faults.require(!later || *later <= request_.effective, "/effective",
                   {"Đã ghi một lần sắp xếp có hiệu lực sau ngày này; cần ghi theo thứ tự.",
                    "A change that takes effect after this day is recorded already; record them in their order."});
    faults.require(!request_.acts.empty(), "/acts", {"Chưa có văn bản nào.", "There is no act."});
    for (size_t a = 0; a < request_.acts.size(); ++a) {
      auto& act = request_.acts[a];
      ended_.merge(ActCheck(act, fmt::format("/acts/{}", a), known_, alive_, faults).run());
      if (act.new_units)
        for (auto& n : *act.new_units) known_.insert(n.code), fresh_.push_back(n);
    }
    if (!faults.any()) tree_after(faults);
  }

  void write() {
    add_units();
    for (auto& act : request_.acts) write(act);
    for (auto& code : ended_) context_.tx.exec("update unit set until = ? where id = ?", request_.effective, units_.at(code).id);
    context_.about("units/" + request_.effective.iso());
  }

 private:
  /// Everything there after the acts stands under something that is there, up to one body.
  void tree_after(Faults& f) {
    std::map<std::string, std::string> parent;
    for (auto& n : fresh_)
      if (alive_.contains(n.code)) parent[n.code] = n.parent.value_or("");
    for (auto& [code, u] : units_)
      if (alive_.contains(code)) parent[code] = u.parent ? code_of_.at(*u.parent) : "";
    auto roots = std::count_if(parent.begin(), parent.end(), [](auto& p) { return p.second.empty(); });
    f.require(roots == 1, "/acts", {"Sau thay đổi phải có đúng một cấp trên cùng.", "After the change there must be exactly one body at the top."});
    for (auto& [code, above] : parent) {
      if (!above.empty() && !parent.contains(above))
        f.add("/acts", {"“" + code + "” sẽ nằm dưới một đơn vị không còn: “" + above + "”.", "“" + code + "” would stand under a unit that is not there: “" + above + "”."});
      auto at = code;
      size_t steps = 0;
      while (parent.contains(at) && steps <= parent.size()) at = parent.at(at), ++steps;
      f.require(steps <= parent.size(), "/acts", {"Các đơn vị trực thuộc nhau thành vòng: “" + code + "”.", "Units stand under each other in a circle: “" + code + "”."});
    }
  }

  /// Parents before what is below them.
  void add_units() {
    auto position = context_.tx.one_value<int64_t>("select coalesce(max(position), 0) from unit").value_or(0);
    for (size_t added = 0, before = 1; added < fresh_.size() && before != added;) {
      before = added;
      for (auto& n : fresh_) {
        if (units_.contains(n.code) || (n.parent && !units_.contains(*n.parent))) continue;
        Unit u{0, n.code, n.name, n.short_name, n.kind, {}, n.place, n.notation, ++position, request_.effective, {}};
        if (n.parent) u.parent = units_.at(*n.parent).id;
        u.id = add(context_.tx, u);
        units_.emplace(n.code, u);
        ++added;
      }
    }
  }

  void write(const ActLine& act) {
    auto& tx = context_.tx;
    auto change = tx.insert(
        "insert into unit_change(seq, number, title_vi, title_en, effective, source_vi, source_en, at, seat) "
        "values (?,?,?,?,?,?,?,?,?) returning id",
        context_.seq, act.number, act.title, request_.effective, act.source, context_.at(), context_.actor.seat);
    auto id = [&](const std::optional<std::string>& code) { return code ? std::optional(units_.at(*code).id) : std::nullopt; };
    auto add_part = [&](const PartLine& p) {
      tx.exec("insert into unit_part(change, from_unit, to_unit, basis, numerator, denominator) values (?,?,?,?,?,?)", change,
              id(p.from), id(p.to), p.basis.value_or(Basis::none), p.numerator.value_or(1), p.denominator.value_or(1));
    };
    Codes made;
    for (auto& p : act.parts) {
      add_part(p);
      if (p.to) made.insert(*p.to);
    }
    if (act.new_units)
      for (auto& n : *act.new_units)
        if (!made.contains(n.code)) add_part({{}, n.code, {}, {}, {}});
  }

  Context& context_;
  const ReorganiseRequest& request_;
  std::map<std::string, Unit> units_;
  std::map<int64_t, std::string> code_of_;
  std::vector<NewUnit> fresh_;
  Codes known_, alive_, ended_;
};

}  // namespace

Outcome<Changes> reorganise(Context& context, const ReorganiseRequest& request) {
  Faults faults;
  Reorganisation reorganisation(context, request);
  reorganisation.check(faults);
  if (faults.any()) return faults.problem();
  reorganisation.write();
  return changes(context.tx);
}

}  // namespace giaoban::units
