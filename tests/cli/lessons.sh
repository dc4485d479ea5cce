#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every lesson keeps its promises without anybody to answer its questions, and asks some; the same bytes twice.
. "$(dirname "$0")/support/check.bash"
for lesson in "$sources"/examples/lessons/*.yaml; do
  run 0 validate "$lesson"
  run 0 simulate "$lesson" --events a.jsonl
  run 0 simulate "$lesson" --events b.jsonl
  same a.jsonl b.jsonl
  [ "$(grep -c '^ *- ask:' "$lesson")" -ge 2 ] || fail "$lesson asks nothing"
done
finish
