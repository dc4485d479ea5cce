// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/headroom.h"

#include <algorithm>
#include <type_traits>
#include <variant>

namespace perfect {

namespace {

/// A pod is kept twice while a Snapshot shows it as it was before its last change; it has its share of a chunk, and timers.
constexpr std::int64_t kBytesPerPod = 2 * (sizeof(Pod) + 8) + 24;
/// The event log, while a Snapshot holds the former one.
constexpr std::int64_t kBytesForEvents = 2 * kKeptEvents * sizeof(Event);

std::int64_t grown(const ServiceState* before, std::int64_t replicas) {
  return before == nullptr ? replicas : std::max<std::int64_t>(0, replicas - before->replicas);
}

struct ToCome {
  const Engine& engine;

  std::int64_t operator()(const ApplyCommand& c) const {
    std::int64_t pods = 0;
    for (const ServiceSpec& spec : c.services) {
      const ServiceState* before = engine.service(spec.name);
      const bool sameTemplate = before != nullptr && before->spec->podTemplate == spec.podTemplate;
      pods += sameTemplate ? grown(before, spec.replicas) : spec.replicas;
    }
    return pods;
  }
  std::int64_t operator()(const ScaleCommand& c) const {
    if (!c.replicas) return std::max(0, c.delta.value_or(0));
    return grown(engine.service(c.service), *c.replicas);
  }
  std::int64_t operator()(const ImageCommand& c) const { return all(c.service); }
  std::int64_t operator()(const RolloutCommand& c) const {
    const bool anew =
        c.action == RolloutAction::Retry || c.action == RolloutAction::Undo || c.action == RolloutAction::Restart;
    return anew ? all(c.service) : 0;
  }
  template <typename Other>
  std::int64_t operator()(const Other& /*command*/) const {
    return 0;
  }

  std::int64_t all(const std::string& name) const {
    const ServiceState* service = engine.service(name);
    return service == nullptr ? 0 : service->replicas;
  }
};

}  // namespace

void Headroom::want(std::int64_t pods) {
  pods = std::min(pods, kMost);
  if (!m_useful || pods <= m_pods || pods < kFewest) return;
  m_missing += (pods - m_pods) * kBytesPerPod + (m_pods == 0 ? kBytesForEvents : 0);
  m_pods = pods;
}

void Headroom::grow() {
  for (std::size_t got = 0; got < kPiece && lacking(); got += kBlock) {
    m_blocks.emplace_back(kBlock);  // filled with zeros, which is what touches it
    m_missing -= static_cast<std::int64_t>(kBlock);
  }
  if (!lacking()) m_blocks = {};
}

std::int64_t podsPresent(const Engine& engine) {
  std::int64_t pods = 0;
  const Names& names = engine.names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ServiceState* service = engine.service(names[i]->name);
    if (service == nullptr || service->index != i) continue;  // gone, or another one of its name has come
    for (const VersionState& version : service->versions) pods += version.counts.total() + version.counts.terminating;
  }
  return pods;
}

std::int64_t podsToCome(const Engine& engine, const Command& command) { return std::visit(ToCome{engine}, command); }

}  // namespace perfect
