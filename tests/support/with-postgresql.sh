#!/usr/bin/env bash
# Runs a command beside a real PostgreSQL 15 of its own, in a temporary folder on a free port of 127.0.0.1, and
# tells it where: GIAOBAN_TEST_POSTGRESQL. The server is ended and its folder removed however the command ends.
#   with-postgresql.sh COMMAND [ARGUMENT…]
set -euo pipefail
programs=/usr/lib/postgresql/15/bin
[ -x $programs/initdb ] || { echo "PostgreSQL 15 is not installed (Debian: postgresql-15)." >&2; exit 1; }

# In memory where there is room: hundreds of small databases take minutes to delete from a disk.
shelf=${TMPDIR:-/tmp}
if [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -n 1)" -gt 4000000 ]; then shelf=/dev/shm; fi
place=$(mktemp -d -p "$shelf")
as_owner=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
  chown postgres "$place"
  as_owner=(setpriv --reuid=postgres --regid=postgres --clear-groups)
fi
end() {
  if [ -s "$place/data/postmaster.pid" ]; then
    "${as_owner[@]}" $programs/pg_ctl -D "$place/data" -m immediate -s stop || true
  fi
  rm -rf "$place"
}
trap end EXIT
trap 'exit 1' INT TERM

cd "$place"
"${as_owner[@]}" $programs/initdb -D "$place/data" -U giaoban -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$place/initdb.log" 2>&1 ||
  { cat "$place/initdb.log" >&2; exit 1; }
for _ in 1 2 3 4 5; do # another program may take a port between our choice and the start
  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  # Durability is not what is tested here; a test's database need not outlive a power cut.
  "${as_owner[@]}" $programs/pg_ctl -D "$place/data" -l "$place/data/log" -s -w -t 60 \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$place -c fsync=off -c full_page_writes=off -c max_connections=200" start &&
    started=yes && break
done
[ "${started:-}" = yes ] || { cat "$place/data/log" >&2; exit 1; }
cd - >/dev/null
mkdir "$place/tmp" # what the command itself keeps for the while
export TMPDIR=$place/tmp GIAOBAN_TEST_POSTGRESQL=postgresql://giaoban@127.0.0.1:$port
"$@"
