// SPDX-License-Identifier: GPL-3.0-or-later
//
// A load pattern as JSON, with the words of a scenario's `pattern`:
// {"shape":"ramp","from":0,"to":300,"period":"60s","every":"1s","for":"5m","unit":"demand"}
// Pure; any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"
#include "core/model/command.h"

namespace perfect {

/// The error says which member is wrong and what is expected.
Result<LoadPattern, QString> parseLoadPattern(const QByteArray& json);

}  // namespace perfect
