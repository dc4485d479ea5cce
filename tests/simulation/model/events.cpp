// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/assert.h"
#include "tests/simulation/model/model.h"

namespace perfect::test {

Link Model::tell(PlainService* service, Reason reason, Link origin, const Facts& facts, VersionIndex version,
                 const std::string& text) {
  Event event;
  event.seq = m_events.size() + 1;
  event.t = m_now;
  event.reason = reason;
  event.cause = origin.cause;
  event.root = origin.root == 0 ? event.seq : origin.root;
  event.facts = facts;
  event.version = static_cast<std::int16_t>(version);
  if (service != nullptr) event.service = service->state.index;
  if (!text.empty()) event.text = std::make_shared<const std::string>(text);
  PERFECT_ASSERT(event.cause < event.seq && event.root <= event.seq);
  m_events.push_back(std::move(event));
  return {m_events.back().seq, m_events.back().root};
}

Link Model::tellPod(PlainService& service, PlainPod& pod, Reason reason, Link origin, const Facts& facts) {
  pod.story = tell(&service, reason, origin, facts, pod.version);
  m_events.back().pod = pod.ordinal;
  return pod.story;
}

std::string Model::podId(const PlainService& service, const PlainPod& pod) const {
  return podName(m_names, service.state.index, pod.version, pod.ordinal);
}

}  // namespace perfect::test
