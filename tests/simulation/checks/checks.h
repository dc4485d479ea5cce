// SPDX-License-Identifier: GPL-3.0-or-later
//
// One function for each file of checks; each makes its checker with an empty memory.
#pragma once

#include <memory>

#include "tests/simulation/moment.h"

namespace perfect::storm {

std::unique_ptr<Checker> checkCounters();
std::unique_ptr<Checker> checkHistory();
std::unique_ptr<Checker> checkPodLife();
std::unique_ptr<Checker> checkPorts();
std::unique_ptr<Checker> checkPlaces();
std::unique_ptr<Checker> checkSurge();
std::unique_ptr<Checker> checkAvailability();
std::unique_ptr<Checker> checkServing();
std::unique_ptr<Checker> checkBlueGreen();
std::unique_ptr<Checker> checkCanary();
std::unique_ptr<Checker> checkRecreate();
std::unique_ptr<Checker> checkRollout();
std::unique_ptr<Checker> checkDeadline();
std::unique_ptr<Checker> checkAutoscale();
std::unique_ptr<Checker> checkAlerts();
std::unique_ptr<Checker> checkWaiting();
std::unique_ptr<Checker> checkVictims();
std::unique_ptr<Checker> checkChaos();
std::unique_ptr<Checker> checkCommands();
std::unique_ptr<Checker> checkRequests();

}  // namespace perfect::storm
