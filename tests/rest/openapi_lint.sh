#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The OpenAPI document as the program serves it passes redocly's recommended rules without so much as a warning.
# The linter comes through npm, pinned with everything it needs by hash, and is kept in build/npm.
# Usage: openapi_lint.sh PROGRAM SOURCE_FOLDER; exit code 77 where node, npm or the registry is not to be had.
set -euo pipefail
program=$1 sources=$2
for tool in node npm curl; do command -v "$tool" >/dev/null || { echo "skipped: $tool is not here" >&2; exit 77; }; done
work=$(mktemp -d)
server=
cleanup() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap cleanup EXIT

lock=$sources/tests/rest/redocly/package-lock.json
store=$sources/build/npm/redocly-$(sha256sum "$lock" | cut -c 1-16)
mkdir -p "$sources/build/npm"
(
  flock 9
  [ ! -e "$store/complete" ] || exit 0
  rm -rf "$store"
  mkdir "$store"
  cp "$sources/tests/rest/redocly/package.json" "$lock" "$store"
  cd "$store"
  npm ci --silent --ignore-scripts --no-audit --no-fund --cache "$sources/build/npm/cache" --fetch-retries 2 \
    --fetch-retry-mintimeout 1000 --fetch-retry-maxtimeout 5000 --fetch-timeout 60000 >npm.log 2>&1 || {
    # Bytes that are not those of the lock file are a fault; no way to the registry is none.
    if grep -q EINTEGRITY npm.log; then cat npm.log >&2 && exit 1; fi
    echo "skipped: npm cannot fetch the linter: $(tail -n 3 npm.log | tr '\n' ' ')" >&2
    exit 77
  }
  touch complete
) 9>"$sources/build/npm/redocly.lock"

"$program" --headless --listen 127.0.0.1:0 >"$work/out" 2>"$work/err" &
server=$!
for _ in $(seq 200); do
  grep -q '^listening on ' "$work/out" && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.05
done
url=$(sed -n 's/^listening on //p' "$work/out")
curl -fsS "$url/openapi.json" >"$work/openapi.json"
node "$sources/tests/rest/redocly/lint.js" "$store" "$work/openapi.json"
