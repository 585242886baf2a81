#!/usr/bin/env bash
# The page's types are what the operations declare. Usage: types-drift.sh PATH/giaoban
set -euo pipefail
program=${1:?usage: types-drift.sh PATH/giaoban}
made=$(mktemp)
trap 'rm -f "$made"' EXIT
"$program" types >"$made"
diff -u ui/src/api/types.ts "$made" ||
  { echo "ui/src/api/types.ts is not what the operations declare. Make it anew: build-fast/giaoban types > ui/src/api/types.ts"; exit 1; }
