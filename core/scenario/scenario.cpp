// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include <charconv>
#include <string>
#include <utility>

#include "core/manifest/fields.h"
#include "core/manifest/near_name.h"
#include "core/manifest/overrides.h"
#include "core/manifest/yaml_text.h"
#include "core/scenario/known_in_scenario.h"
#include "core/scenario/step_reader.h"
#include "core/scenario/step_texts.h"

namespace perfect {
namespace {

constexpr Named<int> kScenarioVersions[] = {{"perfect.system/v1", 1}};
constexpr Named<int> kScenarioKinds[] = {{"Scenario", 1}};

void readSeed(Fields& spec, std::optional<std::uint64_t>& out) {
  const auto value = spec.find("seed");
  if (!value) return;
  const YamlNode& node = spec.node(*value);
  std::uint64_t seed = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [last, fault] = std::from_chars(node.text.data(), end, seed);
  if (node.kind == YamlKind::Scalar && !node.quoted && fault == std::errc() && last == end) {
    out = seed;
  } else {
    spec.refuse("seed", kStepTexts.seed, {shownValue(node, spec.wording())});
  }
}

ScenarioStep readStep(Reading& reading, NodeId id, const std::string& path, ApplyReader& apply) {
  ScenarioStep step;
  const YamlNode& node = reading.tree.at(id);
  step.line = node.line;
  Fields fields(reading, id, path);
  const std::size_t before = reading.faults.count();
  fields.words("say", step.say);
  fields.words("look", step.look);
  fields.duration("after", step.after);
  fields.duration("at", step.at);
  step.what = readStepAction(fields, apply);
  fields.finish();
  const bool idle = step.say.empty() && !step.after && !step.at && std::holds_alternative<std::monostate>(step.what);
  if (idle && reading.faults.count() == before && (node.kind == YamlKind::Mapping || node.kind == YamlKind::Null)) {
    fields.refuseAll(kStepTexts.idle);
  }
  return step;
}

void readSpec(Fields& document, ApplyReader& apply, Scenario& out) {
  if (!document.require("spec", kStepTexts.addSpec)) return;
  auto spec = document.section("spec");
  if (!spec) return;
  readSeed(*spec, out.seed);
  if (spec->require("steps", kStepTexts.writeStep)) {
    const auto entries = spec->list("steps");
    if (entries && entries->empty()) spec->refuse("steps", kStepTexts.stepsEmpty);
    for (const auto& [id, path] : entries.value_or(std::vector<std::pair<NodeId, std::string>>())) {
      out.steps.push_back(readStep(document.reading(), id, path, apply));
    }
  }
  spec->finish();
}

Scenario readDocument(Reading& reading, NodeId root, ApplyReader& apply) {
  Scenario scenario;
  const YamlNode& node = reading.tree.at(root);
  if (node.kind != YamlKind::Mapping) {
    reading.faults.add(node, "", kStepTexts.notMapping, {shownValue(node, reading.faults.wording())});
    return scenario;
  }
  Fields document(reading, root, "");
  int known = 0;
  if (document.require("apiVersion", kStepTexts.writeVersion)) {
    document.choice("apiVersion", kScenarioVersions, known);
  }
  if (document.require("kind", kStepTexts.writeKind)) document.choice("kind", kScenarioKinds, known);
  if (auto metadata = document.section("metadata")) {
    metadata->words("name", scenario.name);
    metadata->words("title", scenario.title);
    metadata->finish();
  }
  readSpec(document, apply, scenario);
  document.finish();
  return scenario;
}

}  // namespace

bool looksLikeScenario(std::string_view yaml) {
  const YamlTree tree = readYaml(yaml);
  for (const NodeId root : tree.documents) {
    if (tree.at(root).kind == YamlKind::Null) continue;
    const auto kind = childOf(tree, root, "kind");
    return kind && tree.at(*kind).text == "Scenario";
  }
  return false;
}

Result<Scenario, ManifestErrors> parseScenario(std::string_view yaml, const ReadText& read,
                                               const std::vector<FieldOverride>& overrides, const Wording& wording) {
  YamlTree tree = readYaml(yaml);
  Faults faults(overrides, wording);
  if (tree.fault) {
    faults.add(*tree.fault);
    tree.documents.resize(tree.complete);
  }
  Reading reading{tree, faults};
  const std::vector<FieldOverride> none;
  ApplyReader apply(reading, read, checkOverrides(faults) ? overrides : none, withoutByteOrderMark(yaml));
  Scenario scenario;
  bool any = false;
  for (const NodeId root : tree.documents) {
    if (tree.at(root).kind == YamlKind::Null) continue;
    if (any) {
      faults.add(tree.at(root), "", kStepTexts.standsAlone);
      break;
    }
    any = true;
    scenario = readDocument(reading, root, apply);
  }
  if (!any && !tree.fault) faults.add(kStepTexts.noDocument);
  if (!faults.empty()) return Result<Scenario, ManifestErrors>::failure(faults.take(yaml));
  return scenario;
}

std::vector<std::string> knownInScenario(std::string_view yaml, int line) {
  YamlTree tree = readYaml(yaml);
  if (tree.fault || tree.documents.empty()) return {};
  const std::vector<FieldOverride> none;
  Faults faults(none, plainEnglish());
  KnownHere asked{line, {}};
  Reading reading{tree, faults, &asked};
  const ReadText unread = [](const std::string&) { return Result<std::string>::failure("not read"); };
  ApplyReader apply(reading, unread, none, withoutByteOrderMark(yaml));
  (void)readDocument(reading, tree.documents.front(), apply);
  return asked.names;
}

}  // namespace perfect
