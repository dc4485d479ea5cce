// SPDX-License-Identifier: GPL-3.0-or-later
// Steps about alerts: their knobs, and how a mail fared (which a recording holds, since it came from outside).
#include <string>

#include "core/scenario/step_reader.h"
#include "core/scenario/step_texts.h"

namespace perfect {
namespace {

constexpr Named<MailResult> kMailResults[] = {
    {"sent", MailResult::Sent}, {"deferred", MailResult::Deferred}, {"failed", MailResult::Failed}};

void readKnob(Fields& fields, std::string_view name, std::optional<Millis>& out) {
  fields.duration(name, out);
  if (out && *out > kMostAlertMs) {
    fields.refuse(name, kStepTexts.knobTooLong, {std::string(name)});
    out.reset();
  }
}

}  // namespace

StepAction readAlertSettings(Fields& step) {
  auto fields = actionFields(step, "alerts");
  if (!fields) return {};
  AlertSettingsCommand command;
  readKnob(*fields, "downConfirm", command.downConfirm);
  readKnob(*fields, "upConfirm", command.upConfirm);
  readKnob(*fields, "cooldown", command.cooldown);
  readKnob(*fields, "startupGrace", command.startupGrace);
  const bool named =
      fields->has("downConfirm") || fields->has("upConfirm") || fields->has("cooldown") || fields->has("startupGrace");
  if (!named) fields->refuseAll(kStepTexts.noKnob);
  fields->finish();
  return Command(command);
}

StepAction readMailResult(Fields& step) {
  auto fields = actionFields(step, "mail");
  if (!fields) return {};
  MailResultCommand command;
  readServiceName(*fields, command.service);
  std::int64_t alert = 0;
  if (fields->require("alert", kStepTexts.writeAlert)) fields->whole("alert", 1, kNever, alert);
  command.alert = static_cast<std::uint64_t>(alert);
  if (fields->require("result", kStepTexts.writeResult)) {
    fields->choice("result", kMailResults, command.result);
  }
  fields->whole("code", 0, 599, command.code);
  fields->whole("attempt", 1, kMostReplicas, command.attempt);
  fields->duration("retryAfter", command.retryAfter);
  fields->words("text", command.text);
  fields->finish();
  return Command(std::move(command));
}

}  // namespace perfect
