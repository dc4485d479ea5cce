// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/service_reader.h"

#include <algorithm>

#include "core/manifest/near_name.h"
#include "core/manifest/overrides.h"
#include "core/manifest/scalar.h"
#include "core/manifest/service_texts.h"

namespace perfect {
namespace {

constexpr Named<int> kVersions[] = {{"v1", 1}};

/// RFC 1123 label as Kubernetes checks it.
bool isDnsLabel(std::string_view name) {
  const auto letterOrDigit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !name.empty() && name.size() <= 63 && letterOrDigit(name.front()) && letterOrDigit(name.back()) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return letterOrDigit(c) || c == '-'; });
}

void readMetadata(Fields& document, std::string& name) {
  if (!document.require("metadata", kServiceTexts.addMetadata)) return;
  auto metadata = document.section("metadata");
  if (!metadata) return;
  if (metadata->require("name", kServiceTexts.nameService)) {
    std::optional<std::string> given;
    metadata->text("name", given);
    if (given && !isDnsLabel(*given)) {
      metadata->refuse("name", kServiceTexts.serviceName, {shownText(*given)});
    }
    name = given.value_or("");
  }
  metadata->finish();
}

/// True when the document is meant as a Service, so that reading the rest of it makes sense.
bool checkKind(Fields& document) {
  const auto kind = document.find("kind");
  if (!document.require("kind", kServiceTexts.writeKind)) return true;
  const std::string given = document.node(*kind).kind == YamlKind::Scalar ? document.node(*kind).text : std::string();
  if (given == "Service") return true;
  if (given == "Scenario") {
    document.refuse("kind", kServiceTexts.scenarioAmong);
    return false;
  }
  const bool near = !nearestName(given, {"Service"}).empty();
  document.refuse("kind", near ? kServiceTexts.kindNear : kServiceTexts.kind,
                  {shownValue(document.node(*kind), document.wording())});
  return near;
}

}  // namespace

ServiceSpec readService(Reading& reading, NodeId root, const std::string& path) {
  ServiceSpec service;
  const YamlNode& node = reading.tree.at(root);
  if (node.kind != YamlKind::Mapping) {
    reading.faults.add(node, path, kServiceTexts.notMapping, {shownValue(node, reading.faults.wording())});
    return service;
  }
  Fields document(reading, root, path);
  if (!checkKind(document)) return service;
  if (document.require("apiVersion", kServiceTexts.writeVersion)) {
    int version = 0;
    document.choice("apiVersion", kVersions, version);
  }
  readMetadata(document, service.name);
  if (auto spec = document.section("spec")) {
    service.replicasGiven = spec->has("replicas");
    spec->whole("replicas", 0, kMostReplicas, service.replicas);
    spec->seconds("minReadySeconds", service.minReady);
    readPodTemplate(*spec, service.podTemplate);
    readRollout(*spec, service.rollout);
    readAutoscale(*spec, service.autoscale);
    spec->finish();
  }
  document.finish();
  return service;
}

void ServiceBatch::add(NodeId root, const std::string& path) {
  if (m_reading.tree.at(root).kind == YamlKind::Mapping) root = applyOverrides(m_reading, root);
  ServiceSpec service = readService(m_reading, root, path);
  if (!service.name.empty()) {
    const auto metadata = childOf(m_reading.tree, root, "metadata");
    const auto name = metadata ? childOf(m_reading.tree, *metadata, "name") : std::nullopt;
    const YamlNode& place = m_reading.tree.at(name.value_or(root));
    const auto [first, fresh] = m_lines.try_emplace(service.name, place.line);
    if (!fresh) {
      m_reading.faults.add(place, (path.empty() ? "" : path + ".") + "metadata.name", kServiceTexts.serviceTwice,
                           {shownText(service.name), std::to_string(first->second)});
    }
  }
  m_services.push_back(std::move(service));
}

}  // namespace perfect
