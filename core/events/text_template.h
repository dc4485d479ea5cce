// SPDX-License-Identifier: GPL-3.0-or-later
//
// The small language in which messages and explanations are written, so that one table holds every
// text with its numbers and its grammar. Pure; any thread. K is the number of a fact, 0 … 3:
//
//   {svc} {pod} {version} {text}   names of the event; {text?with|without} where there may be no text
//   {K} {uK}                       the fact as a signed, an unsigned number
//   {mKL}                          the smaller of two facts: "3 of 3" though 5 were counted
//   {sK} {tK}                      milliseconds as seconds ("1.5"); an instant on the clock ("01:05.0")
//   {pK} {vK}                      thousandths of a percent ("0.5"); a version's digest ("v2")
//   {K:pod|pods}                   number and noun: "1 pod", "3 pods"
//   {K=N?then|else} {K<N?then|else}  a choice; N is a number or `never`
//   {K#zero|one|more}              a word by value; values beyond the last take the last
//
// Alternatives may hold placeholders themselves.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/base/wording.h"
#include "core/events/event.h"

namespace perfect {

/// What a text's placeholders stand for, and how numbers are written.
struct TextSource {
  const Wording* wording = &plainEnglish();
  Facts facts = {};
  std::string service;
  std::string version;
  std::string text;
  std::function<std::string()> pod;
  std::function<std::string(std::int64_t version)> digest;
};

/// Requires wellFormedText(pattern); an unknown placeholder is a broken invariant.
std::string renderText(std::string_view pattern, const TextSource& source);

/// What stands for kNever, in the language of the texts.
inline constexpr std::string_view kNeverText = "never";
/// "01:05.0": minutes, seconds and tenths since t = 0; "never" for kNever.
std::string clockText(SimTime t);

/// True when every brace has its partner. Checked for the whole table at compile time.
constexpr bool wellFormedText(std::string_view pattern) {
  int depth = 0;
  for (const char c : pattern) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return false;
  }
  return depth == 0;
}

}  // namespace perfect
