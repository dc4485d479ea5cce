#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats every C++ source in place; with --check names those that are not formatted and changes nothing.
# The format is that of clang-format 14 (Debian 12): other versions disagree in details. Exits 77 where it is absent.
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
TOOL=
for name in clang-format-14 clang-format; do
  if command -v "$name" >/dev/null && "$name" --version | grep -q 'version 14\.'; then
    TOOL=$name
    break
  fi
done
if [ -z "$TOOL" ]; then
  echo "skipped: clang-format 14 is not here, and other versions format differently" >&2
  exit 77
fi
cd "$ROOT"
mapfile -d '' -t files < <(find app core tests \( -name '*.h' -o -name '*.cpp' \) -print0 | sort -z)
if [ "${1:-}" = --check ]; then
  if ! "$TOOL" --dry-run -Werror "${files[@]}" 2>"${TMPDIR:-/tmp}/perfect-format.$$"; then
    grep -o '^[^:]*:[0-9]*:[0-9]*: error: .*' "${TMPDIR:-/tmp}/perfect-format.$$" >&2 || true
    rm -f "${TMPDIR:-/tmp}/perfect-format.$$"
    echo "Not formatted; packaging/format.sh mends it." >&2
    exit 1
  fi
  rm -f "${TMPDIR:-/tmp}/perfect-format.$$"
  echo "${#files[@]} files are formatted."
else
  "$TOOL" -i "${files[@]}"
fi
