// SPDX-License-Identifier: GPL-3.0-or-later
//
// Collects what is wrong with a text while it is read on, so that a person mends everything at once.
// Bounded: beyond kMostCollected faults further ones are only counted. One thread at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text_pattern.h"
#include "core/base/wording.h"
#include "core/manifest/manifest.h"
#include "core/manifest/yaml_tree.h"

namespace perfect {

/// Most faults reported for one text; a last line says how many more there are.
inline constexpr std::size_t kMaxReportedErrors = 100;

class Faults {
 public:
  /// Both must outlive this. Faults are said in `wording`.
  Faults(const std::vector<FieldOverride>& overrides, const Wording& wording)
      : m_overrides(overrides), m_wording(wording) {}

  /// A fault of this node; one that came from a `--set` names it instead of a line.
  void add(const YamlNode& at, std::string path, TextPattern what, const std::vector<std::string>& words = {});
  void add(const YamlFault& fault);
  /// A fault of the text as a whole.
  void add(TextPattern what) { addSaid({1, 1, "", said(what)}); }
  /// What is said already, as by the reader of another text.
  void addSaid(const YamlNode& at, std::string path, std::string message);
  void addSaid(ManifestError error);

  /// A part of what is said.
  std::string said(TextPattern text, const std::vector<std::string>& words = {}) const {
    return filledPattern(m_wording, text.english(), words);
  }

  bool empty() const { return m_errors.empty(); }
  std::size_t count() const { return m_errors.size(); }
  const std::vector<FieldOverride>& overrides() const { return m_overrides; }
  const Wording& wording() const { return m_wording; }
  /// In order of place, columns in characters of `text` (an empty one: in bytes).
  ManifestErrors take(std::string_view text);

 private:
  static constexpr std::size_t kMostCollected = 10000;

  const std::vector<FieldOverride>& m_overrides;
  const Wording& m_wording;
  ManifestErrors m_errors;
  std::size_t m_uncollected = 0;
};

/// What an editor asks of the reader: see core/manifest/known_at.h.
struct KnownHere {
  int line = 0;
  std::vector<std::string> names;
};

/// What every part of reading needs: the tree, and where faults go.
struct Reading {
  YamlTree& tree;
  Faults& faults;
  KnownHere* asked = nullptr;
};

}  // namespace perfect
