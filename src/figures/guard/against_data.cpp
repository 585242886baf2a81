// A claim against the data: does it hold, and if not, what slip explains it?
#include "figures/guard/checks.hpp"

namespace giaoban::figures::guard {
namespace {

using What = Claim::What;

Claim turned(Claim claim) {
  claim.direction = -claim.direction;
  return claim;
}

Claim moved(Claim claim, int places) {
  auto by = Fraction::of(power_of_ten(places > 0 ? places : -places));
  auto& [low, high] = claim.holds;
  low = places > 0 ? low * by : low / by;
  high = places > 0 ? high * by : high / by;
  return claim;
}

/// "tháng 4, số liệu là …" of which the text says something else.
void say_differs(Finding& f, const Say& say, const Claim& claim, const Reckoned& actual) {
  auto subject = say.subject(claim, actual.period);
  f.data = say.data(claim, actual);
  f.reason = Text{"Câu viết ", "The text says "} + same("“" + f.written + "”") + Text{", số liệu của ", ", the data for "} + subject +
             Text{" là ", " say "} + f.data + same(".");
  f.suggestion = Text{"Viết “", "Write “"} + say.instead(claim, actual.actual) + same("”.");
}

class Diagnosis {
 public:
  Diagnosis(const Claim& claim, const std::vector<Reckoned>& known, const Facts& facts, const Say& say, Month now)
      : claim_(claim), known_(known), facts_(facts), say_(say), now_(now) {}

  Finding find() const {
    for (auto tried : {&Diagnosis::older, &Diagnosis::direction, &Diagnosis::slip, &Diagnosis::elsewhere})
      if (auto found = (this->*tried)()) return *found;
    auto f = say_.finding(claim_, Why::differs);
    say_differs(f, say_, claim_, known_.front());
    return f;
  }

 private:
  /// Written from figures that have been revised since.
  std::optional<Finding> older() const {
    for (auto& before : facts_.before_revisions(claim_))
      for (auto& actual : before.of(claim_)) {
        if (!guard::holds(claim_, actual.actual)) continue;
        auto f = say_.finding(claim_, Why::differs);
        say_differs(f, say_, claim_, known_.front());
        f.reason = f.reason + Text{" Số viết đúng với số liệu trước khi điều chỉnh.", " It was right before the figures were revised."};
        return f;
      }
    return {};
  }

  std::optional<Finding> direction() const {
    if (claim_.direction == 0 || claim_.what == What::times) return {};
    for (auto& actual : known_) {
      // Said the wrong way round; whatever the number, a rise of what fell is wrong before anything else.
      if (!guard::holds(turned(claim_), actual.actual) && actual.actual.sign() * claim_.direction >= 0) continue;
      auto f = say_.finding(claim_, Why::direction);
      say_differs(f, say_, claim_, actual);
      f.reason = f.reason + (claim_.direction > 0 ? Text{" Số liệu giảm, câu lại viết tăng.", " It fell; the text says it rose."}
                                                  : Text{" Số liệu tăng, câu lại viết giảm.", " It rose; the text says it fell."});
      return f;
    }
    return {};
  }

  std::optional<Finding> slip() const {
    for (int places : {3, -3, 1, -1, 2, -2, 6, -6})
      for (auto& actual : known_) {
        if (actual.actual.sign() == 0 || !guard::holds(moved(claim_, places), actual.actual)) continue;
        bool thousands = places % 3 == 0;
        auto f = say_.finding(claim_, thousands ? Why::thousandfold : Why::tenfold);
        say_differs(f, say_, claim_, actual);
        if (thousands) f.suggestion = Text{"Viết “", "Write “"} + f.data + same("”.");
        auto times = places > 3 || places < -3 ? Text{"một triệu lần", "a million times"}
                     : thousands               ? Text{"một nghìn lần", "a thousand times"}
                     : places % 2 == 0         ? Text{"một trăm lần", "a hundred times"}
                                               : Text{"mười lần", "ten times"};
        auto way = places > 0 ? Text{"nhỏ đi ", " too small"} : Text{"lớn lên ", " too large"};
        f.reason = f.reason + Text{" Số viết ", " It is written "} + Text{way.vi + times.vi, times.en + way.en} +
                   (thousands ? Text{": xem lại đơn vị tính hoặc dấu chấm.", ": look at the unit or the dots."}
                              : Text{": xem lại dấu phẩy.", ": look at the decimal mark."});
        return f;
      }
    return {};
  }

  /// Right for another time: worth saying only where the number is exact enough to be no chance.
  std::optional<Finding> elsewhere() const {
    if (claim_.what == What::plan_share) return {};
    for (auto& actual : facts_.elsewhere(claim_)) {
      if (!guard::holds(claim_, actual.actual)) continue;
      bool base = actual.base != claim_.base;
      auto f = say_.finding(claim_, base ? Why::other_base : Why::other_period);
      say_differs(f, say_, claim_, known_.front());
      f.reason = f.reason + Text{" Số này là của ", " This number is that of "} + say_.subject(claim_, actual.period) +
                 (claim_.base == Base::none ? Text{} : Text{": ", ": "} + say_.data(claim_, actual)) + same(".");
      return f;
    }
    return {};
  }

  const Claim& claim_;
  const std::vector<Reckoned>& known_;
  const Facts& facts_;
  const Say& say_;
  Month now_;
};

}  // namespace

void check_data(const Reading& reading, const Facts& facts, const Say& say, Month now, Result& out) {
  for (auto& claim : reading.claims) {
    auto known = facts.of(claim);
    if (known.empty()) {
      ++out.unknown;
      continue;
    }
    ++out.checked;
    bool right = std::any_of(known.begin(), known.end(), [&](auto& actual) { return holds(claim, actual.actual); });
    if (!right && out.findings.size() < findings_max) out.findings.push_back(Diagnosis(claim, known, facts, say, now).find());
  }
}

}  // namespace giaoban::figures::guard
