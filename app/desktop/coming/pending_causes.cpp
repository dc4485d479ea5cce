// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/coming/pending_causes.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/desktop/words.h"

namespace perfect {
namespace {

/// What may be told; words are found for the few that are.
struct Candidate {
  SimTime at = kNever;
  bool person = false;
  const ServiceState* service = nullptr;
  const Pod* pod = nullptr;          ///< either the end of a pod's state
  const Waiting* waiting = nullptr;  ///< or what a service waits for
};

/// "%1 starts"; nullptr: nothing is due.
const char* podDue(const Pod& pod) {
  switch (pod.state) {
    case PodState::Starting:
      return QT_TRANSLATE_NOOP("PendingCause", "%1 starts");
    case PodState::BackOff:
      return QT_TRANSLATE_NOOP("PendingCause", "%1 restarts");
    case PodState::Stopping:
    case PodState::Terminating:
      return QT_TRANSLATE_NOOP("PendingCause", "%1 has stopped");
    default:
      return nullptr;
  }
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
  causes.push_back({who + QStringLiteral(": ") + words::waitsFor(*tick, *first),
                    words::waitsBecause(*tick, *first),
                    tick->until,
                    {names.front(), kNoPod},
                    false});
}

void addPods(const ServiceEntry& entry, std::vector<Candidate>& all) {
  if (entry.pods->size() > kSmallService) return;
  const ServiceState& s = *entry.state;
  const PodCounts counts = s.counts();
  if (counts.pending + counts.notReady + counts.terminating == 0) return;
  entry.pods->forEach(0, [&](const Pod& pod) {
    if (pod.due != kNever && podDue(pod) != nullptr) all.push_back({pod.due, false, &s, &pod, nullptr});
    return true;
  });
}

void addWaits(const ServiceState& s, bool podsTell, std::vector<Candidate>& all) {
  for (const Waiting& waiting : s.waiting) {
    // Pods that start, stop or back off stand here one by one where the service is small.
    const bool told = podsTell && (waiting.what == WaitFor::BackOff || waiting.what == WaitFor::PodsStarting ||
                                   waiting.what == WaitFor::Drain);
    if (waiting.what != WaitFor::Tick && !told)
      all.push_back({waiting.until, forPerson(waiting.what), &s, nullptr, &waiting});
  }
}

PendingCause inWords(const Candidate& c) {
  const ServiceState& s = *c.service;
  const QString name = words::text(s.spec->name);
  if (c.pod != nullptr) {
    const QString pod =
        words::text(podName(s.spec->name, s.versions[static_cast<std::size_t>(c.pod->version)].hash, c.pod->ordinal));
    return {QCoreApplication::translate("PendingCause", podDue(*c.pod)).arg(pod),
            QCoreApplication::translate("PendingCause", "Show this pod"),
            c.at,
            {name, c.pod->ordinal},
            false};
  }
  const QString what = c.waiting->what == WaitFor::ProgressDeadline
                           ? QCoreApplication::translate("PendingCause", "progress deadline")
                           : words::waitsFor(*c.waiting, s);
  return {name + QStringLiteral(": ") + what, words::waitsBecause(*c.waiting, s), c.at, {name, kNoPod}, c.person};
}

/// What a person has to do comes before what has no time at all.
template <typename T>
bool sooner(const T& a, const T& b) {
  return a.at != b.at ? a.at < b.at : a.person && !b.person;
}

template <typename T>
void keepSoonest(std::vector<T>& all) {
  std::stable_sort(all.begin(), all.end(), sooner<T>);
  if (all.size() > kMostPendingCauses) all.erase(all.begin() + kMostPendingCauses, all.end());
}

}  // namespace

std::vector<PendingCause> pendingCauses(const Snapshot& snapshot) {
  std::vector<PendingCause> causes;
  addTick(snapshot, causes);
  std::vector<Candidate> all;
  for (const ServiceEntry& entry : snapshot.services) {
    const std::size_t before = all.size();
    addPods(entry, all);
    addWaits(*entry.state, all.size() > before, all);
  }
  keepSoonest(all);
  for (const Candidate& candidate : all) causes.push_back(inWords(candidate));
  keepSoonest(causes);
  return causes;
}

}  // namespace perfect
