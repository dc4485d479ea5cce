# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the program and compares what it says. Sourced by the scripts beside this folder, which get the program and
# the source folder as arguments. Every check goes on after a failure; finish() ends with 1 when there was one.
set -u
program=$1
sources=$2
work=$(mktemp -d)
pids=()  # what a script started and has not ended yet
cleanup() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
  rm -rf "$work"
}
trap cleanup EXIT
cd "$work" || exit 1
unset LISTEN X_API_KEY TICK_MS "${!SMTP_@}" "${!EMAIL_@}" "${!ALERT_@}" PUBLIC_UI_URL
failures=0

fail() {
  echo "FAIL: $*"
  failures=$((failures + 1))
}

# run CODE ARGS…: runs the program, keeps stdout and stderr in files `out` and `err`, and expects the exit code.
run() {
  local expected=$1 code=0
  shift
  timeout 120 "$program" "$@" >out 2>err </dev/null || code=$?
  [ "$code" = "$expected" ] || fail "perfect-system $*: exit code $code, expected $expected; stderr: $(head -c 500 err)"
}

# says FILE PATTERN: the file has a line that matches (extended regular expression).
says() {
  grep -qE -- "$2" "$1" || fail "$1 does not say \"$2\": $(head -c 500 "$1")"
}
silent() {
  [ ! -s "$1" ] || fail "$1 is not empty: $(head -c 500 "$1")"
}
one_line() {
  [ "$(wc -l <"$1")" = 1 ] || fail "$1 is not one line: $(head -c 500 "$1")"
}
same() {
  cmp -s "$1" "$2" || fail "$1 and $2 differ"
}

# until_true SECONDS COMMAND…: false when it never becomes true.
until_true() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || return 1
    sleep 0.1
  done
}

finish() {
  [ "$failures" = 0 ] || exit 1
  echo "all as expected"
}
