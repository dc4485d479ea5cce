#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The README's curl commands, word for word but for the port, against the headless program; then its clean end.
# Usage: curl.sh PROGRAM SOURCE_FOLDER
set -u
program=$1
cd "$2" || exit 1
work=$(mktemp -d)
faults=0
fault() {
  echo "FAIL: $*" >&2
  faults=$((faults + 1))
}

env -u X_API_KEY -u LISTEN "$program" --headless --listen 127.0.0.1:0 --speed 20 >"$work/out" 2>"$work/err" &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
for _ in $(seq 100); do
  url=$(sed -n 's/^listening on //p' "$work/out")
  [ -n "$url" ] && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.1
done
[ -n "$url" ] || {
  cat "$work/err" >&2
  echo "FAIL: the program did not say where it listens" >&2
  exit 1
}
here=http://localhost:${url##*:}

# expect NAME FILTER: the answer on stdin satisfies the jq filter.
expect() {
  cat >"$work/answer"
  jq -e "$2" <"$work/answer" >/dev/null || fault "$1: $2 does not hold in $(head -c 600 "$work/answer")"
}
# until_so NAME FILTER: /state comes to satisfy it within 20 s.
until_so() {
  for _ in $(seq 200); do
    curl -sS "$here/state" | jq -e "$2" >/dev/null && return
    sleep 0.1
  done
  fault "$1: $2 did not come true in $(curl -sS "$here/state?pods=0&events=5")"
}
status() { curl -sS -o /dev/null -w '%{http_code}' "$@"; }

curl -sS -H 'Content-Type: application/yaml' --data-binary @examples/api-v1.yaml "$here/apply" | jq |
  expect "apply v1" '.ok and .service.name == "api" and .service.replicas == 3 and .service.digest == "v1"'
until_so "v1 comes up" '.services.api.status == "Stable" and .metrics.readyBySvc.api == 3'
curl -sS -H 'Content-Type: application/yaml' --data-binary @examples/api-canary.yaml "$here/apply" | jq |
  expect "apply the canary" '.ok and .service.digest == "v2" and .service.rollout.strategy == "Canary"'
until_so "v2 comes up" '.services.api.status == "Stable" and .services.api.activeVersion == "v2"'
curl -sS -X POST "$here/chaos/kill?service=api&count=1" | jq |
  expect "chaos" '.killed | length == 1'
until_so "healed" '.services.api.status == "Stable" and .metrics.readyBySvc.api == 4'

# curl's default content type, a large body (curl then asks 100-continue), HEAD, compression asked for.
curl -sS --data-binary @examples/api-v2.yaml "$here/apply?dryRun=true" | expect "dry run" '.changes[0].action == "update"'
{
  cat examples/api-v2.yaml
  head -c 900000 /dev/zero | tr '\0' '#'
} >"$work/large.yaml"
# curl waits for the answer to Expect as long as it is told, and then sends the body all the same.
curl -sSv --expect100-timeout 60 -H 'Expect: 100-continue' --data-binary @"$work/large.yaml" "$here/apply?dryRun=true" \
  2>"$work/talk" | expect "a large body" '.ok'
grep -q '^< HTTP/1.1 100' "$work/talk" || fault "a large body was not asked for: $(cat "$work/talk")"
[ "$(status -I "$here/state")" = 200 ] || fault "HEAD /state"
[ "$(status --compressed "$here/healthz")" = 200 ] || fault "GET /healthz"
[ "$(head -c 16000000 /dev/zero | status --data-binary @- "$here/apply")" = 413 ] || fault "15 MB are not refused"
[ "$(status "$here/nothing")" = 404 ] || fault "unknown route"
[ "$(status -H 'Host: evil.example' "$here/state")" = 403 ] || fault "foreign Host"
[ "$(status --http1.0 "$here/healthz")" = 200 ] || fault "HTTP/1.0"

kill -TERM "$server"
wait "$server"
code=$?
[ "$code" = 0 ] || fault "ended with $code: $(cat "$work/err")"
[ "$faults" = 0 ] && echo "all curl commands work"
exit "$faults"
