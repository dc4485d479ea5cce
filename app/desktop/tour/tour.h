// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Guided Tour over the real window: lights a control, says what to do with it, notices when it was done, does it
// for those who only look on. Acts on one service of its own and leaves every other alone. Where it was left is kept in
// the settings.
// Sees Frames and what the window shows; asks for Commands as any page does.
// Thread rule: the GUI thread. Workspace and window outlive it.
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "app/desktop/tour/spotlight.h"
#include "app/desktop/tour/tour_card.h"
#include "app/desktop/tour/tour_steps.h"

namespace perfect {

class Workspace;

class Tour final : public QObject {
  Q_OBJECT

 public:
  /// `window` is what gets dimmed; the workspace stands in it.
  Tour(Workspace& workspace, QWidget& window);
  ~Tour() override;

  /// True until the tour was offered once on this desktop.
  static bool isNew();
  /// Number (from 1) of the step it would go on with; 0: at the beginning.
  static int leftAt();

  bool running() const { return m_card != nullptr; }
  /// Where it was left, or at the beginning.
  void start();
  /// At the step with this number, from 1.
  void startAt(int step);
  void leave();
  int step() const { return m_step + 1; }
  int steps() const { return static_cast<int>(m_steps.size()); }
  const TourStep& present() const { return m_steps[static_cast<std::size_t>(m_step)]; }
  bool achieved() const { return m_achieved; }
  TourCard* card() const { return m_card; }
  Spotlight* spotlight() const { return m_spotlight; }

  void setFrame(const Frame& frame);
  /// The person has opened Help.
  void helpOpened();

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);
  void pauseWanted();
  void resumeWanted();
  void helpWanted();
  void playDemoWanted();
  void stopPlayWanted();
  /// Left or gone through.
  void ended();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void enter(int step);
  void next();
  void back();
  void finish();
  void close();
  void doForThem();
  void look();
  bool prepare();
  bool prepareCanary(const ServiceState& service);
  void declare(int version);
  void stopClock();
  void takeNote();
  void light();
  void keepInView();
  void handOver();
  void showCard();
  QString keyHint() const;
  bool handleKey(QWidget* focus, int key);
  bool keyIsOurs(const QWidget* focus, int key) const;
  void walkFocus(bool forward);
  void toggleFocus();
  QWidget* find(const QString& name) const;
  QWidget* keyboardTarget() const;
  const ServiceState* service() const;
  bool isFirst() const { return m_step == 0; }
  bool isLast() const { return m_step + 1 == steps(); }

  Workspace& m_workspace;
  QWidget& m_window;
  std::vector<TourStep> m_steps;
  int m_step = 0;
  QPointer<TourCard> m_card;
  QPointer<Spotlight> m_spotlight;
  Frame m_frame;
  TourSight m_sight;
  bool m_prepared = false;  ///< the world is as the step needs it
  bool m_asked = false;     ///< for what the world lacks
  bool m_canaryAsked = false;
  bool m_did = false;  ///< Next has done it for them
  bool m_achieved = false;
  bool m_focusWanted = false;  ///< by a control that is not there or not enabled yet
  bool m_stoppedClock = false;
  bool m_stopsPlay = false;   ///< a show was on when the tour began, and is not over yet
  QTimer m_watch;             ///< what is chosen in the window makes no Frame
  std::uint64_t m_noted = 0;  ///< seq of the newest event that was looked at
  std::int64_t m_epoch = 0;   ///< of the world that it belongs to
};

}  // namespace perfect
