// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/step_reader.h"

#include <string>

#include "core/scenario/step_texts.h"

namespace perfect {
namespace {

constexpr std::string_view kActions[] = {"apply",  "until",   "kill",  "crash",  "load",  "scale",
                                         "health", "rollout", "image", "delete", "chaos", "chaosStop",
                                         "ask",    "expect",  "tick",  "alerts", "mail"};

StepAction readNamed(Fields& step, std::string_view action, ApplyReader& apply) {
  if (action == "apply") {
    const auto value = step.find("apply");
    if (value) return Command(apply.read(*value, step.pathOf("apply")));
    step.refuse("apply", kStepTexts.applyEmpty);
    return {};
  }
  if (action == "until") return readUntil(step);
  if (action == "kill") return readBlow(step, ChaosKind::Kill);
  if (action == "crash") return readBlow(step, ChaosKind::Crash);
  if (action == "load") return readLoad(step);
  if (action == "scale") return readScale(step);
  if (action == "health") return readHealth(step);
  if (action == "rollout") return readRolloutAction(step);
  if (action == "image") return readImage(step);
  if (action == "delete") return readDelete(step);
  if (action == "chaos") return readChaosSchedule(step);
  if (action == "chaosStop") return Command(ChaosStopCommand{});
  if (action == "ask") return readAsk(step);
  if (action == "expect") return readExpect(step);
  if (action == "alerts") return readAlertSettings(step);
  if (action == "mail") return readMailResult(step);
  return readTick(step);
}

}  // namespace

std::optional<Fields> actionFields(Fields& step, std::string_view action) {
  if (!step.has(action)) {
    step.refuse(action, kStepTexts.actionEmpty, {std::string(action)});
    return std::nullopt;
  }
  return step.section(action);
}

void readServiceName(Fields& fields, std::string& out) {
  if (fields.require("service", kStepTexts.nameService)) fields.text("service", out);
}

StepAction readStepAction(Fields& step, ApplyReader& apply) {
  StepAction what;
  std::string_view first;
  for (const std::string_view action : kActions) {
    if (!step.mentions(action)) continue;
    if (!first.empty()) step.refuse(action, kStepTexts.twoActions, {std::string(first), std::string(action)});
    StepAction read = readNamed(step, action, apply);
    if (first.empty()) what = std::move(read);
    if (first.empty()) first = action;
  }
  return what;
}

}  // namespace perfect
