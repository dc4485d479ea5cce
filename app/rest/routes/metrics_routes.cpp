// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics of the simulated system and of this program, as Prometheus scrapes them.
#include <unistd.h>

#include <QFile>

#include "app/rest/listener.h"
#include "app/rest/routes/routes.h"
#include "app/rest/simulation_metrics.h"
#include "app/rest/streams.h"

namespace perfect {

namespace {

constexpr const char* kGauge = "gauge";
constexpr const char* kCounter = "counter";

/// Bytes of this process in memory, from /proc; 0 where that is not to be had.
std::int64_t residentBytes() {
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  return file.readLine().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

void writeClock(MetricsText& out, const ClockState& clock, const Snapshot& snapshot) {
  out.single("controller_tick_lag_seconds", kGauge, "Real time by which the last tick came late.", clock.tickLag);
  out.single("controller_tick_lag_seconds_max", kGauge, "The most of it so far.", clock.tickLagMax);
  out.single("controller_simulated_seconds", kGauge, "Simulated time since the session began.",
             static_cast<double>(clock.t) / 1000);
  out.single("controller_paused", kGauge, "1 while the clock stands still.", std::int64_t{clock.paused ? 1 : 0});
  out.single("controller_sim_to_real_ratio", kGauge, "Simulated seconds for a real one, lately.", clock.simToReal);
  out.single("controller_agent_effects_total", kCounter, "What has happened inside pods.",
             static_cast<std::int64_t>(snapshot.eventsHandled));
}

void writeRequests(MetricsText& out, const RequestCounts& counts, const RouteTable& table) {
  out.family("controller_http_requests_total", kCounter, "Requests answered, by route and status.");
  for (const auto& [key, number] : counts.all()) {
    const auto& [index, status] = key;
    const bool known = index != RequestCounts::kNoRoute;
    const Route* route = known ? &table.routes()[static_cast<std::size_t>(index)] : nullptr;
    const std::string method = known ? route->method.toStdString() : std::string();
    const std::string pattern = known ? route->pattern.toStdString() : std::string("none");
    out.sample({{"method", method}, {"route", pattern}, {"status", std::to_string(status)}},
               static_cast<std::int64_t>(number));
  }
}

void writeServer(MetricsText& out, const EngineLink& engine, const Parts& parts) {
  out.single("controller_inbox_depth", kGauge, "Commands that wait for the engine.",
             static_cast<std::int64_t>(engine.inboxDepth()));
  out.single("controller_snapshot_age_seconds", kGauge, "Real time since the newest snapshot was made.",
             engine.snapshotAgeSeconds());
  out.single("controller_stream_readers", kGauge, "Clients that read the live stream.",
             std::int64_t{parts.streams.readers()});
  out.single("controller_http_connections", kGauge, "Connections that are open.",
             std::int64_t{parts.listener.connections()});
  out.single("controller_resident_memory_bytes", kGauge, "Memory of this program.", residentBytes());
}

void metrics(const Call& call, const EngineLink& engine, const Parts& parts) {
  const auto snapshot = engine.snapshot();
  MetricsText out;
  out.single("controller_up", kGauge, "1: the controller answers.", std::int64_t{1});
  writeClock(out, engine.clock(), *snapshot);
  writeServer(out, engine, parts);
  writeRequests(out, parts.listener.counts(), parts.table);
  writeSimulationMetrics(out, *snapshot);
  call.answer.send(
      textResponse(out.text(), "text/plain; version=0.0.4; charset=utf-8").with("Cache-Control", "no-store"));
}

}  // namespace

void addMetricsRoutes(RouteTable& table, const EngineLink& engine, const Parts& parts) {
  table.add({"GET",
             QStringLiteral("/metrics"),
             false,
             {},
             QStringLiteral("Metrics of the simulated system and of this program, in Prometheus' text format"),
             [engine, parts](const Call& call) { metrics(call, engine, parts); }});
}

}  // namespace perfect
