// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/manifest.h"

#include <utility>

#include "core/manifest/field_texts.h"
#include "core/manifest/known_at.h"
#include "core/manifest/overrides.h"
#include "core/manifest/service_reader.h"
#include "core/manifest/service_texts.h"

namespace perfect {

std::string formatError(std::string_view file, const ManifestError& error, const Wording& wording) {
  std::string place(file);
  if (error.line > 0) place += ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
  std::string text = filledPattern(wording, kFieldTexts.errorLine.english(), {std::move(place), error.message});
  if (!error.path.empty()) text += " (" + error.path + ")";
  return text;
}

Result<std::vector<ServiceSpec>, ManifestErrors> parseManifests(std::string_view yaml,
                                                                const std::vector<FieldOverride>& overrides,
                                                                const Wording& wording) {
  return parseServices(yaml, overrides, ColumnUnit::Characters, wording);
}

Result<std::vector<ServiceSpec>, ManifestErrors> parseServices(std::string_view yaml,
                                                               const std::vector<FieldOverride>& overrides,
                                                               ColumnUnit columns, const Wording& wording) {
  YamlTree tree = readYaml(yaml);
  Faults faults(overrides, wording);
  if (tree.fault) {
    faults.add(*tree.fault);
    // The document that breaks off is not complete; judging it would report what is missing because it broke off.
    tree.documents.resize(tree.complete);
  }
  Reading reading{tree, faults};
  checkOverrides(faults);
  ServiceBatch batch(reading);
  bool any = false;
  for (const NodeId root : tree.documents) {
    // An empty document between two '---' is nothing, as for kubectl.
    if (tree.at(root).kind == YamlKind::Null) continue;
    any = true;
    batch.add(root, "");
  }
  if (!any && !tree.fault) faults.add(kServiceTexts.noDocument);
  if (!faults.empty()) {
    return Result<std::vector<ServiceSpec>, ManifestErrors>::failure(
        faults.take(columns == ColumnUnit::Characters ? yaml : std::string_view()));
  }
  return batch.take();
}

std::vector<std::string> knownInManifest(std::string_view yaml, int line) {
  YamlTree tree = readYaml(yaml);
  if (tree.fault) return {};
  const std::vector<FieldOverride> none;
  Faults faults(none, plainEnglish());
  KnownHere asked{line, {}};
  Reading reading{tree, faults, &asked};
  ServiceBatch batch(reading);
  for (const NodeId root : tree.documents) {
    if (tree.at(root).kind != YamlKind::Null) batch.add(root, "");
  }
  return asked.names;
}

}  // namespace perfect
