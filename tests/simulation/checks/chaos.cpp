// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chaos keeps its limits, strikes as often as was asked and only when it is due, and stops when it is told to.
#include <map>
#include <vector>

#include "tests/simulation/checks/bounds.h"
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

bool isBlow(Reason reason) { return reason == Reason::ChaosKilled || reason == Reason::ChaosCrashed; }

class Chaos : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    if (m.stage == Stage::Command && m.answer->ok()) {
      if (const auto* blow = std::get_if<ChaosCommand>(m.command)) {
        struck(m, *blow, blowsBy(m, 0), f);
      } else if (const auto* schedule = std::get_if<ChaosScheduleCommand>(m.command)) {
        arrange(m, *schedule);
      } else if (std::holds_alternative<ChaosStopCommand>(*m.command)) {
        m_schedules.clear();
      } else if (const auto* end = std::get_if<DeleteCommand>(m.command)) {
        std::erase_if(m_schedules, [&](const auto& s) { return s.second.command.blow.service == end->service; });
      }
    }
    if (m.stage == Stage::Command) return;
    bySchedule(m, f);
  }

 private:
  struct Arranged {
    ChaosScheduleCommand command;
    SimTime from = 0;
    SimTime until = kNever;
  };

  void arrange(const Moment& m, const ChaosScheduleCommand& command) {
    Arranged a{command, m.t, kNever};
    if (command.forTime) a.until = m.t + *command.forTime;
    m_schedules[m.answer->value().event] = a;
  }

  /// Blows of this step that a schedule's event caused (0: that nothing caused, or one of them).
  static std::vector<const Event*> blowsBy(const Moment& m, std::uint64_t root) {
    std::vector<const Event*> blows;
    for (const Event& e : *m.events) {
      if (isBlow(e.reason) && (root == 0 || e.root == root)) blows.push_back(&e);
    }
    return blows;
  }

  void bySchedule(const Moment& m, Findings& f) {
    for (const Event& e : *m.events) {
      if (!isBlow(e.reason)) continue;
      const auto found = m_schedules.find(e.root);
      f.expect(found != m_schedules.end(), "chaos", [&] { return "nobody arranged " + told(e); });
      if (found == m_schedules.end()) continue;
      const Arranged& a = found->second;
      const bool due = m.t > a.from && (m.t - a.from) % a.command.every == 0 && m.t <= a.until;
      f.expect(due, "chaos", [&] { return "not due: " + told(e); });
    }
    for (const auto& [root, a] : m_schedules) {
      if (m.t <= a.from || (m.t - a.from) % a.command.every != 0 || m.t > a.until) continue;
      if (m.stage == Stage::Agents) struck(m, a.command.blow, blowsBy(m, root), f);
    }
    std::erase_if(m_schedules, [&](const auto& s) { return s.second.until < m.t; });
  }

  static void struck(const Moment& m, const ChaosCommand& c, const std::vector<const Event*>& blows, Findings& f) {
    const ServiceEntry* entry = m.before->find(c.service);
    if (entry == nullptr) return;
    const auto taken = static_cast<std::int64_t>(blows.size());
    std::int64_t asked = c.count.value_or(1);
    if (c.percent) asked = (std::int64_t{totalOf(*entry->state)} * *c.percent + 99) / 100;
    const auto expect = [&](bool holds, const char* what) {
      f.expect(holds, "chaos",
               [&] { return c.service + ": " + what + " (" + std::to_string(taken) + " pods struck)"; });
    };
    // By the clock, pods come and go in the same instant before the blow: then only what surely holds is asked.
    const bool exact = m.stage == Stage::Command;
    expect(!exact || taken <= asked, "more than was asked");
    expect(!c.limits.maxAtOnce || taken <= *c.limits.maxAtOnce, "more than maxAtOnce");
    std::int64_t available = 0;
    for (const Event* e : blows) {
      expect(e->reason == (c.kind == ChaosKind::Kill ? Reason::ChaosKilled : Reason::ChaosCrashed),
             "another kind of blow");
      const Pod* pod = entry->pods->find(e->pod);
      expect(pod != nullptr, "a pod that was not there");
      if (pod == nullptr) continue;
      available += pod->available ? 1 : 0;
      expect(!c.limits.minAge || m.t - pod->createdAt >= *c.limits.minAge, "a pod younger than minAge");
    }
    if (exact && c.limits.minAvailable && available > 0) {
      expect(availableOf(*entry->state) - available >= *c.limits.minAvailable, "fewer available than minAvailable");
    }
    if (!exact || c.limits.minAvailable || c.limits.maxAtOnce || c.limits.minAge || c.pod) return;
    std::int64_t eligible = 0;
    entry->pods->forEach(0, [&](const Pod& pod) {
      eligible += c.kind == ChaosKind::Kill ? (pod.terminating() ? 0 : 1) : (pod.state == PodState::Running ? 1 : 0);
      return true;
    });
    expect(taken == std::min(asked, eligible), "not as many as was asked, without a reason");
  }

  std::map<std::uint64_t, Arranged> m_schedules;  ///< by the event that announced them
};

}  // namespace

std::unique_ptr<Checker> checkChaos() { return std::make_unique<Chaos>(); }

}  // namespace perfect::storm
