// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace.h"

#include <QApplication>
#include <QDataStream>
#include <QEvent>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/alerts/alerts_page.h"
#include "app/desktop/balancer/balancer_page.h"
#include "app/desktop/chaos/chaos_alarm.h"
#include "app/desktop/chaos/chaos_page.h"
#include "app/desktop/chaos/strike_card.h"
#include "app/desktop/charts/charts_panel.h"
#include "app/desktop/chrome/actions.h"
#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/status_line.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/coming/coming_up.h"
#include "app/desktop/diff/diff_page.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/explain/why_page.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/rollout/rollout_page.h"
#include "app/desktop/services/services_panel.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kLayoutVersion = 1;
constexpr int kPresentedCharts = 170;
constexpr int kCompactWidth = 1180;  // below, the pages at the right and the bottom share one space

QSplitter* makeSplitter(Qt::Orientation orientation, QWidget* parent) {
  auto* splitter = new QSplitter(orientation, parent);
  splitter->setChildrenCollapsible(false);
  splitter->setHandleWidth(1);
  return splitter;
}

}  // namespace

Workspace::Workspace(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("workspace"));
  m_actions = new Actions(*this);
  buildRooms();
  buildPages();
  nameRooms();
  connectFocus();
  connectTimes();
  connectChaos();
  addActions();
}

void Workspace::buildRooms() {
  m_top = new TopBar(this);
  m_traffic = std::make_shared<TrafficHistory>();
  m_vertical = makeSplitter(Qt::Vertical, this);
  m_horizontal = makeSplitter(Qt::Horizontal, m_vertical);
  m_services = new ServicesPanel(m_horizontal);
  auto* centre = new QWidget(m_horizontal);
  centre->setObjectName(QStringLiteral("centre"));
  // Above the Grid and over it: what comes and goes moves none of the controls at the right and below.
  m_alarm = new ChaosAlarm(centre);
  m_grid = new GridView(centre);
  m_narration = new NarrationBand(centre);
  m_banner = new Banner(m_grid, centre);
  auto* stack = new QVBoxLayout(centre);
  stack->setContentsMargins(0, 0, 0, 0);
  stack->setSpacing(0);
  stack->addWidget(m_alarm);
  stack->addWidget(m_grid, 1);
  auto* band = new QVBoxLayout;
  band->setContentsMargins(14, 0, 14, 6);
  band->addWidget(m_narration);
  stack->addLayout(band);

  auto* below = new QWidget(m_vertical);
  m_coming = new ComingUp(below);
  m_bottom = makeSplitter(Qt::Horizontal, below);
  m_events = new EventsPanel(m_bottom);
  m_charts = new ChartsPanel(m_bottom);
  auto* lower = new QVBoxLayout(below);
  lower->setContentsMargins(0, 0, 0, 0);
  lower->setSpacing(0);
  lower->addWidget(m_coming);
  lower->addWidget(m_bottom, 1);
  m_status = new StatusLine(this);

  m_horizontal->setStretchFactor(0, 0);
  m_horizontal->setStretchFactor(1, 1);
  m_vertical->setStretchFactor(0, 1);
  m_vertical->setStretchFactor(1, 0);
  m_bottom->setStretchFactor(0, 3);
  m_bottom->setStretchFactor(1, 2);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  all->addWidget(m_top);
  all->addWidget(m_vertical, 1);
  all->addWidget(m_status);
}

