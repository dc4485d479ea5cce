// SPDX-License-Identifier: GPL-3.0-or-later
//
// The planners against a second, plain implementation of the same rules (tests/simulation/model/controller.h): random
// services walk through time, and at every tick both say what they would do. A failure names the world's number.
#include <QtTest>

#include "core/reconcile/status.h"
#include "tests/simulation/model/controller.h"
#include "tests/simulation/model/controller_difference.h"
#include "tests/simulation/model/controller_world.h"

using namespace perfect;
using test::ControllerWorld;

namespace {

constexpr int kWorlds = 600;
constexpr int kTicks = 160;

/// An autoscaler that never sleeps, beside the planners' one which does: it must decide the same at the same times.
class WakefulScaler {
 public:
  std::string look(ControllerWorld& world, const Plan& decided) {
    if (!world.state.spec->autoscale) return {};
    if (m_state.enabledAt != world.state.autoscale.enabledAt) {
      m_state = decided.autoscale;
    } else {
      ServiceState wakeful = world.state;
      wakeful.autoscale = m_state;
      const Plan plan = modelReconcile(wakeful, world.now);
      m_state = plan.autoscale;
      if (plan.replicas != decided.replicas) {
        return "expected " + std::to_string(plan.replicas) + " replicas from an autoscaler that never sleeps, got " +
               std::to_string(decided.replicas);
      }
      if (plan.actions != decided.actions) return "an autoscaler that never sleeps tells something else";
    }
    if (m_state.nextAt == kNever && m_state.enabledAt != kNever) {
      const Millis period = world.state.spec->autoscale->period;
      m_state.nextAt = m_state.enabledAt + ((world.now - m_state.enabledAt) / period + 1) * period;
    }
    return {};
  }

 private:
  AutoscaleState m_state;
};

const char* kindWord(StatusKind kind) {
  switch (kind) {
    case StatusKind::Stable:
      return "Stable";
    case StatusKind::StartingUp:
      return "Starting up";
    case StatusKind::RollingOut:
      return "Rolling out";
    case StatusKind::Paused:
      return "Paused";
    case StatusKind::WaitingForPromotion:
      return "Waiting for promotion";
    case StatusKind::Analysing:
      return "Analysing";
    case StatusKind::Scaling:
      return "Scaling";
    case StatusKind::Degraded:
      return "Degraded";
    case StatusKind::ScaledToZero:
      return "Scaled to 0";
    case StatusKind::RolledBack:
      return "Rolled back";
    case StatusKind::Aborted:
      return "Aborted";
    case StatusKind::Failed:
      return "Failed";
    case StatusKind::Deleting:
      return "Deleting";
  }
  return "";
}

std::string compareStatus(const ServiceState& state) {
  const ServiceStatus got = statusOf(state);
  const std::string expected = modelStatusPhrase(state);
  if (got.phrase() != expected) return "expected \"" + expected + "\", got \"" + got.phrase() + "\"";
  if (got.phrase().rfind(kindWord(got.kind), 0) != 0) return "\"" + got.phrase() + "\" is of another kind";
  if (currentWeight(state) != modelWeight(state)) return "another weight";
  return {};
}

std::string compareVerbs(ControllerWorld& world) {
  for (int i = 0; i < 8; ++i) {
    const auto action = static_cast<RolloutAction>(i);
    const std::string difference =
        test::verbDifference(modelPlanVerb(world.state, action, world.now), planVerb(world.state, action, world.now));
    if (!difference.empty()) return "verb " + std::to_string(i) + ": " + difference;
  }
  const VersionIndex target = world.chance.below(static_cast<std::int32_t>(world.state.versions.size()));
  const std::string difference = test::planDifference(modelBeginRollout(world.state, target, world.now),
                                                      beginRollout(world.state, target, world.now));
  return difference.empty() ? difference : "a rollout to version " + std::to_string(target) + ": " + difference;
}

}  // namespace

class ControllerModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bothDecideTheSame();

 private:
  std::string tick(ControllerWorld& world, WakefulScaler& wakeful);

  int m_looks = 0;
  int m_actions = 0;
};

std::string ControllerModelTest::tick(ControllerWorld& world, WakefulScaler& wakeful) {
  if (world.chance.oneIn(3)) {
    if (std::string difference = compareVerbs(world); !difference.empty()) return difference;
  }
  if (const auto verb = world.verbNow()) {
    const auto answer = planVerb(world.state, *verb, world.now);
    if (answer) world.follow(answer.value());
  }
  const Plan expected = modelReconcile(world.state, world.now);
  const Plan got = reconcile(world.state, world.now);
  if (std::string difference = test::planDifference(expected, got); !difference.empty()) return difference;
  ++m_looks;
  m_actions += static_cast<int>(got.actions.size());
  if (std::string difference = wakeful.look(world, got); !difference.empty()) return difference;
  if (world.due()) {
    world.obey(got);
  } else if (std::string missed = test::decides(world.state, expected); !missed.empty()) {
    return "nobody would have looked, but: " + missed;
  }
  return compareStatus(world.state);
}

void ControllerModelTest::bothDecideTheSame() {
  for (std::uint64_t seed = 1; seed <= kWorlds; ++seed) {
    ControllerWorld world(seed);
    WakefulScaler wakeful;
    for (int i = 0; i < kTicks && !world.gone(); ++i) {
      const std::string difference = tick(world, wakeful);
      if (difference.empty()) {
        world.live();
        continue;
      }
      const std::string message = "world " + std::to_string(seed) + ", t " + std::to_string(world.now) + ": " +
                                  difference + "\n" + test::describe(world.state);
      QFAIL(message.c_str());
    }
  }
  qInfo("%d looks, %d actions", m_looks, m_actions);
  QVERIFY(m_looks > 50000);
}

QTEST_GUILESS_MAIN(ControllerModelTest)
#include "test_controller_model.moc"
