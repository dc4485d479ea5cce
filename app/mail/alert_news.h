// SPDX-License-Identifier: GPL-3.0-or-later
//
// What there is to tell about an alert that is due: the alert itself, and what a Snapshot that shows it adds
// (version, causes). Pure; any thread.
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>

#include "core/alerts/alert.h"
#include "core/events/texts.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

/// An AlertDown or AlertUp of the history. Times are simulated; epochMs + t is the calendar's.
struct DueAlert {
  std::int64_t epochMs = 0;
  std::uint64_t seq = 0;
  std::string service;
  AlertStatus status = AlertStatus::Down;  ///< Down or Up
  SimTime t = 0;
  SimTime since = 0;  ///< when the state began that it tells of
  Millis downFor = 0;
  std::int64_t ready = 0;
  std::int64_t desired = 0;
  std::uint64_t answers = 0;  ///< Up: seq of the DOWN that it answers; 0: none was told in this process
};
/// Nothing where the event is no alert that is due.
std::optional<DueAlert> dueAlert(const Event& event, const Names& names, std::int64_t epochMs);

struct AlertNews {
  DueAlert alert;
  QString version;     ///< "v1", "v2, and v1 still there"; empty: not known any more
  QString phase;       ///< the service's status phrase then ("Rolling out 2/4"); empty: not known
  QStringList causes;  ///< oldest first, the alert itself left out; one line each, at most kMostCauses
};
inline constexpr int kMostCauses = 6;

/// `snapshot` may be of another world, or older or much younger than the alert: what it does not show is left out.
AlertNews newsOf(const DueAlert& alert, const Snapshot& snapshot);

/// Whether the snapshot shows the alert's world at the alert or later.
bool shows(const Snapshot& snapshot, const DueAlert& alert);

}  // namespace perfect
