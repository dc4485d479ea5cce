#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh PROGRAM FOLDER NAME: lets a fuzz target go on from its seeds. Always the same inputs, so many of them (PERFECT_FUZZ_RUNS);
# with PERFECT_LONG=DURATION new ones for as long as that. What it finds stays in the working folder, named in its output.
set -euo pipefail
program=$1 folder=$2 name=$3

# seconds DURATION: a decimal with ms, s, m or h in whole seconds, at least one.
seconds() {
  local number=${1%%[a-z]*} unit=${1##*[0-9.]} factor=1
  case $unit in
    ms) factor=0.001 ;;
    m) factor=60 ;;
    h) factor=3600 ;;
  esac
  awk -v n="$number" -v f="$factor" 'BEGIN { s = int(n * f); print s < 1 ? 1 : s }'
}

new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
options=(-max_len=4096 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 "-artifact_prefix=$PWD/$name-")
case $name in
  http) options+=("-dict=$folder/http.dict") ;;
  command_line) options+=("-dict=$folder/command_line.dict" -max_len=512) ;;
  *) options+=("-dict=$folder/yaml.dict") ;;
esac
if [ -n "${PERFECT_LONG:-}" ]; then
  options+=("-max_total_time=$(seconds "$PERFECT_LONG")")
else
  options+=(-seed=1 "-runs=${PERFECT_FUZZ_RUNS:-4000}")
fi
"$program" "${options[@]}" "$new" "$folder/corpus/$name"
