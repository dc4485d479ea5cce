// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/texts.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

Checkers allCheckers() {
  Checkers checkers;
  for (const auto& make :
       {checkCounters, checkHistory,   checkPodLife, checkPorts,    checkPlaces,   checkSurge,    checkAvailability,
        checkServing,  checkBlueGreen, checkCanary,  checkRecreate, checkRollout,  checkDeadline, checkAutoscale,
        checkAlerts,   checkWaiting,   checkVictims, checkChaos,    checkCommands, checkRequests}) {
    checkers.push_back(make());
  }
  return checkers;
}

std::string told(const Event& event) {
  std::string text = std::string(info(event.reason).code) + " (event " + std::to_string(event.seq) + ", " +
                     std::to_string(event.t) + " ms";
  if (event.service != kNoService) text += ", service " + std::to_string(event.service);
  if (event.pod != kNoPod) text += ", pod " + std::to_string(event.pod);
  if (event.version >= 0) text += ", version " + std::to_string(event.version);
  text += ", facts";
  for (const std::int64_t fact : event.facts) text += " " + std::to_string(fact);
  return text + ")";
}

}  // namespace perfect::storm
