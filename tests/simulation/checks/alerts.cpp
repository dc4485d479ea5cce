// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mails: never two with the same state in a row, UP only after a DOWN, nothing unconfirmed, nothing within the cooldown
// of the last one or within the grace after desired rose or the service was first seen; and each tells the truth.
#include <map>

#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

std::int32_t readyOf(const ServiceState& s) {
  std::int32_t ready = 0;
  for (const VersionState& v : s.versions) ready += v.counts.ready;
  return ready;
}

class Alerts : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    if (m.stage != Stage::Tick || !m.ticked) return;
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr) {
        if (step.was != nullptr) m_memory.erase(step.was->index);
        continue;
      }
      if (step.changed && step.was != nullptr && !step.is->deleting) lookAt(m, step, f);
    }
  }

 private:
  struct Memory {
    bool seen = false;
    bool downAtFirst = false;  ///< without a grace that was its baseline, which an UP may answer
    bool up = true;            ///< what the last mail said
    bool mailed = false;       ///< there was one
    SimTime mailedAt = 0;
    std::int32_t desired = 0;
    SimTime graceUntil = 0;
    int status = -1;  ///< 0 down, 1 up, 2 scaled to zero, as seen at ticks
    SimTime statusSince = 0;
  };

  // Alerts look after the tick's own changes: at desired as it is now, and at the ready pods that are left. Pods that
  // started in the same instant come later.
  void lookAt(const Moment& m, const ServiceStep& step, Findings& f) {
    const ServiceState& s = *step.is;
    Memory& memory = m_memory[s.index];
    std::int32_t ready = readyOf(*step.was);
    for (const Event& e : *m.events) {
      if (e.service != s.index || e.reason != Reason::SuccessfulDelete) continue;
      const Pod* pod = step.podsWere->find(e.pod);
      ready -= pod != nullptr && pod->ready ? 1 : 0;
    }
    const int status = s.replicas == 0 ? 2 : ready >= s.replicas ? 1 : 0;
    if (!memory.seen || s.replicas > memory.desired) memory.graceUntil = m.t + m.options->alerts.startupGrace;
    if (!memory.seen || status != memory.status) memory.statusSince = m.t;
    if (!memory.seen) memory.downAtFirst = status == 0 && m.options->alerts.startupGrace == 0;
    memory.seen = true;
    memory.desired = s.replicas;
    memory.status = status;
    for (const Event& e : *m.events) {
      if (e.service == s.index && (e.reason == Reason::AlertDown || e.reason == Reason::AlertUp))
        mail(m, e, memory, ready, f);
    }
  }

  static void mail(const Moment& m, const Event& e, Memory& memory, std::int32_t ready, Findings& f) {
    const AlertSettings& settings = m.options->alerts;
    const bool up = e.reason == Reason::AlertUp;
    const auto expect = [&](bool holds, const char* what) {
      f.expect(holds, "alerts", [&] { return std::string(what) + ": " + told(e); });
    };
    expect(memory.status == (up ? 1 : 0), "the mail does not say how it is");
    expect(e.facts[0] == ready && e.facts[1] == memory.desired, "the mail has other numbers");
    expect(memory.mailed ? memory.up != up : !up || memory.downAtFirst, "the same as the last mail");
    expect(m.t >= memory.graceUntil, "within the startup grace");
    expect(!memory.mailed || m.t - memory.mailedAt >= settings.cooldown, "within the cooldown");
    expect(m.t - memory.statusSince >= (up ? settings.upConfirm : settings.downConfirm), "not confirmed yet");
    memory.up = up;
    memory.mailed = true;
    memory.mailedAt = m.t;
  }

  std::map<ServiceIndex, Memory> m_memory;
};

}  // namespace

std::unique_ptr<Checker> checkAlerts() { return std::make_unique<Alerts>(); }

}  // namespace perfect::storm
