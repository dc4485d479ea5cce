#include <cstdio>
#include <cstdlib>
#include "tests/simulation/judge.h"
#include "tests/simulation/storm.h"
using namespace perfect;
using namespace perfect::storm;
static void dump(const Run& r, int svc) {
  for (const Event& e : r.events)
    if (svc < 0 || e.service == static_cast<unsigned>(svc) || e.service == kNoService)
      std::printf("  %s cause %lu root %lu %s\n", told(e).c_str(), e.cause, e.root, e.text ? e.text->c_str() : "");
}
int main(int argc, char** argv) {
  unsigned long from = std::strtoul(argv[1], 0, 10), n = argc > 2 ? std::strtoul(argv[2], 0, 10) : 1;
  bool v = argc > 3;
  unsigned long ev = 0, ch = 0, bad = 0;
  for (unsigned long s = from; s < from + n; ++s) {
    if (v) {
      std::printf("seed %lu\n", s);
      std::fflush(stdout);
    }
    Run r = runStorm(s);
    ev += r.events.size();
    ch += r.checks;
    Failure f = r.failure;
    if (!f) f = judge(r, false);
    if (argc > 4) dump(r, std::atoi(argv[4]));
    if (f) {
      ++bad;
      std::printf("seed %lu: %s: %s (t %ld, %zu cmds)\n", s, f.check.c_str(), f.text.c_str(), static_cast<long>(f.t),
                  r.world.commands.size());
    }
  }
  std::printf("%lu worlds, %lu events, %lu checks, %lu bad\n", n, ev, ch, bad);
}
