#include "figures/guard/guard_corpus_test.hpp"

using namespace giaoban;
using namespace giaoban::figures;
using namespace giaoban::figures::guard;

TEST_CASE("guard: what the program writes itself contradicts nothing, in any month and language") {
  int checked = 0, unknown = 0, unbound = 0;
  for (auto& draft : drafts()) {
    auto result = check_city(draft.text, draft.month, draft.language);
    checked += result.checked, unknown += result.unknown, unbound += static_cast<int>(result.unbound.size());
    CAPTURE(draft.text);
    CAPTURE(draft.month.iso());
    for (auto& f : result.findings) FAIL_CHECK(f.written << ": " << f.reason.vi);
    for (auto& s : result.unbound) MESSAGE("unbound: " << draft.text.substr(s.begin, s.end - s.begin) << " in " << draft.text);
  }
  MESSAGE("checked " << checked << ", unknown " << unknown << ", unbound " << unbound);
}
