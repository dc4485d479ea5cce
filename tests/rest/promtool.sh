#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# /metrics as Prometheus' own linter sees it. Skipped where promtool is not installed (Debian: package prometheus,
# which brings a running server along, so nothing here installs it).
# Usage: promtool.sh PROGRAM SOURCE_FOLDER
set -u
command -v promtool >/dev/null || {
  echo "promtool is not installed: skipped"
  exit 77
}
program=$1
cd "$2" || exit 1
work=$(mktemp -d)
env -u X_API_KEY -u LISTEN "$program" --headless --listen 127.0.0.1:0 --speed 20 examples/api-v1.yaml >"$work/out" 2>"$work/err" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
port=
for _ in $(seq 300); do
  port=$(sed -n 's/^listening on .*:\([0-9]*\)$/\1/p' "$work/out")
  [ -n "$port" ] && break
  sleep 0.1
done
[ -n "$port" ] || {
  cat "$work/err" >&2
  exit 1
}
here=http://localhost:$port
curl -sS -o /dev/null "$here/services/api/wait?for=stable"
curl -sS -o /dev/null -X POST "$here/chaos/kill?service=api"
curl -sS -o /dev/null "$here/nothing"
curl -sS "$here/metrics" | promtool check metrics
