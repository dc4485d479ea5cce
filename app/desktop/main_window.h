// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window of the program: joins the Workspace to the Controller. Reads its snapshots, sends Commands;
// computes nothing of the simulation, waits for nothing.
// Thread rule: the GUI thread. The controller outlives the window.
#pragma once

#include <QMainWindow>
#include <QTimer>
#include <memory>

#include "app/runtime/controller.h"

namespace perfect {

class AlertDesk;
class HelpDesk;
class Workspace;
class ReplyRelay;
class Tour;

struct DesktopOptions {
  QString restUrl;     ///< "http://127.0.0.1:8080"; empty: REST is off
  QString banner;      ///< said at once, such as a port that was taken
  QString editorText;  ///< stands in the editor at first
  bool startDemo = false;
  bool offerTour = false;          ///< to somebody who was never offered it
  AlertDesk* alertDesk = nullptr;  ///< outlives the window; none: nothing about mail can be set
};

class MainWindow final : public QMainWindow {
  Q_OBJECT

 public:
  MainWindow(Controller& controller, const DesktopOptions& options, QWidget* parent = nullptr);
  ~MainWindow() override;

  void setRestUrl(const QString& url);
  void showBanner(const QString& text);
  void startDemo();

  Workspace* workspace() const { return m_workspace; }
  Tour* tour() const { return m_tour; }
  HelpDesk* help() const { return m_help; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void connectTime();
  void connectStart();
  void addShortcuts();
  void refresh();
  void tick();
  void send(const Command& command);
  void answered(bool applied, bool ok, const QString& text);
  void togglePause();
  void spacePressed();
  void changeSpeed(int direction);
  void hurryToNextBeat();
  void backToBeat();
  void playFile(const QString& path);
  void askReset();
  void connectMail();
  void connectTour();
  void showMailState();
  void showPreferences();
  void accepted(bool inboxTook);

  Controller& m_controller;
  Workspace* m_workspace;
  HelpDesk* m_help;
  Tour* m_tour = nullptr;
  std::shared_ptr<ReplyRelay> m_relay;
  AlertDesk* m_alertDesk;
  QTimer m_paint;  ///< bundles publications into at most thirty pictures a second
  QTimer m_tick;   ///< moves countdowns while the clock runs and the window is seen
  bool m_stale = true;
  bool m_explain = false;
  bool m_offerTour;
  bool m_lessonsListed = false;
  int m_hurryBeat = 0;             ///< leave this beat at speed; 0: no hurry
  std::int64_t m_hurryBefore = 0;  ///< the speed to return to
};

}  // namespace perfect
