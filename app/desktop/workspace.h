// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything inside the window: the rooms, what is in focus, and how the rooms share the space. Fed with
// Frames, tells what the person wants; knows no controller, so that it can be shown from any snapshot.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>

#include "app/desktop/frame.h"

class QSplitter;
class QTabWidget;

namespace perfect {

class AlertsPage;
class Banner;
class ChaosPage;
class ChartsPanel;
class ComingUp;
class DiffPage;
class EditorPage;
class EventsPanel;
class GridView;
class NarrationBand;
class Page;
class RolloutPage;
class ServicesPanel;
class StatusLine;
class TopBar;
class WhyPage;

class Workspace final : public QWidget {
  Q_OBJECT

 public:
  /// The pages at the right, in the order of their tabs.
  enum class Room { Desired, Diff, Rollout, Why, Chaos, Alerts };

  explicit Workspace(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  /// Between two frames: time went on.
  void setClock(const ClockState& clock);
  /// True while more than ten looks a second at the clock are worth it.
  bool wantsFrames() const;

  void setReducedMotion(bool on);
  void setExplain(bool on);
  void showRoom(Room room);
  void setFocusOn(const Focus& focus);
  const Focus& focus() const { return m_focus; }

  TopBar* topBar() const { return m_top; }
  GridView* grid() const { return m_grid; }
  EditorPage* editor() const { return m_editor; }
  Banner* banner() const { return m_banner; }
  StatusLine* statusLine() const { return m_status; }
  NarrationBand* narration() const { return m_narration; }
  ServicesPanel* services() const { return m_services; }
  RolloutPage* rollout() const { return m_rollout; }
  WhyPage* why() const { return m_why; }
  EventsPanel* events() const { return m_events; }
  AlertsPage* alerts() const { return m_alerts; }

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildRooms();
  void buildPages();
  void connectFocus();
  void addShortcuts();
  void arrange(bool compact);
  void shareSpace();
  void fitSpace();
  void restyled();
  void presentPage();
  void followStory();
  Page* page() const;
  void nextRoom();

  Frame m_frame;
  Focus m_focus;
  bool m_compact = false;
  double m_sharedScale = 0;  ///< of type, when the rooms got their shares; 0: not yet
  bool m_reducedMotion = false;
  std::uint64_t m_followed = 0;  ///< seq of the newest Command of the scenario that was looked at
  TopBar* m_top = nullptr;
  Banner* m_banner = nullptr;
  ServicesPanel* m_services = nullptr;
  GridView* m_grid = nullptr;
  NarrationBand* m_narration = nullptr;
  QTabWidget* m_pages = nullptr;
  EditorPage* m_editor = nullptr;
  DiffPage* m_diff = nullptr;
  RolloutPage* m_rollout = nullptr;
  WhyPage* m_why = nullptr;
  ChaosPage* m_chaos = nullptr;
  AlertsPage* m_alerts = nullptr;
  ComingUp* m_coming = nullptr;
  EventsPanel* m_events = nullptr;
  ChartsPanel* m_charts = nullptr;
  StatusLine* m_status = nullptr;
  QSplitter* m_vertical = nullptr;
  QSplitter* m_horizontal = nullptr;
  QSplitter* m_bottom = nullptr;
};

}  // namespace perfect
