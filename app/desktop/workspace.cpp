// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace.h"

#include <QApplication>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/alerts/alerts_page.h"
#include "app/desktop/chaos/chaos_page.h"
#include "app/desktop/charts/charts_panel.h"
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
  buildRooms();
  buildPages();
  connectFocus();
  addShortcuts();
}

void Workspace::buildRooms() {
  m_top = new TopBar(this);
  m_banner = new Banner(this);
  m_vertical = makeSplitter(Qt::Vertical, this);
  m_horizontal = makeSplitter(Qt::Horizontal, m_vertical);
  m_services = new ServicesPanel(m_horizontal);
  auto* centre = new QWidget(m_horizontal);
  m_grid = new GridView(centre);
  m_narration = new NarrationBand(centre);
  auto* stack = new QVBoxLayout(centre);
  stack->setContentsMargins(0, 0, 0, 0);
  stack->setSpacing(0);
  stack->addWidget(m_grid, 1);
  auto* band = new QVBoxLayout;
  band->setContentsMargins(14, 0, 14, 10);
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
  all->addWidget(m_banner);
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
  m_editor = new EditorPage;
  m_diff = new DiffPage;
  m_rollout = new RolloutPage;
  m_why = new WhyPage;
  m_chaos = new ChaosPage;
  m_alerts = new AlertsPage;
  m_pages->addTab(m_editor, tr("Desired"));
  m_pages->addTab(m_diff, tr("Diff"));
  m_pages->addTab(m_rollout, tr("Rollout"));
  m_pages->addTab(m_why, tr("Why?"));
  m_pages->addTab(m_chaos, tr("Chaos"));
  m_pages->addTab(m_alerts, tr("Alerts"));
  m_pages->setTabToolTip(0, tr("The manifest to apply (Ctrl+1)"));
  m_pages->setTabToolTip(1, tr("Desired against actual (Ctrl+2)"));
  m_pages->setTabToolTip(2, tr("Steps and verbs of the rollout (Ctrl+3)"));
  m_pages->setTabToolTip(3, tr("The pod, and the chain of causes (Ctrl+4)"));
  m_pages->setTabToolTip(4, tr("Scale, load, kill, crash (Ctrl+5)"));
  m_pages->setTabToolTip(5, tr("Who would be told by e-mail, and what other rules would change (Ctrl+6)"));
  m_horizontal->setStretchFactor(2, 0);
  for (Page* page : {static_cast<Page*>(m_editor), static_cast<Page*>(m_diff), static_cast<Page*>(m_rollout),
                     static_cast<Page*>(m_why), static_cast<Page*>(m_chaos), static_cast<Page*>(m_alerts)}) {
    connect(page, &Page::commandWanted, this, &Workspace::commandWanted);
    connect(page, &Page::focusChosen, this, &Workspace::setFocusOn);
  }
  connect(m_pages, &QTabWidget::currentChanged, this, &Workspace::presentPage);
}

void Workspace::connectFocus() {
  connect(m_services, &ServicesPanel::focusChosen, this, &Workspace::setFocusOn);
  connect(m_services, &ServicesPanel::applyWanted, this, [this] { showRoom(Room::Desired); });
  connect(m_coming, &ComingUp::focusChosen, this, &Workspace::setFocusOn);
  connect(m_events, &EventsPanel::focusChosen, this, &Workspace::setFocusOn);
  connect(m_grid, &GridView::focusChosen, this, [this](const Focus& focus) {
    setFocusOn(focus);
    // A chosen tile opens its inspector, but never takes an unfinished text out of sight.
    if (focus.pod != kNoPod && !(page() == m_editor && m_editor->unsaved()) && page() != m_chaos &&
        page() != m_alerts) {
      showRoom(Room::Why);
    }
  });
  connect(m_grid, &GridView::opened, this, [this](const Focus& focus) {
    setFocusOn(focus);
    showRoom(Room::Why);
  });
  connect(m_events, &EventsPanel::whyWanted, this, [this](quint64 seq) {
    m_why->explainEvent(seq);
    showRoom(Room::Why);
    presentPage();
  });
  connect(m_top, &TopBar::explainToggled, m_events, &EventsPanel::setExplain);
  connect(m_top, &TopBar::reducedMotionToggled, this, &Workspace::setReducedMotion);
}

void Workspace::addShortcuts() {
  const auto add = [this](const QKeySequence& keys, auto&& action) {
    connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
  };
  for (int i = 0; i < 6; ++i) {
    add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] { showRoom(static_cast<Room>(i)); });
  }
  add(QKeySequence(Qt::CTRL | Qt::Key_G), [this] { m_grid->setFocus(Qt::ShortcutFocusReason); });
  add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { m_editor->apply(); });
  add(QKeySequence(Qt::Key_F6), [this] { nextRoom(); });
}

void Workspace::nextRoom() {
  const QList<QWidget*> rooms{m_top, m_services, m_grid, m_pages, m_coming, m_events};
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

Page* Workspace::page() const { return dynamic_cast<Page*>(m_pages->currentWidget()); }

void Workspace::showRoom(Room room) {
  const QList<QWidget*> pages{m_editor, m_diff, m_rollout, m_why, m_chaos, m_alerts};
  m_pages->setCurrentWidget(pages[static_cast<qsizetype>(room)]);
  if (room == Room::Desired) m_editor->editor()->setFocus();
}

void Workspace::presentPage() {
  if (Page* shown = page()) shown->present(m_frame, m_focus);
}

void Workspace::setFocusOn(const Focus& focus) {
  if (focus == m_focus) return;
  m_focus = focus;
  m_services->setFocusOn(focus);
  m_grid->setFocusOn(focus);
  m_charts->setService(focus.service);
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

void Workspace::setFrame(const Frame& frame) {
  m_frame = frame;
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
  if (Page* shown = page(); shown != nullptr && shown->isVisible()) shown->setNow(clock.t);
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
    m_bottom->hide();
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
    m_bottom->show();
    if (shown == m_events || shown == m_charts) shown = m_diff;
  }
  m_pages->show();
  m_pages->setCurrentWidget(shown);
}

void Workspace::shareSpace() {
  const int left = std::clamp(width() / 8, theme::scaled(160), theme::scaled(230));
  const int right = std::clamp(width() / 4, theme::scaled(380), theme::scaled(640));
  m_horizontal->setSizes(m_compact ? QList<int>{left, width() - left}
                                   : QList<int>{left, width() - left - right, right});
  const int high = m_vertical->height();
  const int low = std::clamp(m_compact ? high * 37 / 100 : high / 3, 210, 560);
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
}

void Workspace::fitSpace() {
  const bool before = m_compact;
  arrange(width() < theme::scaled(kCompactWidth));
  if (m_sharedScale == theme::scale() && before == m_compact) return;
  m_sharedScale = theme::scale();
  layout()->activate();
  shareSpace();
}

}  // namespace perfect
