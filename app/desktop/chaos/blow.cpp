// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/blow.h"

namespace perfect {

ChaosCommand previewOf(const Blow& blow) {
  ChaosCommand command;
  command.kind = blow.kind == BlowKind::Crash ? ChaosKind::Crash : ChaosKind::Kill;
  command.service = blow.service;
  (blow.percent ? command.percent : command.count) = blow.amount;
  command.limits = blow.limits;
  return command;
}

Command drawnStrike(const Blow& blow) {
  if (blow.kind != BlowKind::Sicken) return previewOf(blow);
  HealthCommand command;
  command.service = blow.service;
  (blow.percent ? command.percent : command.count) = blow.amount;
  command.probe = blow.probe;
  command.sticky = blow.sticky;
  return command;
}

std::vector<Command> namedStrike(const Blow& blow, const std::vector<std::string>& pods) {
  std::vector<Command> commands;
  for (const std::string& pod : pods) {
    if (blow.kind == BlowKind::Sicken) {
      HealthCommand command;
      command.service = blow.service;
      command.pod = pod;
      command.probe = blow.probe;
      command.sticky = blow.sticky;
      commands.emplace_back(std::move(command));
      continue;
    }
    ChaosCommand command = previewOf(blow);
    command.count.reset();
    command.percent.reset();
    command.pod = pod;
    commands.emplace_back(std::move(command));
  }
  return commands;
}

std::optional<ChaosScheduleCommand> scheduleOf(const Blow& blow, Millis every, std::optional<Millis> forTime) {
  if (blow.kind == BlowKind::Sicken) return std::nullopt;
  return ChaosScheduleCommand{previewOf(blow), every, forTime};
}

}  // namespace perfect
