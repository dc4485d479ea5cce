#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Options and variables as a user meets them: one line, the right exit code, nothing started.
. "$(dirname "$0")/support/check.bash"

env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$program" --help >out 2>err || fail "--help needs a display"
says out "SMTP_HOST .*mail server"
says out "ALERT_STARTUP_GRACE_MS .*\(default 5000\)"
says out '--listen ADDR:PORT'
silent err
env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$program" --version >out || fail "--version needs a display"
says out '^perfect-system [0-9]+\.[0-9]+'

run 2 --sped 2
says err 'unknown option --sped; did you mean'
one_line err
silent out
for bad in "--tick 9" "--seed x" "--speed 1001" "--for 10" "--listen 8080" "--set replicas" "--no-such" "--session a" \
           "replay a --verify" "export a --to csv" "simulate" "validate" "simulate a.yaml --listen 127.0.0.1:1"; do
  # shellcheck disable=SC2086
  run 2 $bad
  one_line err
  silent out
done
TICK_MS=soon run 2 --headless
says err 'TICK_MS'
LISTEN=nowhere run 2 --headless
says err 'LISTEN'
TICK_MS=soon run 0 --version

code=0
env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$program" --no-listen >out 2>err || code=$?
[ "$code" = 3 ] || fail "no display: exit code $code"
one_line err
says err 'display.*--headless'
code=0
env -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM DISPLAY=:4077 "$program" --no-listen >out 2>err || code=$?
[ "$code" = 3 ] || fail "a display that does not answer: exit code $code"
says err 'display.*--headless'
finish
