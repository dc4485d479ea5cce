// SPDX-License-Identifier: GPL-3.0-or-later
#include <initializer_list>
#include <string>

#include "core/manifest/field_texts.h"
#include "core/manifest/manifest.h"
#include "core/manifest/near_name.h"
#include "core/manifest/scalar.h"
#include "core/scenario/step_reader.h"
#include "core/scenario/step_texts.h"

namespace perfect {
namespace {

constexpr std::int64_t kMostLoad = 1000000000;

constexpr Named<ProbeTarget> kProbeTargets[] = {
    {"readiness", ProbeTarget::Readiness}, {"liveness", ProbeTarget::Liveness}, {"both", ProbeTarget::Both}};

constexpr Named<RolloutAction> kRolloutActions[] = {
    {"promote", RolloutAction::Promote}, {"promoteFull", RolloutAction::PromoteFull},
    {"pause", RolloutAction::Pause},     {"resume", RolloutAction::Resume},
    {"abort", RolloutAction::Abort},     {"retry", RolloutAction::Retry},
    {"undo", RolloutAction::Undo},       {"restart", RolloutAction::Restart}};

constexpr Named<LoadShape> kLoadShapes[] = {{"constant", LoadShape::Constant},
                                            {"ramp", LoadShape::Ramp},
                                            {"sine", LoadShape::Sine},
                                            {"spike", LoadShape::Spike}};

constexpr Named<bool> kLoadUnits[] = {{"demand", true}, {"cpu", false}};

/// At most (or exactly) one of some fields; the second one is where it is mended.
void checkOneOf(Fields& fields, std::initializer_list<std::string_view> names, bool needed) {
  std::string_view first;
  for (const std::string_view name : names) {
    if (!fields.has(name)) continue;
    if (!first.empty()) fields.refuse(name, kStepTexts.keepOne, {std::string(first), std::string(name)});
    first = name;
  }
  if (needed && first.empty()) {
    fields.refuseAll(kStepTexts.oneMissing, {listedNames(names, kFieldTexts.lastOr, fields.wording())});
  }
}

/// Limits may stand in a mapping of their own or beside the count, as in a query string.
void readLimits(Fields& fields, ChaosLimits& out) {
  const auto read = [&out](Fields& in) {
    in.whole("minAvailable", 0, kMostReplicas, out.minAvailable);
    in.whole("maxAtOnce", 1, kMostReplicas, out.maxAtOnce);
    in.duration("minAge", out.minAge);
  };
  read(fields);
  if (auto limits = fields.section("limits")) {
    read(*limits);
    limits->finish();
  }
}

/// "kill: 2" or "kill: 10%" of a schedule.
void readBlowSize(Fields& fields, std::string_view name, ChaosKind kind, ChaosCommand& out) {
  if (!fields.has(name)) return;
  IntOrPercent size{1, false};
  fields.countOrPercent(name, size);
  if (size.value < 1) fields.refuse(name, kStepTexts.atLeastOnePod, {std::string(name)});
  out.kind = kind;
  (size.percent ? out.percent : out.count) = size.value;
}

LoadPattern readPattern(Fields& fields) {
  LoadPattern pattern;
  if (fields.require("shape", kStepTexts.writeShape)) {
    fields.choice("shape", kLoadShapes, pattern.shape);
  }
  fields.choice("unit", kLoadUnits, pattern.demand);
  fields.whole("from", 0, kMostLoad, pattern.from);
  fields.whole("to", 0, kMostLoad, pattern.to);
  if (pattern.shape == LoadShape::Constant) {
    if (!fields.has("to")) pattern.to = pattern.from;
    if (!fields.has("from")) pattern.from = pattern.to;
  } else if (fields.has("shape")) {
    fields.require("to", kStepTexts.writeTo);
  }
  fields.duration("period", pattern.period, 1);
  fields.duration("every", pattern.every, 1);
  fields.duration("for", pattern.forTime);
  fields.finish();
  return pattern;
}

}  // namespace

StepAction readBlow(Fields& step, ChaosKind kind) {
  auto fields = actionFields(step, kind == ChaosKind::Kill ? "kill" : "crash");
  if (!fields) return {};
  ChaosCommand command;
  command.kind = kind;
  readServiceName(*fields, command.service);
  fields->whole("count", 1, kMostReplicas, command.count);
  fields->whole("percent", 1, 100, command.percent);
  fields->text("pod", command.pod);
  checkOneOf(*fields, {"count", "percent", "pod"}, false);
  readLimits(*fields, command.limits);
  fields->finish();
  return Command(std::move(command));
}

StepAction readChaosSchedule(Fields& step) {
  const auto value = step.find("chaos");
  if (value && step.node(*value).kind == YamlKind::Scalar) {
    if (step.node(*value).text == "stop") return Command(ChaosStopCommand{});
    step.refuse("chaos", kStepTexts.chaos, {shownValue(step.node(*value), step.wording())});
    return {};
  }
  auto fields = actionFields(step, "chaos");
  if (!fields) return {};
  ChaosScheduleCommand command;
  readServiceName(*fields, command.blow.service);
  if (fields->require("every", kStepTexts.writeEvery)) {
    fields->duration("every", command.every, 1);
  }
  readBlowSize(*fields, "kill", ChaosKind::Kill, command.blow);
  readBlowSize(*fields, "crash", ChaosKind::Crash, command.blow);
  fields->whole("percent", 1, 100, command.blow.percent);
  checkOneOf(*fields, {"kill", "crash", "percent"}, false);
  fields->duration("for", command.forTime);
  readLimits(*fields, command.blow.limits);
  fields->finish();
  return Command(std::move(command));
}

StepAction readHealth(Fields& step) {
  auto fields = actionFields(step, "health");
  if (!fields) return {};
  HealthCommand command;
  readServiceName(*fields, command.service);
  fields->flag("healthy", command.healthy);
  fields->whole("count", 1, kMostReplicas, command.count);
  fields->whole("percent", 1, 100, command.percent);
  fields->text("pod", command.pod);
  checkOneOf(*fields, {"count", "percent", "pod"}, false);
  fields->choice("probe", kProbeTargets, command.probe);
  fields->flag("sticky", command.sticky);
  fields->finish();
  return Command(std::move(command));
}

StepAction readLoad(Fields& step) {
  auto fields = actionFields(step, "load");
  if (!fields) return {};
  LoadCommand command;
  readServiceName(*fields, command.service);
  fields->whole("cpu", 0, kMostLoad, command.cpu);
  fields->whole("demand", 0, kMostLoad, command.demand);
  if (auto pattern = fields->section("pattern")) command.pattern = readPattern(*pattern);
  checkOneOf(*fields, {"cpu", "demand", "pattern"}, true);
  fields->finish();
  return Command(std::move(command));
}

StepAction readScale(Fields& step) {
  auto fields = actionFields(step, "scale");
  if (!fields) return {};
  ScaleCommand command;
  readServiceName(*fields, command.service);
  fields->whole("replicas", 0, kMostReplicas, command.replicas);
  fields->whole("delta", -kMostReplicas, kMostReplicas, command.delta);
  checkOneOf(*fields, {"replicas", "delta"}, true);
  fields->finish();
  return Command(std::move(command));
}

StepAction readImage(Fields& step) {
  auto fields = actionFields(step, "image");
  if (!fields) return {};
  ImageCommand command;
  readServiceName(*fields, command.service);
  std::optional<std::string> image;
  if (fields->require("image", kStepTexts.nameImage)) fields->text("image", image);
  if (image && !imageFault(*image).empty()) fields->refuse("image", imageFault(*image));
  command.image = image.value_or("");
  fields->finish();
  return Command(std::move(command));
}

StepAction readDelete(Fields& step) {
  auto fields = actionFields(step, "delete");
  if (!fields) return {};
  DeleteCommand command;
  readServiceName(*fields, command.service);
  fields->finish();
  return Command(std::move(command));
}

StepAction readRolloutAction(Fields& step) {
  auto fields = actionFields(step, "rollout");
  if (!fields) return {};
  RolloutCommand command;
  readServiceName(*fields, command.service);
  if (fields->require("action", kStepTexts.writeAction)) {
    fields->choice("action", kRolloutActions, command.action);
  }
  fields->finish();
  return Command(std::move(command));
}

StepAction readTick(Fields& step) {
  TickCommand command;
  if (!step.has("tick")) {
    step.refuse("tick", kStepTexts.tickEmpty);
    return {};
  }
  const std::size_t before = step.reading().faults.count();
  step.duration("tick", command.tick);
  if (step.reading().faults.count() == before && (command.tick < 10 || command.tick > 60000)) {
    step.refuse("tick", kStepTexts.tickRange, {fixedText(command.tick, 3)});
  }
  return Command(command);
}

}  // namespace perfect
