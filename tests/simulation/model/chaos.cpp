// SPDX-License-Identifier: GPL-3.0-or-later
// Chaos: whom it strikes, within which limits, now or again and again; and health switched by command.
#include <algorithm>

#include "core/base/chance.h"
#include "tests/simulation/model/model.h"
#include "tests/simulation/model/refusals.h"

namespace perfect::test {

namespace {

using Number = Result<std::int32_t, Refusal>;
enum Limit : std::int64_t { kNoLimit, kMinAvailable, kMaxAtOnce, kMinAge };

std::optional<Refusal> faultOf(const ChaosLimits& limits) {
  if (limits.minAvailable.value_or(0) < 0) return invalid("minAvailable must be at least 0");
  if (limits.maxAtOnce.value_or(1) < 1) return invalid("maxAtOnce must be at least 1");
  if (limits.minAge.value_or(0) < 0) return invalid("minAge must not be negative");
  return std::nullopt;
}

/// How many of `pods` a Command asks for: a count, a percentage rounded up, one by name; one where it says nothing.
template <typename C>
Number askedFor(const C& c, std::int32_t pods) {
  const int said = int{c.count.has_value()} + int{c.percent.has_value()} + int{c.pod.has_value()};
  if (said > 1) return Number::failure(invalid("give only one of count, percent and pod"));
  if (c.percent && (*c.percent < 0 || *c.percent > 100)) {
    return Number::failure(invalid("percent must be 0 … 100, not " + std::to_string(*c.percent)));
  }
  if (c.count && (*c.count < 0 || *c.count > 1000000)) {
    return Number::failure(invalid("count must be 0 … 1000000, not " + std::to_string(*c.count)));
  }
  if (c.percent) {
    const Wide exact = Wide{pods} * *c.percent;
    return static_cast<std::int32_t>(exact / 100 + (exact % 100 > 0 ? 1 : 0));
  }
  return c.count.value_or(1);
}

std::int32_t podsNotTerminating(const PlainService& service) {
  return static_cast<std::int32_t>(
      std::count_if(service.pods.begin(), service.pods.end(), [](const PlainPod& pod) { return !pod.terminating(); }));
}

}  // namespace

Result<PodOrdinal, Refusal> Model::named(const PlainService& service, const std::string& id) const {
  for (const PlainPod& pod : service.pods) {
    if (podId(service, pod) == id) return pod.ordinal;
  }
  return Result<PodOrdinal, Refusal>::failure(notFound("service " + service.state.spec->name + " has no pod " + id));
}

// Draws so many different pods that `eligible` accepts. Each draw tries up to 32 places; after that the next eligible
// pod behind the last place is taken, from the beginning where none follows. `eligible` is asked about a pod only once
// it is its turn, and never again after it was taken.
std::vector<PodOrdinal> Model::draw(const PlainService& service, std::int32_t wanted, const Wish& eligible) const {
  std::vector<PodOrdinal> chosen;
  const auto take = [&](const PlainPod& pod) {
    if (std::find(chosen.begin(), chosen.end(), pod.ordinal) != chosen.end() || !eligible(pod)) return false;
    chosen.push_back(pod.ordinal);
    return true;
  };
  const auto size = static_cast<std::uint32_t>(service.pods.size());
  if (wanted >= static_cast<std::int32_t>(size)) {
    for (const PlainPod& pod : service.pods) take(pod);
    return chosen;
  }
  const std::uint64_t key = serviceKey(service.state.spec->name);
  for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(std::max(wanted, 0)); ++i) {
    bool found = false;
    std::size_t place = 0;
    for (std::uint64_t attempt = 0; attempt < 32 && !found; ++attempt) {
      const auto instant = static_cast<std::uint64_t>(m_now);
      place = below(perfect::draw(m_options.seed, Purpose::Victim, key, instant, i << 8U | attempt), size);
      found = take(service.pods[place]);
    }
    for (std::size_t p = place; p < size && !found; ++p) found = take(service.pods[p]);
    for (std::size_t p = 0; p < size && !found; ++p) found = take(service.pods[p]);
    if (!found) break;
  }
  return chosen;
}