void Workspace::buildPages() {
  m_pages = new QTabWidget(m_horizontal);
  m_pages->setDocumentMode(true);
  m_pages->setUsesScrollButtons(true);
  m_pages->tabBar()->setExpanding(false);
  m_pages->tabBar()->setElideMode(Qt::ElideNone);
  m_pages->setMinimumWidth(300);
  m_pages->setAccessibleName(tr("In depth"));
  const std::array<std::array<QString, 2>, kRooms> tabs{{
      {tr("Desired"), tr("The manifest to apply (Ctrl+1)")},
      {tr("Diff"), tr("Desired against actual (Ctrl+2)")},
      {tr("Rollout"), tr("Steps and verbs of the rollout (Ctrl+3)")},
      {tr("Why?"), tr("The pod, and the chain of causes (Ctrl+4)")},
      {tr("Chaos"), tr("Scale, load, kill, crash (Ctrl+5)")},
      {tr("Alerts"), tr("Who would be told by e-mail, and what other rules would change (Ctrl+6)")},
      {tr("Balancer"), tr("Who answers the requests, and who would be next (Ctrl+7)")},
  }};
  for (std::size_t i = 0; i < kRooms; ++i) {
    m_places[i] = new QWidget;
    auto* place = new QVBoxLayout(m_places[i]);
    place->setContentsMargins(0, 0, 0, 0);
    m_pages->addTab(m_places[i], tabs[i][0]);
    m_pages->setTabToolTip(static_cast<int>(i), tabs[i][1]);
  }
  m_horizontal->setStretchFactor(2, 0);
  connect(m_pages, &QTabWidget::currentChanged, this, &Workspace::presentPage);
  // Its place is on the Grid; a tab stands here as long as it is looked at.
  const auto tabOfBalancer = [this] {
    QWidget* balancer = place(Room::Balancer);
    m_pages->setTabVisible(m_pages->indexOf(balancer), m_pages->currentWidget() == balancer);
  };
  connect(m_pages, &QTabWidget::currentChanged, this, tabOfBalancer);
  tabOfBalancer();
}

namespace {

constexpr std::array<const char*, Workspace::kRooms> kPageNames{"desiredPage", "diffPage",   "rolloutPage", "whyPage",
                                                                "chaosPage",   "alertsPage", "balancerPage"};

Page* makePage(Workspace::Room room) {
  switch (room) {
    case Workspace::Room::Desired:
      return new EditorPage;
    case Workspace::Room::Diff:
      return new DiffPage;
    case Workspace::Room::Rollout:
      return new RolloutPage;
    case Workspace::Room::Why:
      return new WhyPage;
    case Workspace::Room::Chaos:
      return new ChaosPage;
    case Workspace::Room::Alerts:
      return new AlertsPage;
    case Workspace::Room::Balancer:
      return new BalancerPage;
  }
  return nullptr;
}

}  // namespace

Page* Workspace::page(Room room) {
  const auto at = static_cast<std::size_t>(room);
  if (m_built[at] == nullptr) {
    m_built[at] = makePage(room);
    m_built[at]->setObjectName(QLatin1String(kPageNames[at]));
    m_places[at]->layout()->addWidget(m_built[at]);
    connectPage(m_built[at]);
    Q_EMIT pageBuilt(room);
  }
  return m_built[at];
}

EditorPage* Workspace::editor() { return static_cast<EditorPage*>(page(Room::Desired)); }
RolloutPage* Workspace::rollout() { return static_cast<RolloutPage*>(page(Room::Rollout)); }
WhyPage* Workspace::why() { return static_cast<WhyPage*>(page(Room::Why)); }
AlertsPage* Workspace::alerts() { return static_cast<AlertsPage*>(page(Room::Alerts)); }
ChaosPage* Workspace::chaos() { return static_cast<ChaosPage*>(page(Room::Chaos)); }
BalancerPage* Workspace::balancer() { return static_cast<BalancerPage*>(page(Room::Balancer)); }
QWidget* Workspace::place(Room room) const { return m_places[static_cast<std::size_t>(room)]; }

void Workspace::connectPage(Page* page) {
  connect(page, &Page::commandWanted, this, &Workspace::commandWanted);
  connect(page, &Page::focusChosen, this, &Workspace::setFocusOn);
  connect(page, &Page::helpWanted, this, &Workspace::helpWanted);
  if (auto* chaos = qobject_cast<ChaosPage*>(page)) {
    connect(chaos, &ChaosPage::previewWanted, this, &Workspace::previewWanted);
    connect(chaos, &ChaosPage::targetsChanged, m_grid, &GridView::setTargets);
  }
  if (auto* balancer = qobject_cast<BalancerPage*>(page)) {
    balancer->setHistory(m_traffic);
    connect(balancer, &BalancerPage::answered, m_grid, &GridView::showAnswer);
  }
  if (auto* why = qobject_cast<WhyPage*>(page)) connectWhy(why);
}

