// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two rehearsals of one service side by side: each change of its state, and what became of it with either set of knobs.
// Pure; any thread (words: the GUI thread).
#pragma once

#include <QString>
#include <vector>

#include "core/alerts/rehearsal.h"

namespace perfect {

struct RehearsalRow {
  SimTime since = 0;  ///< when the change was
  AlertStatus status = AlertStatus::Down;
  QString now;    ///< "mail at 00:20.0", "none: it did not last", "held back: too soon after the last mail", …
  QString other;  ///< the same with the other knobs
  bool differs() const { return now != other; }
};

/// Oldest first. A change that neither has anything to say of is left out.
std::vector<RehearsalRow> rehearsalRows(const Rehearsal& now, const Rehearsal& other);

/// "DOWN", "UP", "SCALED", "coming up".
QString alertWord(AlertStatus status);
/// Why a rule holds a mail back, in three words.
QString ruleWord(AlertDecision rule);
/// When the rule that holds `state`'s mail back lets it go; kNever: none does.
SimTime heldUntil(const AlertState& state, const AlertSettings& settings);

}  // namespace perfect
