// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person set for every start: the simulation and the REST server. The command line and the environment win over
// it, and it wins over the defaults. The API key is not here: it is kept in the desktop's keychain.
// Thread rule: values; load() and save() from one thread.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "core/base/units.h"

namespace perfect {

struct Preferences {
  std::optional<Millis> tick;         ///< 10 … 60000
  std::optional<std::uint64_t> seed;  ///< does not win over a scenario's own
  bool rest = true;                   ///< false: no REST server
  QString host;                       ///< an IP literal or "localhost"; empty: the default
  std::optional<quint16> port;        ///< 0: a free one
  bool requireKey = false;            ///< the key in the keychain guards routes that change something
  QString language;                   ///< "de"; empty: the system's
  bool operator==(const Preferences&) const = default;
};

/// The bounds that the command line has too; empty: good. Else what is expected.
QString tickFault(qlonglong tick);
QString hostFault(const QString& host);

/// `faults`: what is stored but no good, by name; it counts as not set.
Preferences loadPreferences(QStringList* faults = nullptr);
void savePreferences(const Preferences& preferences);

}  // namespace perfect
