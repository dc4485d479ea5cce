// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window of the program: joins the Workspace to the Controller. Reads its snapshots, sends Commands;
// computes nothing of the simulation, waits for nothing.
// Thread rule: the GUI thread. The controller outlives the window.
#pragma once

#include <QMainWindow>
#include <QTimer>
#include <memory>
#include <vector>

#include "app/desktop/preferences/start_page.h"
#include "app/runtime/controller.h"
#include "app/runtime/demo.h"

namespace perfect {

class AlertDesk;
class CommandPalette;
class HelpDesk;
class Appearance;
class TextKeeper;
class Workspace;
class ReplyRelay;
class Tour;
struct PaletteEntry;
struct SpokenCommand;

struct DesktopOptions {
  QString restUrl;     ///< "http://127.0.0.1:8080"; empty: REST is off
  QString banner;      ///< said at once, such as a port that was taken
  QString editorText;  ///< stands in the editor at first
  bool startDemo = false;
  bool offerTour = false;  ///< to somebody who was never offered it
  GivenValues given;
  bool keepText = false;           ///< unsaved text outlives the program
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

  /// What a second start of the program was given.
  void openFiles(const QStringList& paths);
  void setPresented(bool on);

  /// Built after the window's first picture, or when they are first asked for.
  Workspace* workspace();
  Tour* tour();
  CommandPalette* palette();
  HelpDesk* help() const { return m_help; }
  Appearance& look() const { return *m_look; }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void furnish();
  void offerTour();
  void listLessons();
  void connectTime();
  void connectStart();
  void addActions();
  void addTimeActions();
  void addLookActions();
  void addTextActions();
  void openPalette();
  std::vector<PaletteEntry> paletteEntries();
  void doSpoken(const SpokenCommand& spoken);
  void askRunUntil();
  void restoreText();
  void lookChanged();
  void rememberLayout();
  void refresh();
  void tick();
  void send(const Command& command);
  void preview(const ChaosCommand& command, int ticket);
  void answered(bool applied, bool ok, const QString& text);
  void togglePause();
  void spacePressed();
  void changeSpeed(int direction);
  void hurryToNextBeat();
  void backToBeat();
  void playFile(const QString& path);
  bool mayReset();
  void askReset();
  void connectMail();
  void connectTour();
  void showMailState();
  void showPreferences();
  void accepted(bool inboxTook);

  Controller& m_controller;
  const DesktopOptions m_options;
  Appearance* m_look;
  Workspace* m_workspace = nullptr;  ///< none until the window is furnished
  HelpDesk* m_help;
  Tour* m_tour = nullptr;
  CommandPalette* m_palette = nullptr;
  TextKeeper* m_keeper = nullptr;
  std::shared_ptr<ReplyRelay> m_relay;
  AlertDesk* m_alertDesk;
  QTimer m_paint;  ///< bundles publications into at most thirty pictures a second
  QTimer m_tick;   ///< moves countdowns while the clock runs and the window is seen
  bool m_stale = true;
  bool m_offerTour;
  bool m_lessonsListed = false;
  std::vector<Lesson> m_lessons;
  QByteArray m_layoutBefore;  ///< presentation mode returns to it
  bool m_fullScreenBefore = false;
};

}  // namespace perfect
