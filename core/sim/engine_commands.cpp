// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that change what is desired: apply, delete, scale, image, load, rollout verbs, tick.
// Each validates first and changes nothing when it refuses.
#include <algorithm>
#include <set>
#include <string>

#include "core/base/assert.h"
#include "core/manifest/manifest.h"
#include "core/sim/engine_impl.h"

namespace perfect {

namespace {

constexpr std::int64_t kMaxLoad = 1000000000;

Refusal deletingNow(const std::string& name) { return conflict(kRefusalTexts.beingDeleted, {name}); }

std::string changeText(const std::vector<FieldDifference>& differences) {
  constexpr std::size_t kShown = 3;
  std::string text;
  for (std::size_t i = 0; i < differences.size() && i < kShown; ++i) {
    const FieldDifference& d = differences[i];
    text += (i == 0 ? "" : ", ") + d.path + ": " + (d.from.empty() ? "none" : d.from) + " → " +
            (d.to.empty() ? "none" : d.to);
  }
  if (differences.size() > kShown) text += ", and " + std::to_string(differences.size() - kShown) + " more";
  return text;
}

bool isFull(const ServiceState& service) { return service.versions.size() >= kMaxVersions; }

Refusal fullOfVersions(const std::string& name) {
  return conflict(kRefusalTexts.tooManyVersions, {name, std::to_string(kMaxVersions)});
}

bool ended(RolloutPhase phase) {
  return phase == RolloutPhase::Aborted || phase == RolloutPhase::Failed || phase == RolloutPhase::RolledBack;
}

}  // namespace

Result<ServiceRecord*, Refusal> Engine::Impl::existing(const std::string& name) {
  ServiceRecord* service = cluster.find(name);
  if (service == nullptr) {
    return Result<ServiceRecord*, Refusal>::failure(notFound(kRefusalTexts.noService, {name}));
  }
  if (service->state.deleting) return Result<ServiceRecord*, Refusal>::failure(deletingNow(name));
  return service;
}

// The newest version with this template, or a new one.
VersionIndex Engine::Impl::versionFor(ServiceRecord& service, const PodTemplate& podTemplate) {
  for (auto v = static_cast<VersionIndex>(service.state.versions.size()) - 1; v >= 0; --v) {
    if (*service.state.versions[static_cast<std::size_t>(v)].podTemplate == podTemplate) return v;
  }
  return cluster.addVersion(service, podTemplate, 0);
}

void Engine::Impl::rollTo(ServiceRecord& service, VersionIndex target, Origin origin) {
  service.state.versions[static_cast<std::size_t>(target)].revision = ++service.state.revision;
  origin = execute(service, beginRollout(service.state, target, now), origin);
  act(service, origin);
}

Engine::Impl::Answer Engine::Impl::apply(const ApplyCommand& c) {
  if (c.services.empty()) return Answer::failure(invalid(kRefusalTexts.nothingToApply));
  std::set<std::string> names;
  for (const ServiceSpec& spec : c.services) {
    if (!names.insert(spec.name).second) {
      return Answer::failure(invalid(kRefusalTexts.twiceInOneApply, {spec.name}));
    }
    const ServiceRecord* service = cluster.find(spec.name);
    if (service != nullptr && service->state.deleting) return Answer::failure(deletingNow(spec.name));
    if (service != nullptr && isFull(service->state)) return Answer::failure(fullOfVersions(spec.name));
  }
  Outcome outcome;
  for (const ServiceSpec& spec : c.services) {
    if (ServiceRecord* service = cluster.find(spec.name)) {
      applyChanged(*service, spec, outcome);
    } else {
      applyNew(spec, outcome);
    }
    outcome.replicas = cluster.find(spec.name)->state.replicas;
  }
  return outcome;
}

void Engine::Impl::applyNew(const ServiceSpec& spec, Outcome& outcome) {
  ServiceRecord& service = cluster.addService(spec, now);
  const VersionIndex first = cluster.addVersion(service, spec.podTemplate, 0);
  const Origin origin = cluster.tell(&service, now, Reason::Applied, {}, {spec.replicas, 0, 0, 0}, first);
  if (outcome.event == 0) outcome.event = origin.cause;
  rollTo(service, first, origin);
}

void Engine::Impl::applyChanged(ServiceRecord& service, const ServiceSpec& spec, Outcome& outcome) {
  ServiceState& s = service.state;
  const std::shared_ptr<const ServiceSpec> before = s.spec;
  const std::int32_t replicas = spec.replicasGiven || !spec.autoscale ? spec.replicas : s.replicas;
  const std::vector<FieldDifference> differences = diffSpecs(*before, spec);
  const bool sameTemplate = *s.versions[static_cast<std::size_t>(s.rollout.updated)].podTemplate == spec.podTemplate;
  const bool startsAgain = sameTemplate && ended(s.rollout.phase);
  Cluster::account(service, now);
  s.spec = std::make_shared<const ServiceSpec>(spec);

  Origin origin;
  if (startsAgain && differences.empty()) {
    origin = cluster.tell(&service, now, Reason::Configured, {}, {replicas, 0, 0, 0}, kNoVersion,
                          "the same again: the rollout starts anew");
  } else if (differences.empty() && replicas == s.replicas) {
    origin = cluster.tell(&service, now, Reason::Unchanged, {});
  } else if (differences.empty()) {
    origin = cluster.tell(&service, now, Reason::Configured, {}, {replicas, 0, 0, 0}, kNoVersion,
                          "replicas: " + std::to_string(s.replicas) + " → " + std::to_string(replicas));
  } else {
    origin =
        cluster.tell(&service, now, Reason::Configured, {}, {replicas, 0, 0, 0}, kNoVersion, changeText(differences));
  }
  if (outcome.event == 0) outcome.event = origin.cause;
  if (spec.autoscale && replicas != s.replicas) {
    origin = cluster.tell(&service, now, Reason::ReplicasOverridden, origin, {s.replicas, replicas, 0, 0});
  }
  s.replicas = replicas;
  if (before->minReady != spec.minReady) agent.reviewAvailability(service, now);
  if (!sameTemplate) {
    rollTo(service, versionFor(service, spec.podTemplate), origin);
  } else if (startsAgain) {
    rollTo(service, s.rollout.updated, origin);
  } else {
    act(service, origin);
  }
}

Engine::Impl::Answer Engine::Impl::apply(const DeleteCommand& c) {
  const auto found = existing(c.service);
  if (!found) return Answer::failure(found.error());
  ServiceRecord& service = *found.value();
  const std::int32_t pods = service.state.counts().total();
  service.state.deleting = true;
  cancel([&](const Scheduled& what) {
    return std::visit([&](const auto& w) { return w.service == service.state.index; }, what);
  });
  const Origin origin = cluster.tell(&service, now, Reason::DeleteRequested, {}, {pods, 0, 0, 0});
  act(service, origin);
  Outcome outcome;
  outcome.event = origin.cause;
  return outcome;
}

Engine::Impl::Answer Engine::Impl::apply(const ScaleCommand& c) {
  const auto found = existing(c.service);
  if (!found) return Answer::failure(found.error());
  ServiceState& s = found.value()->state;
  if (c.replicas.has_value() == c.delta.has_value()) {
    return Answer::failure(invalid(kRefusalTexts.replicasOrDelta));
  }
  if (c.replicas && (*c.replicas < 0 || *c.replicas > kMaxReplicas)) {
    return Answer::failure(invalid(kRefusalTexts.replicasRange, {std::to_string(*c.replicas)}));
  }
  const std::int64_t wanted = c.replicas ? std::int64_t{*c.replicas} : std::int64_t{s.replicas} + *c.delta;
  const auto replicas = static_cast<std::int32_t>(std::clamp<std::int64_t>(wanted, 0, kMaxReplicas));
  Origin origin = cluster.tell(found.value(), now, Reason::Scaled, {}, {s.replicas, replicas, 0, 0});
  Outcome outcome;
  outcome.event = origin.cause;
  outcome.replicas = replicas;
  if (s.spec->autoscale && replicas != s.replicas) {
    origin = cluster.tell(found.value(), now, Reason::ReplicasOverridden, origin, {s.replicas, replicas, 0, 0});
  }
  s.replicas = replicas;
  act(*found.value(), origin);
  return outcome;
}

Engine::Impl::Answer Engine::Impl::apply(const ImageCommand& c) {
  const auto found = existing(c.service);
  if (!found) return Answer::failure(found.error());
  if (Saying fault = imageFault(c.image); !fault.empty()) {
    return Answer::failure({RefusalKind::Invalid, std::move(fault)});
  }
  ServiceRecord& service = *found.value();
  if (isFull(service.state)) return Answer::failure(fullOfVersions(c.service));
  const Origin origin = cluster.tell(&service, now, Reason::ImageSet, {}, {}, kNoVersion, c.image);
  Outcome outcome;
  outcome.event = origin.cause;
  outcome.replicas = service.state.replicas;
  auto spec = std::make_shared<ServiceSpec>(*service.state.spec);
  spec->podTemplate.image = c.image;
  const bool same =
      *service.state.versions[static_cast<std::size_t>(service.state.rollout.updated)].podTemplate == spec->podTemplate;
  Cluster::account(service, now);
  service.state.spec = std::move(spec);
  if (!same || ended(service.state.rollout.phase)) {
    rollTo(service, same ? service.state.rollout.updated : versionFor(service, service.state.spec->podTemplate),
           origin);
  } else {
    act(service, origin);
  }
  return outcome;
}

void Engine::Impl::setLoad(ServiceRecord& service, const LoadState& load) const {
  Cluster::account(service, now);
  service.state.load = load;
}

Engine::Impl::Answer Engine::Impl::apply(const LoadCommand& c) {
  const auto found = existing(c.service);
  if (!found) return Answer::failure(found.error());
  ServiceRecord& service = *found.value();
  if (int{c.cpu.has_value()} + int{c.demand.has_value()} + int{c.pattern.has_value()} != 1) {
    return Answer::failure(invalid(kRefusalTexts.oneOfLoad));
  }
  const auto inRange = [](std::int64_t value) { return value >= 0 && value <= kMaxLoad; };
  if (c.pattern ? !inRange(c.pattern->from) || !inRange(c.pattern->to) : !inRange(c.cpu ? *c.cpu : *c.demand)) {
    return Answer::failure(invalid(kRefusalTexts.loadRange));
  }
  if (c.pattern &&
      (c.pattern->period < 1 || c.pattern->every < 10 || (c.pattern->forTime && *c.pattern->forTime < 0))) {
    return Answer::failure(invalid(kRefusalTexts.loadPatternPeriods));
  }
  cancel([&](const Scheduled& what) {
    const auto* step = std::get_if<LoadPatternStep>(&what);
    return step != nullptr && step->service == service.state.index;
  });
  Origin origin;
  if (c.pattern) {
    const LoadPattern& p = *c.pattern;
    origin = cluster.tell(&service, now, Reason::LoadPatternStarted, {},
                          {p.from, p.to, p.period, static_cast<std::int64_t>(p.shape)});
    perform(LoadPatternStep{service.state.index, p, now, p.forTime ? later(now, *p.forTime) : kNever, origin});
  } else {
    origin = cluster.tell(&service, now, Reason::LoadSet, {}, {c.cpu.value_or(-1), c.demand.value_or(-1), 0, 0});
    setLoad(service, {c.demand.has_value(), c.cpu.value_or(0), c.demand.value_or(0)});
  }
  act(service, origin);
  Outcome outcome;
  outcome.event = origin.cause;
  return outcome;
}

void Engine::Impl::perform(const LoadPatternStep& step) {
  ServiceRecord* service = cluster.at(step.service);
  if (service == nullptr) return;
  const LoadPattern& p = step.pattern;
  const std::int64_t value = patternValue(p, now - step.beganAt);
  const LoadState load{p.demand, p.demand ? 0 : value, p.demand ? value : 0};
  if (!(load == service->state.load)) {
    setLoad(*service, load);
    act(*service, step.origin);
  }
  const bool over = now >= step.endsAt || p.shape == LoadShape::Constant ||
                    (p.shape != LoadShape::Sine && now - step.beganAt >= p.period);
  if (over) {
    cluster.tell(service, now, Reason::LoadPatternEnded, step.origin, {value, 0, 0, 0});
    return;
  }
  SimTime next = std::min(later(now, p.every), step.endsAt);
  if (p.shape != LoadShape::Sine) next = std::min(next, later(step.beganAt, p.period));
  arrange(next, step);
}

Engine::Impl::Answer Engine::Impl::apply(const RolloutCommand& c) {
  const auto found = existing(c.service);
  if (!found) return Answer::failure(found.error());
  ServiceRecord& service = *found.value();
  Result<VerbPlan, Refusal> verb = planVerb(service.state, c.action, now);
  if (!verb) return Answer::failure(verb.error());
  VerbPlan plan = std::move(verb).value();
  if (plan.freshTemplate && isFull(service.state)) return Answer::failure(fullOfVersions(c.service));
  const std::uint64_t first = cluster.log().lastSeq() + 1;
  Origin origin = execute(service, std::move(plan.plan), {});
  VersionIndex target = plan.target;
  if (plan.freshTemplate) {
    target = cluster.addVersion(service, service.state.spec->podTemplate,
                                static_cast<std::uint32_t>(service.state.revision) + 1);
  }
  if (target != kNoVersion) {
    const PodTemplate& t = *service.state.versions[static_cast<std::size_t>(target)].podTemplate;
    if (!(t == service.state.spec->podTemplate)) {
      auto spec = std::make_shared<ServiceSpec>(*service.state.spec);
      spec->podTemplate = t;
      service.state.spec = std::move(spec);
    }
    rollTo(service, target, origin);
  } else {
    act(service, origin);
  }
  Outcome outcome;
  outcome.replicas = service.state.replicas;
  if (cluster.log().lastSeq() >= first) outcome.event = first;
  return outcome;
}

Engine::Impl::Answer Engine::Impl::apply(const TickCommand& c) {
  if (c.tick < 10 || c.tick > 60000) {
    return Answer::failure(invalid(kRefusalTexts.tickRange, {std::to_string(c.tick)}));
  }
  // The new period counts from the tick that is next now, so that no tick is lost or doubled.
  const SimTime next = nextTickAfterOrAt(now);
  if (next > tickBase) formerGrid = {next - tick, tick};
  tickBase = next;
  // Whoever counted on the former ticks (an autoscaler that sleeps) looks at the last of them.
  for (const std::unique_ptr<ServiceRecord>& service : cluster.services()) {
    if (service) touch(*service);
  }
  tick = c.tick;
  options.tick = c.tick;
  Outcome outcome;
  outcome.event = cluster.tell(nullptr, now, Reason::TickSet, {}, {c.tick, 0, 0, 0}).cause;
  return outcome;
}

}  // namespace perfect
