#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the figures that the README promises, measured on this machine, each beside its goal.
# Exits 1 where a goal is missed. Give the machine some quiet: one other busy core is seen in the figures.
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$ROOT/packaging/install.sh"
install_packages build "${BUILD_PACKAGES[@]}"
install_packages measure "${MEASURE_PACKAGES[@]}"
TREE="$ROOT/build/release"
BIN="$TREE/bin"
drop_foreign_tree "$TREE"
(cd "$ROOT" && cmake --preset release >/dev/null)
cmake --build "$TREE" --target perfect-system perfect-bench rest-throughput >/dev/null

missed=0
# row TEXT FIGURE GOAL UNIT: a figure with a goal to stay below (at most …) or to reach (at least …).
row() {
  local text=$1 figure=$2 relation=$3 goal=$4 unit=$5 verdict=met
  if ! jq -en --argjson f "$figure" --argjson g "$goal" "if \"$relation\" == \"at most\" then \$f <= \$g else \$f >= \$g end" >/dev/null; then
    verdict=missed
    missed=1
  fi
  printf '%-62s %12.3f %-18s %s %s: %s\n' "$text" "$figure" "$unit" "$relation" "$goal" "$verdict"
}

# bench FILTER JQ-PATH: the median of three runs.
bench() {
  "$BIN/perfect-bench" --benchmark_filter="^$1\$" --benchmark_repetitions=3 --benchmark_report_aggregates_only=true \
    --benchmark_format=json 2>/dev/null | jq ".benchmarks[] | select(.aggregate_name == \"median\") | $2"
}

# peak PODS: the most memory that `simulate` with so many pods ever had, in KiB.
peak() {
  local report
  report=$(mktemp)
  command time -f '%M' -o "$report" "$BIN/perfect-system" simulate "$ROOT/examples/api-v1.yaml" \
    --set "spec.replicas=$1" --for 60s >/dev/null
  tail -n 1 "$report"
  rm -f "$report"
}

row 'Bring-up of 1,000,000 pods, lifecycle events' "$(bench BringUp/1000000 .lifecycle_events_per_second)" 'at least' 10000000 'a second'
row 'The same with both probes' "$(bench BringUpWithProbes/1000000 .lifecycle_events_per_second)" 'at least' 10000000 'a second'
row 'A simulated second of 1,000,000 healthy pods' "$(bench HealthySecond/1000000 '.cpu_time / 1000')" 'at most' 0.1 ms
changes=$(bench 'ChangesAlone/1000000/10000.*' .cpu_time)
both=$(bench 'ChangesAndPublish/1000000/10000.*' .cpu_time)
row 'Publishing after 10,000 of 1,000,000 scattered pods changed' "$(bench 'PublishAlone/1000000/10000.*' .cpu_time)" 'at most' 5 ms
printf '%-62s %12.3f %-18s (%.3f with a snapshot held, %.3f without)\n' '  what readers cost in all, the copies of the changes included' \
  "$(jq -n "$both - $changes")" ms "$both" "$changes"
one=$(peak 1)
million=$(peak 1000000)
row 'Memory of simulate, 1,000,000 pods less 1' "$(jq -n "($million - $one) * 1024 / 999999")" 'at most' 160 'bytes a pod'
row 'Painting the Grid at 1600x900, 1,000,000 pods, all changed' "$(bench 'GridPaint/1000000/1000000.*' .cpu_time)" 'at most' 4 ms
row '  10,000 of them changed' "$(bench 'GridPaint/1000000/10000(/.*)?' .cpu_time)" 'at most' 1 ms
row '  5,000 pods, all in sight' "$(bench 'GridTilesPaint/5000/0.*' .cpu_time)" 'at most' 5 ms
row '  5,000 pods, as many in sight as have room with words' "$(bench 'GridTilesPaint/5000/84.*' .cpu_time)" 'at most' 5 ms
chart=$(bench FirstPaintOfOneChart .cpu_time)
row 'First picture of the window, in those of a window with one chart' \
  "$(jq -n "$(bench FirstPaintOfTheWindow .cpu_time) / $chart")" 'at most' 1.5 'times'
printf '%-62s %12.3f %s\n' '  with all of its rooms, which are built behind it' "$(jq -n "$(bench FirstPaintOfTheRooms .cpu_time) / $chart")" 'times'
row 'A window with 50 pods at speed 1, of one core' "$(bench 'IdleWindow/50.*' .core_percent)" 'at most' 2 '%'
row 'The latest tick while the window paints 100,000 pods at speed 5' "$(bench 'TickLagBesideTheWindow/100000.*' .lag_ms_max)" 'at most' 50 ms
throughput=$({ "$BIN/rest-throughput" 15 || true; } 2>/dev/null | sed -n 's/.*by CPU time \([0-9]*\) %$/\1/p')
row 'GET /state with 3 pods, in throughput of a bare QHttpServer route' "$throughput" 'at least' 80 '%'
exit $missed
