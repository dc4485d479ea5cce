// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bar at the top: what can be started (Play Demo first), the clock and its controls, Explain, Help.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <QStringList>
#include <vector>

#include "app/desktop/frame.h"
#include "app/runtime/demo.h"

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace perfect {

class Actions;

class TopBar final : public QFrame {
  Q_OBJECT

 public:
  explicit TopBar(QWidget* parent = nullptr);

  /// Those that are offered, kSpeedMax the last.
  static QList<std::int64_t> speeds();

  void setFrame(const Frame& frame);
  void setClock(const ClockState& clock);
  void setExamples(const QStringList& names);
  void setLessons(const std::vector<Lesson>& lessons);
  QMenu* examplesMenu() const { return m_examplesMenu; }
  void setExplain(bool on);
  /// Menus are filled from these when they open.
  void setActions(const Actions& actions);
  /// Presentation: only what moves the clock.
  void setTimeOnly(bool on);
  void openMenu();
  /// Narrow windows are welcome: symbols stand for words there.
  QSize minimumSizeHint() const override { return {860, sizeHint().height()}; }

 Q_SIGNALS:
  void playDemoWanted();
  void stopPlayWanted();
  void exampleWanted(const QString& name);
  void lessonWanted(const QString& path);
  /// The menu is about to be shown.
  void examplesOpened();
  void openWanted();
  void resetWanted();
  void pauseToggled();
  void stepWanted();
  void speedWanted(qint64 speedMilli);
  void explainToggled(bool on);
  void tourWanted();
  void paletteWanted();
  void runUntilWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QToolButton* makeButton(int glyph, const QString& text, const QString& name, const QString& tip);
  void listExamples();
  void buildStart();
  void buildTime();
  void buildRight();
  void fit();
  void makeRoom(int narrowing);

  QPushButton* m_play = nullptr;
  QToolButton* m_examples = nullptr;
  QMenu* m_examplesMenu = nullptr;
  QStringList m_exampleNames;
  std::vector<Lesson> m_lessons;
  QToolButton* m_reset = nullptr;
  QToolButton* m_pause = nullptr;
  QToolButton* m_step = nullptr;
  QLabel* m_clock = nullptr;
  QToolButton* m_speed = nullptr;
  QToolButton* m_explain = nullptr;
  QToolButton* m_tour = nullptr;
  QToolButton* m_help = nullptr;
  QLabel* m_brand = nullptr;
  QToolButton* m_until = nullptr;
  QToolButton* m_search = nullptr;
  QToolButton* m_menu = nullptr;
  const Actions* m_actions = nullptr;
  bool m_timeOnly = false;
  bool m_paused = false;
  std::int64_t m_speedMilli = 1000;
  bool m_playing = false;
};

}  // namespace perfect
