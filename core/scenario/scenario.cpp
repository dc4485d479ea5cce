// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/manifest/yaml_tree.h"

namespace perfect {

bool looksLikeScenario(std::string_view yaml) {
  const YamlTree tree = readYaml(yaml);
  if (tree.documents.empty()) return false;
  const auto kind = childOf(tree, tree.documents.front(), "kind");
  return kind && tree.at(*kind).text == "Scenario";
}

}  // namespace perfect
