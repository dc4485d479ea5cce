// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "core/manifest/manifest.h"
#include "core/manifest/scalar.h"
#include "core/manifest/service_reader.h"
#include "core/manifest/service_texts.h"

namespace perfect {
namespace {

constexpr std::size_t kLongestImage = 1024;
constexpr std::int64_t kMostPercentMilli = 100000;

/// Kubernetes' rule for names of environment variables.
bool isEnvName(std::string_view name) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '.';
  };
  return !name.empty() && letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void readEnv(Fields& spec, std::vector<EnvVar>& env) {
  const auto entries = spec.list("env");
  if (!entries) return;
  std::map<std::string, int> lines;
  for (const auto& [id, path] : *entries) {
    Fields entry(spec.reading(), id, path);
    EnvVar variable;
    if (entry.require("name", kServiceTexts.nameVariable)) {
      const std::size_t before = spec.reading().faults.count();
      entry.text("name", variable.name);
      const int line = entry.node(*entry.find("name")).line;
      const bool readable = spec.reading().faults.count() == before;
      if (readable && !isEnvName(variable.name)) {
        entry.refuse("name", kServiceTexts.envName, {shownText(variable.name)});
      } else if (const auto [first, fresh] = lines.try_emplace(variable.name, line); readable && !fresh) {
        entry.refuse("name", kServiceTexts.envTwice, {variable.name, std::to_string(first->second)});
      }
    }
    entry.text("value", variable.value);
    entry.finish();
    env.push_back(std::move(variable));
  }
}

void readProbe(Fields& spec, std::string_view name, bool readiness, std::optional<Probe>& out) {
  auto fields = spec.section(name);
  if (!fields) return;
  Probe probe;
  if (auto get = fields->section("httpGet")) {
    get->text("path", probe.path);
    if (probe.path.empty()) get->refuse("path", kServiceTexts.pathEmpty);
    get->finish();
  }
  fields->whole("initialDelaySeconds", 0, kMostInt32, probe.initialDelaySeconds);
  fields->whole("periodSeconds", 1, kMostInt32, probe.periodSeconds);
  fields->whole("timeoutSeconds", 1, kMostInt32, probe.timeoutSeconds);
  fields->whole("successThreshold", 1, kMostInt32, probe.successThreshold);
  if (!readiness && probe.successThreshold != 1) {
    fields->refuse("successThreshold", kServiceTexts.successThreshold,
                   {std::string(name), std::to_string(probe.successThreshold)});
  }
  fields->whole("failureThreshold", 1, kMostInt32, probe.failureThreshold);
  fields->finish();
  out = std::move(probe);
}

void readBackoff(Fields& spec, RestartBackoff& out) {
  auto fields = spec.section("restartBackoff");
  if (!fields) return;
  fields->seconds("baseSeconds", out.base);
  fields->milli("factor", 1000, 1000000, out.factorMilli);
  fields->seconds("maxSeconds", out.max);
  fields->seconds("resetAfterSeconds", out.resetAfter);
  fields->finish();
}

void readSimulation(Fields& spec, Simulation& out) {
  auto fields = spec.section("simulation");
  if (!fields) return;
  fields->seconds("startSeconds", out.start);
  fields->seconds("bootSeconds", out.boot);
  fields->seconds("shutdownSeconds", out.shutdown);
  fields->milli("jitter", 0, 1000, out.jitterMilli);
  // A container that crashes in the instant it starts would restart for ever without time passing.
  fields->seconds("crashAfterSeconds", out.crashAfter, 1);
  fields->milli("crashesPerHour", 0, 1000000000, out.crashesPerHourMilli);
  fields->milli("probeFailurePercent", 0, kMostPercentMilli, out.probeFailure);
  fields->milli("errorPercent", 0, kMostPercentMilli, out.error);
  fields->whole("capacityPerPod", 1, 1000000000, out.capacityPerPod);
  fields->finish();
}

}  // namespace

Saying imageFault(std::string_view image) {
  if (image.empty()) return {kServiceTexts.imageEmpty.english(), {}};
  if (image.size() > kLongestImage) return {kServiceTexts.imageTooLong.english(), {}};
  const bool blank = std::any_of(image.begin(), image.end(),
                                 [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
  if (blank) return {kServiceTexts.imageBlanks.english(), {shownText(image)}};
  if (image.back() == '@') return {kServiceTexts.imageDigest.english(), {}};
  return {};
}

void readPodTemplate(Fields& spec, PodTemplate& out) {
  const std::size_t before = spec.reading().faults.count();
  spec.text("image", out.image);
  const Saying fault = imageFault(out.image);
  if (!fault.empty() && spec.reading().faults.count() == before) spec.refuse("image", fault);
  readEnv(spec, out.env);
  spec.whole("terminationGracePeriodSeconds", 0, 3600, out.terminationGracePeriodSeconds);
  readProbe(spec, "readinessProbe", true, out.readiness);
  readProbe(spec, "livenessProbe", false, out.liveness);
  readProbe(spec, "startupProbe", false, out.startup);
  readBackoff(spec, out.restartBackoff);
  readSimulation(spec, out.simulation);
}

}  // namespace perfect
