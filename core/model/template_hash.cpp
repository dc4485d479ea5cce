// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/template_hash.h"

#include <string_view>

namespace perfect {

namespace {

// FNV-1a over the fields in a fixed order; texts carry their length, so that neighbours cannot run together.
class Fields {
 public:
  void add(std::int64_t value) {
    for (int i = 0; i < 8; ++i) byte(static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i)));
  }
  void add(std::string_view text) {
    add(static_cast<std::int64_t>(text.size()));
    for (const char c : text) byte(static_cast<std::uint8_t>(c));
  }
  void add(const std::optional<Probe>& probe) {
    add(std::int64_t{probe.has_value()});
    if (!probe) return;
    add(probe->path);
    for (const std::int32_t n : {probe->initialDelaySeconds, probe->periodSeconds, probe->timeoutSeconds,
                                 probe->successThreshold, probe->failureThreshold}) {
      add(std::int64_t{n});
    }
  }
  std::uint64_t hash() const { return m_hash; }

 private:
  void byte(std::uint8_t b) { m_hash = (m_hash ^ b) * 0x100000001b3U; }
  std::uint64_t m_hash = 0xcbf29ce484222325U;
};

}  // namespace

std::string templateHash(const PodTemplate& podTemplate, std::uint32_t salt) {
  Fields fields;
  fields.add(podTemplate.image);
  fields.add(static_cast<std::int64_t>(podTemplate.env.size()));
  for (const EnvVar& e : podTemplate.env) {
    fields.add(e.name);
    fields.add(e.value);
  }
  fields.add(std::int64_t{podTemplate.terminationGracePeriodSeconds});
  fields.add(podTemplate.readiness);
  fields.add(podTemplate.liveness);
  fields.add(podTemplate.startup);
  for (const std::int64_t n : {podTemplate.restartBackoff.base, podTemplate.restartBackoff.factorMilli,
                               podTemplate.restartBackoff.max, podTemplate.restartBackoff.resetAfter}) {
    fields.add(n);
  }
  const Simulation& s = podTemplate.simulation;
  for (const std::int64_t n :
       {s.start, s.boot, s.shutdown, std::int64_t{s.jitterMilli}, s.crashAfter.value_or(-1), s.crashesPerHourMilli,
        std::int64_t{s.probeFailure}, std::int64_t{s.error}, s.capacityPerPod}) {
    fields.add(n);
  }
  fields.add(std::int64_t{salt});
  constexpr std::string_view kAlphabet = "bcdfghjklmnpqrstvwxz2456789";
  std::uint64_t rest = fields.hash() ^ fields.hash() >> 32U;
  std::string text(6, ' ');
  for (char& c : text) {
    c = kAlphabet[rest % kAlphabet.size()];
    rest /= kAlphabet.size();
  }
  return text;
}

}  // namespace perfect
