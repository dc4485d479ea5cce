// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole /state document of this moment, serialised once for everybody who asks while nothing changes.
// Thread rule: the REST thread.
#pragma once

#include <QByteArray>
#include <memory>

#include "app/rest/engine_link.h"

namespace perfect {

/// One state of the document: what it shows, and the name of that.
struct DocumentVersion {
  std::shared_ptr<const Snapshot> snapshot;
  ClockState clock;  ///< only its settings are shown
  QByteArray name;   ///< the session by its epoch and seed, the snapshot and the clock's settings

  /// Whether this would show the same.
  bool shows(const Snapshot& other, const ClockState& otherClock) const;
};

class LiveDocument {
 public:
  explicit LiveDocument(EngineLink engine) : m_engine(std::move(engine)) {}

  /// What there is at this moment; never null. The same object as long as nothing changes.
  std::shared_ptr<const DocumentVersion> current();
  /// Its document. `version` must come from current(), just now.
  const QByteArray& text(const DocumentVersion& version);

 private:
  EngineLink m_engine;
  std::shared_ptr<const DocumentVersion> m_version;
  QByteArray m_text;
  QByteArray m_textOf;  ///< the name of the version it shows
};

}  // namespace perfect
