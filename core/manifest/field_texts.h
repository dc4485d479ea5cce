// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of the fields of any manifest or scenario: what a value must be, and what it is instead. What every
// part of reading says stands here too. Pure; any thread.
#pragma once

#include "core/base/text_pattern.h"

namespace perfect {

struct FieldTexts {
  // A value, as it is named where it is no scalar.
  TextPattern nothing{"nothing"};
  TextPattern aList{"a list"};
  TextPattern aMapping{"a mapping"};

  // {0} is the field, {1} one of the phrases below, {2} the value.
  TextPattern mustBe{"{0} must be {1}, not {2}"};
  TextPattern mustBeNear{"{0} must be {1}, not {2}: did you mean {3}?"};
  TextPattern whole{"a whole number from {0} to {1}"};
  TextPattern wholeUnquoted{"a whole number from {0} to {1} without quotes"};
  TextPattern wholeDigits{"a whole number from {0} to {1} in plain decimal digits"};
  TextPattern decimal{"a number from {0} to {1}"};
  TextPattern decimalUnquoted{"a number from {0} to {1} without quotes"};
  TextPattern decimalDigits{"a number from {0} to {1} in plain decimal digits"};
  TextPattern decimalTooFine{"a number from {0} to {1} with at most three decimals"};
  TextPattern duration{"a duration such as 30s"};
  TextPattern atLeast{"at least {0}s"};
  TextPattern flag{"true or false"};
  TextPattern flagUnquoted{"true or false without quotes"};
  TextPattern amount{"a count from 0 to 1000000 or a percentage from 0% to 100%"};
  TextPattern amountUnquoted{"a count from 0 to 1000000 or a percentage from 0% to 100% (a count without quotes)"};
  TextPattern oneOf{"one of {0}"};
  TextPattern section{"a mapping (lines of 'name: value' below it)"};
  TextPattern list{"a list (lines that begin with '- ')"};

  TextPattern mustBeText{"{0} must be a text, not {1}"};
  TextPattern quoteText{"{0} must be a text, not {1}: quote it, \"{2}\""};
  TextPattern notMapping{"must be a mapping (lines of 'name: value'), not {0}"};
  TextPattern nameNotPlain{"a field's name must be a plain word, not {0}"};
  TextPattern twice{"field \"{0}\" stands twice (first at line {1}): keep one"};
  TextPattern missing{"{0} is missing: {1}"};
  TextPattern faultOf{"{0}: {1}"};

  TextPattern unknown{"unknown field \"{0}\": {1}"};
  TextPattern unknownNear{"unknown field \"{0}\": did you mean {1}?"};
  TextPattern unknownAmong{"unknown field \"{0}\": known here are {1}"};
  TextPattern write{"write {0}"};
  TextPattern directlyInSpec{"image, env and probes stand directly in spec"};
  TextPattern ownedByName{"pods belong to the service by its name; leave it out"};
  TextPattern knownByName{"leave it out: a service is known by its metadata.name"};
  TextPattern oneGrid{"leave it out: there is one Grid"};
  TextPattern noPort{"leave it out: simulated probes need no port"};
  TextPattern noScheme{"leave it out: simulated probes need no scheme"};
  TextPattern noMerge{"merge keys are not supported; write the fields out"};

  // The last of a list's names, behind the others.
  TextPattern lastAnd{"{0} and {1}"};
  TextPattern lastOr{"{0} or {1}"};

  TextPattern ofOption{"--set {0}={1}: {2}"};
  TextPattern andMore{"and {0} more: mend these first, then check again"};
  TextPattern errorLine{"{0}: error: {1}"};
};
inline constexpr FieldTexts kFieldTexts{};

}  // namespace perfect
