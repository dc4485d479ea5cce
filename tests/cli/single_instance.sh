#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One window a person: a second start hands over and ends; a start with options of its own does not; what a killed
# program leaves behind stops nobody.
. "$(dirname "$0")/support/check.bash"
export QT_QPA_PLATFORM=offscreen HOME=$PWD XDG_RUNTIME_DIR=$PWD/run XDG_CONFIG_HOME=$PWD/config XDG_DATA_HOME=$PWD/data
mkdir -m 700 run
v1=$sources/examples/api-v1.yaml
place=run/perfect-system.socket

# window: in the background, until it is there. Sets pid.
window() {
  "$program" >window.out 2>window.err </dev/null &
  pid=$!
  pids+=("$pid")
  until_true 60 grep -q 'listening on' window.out || fail "no window: $(head -c 500 window.err)"
}

window
case $(stat -c %a "$place") in ?00) ;; *) fail "others may use $place: $(stat -c %a "$place")" ;; esac
run 0 "$v1"
says out 'handed over'
run 0
says out 'handed over'
run 3 nothing-there.yaml
run 0 --listen 127.0.0.1:0 --for 0s
! grep -q 'handed over' out || fail "a start with an address of its own was handed over"
kill -KILL "$pid"
wait "$pid" 2>/dev/null

[ -S "$place" ] || fail "the socket went with the killed program"
rm -f window.out
window
run 0 "$v1"
says out 'handed over'
kill -TERM "$pid"
wait "$pid" || fail "SIGTERM: exit code $?"
finish
