// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that change what is desired. Each is validated first; a refused one changes nothing.
#include <algorithm>

#include "core/manifest/manifest.h"
#include "core/model/template_hash.h"
#include "tests/simulation/model/controller.h"
#include "tests/simulation/model/model.h"
#include "tests/simulation/model/refusals.h"

namespace perfect::test {

namespace {

constexpr std::int64_t kMostReplicas = 1000000;
constexpr std::size_t kMostVersions = 10000;

bool isOver(RolloutPhase phase) {
  return phase == RolloutPhase::Aborted || phase == RolloutPhase::Failed || phase == RolloutPhase::RolledBack;
}

bool isFull(const PlainService& service) { return service.state.versions.size() >= kMostVersions; }

Refusal full(const std::string& name) {
  return conflict("service " + name + " has had 10000 versions, the limit; delete it and apply it again");
}

std::string shown(const std::string& value) { return value.empty() ? "none" : value; }

/// The first three differences, and how many more there are.
std::string whatChanged(const std::vector<FieldDifference>& differences) {
  std::string text;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    if (i == 3) return text + ", and " + std::to_string(differences.size() - 3) + " more";
    if (i > 0) text += ", ";
    text += differences[i].path + ": " + shown(differences[i].from) + " → " + shown(differences[i].to);
  }
  return text;
}

}  // namespace

std::optional<Refusal> Model::whyNot(const std::string& name) const {
  const PlainService* service = find(name);
  if (service == nullptr) return notFound("there is no service " + name);
  if (service->state.deleting) return beingDeleted(name);
  return std::nullopt;
}

VersionIndex Model::addVersion(PlainService& service, const PodTemplate& podTemplate, std::uint32_t salt) {
  VersionState version;
  version.podTemplate = std::make_shared<const PodTemplate>(podTemplate);
  version.digest = podTemplate.digest();
  version.declaredUnhealthy = podTemplate.declaredUnhealthy();
  const auto known = [&](const std::string& hash) {
    return std::any_of(service.state.versions.begin(), service.state.versions.end(),
                       [&](const VersionState& v) { return v.hash == hash; });
  };
  for (version.hash = templateHash(podTemplate, salt); known(version.hash);) {
    version.hash = templateHash(podTemplate, ++salt);
  }
  ServiceNames names = *m_names[service.state.index];
  names.versions.push_back({version.hash, version.digest});
  m_names[service.state.index] = std::make_shared<const ServiceNames>(std::move(names));
  service.state.versions.push_back(std::move(version));
  service.requests.emplace_back();
  return static_cast<VersionIndex>(service.state.versions.size()) - 1;
}

// The newest version with this template, or a new one.
VersionIndex Model::versionFor(PlainService& service, const PodTemplate& podTemplate) {
  VersionIndex found = kNoVersion;
  for (VersionIndex v = 0; v < static_cast<VersionIndex>(service.state.versions.size()); ++v) {
    if (*service.version(v).podTemplate == podTemplate) found = v;
  }
  return found == kNoVersion ? addVersion(service, podTemplate, 0) : found;
}

void Model::rollTo(PlainService& service, VersionIndex target, Link origin) {
  service.version(target).revision = ++service.state.revision;
  recount(service);
  service.trigger = execute(service, modelBeginRollout(service.state, target, m_now), origin);
}

Answer Model::obey(const ApplyCommand& c) {
  if (c.services.empty()) return refuse(invalid("nothing to apply"));
  for (std::size_t i = 0; i < c.services.size(); ++i) {
    const std::string& name = c.services[i].name;
    const auto before = c.services.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(c.services.begin(), before, [&](const ServiceSpec& s) { return s.name == name; })) {
      return refuse(invalid("service " + name + " appears twice in one apply"));
    }
    const PlainService* service = find(name);
    if (service != nullptr && service->state.deleting) return refuse(beingDeleted(name));
    if (service != nullptr && isFull(*service)) return refuse(full(name));
  }
  Outcome outcome;
  for (const ServiceSpec& spec : c.services) {
    PlainService* service = find(spec.name);
    const Link told = service == nullptr ? bringIn(spec) : change(*service, spec);
    if (outcome.event == 0) outcome.event = told.cause;
    outcome.replicas = find(spec.name)->state.replicas;
  }
  return outcome;
}

Link Model::bringIn(const ServiceSpec& spec) {
  m_services.emplace_back();
  PlainService& service = m_services.back();
  service.state.index = static_cast<ServiceIndex>(m_services.size() - 1);
  service.state.spec = std::make_shared<const ServiceSpec>(spec);
  service.state.replicas = spec.replicas;
  service.state.createdAt = m_now;
  m_names.push_back(std::make_shared<const ServiceNames>(ServiceNames{spec.name, {}}));
  const VersionIndex first = addVersion(service, spec.podTemplate, 0);
  const Link told = tell(&service, Reason::Applied, {}, {spec.replicas, 0, 0, 0}, first);
  rollTo(service, first, told);
  return told;
}

