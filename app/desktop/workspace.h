// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything inside the window: the rooms, what is in focus, and how the rooms share the space. Fed with
// Frames, tells what the person wants; knows no controller, so that it can be shown from any snapshot.
// Thread rule: the GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>

#include "app/desktop/frame.h"

class QSplitter;
class QTabWidget;

namespace perfect {

class Actions;
class AlertsPage;
class BalancerPage;
class Banner;
class ChaosAlarm;
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
class TrafficHistory;
class WhyPage;

class Workspace final : public QWidget {
  Q_OBJECT

 public:
  /// The pages at the right, in the order of their tabs.
  enum class Room { Desired, Diff, Rollout, Why, Chaos, Alerts, Balancer };
  static constexpr std::size_t kRooms = 7;

  explicit Workspace(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  /// Between two frames: time went on.
  void setClock(const ClockState& clock);
  /// True while more than ten looks a second at the clock are worth it.
  bool wantsFrames() const;

  /// Every command of the window; what owns the workspace adds its own.
  Actions& actions() const { return *m_actions; }

  enum class Panel { Services, Pages, Bottom };
  /// A folded panel gives its room to the others.
  void setFolded(Panel panel, bool folded);
  bool folded(Panel panel) const { return m_folded[static_cast<std::size_t>(panel)]; }
  /// Only the Grid, the narration, the clock and the charts.
  void setPresented(bool on);
  /// How wide and high the rooms are, what is folded.
  QByteArray layoutState() const;
  void setLayoutState(const QByteArray& state);

  void setReducedMotion(bool on);
  void setExplain(bool on);
  void showRoom(Room room);
  /// For a show the page of the differences comes up, unless unsaved text is on the table; when the show is over and
  /// that page is still in view, the one before comes back.
  void beginShow();
  /// The page in view; none where the events or the charts share its place and are shown.
  std::optional<Room> room() const;
  /// The events, wherever they are.
  void showEvents();
  void setFocusOn(const Focus& focus);
  const Focus& focus() const { return m_focus; }

  TopBar* topBar() const { return m_top; }
  GridView* grid() const { return m_grid; }
  /// Pages are built when they are first shown or asked for.
  Page* page(Room room);
  bool isBuilt(Room room) const { return m_built[static_cast<std::size_t>(room)] != nullptr; }
  EditorPage* editor();
  RolloutPage* rollout();
  WhyPage* why();
  AlertsPage* alerts();
  ChaosPage* chaos();
  BalancerPage* balancer();
  Banner* banner() const { return m_banner; }
  StatusLine* statusLine() const { return m_status; }
  NarrationBand* narration() const { return m_narration; }
  ServicesPanel* services() const { return m_services; }
  EventsPanel* events() const { return m_events; }
  ChartsPanel* charts() const { return m_charts; }
  ComingUp* coming() const { return m_coming; }
  /// The engine's answer to previewWanted: the pods that would be struck, or why not.
  void showPreview(int ticket, bool ok, const QStringList& pods, const QString& refusal);

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);
  void previewWanted(const perfect::ChaosCommand& command, int ticket);
  void pageBuilt(perfect::Workspace::Room room);
  void helpWanted(const QString& page);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void endShow();
  void buildRooms();
  void buildPages();
  QWidget* place(Room room) const;
  void connectPage(Page* page);
  void nameRooms();
  void connectFocus();
  void connectWhy(WhyPage* why);
  void connectTimes();
  void connectChaos();
  void tell(bool ok, const QString& text);
  void addActions();
  void showPanels();
  void arrange(bool compact);
  void shareSpace();
  int namesWidth();
  void fitSpace();
  void restore(const QByteArray& state, bool folds);
  void restyled();
  void presentPage();
  QString podInFocus() const;
  void followStory();
  Page* shownPage();
  void nextRoom();

  Frame m_frame;
  Actions* m_actions = nullptr;
  std::array<bool, 3> m_folded{};
  bool m_presented = false;
  std::optional<Room> m_roomBeforeShow;
  QByteArray m_wantedLayout;  ///< for when the window has its size
  Focus m_focus;
  bool m_compact = false;
  double m_sharedScale = 0;  ///< of type, when the rooms got their shares; 0: not yet
  bool m_reducedMotion = false;
  std::uint64_t m_followed = 0;  ///< seq of the newest Command of the scenario that was looked at
  TopBar* m_top = nullptr;
  Banner* m_banner = nullptr;
  ChaosAlarm* m_alarm = nullptr;
  ServicesPanel* m_services = nullptr;
  GridView* m_grid = nullptr;
  NarrationBand* m_narration = nullptr;
  QTabWidget* m_pages = nullptr;
  std::array<QWidget*, kRooms> m_places{};  ///< what the tabs hold; each holds its page once that is built
  std::array<Page*, kRooms> m_built{};
  std::shared_ptr<TrafficHistory> m_traffic;  ///< remembers also while its page is not built
  ComingUp* m_coming = nullptr;
  EventsPanel* m_events = nullptr;
  ChartsPanel* m_charts = nullptr;
  StatusLine* m_status = nullptr;
  QSplitter* m_vertical = nullptr;
  QSplitter* m_horizontal = nullptr;
  QSplitter* m_bottom = nullptr;
};

}  // namespace perfect
