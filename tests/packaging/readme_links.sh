#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the READMEs point at is there: links, and every path of ours that they name.
set -euo pipefail
cd "$1"
failed=0
for page in README.md core/README.md CHANGELOG.md; do
  folder=$(dirname "$page")
  while IFS= read -r link; do
    case $link in
      http*://* | '#'*) continue ;;
    esac
    if [ ! -e "$folder/${link%%#*}" ]; then
      echo "$page: the link '$link' leads nowhere" >&2
      failed=1
    fi
  done < <(grep -oE '\]\([^)]+\)' "$page" | sed 's/^](//; s/)$//')
  while IFS= read -r path; do
    if [ ! -e "$path" ] && [ ! -e "core/$path" ]; then
      echo "$page: there is no '$path'" >&2
      failed=1
    fi
  done < <(grep -oE '\b(core|app|tests|examples|resources|packaging|base|model|manifest|events|reconcile|alerts|agent|sim|scenario|snapshot)/[A-Za-z0-9_/.-]+\.(h|cpp|sh|yaml|json|md|png)\b' "$page" | sort -u)
done
exit $failed
