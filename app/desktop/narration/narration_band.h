// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scenario that plays, in a band of its own that covers nothing: its caption, how far it has come, its controls,
// and its questions. Hidden when none plays.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

#include "app/desktop/frame.h"

class QLabel;
class QToolButton;

namespace perfect {

class BeatDots;
class QuestionCard;

class NarrationBand final : public QFrame {
  Q_OBJECT

 public:
  explicit NarrationBand(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  QString caption() const { return m_caption; }
  /// What stands under it: how far it is, where to look, how the questions went.
  QString note() const;
  QuestionCard* question() const { return m_question; }

 Q_SIGNALS:
  void pauseToggled();
  /// To the start of the present caption, or the one before.
  void backWanted();
  /// Hurry to the next caption.
  void nextWanted();
  void stopWanted();
  void speedWanted(qint64 speedMilli);
  /// Of the question with this number.
  void answerGiven(int question, int choice);

 private:
  QToolButton* makeButton(int glyph, const QString& name, const QString& tip);
  QToolButton* makeSpeed();
  QString noteOf(const PlayState& play) const;
  void showControls(const Frame& frame);

  QLabel* m_text;
  QLabel* m_where;
  BeatDots* m_dots;
  QuestionCard* m_question;
  QToolButton* m_speed;
  QToolButton* m_back;
  QToolButton* m_pause;
  QToolButton* m_next;
  QToolButton* m_stop;
  QString m_caption;
  int m_pausedShown = -1;
};

}  // namespace perfect
