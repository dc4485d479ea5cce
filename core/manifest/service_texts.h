// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of a Service's manifest beyond core/manifest/field_texts.h. Those that begin with "write" or the like
// are remedies: they follow "… is missing: ". Pure; any thread.
#pragma once

#include "core/base/text_pattern.h"

namespace perfect {

struct ServiceTexts {
  TextPattern noDocument{
      "there is no document: begin with 'apiVersion: v1' and 'kind: Service', as in examples/api-v1.yaml"};
  TextPattern notMapping{"a manifest must be a mapping that begins with 'apiVersion: v1' and 'kind: Service', not {0}"};
  TextPattern writeKind{"write kind: Service"};
  TextPattern kind{"kind must be Service, not {0}"};
  TextPattern kindNear{"kind must be Service, not {0}: did you mean Service?"};
  TextPattern scenarioAmong{"a Scenario cannot stand here: give it as a file of its own"};
  TextPattern writeVersion{"write apiVersion: v1"};
  TextPattern addMetadata{"add metadata with a name"};
  TextPattern nameService{"name the service, for example name: api"};
  TextPattern serviceName{
      "name must have lower-case letters, digits and '-' only, begin and end with a letter or digit, and be 1 to 63 "
      "long, not \"{0}\""};
  TextPattern serviceTwice{"service \"{0}\" stands twice in one apply (first at line {1}): keep one, or rename it"};

  // spec
  TextPattern imageEmpty{"image is empty: name one, for example local://demo@v1"};
  TextPattern imageTooLong{"image is longer than 1024 characters: shorten it"};
  TextPattern imageBlanks{"image must have no blanks or control characters, not \"{0}\""};
  TextPattern imageDigest{"image ends with '@': write the digest behind it, for example local://demo@v1"};
  TextPattern nameVariable{"name the variable, for example name: HEALTHY"};
  TextPattern envName{"name must have letters, digits, '_', '-' and '.' only and not begin with a digit, not \"{0}\""};
  TextPattern envTwice{"env name \"{0}\" stands twice (first at line {1}): keep one"};
  TextPattern pathEmpty{"path is empty: write a path such as /healthz, or leave it out"};
  TextPattern successThreshold{"successThreshold of a {0} must be 1, not {1}: leave it out"};

  // spec.rollout
  TextPattern pauseTwice{"pause and pauseSeconds stand together: keep pause: manual, or the seconds"};
  TextPattern pause{"pause must be manual, not {0}: for a time write pauseSeconds"};
  TextPattern stepsEmpty{"steps is empty: write at least one step such as percent: 25, or leave steps out"};
  TextPattern writePercent{"write the share of pods, for example percent: 25"};
  TextPattern noRoom{
      "maxSurge and maxUnavailable are both 0, so no pod could be replaced: set one of them to 1 or more"};
  TextPattern noRoomByDefault{
      "maxSurge and maxUnavailable are both 0 (one of them by default), so no pod could be replaced: set one of them "
      "to 1 or more"};

  // spec.autoscale
  TextPattern minAboveMax{"min ({0}) is above max ({1}): raise max to at least min"};
  TextPattern minAboveDefault{"min ({0}) is above max ({1} by default): raise max to at least min"};
  TextPattern stabilizationTwice{
      "scaleDownStabilizationSeconds and behavior stand together: write "
      "behavior.scaleDown.stabilizationWindowSeconds instead"};
  TextPattern policiesEmpty{
      "policies is empty: write at least one, or leave it out for the defaults of autoscaling/v2"};
  TextPattern writePolicyType{"write Pods or Percent"};
  TextPattern writePolicyValue{"write how much may change in one period, for example value: 4"};
  TextPattern writePolicyPeriod{"write the period the value stands for, for example periodSeconds: 15"};

  // --set
  TextPattern setPath{"the path is malformed: write it like spec.rollout.maxSurge or spec.env[0].value"};
  TextPattern setNoField{"there is no field {0} here: the manifest has no mapping at this place"};
  TextPattern setNoList{"the manifest has no list at this place: leave the [index] out"};
  TextPattern setIndex{"the list has {0} entries: the next index is [{0}]"};
  TextPattern setValue{"the value cannot be read: {0}"};
  TextPattern setOneValue{"the value cannot be read: it must be one value"};
};
inline constexpr ServiceTexts kServiceTexts{};

}  // namespace perfect
