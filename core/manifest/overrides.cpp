// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/overrides.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/manifest/scalar.h"
#include "core/manifest/service_texts.h"
#include "core/manifest/yaml_text.h"

namespace perfect {
namespace {

struct Segment {
  std::string name;  ///< of a mapping's field; empty for a list index
  std::size_t index = 0;
};

constexpr std::size_t kMostIndexDigits = 6;

std::optional<Segment> parseIndex(std::string_view digits) {
  if (digits.empty() || digits.size() > kMostIndexDigits) return std::nullopt;
  Segment segment;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    segment.index = segment.index * 10 + static_cast<std::size_t>(c - '0');
  }
  return segment;
}

/// "spec.env[0].value" as spec, env, 0, value; none where it is malformed.
std::optional<std::vector<Segment>> parsePath(std::string_view path) {
  std::vector<Segment> segments;
  while (!path.empty()) {
    if (path.front() == '[') {
      const auto end = path.find(']');
      if (segments.empty() || end == std::string_view::npos) return std::nullopt;
      auto index = parseIndex(path.substr(1, end - 1));
      if (!index) return std::nullopt;
      segments.push_back(std::move(*index));
      path.remove_prefix(end + 1);
      if (!path.empty() && path.front() != '[' && path.front() != '.') return std::nullopt;
    } else {
      if (!segments.empty()) path.remove_prefix(1);  // the dot
      const auto end = path.find_first_of(".[");
      const std::string_view name = path.substr(0, end);
      if (name.empty() || name.find_first_of("] \t=") != std::string_view::npos) return std::nullopt;
      segments.push_back({std::string(name), 0});
      path.remove_prefix(name.size());
    }
    if (segments.size() > static_cast<std::size_t>(kMaxYamlDepth)) return std::nullopt;
  }
  return segments.empty() ? std::nullopt : std::make_optional(std::move(segments));
}

/// Applies one override to one document.
class Override {
 public:
  Override(Reading& reading, std::size_t index, std::vector<Segment> segments)
      : m_reading(reading), m_index(index), m_segments(std::move(segments)) {}

  NodeId apply(NodeId root) {
    const auto changed = descend(root, 0);
    return changed.value_or(root);
  }

 private:
  const FieldOverride& given() const { return m_reading.faults.overrides()[m_index]; }

  YamlNode fresh(YamlKind kind) const {
    YamlNode node;
    node.kind = kind;
    node.overrideIndex = static_cast<int>(m_index);
    return node;
  }

  NodeId push(YamlNode node) {
    m_reading.tree.nodes.push_back(std::move(node));
    return m_reading.tree.nodes.size() - 1;
  }

  std::optional<NodeId> refuse(TextPattern what, const std::vector<std::string>& words = {}) {
    m_reading.faults.add(fresh(YamlKind::Null), given().path, what, words);
    return std::nullopt;
  }

  /// A copy of the node with the rest of the path set in it.
  std::optional<NodeId> descend(std::optional<NodeId> at, std::size_t depth) {
    if (depth == m_segments.size()) return makeValue();
    const Segment& segment = m_segments[depth];
    const YamlKind wanted = segment.name.empty() ? YamlKind::Sequence : YamlKind::Mapping;
    YamlNode copy = at ? m_reading.tree.at(*at) : fresh(wanted);
    if (copy.kind == YamlKind::Null) copy.kind = wanted;
    if (copy.kind != wanted) {
      return wanted == YamlKind::Mapping ? refuse(kServiceTexts.setNoField, {segment.name})
                                         : refuse(kServiceTexts.setNoList);
    }
    const bool done =
        wanted == YamlKind::Mapping ? setField(copy, segment.name, depth) : setEntry(copy, segment.index, depth);
    return done ? std::make_optional(push(std::move(copy))) : std::nullopt;
  }

  bool setField(YamlNode& mapping, const std::string& name, std::size_t depth) {
    for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2) {
      const YamlNode& key = m_reading.tree.at(mapping.children[i]);
      if (key.kind != YamlKind::Scalar || key.text != name) continue;
      const auto value = descend(mapping.children[i + 1], depth + 1);
      if (value) mapping.children[i + 1] = *value;
      return value.has_value();
    }
    const auto value = descend(std::nullopt, depth + 1);
    if (!value) return false;
    YamlNode key = fresh(YamlKind::Scalar);
    key.text = name;
    mapping.children.push_back(push(std::move(key)));
    mapping.children.push_back(*value);
    return true;
  }

  bool setEntry(YamlNode& list, std::size_t index, std::size_t depth) {
    const std::size_t size = list.children.size();
    if (index > size) {
      refuse(kServiceTexts.setIndex, {std::to_string(size)});
      return false;
    }
    const auto value = descend(index < size ? std::make_optional(list.children[index]) : std::nullopt, depth + 1);
    if (!value) return false;
    if (index == size) list.children.push_back(*value);
    list.children[index] = *value;
    return true;
  }

  /// A scalar as it stands; what begins like a flow collection or a quoted text is read as YAML.
  std::optional<NodeId> makeValue() {
    const std::string& value = given().value;
    if (!value.empty() && std::string_view("[{\"'").find(value.front()) != std::string_view::npos) return graft(value);
    const bool null = value == "null" || value == "~";
    YamlNode node = fresh(null ? YamlKind::Null : YamlKind::Scalar);
    if (!null) node.text = value;
    return push(std::move(node));
  }

  std::optional<NodeId> graft(const std::string& value) {
    YamlTree part = readYaml(value);
    if (part.fault) return refuse(kServiceTexts.setValue, {part.fault->what.text(m_reading.faults.wording())});
    if (part.documents.size() != 1) return refuse(kServiceTexts.setOneValue);
    const std::size_t offset = m_reading.tree.nodes.size();
    for (YamlNode& node : part.nodes) {
      node.overrideIndex = static_cast<int>(m_index);
      for (NodeId& child : node.children) child += offset;
      push(std::move(node));
    }
    return part.documents.front() + offset;
  }

  Reading& m_reading;
  std::size_t m_index;
  std::vector<Segment> m_segments;
};

}  // namespace

bool checkOverrides(Faults& faults) {
  bool good = true;
  for (std::size_t i = 0; i < faults.overrides().size(); ++i) {
    const FieldOverride& o = faults.overrides()[i];
    if (parsePath(o.path) && !textFault(o.path) && !textFault(o.value)) continue;
    good = false;
    YamlNode place;
    place.overrideIndex = static_cast<int>(i);
    faults.add(place, shownText(o.path), kServiceTexts.setPath);
  }
  return good;
}

NodeId applyOverrides(Reading& reading, NodeId root) {
  for (std::size_t i = 0; i < reading.faults.overrides().size(); ++i) {
    auto segments = parsePath(reading.faults.overrides()[i].path);
    if (segments) root = Override(reading, i, std::move(*segments)).apply(root);
  }
  return root;
}

}  // namespace perfect
