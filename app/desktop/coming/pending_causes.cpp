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
                      {words::text(s.spec->name), pod.ordinal},
                      false});
    return true;
  });
}

bool forPerson(WaitFor what) {
  return what == WaitFor::Promotion || what == WaitFor::UserResume || what == WaitFor::Retry;
}

/// One for all services: the controller looks at them at one go.
void addTick(const Snapshot& snapshot, std::vector<PendingCause>& causes) {
  QStringList names;
  const Waiting* tick = nullptr;
  const ServiceState* first = nullptr;
  for (const ServiceEntry& entry : snapshot.services) {
    for (const Waiting& waiting : entry.state->waiting) {
      if (waiting.what != WaitFor::Tick) continue;
      if (tick == nullptr || waiting.until < tick->until) tick = &waiting;
      if (first == nullptr) first = entry.state.get();
      names << words::text(entry.state->spec->name);
    }
  }
  if (tick == nullptr) return;
  const QString who =
      names.size() > 2
          ? QCoreApplication::translate("PendingCause", "%1 and %2 more").arg(names.front()).arg(names.size() - 1)
          : names.join(QStringLiteral(", "));
  causes.push_back({who + QStringLiteral(": ") + words::text(waitingFor(*tick, *first)),
                    words::text(waitingReason(*tick, *first)),
                    tick->until,
                    {names.front(), kNoPod},
                    false});
}

void addWaits(const ServiceState& s, bool podsTell, std::vector<PendingCause>& causes) {
  const QString name = words::text(s.spec->name);
  for (const Waiting& waiting : s.waiting) {
    // Pods that start, stop or back off stand here one by one where the service is small.
    const bool told = podsTell && (waiting.what == WaitFor::BackOff || waiting.what == WaitFor::PodsStarting ||
                                   waiting.what == WaitFor::Drain);
    if (waiting.what == WaitFor::Tick || told) continue;
    const QString what = waiting.what == WaitFor::ProgressDeadline
                             ? QCoreApplication::translate("PendingCause", "progress deadline")
                             : words::text(waitingFor(waiting, s));
    causes.push_back({name + QStringLiteral(": ") + what,
                      words::text(waitingReason(waiting, s)),
                      waiting.until,
                      {name, kNoPod},
                      forPerson(waiting.what)});
  }
}

}  // namespace

std::vector<PendingCause> pendingCauses(const Snapshot& snapshot) {
  std::vector<PendingCause> causes;
  addTick(snapshot, causes);
  for (const ServiceEntry& entry : snapshot.services) {
    const std::size_t before = causes.size();
    addPods(entry, causes);
    addWaits(*entry.state, causes.size() > before, causes);
  }
  // What a person has to do comes before what has no time at all.
  const auto sooner = [](const PendingCause& a, const PendingCause& b) {
    return a.at != b.at ? a.at < b.at : a.person && !b.person;
  };
  std::stable_sort(causes.begin(), causes.end(), sooner);
  if (causes.size() > kMostPendingCauses) causes.resize(kMostPendingCauses);
  return causes;
}

}  // namespace perfect
