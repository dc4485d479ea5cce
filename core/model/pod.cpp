// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pod.h"

namespace perfect {

const char* podStatus(const Pod& pod) {
  switch (pod.state) {
    case PodState::Absent:
      return "Pending";
    case PodState::Starting:
      return "Starting";
    case PodState::Running:
    case PodState::Stopping:
      return "Running";
    case PodState::BackOff:
      return "CrashLoopBackOff";
    case PodState::Terminating:
      return "Terminating";
  }
  return "Pending";
}

const char* podPhase(const Pod& pod) {
  return pod.state == PodState::Starting && pod.restarts == 0 ? "Pending" : "Running";
}

}  // namespace perfect
