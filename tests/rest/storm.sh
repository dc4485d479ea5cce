#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The program under random HTTP and in a crowd of bad clients, on loopback. Short; PERFECT_LONG=1 makes it ten minutes.
# Usage: storm.sh PROGRAM SOURCE_FOLDER
set -u
program=$1
storm=$(dirname "$program")/rest-storm
cd "$2" || exit 1
work=$(mktemp -d)
# With AddressSanitizer what is freed is kept for a while, 256 MB of it, which would count as growth.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:quarantine_size_mb=1"
ulimit -n 4096 2>/dev/null || ulimit -n "$(ulimit -Hn)"
# What a sanitizer watches takes several times as long, and as much memory: ThreadSanitizer's own documentation says 5 to
# 15 times.
slower=1
if grep -q __asan_init "$program"; then slower=5; fi
if grep -q __tsan_init "$program"; then slower=15; fi
seconds=4
[ -z "${PERFECT_LONG:-}" ] || seconds=300
faults=0
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

# begin NAME ARGS…: starts the program; $port is where it listens.
begin() {
  : >"$work/out"
  env -u X_API_KEY -u LISTEN "$program" --headless --listen 127.0.0.1:0 "$@" >"$work/out" 2>"$work/err" &
  server=$!
  for _ in $(seq 600); do
    port=$(sed -n 's/^listening on .*:\([0-9]*\)$/\1/p' "$work/out")
    [ -n "$port" ] && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/err" >&2
  echo "FAIL: the program does not listen" >&2
  exit 1
}
# finish: it still runs, ends cleanly, and has said nothing.
finish() {
  kill -TERM "$server" || faults=$((faults + 1))
  wait "$server" || {
    echo "FAIL: ended with $?" >&2
    faults=$((faults + 1))
  }
  server=
  if [ -s "$work/err" ]; then
    cat "$work/err" >&2
    faults=$((faults + 1))
  fi
}

begin examples/api-v1.yaml
"$storm" random "$port" "${PERFECT_SEED:-1}" "$seconds" || faults=$((faults + 1))
finish

# What a sanitizer slows down gets as much to do as it can: 200 readers of large documents keep it busy for many seconds.
cat >"$work/churn.yaml" <<YAML
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { replicas: $((1000 / slower)), simulation: { crashesPerHour: 60, jitter: 0.5 } }
YAML
begin "$work/churn.yaml"
"$storm" crowd "$port" "$seconds" "$slower" || faults=$((faults + 1))
finish
exit "$faults"
