#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every answer that the tests of this room got is one that the OpenAPI document describes; so are its own examples, and
# what the live stream sends. The tests have left their answers in the folder PERFECT_RECORDINGS.
# Usage: openapi_answers.sh PROGRAM SOURCE_FOLDER; exit code 77 where python3-jsonschema is not here.
set -euo pipefail
program=$1 sources=$2
python=/usr/bin/python3
[ -x "$python" ] || python=$(command -v python3) || { echo "skipped: python3 is not here" >&2; exit 77; }
work=$(mktemp -d)
server=
cleanup() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT
"$program" --headless --demo --speed 20 --listen 127.0.0.1:0 >"$work/out" 2>"$work/err" &
server=$!
for _ in $(seq 200); do
  grep -q '^listening on ' "$work/out" && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.05
done
url=$(sed -n 's/^listening on //p' "$work/out")
curl -fsS "$url/openapi.json" >"$work/openapi.json"
# The demo shows every kind of service, probe and autoscaler; its whole course in a few seconds.
for mode in full delta; do
  timeout 4 curl -sSN "$url/events?mode=$mode" >"$work/$mode" || [ $? = 124 ]
done
"$python" "$sources/tests/rest/validate_responses.py" "$work/openapi.json" "$work/full" "$work/delta" \
  "$PERFECT_RECORDINGS"/*.jsonl
