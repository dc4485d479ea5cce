// SPDX-License-Identifier: GPL-3.0-or-later
//
// A request's body as JSON, at most 64 levels deep. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

#include "core/base/result.h"

namespace perfect {

inline constexpr int kMostJsonLevels = 64;

/// The error says what is wrong with it, and where.
Result<QJsonDocument, QString> parseJsonBody(const QByteArray& body);

}  // namespace perfect