void Workspace::connectWhy(WhyPage* why) {
  connect(why, &WhyPage::eventChosen, this, [this](quint64 seq) {
    showEvents();
    if (!m_events->showEventAt(seq)) tell(false, tr("This event has left memory; a session file has them all."));
  });
  connect(why, &WhyPage::runClockWanted, m_top, &TopBar::pauseToggled);
  connect(why, &WhyPage::applyWanted, this, [this] { showRoom(Room::Desired); });
}

void Workspace::tell(bool ok, const QString& text) { ok ? m_banner->showNotice(text) : m_banner->showError(text); }

void Workspace::connectTimes() {
  connect(m_events, &EventsPanel::told, this, &Workspace::tell);
  connect(m_charts, &ChartsPanel::told, this, &Workspace::tell);
  connect(m_charts, &ChartsPanel::momentChosen, this, [this](SimTime t) {
    showEvents();
    m_events->showMoment(t);
  });
  connect(m_charts, &ChartsPanel::liveWanted, m_events, &EventsPanel::follow);
  connect(m_events, &EventsPanel::followingChanged, this, [this](bool on) {
    if (on && m_charts->marked()) m_charts->goLive();
  });
  connect(m_coming, &ComingUp::whyStillWanted, this, [this] {
    showRoom(Room::Why);
    why()->explainStillness(true);
  });
}

// A guide and the help find what they speak of by these; pages get theirs when they are built.
void Workspace::nameRooms() {
  m_top->setObjectName(QStringLiteral("topBar"));
  m_services->setObjectName(QStringLiteral("services"));
  m_grid->setObjectName(QStringLiteral("grid"));
  m_narration->setObjectName(QStringLiteral("narration"));
  m_pages->setObjectName(QStringLiteral("pages"));
  m_coming->setObjectName(QStringLiteral("comingUp"));
  m_events->setObjectName(QStringLiteral("events"));
  m_charts->setObjectName(QStringLiteral("charts"));
  m_status->setObjectName(QStringLiteral("statusLine"));
}

void Workspace::connectFocus() {
  connect(m_services, &ServicesPanel::focusChosen, this, &Workspace::setFocusOn);
  connect(m_services, &ServicesPanel::applyWanted, this, [this] { showRoom(Room::Desired); });
  connect(m_coming, &ComingUp::focusChosen, this, &Workspace::setFocusOn);
  connect(m_events, &EventsPanel::focusChosen, this, &Workspace::setFocusOn);
  connect(m_grid, &GridView::focusChosen, this, [this](const Focus& focus) {
    setFocusOn(focus);
    // A chosen tile opens its inspector, but never takes an unfinished text out of sight.
    const bool writing = room() == Room::Desired && editor()->unsaved();
    const bool keeps = room() == Room::Chaos || room() == Room::Alerts || room() == Room::Balancer;
    if (focus.pod != kNoPod && !writing && !keeps) showRoom(Room::Why);
  });
  connect(m_grid, &GridView::opened, this, [this](const Focus& focus) {
    setFocusOn(focus);
    showRoom(Room::Why);
  });
  connect(m_events, &EventsPanel::whyWanted, this, [this](quint64 seq) {
    why()->explainEvent(seq);
    showRoom(Room::Why);
    presentPage();
  });
  connect(m_top, &TopBar::explainToggled, m_events, &EventsPanel::setExplain);
}

void Workspace::connectChaos() {
  connect(m_alarm, &ChaosAlarm::stopWanted, this, [this] { Q_EMIT commandWanted(ChaosStopCommand{}); });
  connect(m_grid, &GridView::balancerChosen, this, [this] { showRoom(Room::Balancer); });
}

void Workspace::showPreview(int ticket, bool ok, const QStringList& pods, const QString& refusal) {
  chaos()->strikes()->showPreview(ticket, ok, pods, refusal);
}

