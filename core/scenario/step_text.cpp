// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/step_text.h"

#include "core/events/texts.h"

namespace perfect {
namespace {

std::string chaosText(const ChaosCommand& c) {
  std::string text = (c.kind == ChaosKind::Kill ? "kill " : "crash ") + c.service;
  if (c.pod) return text + " pod " + *c.pod;
  if (c.percent) return text + " percent " + std::to_string(*c.percent);
  return text + " count " + std::to_string(c.count.value_or(1));
}

const char* actionName(RolloutAction action) {
  switch (action) {
    case RolloutAction::Promote:
      return "promote";
    case RolloutAction::PromoteFull:
      return "promoteFull";
    case RolloutAction::Pause:
      return "pause";
    case RolloutAction::Resume:
      return "resume";
    case RolloutAction::Abort:
      return "abort";
    case RolloutAction::Retry:
      return "retry";
    case RolloutAction::Undo:
      return "undo";
    case RolloutAction::Restart:
      return "restart";
  }
  return "promote";
}

struct CommandWords {
  std::string operator()(const ApplyCommand& c) const {
    std::string text = "apply";
    for (std::size_t i = 0; i < c.services.size(); ++i) text += (i == 0 ? " " : ", ") + c.services[i].name;
    return text;
  }
  std::string operator()(const DeleteCommand& c) const { return "delete " + c.service; }
  std::string operator()(const ScaleCommand& c) const {
    if (c.replicas) return "scale " + c.service + " to " + std::to_string(*c.replicas);
    return "scale " + c.service + " by " + std::to_string(c.delta.value_or(0));
  }
  std::string operator()(const ImageCommand& c) const { return "image " + c.service + " " + c.image; }
  std::string operator()(const LoadCommand& c) const {
    if (c.pattern) return "load " + c.service + " pattern";
    if (c.demand) return "load " + c.service + " demand " + std::to_string(*c.demand);
    return "load " + c.service + " cpu " + std::to_string(c.cpu.value_or(0));
  }
  std::string operator()(const ChaosCommand& c) const { return chaosText(c); }
  std::string operator()(const ChaosScheduleCommand& c) const {
    return "chaos " + chaosText(c.blow) + " every " + secondsText(c.every) + " s";
  }
  std::string operator()(const ChaosStopCommand&) const { return "chaos stop"; }
  std::string operator()(const HealthCommand& c) const {
    return "health " + c.service + (c.healthy ? " healthy" : " unhealthy");
  }
  std::string operator()(const RolloutCommand& c) const { return "rollout " + c.service + " " + actionName(c.action); }
  std::string operator()(const TickCommand& c) const { return "tick " + secondsText(c.tick) + " s"; }
  std::string operator()(const AlertSettingsCommand& c) const {
    std::string text = "alerts";
    const auto add = [&text](const char* name, const std::optional<Millis>& value) {
      if (value) text += " " + std::string(name) + " " + secondsText(*value) + " s";
    };
    add("downConfirm", c.downConfirm);
    add("upConfirm", c.upConfirm);
    add("cooldown", c.cooldown);
    add("startupGrace", c.startupGrace);
    return text;
  }
  std::string operator()(const MailResultCommand& c) const {
    constexpr const char* kResults[] = {" sent", " deferred", " failed"};
    return "mail of alert " + std::to_string(c.alert) + kResults[static_cast<std::size_t>(c.result)];
  }
};

struct StepWords {
  std::string operator()(std::monostate) const { return "say"; }
  std::string operator()(const Command& command) const { return commandText(command); }
  std::string operator()(const UntilStep& step) const { return "until " + conditionText(step.condition); }
  std::string operator()(const ExpectStep& step) const { return "expect " + conditionText(step.condition); }
  std::string operator()(const AskStep& step) const { return "ask " + step.question; }
};

}  // namespace

std::string commandText(const Command& command) { return std::visit(CommandWords{}, command); }

std::string conditionText(const Condition& c) {
  std::string text = c.service;
  const char* separator = " ";
  const auto add = [&](const char* name, const std::string& value) {
    text += separator + std::string(name) + " " + value;
    separator = ", ";
  };
  if (c.ready) add("ready", std::to_string(*c.ready));
  if (c.minReady) add("minReady", std::to_string(*c.minReady));
  if (c.serving) add("serving", std::to_string(*c.serving));
  if (c.replicas) add("replicas", std::to_string(*c.replicas));
  if (c.version) add("version", *c.version);
  if (c.status) add("status", *c.status);
  if (c.event) add("event", *c.event);
  if (c.restarts) add("restarts", std::to_string(*c.restarts));
  if (c.mails) add("mails", std::to_string(*c.mails));
  return text;
}

std::string stepText(const ScenarioStep& step) { return std::visit(StepWords{}, step.what); }

}  // namespace perfect
