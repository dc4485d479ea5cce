// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/fields.h"

#include <algorithm>
#include <cstddef>

#include "core/base/duration.h"
#include "core/manifest/field_texts.h"
#include "core/manifest/known_at.h"
#include "core/manifest/near_name.h"
#include "core/manifest/scalar.h"

namespace perfect {

std::string shownValue(const YamlNode& node, const Wording& wording) {
  switch (node.kind) {
    case YamlKind::Null:
      return std::string(wording.pattern(kFieldTexts.nothing.english()));
    case YamlKind::Sequence:
      return std::string(wording.pattern(kFieldTexts.aList.english()));
    case YamlKind::Mapping:
      return std::string(wording.pattern(kFieldTexts.aMapping.english()));
    case YamlKind::Scalar:
      break;
  }
  return node.quoted ? "\"" + shownText(node.text) + "\"" : shownText(node.text);
}

Fields::Fields(Reading& reading, NodeId mapping, std::string path)
    : m_reading(reading), m_mapping(mapping), m_path(std::move(path)) {
  const YamlNode& n = node(mapping);
  if (n.kind == YamlKind::Null) return;
  if (n.kind != YamlKind::Mapping) {
    m_reading.faults.add(n, m_path, kFieldTexts.notMapping, {shownValue(n, wording())});
    return;
  }
  for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) addEntry(n.children[i], n.children[i + 1]);
}

void Fields::addEntry(NodeId key, NodeId value) {
  const YamlNode& k = node(key);
  if (k.kind != YamlKind::Scalar) {
    m_reading.faults.add(k, m_path, kFieldTexts.nameNotPlain, {shownValue(k, wording())});
    return;
  }
  const auto [at, fresh] = m_entries.try_emplace(k.text, Entry{key, value, false});
  if (!fresh) {
    m_reading.faults.add(k, pathOf(k.text), kFieldTexts.twice,
                         {shownText(k.text), std::to_string(node(at->second.key).line)});
  }
}

std::string Fields::pathOf(std::string_view name) const {
  // A name may be any text that YAML allows, line ends among them; what is shown of it is one line.
  const bool plain =
      name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) { return c >= ' ' && c <= '~'; });
  const std::string shown = plain ? std::string(name) : shownText(name);
  return m_path.empty() ? shown : m_path + "." + shown;
}

bool Fields::mentions(std::string_view name) {
  if (std::find(m_asked.begin(), m_asked.end(), name) == m_asked.end()) m_asked.push_back(name);
  const auto at = m_entries.find(name);
  if (at == m_entries.end()) return false;
  at->second.known = true;
  return true;
}

std::optional<NodeId> Fields::find(std::string_view name) {
  if (!mentions(name)) return std::nullopt;
  const NodeId value = m_entries.find(name)->second.value;
  if (node(value).kind == YamlKind::Null) return std::nullopt;
  return value;
}

bool Fields::has(std::string_view name) { return find(name).has_value(); }

void Fields::wrong(NodeId value, std::string_view name, TextPattern expected, const std::vector<std::string>& words) {
  m_reading.faults.add(node(value), pathOf(name), kFieldTexts.mustBe,
                       {std::string(name), said(expected, words), shownValue(node(value), wording())});
}

std::optional<std::int64_t> Fields::number(std::string_view name, int decimals, std::int64_t min, std::int64_t max) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  const YamlNode& n = node(*value);
  const auto refused = [&](TextPattern whole, TextPattern decimal) {
    wrong(*value, name, decimals == 0 ? whole : decimal, {fixedText(min, decimals), fixedText(max, decimals)});
    return std::nullopt;
  };
  if (n.kind != YamlKind::Scalar) return refused(kFieldTexts.whole, kFieldTexts.decimal);
  const FixedNumber number = parseFixed(n.text, decimals);
  if (number.fault == NumberFault::None && n.quoted) {
    return refused(kFieldTexts.wholeUnquoted, kFieldTexts.decimalUnquoted);
  }
  if (number.fault == NumberFault::TooFine) return refused(kFieldTexts.whole, kFieldTexts.decimalTooFine);
  if (number.fault == NumberFault::NotANumber && !n.quoted && n.text.find_first_of("0123456789") != std::string::npos) {
    return refused(kFieldTexts.wholeDigits, kFieldTexts.decimalDigits);
  }
  if (number.fault != NumberFault::None || number.value < min || number.value > max) {
    return refused(kFieldTexts.whole, kFieldTexts.decimal);
  }
  return number.value;
}

void Fields::whole(std::string_view name, std::int64_t min, std::int64_t max, std::int64_t& out) {
  out = number(name, 0, min, max).value_or(out);
}

