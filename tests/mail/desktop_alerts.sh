#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Preferences on the desktop: what they hold is used, the environment wins, and what is no good there stops no program.
# Exits 77 where python3-aiosmtpd is not here.
/usr/bin/python3 -c 'import aiosmtpd.smtp' 2>/dev/null || { echo "skipped: python3-aiosmtpd is not here" >&2; exit 77; }
. "$(dirname "$0")/../cli/support/check.bash"
export QT_QPA_PLATFORM=offscreen XDG_CONFIG_HOME=$work/config HOME=$work DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere

# window VARIABLE=VALUE…: the desktop with those in its environment; sets url and window.
window() {
  env "$@" "$program" --listen 127.0.0.1:0 --speed 20 "$sources/examples/api-v1.yaml" >out 2>err </dev/null &
  window=$!
  pids+=("$window")
  until_true 60 grep -q '^listening on ' out || fail "it does not listen: $(cat err)"
  url=$(sed -n 's/^listening on //p' out)
}
closes() {
  kill -TERM "$window"
  wait "$window" || fail "exit code $?: $(cat err)"
}
mails() { curl -fsS "$url/state?pods=0" | jq -e ".alerts.api.mails.$1 == $2" >/dev/null; }
up() { curl -fsS "$url/sim" | jq -e '.t > 8000' >/dev/null && curl -fsS "$url/state?pods=0" | jq -e '.alerts.api.status == "UP"' >/dev/null; }
preferences() {
  mkdir -p config/perfect-system
  printf '[alerts]\n%s\n' "$1" >config/perfect-system/perfect-system.conf
}

mkfifo stop
/usr/bin/python3 "$sources/tests/mail/support/smtp_server.py" >smtp 2>smtp.err <stop &
pids+=($!)
exec 4>stop
until_true 60 grep -q '^port ' smtp || fail "no mail server: $(cat smtp.err)"
port=$(sed -n 's/^port //p' smtp)

preferences "SMTP_HOST=127.0.0.1
SMTP_PORT=$port
EMAIL_TO=\"ops@example.org, b@example.org\"
EMAIL_SUBJECT_PREFIX=\"[Kept] \"
ALERT_COOLDOWN_MS=0"
window EMAIL_SUBJECT_PREFIX='[Given] '
until_true 60 up || fail "it does not come up"
curl -fsS -X POST "$url/chaos/kill?service=api&count=1" >/dev/null
until_true 60 mails sent 2 || fail "not two mails: $(cat err)"
closes
grep '"event": "mail"' smtp | jq -r '.headers[] | select(.[0] == "Subject") | .[1]' >subjects
printf '[Given] api is DOWN\n[Given] api is UP\n' >expected
same subjects expected
grep '"event": "mail"' smtp | head -n 1 | jq -e '.to == ["ops@example.org", "b@example.org"]' >/dev/null || fail "not to both"

# A password that no keychain gives: no mail, and everything else goes on.
preferences "SMTP_HOST=127.0.0.1
SMTP_PORT=$port
SMTP_USER=flynn
EMAIL_TO=ops@example.org
ALERT_COOLDOWN_MS=never"
window
until_true 60 up || fail "it does not come up"
curl -fsS -X POST "$url/chaos/kill?service=api&count=1" >/dev/null
until_true 60 mails due 2 || fail "alerts are not decided"
mails sent 0 || fail "mails without a password"
closes
[ "$(grep -c '"event": "mail"' smtp)" = 2 ] || fail "more than two mails"

# What the environment has is refused there as everywhere.
SMTP_PORT=x run 2 --no-listen --for 0s
says err 'environment variable SMTP_PORT'
exec 4>&-
finish
