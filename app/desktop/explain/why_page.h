// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why?": the pod in focus, the chain of causes back to its beginning, and what is awaited next.
// Thread rule: the GUI thread.
#pragma once

#include "app/desktop/page.h"

class QLabel;

namespace perfect {

class PodCard;
class WaitsList;

class WhyPage final : public Page {
  Q_OBJECT

 public:
  explicit WhyPage(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus) override;
  void setNow(SimTime now) override;
  /// The chain of this event, until the focus changes.
  void explainEvent(quint64 seq);
  QString chainText() const;

 protected:
  void restyle() override;

 private:
  PodCard* m_pod;
  QFrame* m_card;
  QLabel* m_title;
  QLabel* m_chain;
  WaitsList* m_waits;
  Focus m_focus;
  quint64 m_event = 0;  ///< asked for by hand; 0: the newest one
  quint64 m_shown = 0;
  std::shared_ptr<const Snapshot> m_snapshot;
};

}  // namespace perfect
