// SPDX-License-Identifier: GPL-3.0-or-later
//
// Blue/green: exactly one version serves; traffic moves to green only when all of it is available (going back: at once);
// a side that served keeps its pods for scaleDownDelaySeconds after traffic left it, and so does one that was given up.
#include <map>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

class BlueGreen : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr || !step.changed) continue;
      Memory& memory = m_memory[step.is->index];
      if (step.is->spec->rollout.strategy != Strategy::BlueGreen || step.is->deleting) {
        memory = {};
        continue;
      }
      oneServes(m, step, memory, f);
      if (step.was == nullptr) continue;
      for (const Event& e : *m.events) {
        if (e.service != step.is->index) continue;
        if (e.reason == Reason::TrafficSwitched) switched(m, step, e, memory, f);
        if (e.reason == Reason::RolloutAborted || e.reason == Reason::RolledBack)
          keep(memory, step.is->rollout.updated, m.t + step.is->spec->rollout.scaleDownDelay);
        if (e.reason == Reason::RolloutStarted) begin(memory, e.version);
        if (e.reason == Reason::SuccessfulDelete) deleted(m, step, e, memory, f);
      }
      // Another delay, or nothing desired: what was promised before does not bind any more.
      const bool otherDelay = step.was->spec->rollout.scaleDownDelay != step.is->spec->rollout.scaleDownDelay;
      if (step.is->replicas == 0 || otherDelay) memory.until.clear();
    }
  }

 private:
  struct Memory {
    bool served = false;  ///< some version has been the serving one since the strategy is blue/green
    VersionIndex givenUp = kNoVersion;
    std::map<VersionIndex, SimTime> until;  ///< idle sides, and how long they stay at least
  };

  static void keep(Memory& memory, VersionIndex version, SimTime until) {
    memory.givenUp = version;
    memory.until[version] = until;
  }

  /// A new rollout has no use for what the one before it gave up; and the version it brings is idle no longer.
  static void begin(Memory& memory, VersionIndex version) {
    memory.until.erase(memory.givenUp);
    memory.until.erase(version);
    memory.givenUp = kNoVersion;
  }

  static void oneServes(const Moment& m, const ServiceStep& step, Memory& memory, Findings& f) {
    const ServiceState& s = *step.is;
    const VersionIndex active = s.rollout.active;
    f.expect(active < static_cast<VersionIndex>(s.versions.size()), "blue/green",
             [] { return "an unknown version serves"; });
    f.expect(!memory.served || active != kNoVersion, "blue/green",
             [&] { return s.spec->name + ": no version is the serving one any more"; });
    memory.served = memory.served || active != kNoVersion;
    if (step.was == nullptr || !memory.served || step.was->rollout.active == kNoVersion) return;
    const VersionIndex former = step.was->rollout.active;
    if (former == active || s.replicas == 0 || s.rollout.stable == kNoVersion) return;
    bool said = false;
    for (const Event& e : *m.events) said = said || (e.reason == Reason::TrafficSwitched && e.service == s.index);
    f.expect(said, "blue/green", [&] { return s.spec->name + ": traffic moved and nobody told"; });
  }

  static void switched(const Moment& m, const ServiceStep& step, const Event& e, Memory& memory, Findings& f) {
    const ServiceState& s = *step.is;
    // From a strategy without sides: stable serves first, and green at once after it.
    const bool passing = step.was->rollout.active == kNoVersion && e.version == s.rollout.stable;
    f.expect(e.version == s.rollout.active || passing || from(m, s) == e.version, "blue/green",
             [&] { return "another version serves than " + told(e); });
    const VersionState& green = versionOf(*step.was, e.version);
    // Pods too many that are not available go in this very look.
    const bool all = green.counts.available == s.replicas && green.counts.total() >= s.replicas;
    // On the way back to stable nothing is worth waiting for when the side that served has lost all its pods.
    const bool lastOnes = s.rollout.updated == s.rollout.stable && green.counts.total() == totalOf(*step.was);
    f.expect(all || s.rollout.toStable || lastOnes, "blue/green", [&] {
      return s.spec->name + ": traffic moved to " + std::to_string(green.counts.available) + " available of " +
             std::to_string(s.replicas) + " pods";
    });
    const auto former = static_cast<VersionIndex>(e.facts[0]);
    // Only what was stable is blue; a green that is left on the way back is given up, or replaced.
    if (former != kNoVersion && former == step.was->rollout.stable)
      memory.until[former] = m.t + s.spec->rollout.scaleDownDelay;
    memory.until.erase(e.version);
  }

  /// The version that the step's last switch came from.
  static VersionIndex from(const Moment& m, const ServiceState& s) {
    VersionIndex version = kNoVersion;
    for (const Event& e : *m.events) {
      if (e.service == s.index && e.reason == Reason::TrafficSwitched) version = static_cast<VersionIndex>(e.facts[0]);
    }
    return version;
  }

  static void deleted(const Moment& m, const ServiceStep& step, const Event& e, Memory& memory, Findings& f) {
    const ServiceState& s = *step.is;
    const auto idle = memory.until.find(e.version);
    if (idle == memory.until.end() || s.replicas == 0) return;
    // A side that is wanted again, or shrinks with the number desired, is not idle.
    if (e.version == s.rollout.active || e.version == s.rollout.stable) return;
    if (e.version == s.rollout.updated && !s.rollout.toStable) return;
    if (versionOf(s, e.version).counts.total() >= s.replicas) return;
    const bool changed = step.was->spec->rollout.scaleDownDelay != s.spec->rollout.scaleDownDelay;
    f.expect(changed || m.t >= idle->second, "blue/green", [&] {
      return s.spec->name + ": the idle side should stay until " + std::to_string(idle->second) + " ms: " + told(e);
    });
  }

  std::map<ServiceIndex, Memory> m_memory;
};

}  // namespace

std::unique_ptr<Checker> checkBlueGreen() { return std::make_unique<BlueGreen>(); }

}  // namespace perfect::storm
