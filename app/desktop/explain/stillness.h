// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why is nothing happening?": what is awaited, by whom and until when, service by service; or that all is as
// desired, or that the clock stands. Pure; the GUI thread (translations).
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "app/desktop/frame.h"

namespace perfect {

struct StillLine {
  enum class Way { None, RunClock, Apply };
  QString service;  ///< empty: about the world as a whole
  QString text;     ///< "api waits for the canary pause after step 2 of 3 (50 %)"
  QString why;      ///< a sentence for a beginner; may be empty
  SimTime until = kNever;
  std::vector<RolloutAction> verbs;  ///< what a person can do about it now
  Way way = Way::None;               ///< the way on, where it is no verb
};

/// The clock first, then who waits, then who is as desired.
std::vector<StillLine> whyStill(const Frame& frame);

/// "Promote", as the button on the rollout page is called.
QString verbName(RolloutAction action);

}  // namespace perfect
