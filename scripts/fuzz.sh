#!/usr/bin/env bash
# Feeds the fuzzers for longer than the tests do. What they learn stays in build-fuzz/corpus/ for the next time; what
# breaks a promise is kept in build-fuzz/found/ and said.
#   scripts/fuzz.sh MINUTES [TARGET…]   each target (fuzz/*.cpp) for so many minutes, one after the other
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
[[ ${1:-} =~ ^[0-9]+$ ]] || fail "usage: scripts/fuzz.sh MINUTES [TARGET…]"
minutes=$1
shift
[ $# -gt 0 ] || set -- $(basename -s .cpp "$root"/fuzz/*.cpp)

fuzzers
found=0
for target in "$@"; do
  seeds=$root/fuzz/corpus/$target learned=$root/build-fuzz/corpus/$target log=$root/build-fuzz/$target.log
  [ -x "$root/build-fuzz/fuzz_$target" ] || fail "$target is no fuzz target: see fuzz/"
  mkdir -p "$learned" "$root/build-fuzz/found"
  if nice -n 10 "$root/build-fuzz/fuzz_$target" -max_total_time=$((minutes * 60)) -timeout=20 -rss_limit_mb=3000 -max_len=8192 -print_final_stats=1 \
    -artifact_prefix="$root/build-fuzz/found/$target-" "$learned" "$seeds" >"$log" 2>&1; then
    say "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") runs, nothing found"
  else
    found=1
    say "$target: something was found; the end of $log:"
    tail -n 30 "$log"
  fi
done
exit $found
