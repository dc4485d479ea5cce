#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs the whole suite through ctest: core under the address and
# undefined-behaviour sanitizers first, the fuzz targets for some seconds, then everything in the release tree.
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$ROOT/packaging/install.sh"

usage() {
  cat >&2 <<'USAGE'
usage: packaging/test.sh [--sanitize] [--long DURATION] [CTEST ARGUMENTS…]
  --sanitize       also everything under ASan and UBSan, the threaded parts under TSan, clang-tidy over core, and
                   ten times as many inputs for the fuzz targets
  --long DURATION  how long each long-running test may take, fuzz targets among them (a decimal with ms, s, m or h)
  others           handed to ctest (-R REGEX, -E REGEX, -L LABEL, -V, -j N, --repeat …)
USAGE
}
refuse() {
  say "test.sh: $1"
  usage
  exit 2
}

sanitize=
ctest_arguments=()
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h)
      usage
      exit 0
      ;;
    --sanitize) sanitize=1 ;;
    --long)
      [[ ${2:-} =~ ^[0-9]+(\.[0-9]+)?(ms|s|m|h)$ ]] || refuse "--long needs a duration such as 10m, not '${2:-}'"
      export PERFECT_LONG=$2
      shift
      ;;
    # ctest's options that take a value
    -R | -E | -L | -LE | -I | -FA | -FS | -FC | -j | -O | --tests-regex | --exclude-regex | --label-regex | \
      --label-exclude | --tests-information | --parallel | --output-log | --output-junit | --repeat | --timeout | \
      --stop-time | --test-load | --repeat-until-fail)
      [ $# -ge 2 ] || refuse "$1 needs a value"
      ctest_arguments+=("$1" "$2")
      shift
      ;;
    # and those that take none
    -V | -VV | -N | -F | -U | -Q | -j[0-9]* | --verbose | --extra-verbose | --debug | --output-on-failure | --progress | \
      --no-tests=* | --stop-on-failure | --rerun-failed | --schedule-random | --show-only* | --quiet | --union | \
      --print-labels | --repeat=* | --timeout=* | --parallel=*)
      ctest_arguments+=("$1")
      ;;
    *) refuse "unknown argument '$1'" ;;
  esac
  shift
done

# build TREE PRESET [CMAKE ARGUMENTS…]
build() {
  local tree="$ROOT/build/$1" preset=$2
  shift 2
  say "== Building $(basename "$tree")"
  drop_foreign_tree "$tree"
  # Two runs at once share the trees: the second waits for the first one's build.
  (
    flock 9
    if ! (cd "$ROOT" && cmake --preset "$preset" -B "$tree" "$@" >"$tree.log" 2>&1 9>&-); then
      forget_installed
      cat "$tree.log" >&2
      exit 3
    fi
    if ! cmake --build "$tree" >"$tree.log" 2>&1 9>&-; then
      forget_installed
      grep -av '^\[[0-9]*/[0-9]*\]' "$tree.log" >&2 || true
      say "The build of $tree failed."
      exit 3
    fi
  ) 9>"$ROOT/build/.lock"
}

# What tests report of themselves (how many random worlds there were) stands above ctest's closing lines, which ctest
# itself would hide with the rest of the output of tests that pass.
with_reports() {
  local line
  while IFS= read -r line; do
    if [[ $line == *'% tests passed'* ]]; then cat "$PERFECT_REPORTS"/* 2>/dev/null || true; fi
    printf '%s\n' "$line"
  done
}

# run TREE [CTEST ARGUMENTS…]
run() {
  local tree=$1
  shift
  say "== Testing $tree"
  export PERFECT_REPORTS="$ROOT/build/$tree/reports"
  rm -rf "$PERFECT_REPORTS"
  mkdir -p "$PERFECT_REPORTS"
  (cd "$ROOT" && ctest --test-dir "build/$tree" --output-on-failure --parallel "$(nproc)" "$@" </dev/null) | with_reports
}

export QT_QPA_PLATFORM=offscreen
export ASAN_OPTIONS="detect_stack_use_after_return=1:strict_string_checks=1:${ASAN_OPTIONS:-}"
export UBSAN_OPTIONS="print_stacktrace=1:${UBSAN_OPTIONS:-}"
export TSAN_OPTIONS="suppressions=$ROOT/packaging/tsan.supp:die_after_fork=0:${TSAN_OPTIONS:-}"

mkdir -p "$ROOT/build"
install_packages build "${BUILD_PACKAGES[@]}"
install_packages test "${TEST_PACKAGES[@]}"
if command -v clang >/dev/null; then install_packages fuzz "$(clang_runtime)"; fi

# Scripts, format and layout are checked once, in the release run.
build asan-core asan -DPERFECT_CORE_ONLY=ON
run asan-core --label-exclude packaging ${ctest_arguments[@]+"${ctest_arguments[@]}"}

# libFuzzer comes with clang. The same inputs every time, except with --long.
if [ -n "$sanitize" ]; then export PERFECT_FUZZ_RUNS=${PERFECT_FUZZ_RUNS:-40000}; fi
if command -v clang++ >/dev/null; then
  build fuzz fuzz
  run fuzz ${ctest_arguments[@]+"${ctest_arguments[@]}"}
else
  say "There is no clang++ here: the fuzz targets only replay their corpus, in the other builds."
fi

if [ -n "$sanitize" ]; then
  "$ROOT/packaging/lint.sh"
  build asan asan
  run asan --label-exclude packaging ${ctest_arguments[@]+"${ctest_arguments[@]}"}
  build tsan tsan
  run tsan --tests-regex '^(runtime|rest|mail)\.' --label-exclude packaging ${ctest_arguments[@]+"${ctest_arguments[@]}"}
fi

build release release
if [ -n "$sanitize" ]; then
  # One scenario, two builds: what differs in a byte depends on something it must not depend on.
  for tree in release asan; do
    "$ROOT/build/$tree/bin/perfect-system" simulate "$ROOT/resources/demo/play-demo.yaml" \
      --events "$ROOT/build/$tree/play-demo.jsonl" >/dev/null
  done
  cmp "$ROOT/build/release/play-demo.jsonl" "$ROOT/build/asan/play-demo.jsonl"
fi
run release ${ctest_arguments[@]+"${ctest_arguments[@]}"}
