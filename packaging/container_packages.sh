#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the packages that hold what a program's loader fetches, one a line; on the Debian or Ubuntu that built it.
# Usage: container_packages.sh PROGRAM
set -euo pipefail
libraries=$(ldd "$1")
if grep -q 'not found' <<<"$libraries"; then
  grep 'not found' <<<"$libraries" >&2
  exit 1
fi
{
  # The package list has some libraries below /lib and some below /usr/lib; on the disk they are one folder.
  awk '$3 ~ /^\// {print $3}' <<<"$libraries" | xargs -n 1 readlink -f | sed 's#^\(/usr\)\?/lib/#*/lib/#' | xargs dpkg-query -S |
    sed 's/:.*//'
  # A driver is a plugin, which no loader lists.
  if grep -q libQt6Sql <<<"$libraries"; then echo libqt6sql6-sqlite; fi
} | sort -u
