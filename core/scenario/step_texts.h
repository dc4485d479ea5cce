// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of a scenario's text beyond core/manifest/field_texts.h. Those that begin with "write" or the like are
// remedies: they follow "… is missing: ". Pure; any thread.
#pragma once

#include "core/base/text_pattern.h"

namespace perfect {

struct StepTexts {
  TextPattern noDocument{"there is no document: begin with 'apiVersion: perfect.system/v1' and 'kind: Scenario'"};
  TextPattern notMapping{
      "a scenario must be a mapping that begins with 'apiVersion: perfect.system/v1' and 'kind: Scenario', not {0}"};
  TextPattern writeVersion{"write apiVersion: perfect.system/v1"};
  TextPattern writeKind{"write kind: Scenario"};
  TextPattern standsAlone{"a scenario stands alone in its file: move this document to a file of its own"};
  TextPattern addSpec{"add spec with steps"};
  TextPattern seed{"seed must be a whole number from 0 to 18446744073709551615, not {0}"};
  TextPattern writeStep{"write at least one step"};
  TextPattern stepsEmpty{"steps is empty: write at least one step"};

  // Any step
  TextPattern idle{"this step does nothing: write what it says or does, for example say, apply, until or expect"};
  TextPattern twoActions{"a step does one thing, and this one has {0} and {1}: make two steps of it"};
  TextPattern actionEmpty{"{0} is empty: write its fields behind it, for example {service: api}"};
  TextPattern nameService{"name the service, for example service: api"};
  TextPattern keepOne{"{0} and {1} stand together: keep one of them"};
  TextPattern oneMissing{"one of {0} is missing: write it"};

  // apply
  TextPattern applyEmpty{"apply is empty: name a file, or let a manifest stand here"};
  TextPattern applyNothing{"there is no manifest in the list: add one, or remove the step"};
  TextPattern applyTooMuch{"the steps apply more than 20,000 services in all: apply fewer"};
  TextPattern correctPath{"{0}: correct the path (relative to the scenario's file)"};

  // kill, crash, chaos
  TextPattern atLeastOnePod{"{0} must take at least one pod: write 1 or more"};
  TextPattern chaos{"chaos must be stop, or a mapping such as {service: api, every: 10s, kill: 1}, not {0}"};
  TextPattern writeEvery{"write the time between two blows, for example every: 10s"};

  // load, image, rollout, tick
  TextPattern writeShape{"write constant, ramp, sine or spike"};
  TextPattern writeTo{"write the load it goes to, in percent of one pod"};
  TextPattern nameImage{"name the image, for example image: local://demo@v2"};
  TextPattern writeAction{"write promote, promoteFull, pause, resume, abort, retry, undo or restart"};
  TextPattern tickEmpty{"tick is empty: write the reconcile period, for example tick: 500ms"};
  TextPattern tickRange{"tick must be from 10ms to 60s, not {0}s"};

  // alerts, mail
  TextPattern knobTooLong{"{0} must be at most 24h: that is a long time to keep an alert back"};
  TextPattern noKnob{"one of downConfirm, upConfirm, cooldown or startupGrace is missing: write it"};
  TextPattern writeAlert{"write the seq of the alert's event"};
  TextPattern writeResult{"write sent, deferred or failed"};

  // until, expect
  TextPattern eventUnknown{
      "event must be the reason code of an event, not \"{0}\": for example Ready, BackOff or TrafficSwitched"};
  TextPattern eventNear{"event must be the reason code of an event, not \"{0}\": did you mean {1}?"};
  TextPattern comparesNothing{
      "a condition must compare something: write ready, serving, replicas, version, status, event, restarts or mails "
      "beside the service"};
  TextPattern nameCompared{"name the service that is compared, for example service: api"};
  TextPattern minReadyInUntil{
      "minReady looks back, so waiting for it is no use: write it in an expect, or wait for ready"};

  // ask
  TextPattern writeQuestion{"write what is asked"};
  TextPattern writeChoices{"write the answers to choose from, for example [yes, no]"};
  TextPattern choiceNoText{"a choice must be a text, not {0}"};
  TextPattern twoChoices{"choices must have at least two answers: add one"};
  TextPattern writeAnswer{"write which of the choices is right"};
  TextPattern answerUnknown{"answer \"{0}\" is none of the choices: write one of them"};
};
inline constexpr StepTexts kStepTexts{};

}  // namespace perfect
