// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Engine against the plain model: random worlds, the same Commands, the same history.
#include <QTest>
#include <cstdio>
#include <cstdlib>

#include "core/manifest/manifest.h"
#include "tests/simulation/model/comparison.h"
#include "tests/simulation/random_world.h"

using namespace perfect;
using namespace perfect::test;

namespace {

const char* const kNames[] = {"api", "web", "cart"};

Probe randomProbe(Dice& dice, bool readiness) {
  Probe probe;
  probe.initialDelaySeconds = static_cast<std::int32_t>(dice.any({0, 0, 1, 1, 3}));
  probe.periodSeconds = static_cast<std::int32_t>(dice.any({1, 1, 2, 3, 7}));
  if (readiness) probe.successThreshold = static_cast<std::int32_t>(dice.any({1, 1, 2, 3}));
  probe.failureThreshold = static_cast<std::int32_t>(dice.any({1, 2, 3, 3, 5}));
  return probe;
}

PodTemplate randomTemplate(Dice& dice) {
  PodTemplate t;
  t.image = "local://demo@v" + std::to_string(dice.between(1, 4));
  if (dice.chance(30)) t.env.push_back({"HEALTHY", dice.any({"0", "1", "1"})});
  t.terminationGracePeriodSeconds = static_cast<std::int32_t>(dice.any({0, 1, 30}));
  if (dice.chance(60)) t.readiness = randomProbe(dice, true);
  if (dice.chance(50)) t.liveness = randomProbe(dice, false);
  if (dice.chance(25)) t.startup = randomProbe(dice, false);
  t.restartBackoff.base = dice.any<Millis>({0, 500, 500, 1000, 700});
  t.restartBackoff.factorMilli = dice.any<std::int64_t>({1000, 2000, 2000, 1500, 1333});
  t.restartBackoff.max = dice.any<Millis>({500, 4000, 32000});
  t.restartBackoff.resetAfter = dice.any<Millis>({2000, 10000, 60000});
  Simulation& s = t.simulation;
  s.start = dice.any<Millis>({0, 100, 1000, 1000, 1500, 3000});
  s.boot = dice.any<Millis>({0, 0, 0, 1000, 4321, 8000});
  s.shutdown = dice.any<Millis>({0, 300, 1000, 1000, 5000});
  s.jitterMilli = static_cast<std::int32_t>(dice.any({0, 0, 0, 100, 500, 1000}));
  if (dice.chance(10)) s.crashAfter = dice.any<Millis>({1, 1000, 7000, 30000});
  if (dice.chance(15)) s.crashesPerHourMilli = dice.any<std::int64_t>({1000, 60000, 600000});
  if (dice.chance(25)) s.probeFailure = static_cast<MilliPercent>(dice.any({10, 1000, 20000, 50000, 100000}));
  if (dice.chance(25)) s.error = static_cast<MilliPercent>(dice.any({1, 1000, 7777, 50000, 100000}));
  s.capacityPerPod = dice.any<std::int64_t>({1, 33, 100, 100, 250});
  return t;
}

IntOrPercent randomCount(Dice& dice) {
  return dice.chance(50) ? IntOrPercent{static_cast<std::int32_t>(dice.between(0, 3)), false}
                         : IntOrPercent{static_cast<std::int32_t>(dice.any({0, 10, 25, 25, 50, 100})), true};
}

Rollout randomRollout(Dice& dice) {
  Rollout r;
  r.strategy = dice.any({Strategy::BlueGreen, Strategy::Canary, Strategy::RollingUpdate, Strategy::Recreate});
  if (r.strategy == Strategy::Canary) {
    for (std::int64_t n = dice.between(1, 4); n > 0; --n) {
      CanaryStep step;
      step.percent = static_cast<std::int32_t>(dice.between(0, 100));
      if (dice.chance(30)) step.pause = dice.any<Millis>({0, 500, 3000});
      step.manual = !step.pause && dice.chance(15);
      r.steps.push_back(step);
    }
  }
  r.pause = dice.any<Millis>({0, 1000, 5000});
  r.maxSurge = randomCount(dice);
  r.maxUnavailable = randomCount(dice);
  if (r.maxSurge.value == 0 && r.maxUnavailable.value == 0) r.maxSurge = {1, false};
  r.autoPromote = dice.chance(75);
  r.scaleDownDelay = dice.any<Millis>({0, 2000, 2500, 10000});
  const bool analysable = r.strategy == Strategy::BlueGreen || r.strategy == Strategy::Canary;
  if (analysable && dice.chance(35)) {
    r.analysis = Analysis{static_cast<MilliPercent>(dice.any({0, 1000, 5000, 50000, 100000})),
                          dice.any<Millis>({1000, 1500, 4000}), static_cast<std::int32_t>(dice.between(1, 4)),
                          static_cast<std::int32_t>(dice.between(0, 2))};
  }
  r.progressDeadline = dice.any<Millis>({0, 2000, 10000, 20000, 60000});
  r.autoRollback = dice.chance(70);
  return r;
}

ScalingRules randomRules(Dice& dice) {
  ScalingRules rules;
  rules.stabilizationWindowSeconds = static_cast<std::int32_t>(dice.any({0, 0, 10, 60}));
  rules.select = dice.any({PolicySelect::Max, PolicySelect::Max, PolicySelect::Min, PolicySelect::Disabled});
  for (std::int64_t n = dice.between(1, 3); n > 0; --n) {
    rules.policies.push_back({dice.any({PolicyType::Pods, PolicyType::Percent}),
                              static_cast<std::int32_t>(dice.any({1, 2, 4, 50, 100})),
                              static_cast<std::int32_t>(dice.any({1, 5, 15, 60}))});
  }
  return rules;
}

Autoscale randomAutoscale(Dice& dice) {
  Autoscale a;
  a.targetCpu = static_cast<std::int32_t>(dice.any({10, 50, 60, 90}));
  a.min = static_cast<std::int32_t>(dice.between(1, 3));
  a.max = a.min + static_cast<std::int32_t>(dice.between(0, 8));
  a.toleranceMilli = static_cast<std::int32_t>(dice.any({0, 100, 100, 300}));
  a.period = dice.any<Millis>({1000, 5000, 5000, 2500, 15000});
  a.scaleDownStabilization = dice.any<Millis>({0, 5000, 30000});
  if (dice.chance(40)) a.behavior = ScalingBehavior{randomRules(dice), randomRules(dice)};
  return a;
}

LoadPattern randomPattern(Dice& dice) {
  LoadPattern p;
  p.shape = dice.any({LoadShape::Constant, LoadShape::Ramp, LoadShape::Sine, LoadShape::Spike});
  p.from = dice.between(0, 300);
  p.to = dice.between(0, 1000);
  p.period = dice.any<Millis>({1, 3, 777, 5000, 20000});
  p.every = dice.any<Millis>({10, 333, 1000, 1000, 4000});
  if (p.every == 10) p.forTime = 500;
  p.demand = dice.chance(70);
  if (!p.forTime && dice.chance(60)) p.forTime = dice.any<Millis>({0, 1000, 15000});
  return p;
}

std::string somePod(Dice& dice, const Engine& engine, const std::string& service) {
  const ServiceState* s = engine.service(service);
  if (s == nullptr || s->nextOrdinal == 0 || dice.chance(10)) return service + "-nobody-xxxxx";
  const auto ordinal =
      static_cast<PodOrdinal>(s->nextOrdinal - 1 - dice.below(std::min<std::int64_t>(s->nextOrdinal, 8)));
  const VersionState& v =
      s->versions[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(s->versions.size())))];
  return podName(service, v.hash, ordinal);
}

