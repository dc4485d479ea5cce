#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over core, or over the given sources. Needs a configured release tree; makes one where there is none.
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$ROOT/packaging/install.sh"
install_packages build "${BUILD_PACKAGES[@]}"
install_packages lint "${LINT_PACKAGES[@]}"
TREE="$ROOT/build/release"
drop_foreign_tree "$TREE"
cd "$ROOT"
if [ ! -e "$TREE/compile_commands.json" ]; then cmake --preset release >/dev/null; fi
if [ $# -eq 0 ]; then
  mapfile -t files < <(find core -name '*.cpp' | sort)
  set -- "${files[@]}"
fi
say "== clang-tidy over $# files"
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" clang-tidy -p "$TREE" --quiet --extra-arg=-Wno-unknown-warning-option
