#!/usr/bin/env bash
# A fuzzer for a fixed number of runs, from the seeds in the repository, which it leaves as they are.
#   tests/fuzz.sh TARGET RUNS
set -euo pipefail
learned=$(mktemp -d)
trap 'rm -rf "$learned"' EXIT
mkdir -p build-fuzz/found
"build-fuzz/fuzz_$1" -runs="$2" -seed=1 -max_len=4096 -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 -artifact_prefix="build-fuzz/found/$1-" "$learned" "fuzz/corpus/$1"
