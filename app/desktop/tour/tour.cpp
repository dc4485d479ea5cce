// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour.h"

#include <QAbstractButton>
#include <QApplication>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <algorithm>
#include <utility>

#include "app/desktop/editor/editor_page.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/explain/cause_chain.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/tour/spotlight.h"
#include "core/manifest/manifest.h"

namespace perfect {
namespace {

constexpr int kWatchMs = 100;
const QString kOfferedKey = QStringLiteral("tour/offered");
const QString kStepKey = QStringLiteral("tour/step");

Focus onTour(PodOrdinal pod = kNoPod) { return {QLatin1String(kTourService), pod}; }

/// Pages and scrolled places that a control stands in show it.
void bringIntoView(QWidget* control) {
  for (QWidget* inside = control; inside->parentWidget() != nullptr; inside = inside->parentWidget()) {
    QWidget* around = inside->parentWidget();
    // A page of a tab widget stands in its stack.
    auto* tabs = around->parentWidget() == nullptr ? nullptr : qobject_cast<QTabWidget*>(around->parentWidget());
    if (tabs != nullptr && tabs->indexOf(inside) >= 0) tabs->setCurrentWidget(inside);
    auto* area = around->parentWidget() == nullptr ? nullptr : qobject_cast<QScrollArea*>(around->parentWidget());
    if (area != nullptr && area->widget() == inside && control != inside) area->ensureWidgetVisible(control);
  }
}

}  // namespace

Tour::Tour(Workspace& workspace, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_window(window), m_steps(tourSteps()) {
  m_watch.setInterval(kWatchMs);
  connect(&m_watch, &QTimer::timeout, this, [this] {
    look();  // first: what was done may have led to another page
    if (!running()) return;
    // A page may be built when it is first shown.
    if (m_spotlight->holes().isEmpty() && !present().targets.isEmpty()) light();
    keepInView();
    // Another size of type makes another card.
    if (running()) m_card->placeBeside(m_spotlight->holes());
  });
}

Tour::~Tour() = default;

bool Tour::isNew() { return !QSettings().value(kOfferedKey, false).toBool(); }

int Tour::leftAt() {
  const QString id = QSettings().value(kStepKey).toString();
  const std::vector<TourStep> steps = tourSteps();
  const auto at = std::find_if(steps.begin(), steps.end(), [&](const TourStep& step) { return step.id == id; });
  return at == steps.end() ? 0 : static_cast<int>(at - steps.begin()) + 1;
}

void Tour::start() { startAt(std::max(1, leftAt())); }

void Tour::startAt(int step) {
  if (!running()) {
    QSettings().setValue(kOfferedKey, true);
    m_steps = tourSteps();
    m_spotlight = new Spotlight(m_window);
    m_card = new TourCard(&m_window);
    connect(m_spotlight, &Spotlight::moved, this, [this] {
      if (m_card != nullptr) m_card->placeBeside(m_spotlight->holes());
    });
    connect(qApp, &QApplication::focusChanged, m_card, [this] {
      if (m_card != nullptr) m_card->setKeys(keyHint());
    });
    connect(m_card, &TourCard::nextWanted, this, &Tour::next);
    connect(m_card, &TourCard::backWanted, this, &Tour::back);
    connect(m_card, &TourCard::leaveWanted, this, [this] { isLast() ? finish() : leave(); });
    qApp->installEventFilter(this);
    m_stopsPlay = m_frame.play.playing;
    if (m_stopsPlay) Q_EMIT stopPlayWanted();
    m_watch.start();
  }
  enter(std::clamp(step, 1, steps()) - 1);
}

// --- from step to step ---------------------------------------------------------------------------------

void Tour::enter(int step) {
  m_step = step;
  QSettings().setValue(kStepKey, QString(present().id));
  m_sight = {};
  m_sight.since = m_frame.clock.t;
  m_noted = m_frame.snapshot ? m_frame.snapshot->events.end() : 0;
  m_epoch = m_frame.snapshot ? m_frame.snapshot->epochMs : 0;
  m_prepared = m_asked = m_canaryAsked = m_did = m_achieved = false;
  if (service() != nullptr) m_workspace.setFocusOn(onTour());
  if (present().room) m_workspace.showRoom(*present().room);
  if (present().deed == TourDeed::Press && present().stage == TourStage::Absent && !m_workspace.editor()->unsaved()) {
    m_workspace.editor()->load(QStringLiteral("tour.yaml"), tourManifest(1));
  }
  light();
  look();
  if (!running()) return;
  showCard();
  m_card->announce();
  m_card->takeFocus();
  m_focusWanted = !m_achieved && !present().task.isEmpty();
  handOver();
  m_card->setKeys(keyHint());
}

/// The keyboard goes to what is to be used, as soon as it can be used.
void Tour::handOver() {
  QWidget* target = m_focusWanted ? keyboardTarget() : nullptr;
  if (target == nullptr) return;
  m_focusWanted = false;
  if (m_card->isAncestorOf(m_window.focusWidget())) target->setFocus(Qt::OtherFocusReason);
}

// A button of the card may be released after the tour has ended.
void Tour::next() {
  if (!running()) return;
  if (!m_achieved && !m_did && present().deed != TourDeed::None) {
    m_did = true;
    doForThem();
    return;
  }
  if (isLast()) return finish();
  if (m_frame.clock.paused && present().id == QLatin1String("time")) Q_EMIT resumeWanted();
  enter(m_step + 1);
}

void Tour::back() {
  if (running() && !isFirst()) enter(m_step - 1);
}

void Tour::leave() {
  if (!running()) return;
  if (m_stoppedClock && m_frame.clock.paused && !m_frame.play.playing) Q_EMIT resumeWanted();
  close();
}

void Tour::finish() {
  if (!running()) return;
  QSettings().remove(kStepKey);
  close();
}

void Tour::close() {
  // Whoever goes on from here pauses with Space, and presses nothing by it.
  const QWidget* focus = m_window.focusWidget();
  if (focus == nullptr || m_card->isAncestorOf(focus) || focus == find(QStringLiteral("playDemo")))
    m_workspace.grid()->setFocus(Qt::OtherFocusReason);
  qApp->removeEventFilter(this);
  m_watch.stop();
  m_stoppedClock = false;
  m_card->deleteLater();
  m_spotlight->deleteLater();
  m_card->hide();
  m_spotlight->hide();
  m_card = nullptr;
  m_spotlight = nullptr;
  Q_EMIT ended();
}

void Tour::doForThem() {
  auto* button = qobject_cast<QAbstractButton*>(find(present().targets.value(0)));
  switch (present().deed) {
    case TourDeed::None:
      break;
    case TourDeed::Press:
      // Somebody's own text in the editor is not ours to apply.
      if (present().stage == TourStage::Absent && m_workspace.editor()->unsaved()) return declare(1);
      if (button != nullptr && button->isEnabled()) return button->click();
      if (present().stage == TourStage::Absent) declare(1);
      break;
    case TourDeed::Resume:
      if (m_frame.clock.paused) Q_EMIT resumeWanted();
      break;
    case TourDeed::Pause:
      if (!m_frame.clock.paused) Q_EMIT pauseWanted();
      break;
    case TourDeed::ChoosePod: {
      const ServiceEntry* entry = m_frame.snapshot ? m_frame.snapshot->find(kTourService) : nullptr;
      if (entry == nullptr) break;
      PodOrdinal first = kNoPod;
      entry->pods->forEach(0, [&](const Pod& pod) {
        first = pod.ordinal;
        return false;
      });
      m_workspace.setFocusOn(onTour(first));
      m_workspace.showRoom(Workspace::Room::Why);
      break;
    }
    case TourDeed::AskWhy:
      if (m_frame.snapshot) Q_EMIT m_workspace.events()->whyWanted(newestEvent(*m_frame.snapshot, onTour()));
      break;
    case TourDeed::OpenHelp:
      Q_EMIT helpWanted();
      break;
    case TourDeed::PlayDemo:
      Q_EMIT playDemoWanted();
      break;
  }
  look();
}

// --- the world -----------------------------------------------------------------------------------------

const ServiceState* Tour::service() const {
  const ServiceEntry* entry = m_frame.snapshot ? m_frame.snapshot->find(kTourService) : nullptr;
  return entry == nullptr ? nullptr : entry->state.get();
}

void Tour::setFrame(const Frame& frame) {
  m_frame = frame;
  if (!running() || !frame.snapshot) return;
  if (frame.snapshot->epochMs != m_epoch) {
    m_epoch = frame.snapshot->epochMs;
    m_noted = 0;
    m_prepared = m_asked = m_canaryAsked = false;
  }
  look();
}

void Tour::helpOpened() {
  if (!running()) return;
  m_sight.helpOpened = true;
  look();
}

void Tour::takeNote() {
  const Snapshot& snapshot = *m_frame.snapshot;
  const ServiceState* ours = service();
  const std::uint64_t end = snapshot.events.end();
  for (std::uint64_t seq = std::max(m_noted, snapshot.events.first()); seq < end; ++seq) {
    const Event& event = snapshot.events.at(seq);
    if (ours != nullptr && event.service == ours->index) m_sight.happened.insert(event.reason);
  }
  m_noted = end;
}

/// Prepares, and notices what was done.
void Tour::look() {
  if (!running() || !m_frame.snapshot) return;
  m_stopsPlay = m_stopsPlay && m_frame.play.playing;
  if (m_stopsPlay) return;
  takeNote();
  if (m_frame.play.playing && present().deed != TourDeed::PlayDemo) {
    // A show was started over the tour, which can be taken up again behind it.
    return leave();
  }
  if (!m_prepared && prepare()) {
    m_prepared = true;
    if (service() != nullptr && m_workspace.focus().service != onTour().service) m_workspace.setFocusOn(onTour());
  }
  m_sight.frame = &m_frame;
  m_sight.service = service();
  m_sight.focus = m_workspace.focus();
  m_sight.room = m_workspace.room();
  m_sight.pausedMeanwhile = m_sight.pausedMeanwhile || m_frame.clock.paused;
  handOver();
  if (m_achieved || !m_prepared || present().achieved == nullptr || !present().achieved(m_sight)) return;
  m_achieved = true;
  m_focusWanted = false;
  if (present().done.isEmpty()) return finish();
  if (!present().doneTargets.isEmpty()) light();
  showCard();
  m_card->announce();
  m_card->takeFocus();
}

void Tour::declare(int version) {
  auto specs = parseManifests(tourManifest(version).toStdString());
  if (specs.ok()) Q_EMIT commandWanted(ApplyCommand{std::move(specs).value()});
}

/// So that what was declared can be seen before anything comes of it.
void Tour::stopClock() {
  if (m_frame.clock.paused) return;
  m_stoppedClock = true;
  Q_EMIT pauseWanted();
}

/// True: the world is as the step needs it. Asks once for what is missing.
bool Tour::prepare() {
  const ServiceState* ours = service();
  const bool first = !std::exchange(m_asked, true);
  const bool still = m_frame.clock.paused;
  switch (present().stage) {
    case TourStage::Any:
      return true;
    case TourStage::Absent:
      if (ours != nullptr) {
        if (first && !ours->deleting) Q_EMIT commandWanted(DeleteCommand{kTourService});
        if (first && still) Q_EMIT resumeWanted();
        return false;
      }
      if (!isFirst()) stopClock();
      return true;
    case TourStage::Declared:
      if (ours == nullptr && first) {
        stopClock();
        declare(1);
      }
      return ours != nullptr;
    case TourStage::Stable:
      if (first && still) Q_EMIT resumeWanted();
      if (ours == nullptr && first) declare(1);
      return ours != nullptr && ours->counts().total() > 0;
    case TourStage::Canary:
      if (first && still) Q_EMIT resumeWanted();
      if (ours == nullptr) {
        if (first) declare(1);
        return false;
      }
      return prepareCanary(*ours);
  }
  return true;
}

bool Tour::prepareCanary(const ServiceState& service) {
  const RolloutState& rollout = service.rollout;
  // Somebody quick promotes while the first step is still on its way.
  if (rollout.waitsForPromote || m_sight.happened.contains(Reason::Promoted)) return true;
  const bool settled = rollout.phase == RolloutPhase::Complete && rollout.updated != kNoVersion &&
                       rollout.updated == rollout.stable && service.counts().ready >= service.replicas;
  if (settled && !std::exchange(m_canaryAsked, true)) declare(static_cast<int>(service.versions.size()) + 1);
  return false;
}

// --- what is seen ----------------------------------------------------------------------------------------

QWidget* Tour::find(const QString& name) const { return name.isEmpty() ? nullptr : m_window.findChild<QWidget*>(name); }

void Tour::light() {
  const QStringList& names = m_achieved && !present().doneTargets.isEmpty() ? present().doneTargets : present().targets;
  QList<QWidget*> controls;
  for (const QString& name : names) {
    if (QWidget* control = find(name)) controls << control;
  }
  // The main one last, so that nothing else takes it out of view again.
  for (auto control = controls.rbegin(); control != controls.rend(); ++control) bringIntoView(*control);
  m_spotlight->setTargets(controls);
  m_spotlight->raise();
  m_spotlight->show();
  m_card->raise();
  m_card->show();
}

/// What is to be pressed stays in sight when its page gets another size.
void Tour::keepInView() {
  QWidget* control = m_achieved ? nullptr : find(present().targets.value(0));
  if (qobject_cast<QAbstractButton*>(control) == nullptr || !control->isVisible()) return;
  if (Spotlight::seenPart(*control).size() != control->size()) bringIntoView(control);
}

/// The keys that work where the keyboard is now: a lit control keeps those that it has a use for.
QString Tour::keyHint() const {
  const bool todo = !present().task.isEmpty() && !m_achieved;
  if (todo) return tr("F6: between this card and what is lit · Esc: leave");
  const QWidget* focus = m_window.focusWidget();
  if (focus != nullptr && !keyIsOurs(focus, Qt::Key_Return)) return tr("F6: to this card · Esc: leave");
  return tr("Enter: next · ←: back · Esc: leave");
}

void Tour::showCard() {
  const TourStep& step = present();
  TourCard::Content content;
  content.step = m_step + 1;
  content.steps = steps();
  content.title = step.title;
  content.text = step.text;
  content.task = step.task;
  content.done = step.done;
  content.achieved = m_achieved;
  content.next = isFirst() ? tr("Begin") : m_achieved || step.deed == TourDeed::None ? tr("Next") : tr("Do it for me");
  if (isLast()) content.next = tr("Play Demo");
  content.leave = isFirst() ? tr("Not now") : isLast() ? tr("Finish") : tr("Leave");
  content.keys = keyHint();
  if (step.stage == TourStage::Absent && !isFirst() && m_workspace.editor()->unsaved() && !m_achieved) {
    content.task = tr("Your own text stays in the editor: let the tour declare its service.");
  }
  m_card->present(content);
  m_card->placeBeside(m_spotlight->holes());
}

}  // namespace perfect
