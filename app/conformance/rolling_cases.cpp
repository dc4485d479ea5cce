// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QStringList>

#include "app/conformance/cases.h"
#include "core/reconcile/progress.h"
#include "core/reconcile/rolling_update.h"

namespace perfect::conformance {

namespace {

constexpr IntOrPercent kNotGiven{0, false};

Strategy strategyOf(const QJsonObject& object) {
  return field(object, "strategy").toString() == QLatin1String("Recreate") ? Strategy::Recreate
                                                                           : Strategy::RollingUpdate;
}

Rollout rolling(const QJsonObject& object) { return rolloutOf(object, strategyOf(object), kNotGiven); }

Comparison single(const QJsonObject& object, const QJsonValue& got) {
  return {{{QStringLiteral("result"), field(object, "expected")}}, {{QStringLiteral("result"), got}}};
}

Comparison fencepost(const QJsonObject& c) {
  Comparison result;
  result.expected = {{QStringLiteral("surge"), field(c, "expectedSurge")},
                     {QStringLiteral("unavailable"), field(c, "expectedUnavailable")},
                     {QStringLiteral("error"), field(c, "expectError")}};
  const auto surge = intOrPercent(field(c, "maxSurge"), kNotGiven);
  const auto unavailable = intOrPercent(field(c, "maxUnavailable"), kNotGiven);
  const bool error = !surge || !unavailable;
  const Fenceposts posts = error ? Fenceposts{} : resolveFenceposts(*surge, *unavailable, number(c, "desired"));
  result.got = {{QStringLiteral("surge"), posts.surge},
                {QStringLiteral("unavailable"), posts.unavailable},
                {QStringLiteral("error"), error}};
  return result;
}

Comparison maxUnavailableCase(const QJsonObject& c) {
  return single(c, maxUnavailable(rolling(c), number(c, "replicas")));
}
Comparison minAvailableCase(const QJsonObject& c) { return single(c, minAvailable(rolling(c), number(c, "replicas"))); }
Comparison maxSurgeCase(const QJsonObject& c) { return single(c, maxSurge(rolling(c), number(c, "replicas"))); }

Comparison newReplicaSet(const QJsonObject& c) {
  const std::int32_t desired = number(c, "replicas");
  return single(c, newReplicaSetSize(strategyOf(c), desired, maxSurge(rolling(c), desired), number(c, "newRS"),
                                     number(c, "allReplicaSetsTotal")));
}

Comparison reconcileNew(const QJsonObject& c) {
  const std::int32_t desired = number(c, "replicas");
  const std::int32_t before = number(c, "newReplicas");
  const std::int32_t size = reconcileNewSize(desired, maxSurge(rolling(c), desired), before, number(c, "oldReplicas"));
  return {
      {{QStringLiteral("new"), field(c, "expectedNewReplicas")}, {QStringLiteral("scaled"), field(c, "scaleExpected")}},
      {{QStringLiteral("new"), size}, {QStringLiteral("scaled"), size != before}}};
}

Comparison cleanup(const QJsonObject& c) {
  std::vector<Side> old{{number(c, "oldReplicas"), number(c, "oldAvailable")}};
  const std::int32_t cleaned = cleanupUnhealthy(old, number(c, "maxCleanupCount"));
  return {{{QStringLiteral("cleaned"), field(c, "expectedCleanup")}}, {{QStringLiteral("cleaned"), cleaned}}};
}

Comparison scaleDown(const QJsonObject& c) {
  const std::int32_t desired = number(c, "replicas");
  const std::int32_t before = number(c, "oldReplicas");
  std::vector<Side> old{{before, before}};
  scaleDownOld(old, number(c, "available"), minAvailable(rolling(c), desired));
  return {
      {{QStringLiteral("old"), field(c, "expectedOldReplicas")}, {QStringLiteral("scaled"), field(c, "scaleExpected")}},
      {{QStringLiteral("old"), old.front().size}, {QStringLiteral("scaled"), old.front().size != before}}};
}

QString change(const char* side, std::int32_t before, std::int32_t after) {
  return QLatin1String(side) + (after > before ? QStringLiteral("+") : QStringLiteral("-")) +
         QString::number(std::abs(after - before));
}

/// Look after look, with pods that are available at once, until nothing changes.
Comparison sequence(const QJsonObject& c) {
  const std::int32_t desired = number(c, "replicas");
  const Fenceposts posts = fencepostsOf(rolling(c), desired);
  RollingSizes sides{{0, 0}, {{desired, desired}}};
  QJsonArray seen;
  while (true) {
    RollingSizes next = planRollingUpdate(desired, posts, sides);
    if (next == sides || seen.size() > 4 * desired + 4) break;
    if (next.newSide.size != sides.newSide.size) seen.append(change("new", sides.newSide.size, next.newSide.size));
    if (next.old[0].size != sides.old[0].size) seen.append(change("old", sides.old[0].size, next.old[0].size));
    next.newSide.available = next.newSide.size;
    next.old[0].available = next.old[0].size;
    sides = next;
  }
  return {{{QStringLiteral("sequence"), field(c, "expectedSequence")}}, {{QStringLiteral("sequence"), seen}}};
}

Comparison complete(const QJsonObject& c) {
  return single(
      c, rolloutComplete(number(c, "desired"), number(c, "updated"), number(c, "current"), number(c, "available")));
}

ProgressMark markOf(const QJsonObject& status) {
  const std::int32_t updated = number(status, "updated");
  return {updated, number(status, "replicas") - updated, number(status, "ready"), number(status, "available")};
}

Comparison progressing(const QJsonObject& c) {
  return single(c, progressed(markOf(field(c, "old").toObject()), markOf(field(c, "new").toObject())));
}

Comparison timedOut(const QJsonObject& c) {
  const QString reason = field(c, "progressingReason").toString();
  const DeadlineState state = reason == QLatin1String("NewReplicaSetAvailable")     ? DeadlineState::Complete
                              : reason == QLatin1String("ProgressDeadlineExceeded") ? DeadlineState::Exceeded
                                                                                    : DeadlineState::Running;
  const auto duration = [&c](const char* key) {
    return given(c, key) ? std::optional<Millis>{seconds(number(c, key))} : std::nullopt;
  };
  return single(c, deadlineExceeded(state, duration("progressDeadlineSeconds"), duration("secondsSinceLastProgress")));
}

}  // namespace

Runner rollingRunner(const QString& kind) {
  if (kind == QLatin1String("fencepost")) return fencepost;
  if (kind == QLatin1String("max_unavailable")) return maxUnavailableCase;
  if (kind == QLatin1String("min_available")) return minAvailableCase;
  if (kind == QLatin1String("max_surge")) return maxSurgeCase;
  if (kind == QLatin1String("new_rs_size")) return newReplicaSet;
  if (kind == QLatin1String("reconcile_new")) return reconcileNew;
  if (kind == QLatin1String("cleanup_unhealthy")) return cleanup;
  if (kind == QLatin1String("scale_down_old")) return scaleDown;
  if (kind == QLatin1String("sequence")) return sequence;
  if (kind == QLatin1String("complete")) return complete;
  if (kind == QLatin1String("progressing")) return progressing;
  if (kind == QLatin1String("timed_out")) return timedOut;
  return nullptr;
}

}  // namespace perfect::conformance
