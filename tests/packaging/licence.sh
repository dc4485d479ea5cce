#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every source says under which licence it stands, in its first two lines, and the licence's text is there.
set -euo pipefail
cd "$1"
mapfile -d '' -t files < <(find app core tests packaging .ci CMakeLists.txt .clang-format .clang-tidy \
  \( -name '*.h' -o -name '*.cpp' -o -name '*.sh' -o -name '*.supp' -o -name 'CMakeLists.txt' -o -name '*.cmake' \
  -o -name run -o -name '.clang-*' \) -type f -print0)
failed=0
for file in "${files[@]}"; do
  if ! head -n 2 "$file" | grep -q 'SPDX-License-Identifier: GPL-3\.0-or-later'; then
    echo "$file: its first lines lack 'SPDX-License-Identifier: GPL-3.0-or-later'" >&2
    failed=1
  fi
done
grep -q 'GNU GENERAL PUBLIC LICENSE' LICENSE && grep -q 'Version 3, 29 June 2007' LICENSE || { echo "LICENSE is not the GPL, version 3" >&2; failed=1; }
exit $failed