void Fields::whole(std::string_view name, std::int64_t min, std::int64_t max, std::int32_t& out) {
  out = static_cast<std::int32_t>(number(name, 0, min, std::min(max, kMostInt32)).value_or(out));
}

void Fields::whole(std::string_view name, std::int64_t min, std::int64_t max, std::optional<std::int32_t>& out) {
  if (const auto n = number(name, 0, min, std::min(max, kMostInt32))) out = static_cast<std::int32_t>(*n);
}

void Fields::whole(std::string_view name, std::int64_t min, std::int64_t max, std::optional<std::int64_t>& out) {
  if (const auto n = number(name, 0, min, max)) out = *n;
}

void Fields::milli(std::string_view name, std::int64_t min, std::int64_t max, std::int64_t& out) {
  out = number(name, 3, min, max).value_or(out);
}

void Fields::milli(std::string_view name, std::int64_t min, std::int64_t max, std::int32_t& out) {
  out = static_cast<std::int32_t>(number(name, 3, min, std::min(max, kMostInt32)).value_or(out));
}

void Fields::seconds(std::string_view name, Millis& out, Millis min, Millis max) { milli(name, min, max, out); }

void Fields::seconds(std::string_view name, std::optional<Millis>& out, Millis min) {
  if (const auto n = number(name, 3, min, kMostInt32 * 1000)) out = *n;
}

void Fields::duration(std::string_view name, std::optional<Millis>& out, Millis min) {
  const auto value = find(name);
  if (!value) return;
  if (node(*value).kind != YamlKind::Scalar) {
    wrong(*value, name, kFieldTexts.duration);
    return;
  }
  const auto read = readDuration(node(*value).text);
  if (!read) {
    refuse(name, kFieldTexts.faultOf, {std::string(name), read.error().text(wording())});
  } else if (read.value() < min) {
    wrong(*value, name, kFieldTexts.atLeast, {fixedText(min, 3)});
  } else {
    out = read.value();
  }
}

void Fields::duration(std::string_view name, Millis& out, Millis min) {
  std::optional<Millis> given;
  duration(name, given, min);
  out = given.value_or(out);
}

void Fields::flag(std::string_view name, bool& out) {
  const auto value = find(name);
  if (!value) return;
  const YamlNode& n = node(*value);
  if (m_reading.asked != nullptr && n.text == kProbe && n.line == m_reading.asked->line) {
    m_reading.asked->names = {"true", "false"};
  }
  const auto parsed = n.kind == YamlKind::Scalar ? parseBool(n.text) : std::nullopt;
  if (!parsed || n.quoted) {
    wrong(*value, name, parsed ? kFieldTexts.flagUnquoted : kFieldTexts.flag);
    return;
  }
  out = *parsed;
}

std::optional<std::string> readText(Reading& reading, NodeId value, const std::string& path, std::string_view name) {
  const YamlNode& n = reading.tree.at(value);
  // A shell eats quotes, so what `--set` gives is a text where a text is wanted.
  const bool plain = n.kind == YamlKind::Scalar && !n.quoted && n.overrideIndex < 0;
  if (n.kind == YamlKind::Scalar && !(plain && looksUntextual(n.text))) return n.text;
  std::vector<std::string> words{std::string(name), shownValue(n, reading.faults.wording())};
  if (plain) words.push_back(shownText(n.text));
  reading.faults.add(n, path, plain ? kFieldTexts.quoteText : kFieldTexts.mustBeText, words);
  return std::nullopt;
}

std::optional<std::string> readWords(Reading& reading, NodeId value, const std::string& path, std::string_view name) {
  const YamlNode& n = reading.tree.at(value);
  if (n.kind == YamlKind::Scalar) return n.text;
  reading.faults.add(n, path, kFieldTexts.mustBeText, {std::string(name), shownValue(n, reading.faults.wording())});
  return std::nullopt;
}

void Fields::text(std::string_view name, std::string& out) {
  const auto value = find(name);
  if (!value) return;
  if (auto given = readText(m_reading, *value, pathOf(name), name)) out = std::move(*given);
}

void Fields::text(std::string_view name, std::optional<std::string>& out) {
  const auto value = find(name);
  if (!value) return;
  if (auto given = readText(m_reading, *value, pathOf(name), name)) out = std::move(*given);
}

void Fields::words(std::string_view name, std::string& out) {
  const auto value = find(name);
  if (!value) return;
  if (auto given = readWords(m_reading, *value, pathOf(name), name)) out = std::move(*given);
}

