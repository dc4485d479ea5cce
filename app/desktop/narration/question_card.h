// SPDX-License-Identifier: GPL-3.0-or-later
//
// A question of a lesson: its choices, then whether the chosen one is right and why. Time stands still meanwhile.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>

#include "core/scenario/scenario.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QShortcut;

namespace perfect {

class QuestionCard final : public QWidget {
  Q_OBJECT

 public:
  explicit QuestionCard(QWidget* parent = nullptr);

  /// The question with this number, from 1.
  void present(const AskStep& question, int number, int questions);
  void clear();
  /// As if the choice at this place (from 0) had been pressed.
  void choose(int choice);
  bool answered() const { return m_choice >= 0; }
  int number() const { return m_number; }
  QPushButton* button(int choice) const { return m_buttons.value(choice); }
  QPushButton* goOn() const { return m_goOn; }
  QString verdict() const;

 Q_SIGNALS:
  /// The verdict was read: the lesson may go on.
  void answerGiven(int question, int choice);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeRoom();
  QPushButton* makeChoice(int place, const QString& text);
  QString toldChoice(const std::string& choice) const;

  AskStep m_question;
  int m_number = 0;
  int m_choice = -1;
  QLabel* m_count;
  QLabel* m_text;
  QGridLayout* m_grid;
  QList<QPushButton*> m_buttons;
  QList<QShortcut*> m_keys;
  QLabel* m_verdict;
  QPushButton* m_goOn;
};

}  // namespace perfect
