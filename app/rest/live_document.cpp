// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/live_document.h"

#include "app/json/state_json.h"

namespace perfect {

namespace {

QByteArray nameOf(const Snapshot& snapshot, const ClockState& clock) {
  const auto hex = [](auto number) { return QByteArray::number(static_cast<qulonglong>(number), 16); };
  return hex(snapshot.epochMs) + '-' + hex(snapshot.seed) + '-' + hex(snapshot.number) + '-' + hex(snapshot.t) + '-' +
         hex(clock.speedMilli) + (clock.paused ? "p" : "");
}

}  // namespace

bool DocumentVersion::shows(const Snapshot& other, const ClockState& otherClock) const {
  return snapshot.get() == &other && clock.speedMilli == otherClock.speedMilli && clock.paused == otherClock.paused;
}

std::shared_ptr<const DocumentVersion> LiveDocument::current() {
  auto snapshot = m_engine.snapshot();
  const ClockState clock = m_engine.clock();
  if (m_version == nullptr || !m_version->shows(*snapshot, clock)) {
    QByteArray name = nameOf(*snapshot, clock);
    m_version = std::make_shared<const DocumentVersion>(DocumentVersion{std::move(snapshot), clock, std::move(name)});
  }
  return m_version;
}

const QByteArray& LiveDocument::text(const DocumentVersion& version) {
  if (m_textOf != version.name) {
    m_text = QByteArray::fromStdString(stateDocument(*version.snapshot, version.clock));
    m_textOf = version.name;
  }
  return m_text;
}

}  // namespace perfect