void Fields::countOrPercent(std::string_view name, IntOrPercent& out) {
  const auto value = find(name);
  if (!value) return;
  const YamlNode& n = node(*value);
  if (n.kind != YamlKind::Scalar) {
    wrong(*value, name, kFieldTexts.amount);
    return;
  }
  std::string_view digits = n.text;
  const bool percent = !digits.empty() && digits.back() == '%';
  if (percent) digits.remove_suffix(1);
  const FixedNumber number = parseFixed(digits, 0);
  if (number.fault != NumberFault::None || number.value < 0 || number.value > (percent ? 100 : kMostReplicas)) {
    wrong(*value, name, kFieldTexts.amount);
  } else if (n.quoted && !percent) {
    wrong(*value, name, kFieldTexts.amountUnquoted);
  } else {
    out = {static_cast<std::int32_t>(number.value), percent};
  }
}

std::optional<std::size_t> Fields::chosen(std::string_view name, const std::vector<std::string_view>& names) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  const YamlNode& n = node(*value);
  if (n.kind == YamlKind::Scalar) {
    if (m_reading.asked != nullptr && n.text == kProbe && n.line == m_reading.asked->line) {
      m_reading.asked->names.assign(names.begin(), names.end());
    }
    const auto at = std::find(names.begin(), names.end(), n.text);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  }
  chosenWrong(name, n, names);
  return std::nullopt;
}

void Fields::chosenWrong(std::string_view name, const YamlNode& value, const std::vector<std::string_view>& names) {
  std::string expected = listedNames(names, kFieldTexts.lastAnd, wording());
  if (names.size() > 1) expected = said(kFieldTexts.oneOf, {expected});
  std::vector<std::string> words{std::string(name), std::move(expected), shownValue(value, wording())};
  const std::string_view near = value.kind == YamlKind::Scalar ? nearestName(value.text, names) : std::string_view();
  if (!near.empty()) words.emplace_back(near);
  refuse(name, near.empty() ? kFieldTexts.mustBe : kFieldTexts.mustBeNear, words);
}

std::optional<Fields> Fields::section(std::string_view name) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  if (node(*value).kind != YamlKind::Mapping) {
    wrong(*value, name, kFieldTexts.section);
    return std::nullopt;
  }
  return Fields(m_reading, *value, pathOf(name));
}

std::optional<std::vector<std::pair<NodeId, std::string>>> Fields::list(std::string_view name) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  if (node(*value).kind != YamlKind::Sequence) {
    wrong(*value, name, kFieldTexts.list);
    return std::nullopt;
  }
  std::vector<std::pair<NodeId, std::string>> entries;
  for (const NodeId child : node(*value).children) {
    entries.emplace_back(child, pathOf(name) + "[" + std::to_string(entries.size()) + "]");
  }
  return entries;
}

bool Fields::require(std::string_view name, TextPattern remedy) {
  if (has(name)) return true;
  const auto at = m_entries.find(name);
  const NodeId place = at == m_entries.end() ? m_mapping : at->second.key;
  // A wrong kind of node has been reported as such.
  if (node(m_mapping).kind == YamlKind::Mapping || node(m_mapping).kind == YamlKind::Null) {
    m_reading.faults.add(node(place), pathOf(name), kFieldTexts.missing, {std::string(name), said(remedy)});
  }
  return false;
}

void Fields::refuse(std::string_view name, TextPattern what, const std::vector<std::string>& words) {
  refuse(name, {what.english(), words});
}

void Fields::refuse(std::string_view name, const Saying& what) {
  const auto at = m_entries.find(name);
  const NodeId place = at == m_entries.end() ? m_mapping : at->second.value;
  m_reading.faults.addSaid(node(place), pathOf(name), what.text(wording()));
}

void Fields::refuseAll(TextPattern what, const std::vector<std::string>& words) {
  m_reading.faults.add(node(m_mapping), m_path, what, words);
}

void Fields::finish() {
  for (const auto& [name, entry] : m_entries) {
    if (entry.known) continue;
    if (m_reading.asked != nullptr && name == kProbe && node(entry.key).line == m_reading.asked->line) {
      m_reading.asked->names.assign(m_asked.begin(), m_asked.end());
    }
    const Saying hint = foreignFieldHint(name);
    const std::string_view near = nearestName(name, m_asked);
    TextPattern what = kFieldTexts.unknownAmong;
    std::string rest;
    if (!hint.empty()) {
      what = kFieldTexts.unknown;
      rest = hint.text(wording());
    } else if (!near.empty()) {
      what = kFieldTexts.unknownNear;
      rest = near;
    } else {
      rest = listedNames(m_asked, kFieldTexts.lastAnd, wording());
    }
    m_reading.faults.add(node(entry.key), pathOf(name), what, {shownText(name), std::move(rest)});
  }
}

}  // namespace perfect