template <typename C>
void chooseHowMany(Dice& dice, const Engine& engine, C& c) {
  switch (dice.below(6)) {
    case 0:
      c.percent = static_cast<std::int32_t>(dice.any({0, 1, 34, 50, 100, 101}));
      break;
    case 1:
      c.pod = somePod(dice, engine, c.service);
      break;
    case 2:
      break;
    default:
      c.count = static_cast<std::int32_t>(dice.any({0, 1, 1, 2, 3, 5, 50, -1}));
  }
  if (dice.chance(2)) c.percent = 10;
}

ChaosCommand randomChaos(Dice& dice, const Engine& engine) {
  ChaosCommand c;
  c.service = kNames[dice.below(3)];
  c.kind = dice.any({ChaosKind::Kill, ChaosKind::Crash});
  chooseHowMany(dice, engine, c);
  if (dice.chance(25)) c.limits.minAvailable = static_cast<std::int32_t>(dice.between(0, 4));
  if (dice.chance(25)) c.limits.maxAtOnce = static_cast<std::int32_t>(dice.between(0, 3));
  if (dice.chance(20)) c.limits.minAge = dice.any<Millis>({0, 2000, 10000, -5});
  return c;
}

}  // namespace

namespace perfect::test {

EngineOptions randomOptions(Dice& dice) {
  EngineOptions options;
  options.seed = static_cast<std::uint64_t>(dice.below(1000000));
  options.tick = dice.any<Millis>({1000, 1000, 1000, 500, 300, 2000, 100});
  options.alerts.downConfirm = dice.any<Millis>({0, 0, 1000, 3000});
  options.alerts.upConfirm = dice.any<Millis>({0, 0, 1000, 2500});
  options.alerts.cooldown = dice.any<Millis>({0, 0, 4000, 20000});
  options.alerts.startupGrace = dice.any<Millis>({0, 5000, 5000, 1500});
  return options;
}

ServiceSpec randomSpec(Dice& dice, const std::string& name) {
  ServiceSpec spec;
  spec.name = name;
  spec.replicas = static_cast<std::int32_t>(dice.any({0, 1, 2, 3, 3, 4, 5, 8, 12}));
  spec.replicasGiven = dice.chance(60);
  spec.minReady = dice.any<Millis>({0, 0, 0, 1000, 2500, 6000});
  spec.podTemplate = randomTemplate(dice);
  spec.rollout = randomRollout(dice);
  if (dice.chance(25)) spec.autoscale = randomAutoscale(dice);
  return spec;
}

// Changes a few things of what is there, so that a rollout is as likely as a change without one.
ServiceSpec variedSpec(Dice& dice, const ServiceSpec& before) {
  ServiceSpec spec = before;
  if (dice.chance(50)) spec.podTemplate.image = "local://demo@v" + std::to_string(dice.between(1, 4));
  if (dice.chance(15)) spec.podTemplate = randomTemplate(dice);
  if (dice.chance(20)) spec.rollout = randomRollout(dice);
  if (dice.chance(20)) spec.minReady = dice.any<Millis>({0, 1000, 2500, 6000});
  if (dice.chance(25)) spec.replicas = static_cast<std::int32_t>(dice.between(0, 10));
  if (dice.chance(15)) {
    spec.autoscale.reset();
    if (dice.chance(60)) spec.autoscale = randomAutoscale(dice);
  }
  return spec;
}

Command randomCommand(Dice& dice, const Engine& engine) {
  const std::string name = kNames[dice.below(3)];
  const ServiceState* known = engine.service(name);
  switch (dice.below(30)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5: {
      ApplyCommand c;
      c.services.push_back(known != nullptr && dice.chance(85) ? variedSpec(dice, *known->spec)
                                                               : randomSpec(dice, name));
      if (dice.chance(10)) c.services.push_back(randomSpec(dice, kNames[dice.below(3)]));
      if (dice.chance(2)) c.services.clear();
      return c;
    }
    case 6:
      if (dice.chance(40)) return DeleteCommand{name};
      if (dice.chance(40)) {
        AlertSettingsCommand c;
        if (dice.chance(50)) c.downConfirm = dice.any<Millis>({0, 1000, 2500});
        if (dice.chance(50)) c.cooldown = dice.any<Millis>({0, 1000, 30000, -1});
        if (dice.chance(50)) c.startupGrace = dice.any<Millis>({0, 5000});
        return c;
      }
      if (dice.chance(50)) {
        MailResultCommand c;
        c.alert = engine.lastSeq() - static_cast<std::uint64_t>(dice.below(20));
        const Event* told = engine.events().find(c.alert);
        c.service = told != nullptr && told->service != kNoService ? engine.names()[told->service]->name : name;
        c.result = dice.any({MailResult::Sent, MailResult::Deferred, MailResult::Failed});
        c.text = dice.any({"", "250 ok", "no such\nuser"});
        return c;
      }
      return TickCommand{dice.any<Millis>({1000, 500, 1700, 5, 300})};
    case 7:
    case 8:
    case 9:
    case 10: {
      ScaleCommand c{name, {}, {}};
      if (dice.chance(60)) c.replicas = static_cast<std::int32_t>(dice.between(-1, 12));
      if (!c.replicas || dice.chance(3)) c.delta = static_cast<std::int32_t>(dice.between(-5, 5));
      return c;
    }
    case 11:
    case 12:
    case 13:
      return ImageCommand{name, dice.chance(3) ? "" : "local://demo@v" + std::to_string(dice.between(1, 4))};
    case 14:
    case 15:
    case 16: {
      LoadCommand c{name, {}, {}, {}};
      const std::int64_t kind = dice.below(4);
      if (kind == 0) c.cpu = dice.any<std::int64_t>({0, 30, 60, 66, 90, 200, -1});
      if (kind == 1) c.demand = dice.between(0, 1500);
      if (kind >= 2) c.pattern = randomPattern(dice);
      return c;
    }
    case 17:
    case 18:
    case 19:
    case 20:
      return randomChaos(dice, engine);
    case 21: {
      ChaosScheduleCommand c;
      c.blow = randomChaos(dice, engine);
      c.every = dice.any<Millis>({5, 500, 2000, 3333});
      if (dice.chance(80)) c.forTime = dice.any<Millis>({0, 2000, 10000, 10001});
      return c;
    }
    case 22:
      return ChaosStopCommand{};
    case 23:
    case 24:
    case 25: {
      HealthCommand c;
      c.service = name;
      c.healthy = dice.chance(30);
      chooseHowMany(dice, engine, c);
      c.probe = dice.any({ProbeTarget::Readiness, ProbeTarget::Liveness, ProbeTarget::Both});
      c.sticky = dice.chance(30);
      return c;
    }
    default:
      return RolloutCommand{name, static_cast<RolloutAction>(dice.below(8))};
  }
}

}  // namespace perfect::test

