#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
exec "$1/packaging/format.sh" --check
