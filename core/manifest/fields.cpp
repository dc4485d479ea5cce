// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/fields.h"

#include "core/manifest/known_at.h"

#include <algorithm>
#include <cstddef>

#include "core/base/duration.h"
#include "core/manifest/near_name.h"
#include "core/manifest/scalar.h"

namespace perfect {

std::string shownValue(const YamlNode& node) {
  switch (node.kind) {
    case YamlKind::Null:
      return "nothing";
    case YamlKind::Sequence:
      return "a list";
    case YamlKind::Mapping:
      return "a mapping";
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
    m_reading.faults.add(n, m_path, "must be a mapping (lines of 'name: value'), not " + shownValue(n));
    return;
  }
  for (std::size_t i = 0; i + 1 < n.children.size(); i += 2) addEntry(n.children[i], n.children[i + 1]);
}

void Fields::addEntry(NodeId key, NodeId value) {
  const YamlNode& k = node(key);
  if (k.kind != YamlKind::Scalar) {
    m_reading.faults.add(k, m_path, "a field's name must be a plain word, not " + shownValue(k));
    return;
  }
  const auto [at, fresh] = m_entries.try_emplace(k.text, Entry{key, value, false});
  if (!fresh) {
    m_reading.faults.add(k, pathOf(k.text),
                         "field \"" + shownText(k.text) + "\" stands twice (first at line " +
                             std::to_string(node(at->second.key).line) + "): keep one");
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

void Fields::wrong(NodeId value, std::string_view name, std::string_view expected) {
  m_reading.faults.add(node(value), pathOf(name),
                       std::string(name) + " must be " + std::string(expected) + ", not " + shownValue(node(value)));
}

std::optional<std::int64_t> Fields::number(std::string_view name, int decimals, std::int64_t min, std::int64_t max) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  const YamlNode& n = node(*value);
  const std::string range = (decimals == 0 ? "a whole number from " : "a number from ") + fixedText(min, decimals) +
                            " to " + fixedText(max, decimals);
  if (n.kind != YamlKind::Scalar) {
    wrong(*value, name, range);
    return std::nullopt;
  }
  const FixedNumber number = parseFixed(n.text, decimals);
  if (number.fault == NumberFault::None && n.quoted) {
    wrong(*value, name, range + " without quotes");
    return std::nullopt;
  }
  if (number.fault == NumberFault::TooFine && decimals > 0) {
    wrong(*value, name, range + " with at most three decimals");
    return std::nullopt;
  }
  if (number.fault == NumberFault::NotANumber && !n.quoted && n.text.find_first_of("0123456789") != std::string::npos) {
    wrong(*value, name, range + " in plain decimal digits");
    return std::nullopt;
  }
  if (number.fault != NumberFault::None || number.value < min || number.value > max) {
    wrong(*value, name, range);
    return std::nullopt;
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
    wrong(*value, name, "a duration such as 30s");
    return;
  }
  const auto parsed = parseDuration(node(*value).text);
  if (!parsed) {
    refuse(name, std::string(name) + ": " + parsed.error());
  } else if (parsed.value() < min) {
    wrong(*value, name, "at least " + fixedText(min, 3) + "s");
  } else {
    out = parsed.value();
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
    wrong(*value, name, parsed ? "true or false without quotes" : "true or false");
    return;
  }
  out = *parsed;
}

std::optional<std::string> readText(Reading& reading, NodeId value, const std::string& path, std::string_view name) {
  const YamlNode& n = reading.tree.at(value);
  // A shell eats quotes, so what `--set` gives is a text where a text is wanted.
  const bool plain = n.kind == YamlKind::Scalar && !n.quoted && n.overrideIndex < 0;
  if (n.kind == YamlKind::Scalar && !(plain && looksUntextual(n.text))) return n.text;
  std::string message = std::string(name) + " must be a text, not " + shownValue(n);
  if (plain) message += ": quote it, \"" + shownText(n.text) + "\"";
  reading.faults.add(n, path, std::move(message));
  return std::nullopt;
}

std::optional<std::string> readWords(Reading& reading, NodeId value, const std::string& path, std::string_view name) {
  const YamlNode& n = reading.tree.at(value);
  if (n.kind == YamlKind::Scalar) return n.text;
  reading.faults.add(n, path, std::string(name) + " must be a text, not " + shownValue(n));
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
  const std::string expected = "a count from 0 to 1000000 or a percentage from 0% to 100%";
  if (n.kind != YamlKind::Scalar) {
    wrong(*value, name, expected);
    return;
  }
  std::string_view digits = n.text;
  const bool percent = !digits.empty() && digits.back() == '%';
  if (percent) digits.remove_suffix(1);
  const FixedNumber number = parseFixed(digits, 0);
  if (number.fault != NumberFault::None || number.value < 0 || number.value > (percent ? 100 : kMostReplicas)) {
    wrong(*value, name, expected);
  } else if (n.quoted && !percent) {
    wrong(*value, name, expected + " (a count without quotes)");
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
  std::string expected = names.size() == 1 ? std::string(names.front()) : "one of " + listedNames(names);
  expected = std::string(name) + " must be " + expected + ", not " + shownValue(n);
  const std::string_view near = n.kind == YamlKind::Scalar ? nearestName(n.text, names) : std::string_view();
  if (!near.empty()) expected += ": did you mean " + std::string(near) + "?";
  refuse(name, std::move(expected));
  return std::nullopt;
}

std::optional<Fields> Fields::section(std::string_view name) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  if (node(*value).kind != YamlKind::Mapping) {
    wrong(*value, name, "a mapping (lines of 'name: value' below it)");
    return std::nullopt;
  }
  return Fields(m_reading, *value, pathOf(name));
}

std::optional<std::vector<std::pair<NodeId, std::string>>> Fields::list(std::string_view name) {
  const auto value = find(name);
  if (!value) return std::nullopt;
  if (node(*value).kind != YamlKind::Sequence) {
    wrong(*value, name, "a list (lines that begin with '- ')");
    return std::nullopt;
  }
  std::vector<std::pair<NodeId, std::string>> entries;
  for (const NodeId child : node(*value).children) {
    entries.emplace_back(child, pathOf(name) + "[" + std::to_string(entries.size()) + "]");
  }
  return entries;
}

bool Fields::require(std::string_view name, std::string_view remedy) {
  if (has(name)) return true;
  const auto at = m_entries.find(name);
  const NodeId place = at == m_entries.end() ? m_mapping : at->second.key;
  // A wrong kind of node has been reported as such.
  if (node(m_mapping).kind == YamlKind::Mapping || node(m_mapping).kind == YamlKind::Null) {
    m_reading.faults.add(node(place), pathOf(name), std::string(name) + " is missing: " + std::string(remedy));
  }
  return false;
}

void Fields::refuse(std::string_view name, std::string message) {
  const auto at = m_entries.find(name);
  const NodeId place = at == m_entries.end() ? m_mapping : at->second.value;
  m_reading.faults.add(node(place), pathOf(name), std::move(message));
}

void Fields::refuseAll(std::string message) { m_reading.faults.add(node(m_mapping), m_path, std::move(message)); }

void Fields::finish() {
  for (const auto& [name, entry] : m_entries) {
    if (entry.known) continue;
    if (m_reading.asked != nullptr && name == kProbe && node(entry.key).line == m_reading.asked->line) {
      m_reading.asked->names.assign(m_asked.begin(), m_asked.end());
    }
    std::string message = "unknown field \"" + shownText(name) + "\": ";
    const std::string_view hint = foreignFieldHint(name);
    const std::string_view near = nearestName(name, m_asked);
    if (!hint.empty()) {
      message += hint;
    } else if (!near.empty()) {
      message += "did you mean " + std::string(near) + "?";
    } else {
      message += "known here are " + listedNames(m_asked);
    }
    m_reading.faults.add(node(entry.key), pathOf(name), std::move(message));
  }
}

}  // namespace perfect
