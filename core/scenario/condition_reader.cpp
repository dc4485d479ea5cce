// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "core/events/reasons.h"
#include "core/manifest/near_name.h"
#include "core/manifest/scalar.h"
#include "core/scenario/step_reader.h"
#include "core/scenario/step_texts.h"

namespace perfect {
namespace {

void readEventName(Fields& fields, std::optional<std::string>& out) {
  fields.text("event", out);
  if (!out) return;
  std::vector<std::string_view> codes;
  for (int i = 1; i < static_cast<int>(Reason::Count_); ++i) codes.push_back(info(static_cast<Reason>(i)).code);
  if (std::find(codes.begin(), codes.end(), *out) != codes.end()) return;
  const std::string_view near = nearestName(*out, codes);
  fields.refuse("event", near.empty() ? kStepTexts.eventUnknown : kStepTexts.eventNear,
                {shownText(*out), std::string(near)});
}

/// Compares at least one thing, of a service unless it is mails alone (they are counted over all).
Condition readCondition(Fields& fields, bool expects) {
  Condition c;
  fields.text("service", c.service);
  fields.whole("ready", 0, kMostReplicas, c.ready);
  if (expects) fields.whole("minReady", 0, kMostReplicas, c.minReady);
  fields.whole("serving", 0, kMostReplicas, c.serving);
  fields.whole("replicas", 0, kMostReplicas, c.replicas);
  fields.text("version", c.version);
  fields.text("status", c.status);
  readEventName(fields, c.event);
  fields.whole("restarts", 0, kMostInt32, c.restarts);
  fields.whole("mails", 0, kMostInt32, c.mails);

  bool ofService = false;
  for (const std::string_view name : {"ready", "serving", "replicas", "version", "status", "event", "restarts"}) {
    ofService = fields.has(name) || ofService;
  }
  if (expects) ofService = fields.has("minReady") || ofService;
  if (!ofService && !fields.has("mails")) {
    fields.refuseAll(kStepTexts.comparesNothing);
  }
  if (ofService) fields.require("service", kStepTexts.nameCompared);
  if (!expects && fields.mentions("minReady")) {
    fields.refuse("minReady", kStepTexts.minReadyInUntil);
  }
  return c;
}

}  // namespace

StepAction readUntil(Fields& step) {
  auto fields = actionFields(step, "until");
  if (!fields) return {};
  UntilStep until;
  until.condition = readCondition(*fields, false);
  fields->duration("timeout", until.timeout);
  fields->finish();
  return until;
}

StepAction readExpect(Fields& step) {
  auto fields = actionFields(step, "expect");
  if (!fields) return {};
  ExpectStep expect;
  expect.condition = readCondition(*fields, true);
  fields->duration("within", expect.within);
  fields->finish();
  return expect;
}

StepAction readAsk(Fields& step) {
  auto fields = actionFields(step, "ask");
  if (!fields) return {};
  AskStep ask;
  if (fields->require("question", kStepTexts.writeQuestion)) fields->words("question", ask.question);
  const std::size_t before = step.reading().faults.count();
  if (fields->require("choices", kStepTexts.writeChoices)) {
    const auto entries = fields->list("choices");
    for (const auto& [id, path] : entries.value_or(std::vector<std::pair<NodeId, std::string>>())) {
      const YamlNode& choice = step.node(id);
      if (choice.kind == YamlKind::Scalar) {
        ask.choices.push_back(choice.text);
      } else {
        step.reading().faults.add(choice, path, kStepTexts.choiceNoText, {shownValue(choice, step.wording())});
      }
    }
    if (entries && entries->size() < 2) fields->refuse("choices", kStepTexts.twoChoices);
  }
  if (fields->require("answer", kStepTexts.writeAnswer)) {
    fields->words("answer", ask.answer);
    const bool among = std::find(ask.choices.begin(), ask.choices.end(), ask.answer) != ask.choices.end();
    if (!among && step.reading().faults.count() == before) {
      fields->refuse("answer", kStepTexts.answerUnknown, {shownText(ask.answer)});
    }
  }
  fields->words("because", ask.because);
  fields->finish();
  return ask;
}

}  // namespace perfect
