// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour_steps.h"

#include "app/desktop/tour/tour.h"

namespace perfect {
namespace {

using Room = Workspace::Room;

QStringList objectNames(std::initializer_list<const char*> list) {
  QStringList all;
  for (const char* name : list) all << QString::fromLatin1(name);
  return all;
}

bool wasApplied(const TourSight& sight) {
  return sight.service != nullptr &&
         (sight.happened.contains(Reason::Applied) || sight.happened.contains(Reason::Configured) ||
          sight.happened.contains(Reason::Unchanged));
}

bool podsWereMade(const TourSight& sight) {
  return sight.service != nullptr && sight.frame->clock.t > sight.since && sight.service->counts().total() > 0;
}

bool allReady(const TourSight& sight) {
  return sight.service != nullptr && !sight.frame->clock.paused &&
         sight.service->counts().ready >= sight.service->replicas;
}

bool podWasChosen(const TourSight& sight) {
  return sight.focus.pod != kNoPod && sight.focus.service == QLatin1String(kTourService);
}

bool podWasKilled(const TourSight& sight) { return sight.happened.contains(Reason::ChaosKilled); }

bool whyIsShown(const TourSight& sight) { return sight.room == Room::Why; }

bool wasPromoted(const TourSight& sight) { return sight.happened.contains(Reason::Promoted); }

std::vector<TourStep> declareSteps() {
  return {
      {.id = QLatin1String("welcome"),
       .title = Tour::tr("Welcome to the Grid"),
       .text =
           Tour::tr("You say what you want. A controller makes it so, and keeps it so. Twelve short steps show how, on "
                    "the real window: four minutes."),
       .task = {},
       .done = {},
       .targets = {},
       .doneTargets = {},
       .room = std::nullopt,
       .stage = TourStage::Absent},
      {.id = QLatin1String("desired"),
       .title = Tour::tr("Desired: what you want"),
       .text =
           Tour::tr("A manifest declares a service: here 4 pods of version v1. A pod is one running copy of a program. "
                    "You never start a pod yourself; you say how many."),
       .task = Tour::tr("Press Apply."),
       .done =
           Tour::tr("Declared. The clock stands still for a moment, so nothing has happened yet: applied is not done."),
       .targets = objectNames({"apply", "desiredPage"}),
       .doneTargets = {},
       .room = Room::Desired,
       .stage = TourStage::Absent,
       .deed = TourDeed::Press,
       .achieved = wasApplied},
      {.id = QLatin1String("tick"),
       .title = Tour::tr("The controller looks"),
       .text =
           Tour::tr("Desired is 4, actual is 0. Once a second, at a tick of the clock, the controller compares the two "
                    "and does what is missing."),
       .task = Tour::tr("Press Step: time goes on to just behind the next tick."),
       .done = Tour::tr("One look, four new pods. They are there, but not yet ready."),
       .targets = objectNames({"step", "diffPage"}),
       .doneTargets = objectNames({"grid", "diffPage"}),
       .room = Room::Diff,
       .stage = TourStage::Declared,
       .deed = TourDeed::Press,
       .achieved = podsWereMade},
      {.id = QLatin1String("ready"),
       .title = Tour::tr("Running is not ready"),
       .text = Tour::tr("A pod starts, then runs. Its readiness probe asks: can you serve? Only after a yes does the "
                        "balancer send traffic, the light on the Grid."),
       .task = Tour::tr("Press Resume and watch."),
       .done = Tour::tr("4 of 4 ready. Actual is what you desired."),
       .targets = objectNames({"pause", "grid"}),
       .doneTargets = objectNames({"grid", "services"}),
       .room = Room::Diff,
       .stage = TourStage::Declared,
       .deed = TourDeed::Resume,
       .achieved = allReady},
      {.id = QLatin1String("grid"),
       .title = Tour::tr("The Grid and the services"),
       .text = Tour::tr(
           "Each service has a sector, each pod a tile: shape, word and colour say its state. At the left each "
           "service has one phrase: Stable, Rolling out, Degraded …"),
       .task = Tour::tr("Click a pod (or use the arrow keys)."),
       .done = Tour::tr("Its inspector opens at the side: state, probes, restarts, and how it came to be."),
       .targets = objectNames({"grid", "services"}),
       .doneTargets = objectNames({"whyPage", "grid"}),
       .room = Room::Diff,
       .stage = TourStage::Stable,
       .deed = TourDeed::ChoosePod,
       .achieved = podWasChosen},
  };
}

std::vector<TourStep> troubleSteps() {
  return {
      {.id = QLatin1String("kill"),
       .title = Tour::tr("Break something"),
       .text =
           Tour::tr("Chaos shows what a system is worth. A kill removes a pod for good, as when its machine is lost."),
       .task = Tour::tr("Press Kill."),
       .done = Tour::tr("One pod dissolves. Desired is still 4, so one is missing now."),
       .targets = objectNames({"kill", "grid"}),
       .doneTargets = objectNames({"grid"}),
       .room = Room::Chaos,
       .stage = TourStage::Stable,
       .deed = TourDeed::Press,
       .achieved = podWasKilled},
      {.id = QLatin1String("heal"),
       .title = Tour::tr("It heals itself"),
       .text = Tour::tr(
           "At its next look the controller counts 3 where 4 are desired, and makes a new pod with a new name. "
           "Nobody told it to: the difference did."),
       .task = Tour::tr("Watch until all pods are ready."),
       .done = Tour::tr("4 of 4 again. Desired did not change; actual came back to it."),
       .targets = objectNames({"grid", "services"}),
       .doneTargets = {},
       .room = std::nullopt,
       .stage = TourStage::Stable,
       .deed = TourDeed::None,
       .achieved = allReady},
      {.id = QLatin1String("why"),
       .title = Tour::tr("Why?"),
       .text = Tour::tr("Everything that happens is an event, and each knows the event that led to it."),
       .task = Tour::tr("Double-click an event (or choose one with the arrow keys and press Enter)."),
       .done = Tour::tr("Read it from the top: the chain goes back to the command it began with."),
       .targets = objectNames({"events"}),
       .doneTargets = objectNames({"whyPage"}),
       .room = Room::Diff,
       .stage = TourStage::Stable,
       .deed = TourDeed::AskWhy,
       .achieved = whyIsShown},
      {.id = QLatin1String("canary"),
       .title = Tour::tr("A new version, carefully"),
       .text = Tour::tr(
           "A canary rollout tries the new version on some pods first. Half of them run it now, and the rollout "
           "waits. A mistake would hit only half of the users."),
       .task = Tour::tr("Press Promote: take the next step."),
       .done = Tour::tr("The new version takes over, pod by pod; never fewer than 4 are ready."),
       .targets = objectNames({"verb0", "grid"}),
       .doneTargets = objectNames({"grid", "rolloutPage"}),
       .room = Room::Rollout,
       .stage = TourStage::Canary,
       .deed = TourDeed::Press,
       .achieved = wasPromoted},
  };
}

std::vector<TourStep> closingSteps() {
  return {
      {.id = QLatin1String("time"),
       .title = Tour::tr("Time is yours"),
       .text = Tour::tr(
           "Pause (Space) and look closely. Step (.) from tick to tick. Run faster (Ctrl and +) or slower. The "
           "same seed and the same commands give the same history."),
       .task = Tour::tr("Press Pause."),
       .done = Tour::tr("The clock stands. Countdowns stand with it; Next lets it run again."),
       .targets = objectNames({"pause", "step", "speed"}),
       .doneTargets = {},
       .room = std::nullopt,
       .stage = TourStage::Any,
       .deed = TourDeed::Pause,
       .achieved = [](const TourSight& sight) { return sight.pausedMeanwhile; }},
      {.id = QLatin1String("help"),
       .title = Tour::tr("Help knows the rest"),
       .text = Tour::tr(
           "F1 opens the page about what you are using: what it is, what it is called in Kubernetes, and where we "
           "differ. A question mark (?) lists every key."),
       .task = Tour::tr("Press F1, or Help in the top bar."),
       .done = Tour::tr("Close it when you have seen enough; it waits behind F1."),
       .targets = objectNames({"help"}),
       .doneTargets = {},
       .room = std::nullopt,
       .stage = TourStage::Any,
       .deed = TourDeed::OpenHelp,
       .achieved = [](const TourSight& sight) { return sight.helpOpened; }},
      {.id = QLatin1String("demo"),
       .title = Tour::tr("Now the whole show"),
       .text = Tour::tr(
           "Play Demo tells it all in 75 seconds: rollouts, chaos, healing, load and autoscaling. It plays in a "
           "world of its own; Stop brings yours back."),
       .task = Tour::tr("Press Play Demo."),
       .done = {},
       .targets = objectNames({"playDemo"}),
       .doneTargets = {},
       .room = std::nullopt,
       .stage = TourStage::Any,
       .deed = TourDeed::PlayDemo,
       .achieved = [](const TourSight& sight) { return sight.frame->play.playing; }},
  };
}

}  // namespace

std::vector<TourStep> tourSteps() {
  std::vector<TourStep> all = declareSteps();
  for (auto&& part : {troubleSteps(), closingSteps()}) all.insert(all.end(), part.begin(), part.end());
  return all;
}

QString tourManifest(int version) {
  return QStringLiteral(R"(# What is desired. The controller makes it so.
apiVersion: v1
kind: Service
metadata:
  name: %1
spec:
  replicas: 4
  image: local://demo@v%2
  readinessProbe:
    httpGet: { path: /healthz }
    periodSeconds: 1
  simulation:
    bootSeconds: 2
  rollout:
    strategy: Canary
    steps:
      - percent: 50
        pause: manual
      - percent: 100
)")
      .arg(QLatin1String(kTourService))
      .arg(version);
}

}  // namespace perfect
