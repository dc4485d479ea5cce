// SPDX-License-Identifier: GPL-3.0-or-later
// Time: what is due next, found by looking at everything, and the order at one instant.
#include "tests/simulation/model/model.h"

#include <algorithm>

#include "core/base/assert.h"

namespace perfect::test {

Model::Model(const EngineOptions& options) : m_options(options) {
  tell(nullptr, Reason::SessionStarted, {}, {static_cast<std::int64_t>(options.seed), options.tick, 0, 0});
}

const PlainService* Model::service(std::string_view name) {
  PlainService* service = find(name);
  if (service != nullptr) recount(*service);
  return service;
}

PlainService* Model::find(std::string_view name) {
  for (PlainService& service : m_services) {
    if (!service.gone && service.state.spec->name == name) return &service;
  }
  return nullptr;
}

const PlainService* Model::find(std::string_view name) const {
  for (const PlainService& service : m_services) {
    if (!service.gone && service.state.spec->name == name) return &service;
  }
  return nullptr;
}

PlainPod* Model::podOf(PlainService& service, PodOrdinal ordinal) {
  for (PlainPod& pod : service.pods) {
    if (pod.ordinal == ordinal) return &pod;
  }
  return nullptr;
}

void Model::moveTo(SimTime t) {
  PERFECT_ASSERT(t >= m_now);
  // Nothing changes between two instants, so the requests of the time between them follow from what is there now.
  for (PlainService& service : m_services) {
    if (!service.gone && t > m_now) accountRequests(service, t - m_now);
  }
  m_now = t;
}

SimTime Model::nextPodTime() const {
  SimTime next = kNever;
  for (const PlainService& service : m_services) {
    for (const PlainPod& pod : service.pods) next = std::min(next, nextOf(service, pod));
  }
  for (const Arrangement& arrangement : m_arranged) next = std::min(next, arrangement.at);
  return next;
}

SimTime Model::nextOrderTime() const {
  SimTime next = kNever;
  for (const StandingOrder& order : m_orders) next = std::min(next, order.at);
  return next;
}

SimTime Model::nextTick() const {
  const SimTime from = std::max(m_now, m_lastTick + 1);
  if (from <= m_tickBase) return m_tickBase;
  const Millis past = (from - m_tickBase) % m_options.tick;
  return past == 0 ? from : later(from, m_options.tick - past);
}

bool Model::anybody() const {
  return std::any_of(m_services.begin(), m_services.end(), [](const PlainService& s) { return !s.gone; });
}

SimTime Model::nextTime() const { return std::min({nextPodTime(), nextOrderTime(), anybody() ? nextTick() : kNever}); }

// Everything that pods do by themselves now. What does not show comes first; of the rest, what was arranged first.
void Model::runPods() {
  const auto place = [this](const PlainService& service, const PlainPod& pod) -> std::size_t {
    if (pod.arrangedFor != m_now) return 0;
    for (std::size_t i = 0; i < m_arranged.size(); ++i) {
      const Arrangement& a = m_arranged[i];
      if (a.at == m_now && a.service == service.state.index && a.pod == pod.ordinal) return i + 1;
    }
    PERFECT_ASSERT(false);
    return 0;
  };
  for (;;) {
    PlainService* owner = nullptr;
    PlainPod* first = nullptr;
    std::size_t firstPlace = 0;
    for (PlainService& service : m_services) {
      for (PlainPod& pod : service.pods) {
        if (nextOf(service, pod) > m_now) continue;
        const std::size_t p = place(service, pod);
        if (first != nullptr && p >= firstPlace) continue;
        owner = &service;
        first = &pod;
        firstPlace = p;
      }
    }
    if (first == nullptr) break;
    if (firstPlace > 0) m_arranged.erase(m_arranged.begin() + static_cast<std::ptrdiff_t>(firstPlace) - 1);
    act(*owner, *first);
  }
  std::erase_if(m_arranged, [this](const Arrangement& a) { return a.at <= m_now; });
  forgetVoidArrangements();
}

// Arrangements that were changed since are void; they go when their time has come, or when nobody waits for any.
void Model::forgetVoidArrangements() {
  const bool awaited = std::any_of(m_services.begin(), m_services.end(), [](const PlainService& service) {
    return std::any_of(service.pods.begin(), service.pods.end(),
                       [](const PlainPod& pod) { return pod.arrangedFor != kNever; });
  });
  if (!awaited) m_arranged.clear();
}

void Model::runOrder() {
  const auto first = std::min_element(m_orders.begin(), m_orders.end(),
                                      [](const StandingOrder& a, const StandingOrder& b) { return a.at < b.at; });
  const StandingOrder order = *first;
  m_orders.erase(first);
  if (order.kind == OrderKind::LoadSample) {
    sampleLoad(order);
  } else {
    perform(order);
  }
}

void Model::runTick() {
  m_lastTick = m_now;
  for (PlainService& service : m_services) {
    if (!service.gone) look(service);
  }
  forgetVoidArrangements();
}

void Model::advanceTo(SimTime t) {
  for (;;) {
    const SimTime pods = nextPodTime();
    const SimTime orders = nextOrderTime();
    const SimTime first = nextTime();
    if (first > t || (first == t && pods > t && orders > t)) break;
    moveTo(first);
    if (pods == first) {
      runPods();
    } else if (orders == first) {
      runOrder();
    } else {
      runTick();
    }
  }
  moveTo(t);
}

void Model::settle() {
  while (nextTime() <= m_now) {
    if (nextPodTime() <= m_now) {
      runPods();
    } else if (nextOrderTime() <= m_now) {
      runOrder();
    } else {
      runTick();
    }
  }
}

}  // namespace perfect::test
