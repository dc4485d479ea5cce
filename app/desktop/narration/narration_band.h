// SPDX-License-Identifier: GPL-3.0-or-later
//
// The caption of the scenario that plays, in a band of its own that covers nothing. Hidden when none plays.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

#include "app/desktop/frame.h"

class QLabel;
class QToolButton;

namespace perfect {

class NarrationBand final : public QFrame {
  Q_OBJECT

 public:
  explicit NarrationBand(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  QString caption() const { return m_caption; }

 Q_SIGNALS:
  void pauseToggled();
  /// Hurry to the next caption.
  void nextWanted();
  void stopWanted();

 private:
  QToolButton* makeButton(int glyph, const QString& name, const QString& tip);

  QLabel* m_text;
  QLabel* m_where;
  QToolButton* m_pause;
  QToolButton* m_next;
  QToolButton* m_stop;
  QString m_caption;
  int m_pausedShown = -1;
};

}  // namespace perfect