Link Model::change(PlainService& service, const ServiceSpec& spec) {
  ServiceState& s = service.state;
  const ServiceSpec before = *s.spec;
  // An autoscaled service keeps its number unless the manifest names one.
  const std::int32_t replicas = spec.autoscale && !spec.replicasGiven ? s.replicas : spec.replicas;
  const std::vector<FieldDifference> differences = diffSpecs(before, spec);
  const bool sameTemplate = *service.version(s.rollout.updated).podTemplate == spec.podTemplate;
  const bool startsAgain = sameTemplate && isOver(s.rollout.phase);
  s.spec = std::make_shared<const ServiceSpec>(spec);

  std::string text = whatChanged(differences);
  if (differences.empty() && replicas != s.replicas) {
    text = "replicas: " + std::to_string(s.replicas) + " → " + std::to_string(replicas);
  }
  if (differences.empty() && startsAgain) text = "the same again: the rollout starts anew";
  const Link told = text.empty() ? tell(&service, Reason::Unchanged, {})
                                 : tell(&service, Reason::Configured, {}, {replicas, 0, 0, 0}, kNoVersion, text);
  Link last = told;
  if (spec.autoscale && replicas != s.replicas) {
    last = tell(&service, Reason::ReplicasOverridden, told, {s.replicas, replicas, 0, 0});
  }
  s.replicas = replicas;
  if (before.minReady != spec.minReady) reviewAvailability(service);
  service.trigger = last;
  if (!sameTemplate) {
    rollTo(service, versionFor(service, spec.podTemplate), last);
  } else if (startsAgain) {
    rollTo(service, s.rollout.updated, last);
  }
  return told;
}

Answer Model::obey(const DeleteCommand& c) {
  if (const auto why = whyNot(c.service)) return refuse(*why);
  PlainService& service = *find(c.service);
  recount(service);
  service.state.deleting = true;
  std::erase_if(m_orders, [&](const StandingOrder& order) { return order.service == service.state.index; });
  service.trigger = tell(&service, Reason::DeleteRequested, {}, {service.state.counts().total(), 0, 0, 0});
  Outcome outcome;
  outcome.event = service.trigger.cause;
  return outcome;
}

Answer Model::obey(const ScaleCommand& c) {
  if (const auto why = whyNot(c.service)) return refuse(*why);
  PlainService& service = *find(c.service);
  if (c.replicas.has_value() == c.delta.has_value()) return refuse(invalid("scale needs either replicas or delta"));
  if (c.replicas && (*c.replicas < 0 || *c.replicas > kMostReplicas)) {
    return refuse(invalid("replicas must be 0 … 1000000, not " + std::to_string(*c.replicas)));
  }
  const std::int32_t from = service.state.replicas;
  const std::int64_t wanted = c.replicas ? std::int64_t{*c.replicas} : std::int64_t{from} + *c.delta;
  const auto to = static_cast<std::int32_t>(std::clamp<std::int64_t>(wanted, 0, kMostReplicas));
  Outcome outcome;
  outcome.replicas = to;
  service.trigger = tell(&service, Reason::Scaled, {}, {from, to, 0, 0});
  outcome.event = service.trigger.cause;
  if (service.state.spec->autoscale && to != from) {
    service.trigger = tell(&service, Reason::ReplicasOverridden, service.trigger, {from, to, 0, 0});
  }
  service.state.replicas = to;
  return outcome;
}

Answer Model::obey(const ImageCommand& c) {
  if (const auto why = whyNot(c.service)) return refuse(*why);
  if (const Saying fault = imageFault(c.image); !fault.empty()) return refuse(invalid(fault.text()));
  PlainService& service = *find(c.service);
  if (isFull(service)) return refuse(full(c.service));
  ServiceState& s = service.state;
  service.trigger = tell(&service, Reason::ImageSet, {}, {}, kNoVersion, c.image);
  Outcome outcome;
  outcome.event = service.trigger.cause;
  outcome.replicas = s.replicas;
  ServiceSpec spec = *s.spec;
  spec.podTemplate.image = c.image;
  s.spec = std::make_shared<const ServiceSpec>(spec);
  if (*service.version(s.rollout.updated).podTemplate == spec.podTemplate) {
    if (isOver(s.rollout.phase)) rollTo(service, s.rollout.updated, service.trigger);
  } else {
    rollTo(service, versionFor(service, spec.podTemplate), service.trigger);
  }
  return outcome;
}

Answer Model::obey(const RolloutCommand& c) {
  if (const auto why = whyNot(c.service)) return refuse(*why);
  PlainService& service = *find(c.service);
  recount(service);
  Result<VerbPlan, Refusal> planned = modelPlanVerb(service.state, c.action, m_now);
  if (!planned) return refuse(planned.error());
  const VerbPlan verb = std::move(planned).value();
  if (verb.freshTemplate && isFull(service)) return refuse(full(c.service));
  Outcome outcome;
  const std::uint64_t first = m_events.size() + 1;
  service.trigger = execute(service, verb.plan, {});
  VersionIndex target = verb.target;
  if (verb.freshTemplate) {
    const auto salt = static_cast<std::uint32_t>(service.state.revision) + 1;
    target = addVersion(service, service.state.spec->podTemplate, salt);
  }
  if (target != kNoVersion) {
    ServiceSpec spec = *service.state.spec;
    spec.podTemplate = *service.version(target).podTemplate;
    service.state.spec = std::make_shared<const ServiceSpec>(spec);
    rollTo(service, target, service.trigger);
  }
  outcome.replicas = service.state.replicas;
  if (m_events.size() >= first) outcome.event = first;
  return outcome;
}

Answer Model::obey(const TickCommand& c) {
  if (c.tick < 10 || c.tick > 60000) {
    return refuse(invalid("tick must be 10 … 60000 ms, not " + std::to_string(c.tick)));
  }
  m_tickBase = nextTick();
  m_options.tick = c.tick;
  Outcome outcome;
  outcome.event = tell(nullptr, Reason::TickSet, {}, {c.tick, 0, 0, 0}).cause;
  return outcome;
}

Answer Model::apply(const Command& command) {
  Answer answer = std::visit([this](const auto& c) { return obey(c); }, command);
  forgetVoidArrangements();
  return answer;
}

}  // namespace perfect::test
