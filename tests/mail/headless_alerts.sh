#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The seed's variables on the headless program: nothing while a service first comes up, exactly one DOWN and one UP after
# a chaos kill, and the password nowhere. Exits 77 where python3-aiosmtpd is not here.
/usr/bin/python3 -c 'import aiosmtpd.smtp' 2>/dev/null || { echo "skipped: python3-aiosmtpd is not here" >&2; exit 77; }
. "$(dirname "$0")/../cli/support/check.bash"
secret='s3cret-Straße'

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test \
  -addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem 2>/dev/null
mkfifo stop
/usr/bin/python3 "$sources/tests/mail/support/smtp_server.py" --tls starttls --cert cert.pem --key key.pem \
  --user flynn --password "$secret" >smtp 2>smtp.err <stop &
pids+=($!)
exec 4>stop
until_true 60 grep -q '^port ' smtp || fail "no mail server: $(cat smtp.err)"
port=$(sed -n 's/^port //p' smtp)

export SMTP_HOST=localhost SMTP_PORT=$port SMTP_SECURE=false SMTP_USER=flynn SMTP_PASS=$secret
export EMAIL_FROM='Grid <grid@example.org>' EMAIL_TO=ops@example.org,b@example.org EMAIL_SUBJECT_PREFIX='[Grid] '
export PUBLIC_UI_URL=http://grid.example.org/ SMTP_CA_FILE=$work/cert.pem
"$program" --headless --listen 127.0.0.1:0 "$sources/examples/api-v1.yaml" --events events.jsonl --state state.json \
  >out 2>err </dev/null &
controller=$!
pids+=("$controller")
until_true 60 grep -q '^listening on ' out || fail "it does not listen: $(cat err)"
url=$(sed -n 's/^listening on //p' out)
alert() { [ "$(curl -fsS "$url/state?pods=0" | jq -r ".alerts.api$1")" = "$2" ]; }

# The grace is over and it is up: whatever was to be sent would have been.
grace_is_over() { curl -fsS "$url/state?pods=0" | jq -e '.alerts.api.status == "UP" and .alerts.api.mails.due == 0' >/dev/null &&
  curl -fsS "$url/sim" | jq -e '.t > 6000' >/dev/null; }
until_true 60 grace_is_over || fail "it does not come up: $(curl -fsS "$url/state?pods=0" | jq -c .alerts)"
! grep -q '"event": "mail"' smtp || fail "a mail while it came up"
curl -fsS -X POST "$url/chaos/kill?service=api&count=1" >killed
until_true 60 alert .mails.sent 2 || fail "not two mails: $(cat err)"
alert .mails '{"due":2,"heldBack":0,"sent":2,"failed":0}' || curl -fsS "$url/state?pods=0" | jq -c .alerts.api.mails >mails
curl -fsS "$url/state" >state
curl -fsS "$url/events/log?limit=1000" >log
curl -fsS "$url/metrics" >metrics
curl -fsS "$url/" >page
curl -fsS "$url/openapi.json" >openapi
says metrics '^api_alert_mails_total\{service="api",result="sent"\} 2$'
kill -TERM "$controller"
wait "$controller" || fail "exit code $?: $(cat err)"
exec 4>&-

grep '"event": "mail"' smtp | jq -r '.headers[] | select(.[0] == "Subject") | .[1]' >subjects
printf '[Grid] api is DOWN\n[Grid] api is UP\n' >expected
same subjects expected
jq -e 'select(.event == "mail") | .tls and .user == "flynn" and .to == ["ops@example.org", "b@example.org"]' \
  <(grep -v '^port ' smtp) >/dev/null || fail "not as set: $(cat smtp)"
says events.jsonl '"reason":"MailSent"'
says err '^mail: alerts go to ops@example.org, b@example.org through localhost port [0-9]+ \(STARTTLS\)$'
says err '^mail: api is DOWN: sent$'
says err '^mail: api is UP: sent$'
for file in out err events.jsonl state.json state log metrics page openapi killed; do
  for form in "$secret" "$(printf %s "$secret" | base64)" "$(printf '\0flynn\0%s' "$secret" | base64)"; do
    ! grep -qF -- "$form" "$file" || fail "$file holds the password"
  done
done

# What is wrong is refused by name before anything starts, and what cannot do anything is said once.
SMTP_PORT=x run 2 --headless --no-listen --for 0s
one_line err
says err 'environment variable SMTP_PORT: "x" is not good; expected a port'
SMTP_PASS='' run 2 --headless --no-listen --for 0s
says err 'environment variable SMTP_PASS: is missing beside SMTP_USER'
SMTP_CA_FILE=/nowhere.pem run 3 --headless --no-listen --for 0s
says err 'environment variable SMTP_CA_FILE: /nowhere.pem cannot be read'
ALERT_COOLDOWN_MS=-1 run 2 --headless --no-listen --for 0s
says err 'environment variable ALERT_COOLDOWN_MS: "-1" is not good'
EMAIL_TO='' run 0 --headless --no-listen --for 0s
one_line err
says err 'no mail is sent, though SMTP_HOST is set: EMAIL_TO is missing'
SMTP_TLS_VERIFY=false run 0 --headless --no-listen --for 0s
says err '^mail: WARNING: SMTP_TLS_VERIFY=false'
# A virtual run never sends and does not ask.
SMTP_PORT=x ALERT_COOLDOWN_MS=x run 0 simulate "$sources/examples/api-v1.yaml" --for 1s
silent err
finish
