// SPDX-License-Identifier: GPL-3.0-or-later
//
// One line of the append-only log: what happened, why, and what led to it. Compact; its texts are
// rendered when read (core/events/texts.h). `seq` counts from 1 within a session.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/units.h"
#include "core/events/reasons.h"
#include "core/model/pod.h"

namespace perfect {

/// Numbers a decision rests on; their meaning stands beside each Reason.
using Facts = std::array<std::int64_t, 4>;

struct Event {
  std::uint64_t seq = 0;
  SimTime t = 0;
  std::uint64_t cause = 0;  ///< seq of the event that led to it; 0: a person, a lesson or the clock
  std::uint64_t root = 0;   ///< seq of the event the chain begins with (its own where cause is 0)
  Facts facts = {};
  std::shared_ptr<const std::string> text;  ///< one free text (an image, a diff); mostly absent
  ServiceIndex service = kNoService;
  PodOrdinal pod = kNoPod;
  std::int16_t version = -1;
  Reason reason = Reason::None;
};

}  // namespace perfect
