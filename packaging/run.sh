#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds what has changed, starts Perfect System with the given arguments.
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$ROOT/packaging/install.sh"

TREE="$ROOT/build/release"
PROGRAM="$TREE/bin/perfect-system"

build() {
  local log="$ROOT/build/run.log"
  install_packages build "${BUILD_PACKAGES[@]}"
  drop_foreign_tree "$TREE"
  if [ ! -x "$PROGRAM" ]; then say "Building Perfect System (the first time takes a few minutes) …"; fi
  if [ ! -e "$TREE/build.ninja" ] || [ "$ROOT/CMakePresets.json" -nt "$TREE/build.ninja" ]; then
    (cd "$ROOT" && cmake --preset release) >"$log" 2>&1 || build_failed "$log"
  fi
  cmake --build "$TREE" --target perfect-system perfect-bench perfect-conformance >"$log" 2>&1 || build_failed "$log"
}

build_failed() {
  forget_installed
  tail -n 60 "$1" >&2
  say "The build failed; all of its output: $1"
  exit 3
}

mkdir -p "$ROOT/build"
# Two starts at once: the second one waits for the first one's build.
(
  flock 9
  build
) 9>"$ROOT/build/.lock" </dev/null

window=1
for argument in "$@"; do
  case $argument in
    --headless | --help | -h | --version | -v | simulate | validate | replay | export) window= ;;
  esac
done
if [ -n "$window" ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  say "No display here: starting headless with the demo (perfect-system --headless --demo)."
  case " $* " in
    *' --demo '*) set -- --headless "$@" ;;
    *) set -- --headless --demo "$@" ;;
  esac
fi
exec "$PROGRAM" "$@"
