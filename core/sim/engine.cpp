// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/engine.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/sim/engine_impl.h"

namespace perfect {

// --- time --------------------------------------------------------------------------------------------

// The first tick at or after `t` that has not been done.
SimTime Engine::Impl::nextTickAfterOrAt(SimTime t) const {
  const SimTime from = std::max(t, lastTick + 1);
  if (from <= tickBase) return tickBase;
  return later(tickBase, (from - tickBase + tick - 1) / tick * tick);
}

// Requires that there is a tick now.
FormerTick Engine::Impl::formerTick() const { return now > tickBase ? FormerTick{now - tick, tick} : formerGrid; }

SimTime Engine::Impl::nextTickWork() const {
  SimTime wanted = dirty.empty() ? kNever : now;
  if (!wakes.empty()) wanted = std::min(wanted, std::max(now, wakes.begin()->first));
  return wanted == kNever ? kNever : nextTickAfterOrAt(wanted);
}

void Engine::Impl::runAgents() {
  TimingWheel::Entry entry;
  while (queue.nextTime() <= now && queue.take(now, entry)) {
    if (!agent.fire(entry, now)) continue;
    ++handled;
    if (ServiceRecord* service = cluster.at(entry.service); service->dirty) {
      service->dirty = false;
      touch(*service);
    }
  }
  forgetStaleTimers();
}

// Entries that do not count any more are nothing to wake for.
void Engine::Impl::forgetStaleTimers() {
  if (agent.pendingTimers() == 0 && queue.nextTime() != kNever) queue.clear();
}

void Engine::Impl::runSchedule() {
  if (std::optional<Scheduled> what = schedule.take(now)) {
    std::visit(
        [this](const auto& w) {
          perform(w);
          cluster.release(w.origin);
        },
        *what);
  }
}

void Engine::Impl::runTick() {
  lastTick = now;
  while (!wakes.empty() && wakes.begin()->first <= now) {
    ServiceRecord* service = cluster.at(wakes.begin()->second);
    wakes.erase(wakes.begin());
    PERFECT_ASSERT(service != nullptr);
    service->wakeAt = kNever;
    touch(*service);
  }
  std::vector<ServiceIndex> due;
  due.swap(dirty);
  std::sort(due.begin(), due.end());
  for (const ServiceIndex index : due) {
    if (ServiceRecord* service = cluster.at(index)) {
      service->queued = false;
      plan(*service);
    }
  }
  forgetStaleTimers();
}

// --- the public face -----------------------------------------------------------------------------------

Engine::Engine(const EngineOptions& options) : m_impl(std::make_unique<Impl>(options)) {
  m_impl->cluster.tell(nullptr, 0, Reason::SessionStarted, {},
                       {static_cast<std::int64_t>(options.seed), options.tick, 0, 0});
}
Engine::~Engine() = default;
Engine::Engine(const Engine& other) : m_impl(std::make_unique<Impl>(*other.m_impl)) {}
Engine& Engine::operator=(const Engine& other) {
  if (this != &other) m_impl = std::make_unique<Impl>(*other.m_impl);
  return *this;
}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

SimTime Engine::now() const { return m_impl->now; }
const EngineOptions& Engine::options() const { return m_impl->options; }
SimTime Engine::nextTick() const { return m_impl->nextTickAfterOrAt(m_impl->now); }
std::uint64_t Engine::eventsHandled() const { return m_impl->handled; }
std::uint64_t Engine::servicesPlanned() const { return m_impl->planned; }
std::uint64_t Engine::lastSeq() const { return m_impl->cluster.log().lastSeq(); }
const EventLog& Engine::events() const { return m_impl->cluster.log(); }
const Names& Engine::names() const { return m_impl->cluster.names(); }
void Engine::setEventSink(std::function<void(const Event&, const Names&)> sink) {
  m_impl->cluster.setEventSink(std::move(sink));
}

const ServiceState* Engine::service(std::string_view name) const {
  const ServiceRecord* service = std::as_const(m_impl->cluster).find(name);
  return service == nullptr ? nullptr : &service->state;
}

KeptSizes Engine::keptSizes() const {
  const Impl& e = *m_impl;
  KeptSizes kept;
  const EventLogView events = e.cluster.log().view();
  kept.events = events.end() - events.first();
  kept.roots = e.cluster.keptRoots();
  kept.timers = e.queue.size();
  kept.wakes = e.wakes.size();
  kept.orders = e.schedule.size();
  for (const std::unique_ptr<ServiceRecord>& service : e.cluster.services()) {
    if (service) kept.podPlaces += service->pods.directorySize();
  }
  for (const std::shared_ptr<const ServiceNames>& names : e.cluster.names()) kept.names += 1 + names->versions.size();
  return kept;
}

Result<Outcome, Refusal> Engine::apply(const Command& command) {
  m_impl->cluster.setCommanding(true);
  Result<Outcome, Refusal> answer = std::visit([this](const auto& c) { return m_impl->apply(c); }, command);
  m_impl->cluster.setCommanding(false);
  m_impl->forgetStaleTimers();
  return answer;
}

Result<Outcome, Refusal> Engine::preview(const ChaosCommand& command) const { return m_impl->preview(command); }

SimTime Engine::nextTime() const {
  return std::min({m_impl->queue.nextTime(), m_impl->schedule.nextTime(), m_impl->nextTickWork()});
}

void Engine::advanceTo(SimTime t) {
  Impl& e = *m_impl;
  PERFECT_ASSERT(t >= e.now);
  for (;;) {
    const SimTime agents = e.queue.nextTime();
    const SimTime orders = e.schedule.nextTime();
    const SimTime ticks = e.nextTickWork();
    const SimTime first = std::min({agents, orders, ticks});
    if (first > t || (first == t && agents > t && orders > t)) break;
    e.now = std::max(e.now, first);
    if (agents == first) {
      e.runAgents();
    } else if (orders == first) {
      e.runSchedule();
    } else {
      e.runTick();
    }
  }
  e.now = t;
}

void Engine::settle() {
  Impl& e = *m_impl;
  while (nextTime() <= e.now) {
    if (e.queue.nextTime() <= e.now) {
      e.runAgents();
    } else if (e.schedule.nextTime() <= e.now) {
      e.runSchedule();
    } else {
      e.runTick();
    }
  }
}

namespace {

// When the first of a version's waiting pods gets on by itself; only a few are looked at, for services small
// enough that somebody watches single pods.
SimTime earliestDue(const ServiceRecord& service, PodListKind kind, VersionIndex version) {
  constexpr int kLooked = 64;
  SimTime due = kNever;
  for (std::size_t v = 0; v < service.lists.size(); ++v) {
    if (version != kNoVersion && static_cast<std::size_t>(version) != v) continue;
    int looked = 0;
    PodOrdinal o = service.lists[v].of(kind).head;
    for (; o != kNoPod && looked < kLooked; o = service.pods.at(o).next, ++looked) {
      due = std::min(due, service.pods.at(o).timer);
    }
  }
  return due;
}

std::shared_ptr<const ServiceState> picture(const ServiceRecord& service, SimTime nextTick) {
  auto state = std::make_shared<ServiceState>(service.state);
  for (Waiting& w : state->waiting) {
    if (w.until != kNever) continue;
    if (w.what == WaitFor::PodsStarting) {
      w.until = std::min(earliestDue(service, PodListKind::Pending, w.version),
                         earliestDue(service, PodListKind::NotReady, w.version));
    } else if (w.what == WaitFor::BackOff || w.what == WaitFor::ProbeSuccess) {
      w.until = earliestDue(service, PodListKind::NotReady, w.version);
    } else if (w.what == WaitFor::Drain) {
      w.until = earliestDue(service, PodListKind::Terminating, w.version);
    } else if (w.what == WaitFor::MinReady) {
      w.until = earliestDue(service, PodListKind::Ready, w.version);
    }
  }
  // Something happened that the controller has not seen yet: that comes first.
  const bool said = !state->waiting.empty() && state->waiting.front().what == WaitFor::Tick;
  if (service.queued && !said) {
    state->waiting.insert(state->waiting.begin(), Waiting{WaitFor::Tick, nextTick, kNoVersion, {0, 0, 0}});
  }
  if (service.queued && said) state->waiting.front().until = nextTick;
  return state;
}

}  // namespace

std::shared_ptr<const Snapshot> Engine::publish() {
  Impl& e = *m_impl;
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->number = ++e.publications;
  snapshot->t = e.now;
  snapshot->epochMs = e.options.epochMs;
  snapshot->seed = e.options.seed;
  snapshot->tick = e.tick;
  snapshot->eventsHandled = e.handled;
  snapshot->alerts = e.options.alerts;
  snapshot->chaosSchedules = e.schedule.chaosSchedules();
  snapshot->services.reserve(e.cluster.services().size());
  for (const std::unique_ptr<ServiceRecord>& service : e.cluster.services()) {
    if (!service) continue;
    if (service->changed || !service->published) {
      service->published = picture(*service, e.nextTickAfterOrAt(e.now));
      service->publishedPods = std::make_shared<const PodTable>(service->pods);
      service->changed = false;
    }
    snapshot->services.push_back({service->published, service->publishedPods});
  }
  snapshot->byName = e.cluster.positions(snapshot->services);
  snapshot->events = e.cluster.log().view();
  snapshot->names = e.cluster.publishedNames();
  snapshot->roots = e.cluster.publishedRoots();
  snapshot->newestCommand = e.cluster.newestCommand();
  return snapshot;
}

}  // namespace perfect
