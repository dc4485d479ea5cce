// SPDX-License-Identifier: GPL-3.0-or-later
//
// One `kind: Service` document as a ServiceSpec: the manifest's table, section by section. Faults go to the
// Reading; the spec that comes back is meaningful only when there were none. One thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/manifest/fields.h"
#include "core/model/service_spec.h"

namespace perfect {

/// `path`: what stands before "spec" in paths, "" for a document of its own.
ServiceSpec readService(Reading& reading, NodeId root, const std::string& path);

/// spec's own sections, of the Fields of `spec`.
void readPodTemplate(Fields& spec, PodTemplate& out);
void readRollout(Fields& spec, Rollout& out);
void readAutoscale(Fields& spec, std::optional<Autoscale>& out);

/// Services of one apply: overrides applied, each read, no name twice.
class ServiceBatch {
 public:
  explicit ServiceBatch(Reading& reading) : m_reading(reading) {}
  void add(NodeId root, const std::string& path);
  std::vector<ServiceSpec> take() { return std::move(m_services); }

 private:
  Reading& m_reading;
  std::vector<ServiceSpec> m_services;
  std::map<std::string, int> m_lines;  ///< where each name first stood
};

enum class ColumnUnit : std::uint8_t { Characters, Bytes };

/// parseManifests() for a text that stands inside another one, whose columns are counted there.
Result<std::vector<ServiceSpec>, ManifestErrors> parseServices(std::string_view yaml,
                                                               const std::vector<FieldOverride>& overrides,
                                                               ColumnUnit columns, const Wording& wording);

/// maxSurge and maxUnavailable where the manifest does not give them.
IntOrPercent defaultMaxSurge(Strategy strategy);
IntOrPercent defaultMaxUnavailable(Strategy strategy);

/// What autoscaling/v2 fills in for a `behavior` that leaves a direction, or a part of it, out.
ScalingRules defaultScaleUpRules();
ScalingRules defaultScaleDownRules();

/// 25, 50, 100.
std::vector<CanaryStep> defaultCanarySteps();

}  // namespace perfect
