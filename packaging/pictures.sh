#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of every page in every look, for looking at: FOLDER/LOOK/STATE-SIZE.png, and an index.html that shows them side
# by side. Every theme at 1440×900 and 1024×768, 4K at 200 %, larger type, and German.
# usage: packaging/pictures.sh FOLDER [STATE…]   STATE: some of the states only, such as empty or demo-canary
set -euo pipefail
ROOT=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
. "$ROOT/packaging/install.sh"
if [ $# -lt 1 ]; then
  say "usage: packaging/pictures.sh FOLDER [STATE…]"
  exit 2
fi
mkdir -p "$1"
FOLDER=$(readlink -f "$1")
shift
install_packages build "${BUILD_PACKAGES[@]}"
TREE="$ROOT/build/release"
drop_foreign_tree "$TREE"
(cd "$ROOT" && cmake --preset release >/dev/null)
cmake --build "$TREE" --target desktop-gallery >/dev/null
# Dialogs are no larger than the screen is.
SCREEN=$(mktemp)
trap 'rm -f "$SCREEN"' EXIT
echo '{"screens": [{"name": "4K", "x": 0, "y": 0, "width": 3840, "height": 2160}]}' >"$SCREEN"
export QT_QPA_PLATFORM="offscreen:configfile=$SCREEN"

# take LOOK STATE… — with the look in the environment
take() {
  local look=$1
  shift
  "$TREE/bin/desktop-gallery" "$FOLDER/$look" "$@" >"$FOLDER/$look.txt"
  say "$look: $(find "$FOLDER/$look" -name '*.png' | wc -l) pictures"
}
for theme in tron dark light high-contrast colour-blind; do
  PERFECT_THEME=$theme take "$theme" "$@"
done
PERFECT_SIZES=1920x1080 QT_SCALE_FACTOR=2 take 4k "$@"
PERFECT_SIZES=1440x900 PERFECT_SCALE=1.6 take larger "$@"
PERFECT_SIZES=1024x768 PERFECT_LANGUAGE=de take german "$@"

{
  echo '<!doctype html><meta charset="utf-8"><title>Pictures</title><style>body{background:#222;color:#eee;font:16px sans-serif}'
  echo 'img{width:48%;margin:.5%;vertical-align:top}</style>'
  (cd "$FOLDER" && find . -name '*.png' | LC_ALL=C sort -t/ -k3,3 -k2,2 |
    while read -r picture; do printf '<a href="%s"><img loading="lazy" src="%s" title="%s"></a>\n' "$picture" "$picture" "$picture"; done)
} >"$FOLDER/index.html"
say "look at $FOLDER/index.html"
