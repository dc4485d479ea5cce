// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rest/storm/crowd.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace perfect::storm {

namespace {

constexpr std::size_t kStreams = 200;
constexpr std::size_t kIdle = 512;
constexpr std::int64_t kMostMs = 1000;
constexpr double kMostBytes = 64.0 * 1024 * 1024;
constexpr double kMostLag = 0.05;

/// How late this machine wakes anybody up: it cannot be asked of the server to be quicker than that.
class MachineLag {
 public:
  void look() {
    const std::int64_t before = nowMs();
    sleepMs(1);
    m_worst = std::max(m_worst, nowMs() - before - 1);
  }
  std::int64_t worstMs() const { return m_worst; }

 private:
  std::int64_t m_worst = 0;
};

/// A client that does one kind of harm, a little at a time.
struct Nuisance {
  const char* name;
  Client client;
  std::string opening;
  std::string more;
};

std::vector<Nuisance> nuisances(std::uint16_t port) {
  std::vector<Nuisance> list;
  const std::string post = "POST /apply HTTP/1.1\r\nHost: localhost\r\n";
  list.push_back({"1 GiB body", Client(port), post + "Content-Length: 1073741824\r\n\r\n", std::string(65536, 'x')});
  list.push_back({"1 GiB in chunks", Client(port), post + "Transfer-Encoding: chunked\r\n\r\n",
                  "10000\r\n" + std::string(65536, 'x') + "\r\n"});
  list.push_back(
      {"endless head", Client(port), "GET /state HTTP/1.1\r\nHost: localhost\r\nX: ", std::string(65536, 'y')});
  list.push_back({"endless fields", Client(port), "GET /state HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n"});
  list.push_back({"a byte a second", Client(port), "", "G"});
  list.push_back({"bytes without sense", Client(port), "", std::string(4096, '\x01')});
  list.push_back({"pipelining, never reading", Client(port), "", "GET /state HTTP/1.1\r\nHost: localhost\r\n\r\n"});
  for (Nuisance& nuisance : list) nuisance.client.send(nuisance.opening);
  return list;
}

void annoy(std::vector<Nuisance>& list, std::uint16_t port, std::int64_t round) {
  for (Nuisance& nuisance : list) {
    const bool slow = nuisance.more.size() == 1;
    if (slow && round % 10 != 0) continue;
    // As much as goes in at once; a new connection once this one has been ended.
    bool open = nuisance.client.connected() && !nuisance.client.ended();
    for (int i = 0; open && i < (slow ? 1 : 64); ++i) open = nuisance.client.send(nuisance.more, 0);
    if (nuisance.name == std::string("pipelining, never reading")) continue;
    nuisance.client.receive(0);
    if (!nuisance.client.ended()) continue;
    nuisance.client.close();
    nuisance.client = Client(port);
    nuisance.client.send(nuisance.opening, 0);
  }
  for (int i = 0; i < 5; ++i) {
    Client leaver(port);
    leaver.send("GET /state HTTP/1.1\r\nHost: localhost\r\n\r\n", 0);
    leaver.close(i % 2 == 0);
  }
}

std::vector<Client> streams(std::uint16_t port) {
  std::vector<Client> list;
  for (std::size_t i = 0; i < kStreams; ++i) {
    list.emplace_back(port);
    list.back().send(std::string("GET /events") + (i % 2 == 0 ? "?mode=delta" : "") +
                     " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  }
  return list;
}

struct Findings {
  int faults = 0;
  std::int64_t slowest = 0;
  std::int64_t asked = 0;
  std::int64_t refused = 0;
  double most = 0;
  void check(bool kept, const char* promise) {
    if (kept) return;
    ++faults;
    std::fprintf(stderr, "FAIL: %s\n", promise);
  }
};

void askOthers(std::uint16_t port, Findings& findings, std::int64_t allowedMs) {
  for (const char* target : {"/healthz", "/state?pods=0", "/services/api"}) {
    const Answer answer = ask(port, "GET", target, {}, allowedMs + 1000);
    ++findings.asked;
    findings.refused += answer.status == 503 ? 1 : 0;
    findings.slowest = std::max(findings.slowest, answer.ms);
    findings.check(answer.status == 200, "others are served while a crowd is there");
    findings.check(answer.ms <= allowedMs, "others are served within a second");
  }
}

}  // namespace

int runCrowd(std::uint16_t port, std::int64_t seconds, std::int64_t slower) {
  Findings findings;
  MachineLag lag;
  const double before = metric(port, "controller_resident_memory_bytes");
  std::vector<Client> readers = streams(port);
  std::vector<Client> idle;
  for (std::size_t i = 0; i < kIdle; ++i) idle.emplace_back(port);
  std::vector<Nuisance> pests = nuisances(port);
  sleepMs(1500);  // a server may take a connection for used while it is that young
  const std::int64_t until = nowMs() + seconds * 1000;
  for (std::int64_t round = 0; nowMs() < until && findings.faults < 5; ++round) {
    annoy(pests, port, round);
    // Half of the readers read; the others have stopped listening.
    for (std::size_t i = 0; i < readers.size() / 2; ++i) readers[i].receive(0);
    for (int i = 0; i < 20; ++i) lag.look();
    askOthers(port, findings, kMostMs * slower + lag.worstMs());
    if (round % 5 == 0)
      findings.most = std::max(findings.most, metric(port, "controller_resident_memory_bytes") - before);
  }
  const double late = metric(port, "controller_tick_lag_seconds_max");
  findings.check(findings.most <= kMostBytes * static_cast<double>(slower),
                 "memory stays within 64 MiB of what it was");
  findings.check(late <= kMostLag * static_cast<double>(slower) + static_cast<double>(lag.worstMs()) / 1000,
                 "no tick is late");
  std::printf(
      "crowd: %lld questions, slowest %lld ms, %lld refused; memory +%.1f MiB; tick lag %.3f s (machine %lld ms)\n",
      static_cast<long long>(findings.asked), static_cast<long long>(findings.slowest),
      static_cast<long long>(findings.refused), findings.most / 1024 / 1024, late,
      static_cast<long long>(lag.worstMs()));
  return findings.faults == 0 ? 0 : 1;
}

}  // namespace perfect::storm