Result<Model::Blow, Refusal> Model::choose(const PlainService& service, const ChaosCommand& c) const {
  using Chosen = Result<Blow, Refusal>;
  if (const auto fault = faultOf(c.limits)) return Chosen::failure(*fault);
  const Number asked = askedFor(c, podsNotTerminating(service));
  if (!asked) return Chosen::failure(asked.error());
  Blow blow;
  blow.asked = asked.value();
  std::int32_t wanted = blow.asked;
  if (c.limits.maxAtOnce && wanted > *c.limits.maxAtOnce) {
    wanted = *c.limits.maxAtOnce;
    blow.limit = kMaxAtOnce;
  }
  std::int64_t available = 0;
  for (const PlainPod& pod : service.pods) available += pod.available ? 1 : 0;
  const std::int64_t spared = c.limits.minAvailable.value_or(0);
  const Wish eligible = [&](const PlainPod& pod) {
    if (c.kind == ChaosKind::Kill ? pod.terminating() : pod.state != PodState::Running) return false;
    if (c.limits.minAge && m_now - pod.createdAt < *c.limits.minAge) {
      blow.limit = kMinAge;
      return false;
    }
    if (pod.available && available <= spared) {
      blow.limit = kMinAvailable;
      return false;
    }
    available -= pod.available ? 1 : 0;
    return true;
  };
  if (!c.pod) {
    blow.victims = draw(service, wanted, eligible);
    return blow;
  }
  const auto ordinal = named(service, *c.pod);
  if (!ordinal) return Chosen::failure(ordinal.error());
  for (const PlainPod& pod : service.pods) {
    if (pod.ordinal != ordinal.value()) continue;
    if (c.kind == ChaosKind::Crash && pod.state != PodState::Running) {
      return Chosen::failure(conflict("pod " + *c.pod + " has no running container to crash"));
    }
    if (eligible(pod)) blow.victims.push_back(pod.ordinal);
  }
  return blow;
}

Outcome Model::strike(PlainService& service, const ChaosCommand& c, const Blow& blow, Link origin) {
  Outcome outcome;
  const std::uint64_t first = m_events.size() + 1;
  const auto of = static_cast<std::int64_t>(blow.victims.size());
  for (std::int64_t i = 0; i < of; ++i) {
    PlainPod& pod = *podOf(service, blow.victims[static_cast<std::size_t>(i)]);
    outcome.pods.push_back(podId(service, pod));
    // All of one blow belong to one chain.
    const Link from = i > 0 && origin.root == 0 ? Link{0, first} : origin;
    if (c.kind == ChaosKind::Kill) {
      terminate(service, pod, Reason::ChaosKilled, from, {i + 1, of, 0, 0});
    } else {
      crash(service, pod, Reason::ChaosCrashed, from, {i + 1, of, 0, 0});
      arrange(service, pod);
    }
  }
  if (of < blow.asked && blow.limit != kNoLimit) {
    const Link from = of > 0 && origin.root == 0 ? Link{0, first} : origin;
    tell(&service, Reason::ChaosLimited, from, {blow.asked, of, blow.limit, 0});
  }
  if (m_events.size() >= first) outcome.event = first;
  return outcome;
}

Answer Model::preview(const ChaosCommand& c) const {
  const PlainService* service = find(c.service);
  if (service == nullptr) return refuse(notFound("there is no service " + c.service));
  const auto blow = choose(*service, c);
  if (!blow) return refuse(blow.error());
  Outcome outcome;
  for (const PodOrdinal ordinal : blow.value().victims) {
    for (const PlainPod& pod : service->pods) {
      if (pod.ordinal == ordinal) outcome.pods.push_back(podId(*service, pod));
    }
  }
  return outcome;
}

Answer Model::obey(const ChaosCommand& c) {
  PlainService* service = find(c.service);
  if (service == nullptr) return refuse(notFound("there is no service " + c.service));
  const auto blow = choose(*service, c);
  if (!blow) return refuse(blow.error());
  return strike(*service, c, blow.value(), {});
}

