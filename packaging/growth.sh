#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How the cost of everything grows with its size: a table of CPU time for sizes ten times apart, with the factor from each
# size to the next. Exits 1 where a benchmark grows faster than its size.
# What is linear in steps is a little more in time, because ten times as many pods no longer fit into a cache that held
# them: a benchmark may take up to CACHES times as long for each pod at its largest size as at its smallest.
# usage: packaging/growth.sh [FILTER]   FILTER: a regular expression of benchmarks; all of them take some minutes
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$ROOT/packaging/install.sh"
CACHES=6
if [ $# -gt 1 ]; then
  say "usage: packaging/growth.sh [FILTER]"
  exit 2
fi
if [ -z "${PERFECT_BENCH:-}" ]; then
  install_packages build "${BUILD_PACKAGES[@]}"
  install_packages measure "${MEASURE_PACKAGES[@]}"
  TREE="$ROOT/build/release"
  drop_foreign_tree "$TREE"
  (cd "$ROOT" && cmake --preset release >/dev/null)
  cmake --build "$TREE" --target perfect-bench >/dev/null
  PERFECT_BENCH="$TREE/bin/perfect-bench"
fi

# Names are NAME/SIZE or NAME/SIZE/CHANGED[/iterations:N]. A benchmark with one size shows no growth and is left out.
"$PERFECT_BENCH" --benchmark_filter="${1:-.}" --benchmark_min_time=0.05 --benchmark_format=json 2>/dev/null |
  jq -r --argjson caches "$CACHES" '
    def ms: if .time_unit == "ms" then .cpu_time elif .time_unit == "us" then .cpu_time / 1000 else .cpu_time / 1000000 end;
    def shown: if . >= 100 then (. | round | tostring) elif . >= 1 then (. * 100 | round / 100 | tostring)
               else (. * 100000 | round / 100000 | tostring) end;
    def factor: . * 10 | round / 10 | tostring;
    [.benchmarks[] | select(.run_type == "iteration" and (.name | test("/[0-9]")))
      | (.name | split("/")) as $name | {name: $name[0], size: ($name[1] | tonumber), ms: ms}]
    | group_by(.name) | map(sort_by(.size) | select(.[0].size < .[-1].size)) as $rows
    | ($rows | map(. as $row | ($row[-1].ms / $row[0].ms) / ($row[-1].size / $row[0].size)
        | . <= $caches)) as $linear
    | "| benchmark | size: CPU ms (factor) | per element, largest size against smallest | growth |", "| --- | --- | --- | --- |",
      (range($rows | length) as $i | $rows[$i] as $row
       | "| \($row[0].name) | "
         + ([range($row | length) as $k | "\($row[$k].size): \($row[$k].ms | shown)"
             + (if $k == 0 then "" else " (×\($row[$k].ms / $row[$k - 1].ms | factor))" end)] | join(", "))
         + " | ×\(($row[-1].ms / $row[0].ms) / ($row[-1].size / $row[0].size) * 100 | round / 100) | "
         + (if $linear[$i] then "linear or better" else "**faster than its size**" end) + " |"),
      (if $linear | all then empty else "growth: not linear\n" | halt_error(1) end)'
