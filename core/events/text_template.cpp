// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/text_template.h"

#include <algorithm>
#include <vector>

#include "core/base/assert.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

/// The place behind the brace that closes the one before `from`.
std::size_t closingBrace(std::string_view pattern, std::size_t from) {
  int depth = 1;
  for (std::size_t i = from; i < pattern.size(); ++i) {
    if (pattern[i] == '{') ++depth;
    if (pattern[i] == '}' && --depth == 0) return i;
  }
  PERFECT_ASSERT(false);
  return pattern.size();
}

std::vector<std::string_view> alternatives(std::string_view body) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '{') ++depth;
    if (body[i] == '}') --depth;
    if (body[i] == '|' && depth == 0) {
      parts.push_back(body.substr(start, i - start));
      start = i + 1;
    }
  }
  parts.push_back(body.substr(start));
  return parts;
}

std::int64_t factAt(const TextSource& source, char digit) {
  PERFECT_ASSERT(digit >= '0' && digit <= '3');
  return source.facts[static_cast<std::size_t>(digit - '0')];
}

std::int64_t number(std::string_view digits) {
  if (digits == "never") return kNever;
  const bool negative = !digits.empty() && digits.front() == '-';
  std::int64_t value = 0;
  for (const char c : digits.substr(negative ? 1 : 0)) {
    PERFECT_ASSERT(c >= '0' && c <= '9');
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

/// `body` is what stands behind "{K".
std::string renderFact(std::int64_t fact, std::string_view body, const TextSource& source) {
  if (body.empty()) return source.wording->number(fact);
  const char kind = body.front();
  if (kind == ':') {
    const auto nouns = alternatives(body.substr(1));
    PERFECT_ASSERT(nouns.size() == 2);
    return source.wording->number(fact) + " " + renderText(nouns[fact == 1 ? 0 : 1], source);
  }
  if (kind == '#') {
    const auto words = alternatives(body.substr(1));
    const std::size_t last = words.size() - 1;
    const bool inside = fact >= 0 && static_cast<std::uint64_t>(fact) < last;
    return renderText(words[inside ? static_cast<std::size_t>(fact) : last], source);
  }
  PERFECT_ASSERT(kind == '=' || kind == '<');
  const std::size_t question = body.find('?');
  PERFECT_ASSERT(question != std::string_view::npos);
  const std::int64_t limit = number(body.substr(1, question - 1));
  const auto branches = alternatives(body.substr(question + 1));
  PERFECT_ASSERT(branches.size() == 2);
  const bool holds = kind == '=' ? fact == limit : fact < limit;
  return renderText(branches[holds ? 0 : 1], source);
}

std::string renderPlaceholder(std::string_view body, const TextSource& source) {
  if (body == "svc") return source.service;
  if (body == "pod") return source.pod ? source.pod() : std::string();
  if (body == "version") return source.version;
  if (body == "text") return source.text;
  if (body.substr(0, 5) == "text?") {
    const auto branches = alternatives(body.substr(5));
    PERFECT_ASSERT(branches.size() == 2);
    return renderText(branches[source.text.empty() ? 1 : 0], source);
  }
  PERFECT_ASSERT(!body.empty());
  if (body.front() >= '0' && body.front() <= '3') return renderFact(factAt(source, body[0]), body.substr(1), source);
  if (body.front() == 'm') {
    PERFECT_ASSERT(body.size() == 3);
    return source.wording->number(std::min(factAt(source, body[1]), factAt(source, body[2])));
  }
  PERFECT_ASSERT(body.size() == 2);
  const std::int64_t fact = factAt(source, body[1]);
  switch (body.front()) {
    case 's':
    case 'p':  // thousandths, like milliseconds of a second
      return secondsText(fact, *source.wording);
    case 't':
      return fact == kNever ? std::string(source.wording->pattern(kNeverText)) : clockText(fact);
    case 'u':  // as one types it: a seed
      return std::to_string(static_cast<std::uint64_t>(fact));
    case 'v':
      return source.digest ? source.digest(fact) : std::string();
    default:
      PERFECT_ASSERT(false);
      return {};
  }
}

std::string twoDigits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string renderText(std::string_view pattern, const TextSource& source) {
  std::string out;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    out += pattern.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = closingBrace(pattern, open + 1);
    out += renderPlaceholder(pattern.substr(open + 1, close - open - 1), source);
    at = close + 1;
  }
  return out;
}

std::string clockText(SimTime t) {
  if (t == kNever) return std::string(kNeverText);
  const std::int64_t tenths = t / 100;
  return twoDigits(tenths / 600) + ":" + twoDigits(tenths / 10 % 60) + "." + std::to_string(tenths % 10);
}

}  // namespace perfect
