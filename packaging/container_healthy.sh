#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The container's health check: /healthz answers 200 on the port that LISTEN names. Needs nothing but bash.
set -eu
listen=${LISTEN:-0.0.0.0:8080}
exec 3<>"/dev/tcp/127.0.0.1/${listen##*:}"
printf 'GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
