// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the fields of one YAML mapping into a spec. Each reading call checks type and range, reports
// what is wrong with place, path and remedy, and leaves its target unchanged then. A field that is absent
// or null leaves it unchanged too: the target's value is the default. finish() reports every field nobody
// asked for. One thread at a time; the Reading must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/units.h"
#include "core/manifest/faults.h"
#include "core/manifest/names.h"
#include "core/model/service_spec.h"

namespace perfect {

/// The most that any number of seconds, pods or tries may be where nothing else is documented (Kubernetes: int32).
inline constexpr std::int64_t kMostInt32 = std::numeric_limits<std::int32_t>::max();
inline constexpr std::int64_t kMostReplicas = 1000000;

class Fields {
 public:
  /// Reports a node that is no mapping (null counts as an empty one) and repeated or unreadable field names.
  Fields(Reading& reading, NodeId mapping, std::string path);

  /// Present and not null.
  bool has(std::string_view name);
  /// The field's value where it is present and not null.
  std::optional<NodeId> find(std::string_view name);
  /// Present, be it null.
  bool mentions(std::string_view name);

  void whole(std::string_view name, std::int64_t min, std::int64_t max, std::int64_t& out);
  void whole(std::string_view name, std::int64_t min, std::int64_t max, std::int32_t& out);
  void whole(std::string_view name, std::int64_t min, std::int64_t max, std::optional<std::int32_t>& out);
  void whole(std::string_view name, std::int64_t min, std::int64_t max, std::optional<std::int64_t>& out);
  /// A decimal with at most three decimals; min, max and out in thousandths.
  void milli(std::string_view name, std::int64_t min, std::int64_t max, std::int64_t& out);
  void milli(std::string_view name, std::int64_t min, std::int64_t max, std::int32_t& out);
  /// Seconds down to a millisecond, 0 … the most an int32 holds.
  void seconds(std::string_view name, Millis& out, Millis min = 0, Millis max = kMostInt32 * 1000);
  void seconds(std::string_view name, std::optional<Millis>& out, Millis min = 0);
  /// "30s": as core/base/duration.h.
  void duration(std::string_view name, Millis& out, Millis min = 0);
  void duration(std::string_view name, std::optional<Millis>& out, Millis min = 0);
  void flag(std::string_view name, bool& out);
  /// A text; numbers and booleans without quotes are refused, as Kubernetes does.
  void text(std::string_view name, std::string& out);
  void text(std::string_view name, std::optional<std::string>& out);
  /// A text for people: any scalar will do.
  void words(std::string_view name, std::string& out);
  /// A count 0 … 1,000,000 or a percentage "0%" … "100%".
  void countOrPercent(std::string_view name, IntOrPercent& out);

  /// One of the words of a table.
  template <typename E, std::size_t N>
  void choice(std::string_view name, const Named<E> (&known)[N], E& out) {
    std::vector<std::string_view> names;
    for (const Named<E>& k : known) names.push_back(k.name);
    const auto index = chosen(name, names);
    if (index) out = known[*index].value;
  }

  /// A nested mapping, where present.
  std::optional<Fields> section(std::string_view name);
  /// A list's entries with their paths; none where it is absent or no list.
  std::optional<std::vector<std::pair<NodeId, std::string>>> list(std::string_view name);

  /// Reports the field as missing where it is absent or null; true when it is there.
  bool require(std::string_view name, TextPattern remedy);
  /// A fault of this field's value.
  void refuse(std::string_view name, TextPattern what, const std::vector<std::string>& words = {});
  void refuse(std::string_view name, const Saying& what);
  /// A fault of the mapping as a whole.
  void refuseAll(TextPattern what, const std::vector<std::string>& words = {});
  /// Reports the fields that nobody asked for. Call it last, once.
  void finish();

  const std::string& path() const { return m_path; }
  std::string pathOf(std::string_view name) const;
  Reading& reading() { return m_reading; }
  const YamlNode& node(NodeId id) const { return m_reading.tree.at(id); }
  const Wording& wording() const { return m_reading.faults.wording(); }

 private:
  struct Entry {
    NodeId key = 0;
    NodeId value = 0;
    bool known = false;
  };

  void addEntry(NodeId key, NodeId value);
  std::optional<std::size_t> chosen(std::string_view name, const std::vector<std::string_view>& names);
  std::optional<std::int64_t> number(std::string_view name, int decimals, std::int64_t min, std::int64_t max);
  void chosenWrong(std::string_view name, const YamlNode& value, const std::vector<std::string_view>& names);
  std::string said(TextPattern text, const std::vector<std::string>& words = {}) const {
    return m_reading.faults.said(text, words);
  }
  void wrong(NodeId value, std::string_view name, TextPattern expected, const std::vector<std::string>& words = {});

  Reading& m_reading;
  NodeId m_mapping;
  std::string m_path;
  std::map<std::string_view, Entry> m_entries;
  std::vector<std::string_view> m_asked;  ///< in the order of asking: string literals of the callers
};

/// A node as a text value of `path`, under the rule of Fields::text; none (and reported) where it is not one.
std::optional<std::string> readText(Reading& reading, NodeId value, const std::string& path, std::string_view name);
/// Any scalar as a text; none (and reported) for a collection.
std::optional<std::string> readWords(Reading& reading, NodeId value, const std::string& path, std::string_view name);

/// `"abc"` or `a list`: a value as messages show it.
std::string shownValue(const YamlNode& node, const Wording& wording);

}  // namespace perfect
