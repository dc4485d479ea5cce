#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Play Demo keeps its promises, gives the same bytes twice, and headless plays what `simulate` plays.
. "$(dirname "$0")/support/check.bash"
demo=$sources/resources/demo/play-demo.yaml

run 0 simulate "$demo" --events a.jsonl
run 0 simulate "$demo" --events b.jsonl --series b.csv
same a.jsonl b.jsonl
run 0 --headless --no-listen --demo --speed max --for 120s --events c.jsonl
run 0 simulate "$demo" --for 120s --events d.jsonl
sed 's/"ts":[0-9]*,//' d.jsonl >virtual
# The demo's world is the second one to tell something; the first is the empty world behind it.
sed 's/"ts":[0-9]*,//' c.jsonl | sed 1d >live
same live virtual
finish
