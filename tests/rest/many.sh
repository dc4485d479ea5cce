#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# 100,000 pods, and 200 readers of the delta stream, over HTTP. Usage: many.sh PROGRAM SOURCE_FOLDER
set -u
command -v python3 >/dev/null || exit 77
faults=0
for what in pods readers; do
  python3 "$2/tests/rest/many.py" "$1" "$what" || faults=1
done
exit "$faults"
