#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The rooms of the house and who may look into which: core knows nothing of app, the edges of app know nothing of
# one another, and everything outside the runtime reads snapshots.
set -euo pipefail
root=$1
failed=0
fault() {
  echo "$1" >&2
  failed=1
}

# no ROOM OTHER…: no file of ROOM includes anything of the others.
no() {
  local room=$1 other found
  shift
  [ -d "$root/$room" ] || return 0
  for other in "$@"; do
    found=$(grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[\"<]$other/" "$root/$room" --include='*.h' --include='*.cpp' || true)
    [ -z "$found" ] || fault "$room must not include $other:"$'\n'"$found"
  done
}
no core app tests
no app/runtime app/rest app/desktop app/cli app/mail app/session
no app/rest app/desktop app/mail app/session app/cli
no app/desktop app/rest app/mail app/session app/cli
no app/mail app/rest app/desktop app/session
no app/session app/rest app/desktop app/mail
no app tests

waiting=$(grep -rnE 'BlockingQueuedConnection|processEvents[[:space:]]*\(|QThread::m?u?sleep|this_thread::sleep' "$root/app" "$root/core" \
  --include='*.h' --include='*.cpp' || true)
[ -z "$waiting" ] || fault "app and core never wait or pump events:"$'\n'"$waiting"

names=$(find "$root/app" "$root/core" "$root/tests" \( -name '*.h' -o -name '*.cpp' \) -printf '%f\n' | grep -vE '^[a-z0-9_]+\.(h|cpp)$' || true)
[ -z "$names" ] || fault "file names are in snake_case: $names"

guards=$(find "$root/app" "$root/core" "$root/tests" -name '*.h' -exec grep -L '^#pragma once$' {} + || true)
[ -z "$guards" ] || fault "headers without #pragma once: $guards"

# Everything is in one namespace, and the linker takes any one of two inline destructors of one name: each type has a
# name of its own. Nested types are written with their owner's name, those of one file stand in its unnamed namespace.
twice=$(grep -rnE '^(struct|class|enum class) [A-Za-z]+( final)?( :[^;]*)? \{' "$root/app" "$root/core" --include='*.h' |
  sed -E 's/^[^:]+:[0-9]+:(enum class|struct|class) ([A-Za-z]+).*/\2/' | sort | uniq -d)
for name in $twice; do
  fault "the type $name is defined more than once:"$'\n'"$(grep -rnE "^(struct|class|enum class) $name\b.*\{" "$root/app" "$root/core" --include='*.h')"
done
exit $failed
