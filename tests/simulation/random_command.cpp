// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/random_command.h"

#include <algorithm>

#include "core/base/assert.h"
#include "core/manifest/manifest.h"

namespace perfect::storm {

namespace {

constexpr std::int64_t kMostLoad = 1000000000;

}  // namespace

// A share of the manifests takes the way of a person's: written as YAML and read again.
ServiceSpec CommandMaker::keep(ServiceSpec spec) {
  if (m_dice.percent(20)) {
    auto parsed = parseManifests(writeManifest(spec));
    if (!parsed) {
      for (const ManifestError& e : parsed.error())
        assertionFailed(formatError("written", e).c_str(), __FILE__, __LINE__);
    }
    const ServiceSpec& read = parsed.value().front();
    if (!(read == spec)) assertionFailed("a written manifest reads as it was", __FILE__, __LINE__);
    spec = read;
  }
  m_applied[spec.name].push_back(spec);
  return spec;
}

std::string CommandMaker::anyName() {
  if (m_dice.percent(3)) return m_dice.pick<const char*>({"ghost", "", "Not A Name"});
  return m_dice.pick(m_names);
}

std::string CommandMaker::anyPod(const Snapshot& snapshot, const std::string& service) {
  const ServiceEntry* entry = snapshot.find(service);
  std::vector<std::string> ids{"nobody-000000-aaaaa"};
  if (entry != nullptr && m_dice.percent(90)) {
    Snapshot::forEachPod(*entry, 0, [&](const PodView& pod) {
      ids.push_back(pod.id());
      return true;
    });
  }
  return m_dice.pick(ids);
}

ServiceSpec CommandMaker::nextSpec(const std::string& name, bool held) {
  const std::vector<ServiceSpec>& former = m_applied[name];
  if (former.empty()) return keep(randomSpec(m_dice, m_climate, name));
  if (held && m_dice.percent(40)) return keep(tunedSpec(m_dice, m_climate, former.back()));
  if (m_dice.percent(20)) return keep(m_dice.pick(former));  // back to an earlier one
  if (m_dice.percent(8)) return keep(former.back());         // the same again
  return keep(changedSpec(m_dice, m_climate, former.back()));
}

Command CommandMaker::apply(const Snapshot& snapshot) {
  const auto held = [&](const std::string& name) {
    const ServiceEntry* entry = snapshot.find(name);
    return entry != nullptr && (entry->state->rollout.phase == RolloutPhase::Paused ||
                                entry->state->rollout.phase == RolloutPhase::Analysing);
  };
  ApplyCommand command;
  if (m_dice.percent(2)) return command;  // nothing to apply: refused
  const std::string name = m_dice.pick(m_names);
  command.services.push_back(nextSpec(name, held(name)));
  if (m_dice.percent(10)) {
    const std::string other = m_dice.pick(m_names);  // now and then the same once more: refused
    command.services.push_back(nextSpec(other, held(other)));
  }
  return command;
}

Command CommandMaker::begin() {
  ApplyCommand command;
  for (const std::string& name : m_names) {
    if (command.services.empty() || m_dice.percent(70)) command.services.push_back(nextSpec(name, false));
  }
  return command;
}

Command CommandMaker::scale(const std::string& name) {
  ScaleCommand command;
  command.service = name;
  if (m_dice.percent(50)) {
    command.replicas = m_dice.percent(10) ? 0 : m_dice.number(0, m_climate.mostReplicas);
  } else {
    command.delta = m_dice.number(-3, 2);
  }
  if (m_dice.percent(3)) command.replicas = m_dice.pick<std::int32_t>({-1, 1000001});
  if (m_dice.percent(2)) command.delta.reset();
  return command;
}

LoadPattern CommandMaker::pattern() {
  LoadPattern p;
  p.shape = m_dice.pick<LoadShape>({LoadShape::Constant, LoadShape::Ramp, LoadShape::Sine, LoadShape::Spike});
  p.from = m_dice.between(0, 300);
  p.to = m_dice.between(0, 900);
  if (p.shape == LoadShape::Constant) p.from = p.to;
  p.period = m_dice.pick<Millis>({1, 999, 4000, 15000, 60000});
  p.every = m_dice.pick<Millis>({500, 1000, 1000, 2500, 10000});
  p.demand = m_dice.percent(70);
  if (m_dice.percent(40)) p.forTime = m_dice.pick<Millis>({0, 5000, 20000});
  if (m_dice.percent(3)) p.every = m_dice.pick<Millis>({0, 9});
  if (m_dice.percent(2)) p.to = kMostLoad + 1;
  return p;
}

Command CommandMaker::load(const std::string& name) {
  LoadCommand command;
  command.service = name;
  switch (m_dice.below(3)) {
    case 0:
      command.cpu = m_dice.pick<std::int64_t>({0, 20, 60, 90, 150, 400});
      break;
    case 1:
      command.demand = m_dice.pick<std::int64_t>({0, 30, 100, 250, 600, 1000});
      break;
    default:
      command.pattern = pattern();
      break;
  }
  if (m_dice.percent(m_climate.extreme)) {
    command = {};
    command.service = name;
    command.demand = m_dice.pick<std::int64_t>({kMostLoad, kMostLoad + 1, -1});
  }
  return command;
}

ChaosCommand CommandMaker::blow(const Snapshot& snapshot, const std::string& name, bool mayNamePod) {
  ChaosCommand command;
  command.kind = m_dice.percent(60) ? ChaosKind::Kill : ChaosKind::Crash;
  command.service = name;
  switch (m_dice.below(mayNamePod ? 4 : 3)) {
    case 0:
      break;  // one
    case 1:
      command.count = m_dice.number(1, 4);
      break;
    case 2:
      command.percent = m_dice.pick<std::int32_t>({1, 34, 50, 100});
      break;
    default:
      command.pod = anyPod(snapshot, name);
      break;
  }
  if (m_dice.percent(25)) command.limits.minAvailable = m_dice.number(0, 4);
  if (m_dice.percent(15)) command.limits.maxAtOnce = m_dice.number(1, 2);
  if (m_dice.percent(15)) command.limits.minAge = m_dice.pick<Millis>({0, 1000, 10000});
  if (m_dice.percent(3)) command.percent = m_dice.pick<std::int32_t>({-1, 101});
  if (m_dice.percent(2)) command.limits.maxAtOnce = 0;
  return command;
}

Command CommandMaker::schedule(const Snapshot& snapshot, const std::string& name) {
  ChaosScheduleCommand command;
  command.blow = blow(snapshot, name, m_dice.percent(5));
  command.every = m_dice.pick<Millis>({700, 2000, 5000, 12000});
  if (m_dice.percent(3)) command.every = 9;
  if (m_dice.percent(70)) command.forTime = m_dice.pick<Millis>({0, 3000, 10000, 24000});
  return command;
}

Command CommandMaker::health(const Snapshot& snapshot, const std::string& name) {
  HealthCommand command;
  command.service = name;
  command.healthy = m_dice.percent(30);
  switch (m_dice.below(4)) {
    case 0:
      command.count = m_dice.number(1, 3);
      break;
    case 1:
      command.percent = m_dice.pick<std::int32_t>({1, 50, 100});
      break;
    case 2:
      command.pod = anyPod(snapshot, name);
      break;
    default:
      break;
  }
  command.probe = m_dice.pick<ProbeTarget>({ProbeTarget::Readiness, ProbeTarget::Liveness, ProbeTarget::Both});
  command.sticky = m_dice.percent(25);
  if (m_dice.percent(2)) command.percent = 101;
  return command;
}

Command CommandMaker::verb(const std::string& name) {
  using A = RolloutAction;
  return RolloutCommand{name, m_dice.pick<A>({A::Promote, A::Promote, A::PromoteFull, A::Pause, A::Resume, A::Resume,
                                              A::Abort, A::Retry, A::Undo, A::Restart})};
}

Command CommandMaker::alerts() {
  AlertSettingsCommand command;
  if (m_dice.percent(60)) command.downConfirm = m_dice.pick<Millis>({0, 1500, 4000});
  if (m_dice.percent(40)) command.upConfirm = m_dice.pick<Millis>({0, 2500});
  if (m_dice.percent(40)) command.cooldown = m_dice.pick<Millis>({0, 3000, 20000});
  if (m_dice.percent(30)) command.startupGrace = m_dice.pick<Millis>({0, 5000, 12000});
  if (m_dice.percent(3)) command.cooldown = m_dice.pick<Millis>({-1, 86400001});
  return command;  // nothing named: refused
}

// How one of the mails so far fared; now and then of an event that was none.
Command CommandMaker::mail(const Snapshot& snapshot, const std::string& name) {
  std::vector<const Event*> alerts;
  for (std::uint64_t seq = snapshot.events.first(); seq < snapshot.events.end(); ++seq) {
    const Event& e = snapshot.events.at(seq);
    if (e.reason == Reason::AlertDown || e.reason == Reason::AlertUp) alerts.push_back(&e);
  }
  MailResultCommand command;
  command.service = name;
  command.alert = static_cast<std::uint64_t>(m_dice.between(0, 9));
  if (!alerts.empty() && m_dice.percent(90)) {
    const Event& alert = *m_dice.pick(alerts);
    command.alert = alert.seq;
    command.service = (*snapshot.names)[alert.service]->name;
  }
  command.result = m_dice.pick<MailResult>({MailResult::Sent, MailResult::Deferred, MailResult::Failed});
  command.code = m_dice.pick<std::int32_t>({0, 250, 450, 550, 599, 600});
  command.attempt = m_dice.number(1, 3);
  if (command.result == MailResult::Deferred) command.retryAfter = m_dice.pick<Millis>({0, 1000, 60000});
  if (m_dice.percent(50)) command.text = m_dice.pick<const char*>({"queued as 12", "no: \"such\" user", "é"});
  return command;
}

Command CommandMaker::next(const Snapshot& snapshot) {
  const std::int64_t kind = m_dice.below(100);
  if (kind < 21) return apply(snapshot);
  if (kind < 22) return alerts();
  const std::string name = anyName();
  if (kind < 24) return mail(snapshot, name);
  if (kind < 33) return scale(name);
  if (kind < 39) {
    const std::string image = m_dice.percent(5) ? m_dice.pick<const char*>({"", "two words", "ends@"})
                                                : "local://demo@v" + std::to_string(m_dice.number(1, 9));
    return ImageCommand{name, image};
  }
  if (kind < 47) return load(name);
  if (kind < 57) return blow(snapshot, name, true);
  if (kind < 62) return schedule(snapshot, name);
  if (kind < 64) return ChaosStopCommand{};
  if (kind < 74) return health(snapshot, name);
  if (kind < 95) return verb(name);
  if (kind < 97) return TickCommand{m_dice.pick<Millis>({10, 100, 500, 1000, 1000, 3000, 60000, 9, 60001})};
  return DeleteCommand{name};
}

}  // namespace perfect::storm
