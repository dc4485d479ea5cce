#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# `simulate`: ends, exit codes, files, and the same bytes every time.
. "$(dirname "$0")/support/check.bash"
v1=$sources/examples/api-v1.yaml

run 0 simulate "$v1" --events a.jsonl --state a.json --series a.csv
says out '^Simulated [0-9.]+ s'
says out '^api: least ready since first stable 3, most pods at once 3, 0 restarts$'
says a.jsonl '^{"seq":1,"ts":1767225600000,"t":0,'
says a.json '"status":"Stable"'
says a.csv '^t,service,desired,ready,restarts,cpu$'
says a.csv '^0,api,3,0,0,0$'
says a.csv '^3,api,3,3,0,0$'
run 0 simulate "$v1" --events b.jsonl --state b.json
same a.jsonl b.jsonl
same a.json b.json

run 0 simulate "$v1" --for 0s --state zero.json
says zero.json '"sim":{"t":0,'
grep -q '"api-' zero.json || fail "the tick of t = 0 belongs to --for 0s"
run 0 simulate "$sources/resources/demo/play-demo.yaml" --for 0s --state zero.json
grep -q '"api-' zero.json || fail "a scenario's steps of t = 0 belong to --for 0s"
run 0 simulate "$v1" --for 2h --state late.json
says late.json '"sim":{"t":7200000,'

# A pending thing that never ends is given an hour.
cat >sick.yaml <<'YAML'
apiVersion: v1
kind: Service
metadata: { name: sick }
spec:
  replicas: 2
  env: [ { name: HEALTHY, value: "0" } ]
  readinessProbe: { httpGet: { path: /healthz } }
  livenessProbe: { httpGet: { path: /livez } }
YAML
run 0 simulate sick.yaml --summary json --state sick.json
says out '"t":3600000,'
says out '"leastReady":null'

run 0 simulate "$v1" --events -
says out '^{"seq":1,'
says err '^Simulated '
run 0 simulate "$v1" --summary json
says out '"outcome":"Complete"'

scenario() {
  printf 'apiVersion: perfect.system/v1\nkind: Scenario\nmetadata: {name: x}\nspec:\n  seed: 7\n  steps:\n    - apply: %s\n' "$v1"
}
{ scenario; echo '    - expect: { service: api, ready: 9, within: 5s }'; echo '    - after: 5s'; echo '      kill: { service: api }'; } >wrong.yaml
run 1 simulate wrong.yaml --events wrong.jsonl --state wrong.json
says err '^wrong.yaml:8: failed: '
says err 'not reached: line 9'
says wrong.json '"sim":'
[ -s wrong.jsonl ] || fail "events are written whatever the exit code"

{ scenario; echo '    - after: 30s'; echo '      kill: { service: api }'; } >long.yaml
run 0 simulate long.yaml --for 10s
says err 'not reached: line 8'
says out ', seed 7\.$'
run 0 simulate long.yaml --seed 9
says out ', seed 9\.$'
run 0 simulate long.yaml --seed 9 --events nine.jsonl
run 0 simulate long.yaml --events seven.jsonl
cmp -s nine.jsonl seven.jsonl && fail "the seed does not matter"
run 0 simulate "$v1" "$sources/examples/api-v2.yaml"
run 2 simulate long.yaml wrong.yaml
says err 'second scenario'
one_line err

# What cannot be written is known before anything is run, and what is invalid leaves old files alone.
run 3 simulate "$v1" --events /nowhere/e.jsonl --summary json
silent out
one_line err
says err '^/nowhere/e.jsonl: error: '
run 3 simulate "$v1" --state .
echo old >keep.json
run 2 simulate "$v1" --set spec.replicas=-1 --state keep.json
[ "$(cat keep.json)" = old ] || fail "invalid input emptied a file"
run 3 simulate missing.yaml --state keep.json
[ "$(cat keep.json)" = old ] || fail "unreadable input emptied a file"
run 3 simulate "$v1" --events /dev/full
says err '^/dev/full: error: cannot be written: '
code=0
"$program" simulate "$v1" >/dev/full 2>err || code=$?
[ "$code" = 3 ] || fail "summary to a full device: exit code $code"
code=0
"$program" simulate sick.yaml --for 100h --events - 2>err | head -n 1 >first
says first '^{"seq":1,'
"$program" simulate "$v1" >&- 2>err || code=$?
[ "$code" = 3 ] || fail "closed stdout: exit code $code"
finish
