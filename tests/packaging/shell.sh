#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Scripts parse, are executable where they are programs, and refuse what they do not know.
set -euo pipefail
cd "$1"
failed=0
fault() {
  echo "$1" >&2
  failed=1
}

while IFS= read -r -d '' script; do
  bash -n "$script" || fault "$script does not parse"
  if head -n 1 "$script" | grep -q '^#!' && [[ $script != tests/* ]] && [ ! -x "$script" ]; then fault "$script is not executable"; fi
done < <(find packaging tests .ci \( -name '*.sh' -o -path '.ci/run' \) -type f -print0)

code=0
said=$(packaging/test.sh --no-such-option 2>&1) || code=$?
[ "$code" = 2 ] || fault "test.sh with an unknown option exits $code, not 2"
[[ $said == *"unknown argument '--no-such-option'"*usage:* ]] || fault "test.sh does not name the unknown option: $said"
code=0
said=$(packaging/test.sh --long soon 2>&1) || code=$?
[ "$code" = 2 ] || fault "test.sh --long soon exits $code, not 2"
packaging/test.sh --help 2>&1 | grep -q '^usage: packaging/test.sh' || fault "test.sh --help shows no usage"
exit $failed
