#include "bench.hpp"

namespace giaoban::bench {

void start(const Say& say) {
  City city;
  city.start();  // the first start loads the demo city; the measured ones open it
  city.stop();
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    auto from = milliseconds_now();
    city.start();
    best = std::min(best, milliseconds_now() - from);
    if (i < 4) city.stop();
  }
  auto idle = static_cast<double>(city.resident_kib()) / 1024;
  auto clerk = city.enter("office_clerk");
  clerk.get("/api/figures.table?month=2021-03");
  auto used = static_cast<double>(city.resident_kib()) / 1024;
  say(figure("start to first answer, demo city", best, "ms", Better::lower, "aim", 300.0));
  say(figure("memory when idle, demo city", idle, "MiB", Better::lower, "aim", 80.0));
  say(figure("memory after a month's table", used, "MiB", Better::lower, "aim", 80.0));
}

}  // namespace giaoban::bench
