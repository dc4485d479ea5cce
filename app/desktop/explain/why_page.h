// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why?": the pod in focus, the chain of causes back to its beginning, and what is awaited next; and, when asked, why
// nothing is happening at all. Each link of the chain leads to its event or pod.
// Thread rule: the GUI thread.
#pragma once

#include "app/desktop/page.h"

class QLabel;
class QPushButton;

namespace perfect {

class PodInspector;
class StillCard;
class WaitsList;

class WhyPage final : public Page {
  Q_OBJECT

 public:
  explicit WhyPage(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus) override;
  void setNow(SimTime now) override;
  /// The chain of this event, until the focus changes.
  void explainEvent(quint64 seq);
  /// Says, at the top, why nothing is happening.
  void explainStillness(bool on);
  QString chainText() const;
  StillCard* stillness() const { return m_still; }

 Q_SIGNALS:
  /// A link of the chain: show this event in the list.
  void eventChosen(quint64 seq);
  void runClockWanted();
  void applyWanted();

 protected:
  void restyle() override;

 private:
  void follow(const QString& link);

  QPushButton* m_ask;
  StillCard* m_still;
  PodInspector* m_pod;
  QFrame* m_card;
  QLabel* m_title;
  QLabel* m_chain;
  WaitsList* m_waits;
  Focus m_focus;
  quint64 m_event = 0;  ///< asked for by hand; 0: the newest one
  quint64 m_shown = 0;
  Frame m_frame;
};

}  // namespace perfect
