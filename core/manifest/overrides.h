// SPDX-License-Identifier: GPL-3.0-or-later
//
// `--set PATH=VALUE`: changes a document's tree before it is read, as if the text had said so. Shared nodes
// (aliases) are never changed: the path to the changed field is copied. One thread at a time.
#pragma once

#include <string>

#include "core/manifest/faults.h"

namespace perfect {

/// Reports overrides whose path is malformed; true when all are usable.
bool checkOverrides(Faults& faults);

/// The root of the document with every override applied, missing parents created. One that cannot be applied
/// is reported and skipped. Requires checkOverrides().
NodeId applyOverrides(Reading& reading, NodeId root);

}  // namespace perfect
