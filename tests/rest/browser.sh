#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The pages in a real browser, with every name but this machine's blocked: the docs page is authorised and tries a route
# out, the room's page shows what happens, and the console has nothing to complain about.
# Usage: browser.sh PROGRAM SOURCE_FOLDER; exit code 77 where Chromium, its driver or the name localhost
# are not here.
set -euo pipefail
program=$1 sources=$2
find_program() {
  local name
  for name in "$@"; do command -v "$name" && return; done
  echo "skipped: $1 is not here" >&2
  exit 77
}
chromium=$(find_program chromium chromium-browser)
driver=$(find_program chromedriver)
python=$(find_program /usr/bin/python3 python3)
# The driver reaches Chromium by this name; a bare root has no /etc/hosts.
if ! getent hosts localhost >/dev/null; then
  echo "skipped: localhost has no address here" >&2
  exit 77
fi
exec env PYTHONDONTWRITEBYTECODE=1 "$python" "$sources/tests/rest/browser/pages.py" "$program" "$sources" "$chromium" "$driver"
