// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window shows at one moment. Views are fed with it and never ask the controller themselves,
// so that each can be shown and tested without one.
// Thread rule: a value; the snapshot inside is immutable.
#pragma once

#include <memory>

#include "app/runtime/controller.h"
#include "core/snapshot/snapshot.h"

namespace perfect {

struct Frame {
  std::shared_ptr<const Snapshot> snapshot;  ///< null: nothing to show yet
  ClockState clock;
  PlayState play;
};

/// What the person looks at: a service, and maybe one of its pods.
struct Focus {
  QString service;          ///< empty: none
  PodOrdinal pod = kNoPod;  ///< kNoPod: the service as a whole
  bool operator==(const Focus&) const = default;
};

}  // namespace perfect
