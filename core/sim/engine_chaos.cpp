// SPDX-License-Identifier: GPL-3.0-or-later
// Chaos: whom it strikes, within which limits, now or on a schedule; and health switched by command.
#include <algorithm>
#include <set>
#include <string>

#include "core/base/chance.h"
#include "core/sim/engine_impl.h"

namespace perfect {

namespace {

std::optional<TextPattern> limitsFault(const ChaosLimits& limits) {
  if (limits.minAvailable && *limits.minAvailable < 0) return kRefusalTexts.minAvailableRange;
  if (limits.maxAtOnce && *limits.maxAtOnce < 1) return kRefusalTexts.maxAtOnceRange;
  if (limits.minAge && *limits.minAge < 0) return kRefusalTexts.minAgeRange;
  return std::nullopt;
}

// How many pods a blow asks for.
Result<std::int32_t, Refusal> askedFor(const std::optional<std::int32_t>& count,
                                       const std::optional<std::int32_t>& percent,
                                       const std::optional<std::string>& pod, std::int32_t pods) {
  using Answer = Result<std::int32_t, Refusal>;
  if (int{count.has_value()} + int{percent.has_value()} + int{pod.has_value()} > 1) {
    return Answer::failure(invalid(kRefusalTexts.oneOfVictims));
  }
  if (percent) {
    if (*percent < 0 || *percent > 100) {
      return Answer::failure(invalid(kRefusalTexts.percentRange, {std::to_string(*percent)}));
    }
    return static_cast<std::int32_t>((std::int64_t{pods} * *percent + 99) / 100);
  }
  if (count && (*count < 0 || *count > kMaxReplicas)) {
    return Answer::failure(invalid(kRefusalTexts.countRange, {std::to_string(*count)}));
  }
  return pod ? 1 : count.value_or(1);
}

// Draws `wanted` different pods that `eligible` accepts, uniformly; fewer when there are no more. After some
// draws in vain (most pods are not eligible) the next eligible one behind the last draw is taken. `eligible` says yes
// once for each pod that is taken, so that it may count them.
template <typename Eligible>
std::vector<PodOrdinal> drawPods(const ServiceRecord& service, std::uint64_t seed, SimTime now, std::int32_t wanted,
                                 Eligible&& eligible) {
  constexpr std::uint32_t kTries = 32;
  std::vector<PodOrdinal> chosen;
  std::set<PodOrdinal> taken;
  const auto take = [&](const Pod& pod) {
    if (taken.contains(pod.ordinal) || !eligible(pod)) return false;
    taken.insert(pod.ordinal);
    chosen.push_back(pod.ordinal);
    return true;
  };
  if (static_cast<std::uint32_t>(std::max(wanted, 0)) >= service.pods.size()) {
    service.pods.forEach(0, [&](const Pod& pod) {
      take(pod);
      return true;
    });
    return chosen;
  }
  for (std::int32_t i = 0; i < wanted; ++i) {
    bool found = false;
    PodOrdinal last = 0;
    for (std::uint32_t attempt = 0; attempt < kTries && !found; ++attempt) {
      const std::uint64_t bits = draw(seed, Purpose::Victim, service.key, static_cast<std::uint64_t>(now),
                                      static_cast<std::uint64_t>(i) << 8U | attempt);
      const Pod& pod = service.pods.select(below(bits, service.pods.size()));
      last = pod.ordinal;
      found = take(pod);
    }
    for (const PodOrdinal from : {last, PodOrdinal{0}}) {
      if (found) break;
      service.pods.forEach(from, [&](const Pod& pod) { return !(found = take(pod)); });
    }
    if (!found) break;
  }
  return chosen;
}

}  // namespace

Result<PodOrdinal, Refusal> Engine::Impl::podByName(const ServiceRecord& service, const std::string& id) const {
  const PodOrdinal ordinal = podOrdinal(service.state.spec->name, std::string_view(id).substr(id.rfind('-') + 1));
  const Pod* pod = ordinal == kNoPod ? nullptr : service.pods.find(ordinal);
  if (pod == nullptr || cluster.podId(service, *pod) != id) {
    return Result<PodOrdinal, Refusal>::failure(notFound(kRefusalTexts.noPod, {service.state.spec->name, id}));
  }
  return ordinal;
}

Result<Engine::Impl::Victims, Refusal> Engine::Impl::choose(const ServiceRecord& service, const ChaosCommand& c) const {
  if (const auto fault = limitsFault(c.limits)) return Result<Victims, Refusal>::failure(invalid(*fault));
  const PodCounts counts = service.state.counts();
  const auto asked = askedFor(c.count, c.percent, c.pod, counts.total());
  if (!asked) return Result<Victims, Refusal>::failure(asked.error());
  Victims victims;
  victims.asked = asked.value();
  std::int32_t wanted = victims.asked;
  if (c.limits.maxAtOnce && wanted > *c.limits.maxAtOnce) {
    wanted = *c.limits.maxAtOnce;
    victims.limit = 2;
  }
  std::int32_t sparable =
      c.limits.minAvailable ? std::max(0, counts.available - *c.limits.minAvailable) : counts.available;
  const auto eligible = [&](const Pod& pod) {
    if (c.kind == ChaosKind::Kill ? pod.terminating() : pod.state != PodState::Running) return false;
    if (c.limits.minAge && now - pod.createdAt < *c.limits.minAge) {
      victims.limit = 3;
      return false;
    }
    if (!pod.available) return true;
    if (sparable == 0) {
      victims.limit = 1;
      return false;
    }
    --sparable;
    return true;
  };
  if (c.pod) {
    const auto named = podByName(service, *c.pod);
    if (!named) return Result<Victims, Refusal>::failure(named.error());
    const Pod& pod = service.pods.at(named.value());
    if (c.kind == ChaosKind::Crash && pod.state != PodState::Running) {
      return Result<Victims, Refusal>::failure(conflict(kRefusalTexts.nothingToCrash, {*c.pod}));
    }
    if (eligible(pod)) victims.pods.push_back(pod.ordinal);
    return victims;
  }
  victims.pods = drawPods(service, options.seed, now, wanted, eligible);
  return victims;
}

Outcome Engine::Impl::strike(ServiceRecord& service, const ChaosCommand& c, const Victims& victims, Origin origin) {
  Outcome outcome;
  std::int64_t nth = 0;
  const auto of = static_cast<std::int64_t>(victims.pods.size());
  for (const PodOrdinal ordinal : victims.pods) {
    Pod& pod = service.pods.write(ordinal);
    outcome.pods.push_back(cluster.podId(service, pod));
    const Facts facts{++nth, of, 0, 0};
    const std::uint64_t told = cluster.log().lastSeq() + 1;
    if (c.kind == ChaosKind::Kill) {
      agent.terminate(service, pod, now, Reason::ChaosKilled, origin, facts);
    } else {
      agent.crash(service, pod, now, Reason::ChaosCrashed, origin, facts);
    }
    if (outcome.event == 0) outcome.event = told;
    if (origin.root == 0) origin.root = told;
  }
  if (of < victims.asked && victims.limit != 0) {
    const Origin told =
        cluster.tell(&service, now, Reason::ChaosLimited, origin, {victims.asked, of, victims.limit, 0});
    if (outcome.event == 0) outcome.event = told.cause;
  }
  touch(service);
  return outcome;
}

Engine::Impl::Answer Engine::Impl::preview(const ChaosCommand& c) const {
  const ServiceRecord* service = cluster.find(c.service);
  if (service == nullptr) return Answer::failure(notFound(kRefusalTexts.noService, {c.service}));
  const auto victims = choose(*service, c);
  if (!victims) return Answer::failure(victims.error());
  Outcome outcome;
  for (const PodOrdinal ordinal : victims.value().pods) {
    outcome.pods.push_back(cluster.podId(*service, service->pods.at(ordinal)));
  }
  return outcome;
}

Engine::Impl::Answer Engine::Impl::apply(const ChaosCommand& c) {
  ServiceRecord* service = cluster.find(c.service);
  if (service == nullptr) return Answer::failure(notFound(kRefusalTexts.noService, {c.service}));
  const auto victims = choose(*service, c);
  if (!victims) return Answer::failure(victims.error());
  return strike(*service, c, victims.value(), {});
}

Engine::Impl::Answer Engine::Impl::apply(const ChaosScheduleCommand& c) {
  const auto found = existing(c.blow.service);
  if (!found) return Answer::failure(found.error());
  ServiceRecord& service = *found.value();
  if (c.every < 10) return Answer::failure(invalid(kRefusalTexts.everyRange));
  if (c.forTime && *c.forTime < 0) return Answer::failure(invalid(kRefusalTexts.forRange));
  if (c.blow.pod) return Answer::failure(invalid(kRefusalTexts.scheduleOfOnePod));
  if (const auto victims = choose(service, c.blow); !victims) return Answer::failure(victims.error());
  const Origin origin = cluster.tell(&service, now, Reason::ChaosScheduled, {},
                                     {c.every, c.forTime.value_or(-1), static_cast<std::int64_t>(c.blow.kind), 0});
  const SimTime endsAt = c.forTime ? later(now, *c.forTime) : kNever;
  arrangeNext(ChaosBlow{service.state.index, c, endsAt, origin});
  Cluster::markChanged(service);
  Outcome outcome;
  outcome.event = origin.cause;
  return outcome;
}

// The next blow, or the end where none comes before or with it.
void Engine::Impl::arrangeNext(const ChaosBlow& blow) {
  const SimTime next = later(now, blow.command.every);
  if (next <= blow.endsAt && next != kNever) {
    arrange(next, blow);
  } else if (blow.endsAt != kNever) {
    arrange(blow.endsAt, ChaosEnd{blow.service, blow.origin});
  }
}

void Engine::Impl::perform(const ChaosBlow& blow) {
  ServiceRecord* service = cluster.at(blow.service);
  if (service == nullptr || service->state.deleting) return;
  if (const auto victims = choose(*service, blow.command.blow)) {
    strike(*service, blow.command.blow, victims.value(), blow.origin);
  }
  arrangeNext(blow);
}

void Engine::Impl::perform(const ChaosEnd& end) {
  ServiceRecord* service = cluster.at(end.service);
  if (service != nullptr) cluster.tell(service, now, Reason::ChaosScheduleEnded, end.origin);
}

Engine::Impl::Answer Engine::Impl::apply(const ChaosStopCommand&) {
  const std::int32_t schedules =
      cancel([](const Scheduled& what) { return !std::holds_alternative<LoadPatternStep>(what); });
  const Origin origin = cluster.tell(nullptr, now, Reason::ChaosStopped, {}, {schedules, 0, 0, 0});
  Outcome outcome;
  outcome.event = origin.cause;
  HealthCommand cure;
  cure.healthy = true;
  for (const std::unique_ptr<ServiceRecord>& service : cluster.services()) {
    if (!service) continue;
    std::vector<PodOrdinal> ill;
    service->pods.forEach(0, [&](const Pod& pod) {
      if (!pod.terminating() && (pod.readinessBroken || pod.livenessBroken)) ill.push_back(pod.ordinal);
      return true;
    });
    for (const PodOrdinal ordinal : ill) {
      Pod& pod = service->pods.write(ordinal);
      agent.switchHealth(*service, pod, now, cure, origin);
      outcome.pods.push_back(cluster.podId(*service, pod));
    }
    if (!ill.empty()) act(*service, origin);
  }
  return outcome;
}

Engine::Impl::Answer Engine::Impl::apply(const HealthCommand& c) {
  const auto found = existing(c.service);
  if (!found) return Answer::failure(found.error());
  ServiceRecord& service = *found.value();
  const auto asked = askedFor(c.count, c.percent, c.pod, service.state.counts().total());
  if (!asked) return Answer::failure(asked.error());
  // Only pods whose health would change count.
  const auto eligible = [&](const Pod& pod) {
    if (pod.terminating()) return false;
    const bool readiness = c.probe != ProbeTarget::Liveness && pod.readinessBroken == c.healthy;
    const bool liveness = c.probe != ProbeTarget::Readiness && pod.livenessBroken == c.healthy;
    return readiness || liveness;
  };
  std::vector<PodOrdinal> pods;
  if (c.pod) {
    const auto named = podByName(service, *c.pod);
    if (!named) return Answer::failure(named.error());
    if (eligible(service.pods.at(named.value()))) pods.push_back(named.value());
  } else {
    pods = drawPods(service, options.seed, now, asked.value(), eligible);
  }
  const std::uint64_t first = cluster.log().lastSeq() + 1;
  Outcome outcome;
  for (const PodOrdinal ordinal : pods) {
    Pod& pod = service.pods.write(ordinal);
    agent.switchHealth(service, pod, now, c, pods.size() == 1 || ordinal == pods.front() ? Origin{} : Origin{0, first});
    outcome.pods.push_back(cluster.podId(service, pod));
  }
  if (!pods.empty()) {
    outcome.event = first;
    act(service, {cluster.log().lastSeq(), first});
  }
  return outcome;
}

}  // namespace perfect