namespace {

std::string shown(const Command& command) {
  struct Words {
    std::string operator()(const ApplyCommand& c) const {
      std::string text = "apply";
      for (const ServiceSpec& s : c.services) text += "\n---\n" + writeManifest(s);
      return text;
    }
    std::string operator()(const DeleteCommand& c) const { return "delete " + c.service; }
    std::string operator()(const ScaleCommand& c) const {
      return "scale " + c.service + " " + (c.replicas ? std::to_string(*c.replicas) : "") +
             (c.delta ? " delta " + std::to_string(*c.delta) : "");
    }
    std::string operator()(const ImageCommand& c) const { return "image " + c.service + " " + c.image; }
    std::string operator()(const LoadCommand& c) const {
      return "load " + c.service + " cpu " + std::to_string(c.cpu.value_or(-1)) + " demand " +
             std::to_string(c.demand.value_or(-1)) + (c.pattern ? " pattern" : "");
    }
    std::string operator()(const ChaosCommand& c) const {
      return std::string(c.kind == ChaosKind::Kill ? "kill " : "crash ") + c.service + " count " +
             std::to_string(c.count.value_or(-1)) + " percent " + std::to_string(c.percent.value_or(-1)) + " pod " +
             c.pod.value_or("-");
    }
    std::string operator()(const ChaosScheduleCommand& c) const {
      return "every " + std::to_string(c.every) + " for " + std::to_string(c.forTime.value_or(-1)) + " " +
             (*this)(c.blow);
    }
    std::string operator()(const ChaosStopCommand&) const { return "stop chaos"; }
    std::string operator()(const HealthCommand& c) const {
      return "health " + c.service + (c.healthy ? " good" : " bad") + " probe " +
             std::to_string(static_cast<int>(c.probe)) + (c.sticky ? " sticky" : "") + " count " +
             std::to_string(c.count.value_or(-1)) + " pod " + c.pod.value_or("-");
    }
    std::string operator()(const RolloutCommand& c) const {
      return "rollout " + c.service + " " + std::to_string(static_cast<int>(c.action));
    }
    std::string operator()(const AlertSettingsCommand&) const { return "alert settings"; }
    std::string operator()(const MailResultCommand& c) const { return "mail result of " + std::to_string(c.alert); }
    std::string operator()(const TickCommand& c) const { return "tick " + std::to_string(c.tick); }
  };
  return std::visit(Words{}, command);
}

/// The first difference of the world of this seed, with the Commands that led to it; empty: none.
std::string playWorld(std::uint64_t seed, int commands, std::uint64_t& events) {
  Dice dice(seed);
  Twin twin(randomOptions(dice));
  std::string given;
  const auto give = [&](const Command& command) {
    given += "t=" + std::to_string(twin.engine.now()) + ": " + shown(command) + "\n";
    return twin.apply(command);
  };
  bool same = give(ApplyCommand{{randomSpec(dice, "api")}});
  for (int i = 0; i < commands && same; ++i) {
    const Millis step = dice.any<Millis>({0, 0, 1, 137, 500, 1000, 1000, 2000, 3000, 7000, 12345});
    same = twin.runTo(twin.engine.now() + step) && give(randomCommand(dice, twin.engine));
  }
  if (same) same = give(ChaosStopCommand{});
  if (same) twin.runTo(twin.engine.now() + 60000);
  events += twin.engine.lastSeq();
  if (twin.difference().empty()) return {};
  return "seed " + std::to_string(seed) + "\n" + given + twin.difference();
}

int fromEnvironment(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::atoi(value);
}

class ModelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void randomWorldsHaveTheSameHistoryTwice() {
    const int first = fromEnvironment("PERFECT_FIRST_SEED", 1);
    const int worlds = fromEnvironment("PERFECT_WORLDS", 300);
    std::uint64_t events = 0;
    int failed = 0;
    std::string shortest;
    for (int seed = first; seed < first + worlds; ++seed) {
      const std::string report = playWorld(static_cast<std::uint64_t>(seed), 40, events);
      if (report.empty()) continue;
      if (std::getenv("PERFECT_EACH") != nullptr) {
        std::size_t at = report.find(" differ");
        at = report.rfind('\n', at) + 1;
        std::printf("seed %d: %s\n", seed, report.substr(at, report.find("the events before", at) - at).c_str());
        std::fflush(stdout);
      }
      if (++failed == 1 || report.size() < shortest.size()) shortest = report;
    }
    std::printf("%d worlds, %llu events, %d differ\n%s", worlds, static_cast<unsigned long long>(events), failed,
                shortest.c_str());
    QVERIFY2(failed == 0, "the shortest difference stands above");
  }
};

}  // namespace

QTEST_APPLESS_MAIN(ModelTest)
#include "test_model.moc"
