// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/simulation_metrics.h"

#include <array>

#include "app/json/state_json.h"
#include "core/reconcile/status.h"

namespace perfect {

namespace {

constexpr const char* kGauge = "gauge";
constexpr const char* kCounter = "counter";

class Families {
 public:
  Families(MetricsText& out, const Snapshot& snapshot) : m_out(out), m_snapshot(snapshot) {}

  /// A family with a sample a service.
  template <typename Value>
  void perService(const char* name, const char* type, const char* help, Value value) {
    each(name, type, help, [&](const ServiceEntry& entry) {
      m_out.sample({{"service", entry.state->spec->name}}, value(*entry.state));
    });
  }
  /// A family for whose samples `write` cares.
  template <typename Write>
  void each(const char* name, const char* type, const char* help, Write write) {
    m_out.family(name, type, help);
    for (const ServiceEntry& entry : m_snapshot.services) write(entry);
  }

 private:
  MetricsText& m_out;
  const Snapshot& m_snapshot;
};

std::int64_t wide(std::int64_t number) { return number; }

struct TalliedAs {
  Tally tally;
  const char* label;
};
constexpr std::array kOutcomes = {
    TalliedAs{Tally::RolloutCompleted, "complete"}, TalliedAs{Tally::RolloutAborted, "aborted"},
    TalliedAs{Tally::RolloutFailed, "failed"}, TalliedAs{Tally::RolledBack, "rolled_back"}};
constexpr std::array kDirections = {TalliedAs{Tally::RescaledUp, "up"}, TalliedAs{Tally::RescaledDown, "down"}};
constexpr std::array kAlerts = {TalliedAs{Tally::AlertDown, "down"}, TalliedAs{Tally::AlertUp, "up"}};

template <std::size_t N>
void writeTallies(Families& families, MetricsText& out, const char* name, const char* help, const char* label,
                  const std::array<TalliedAs, N>& tallies) {
  families.each(name, kCounter, help, [&](const ServiceEntry& entry) {
    for (const TalliedAs& tallied : tallies)
      out.sample({{"service", entry.state->spec->name}, {label, tallied.label}}, entry.state->tally(tallied.tally));
  });
}

void writePodMetrics(Families& families, MetricsText& out) {
  families.perService("api_pods_ready", kGauge, "Pods that are ready.",
                      [](const ServiceState& s) { return wide(s.counts().ready); });
  families.perService("api_pods_desired", kGauge, "Pods that should exist.",
                      [](const ServiceState& s) { return wide(s.replicas); });
  families.perService("api_pods_serving", kGauge, "Ready pods that get traffic.",
                      [](const ServiceState& s) { return wide(s.serving()); });
  families.each("api_pods_total", "untyped", "Pods that exist, terminating ones included.", [&](const ServiceEntry& e) {
    out.sample({{"service", e.state->spec->name}}, wide(e.pods->size()));
  });
  families.each("api_pods", kGauge, "Pods by what they are doing.", [&](const ServiceEntry& entry) {
    const PodCounts counts = entry.state->counts();
    const auto status = [&](const char* name, std::int64_t pods) {
      out.sample({{"service", entry.state->spec->name}, {"status", name}}, pods);
    };
    status("Pending", counts.pending);
    status("Ready", counts.ready);
    status("NotReady", counts.notReady - counts.backingOff);
    status("CrashLoopBackOff", counts.backingOff);
    status("Terminating", counts.terminating);
  });
  families.perService("api_restarts_total", kCounter, "Restarts of containers.",
                      [](const ServiceState& s) { return s.restarts; });
}

void writeRolloutMetrics(Families& families, MetricsText& out) {
  families.each("api_rollout_phase", kGauge, "1 for the phase the newest rollout is in.", [&](const ServiceEntry& e) {
    for (int phase = 0; phase <= static_cast<int>(RolloutPhase::RolledBack); ++phase) {
      out.sample({{"service", e.state->spec->name}, {"phase", phaseName(static_cast<RolloutPhase>(phase))}},
                 wide(static_cast<int>(e.state->rollout.phase) == phase ? 1 : 0));
    }
  });
  families.perService("api_rollout_weight_ratio", kGauge, "Share of the new version, of 1.",
                      [](const ServiceState& s) { return currentWeight(s) / 100.0; });
  families.perService("api_rollouts_total", kCounter, "Rollouts that began.",
                      [](const ServiceState& s) { return wide(s.rollout.number); });
  writeTallies(families, out, "api_rollout_outcomes_total", "How rollouts ended.", "outcome", kOutcomes);
}

void writeScalingMetrics(Families& families, MetricsText& out) {
  families.perService("api_autoscaled", kGauge, "1 where an autoscaler decides about the replicas.",
                      [](const ServiceState& s) { return wide(s.spec->autoscale ? 1 : 0); });
  families.perService("api_autoscale_recommended_replicas", kGauge, "What the autoscaler last thought right.",
                      [](const ServiceState& s) { return wide(s.autoscale.recommended); });
  writeTallies(families, out, "api_autoscale_rescales_total", "Changes of the replicas by the autoscaler.", "direction",
               kDirections);
  families.perService("api_cpu_ratio", kGauge, "Load of a serving pod, of 1.",
                      [](const ServiceState& s) { return static_cast<double>(averageCpu(s)) / 100.0; });
}

void writeTrafficMetrics(Families& families) {
  const auto sum = [](const ServiceState& s, std::int64_t VersionState::*milli) {
    std::int64_t total = 0;
    for (const VersionState& version : s.versions) total += version.*milli;
    return total / 1000;
  };
  families.perService("api_requests_total", kCounter, "Requests served, failed ones included.",
                      [&](const ServiceState& s) { return sum(s, &VersionState::servedMilli); });
  families.perService("api_request_failures_total", kCounter, "Requests that failed.",
                      [&](const ServiceState& s) { return sum(s, &VersionState::failedMilli); });
}

void writeEventMetrics(Families& families, MetricsText& out) {
  families.each("api_events_total", kCounter, "Events by level.", [&](const ServiceEntry& entry) {
    for (const Level level : {Level::Info, Level::Warn, Level::Error}) {
      out.sample({{"service", entry.state->spec->name}, {"level", levelName(level)}},
                 entry.state->eventsByLevel[static_cast<std::size_t>(level)]);
    }
  });
  families.perService("api_alert_active", kGauge, "1 while the service counts as down.",
                      [](const ServiceState& s) { return wide(s.alert.status == AlertStatus::Down ? 1 : 0); });
  writeTallies(families, out, "api_alerts_total", "Alerts that were due.", "kind", kAlerts);
  families.each("api_alert_mails_total", kCounter, "Mails about alerts by what became of them.",
                [&](const ServiceEntry& entry) {
                  const AlertCounts& mails = entry.state->alertCounts;
                  const auto result = [&](const char* name, std::int64_t count) {
                    out.sample({{"service", entry.state->spec->name}, {"result", name}}, count);
                  };
                  result("due", mails.due);
                  result("held_back", mails.heldBack);
                  result("sent", mails.sent);
                  result("failed", mails.failed);
                });
}

}  // namespace

void writeSimulationMetrics(MetricsText& out, const Snapshot& snapshot) {
  out.single("api_services", kGauge, "Services that exist.", static_cast<std::int64_t>(snapshot.services.size()));
  Families families(out, snapshot);
  writePodMetrics(families, out);
  writeRolloutMetrics(families, out);
  writeScalingMetrics(families, out);
  writeTrafficMetrics(families);
  writeEventMetrics(families, out);
  out.single("api_chaos_schedules", kGauge, "Chaos schedules that run.", std::int64_t{snapshot.chaosSchedules});
}

}  // namespace perfect
