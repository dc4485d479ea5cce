// SPDX-License-Identifier: GPL-3.0-or-later
// rest-storm random PORT SEED SECONDS   random HTTP against a server on this machine
// rest-storm crowd PORT SECONDS [SLOWER]  more clients than there is room for, and the worst of them
// Says what it did; exit code 1 where the server broke a promise.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/rest/storm/crowd.h"
#include "tests/rest/storm/random_http.h"

using namespace perfect::storm;

namespace {

struct Tally {
  std::int64_t visits = 0;
  std::int64_t answered = 0;
  int faults = 0;
};

void fault(Tally& tally, const std::string& text, const Visit& visit) {
  ++tally.faults;
  std::string sent;
  for (const std::string& piece : visit.pieces) sent += piece;
  std::fprintf(stderr, "FAIL: %s at visit %lld, which sent:\n%.600s\n", text.c_str(),
               static_cast<long long>(tally.visits), sent.c_str());
}

void visitOnce(std::uint16_t port, const Visit& visit, Tally& tally) {
  Client client(port);
  if (!client.connected()) return fault(tally, "nobody listens", visit);
  for (const std::string& piece : visit.pieces) {
    if (!client.send(piece)) break;
  }
  if (visit.finishSending) client.finishSending();
  if (visit.leaves) return client.close(visit.resets);
  // What is whole has to be answered; of anything else nobody knows how much more the server waits for.
  const std::int64_t patience = visit.valid ? 10000 : 20;
  const std::int64_t began = nowMs();
  std::string text;
  const auto enough = [&] {
    return client.ended() || (visit.stream ? text.find("\ndata: ") != std::string::npos : isWhole(text, visit.head));
  };
  while (!enough() && nowMs() - began < patience) text += client.receive(patience);
  const int status = statusOf(text);
  if (status != 0) ++tally.answered;
  if (visit.valid && status == 0) fault(tally, "no answer", visit);
  if (status == 500 || text.find("\r\n\r\nHTTP/1.1 500") != std::string::npos) fault(tally, "500", visit);
  if (status != 0 && status != 100 && (status < 200 || status > 507)) fault(tally, "an unknown status", visit);
}

int runRandom(std::uint16_t port, std::uint64_t seed, std::int64_t seconds) {
  Random random(seed);
  Tally tally;
  const std::int64_t until = nowMs() + seconds * 1000;
  std::int64_t slowest = 0;
  while (nowMs() < until && tally.faults < 5) {
    visitOnce(port, randomVisit(random), tally);
    if (++tally.visits % 200 != 0) continue;
    const Answer well = ask(port, "GET", "/healthz");
    slowest = std::max(slowest, well.ms);
    if (well.status != 200) fault(tally, "the server is not well: " + std::to_string(well.status), {});
    ask(port, "POST", "/scale?service=api&replicas=3");
    ask(port, "POST", "/sim/speed?speed=1");
  }
  std::printf("seed %llu: %lld visits, %lld answered, slowest /healthz %lld ms, %d faults\n",
              static_cast<unsigned long long>(seed), static_cast<long long>(tally.visits),
              static_cast<long long>(tally.answered), static_cast<long long>(slowest), tally.faults);
  return tally.faults == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  const auto number = [&](int i) { return std::strtoull(argv[i], nullptr, 10); };
  if (what == "random" && argc == 5)
    return runRandom(static_cast<std::uint16_t>(number(2)), number(3), static_cast<std::int64_t>(number(4)));
  if (what == "crowd" && (argc == 4 || argc == 5))
    return runCrowd(static_cast<std::uint16_t>(number(2)), static_cast<std::int64_t>(number(3)),
                    argc == 5 ? static_cast<std::int64_t>(number(4)) : 1);
  std::fprintf(stderr, "usage: rest-storm random PORT SEED SECONDS | rest-storm crowd PORT SECONDS [SLOWER]\n");
  return 2;
}
