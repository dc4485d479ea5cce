// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/names.h"
#include "core/manifest/service_reader.h"
#include "core/manifest/service_texts.h"

namespace perfect {
namespace {

void readStepPause(Fields& fields, CanaryStep& step) {
  if (fields.has("pause") && fields.has("pauseSeconds")) {
    fields.mentions("pause");
    fields.refuse("pause", kServiceTexts.pauseTwice);
    return;
  }
  fields.seconds("pauseSeconds", step.pause);
  const auto pause = fields.find("pause");
  if (!pause) return;
  const YamlNode& node = fields.node(*pause);
  if (node.kind == YamlKind::Scalar && node.text == "manual") {
    step.manual = true;
  } else {
    fields.refuse("pause", kServiceTexts.pause, {shownValue(node, fields.wording())});
  }
}

void readSteps(Fields& rollout, std::vector<CanaryStep>& steps) {
  const auto entries = rollout.list("steps");
  if (!entries) return;
  if (entries->empty()) {
    rollout.refuse("steps", kServiceTexts.stepsEmpty);
  }
  steps.clear();
  for (const auto& [id, path] : *entries) {
    Fields fields(rollout.reading(), id, path);
    CanaryStep step;
    if (fields.require("percent", kServiceTexts.writePercent)) {
      fields.whole("percent", 0, 100, step.percent);
    }
    readStepPause(fields, step);
    fields.finish();
    steps.push_back(step);
  }
}

void readAnalysis(Fields& rollout, std::optional<Analysis>& out) {
  auto fields = rollout.section("analysis");
  if (!fields) return;
  Analysis analysis;
  fields->milli("maxErrorPercent", 0, 100000, analysis.maxError);
  fields->seconds("intervalSeconds", analysis.interval, 1000);
  fields->whole("count", 1, kMostInt32, analysis.count);
  fields->whole("failureLimit", 0, kMostInt32, analysis.failureLimit);
  fields->finish();
  out = analysis;
}

/// With neither more nor fewer pods allowed, no pod could ever be replaced (Kubernetes and Argo refuse it too).
void checkRoom(Fields& fields, const Rollout& rollout) {
  const bool counts = rollout.strategy == Strategy::Canary || rollout.strategy == Strategy::RollingUpdate;
  if (!counts || rollout.maxSurge.value != 0 || rollout.maxUnavailable.value != 0) return;
  const bool surgeGiven = fields.has("maxSurge");
  const bool bothGiven = surgeGiven && fields.has("maxUnavailable");
  fields.refuse(surgeGiven ? "maxSurge" : "maxUnavailable",
                bothGiven ? kServiceTexts.noRoom : kServiceTexts.noRoomByDefault);
}

}  // namespace

IntOrPercent defaultMaxSurge(Strategy strategy) {
  const bool counts = strategy == Strategy::Canary || strategy == Strategy::RollingUpdate;
  return counts ? IntOrPercent{25, true} : IntOrPercent{};
}

IntOrPercent defaultMaxUnavailable(Strategy strategy) {
  return strategy == Strategy::RollingUpdate ? IntOrPercent{25, true} : IntOrPercent{};
}

std::vector<CanaryStep> defaultCanarySteps() {
  return {CanaryStep{25, std::nullopt, false}, CanaryStep{50, std::nullopt, false},
          CanaryStep{100, std::nullopt, false}};
}

// Fields of another strategy are read and kept: people switch strategies to compare them.
void readRollout(Fields& spec, Rollout& out) {
  auto fields = spec.section("rollout");
  if (!fields) return;
  const std::size_t before = spec.reading().faults.count();
  fields->choice("strategy", kStrategies, out.strategy);
  if (out.strategy == Strategy::Canary) out.steps = defaultCanarySteps();
  readSteps(*fields, out.steps);
  fields->seconds("pauseSeconds", out.pause);
  out.maxSurge = defaultMaxSurge(out.strategy);
  out.maxUnavailable = defaultMaxUnavailable(out.strategy);
  fields->countOrPercent("maxSurge", out.maxSurge);
  fields->countOrPercent("maxUnavailable", out.maxUnavailable);
  if (spec.reading().faults.count() == before) checkRoom(*fields, out);
  fields->flag("autoPromote", out.autoPromote);
  fields->seconds("scaleDownDelaySeconds", out.scaleDownDelay);
  readAnalysis(*fields, out.analysis);
  fields->seconds("progressDeadlineSeconds", out.progressDeadline);
  fields->flag("autoRollback", out.autoRollback);
  fields->finish();
}

}  // namespace perfect