void Workspace::addActions() {
  using Group = Actions::Group;
  struct Tab {
    const char* id;
    QString name;
    QString help;
  };
  const QList<Tab> pages{{"showDesired", tr("Show Desired"), tr("The manifest to apply")},
                         {"showDiff", tr("Show Diff"), tr("Desired against actual")},
                         {"showRollout", tr("Show Rollout"), tr("Steps and verbs of the rollout")},
                         {"showWhy", tr("Show Why?"), tr("The pod, and the chain of causes")},
                         {"showChaos", tr("Show Chaos"), tr("Scale, load, kill, crash")},
                         {"showAlerts", tr("Show Alerts"), tr("Who would be told by e-mail")},
                         {"showBalancer", tr("Show Balancer"), tr("Who answers the requests, and who would be next")}};
  for (int i = 0; i < pages.size(); ++i) {
    m_actions->add({QLatin1String(pages[i].id),
                    Group::Go,
                    pages[i].name,
                    pages[i].help,
                    {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))}},
                   this, [this, i] { showRoom(static_cast<Room>(i)); });
  }
  m_actions->add({QStringLiteral("goGrid"),
                  Group::Go,
                  tr("To the Grid"),
                  tr("The keyboard moves from pod to pod"),
                  {QKeySequence(Qt::CTRL | Qt::Key_G)}},
                 this, [this] { m_grid->setFocus(Qt::ShortcutFocusReason); });
  m_actions->add({QStringLiteral("nextRoom"),
                  Group::Go,
                  tr("To the next room"),
                  tr("The next part of the window"),
                  {QKeySequence(Qt::Key_F6)}},
                 this, [this] { nextRoom(); });
  m_actions->add({QStringLiteral("apply"),
                  Group::Text,
                  tr("Apply the text"),
                  tr("Declare what stands in the editor as desired"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Return)}},
                 this, [this] { editor()->apply(); });
  m_actions->add({QStringLiteral("complete"),
                  Group::Text,
                  tr("Complete"),
                  tr("Offer what may stand at the cursor"),
                  {QKeySequence(Qt::CTRL | Qt::Key_Space)}},
                 this, [this] { editor()->editor()->complete(true); });
  m_actions->add({QStringLiteral("nextFault"),
                  Group::Text,
                  tr("Next fault"),
                  tr("To the next fault in the text"),
                  {QKeySequence(Qt::Key_F8)}},
                 this, [this] {
                   showRoom(Room::Desired);
                   editor()->goToNextFault();
                 });
  const auto fold = [this](Panel panel, const char* id, const QString& name, const QString& help, Qt::Key key,
                           theme::Glyph glyph) {
    QAction* action =
        m_actions->addSwitch({QLatin1String(id), Group::Look, name, help, {QKeySequence(Qt::CTRL | Qt::SHIFT | key)}},
                             true, this, [this, panel](bool shown) { setFolded(panel, !shown); });
    m_status->addFold(*action, glyph);
  };
  fold(Panel::Services, "panelServices", tr("Services at the left"), tr("Show or fold the list of services"), Qt::Key_L,
       theme::Glyph::FoldLeft);
  fold(Panel::Bottom, "panelBottom", tr("Events and charts below"), tr("Show or fold the bottom of the window"),
       Qt::Key_B, theme::Glyph::FoldBottom);
  fold(Panel::Pages, "panelPages", tr("Pages at the right"), tr("Show or fold Desired, Diff, Rollout …"), Qt::Key_P,
       theme::Glyph::FoldRight);
  m_actions->add({QStringLiteral("findEvents"),
                  Group::Go,
                  tr("Find in the events"),
                  tr("To the field that filters the events by text"),
                  {QKeySequence(Qt::CTRL | Qt::Key_F)}},
                 this, [this] {
                   showEvents();
                   m_events->focusSearch();
                 });
  m_actions->add({QStringLiteral("emergencyStop"),
                  Group::Start,
                  tr("Emergency Stop"),
                  tr("Ends all chaos at once"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X)}},
                 this, [this] { Q_EMIT commandWanted(ChaosStopCommand{}); });
  m_actions->note(tr("← → ↑ ↓"), tr("on the Grid: from pod to pod"));
  m_actions->note(tr("PgUp  PgDn  Home  End"), tr("on the Grid: further at once"));
  m_actions->note(tr("a … z"), tr("on the Grid: to the service whose name begins so"));
  m_actions->note(tr("Ctrl+← → ↑ ↓"), tr("on the Grid: move the view (or drag it)"));
  m_actions->note(tr("Ctrl+M"), tr("on the Grid: show or hide the map"));
  m_actions->note(tr("Return"), tr("on the Grid: why is it so? On an event: its chain of causes"));
  m_actions->note(tr("Esc, then Tab"), tr("in the editor: on to the next control; Tab alone indents"));
  m_actions->note(tr("+  −  0"), tr("on the Grid: larger, smaller, everything in view"));
  m_top->setActions(*m_actions);
}

