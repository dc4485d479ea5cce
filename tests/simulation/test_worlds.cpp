// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thousands of random worlds on the real Engine, in as many processes as there are cores. Prints their number; of a
// failure its seed and a shrunken scenario file.
//   PERFECT_SEED=n      only the world of this seed
//   PERFECT_WORLDS=n    so many worlds (2000 without; a sanitized build: 300)
//   PERFECT_LONG=10m    other worlds, for so long
//   PERFECT_FIRST=n     begin with this seed
//   PERFECT_REPORTS=DIR the closing line goes to a file there too
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

#include "core/base/duration.h"
#include "tests/simulation/against_model.h"
#include "tests/simulation/judge.h"
#include "tests/simulation/scenario_file.h"
#include "tests/simulation/shrink.h"
#include "tests/simulation/storm.h"

using namespace perfect;
using namespace perfect::storm;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t kWorlds = 300;
#else
constexpr std::uint64_t kWorlds = 2000;
#endif
constexpr unsigned kPatienceSeconds = 120;  ///< for one world
constexpr int kMostWorkers = 64;

/// What the workers share: who does what, and what came of it.
struct Shared {
  std::atomic<std::uint64_t> next{0};
  std::atomic<std::uint64_t> worlds{0}, events{0}, checks{0}, model{0};
  std::atomic<std::uint64_t> failed{0};  ///< a seed that failed
  std::atomic<std::uint64_t> busyWith[kMostWorkers] = {};
};

struct Plan {
  std::uint64_t first = 1;
  std::uint64_t end = 1 + kWorlds;
  std::chrono::steady_clock::time_point until = std::chrono::steady_clock::time_point::max();
};

void work(const Plan& plan, Shared& shared, int worker) {
  while (shared.failed == 0 && std::chrono::steady_clock::now() < plan.until) {
    const std::uint64_t seed = plan.first + shared.next++;
    if (seed >= plan.end) break;
    shared.busyWith[worker] = seed;
    alarm(kPatienceSeconds);
    const Run run = runStorm(seed);
    if (judge(run, isSmall(seed))) shared.failed = seed;
    ++shared.worlds;
    shared.events += run.events.size();
    shared.checks += run.checks;
  }
  shared.model += worldsOfModel();
  _exit(0);
}

/// The world of a seed whose process goes down: as far as it gets, and the Command that is too much.
World worldThatCrashes(std::uint64_t seed) {
  Limits limits;
  std::size_t most = 1;
  while (most < 4096 && !crashesAfter(seed, most)) ++most;
  limits.mostCommands = most - 1;
  return runStorm(seed, limits).world;
}

void report(std::uint64_t seed) {
  std::printf("seed %llu fails (again with PERFECT_SEED=%llu)\n", static_cast<unsigned long long>(seed),
              static_cast<unsigned long long>(seed));
  std::fflush(stdout);
  World world;
  if (crashesAfter(seed, 1U << 20U)) {
    world = worldThatCrashes(seed);
  } else {
    const Run run = runStorm(seed);
    world = run.world;
    const Failure f = judge(run, isSmall(seed));
    std::printf("%s: %s (at %lld ms, %zu Commands)\n", f.check.c_str(), f.text.c_str(), static_cast<long long>(f.t),
                world.commands.size());
  }
  const Failure failure = judgeApart(world);
  if (!failure) {
    std::printf("its Commands alone do not fail: the fault is in the storm itself\n");
    return;
  }
  const World small = shrink(std::move(world), failure, 120);
  const Failure left = judgeApart(small);
  std::printf("shrunken to %zu Commands: %s: %s (at %lld ms)\n", small.commands.size(), left.check.c_str(),
              left.text.c_str(), static_cast<long long>(left.t));
  Run run;
  run.world = small;
  if (left.check != "crash" && left.check != "hang") {
    run = drive(small);
  } else {
    run.end = small.commands.empty() ? 0 : small.commands.back().at + 60000;
  }
  const std::string text = writeScenario(run, left.check + ": " + left.text);
  const std::string path = "storm-" + std::to_string(seed) + ".yaml";
  std::ofstream(path) << text;
  std::printf("written to %s:\n%s", path.c_str(), text.c_str());
}

/// Starts the workers and waits for them; a worker that goes down counts as the failure of its world.
void runAll(const Plan& plan, Shared& shared, int workers) {
  std::fflush(stdout);
  std::vector<pid_t> children;
  for (int i = 0; i < workers; ++i) {
    const pid_t child = fork();
    if (child == 0) work(plan, shared, i);
    children.push_back(child);
  }
  for (std::size_t i = 0; i < children.size(); ++i) {
    int status = 0;
    waitpid(children[i], &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) shared.failed = shared.busyWith[i].load();
  }
}

const char* setting(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

/// The line that says how much was done; `packaging/test.sh` shows it.
void conclude(const Shared& shared) {
  char line[200];
  std::snprintf(line, sizeof line, "%llu worlds, %llu events, %llu checks; %llu of the worlds told by the model too",
                static_cast<unsigned long long>(shared.worlds), static_cast<unsigned long long>(shared.events),
                static_cast<unsigned long long>(shared.checks), static_cast<unsigned long long>(shared.model));
  std::printf("%s\n", line);
  if (const char* const reports = setting("PERFECT_REPORTS"))
    std::ofstream(std::string(reports) + "/simulation.worlds") << "simulation.worlds: " << line << '\n';
}

}  // namespace

int main() {
  Plan plan;
  const char* const first = setting("PERFECT_FIRST");
  if (first != nullptr) plan.first = std::strtoull(first, nullptr, 10);
  const char* const worlds = setting("PERFECT_WORLDS");
  plan.end = plan.first + (worlds != nullptr ? std::strtoull(worlds, nullptr, 10) : kWorlds);
  if (const char* const seed = setting("PERFECT_SEED")) {
    plan.first = std::strtoull(seed, nullptr, 10);
    plan.end = plan.first + 1;
  } else if (const char* const time = setting("PERFECT_LONG")) {
    const auto duration = parseDuration(time);
    if (!duration) {
      std::fprintf(stderr, "PERFECT_LONG: %s\n", duration.error().c_str());
      return 2;
    }
    if (first == nullptr) plan.first = 1000001;
    plan.end = ~std::uint64_t{0};
    plan.until = std::chrono::steady_clock::now() + std::chrono::milliseconds(duration.value());
  }
  void* const memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return 3;
  auto& shared = *new (memory) Shared;
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  runAll(plan, shared,
         std::min({cores, kMostWorkers, static_cast<int>(std::min<std::uint64_t>(plan.end - plan.first, 64))}));
  conclude(shared);
  if (shared.failed == 0) return shared.worlds > 0 ? 0 : 1;
  report(shared.failed);
  return 1;
}
