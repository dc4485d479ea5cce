// SPDX-License-Identifier: GPL-3.0-or-later
//
// One step of a scenario: narration, waiting, and at most one action. Faults go to the Reading. One thread
// at a time.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/manifest/fields.h"
#include "core/scenario/scenario.h"

namespace perfect {

using StepAction = decltype(ScenarioStep::what);

/// Reads what `apply` names: a file's path, a manifest or a list of them standing inline, or a block of YAML.
class ApplyReader {
 public:
  /// All must outlive this. `overrides`: the usable ones; `text`: the scenario's own.
  ApplyReader(Reading& reading, const ReadText& read, const std::vector<FieldOverride>& overrides,
              std::string_view text)
      : m_reading(reading), m_read(read), m_overrides(overrides), m_text(text) {}

  ApplyCommand read(NodeId value, const std::string& path);

 private:
  using Parsed = Result<std::vector<ServiceSpec>, ManifestErrors>;

  std::vector<ServiceSpec> readFile(NodeId value, const std::string& path);
  std::vector<ServiceSpec> readBlock(NodeId value, const std::string& path);
  Parsed parseFile(const std::string& file) const;

  Reading& m_reading;
  const ReadText& m_read;
  const std::vector<FieldOverride>& m_overrides;
  std::string_view m_text;
  std::map<std::string, Parsed> m_files;  ///< a lesson applies the same file again and again
  std::size_t m_services = 0;
};

/// The step's action and nothing else of it; monostate where there is none or it is at fault.
StepAction readStepAction(Fields& step, ApplyReader& apply);

/// The nested mapping of an action; none, and reported, where it is empty or no mapping.
std::optional<Fields> actionFields(Fields& step, std::string_view action);
/// Reads `service`, which most actions need.
void readServiceName(Fields& fields, std::string& out);

StepAction readUntil(Fields& step);
StepAction readExpect(Fields& step);
StepAction readAsk(Fields& step);
StepAction readBlow(Fields& step, ChaosKind kind);
StepAction readChaosSchedule(Fields& step);
StepAction readHealth(Fields& step);
StepAction readLoad(Fields& step);
StepAction readScale(Fields& step);
StepAction readImage(Fields& step);
StepAction readDelete(Fields& step);
StepAction readRolloutAction(Fields& step);
StepAction readTick(Fields& step);
StepAction readAlertSettings(Fields& step);
StepAction readMailResult(Fields& step);

}  // namespace perfect
