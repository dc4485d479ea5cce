// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything happens at its place: the controller acts at ticks only, an accepted change comes from a Command, and what
// pods do by themselves comes from the Agent.
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

enum : unsigned { kAgents = 1, kCommand = 2, kTick = 4 };

unsigned placesOf(Reason reason) {
  switch (reason) {
    case Reason::Applied:
    case Reason::Configured:
    case Reason::Unchanged:
    case Reason::Scaled:
    case Reason::ReplicasOverridden:
    case Reason::ImageSet:
    case Reason::LoadSet:
    case Reason::LoadPatternStarted:
    case Reason::DeleteRequested:
    case Reason::TickSet:
    case Reason::RolloutStarted:
    case Reason::RolloutPaused:
    case Reason::RolloutResumed:
    case Reason::Promoted:
    case Reason::RolloutRetried:
    case Reason::RolloutUndone:
    case Reason::RolloutRestarted:
    case Reason::ChaosScheduled:
    case Reason::ChaosStopped:
    case Reason::HealthSwitched:
    case Reason::AlertSettingsSet:
    case Reason::MailSent:
    case Reason::MailDeferred:
    case Reason::MailFailed:
      return kCommand;
    case Reason::SetWeight:
    case Reason::RolloutAborted:
      return kCommand | kTick;
    case Reason::LoadPatternEnded:
    case Reason::ChaosKilled:
    case Reason::ChaosCrashed:
    case Reason::ChaosLimited:
    case Reason::BackOff:
      return kCommand | kAgents;
    case Reason::Started:
    case Reason::Ready:
    case Reason::Unready:
    case Reason::Unhealthy:
    case Reason::Killing:
    case Reason::ContainerDied:
    case Reason::Restarted:
    case Reason::PodGone:
    case Reason::ChaosScheduleEnded:
    case Reason::SessionStarted:
      return kAgents;
    default:
      return kTick;
  }
}

class Places : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    // A pod that needs no time to start is running in the instant of the tick that made it.
    const unsigned here = m.stage == Stage::Command ? kCommand : m.stage == Stage::Agents ? kAgents : kAgents | kTick;
    for (const Event& e : *m.events) {
      const unsigned places = placesOf(e.reason);
      f.expect((places & here) != 0, "places", [&] { return "not the place for " + told(e); });
      f.expect(places != kTick || m.ticked, "places",
               [&] { return "the controller acts between its ticks: " + told(e); });
    }
  }
};

}  // namespace

std::unique_ptr<Checker> checkPlaces() { return std::make_unique<Places>(); }

}  // namespace perfect::storm