void Workspace::setFolded(Panel panel, bool folded) {
  m_folded[static_cast<std::size_t>(panel)] = folded;
  static constexpr std::array<const char*, 3> kIds{"panelServices", "panelPages", "panelBottom"};
  if (QAction* action = m_actions->find(QLatin1String(kIds[static_cast<std::size_t>(panel)])))
    action->setChecked(!folded);
  showPanels();
}

void Workspace::setPresented(bool on) {
  m_presented = on;
  m_top->setTimeOnly(on);
  m_charts->setPresented(on);
  fitSpace();
  showPanels();
}

void Workspace::showPanels() {
  // In a small window the pages are part of the bottom.
  QWidget* below = m_bottom->parentWidget();
  m_services->setVisible(!m_presented && !folded(Panel::Services));
  m_pages->setVisible(!m_presented && !folded(m_compact ? Panel::Bottom : Panel::Pages));
  m_coming->setVisible(!m_presented && !folded(Panel::Bottom));
  m_status->setVisible(!m_presented);
  if (!m_compact) m_events->setVisible(!m_presented);  // else a page among the pages
  m_bottom->setVisible(!m_compact);
  below->setVisible(m_presented || !folded(Panel::Bottom));
}

QByteArray Workspace::layoutState() const {
  QByteArray state;
  QDataStream out(&state, QIODevice::WriteOnly);
  out << kLayoutVersion << m_compact << m_folded[0] << m_folded[1] << m_folded[2] << m_horizontal->saveState()
      << m_vertical->saveState() << m_bottom->saveState() << size();
  return state;
}

void Workspace::setLayoutState(const QByteArray& state) { restore(state, true); }

void Workspace::restore(const QByteArray& state, bool folds) {
  QDataStream in(state);
  int version = 0;
  bool compact = false;
  std::array<bool, 3> folded{};
  QByteArray horizontal;
  QByteArray vertical;
  QByteArray bottom;
  QSize size;
  in >> version >> compact >> folded[0] >> folded[1] >> folded[2] >> horizontal >> vertical >> bottom >> size;
  if (in.status() != QDataStream::Ok || version != kLayoutVersion) return;
  for (std::size_t i = 0; folds && i < folded.size(); ++i) setFolded(static_cast<Panel>(i), folded[i]);
  m_wantedLayout = size == this->size() ? QByteArray() : state;
  if (!m_wantedLayout.isEmpty() || compact != m_compact) return;  // shares of another size: when that comes
  m_horizontal->restoreState(horizontal);
  m_vertical->restoreState(vertical);
  m_bottom->restoreState(bottom);
  m_sharedScale = theme::scale();
}

void Workspace::nextRoom() {
  const QList<QWidget*> rooms{m_top, m_services, m_grid, m_pages, m_coming, m_events, m_charts};
  qsizetype at = 0;
  for (qsizetype i = 0; i < rooms.size(); ++i) {
    if (rooms[i] == focusWidget() || rooms[i]->isAncestorOf(focusWidget())) at = i + 1;
  }
  for (qsizetype i = 0; i < rooms.size(); ++i) {
    QWidget* room = rooms[(at + i) % rooms.size()];
    if (!room->isVisible()) continue;
    if (room == m_grid) return m_grid->setFocus(Qt::TabFocusReason);
    if (room == m_pages) return m_pages->tabBar()->setFocus(Qt::TabFocusReason);
    for (QWidget* child : room->findChildren<QWidget*>()) {
      if (!child->isVisible() || !child->isEnabled() || !(child->focusPolicy() & Qt::TabFocus)) continue;
      return child->setFocus(Qt::TabFocusReason);
    }
  }
}

