// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/watch.h"

#include <algorithm>

#include "core/events/reasons.h"
#include "core/reconcile/status.h"

namespace perfect {
namespace {

void add(std::string& list, const std::string& item) {
  if (!list.empty()) list += ", ";
  list += item;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool beginsWith(const std::string& phrase, const std::string& beginning) {
  return phrase.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), phrase.begin(),
                                                         [](char a, char b) { return lower(a) == lower(b); });
}

/// Empty when desired asks for `digest` and every serving pod has it (at least one, unless none is desired).
std::string versionDifference(const std::string& digest, const ServiceState& service) {
  const VersionIndex updated = service.rollout.updated;
  const std::string asked = updated == kNoVersion ? "none" : service.versions[static_cast<std::size_t>(updated)].digest;
  if (asked != digest) return "version " + asked;
  bool serves = service.replicas == 0;
  for (std::size_t i = 0; i < service.versions.size(); ++i) {
    const VersionState& version = service.versions[i];
    if (version.counts.ready == 0 || !service.serves(static_cast<VersionIndex>(i))) continue;
    if (version.digest != digest) return std::to_string(version.counts.ready) + " serving in " + version.digest;
    serves = true;
  }
  return serves ? std::string() : "none serving";
}

}  // namespace

void Watch::LowMark::take(std::int32_t ready) {
  low = begun ? std::min(low, ready) : ready;
  begun = true;
}

void Watch::LowMark::join(const LowMark& other) {
  if (other.begun) take(other.low);
}

Watch::Watch(const Scenario& scenario) {
  for (const ScenarioStep& step : scenario.steps) {
    const Condition* condition = conditionOf(step);
    if (condition == nullptr) continue;
    const bool readsEvents = condition->event || condition->mails;
    if (!readsEvents && !condition->minReady) continue;
    m_memories.try_emplace(condition->service);
    m_readsEvents = m_readsEvents || readsEvents;
    m_remembers = true;
  }
}

void Watch::begin(const Engine& engine) {
  m_scanned = engine.lastSeq();
  for (auto& [name, memory] : m_memories) memory.groupEnd = memory.untilBehind = m_scanned;
}

void Watch::observe(const Engine& engine) {
  for (auto& [name, memory] : m_memories) {
    const ServiceState* service = engine.service(name);
    const ServiceIndex index = service == nullptr ? kNoService : service->index;
    if (index != memory.index) memory.low = memory.groupLow = LowMark{};
    memory.index = index;
    if (service == nullptr) continue;
    const std::int32_t ready = service->counts().ready;
    if (memory.low.begun || (service->replicas > 0 && ready >= service->replicas)) memory.low.take(ready);
  }
  if (m_readsEvents) observeEvents(engine);
}

void Watch::observeEvents(const Engine& engine) {
  const std::uint64_t last = engine.lastSeq();
  // More events in one instant than the log keeps: those that have left it are not seen.
  if (last - m_scanned > kKeptEvents) m_scanned = last - kKeptEvents;
  while (m_scanned < last) {
    const Event* event = engine.events().find(++m_scanned);
    if (event == nullptr || event->service >= engine.names().size()) continue;
    const auto memory = m_memories.find(engine.names()[event->service]->name);
    if (memory == m_memories.end()) continue;
    memory->second.lastSeen[event->reason] = event->seq;
    if (event->reason == Reason::AlertDown || event->reason == Reason::AlertUp) ++memory->second.mails;
  }
}

std::uint64_t Watch::lastSeen(const Memory& memory, const std::string& code) {
  for (const auto& [reason, seq] : memory.lastSeen) {
    if (info(reason).code == code) return seq;
  }
  return 0;
}

void Watch::conditionHeld(const Condition& condition, const Engine& engine, Looking looking) {
  const auto found = m_memories.find(condition.service);
  if (found == m_memories.end()) return;
  Memory& memory = found->second;
  const bool foundEvent = looking == Looking::Until && condition.event;
  memory.untilBehind = foundEvent ? lastSeen(memory, *condition.event) : engine.lastSeq();
  if (looking == Looking::Until) return;
  if (memory.groupAt != engine.now()) {
    memory.groupAt = engine.now();
    memory.groupBegin = memory.groupEnd;
    memory.groupLow = LowMark{};
  }
  memory.groupLow.join(memory.low);
  memory.groupEnd = engine.lastSeq();
  if (const ServiceState* state = engine.service(condition.service); state != nullptr && memory.low.begun) {
    memory.low = LowMark{true, state->counts().ready};
  }
}

std::string Watch::countDifference(const Condition& c, const ServiceState* service) const {
  std::string differences;
  const std::int32_t desired = service == nullptr ? 0 : service->replicas;
  const std::int32_t ready = service == nullptr ? 0 : service->counts().ready;
  const std::int32_t serving = service == nullptr ? 0 : service->serving();
  const std::int64_t restarts = service == nullptr ? 0 : service->restarts;
  if (c.ready && ready != *c.ready) {
    add(differences, std::to_string(ready) + " of " + std::to_string(desired) + " ready");
  }
  if (c.serving && serving != *c.serving) add(differences, std::to_string(serving) + " serving");
  if (c.replicas && desired != *c.replicas) add(differences, std::to_string(desired) + " desired");
  if (c.restarts && restarts < *c.restarts) {
    add(differences, std::to_string(restarts) + (restarts == 1 ? " restart" : " restarts"));
  }
  if (c.version) {
    const std::string wrong = service == nullptr ? "no version" : versionDifference(*c.version, *service);
    if (!wrong.empty()) add(differences, wrong);
  }
  if (c.status) {
    const std::string phrase = service == nullptr ? "gone" : statusOf(*service).phrase();
    if (!beginsWith(phrase, *c.status)) add(differences, "status " + phrase);
  }
  return differences;
}

std::string Watch::memoryDifference(const Condition& c, const Engine& engine, Looking looking) const {
  const auto found = m_memories.find(c.service);
  if (found == m_memories.end()) return {};
  const Memory& memory = found->second;
  const bool sameGroup = memory.groupAt == engine.now();
  std::string differences;
  if (c.minReady) {
    LowMark low = memory.low;
    if (sameGroup) low.join(memory.groupLow);
    if (!low.begun) add(differences, "not yet as many ready as desired");
    if (low.begun && low.low < *c.minReady) {
      add(differences, "as few as " + std::to_string(low.low) + " ready meanwhile");
    }
  }
  if (c.event) {
    const std::uint64_t stretch = sameGroup ? memory.groupBegin : memory.groupEnd;
    const std::uint64_t behind = looking == Looking::Until ? memory.untilBehind : stretch;
    if (lastSeen(memory, *c.event) <= behind) add(differences, "no " + *c.event + " seen");
  }
  if (c.mails && memory.mails != *c.mails) {
    add(differences, std::to_string(memory.mails) + (memory.mails == 1 ? " mail due" : " mails due"));
  }
  return differences;
}

std::string Watch::differences(const Condition& condition, const Engine& engine, Looking looking) const {
  const ServiceState* service = engine.service(condition.service);
  if (service == nullptr) {
    // A service that was deleted counts as having no pods; one that never was is a mistake in the scenario.
    const Names& names = engine.names();
    const bool existed = std::any_of(names.begin(), names.end(), [&](const auto& known) {
      return known != nullptr && known->name == condition.service;
    });
    if (!existed) return "there is no service " + condition.service;
  }
  std::string all = countDifference(condition, service);
  const std::string remembered = memoryDifference(condition, engine, looking);
  if (!remembered.empty()) add(all, remembered);
  return all;
}

}  // namespace perfect
