#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every text of the window is in every translation, translated, with the same places to fill in. Where one is missing:
#   lupdate -I . -locations none -no-ui-lines app/desktop app/start -ts resources/translations/perfect_de.ts
# and translate what is then unfinished. What core says is in core_de.ts, what Play Demo and the
# lessons say in show_de.ts, both written by hand: the test desktop.wording.
set -eu
cd "$(dirname "$0")/../.."
lupdate=
for candidate in lupdate6 lupdate-qt6 /usr/lib/qt6/bin/lupdate; do
  if command -v "$candidate" >/dev/null; then lupdate=$candidate && break; fi
done
[ -n "$lupdate" ] || { echo "lupdate is not here (package qt6-l10n-tools)"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp resources/translations/perfect_*.ts "$work"
for ts in "$work"/*.ts; do
  "$lupdate" -silent -I . -no-obsolete -locations relative -no-ui-lines app/desktop app/start -ts "$ts" 2>/dev/null
done
python3 - "$work"/*.ts <<'PYTHON'
import re, sys
import xml.etree.ElementTree as tree

faults = 0
for path in sys.argv[1:]:
    messages = 0
    for context in tree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            messages += 1
            source = message.findtext("source") or ""
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            place = message.find("location")
            where = "" if place is None else f"{place.get('filename')}:{place.get('line')}: "
            fills = sorted(re.findall(r"%\d|%n|%L\d", source))
            if translation.get("type") == "unfinished" or not all(forms):
                print(f"{path.split('/')[-1]}: {where}not translated in {context.findtext('name')}: {source!r}")
                faults += 1
            elif any(sorted(re.findall(r"%\d|%n|%L\d", form)) != fills for form in forms):
                print(f"{path.split('/')[-1]}: {where}other places to fill in: {source!r}: {forms!r}")
                faults += 1
    if messages < 500:
        print(f"{path}: only {messages} texts were found")
        faults += 1
sys.exit(1 if faults else 0)
PYTHON
