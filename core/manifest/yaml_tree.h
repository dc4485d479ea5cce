// SPDX-License-Identifier: GPL-3.0-or-later
//
// YAML as a tree with places, read within limits: nothing here grows beyond what a manifest may be, whatever
// the text. Aliases stay references to the anchored node, so an alias costs one index. Pure; any thread.
// Invariants: children of a mapping alternate key, value (a partial document may lack the last value);
// no node is its own descendant; nodes never move once created.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/manifest/yaml_text.h"

namespace perfect {

enum class YamlKind : std::uint8_t { Null, Scalar, Sequence, Mapping };

using NodeId = std::size_t;

struct YamlNode {
  YamlKind kind = YamlKind::Null;
  bool quoted = false;     ///< a scalar written as a text: quoted, a block, or tagged !!str
  int overrideIndex = -1;  ///< comes from this `--set`; -1: from the text
  int line = 0;            ///< from 1
  int column = 0;          ///< from 1, in bytes
  std::size_t offset = 0;  ///< of its first byte in the text
  std::string text;        ///< a scalar's
  std::vector<NodeId> children;
};

struct YamlTree {
  std::deque<YamlNode> nodes;
  std::vector<NodeId> documents;  ///< roots; behind `complete` of them one may be partial, where there is a fault
  std::size_t complete = 0;
  std::optional<YamlFault> fault;  ///< where reading ended early

  const YamlNode& at(NodeId id) const { return nodes[id]; }
};

/// Most values in one text, those behind aliases counted each time.
inline constexpr std::size_t kMaxYamlValues = 200000;

/// Reads every document up to the first fault. The text must outlive nothing: the tree owns its texts.
YamlTree readYaml(std::string_view text);

/// The value of a mapping's field, or none.
std::optional<NodeId> childOf(const YamlTree& tree, NodeId mapping, std::string_view name);

}  // namespace perfect
