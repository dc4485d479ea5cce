#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The commands of the README do what it says: those for curl against a headless program on a free port, word for
# word but for that port; those for run.sh with the program that it would start; its options are those of --help.
set -euo pipefail
root=$1 program=$2
here=$(mktemp -d)
server=
cleanup() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
  rm -rf "$here"
}
trap cleanup EXIT
for tool in curl jq; do command -v "$tool" >/dev/null || { echo "skipped: $tool is not here" >&2; exit 77; }; done
cd "$here"
ln -s "$root/examples" "$root/resources" .

failed=0
fault() {
  echo "$1" >&2
  failed=1
}
blocks=$(sed -n '/^```bash$/,/^```$/p' "$root/README.md" | grep -v '^```')

help=$("$program" --help)
while IFS= read -r option; do
  grep -qF -- "$option" <<<"$help" || fault "README names $option, --help does not"
done < <(sed -n '/^## Options/,/^## /p' "$root/README.md" | grep -oE '^\| .*' | grep -oE -- '`--[a-z-]+' | tr -d '`' | sort -u)

"$program" --headless --listen 127.0.0.1:0 >out.txt 2>err.txt &
server=$!
for _ in $(seq 200); do
  grep -q '^listening on ' out.txt && break
  kill -0 "$server" 2>/dev/null || break
  sleep 0.05
done
address=$(sed -n 's#^listening on http://##p' out.txt | head -n 1)
[ -n "$address" ] || { echo "the program does not listen: $(cat out.txt err.txt)" >&2; exit 1; }

commands=0
while IFS= read -r command; do
  commands=$((commands + 1))
  code=0
  answer=$(bash -o pipefail -c "${command//localhost:8080/$address}" 2>curl.txt) || code=$?
  if [[ $command == *"/events?"* ]]; then
    # A stream has no end of its own: its first document is what counts, and curl's own time limit ends it.
    [ "$code" = 28 ] || fault "'$command' ended with $code, not by its time limit: $(cat curl.txt)"
    answer=$(grep -m 1 '^data: ' <<<"$answer") || fault "'$command' sent no document"
    answer=${answer#data: }
    code=0
  fi
  [ "$code" = 0 ] || fault "'$command' fails: $(cat curl.txt)"
  jq -e . <<<"$answer" >/dev/null || fault "'$command' does not answer JSON: $answer"
  if [[ $answer == *'"error"'* ]]; then fault "'$command' is refused: $answer"; fi
done < <(grep '^curl ' <<<"$blocks")
[ "$commands" -ge 5 ] || fault "README has only $commands curl commands"
code=0
kill -TERM "$server"
wait "$server" || code=$?
server=
[ "$code" = 0 ] || fault "SIGTERM ends the headless program with $code: $(cat err.txt)"

commands=0
while IFS= read -r command; do
  commands=$((commands + 1))
  said=$("$program" ${command#packaging/run.sh } 2>&1) || fault "'$command' fails: $said"
done < <(grep -E '^packaging/run.sh (simulate|validate)' <<<"$blocks")
[ "$commands" -ge 3 ] || fault "README has only $commands commands without a window"
[ -s events.jsonl ] && jq -es 'length > 50 and all(.seq > 0)' events.jsonl >/dev/null || fault "the demo's events are not JSON lines"
exit $failed