Page* Workspace::shownPage() {
  const std::optional<Room> shown = room();
  return shown ? page(*shown) : nullptr;
}

std::optional<Workspace::Room> Workspace::room() const {
  const auto at = std::find(m_places.begin(), m_places.end(), m_pages->currentWidget());
  return at == m_places.end() ? std::nullopt : std::optional(static_cast<Room>(at - m_places.begin()));
}

void Workspace::showRoom(Room room) {
  if (folded(m_compact ? Panel::Bottom : Panel::Pages)) setFolded(m_compact ? Panel::Bottom : Panel::Pages, false);
  Page* shown = page(room);
  if (room == Room::Balancer) m_pages->setTabVisible(m_pages->indexOf(place(room)), true);
  m_pages->setCurrentWidget(m_places[static_cast<std::size_t>(room)]);
  if (room == Room::Desired) static_cast<EditorPage*>(shown)->editor()->setFocus();
}

void Workspace::showEvents() {
  if (folded(Panel::Bottom)) setFolded(Panel::Bottom, false);
  if (m_compact) m_pages->setCurrentWidget(m_events);
}

void Workspace::presentPage() {
  if (Page* shown = shownPage()) shown->present(m_frame, m_focus);
}

/// The id of the pod in focus; empty: none.
QString Workspace::podInFocus() const {
  const ServiceEntry* entry = m_frame.snapshot ? m_frame.snapshot->find(m_focus.service.toStdString()) : nullptr;
  const Pod* pod = entry == nullptr || m_focus.pod == kNoPod ? nullptr : entry->pods->find(m_focus.pod);
  if (pod == nullptr) return {};
  const ServiceState& s = *entry->state;
  return words::text(podName(s.spec->name, s.versions[static_cast<std::size_t>(pod->version)].hash, pod->ordinal));
}

void Workspace::setFocusOn(const Focus& focus) {
  if (focus == m_focus) return;
  m_focus = focus;
  m_services->setFocusOn(focus);
  m_grid->setFocusOn(focus);
  m_charts->setService(focus.service);
  m_events->offerPod(podInFocus());
  presentPage();
}

void Workspace::followStory() {
  // While a scenario plays, charts and pages show the service that its newest Command was about.
  if (!m_frame.play.playing) {
    m_followed = 0;
    return;
  }
  const Event& event = m_frame.snapshot->newestCommand;
  if (event.seq == 0 || event.seq == m_followed || event.service == kNoService) return;
  m_followed = event.seq;
  const QString name = words::text((*m_frame.snapshot->names)[event.service]->name);
  if (name != m_focus.service && m_frame.snapshot->find(name.toStdString()) != nullptr) setFocusOn({name, kNoPod});
}

void Workspace::beginShow() {
  if (editor()->unsaved()) return;
  if (!m_frame.play.playing) m_roomBeforeShow = room();
  showRoom(Room::Diff);
}

void Workspace::endShow() {
  if (m_roomBeforeShow && room() == Room::Diff) showRoom(*m_roomBeforeShow);
  m_roomBeforeShow.reset();
}

void Workspace::setFrame(const Frame& frame) {
  const bool showEnds = m_frame.play.playing && !frame.play.playing;
  m_frame = frame;
  if (showEnds) endShow();
  const bool fast = frame.clock.speedMilli == kSpeedMax || frame.clock.speedMilli > theme::kMotionMaxSpeedMilli;
  m_grid->setMotion(!fast && !m_reducedMotion);
  if (frame.snapshot) {
    // Something is always in focus, so that no page is empty without need; a service that is gone is not.
    const bool known = frame.snapshot->find(m_focus.service.toStdString()) != nullptr;
    if (!known && !frame.snapshot->services.empty()) {
      setFocusOn({words::text(frame.snapshot->services.front().state->spec->name), kNoPod});
    } else if (!known) {
      setFocusOn({});
    }
    followStory();
  }
  m_top->setFrame(frame);
  m_alarm->setFrame(frame);
  if (frame.snapshot) m_traffic->observe(*frame.snapshot);
  m_services->setFrame(frame);
  m_services->setFocusOn(m_focus);
  m_grid->setFrame(frame);
  m_narration->setFrame(frame);
  m_coming->setFrame(frame);
  m_charts->setFrame(frame);
  m_events->setFrame(frame);
  m_status->setFrame(frame);
  presentPage();
}

