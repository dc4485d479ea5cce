// SPDX-License-Identifier: GPL-3.0-or-later
//
// Random commands and chaos against the planners; independent checks after every look, and in the end a calm phase
// in which everything must converge. A failure names its seed.
#include <QtTest>

#include "core/reconcile/fencepost.h"
#include "core/reconcile/status.h"
#include "tests/support/mini_engine.h"

using namespace perfect;
using test::MiniEngine;

namespace {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : m_state(seed * 2862933555777941757ULL + 3037000493ULL) {}
  int roll(int sides) {
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((m_state >> 33) % static_cast<std::uint64_t>(sides));
  }

 private:
  std::uint64_t m_state;
};

Strategy anyStrategy(Dice& dice) { return static_cast<Strategy>(dice.roll(4)); }

ServiceSpec anySpec(Dice& dice, Strategy strategy) {
  ServiceSpec s = MiniEngine::spec(strategy, 1 + dice.roll(9), "x@v0");
  s.rollout.maxSurge = {dice.roll(3) * 25, true};
  s.rollout.maxUnavailable = {dice.roll(3) * 25, true};
  s.rollout.pause = dice.roll(3) * 1000;
  s.rollout.progressDeadline = 10000;
  s.rollout.autoPromote = dice.roll(3) > 0;
  s.rollout.autoRollback = dice.roll(3) > 0;
  s.rollout.scaleDownDelay = dice.roll(4) * 1000;
  if (dice.roll(4) == 0) {
    s.rollout.analysis = Analysis{};
    s.rollout.analysis->count = 2;
  }
  if (dice.roll(4) == 0) s.autoscale = Autoscale{};
  return s;
}

bool bounded(const MiniEngine& e) {
  const Strategy strategy = e.state.spec->rollout.strategy;
  return (strategy == Strategy::Canary || strategy == Strategy::RollingUpdate) && e.rollout().stable != kNoVersion &&
         e.state.replicas > 0;
}

/// What must hold of one look: `before` is the state it saw.
QString wrong(const ServiceState& before, const MiniEngine& e) {
  const Plan& plan = e.last;
  const std::int32_t n = plan.replicas;
  const Rollout& rollout = before.spec->rollout;
  std::int32_t created = 0;
  std::int32_t sizedBefore = 0;
  for (const std::int32_t size : before.rollout.sizes) sizedBefore += size;
  for (const Action& action : plan.actions) {
    if (action.kind == ActionKind::Create) created += action.count;
    const bool counted = action.kind == ActionKind::Create || action.kind == ActionKind::Remove;
    if (counted && action.count <= 0) return QStringLiteral("an action without pods");
  }
  const PodCounts was = before.counts();
  const PodCounts is = e.state.counts();
  if (bounded(e)) {
    const std::int32_t most = std::max(n + maxSurge(rollout, n), sizedBefore);
    if (created > 0 && is.total() > most) return QStringLiteral("more than desired + surge");
    const std::int32_t least = n - maxUnavailable(rollout, n);
    if (is.available < std::min(was.available, least)) return QStringLiteral("fewer than desired - unavailable");
  }
  if (rollout.strategy == Strategy::BlueGreen) {
    const VersionIndex active = plan.rollout.active;
    const VersionIndex former = before.rollout.active;
    if (active == kNoVersion && before.rollout.stable == kNoVersion) return QStringLiteral("nobody serves");
    if (former != kNoVersion && active != former && before.rollout.stable != kNoVersion && n > 0 &&
        !plan.rollout.toStable) {
      const std::int32_t had = before.versions[static_cast<std::size_t>(former)].counts.available;
      const std::int32_t has = e.counts(active).available;
      if (has < n && has < had) return QStringLiteral("traffic moved to too few pods");
    }
  }
  if (plan.rollout.sizes.size() != before.versions.size()) return QStringLiteral("a version without a size");
  if (plan.wakeAt <= e.now) return QStringLiteral("a wake-up in the past");
  return {};
}

void disturb(MiniEngine& e, Dice& dice) {
  const auto versions = static_cast<int>(e.state.versions.size());
  switch (dice.roll(14)) {
    case 0:
    case 1:
      return e.image("x@v" + std::to_string(dice.roll(4)));
    case 2:
      return e.scale(dice.roll(9));
    case 3:
    case 4:
      return e.kill(dice.roll(versions), 1 + dice.roll(3));
    case 5:
      e.broken.insert(dice.roll(versions));
      return;
    case 6:
      e.broken.clear();
      return;
    case 7: {
      ServiceSpec s = anySpec(dice, anyStrategy(dice));
      s.podTemplate = e.state.spec->podTemplate;
      return e.apply(s);
    }
    case 8: {
      for (VersionState& v : e.state.versions) {
        v.servedMilli += 1000 * v.counts.ready;
        v.failedMilli += dice.roll(3) == 0 ? 100 * v.counts.ready : 0;
      }
      return;
    }
    case 9:
      e.state.load = {true, 0, dice.roll(900)};
      e.dirty = true;
      return;
    default:
      e.verb(static_cast<RolloutAction>(dice.roll(8)));
      return;
  }
}

QString stepChecked(MiniEngine& e) {
  e.now += 1000;
  e.agentOnly();
  const ServiceState before = e.state;
  const int looks = e.looks;
  e.tick();
  return e.looks == looks ? QString() : wrong(before, e);
}

/// Everything heals, every wait is ended: the service has to arrive somewhere and be quiet.
QString converge(MiniEngine& e) {
  e.broken.clear();
  if (e.state.replicas == 0) e.scale(2);
  e.verb(RolloutAction::Resume);
  for (int i = 0; i < 400; ++i) {
    e.verb(RolloutAction::PromoteFull);
    if (const QString why = stepChecked(e); !why.isEmpty()) return why;
  }
  for (int i = 0; i < 100; ++i) stepChecked(e);
  const RolloutState& rollout = e.state.rollout;
  if (!e.calm()) return QStringLiteral("never calm: ") + QString::fromStdString(statusOf(e.state).phrase());
  const bool forward = rollout.phase == RolloutPhase::Failed && !rollout.toStable;
  const VersionIndex target = rollout.toStable ? rollout.stable : rollout.updated;
  if (forward) return {};
  if (e.counts(target).available != e.state.replicas) return QStringLiteral("not all available");
  if (e.state.counts().total() != e.state.replicas) return QStringLiteral("other versions are left");
  if (e.state.serving() != e.state.replicas) return QStringLiteral("not all serve");
  return {};
}

}  // namespace

class ReconcileRandomTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anythingConverges();
};

void ReconcileRandomTest::anythingConverges() {
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    Dice dice(seed);
    MiniEngine e(anySpec(dice, anyStrategy(dice)));
    e.tick();
    for (int i = 0; i < 60; ++i) {
      if (dice.roll(3) == 0) disturb(e, dice);
      const QString why = stepChecked(e);
      QVERIFY2(why.isEmpty(), qPrintable(QStringLiteral("seed %1, t %2: %3").arg(seed).arg(e.now).arg(why)));
    }
    const QString why = converge(e);
    QVERIFY2(why.isEmpty(), qPrintable(QStringLiteral("seed %1, at the end: %2").arg(seed).arg(why)));
  }
}

QTEST_GUILESS_MAIN(ReconcileRandomTest)
#include "test_reconcile_random.moc"
