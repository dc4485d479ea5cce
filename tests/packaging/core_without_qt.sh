#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# core stands on the C++ library and yaml-cpp alone: its sources include nothing else, its objects ask for no
# symbol of Qt or of threads, and a program made of it loads no Qt.
set -euo pipefail
root=$1 program=$2 archive=$3
failed=0
fault() {
  echo "$1" >&2
  failed=1
}

# Headers of the C++ library have no '.', but for the C ones; the folders of core are its own.
foreign=$(grep -rnE '^[[:space:]]*#[[:space:]]*include' "$root/core" --include='*.h' --include='*.cpp' |
  grep -vE '#[[:space:]]*include[[:space:]]*("core/[^"]+"|<[a-z_]+>|<yaml-cpp/[^>]+>)' || true)
[ -z "$foreign" ] || fault "core includes what is neither core, std nor yaml-cpp:"$'\n'"$foreign"

# What would make the same input give other bytes, or wait, or touch the world outside.
forbidden='<(thread|mutex|shared_mutex|condition_variable|future|atomic|random|chrono|ctime|fstream|iostream|filesystem|unordered_map|unordered_set|cmath)>'
found=$(grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]*$forbidden" "$root/core" --include='*.h' --include='*.cpp' || true)
[ -z "$found" ] || fault "core includes what a deterministic simulator must not use:"$'\n'"$found"

symbols=$(nm --undefined-only "$archive" 2>/dev/null | awk '{print $NF}' |
  grep -E '^(_ZN?K?[0-9]+Q[A-Z]|_ZTI?V?[0-9]+Q[A-Z]|qt_|pthread_create|qVersion)' | sort -u || true)
[ -z "$symbols" ] || fault "core asks for symbols of Qt or of threads:"$'\n'"$symbols"

libraries=$(ldd "$program")
if grep -iE 'libQt|libicu|libGL' <<<"$libraries" >&2; then fault "a program made of core alone loads the libraries above"; fi
grep -q 'libyaml-cpp\|not a dynamic' <<<"$libraries" || fault "the program under test does not contain core's manifests: $libraries"
"$program" || fault "a program made of core alone fails with exit code $?"
exit $failed
