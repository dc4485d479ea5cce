// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/judge.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <string>

#include "tests/simulation/against_model.h"
#include "tests/simulation/scenario_file.h"
#include "tests/simulation/storm.h"

namespace perfect::storm {

namespace {

constexpr unsigned kPatienceSeconds = 60;

/// Runs `work` in a child; its text comes back through a pipe. Returns the child's wait status.
int inChild(const std::function<std::string()>& work, std::string& answer) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    alarm(kPatienceSeconds);
    const std::string text = work();
    const ssize_t written = write(ends[1], text.data(), text.size());
    _exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
  }
  close(ends[1]);
  char buffer[4096];
  for (ssize_t n = read(ends[0], buffer, sizeof buffer); n > 0; n = read(ends[0], buffer, sizeof buffer))
    answer.append(buffer, static_cast<std::size_t>(n));
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

}  // namespace

Failure judge(const Run& run, bool small) {
  if (run.failure) return run.failure;
  if (Failure f = playAgain(run)) return f;
  if (Failure f = playScenario(run)) return f;
  return small ? differsFromModel(run) : Failure{};
}

Failure judgeApart(const World& world) {
  std::string answer;
  const int status = inChild(
      [&] {
        const Failure f = judge(drive(world), true);
        return f ? f.check + '\n' + std::to_string(f.t) + '\n' + f.text : std::string();
      },
      answer);
  if (WIFSIGNALED(status)) {
    const bool endless = WTERMSIG(status) == SIGALRM;
    return Failure{endless ? "hang" : "crash", "ended by signal " + std::to_string(WTERMSIG(status)), 0};
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0) return Failure{"crash", "ended by itself", 0};
  if (answer.empty()) return {};
  const std::size_t first = answer.find('\n');
  const std::size_t second = answer.find('\n', first + 1);
  return Failure{answer.substr(0, first), answer.substr(second + 1),
                 std::stoll(answer.substr(first + 1, second - first))};
}

bool crashesAfter(std::uint64_t seed, std::size_t commands) {
  std::string answer;
  Limits limits;
  limits.mostCommands = commands;
  const int status = inChild(
      [&] {
        runStorm(seed, limits);
        return std::string();
      },
      answer);
  return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

}  // namespace perfect::storm
