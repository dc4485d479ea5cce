#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over core, or over the given sources, each as it compiles by itself.
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$ROOT/packaging/install.sh"
install_packages build "${BUILD_PACKAGES[@]}"
install_packages lint "${LINT_PACKAGES[@]}"
TREE="$ROOT/build/lint"
drop_foreign_tree "$TREE"
cd "$ROOT"
cmake --preset release -B "$TREE" -DCMAKE_UNITY_BUILD=OFF >/dev/null
if [ $# -eq 0 ]; then
  mapfile -t files < <(find core -name '*.cpp' | sort)
  set -- "${files[@]}"
fi
say "== clang-tidy over $# files"
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" clang-tidy -p "$TREE" --quiet --extra-arg=-Wno-unknown-warning-option
