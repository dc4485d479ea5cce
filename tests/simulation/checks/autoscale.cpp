// SPDX-License-Identifier: GPL-3.0-or-later
//
// Desired changes by a Command or by the autoscaler only; the autoscaler stays within [min, max], looks once a period,
// measures what the load really is, keeps still inside its tolerance, never goes against the signal, and no faster than
// its rules allow.
#include <cstdlib>
#include <map>
#include <optional>
#include <vector>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

/// The average percent over measured pods: ready ones of the serving side (no side: of all).
std::optional<std::int64_t> utilisationOf(const ServiceState& s) {
  std::int64_t ready = 0;
  std::int64_t use = 0;
  std::int64_t serving = 0;
  for (std::size_t v = 0; v < s.versions.size(); ++v) {
    const bool serves = s.rollout.active == kNoVersion || s.rollout.active == static_cast<VersionIndex>(v);
    serving += serves ? s.versions[v].counts.ready : 0;
  }
  for (std::size_t v = 0; v < s.versions.size(); ++v) {
    const bool serves = s.rollout.active == kNoVersion || s.rollout.active == static_cast<VersionIndex>(v);
    const std::int64_t pods = s.versions[v].counts.ready;
    if (!serves || pods == 0) continue;
    ready += pods;
    const std::int64_t capacity = s.versions[v].podTemplate->simulation.capacityPerPod;
    use += s.load.byDemand ? pods * s.load.demand * 100 / capacity / serving : pods * s.load.cpu;
  }
  if (ready == 0) return std::nullopt;
  return use / ready;
}

class Autoscaler : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr) {
        if (step.was != nullptr) m_memory.erase(step.was->index);
        continue;
      }
      if (!step.changed) continue;
      std::int32_t replicas = step.was == nullptr ? step.is->replicas : step.was->replicas;
      for (const Event& e : *m.events) {
        if (e.service == step.is->index && e.reason == Reason::SuccessfulRescale) {
          rescaled(m, step, e, replicas, f);
          replicas = static_cast<std::int32_t>(e.facts[1]);
        }
      }
      const bool ordered = m.stage == Stage::Command;
      f.expect(ordered || replicas == step.is->replicas, "autoscale",
               [&] { return step.is->spec->name + ": desired changed and nobody did it"; });
      if (step.was != nullptr && step.was->spec->autoscale != step.is->spec->autoscale) {
        Memory& memory = m_memory[step.is->index];
        memory.last = -1;
        for (Change& c : memory.changes) c.certain = false;
      }
    }
  }

 private:
  struct Change {
    SimTime at;
    std::int64_t by;
    bool certain = true;  ///< made under the present rules: other ones may have forgotten it, or not
  };
  struct Memory {
    SimTime last = -1;
    std::vector<Change> changes;  ///< the autoscaler's own, up positive
  };

  void rescaled(const Moment& m, const ServiceStep& step, const Event& e, std::int32_t replicas, Findings& f) {
    const ServiceState& s = *step.is;
    const auto expect = [&](bool holds, const char* what) {
      f.expect(holds, "autoscale", [&] { return s.spec->name + ": " + what + ": " + told(e); });
    };
    expect(s.spec->autoscale.has_value() && step.was != nullptr, "there is no autoscaler");
    if (!s.spec->autoscale || step.was == nullptr) return;
    const Autoscale& a = *s.spec->autoscale;
    const std::int64_t from = e.facts[0];
    const std::int64_t to = e.facts[1];
    expect(from == replicas && to != from, "not from the number that was desired");
    expect(to >= a.min && to <= a.max, "outside its bounds");
    expect(from > 0, "a service scaled to zero by hand stays there");
    Memory& memory = m_memory[s.index];
    // Looks fall on whole periods: two of them never share one.
    const SimTime began = s.autoscale.enabledAt;
    expect(memory.last < began || (memory.last - began) / a.period < (m.t - began) / a.period, "twice in one period");
    memory.last = m.t;
    const bool clamped = from < a.min || from > a.max;
    if (!clamped) byLoad(step, a, from, to, memory, m.t, expect);
    if (a.behavior) memory.changes.push_back({m.t, to - from});
  }

  template <typename Expect>
  static void byLoad(const ServiceStep& step, const Autoscale& a, std::int64_t from, std::int64_t to,
                     const Memory& memory, SimTime now, const Expect& expect) {
    const auto measured = utilisationOf(*step.was);
    expect(measured.has_value(), "nothing was measured");
    if (!measured) return;
    expect(step.is->autoscale.utilisation == std::min<std::int64_t>(*measured, 2147483647), "not what the pods use");
    expect(*measured != a.targetCpu, "on target already");
    expect(std::abs(*measured - a.targetCpu) * 1000 > std::int64_t{a.toleranceMilli} * a.targetCpu,
           "inside the tolerance");
    expect((to > from) == (*measured > a.targetCpu), "against the signal");
    if (!a.behavior) {
      expect(to <= std::max<std::int64_t>(2 * from, 4), "more than one step up");
      return;
    }
    const bool up = to > from;
    const ScalingRules& rules = up ? a.behavior->scaleUp : a.behavior->scaleDown;
    expect(rules.select != PolicySelect::Disabled, "in a direction that is disabled");
    std::optional<std::int64_t> limit;
    for (const ScalingPolicy& p : rules.policies) {
      std::int64_t start = from;
      for (const Change& c : memory.changes) {
        const bool counts = c.certain || (c.by > 0) != up;
        start -= counts && now - c.at < 1000LL * p.periodSeconds ? c.by : 0;
      }
      std::int64_t most = 0;
      if (p.type == PolicyType::Pods) {
        most = up ? start + p.value : start - p.value;
      } else {
        most = up ? (start * (100 + p.value) + 99) / 100 : start * (100 - p.value) / 100;
      }
      const bool wide = rules.select == PolicySelect::Max;
      limit = !limit ? most : up == wide ? std::max(*limit, most) : std::min(*limit, most);
    }
    expect(!limit || (up ? to <= *limit : to >= *limit), "faster than its policies allow");
  }

  std::map<ServiceIndex, Memory> m_memory;
};

}  // namespace

std::unique_ptr<Checker> checkAutoscale() { return std::make_unique<Autoscaler>(); }

}  // namespace perfect::storm
