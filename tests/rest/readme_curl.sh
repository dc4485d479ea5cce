#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The curl line of every route in app/rest/README.md, word for word but for the port, each in a world where service api
# is stable; and no route without a line.
# Usage: readme_curl.sh PROGRAM SOURCE_FOLDER
set -u
program=$1
cd "$2" || exit 1
work=$(mktemp -d)
faults=0
fault() {
  echo "FAIL: $*" >&2
  faults=$((faults + 1))
}

env -u X_API_KEY -u LISTEN "$program" --headless --listen 127.0.0.1:0 --speed 50 >"$work/out" 2>"$work/err" &
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
  echo "FAIL: the program did not say where it listens" >&2
  exit 1
}
here=http://localhost:$port

# Where every line begins: api as in the example, stable, the clock running.
prepare() {
  curl -sS -X POST -o /dev/null "$here/demo/stop"
  curl -sS -X POST -o /dev/null "$here/chaos/stop"
  curl -sS -o "$work/answer" "$here/services/api/wait?for=deleted&timeout=1ms"
  if grep -q Deleting "$work/answer"; then curl -sS -o /dev/null "$here/services/api/wait?for=deleted&timeout=30s"; fi
  curl -sS -X POST -o /dev/null "$here/sim/resume"
  curl -sS -X POST -o /dev/null "$here/sim/speed?speed=50"
  curl -sS -f -o /dev/null --data-binary @examples/api-v1.yaml "$here/apply" || fault "$1: cannot be prepared"
  curl -sS -f -o /dev/null "$here/services/api/wait?for=stable&timeout=60s" || fault "$1: api does not become stable"
}

rows=0
routes=
while IFS= read -r row; do
  route=$(sed -E 's/^\| `([^`]*)`.*/\1/' <<<"$row")
  # A | inside a cell is written \| there.
  line=$(sed -E 's/.*\| `(curl .*)` \|$/\1/; s/\\\|/|/g' <<<"$row")
  path=${route#* }
  case $path in
    *,*) routes+=" $(eval "printf '%s ' $path")" ;;
    *) routes+=" $path" ;;
  esac
  case $line in curl\ *) ;; *)
    fault "$route has no curl line"
    continue
    ;;
  esac
  rows=$((rows + 1))
  prepare "$route"
  expected=200
  case $row in *"501: "*) expected=501 ;; esac
  line=${line//localhost:8080/localhost:$port}
  line=${line/#curl /curl -w '\\n%{http_code\}' }
  (eval "$line") >"$work/answer" 2>"$work/err2"
  code=$?
  status=$(tail -n 1 "$work/answer")
  if [ "$code" = 28 ] && [[ $route == "GET /events" ]]; then code=0; fi # a stream has no end of its own
  [ "$code" = 0 ] && [ "$status" = "$expected" ] ||
    fault "$route: curl ended with $code, status $status: $(head -c 300 "$work/answer") $(cat "$work/err2")"
done < <(grep -E '^\| `(GET|POST|DELETE) ' app/rest/README.md)

# Every path that the API describes stands in the table.
if curl -sS -f -o "$work/openapi" "$here/openapi.json"; then
  while IFS= read -r path; do
    case " $routes " in *" $path "*) ;; *) fault "$path has no row in app/rest/README.md" ;; esac
  done < <(jq -r '.paths | keys[]' "$work/openapi")
fi
[ "$rows" -ge 25 ] || fault "only $rows rows were found"
[ "$faults" = 0 ] && echo "$rows curl lines work"
exit "$faults"
