// SPDX-License-Identifier: GPL-3.0-or-later
//
// A blow as the page of chaos offers it: what, to how many, within which limits; and the Commands it becomes. One that
// was previewed strikes exactly the pods that were shown. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/command.h"

namespace perfect {

enum class BlowKind { Kill, Crash, Sicken };

struct Blow {
  BlowKind kind = BlowKind::Kill;
  std::string service;
  std::int32_t amount = 1;
  bool percent = false;
  ChaosLimits limits;
  ProbeTarget probe = ProbeTarget::Both;
  bool sticky = false;
};

/// More victims than that are not struck by name: which ones is drawn again when the blow falls.
inline constexpr std::size_t kMostNamedVictims = 100;

/// The question to the engine whom this blow would take. Pods to be made unhealthy are drawn like those to be killed.
ChaosCommand previewOf(const Blow& blow);
/// Whom, the engine draws.
Command drawnStrike(const Blow& blow);
/// These pods and no others: a Command each.
std::vector<Command> namedStrike(const Blow& blow, const std::vector<std::string>& pods);
/// The blow again and again; nothing for a kind that no schedule can repeat.
std::optional<ChaosScheduleCommand> scheduleOf(const Blow& blow, Millis every, std::optional<Millis> forTime);

}  // namespace perfect
