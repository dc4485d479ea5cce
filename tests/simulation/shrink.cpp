// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/shrink.h"

#include <algorithm>
#include <chrono>
#include <functional>

#include "core/manifest/manifest.h"
#include "tests/simulation/judge.h"

namespace perfect::storm {

namespace {

using Clock = std::chrono::steady_clock;

class Shrinker {
 public:
  Shrinker(World world, std::string check, int seconds)
      : m_world(std::move(world)), m_check(std::move(check)), m_end(Clock::now() + std::chrono::seconds(seconds)) {}

  World shrink() {
    std::size_t before = 0;
    do {
      before = m_taken;
      dropCommands();
      simplifyOptions();
      for (std::size_t i = 0; i < m_world.commands.size(); ++i) simplifyApply(i);
      roundTimes();
    } while (m_taken != before && !late());
    return m_world;
  }

 private:
  bool late() const { return Clock::now() >= m_end; }

  bool take(World candidate) {
    if (late() || judgeApart(candidate).check != m_check) return false;
    m_world = std::move(candidate);
    ++m_taken;
    return true;
  }

  // Delta debugging: ever smaller stretches.
  void dropCommands() {
    for (std::size_t size = std::max<std::size_t>(1, m_world.commands.size() / 2);; size /= 2) {
      for (std::size_t from = 0; from < m_world.commands.size();) {
        World fewer = m_world;
        const auto begin = fewer.commands.begin() + static_cast<std::ptrdiff_t>(from);
        const auto count = std::min(size, fewer.commands.size() - from);
        fewer.commands.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
        if (!take(std::move(fewer))) from += size;
      }
      if (size <= 1 || late()) return;
    }
  }

  void simplifyOptions() {
    const auto attempt = [&](const std::function<void(EngineOptions&)>& change) {
      World simpler = m_world;
      change(simpler.options);
      const bool same = simpler.options.seed == m_world.options.seed && simpler.options.tick == m_world.options.tick &&
                        simpler.options.alerts == m_world.options.alerts;
      if (!same) take(std::move(simpler));
    };
    attempt([](EngineOptions& o) { o.alerts = {}; });
    attempt([](EngineOptions& o) { o.tick = 1000; });
    attempt([](EngineOptions& o) { o.seed = 1; });
  }

  template <typename Change>
  void attempt(std::size_t command, std::size_t service, Change&& change) {
    World simpler = m_world;
    auto& services = std::get<ApplyCommand>(simpler.commands[command].command).services;
    if (service >= services.size()) return;
    const ServiceSpec before = services[service];
    change(services[service]);
    if (!(services[service] == before)) take(std::move(simpler));
  }

  void simplifyApply(std::size_t i) {
    const auto* apply = std::get_if<ApplyCommand>(&m_world.commands[i].command);
    if (apply == nullptr) return;
    for (std::size_t s = apply->services.size(); s > 1; --s) {
      World fewer = m_world;
      auto& services = std::get<ApplyCommand>(fewer.commands[i].command).services;
      services.erase(services.begin() + static_cast<std::ptrdiff_t>(s - 1));
      take(std::move(fewer));
    }
    const std::size_t count = std::get<ApplyCommand>(m_world.commands[i].command).services.size();
    for (std::size_t s = 0; s < count; ++s) simplifySpec(i, s);
  }

  void simplifySpec(std::size_t i, std::size_t s) {
    attempt(i, s, [](ServiceSpec& x) { x.autoscale.reset(); });
    attempt(i, s, [](ServiceSpec& x) { x.minReady = 0; });
    attempt(i, s, [](ServiceSpec& x) { x.podTemplate.env.clear(); });
    attempt(i, s, [](ServiceSpec& x) { x.podTemplate.readiness.reset(); });
    attempt(i, s, [](ServiceSpec& x) { x.podTemplate.liveness.reset(); });
    attempt(i, s, [](ServiceSpec& x) { x.podTemplate.startup.reset(); });
    attempt(i, s, [](ServiceSpec& x) { x.podTemplate.restartBackoff = {}; });
    attempt(i, s, [](ServiceSpec& x) { x.podTemplate.simulation = {}; });
    attempt(i, s, [](ServiceSpec& x) { x.podTemplate.terminationGracePeriodSeconds = 30; });
    simplifySimulation(i, s);
    simplifyRollout(i, s);
    attempt(i, s, [](ServiceSpec& x) { x.replicas = std::min(x.replicas, 1); });
    attempt(i, s, [](ServiceSpec& x) { x.replicas = std::min(x.replicas, 2); });
  }

  void simplifySimulation(std::size_t i, std::size_t s) {
    const Simulation usual;
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.jitterMilli = 0; });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.start = usual.start; });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.boot = usual.boot; });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.shutdown = usual.shutdown; });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.crashAfter.reset(); });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.crashesPerHourMilli = 0; });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.probeFailure = 0; });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.error = 0; });
    attempt(i, s, [&](ServiceSpec& x) { x.podTemplate.simulation.capacityPerPod = 100; });
  }

  void simplifyRollout(std::size_t i, std::size_t s) {
    const Rollout usual;
    attempt(i, s, [&](ServiceSpec& x) { x.rollout = {}; });
    attempt(i, s, [&](ServiceSpec& x) { x.rollout.analysis.reset(); });
    attempt(i, s, [&](ServiceSpec& x) { x.rollout.steps.resize(std::min<std::size_t>(x.rollout.steps.size(), 1)); });
    attempt(i, s, [&](ServiceSpec& x) {
      if (x.rollout.strategy != Strategy::Canary) x.rollout.steps.clear();
    });
    attempt(i, s, [&](ServiceSpec& x) { x.rollout.pause = usual.pause; });
    attempt(i, s, [&](ServiceSpec& x) { x.rollout.autoPromote = true; });
    attempt(i, s, [&](ServiceSpec& x) { x.rollout.scaleDownDelay = usual.scaleDownDelay; });
    attempt(i, s, [&](ServiceSpec& x) { x.rollout.progressDeadline = usual.progressDeadline; });
    attempt(i, s, [&](ServiceSpec& x) { x.rollout.autoRollback = true; });
    attempt(i, s, [&](ServiceSpec& x) {
      x.rollout.maxSurge = {1, false};
      x.rollout.maxUnavailable = {0, false};
    });
  }

  // Whole seconds, and no longer gaps than it takes.
  void roundTimes() {
    for (std::size_t i = 0; i < m_world.commands.size(); ++i) {
      const SimTime before = i == 0 ? 0 : m_world.commands[i - 1].at;
      const SimTime at = m_world.commands[i].at;
      for (const SimTime rounder : {before, before + 1000, before + 10000, before + 60000, (at + 999) / 1000 * 1000}) {
        if (rounder >= at && rounder % 1000 != 0) continue;
        if (rounder == at || (rounder > at && at % 1000 == 0)) continue;
        World shifted = m_world;
        for (std::size_t k = i; k < shifted.commands.size(); ++k) shifted.commands[k].at += rounder - at;
        if (take(std::move(shifted))) break;
      }
    }
  }

  World m_world;
  std::string m_check;
  Clock::time_point m_end;
  std::size_t m_taken = 0;
};

}  // namespace

World shrink(World world, const Failure& failure, int seconds) {
  return Shrinker(std::move(world), failure.check, seconds).shrink();
}

}  // namespace perfect::storm