void Workspace::setClock(const ClockState& clock) {
  m_frame.clock = clock;
  m_top->setClock(clock);
  m_status->setClock(clock);
  m_grid->setNow(clock.t);
  m_coming->setNow(clock.t);
  m_charts->setNow(clock.t);
  if (Page* shown = shownPage(); shown != nullptr && shown->isVisible()) shown->setNow(clock.t);
}

bool Workspace::wantsFrames() const { return m_grid->wantsFrames(); }

void Workspace::setReducedMotion(bool on) {
  m_reducedMotion = on;
  setFrame(m_frame);
}

void Workspace::setExplain(bool on) { m_top->setExplain(on); }

void Workspace::arrange(bool compact) {
  if (m_compact == compact) return;
  m_compact = compact;
  QWidget* shown = m_pages->currentWidget();
  if (compact) {
    m_pages->insertTab(0, m_events, tr("Events"));
    m_pages->addTab(m_charts, tr("Charts"));
    m_bottom->parentWidget()->layout()->addWidget(m_pages);
  } else {
    m_pages->removeTab(m_pages->indexOf(m_events));
    m_pages->removeTab(m_pages->indexOf(m_charts));
    m_bottom->addWidget(m_events);
    m_bottom->addWidget(m_charts);
    m_bottom->setStretchFactor(0, 3);
    m_bottom->setStretchFactor(1, 2);
    m_events->show();
    m_charts->show();
    m_horizontal->addWidget(m_pages);
    if (shown == m_events || shown == m_charts) shown = place(Room::Diff);
  }
  m_pages->setCurrentWidget(shown);
  showPanels();
}

/// In every language the names of the pages stand side by side, the balancer's too, which is there only while chosen.
int Workspace::namesWidth() {
  const int balancer = m_pages->indexOf(place(Room::Balancer));
  const bool shown = m_pages->isTabVisible(balancer);
  m_pages->setTabVisible(balancer, true);
  const int names = m_pages->tabBar()->sizeHint().width();
  m_pages->setTabVisible(balancer, shown);
  return names;
}

void Workspace::shareSpace() {
  const int left = std::clamp(width() * 10 / 76, theme::scaled(160), theme::scaled(230));
  const int names = namesWidth() + theme::scaled(8);
  const int right = std::max(names, std::clamp(width() / 4, theme::scaled(380), theme::scaled(640)));
  m_horizontal->setSizes(m_compact ? QList<int>{left, width() - left}
                                   : QList<int>{left, width() - left - right, right});
  const int high = m_vertical->height();
  const int low = m_presented ? std::clamp(theme::scaled(kPresentedCharts), high / 4, high / 3)
                              : std::clamp(m_compact ? high * 38 / 100 : high / 3, 210, 560);
  m_vertical->setSizes({high - low, low});
  m_bottom->setSizes({width() * 57 / 100, width() * 43 / 100});
}

void Workspace::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  // Behind the event's way through the children, which drop what they keep in the colours of another theme.
  if (event->type() == QEvent::StyleChange) QMetaObject::invokeMethod(this, &Workspace::restyled, Qt::QueuedConnection);
}

void Workspace::restyled() {
  if (m_frame.snapshot) setFrame(m_frame);
  fitSpace();
}

void Workspace::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitSpace();
  if (!m_wantedLayout.isEmpty()) restore(QByteArray(m_wantedLayout), false);
}

void Workspace::fitSpace() {
  const bool before = m_compact;
  arrange(!m_presented && width() < theme::scaled(kCompactWidth));
  if (m_sharedScale == theme::scale() && before == m_compact) return;
  m_sharedScale = theme::scale();
  layout()->activate();
  shareSpace();
}

}  // namespace perfect
