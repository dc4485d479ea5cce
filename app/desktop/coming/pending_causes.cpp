// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/coming/pending_causes.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/desktop/words.h"

namespace perfect {
namespace {

QString podDue(const Pod& pod) {
  switch (pod.state) {
    case PodState::Starting:
      return QCoreApplication::translate("PendingCause", "%1 starts");
    case PodState::BackOff:
      return QCoreApplication::translate("PendingCause", "%1 restarts");
    case PodState::Stopping:
    case PodState::Terminating:
      return QCoreApplication::translate("PendingCause", "%1 has stopped");
    default:
      return {};
  }
}

void addPods(const ServiceEntry& entry, std::vector<PendingCause>& causes) {
  if (entry.pods->size() > kSmallService) return;
  const ServiceState& s = *entry.state;
  entry.pods->forEach(0, [&](const Pod& pod) {
    const QString sentence = podDue(pod);
    if (pod.due == kNever || sentence.isEmpty()) return true;
    const QString name =
        words::text(podName(s.spec->name, s.versions[static_cast<std::size_t>(pod.version)].hash, pod.ordinal));
    causes.push_back({sentence.arg(name),
                      QCoreApplication::translate("PendingCause", "Show this pod"),
                      pod.due,
                      {words::text(s.spec->name), pod.ordinal}});
    return true;
  });
}

}  // namespace

std::vector<PendingCause> pendingCauses(const Snapshot& snapshot) {
  std::vector<PendingCause> causes;
  for (const ServiceEntry& entry : snapshot.services) {
    const ServiceState& s = *entry.state;
    const QString name = words::text(s.spec->name);
    const std::size_t before = causes.size();
    addPods(entry, causes);
    const bool podsTell = causes.size() > before;
    for (const Waiting& waiting : s.waiting) {
      // Pods that start, stop or back off stand here one by one where the service is small.
      const bool told = podsTell && (waiting.what == WaitFor::BackOff || waiting.what == WaitFor::PodsStarting ||
                                     waiting.what == WaitFor::Drain);
      if (waiting.until == kNever || waiting.what == WaitFor::Tick || told) continue;
      const QString what = waiting.what == WaitFor::ProgressDeadline
                               ? QCoreApplication::translate("PendingCause", "progress deadline")
                               : words::text(waitingFor(waiting, s));
      causes.push_back(
          {name + QStringLiteral(": ") + what, words::text(waitingReason(waiting, s)), waiting.until, {name, kNoPod}});
    }
  }
  const auto sooner = [](const PendingCause& a, const PendingCause& b) { return a.at < b.at; };
  std::stable_sort(causes.begin(), causes.end(), sooner);
  if (causes.size() > kMostPendingCauses) causes.resize(kMostPendingCauses);
  return causes;
}

}  // namespace perfect