Answer Model::obey(const ChaosScheduleCommand& c) {
  if (const auto why = whyNot(c.blow.service)) return refuse(*why);
  PlainService& service = *find(c.blow.service);
  if (c.every < 10) return refuse(invalid("every must be at least 10 ms"));
  if (c.forTime.value_or(0) < 0) return refuse(invalid("for must not be negative"));
  if (c.blow.pod) return refuse(invalid("a chaos schedule takes count or percent, not one pod"));
  if (const auto blow = choose(service, c.blow); !blow) return refuse(blow.error());
  StandingOrder order;
  order.service = service.state.index;
  order.origin = tell(&service, Reason::ChaosScheduled, {},
                      {c.every, c.forTime.value_or(-1), static_cast<std::int64_t>(c.blow.kind), 0});
  order.endsAt = c.forTime ? later(m_now, *c.forTime) : kNever;
  order.chaos = c;
  arrangeBlow(order);
  Outcome outcome;
  outcome.event = order.origin.cause;
  return outcome;
}

// A blow on the last instant still falls; where none comes any more, the end does.
void Model::arrangeBlow(StandingOrder order) {
  order.at = later(m_now, order.chaos.every);
  order.kind = OrderKind::ChaosBlow;
  if (order.at > order.endsAt) {
    order.at = order.endsAt;
    order.kind = OrderKind::ChaosEnd;
  }
  if (order.at != kNever) m_orders.push_back(order);
}

void Model::perform(const StandingOrder& order) {
  PlainService& service = m_services[order.service];
  if (order.kind == OrderKind::ChaosEnd) {
    tell(&service, Reason::ChaosScheduleEnded, order.origin);
    return;
  }
  if (const auto blow = choose(service, order.chaos.blow)) {
    strike(service, order.chaos.blow, blow.value(), order.origin);
  }
  arrangeBlow(order);
}

std::int32_t Model::chaosSchedules() const {
  return static_cast<std::int32_t>(std::count_if(
      m_orders.begin(), m_orders.end(), [](const StandingOrder& o) { return o.kind == OrderKind::ChaosBlow; }));
}

Answer Model::obey(const ChaosStopCommand&) {
  const std::int64_t schedules = chaosSchedules();
  std::erase_if(m_orders, [](const StandingOrder& order) { return order.kind != OrderKind::LoadSample; });
  const Link told = tell(nullptr, Reason::ChaosStopped, {}, {schedules, 0, 0, 0});
  Outcome outcome;
  outcome.event = told.cause;
  HealthCommand cure;
  cure.healthy = true;
  for (PlainService& service : m_services) {
    for (PlainPod& pod : service.pods) {
      if (pod.terminating() || (!pod.readinessBroken && !pod.livenessBroken)) continue;
      switchHealth(service, pod, cure, told);
      outcome.pods.push_back(podId(service, pod));
      service.trigger = told;
    }
  }
  return outcome;
}

Answer Model::obey(const HealthCommand& c) {
  if (const auto why = whyNot(c.service)) return refuse(*why);
  PlainService& service = *find(c.service);
  const Number asked = askedFor(c, podsNotTerminating(service));
  if (!asked) return refuse(asked.error());
  // Only pods whose health would change count.
  const Wish eligible = [&](const PlainPod& pod) {
    if (pod.terminating()) return false;
    const bool readiness = c.probe != ProbeTarget::Liveness && pod.readinessBroken == c.healthy;
    const bool liveness = c.probe != ProbeTarget::Readiness && pod.livenessBroken == c.healthy;
    return readiness || liveness;
  };
  std::vector<PodOrdinal> pods;
  if (c.pod) {
    const auto ordinal = named(service, *c.pod);
    if (!ordinal) return refuse(ordinal.error());
    if (eligible(*podOf(service, ordinal.value()))) pods.push_back(ordinal.value());
  } else {
    pods = draw(service, asked.value(), eligible);
  }
  Outcome outcome;
  const std::uint64_t first = m_events.size() + 1;
  for (const PodOrdinal ordinal : pods) {
    PlainPod& pod = *podOf(service, ordinal);
    switchHealth(service, pod, c, ordinal == pods.front() ? Link{} : Link{0, first});
    outcome.pods.push_back(podId(service, pod));
    outcome.event = first;
    service.trigger = pod.story;
  }
  return outcome;
}

}  // namespace perfect::test
