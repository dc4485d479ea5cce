#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# `--headless`: one line says where it listens, signals and --for end it, a taken port is an error.
. "$(dirname "$0")/support/check.bash"
v1=$sources/examples/api-v1.yaml

# start ARGS…: in the background; waits for its line on stdout. Sets pid and url.
start() {
  mkfifo line
  "$program" --headless "$@" >line 2>err </dev/null &
  pid=$!
  exec 3<line
  rm line
  url=
  read -r -t 60 _ _ url <&3 || fail "no line on stdout: $(head -c 500 err)"
}
ends() {
  local code=0
  wait "$pid" || code=$?
  [ "$code" = "$1" ] || fail "$2: exit code $code, expected $1; stderr: $(head -c 500 err)"
}

start --listen 127.0.0.1:0 "$v1" --events e.jsonl --state s.json
case $url in http://127.0.0.1:[1-9]*) ;; *) fail "not an address: $url" ;; esac
run 3 --headless --listen "${url#http://}"
one_line err
says err "${url##*:}"
kill -TERM "$pid"
ends 0 SIGTERM
says e.jsonl '"reason":"Applied"'
says s.json '"services":{"api"'

start --listen 127.0.0.1:0 --speed 0
kill -INT "$pid"
ends 0 SIGINT

run 0 --headless --no-listen --for 3s --speed max "$v1" --state ended.json --events ended.jsonl
silent out
says ended.json '"sim":{"t":3000,'
run 0 simulate "$v1" --for 3s --events virtual.jsonl
sed 's/"ts":[0-9]*,//' ended.jsonl >live
sed 's/"ts":[0-9]*,//' virtual.jsonl >virtual
same live virtual
run 0 --headless --no-listen --for 0s "$v1"

printf 'apiVersion: perfect.system/v1\nkind: Scenario\nmetadata: {name: x}\nspec:\n  steps:\n    - expect: {service: api, ready: 9, within: 2s}\n' >wrong.yaml
run 1 --headless --no-listen --speed max --for 5s "$v1" wrong.yaml --events played.jsonl
says err '^wrong.yaml: failed: line 6: '
says played.jsonl '"reason":"SuccessfulCreate"'
run 2 --headless "$v1" --set spec.replicas=x
run 3 --headless missing.yaml
run 2 --headless --demo wrong.yaml
finish
