// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QComboBox>
#include <QDBusConnection>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStyle>
#include <QUrl>
#include <array>
#include <utility>

#include "app/desktop/alerts/alert_desk.h"
#include "app/desktop/alerts/alerts_page.h"
#include "app/desktop/chrome/actions.h"
#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/curtain.h"
#include "app/desktop/chrome/small_screen.h"
#include "app/desktop/chrome/status_line.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/text_keeper.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/help/help_desk.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/preferences/look_page.h"
#include "app/desktop/preferences/preferences_dialog.h"
#include "app/desktop/reply_relay.h"
#include "app/desktop/theme/appearance.h"
#include "app/desktop/tour/tour.h"
#include "app/desktop/wording.h"
#include "app/desktop/words.h"
#include "app/desktop/workspace.h"
#include "app/runtime/demo.h"
#include "app/runtime/load_files.h"
#include "app/runtime/resources.h"

namespace perfect {
namespace {

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kLayoutKey = QStringLiteral("window/layout");
constexpr int kPictureMs = 33;
constexpr int kTickMs = 100;
constexpr int kFurnishMs = 500;
constexpr std::array<std::int64_t, 9> kSpeedSteps{250, 500, 1000, 2000, 5000, 10000, 25000, 50000, 100000};

/// What an accepted Command is told with; empty where the Grid shows it well enough.
QString toldOf(const Command& command, const Outcome& outcome) {
  if (std::holds_alternative<ApplyCommand>(command)) {
    QStringList names;
    for (const ServiceSpec& spec : std::get<ApplyCommand>(command).services) names << words::text(spec.name);
    return MainWindow::tr("Applied: %1. Applied is not done: the controller now makes it so.")
        .arg(names.join(QStringLiteral(", ")));
  }
  const auto* chaos = std::get_if<ChaosCommand>(&command);
  if (chaos != nullptr && outcome.pods.empty()) return MainWindow::tr("No pod was there to be taken.");
  return {};
}

}  // namespace

MainWindow::MainWindow(Controller& controller, const DesktopOptions& options, QWidget* parent)
    : QMainWindow(parent),
      m_controller(controller),
      m_options(options),
      m_look(new Appearance(*this)),
      m_help(new HelpDesk(*this)),
      m_relay(ReplyRelay::make()),
      m_alertDesk(options.alertDesk),
      m_offerTour(options.offerTour && Tour::isNew()) {
  initResources();
  words::readWording();  // of the language that is installed now
  setWindowTitle(tr("Perfect System"));
  // A timer that runs, since one of 0 ms is a queued call: the picture reaches the screen first.
  setCentralWidget(new Curtain([this] { QTimer::singleShot(1, this, &MainWindow::furnish); }, this));
  SmallScreen::fit(*this);
  // Opens whole on every screen: a classroom's projector may have no more than 1024×768.
  resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
  restoreGeometry(QSettings().value(kGeometryKey).toByteArray());
  setAcceptDrops(true);

  m_paint.setSingleShot(true);
  m_paint.setInterval(kPictureMs);
  m_tick.setInterval(kTickMs);
  connect(&m_paint, &QTimer::timeout, this, &MainWindow::refresh);
  connect(&m_tick, &QTimer::timeout, this, &MainWindow::tick);
  connect(
      &m_controller, &Controller::published, this,
      [this] {
        m_stale = true;
        if (isVisible() && !m_paint.isActive()) m_paint.start();
      },
      Qt::QueuedConnection);
  connect(m_relay.get(), &ReplyRelay::answered, this, &MainWindow::answered);
}

// Everything that takes longer than a picture.
void MainWindow::furnish() {
  if (m_workspace != nullptr) return;
  m_look->dress();
  m_workspace = new Workspace(this);
  setCentralWidget(new SmallScreen(m_workspace, this));
  m_workspace->grid()->setFocus(Qt::OtherFocusReason);  // a key pressed at once moves about, and starts nothing
  connect(m_workspace, &Workspace::commandWanted, this, &MainWindow::send);
  connect(m_workspace, &Workspace::previewWanted, this, &MainWindow::preview);
  connect(m_relay.get(), &ReplyRelay::previewed, m_workspace, &Workspace::showPreview);
  connect(m_workspace, &Workspace::helpWanted, m_help, &HelpDesk::open);
  connectTime();
  connectStart();
  connectMail();
  connectTour();
  addActions();
  if (!m_options.editorText.isEmpty()) m_workspace->editor()->load(tr("manifest"), m_options.editorText);

  setRestUrl(m_options.restUrl);
  if (!m_options.banner.isEmpty()) showBanner(m_options.banner);
  restoreText();
  connect(m_look, &Appearance::changed, this, &MainWindow::lookChanged);
  m_look->listenToDesktop(QDBusConnection::sessionBus());
  lookChanged();
  m_workspace->setLayoutState(QSettings().value(kLayoutKey).toByteArray());
  refresh();
  if (m_controller.play().playing) m_workspace->beginShow();
  if (m_options.startDemo) startDemo();
  if (isVisible()) offerTour();
}

Workspace* MainWindow::workspace() {
  furnish();
  return m_workspace;
}

Tour* MainWindow::tour() {
  furnish();
  return m_tour;
}

CommandPalette* MainWindow::palette() {
  furnish();
  return m_palette;
}

void MainWindow::offerTour() {
  // Once everything has its size.
  if (std::exchange(m_offerTour, false)) QTimer::singleShot(0, m_tour, &Tour::start);
}

MainWindow::~MainWindow() {
  // While the editor is still there to be asked.
  delete m_keeper;
}

void MainWindow::connectTime() {
  TopBar* top = m_workspace->topBar();
  connect(top, &TopBar::pauseToggled, this, &MainWindow::togglePause);
  connect(top, &TopBar::stepWanted, this, [this] { accepted(m_controller.step()); });
  connect(top, &TopBar::resetWanted, this, &MainWindow::askReset);
  connect(top, &TopBar::speedWanted, this, [this](qint64 speed) { accepted(m_controller.setSpeed(speed)); });
  connect(top, &TopBar::explainToggled, this, [this](bool on) {
    if (QAction* action = m_workspace->actions().find(QStringLiteral("explainMode"))) action->setChecked(on);
  });
  connect(top, &TopBar::paletteWanted, this, &MainWindow::openPalette);
  connect(top, &TopBar::runUntilWanted, this, &MainWindow::askRunUntil);
  NarrationBand* narration = m_workspace->narration();
  connect(narration, &NarrationBand::pauseToggled, this, &MainWindow::togglePause);
  connect(narration, &NarrationBand::nextWanted, this, &MainWindow::hurryToNextBeat);
  connect(narration, &NarrationBand::backWanted, this, &MainWindow::backToBeat);
  connect(narration, &NarrationBand::speedWanted, top, &TopBar::speedWanted);
  connect(narration, &NarrationBand::answerGiven, this, [this](int question, int choice) {
    accepted(m_controller.answer(question, static_cast<std::size_t>(choice)));
  });
  connect(narration, &NarrationBand::stopWanted, this, [this] { accepted(m_controller.stopPlay()); });
}

void MainWindow::connectStart() {
  TopBar* top = m_workspace->topBar();
  EditorPage* editor = m_workspace->editor();
  std::vector<EditorPage::Example> examples;
  QStringList names;
  for (const Example& example : loadExamples()) {
    examples.push_back({example.name, words::text(example.yaml)});
    names << example.name;
  }
  editor->setExamples(examples);
  top->setExamples(names);
  connect(top, &TopBar::exampleWanted, this, [this, editor](const QString& name) {
    m_workspace->showRoom(Workspace::Room::Desired);
    editor->loadExample(name);
  });
  connect(top, &TopBar::examplesOpened, this, &MainWindow::listLessons);
  connect(top, &TopBar::lessonWanted, this, &MainWindow::playFile);
  connect(top, &TopBar::openWanted, this, [this, editor] {
    m_workspace->showRoom(Workspace::Room::Desired);
    editor->openFile();
  });
  connect(top, &TopBar::playDemoWanted, this, &MainWindow::startDemo);
  connect(top, &TopBar::stopPlayWanted, this, [this] { accepted(m_controller.stopPlay()); });
  connect(editor, &EditorPage::failed, this, &MainWindow::showBanner);
  connect(editor, &EditorPage::scenarioOpened, this, &MainWindow::playFile);
}

// Read when they are first looked at: a start has no time for them.
void MainWindow::listLessons() {
  if (std::exchange(m_lessonsListed, true)) return;
  m_lessons = loadLessons();
  m_workspace->topBar()->setLessons(m_lessons);
}

void MainWindow::connectTour() {
  m_tour = new Tour(*m_workspace, *this);
  connect(m_workspace->topBar(), &TopBar::tourWanted, m_tour, &Tour::start);
  connect(m_tour, &Tour::commandWanted, this, &MainWindow::send);
  connect(m_tour, &Tour::pauseWanted, this, [this] { accepted(m_controller.pause()); });
  connect(m_tour, &Tour::resumeWanted, this, [this] { accepted(m_controller.resume()); });
  connect(m_tour, &Tour::stopPlayWanted, this, [this] { accepted(m_controller.stopPlay()); });
  connect(m_tour, &Tour::playDemoWanted, this, &MainWindow::startDemo);
  connect(m_tour, &Tour::helpWanted, m_help, &HelpDesk::openHere);
  connect(m_help, &HelpDesk::opened, m_tour, &Tour::helpOpened);
}

void MainWindow::connectMail() {
  connect(m_workspace, &Workspace::pageBuilt, this, [this](Workspace::Room room) {
    if (room != Workspace::Room::Alerts) return;
    connect(m_workspace->alerts(), &AlertsPage::preferencesWanted, this, &MainWindow::showPreferences);
    if (m_alertDesk != nullptr) showMailState();
  });
  if (m_alertDesk == nullptr) return;
  connect(m_alertDesk, &AlertDesk::changed, this, &MainWindow::showMailState);
  showMailState();
}

void MainWindow::showMailState() {
  const MailState state = m_alertDesk->mailState();
  if (m_workspace->isBuilt(Workspace::Room::Alerts)) m_workspace->alerts()->setMailState(state);
  m_workspace->statusLine()->setMail(state.delivers ? tr("Mails go %1").arg(state.text) : QString(), state.unsafe);
}

void MainWindow::showPreferences() {
  if (m_alertDesk == nullptr) return;
  PreferencesDialog dialog(*m_alertDesk, this);
  dialog.addPage(new LookPage(*m_look), tr("Look"));
  dialog.addPage(new StartPage(m_options.given), tr("Simulation and REST"));
  dialog.exec();
}

void MainWindow::refresh() {
  if (!m_stale || m_workspace == nullptr) return;
  m_stale = false;
  const Frame frame{m_controller.snapshot(), m_controller.clock(), m_controller.play()};
  m_workspace->setFrame(frame);
  m_tour->setFrame(frame);
  const bool runs = !frame.clock.paused && !frame.clock.ended && isVisible();
  if (runs && !m_tick.isActive()) m_tick.start();
  if (!runs) m_tick.stop();
}

void MainWindow::tick() {
  // A clock that runs ahead of its picture would tell countdowns that are already over.
  if (m_stale)
    refresh();
  else
    m_workspace->setClock(m_controller.clock());
  const int wanted = m_workspace->wantsFrames() ? kPictureMs : kTickMs;
  if (m_tick.interval() != wanted) m_tick.setInterval(wanted);
}

void MainWindow::send(const Command& command) {
  const bool apply = std::holds_alternative<ApplyCommand>(command);
  const auto reply = [relay = m_relay, command, apply](const Result<Outcome, Refusal>& result,
                                                       const std::shared_ptr<const Snapshot>&) {
    if (result.ok())
      relay->relay(apply, true, toldOf(command, result.value()));
    else
      relay->relay(apply, false, words::text(result.error().why.text(words::wording())));
  };
  const bool taken = m_controller.send(command, reply);
  if (!taken && apply) m_workspace->editor()->refused();
  accepted(taken);
}

void MainWindow::preview(const ChaosCommand& command, int ticket) {
  const auto reply = [relay = m_relay, ticket](const Result<Outcome, Refusal>& result,
                                               const std::shared_ptr<const Snapshot>&) {
    QStringList pods;
    if (result.ok()) {
      for (const std::string& pod : result.value().pods) pods << words::text(pod);
    }
    relay->relayPreview(ticket, result.ok(), pods,
                        result.ok() ? QString() : words::text(result.error().why.text(words::wording())));
  };
  accepted(m_controller.preview(command, reply));
}

void MainWindow::accepted(bool inboxTook) {
  if (!inboxTook) showBanner(tr("The simulation is busy and took no more commands. Try again in a moment."));
}

void MainWindow::answered(bool applied, bool ok, const QString& text) {
  if (!ok) {
    if (applied) m_workspace->editor()->refused();
    return showBanner(tr("Refused, nothing changed: %1").arg(text));
  }
  if (applied) m_workspace->editor()->applied();
  if (!text.isEmpty()) m_workspace->banner()->showNotice(text);
}

void MainWindow::setRestUrl(const QString& url) { workspace()->statusLine()->setRestUrl(url); }

void MainWindow::showBanner(const QString& text) { workspace()->banner()->showError(text); }

void MainWindow::startDemo() {
  furnish();
  auto demo = loadDemo();
  if (!demo.ok()) return showBanner(tr("Play Demo cannot start: %1").arg(words::text(demo.error())));
  m_workspace->beginShow();
  accepted(m_controller.startPlay(std::move(demo).value()));
}

void MainWindow::playFile(const QString& path) {
  LoadFaults faults;
  std::vector<LoadedFile> files = loadFiles({path}, {}, faults, words::wording());
  if (faults.any()) return showBanner(faults.lines.join(QLatin1Char('\n')));
  m_workspace->beginShow();
  if (!files.empty() && files.front().scenario) accepted(m_controller.startPlay(std::move(*files.front().scenario)));
}

// A shortcut comes before the control with the keyboard, whose own use of the key goes first here.
void MainWindow::spacePressed() {
  QWidget* focus = focusWidget();
  if (auto* button = qobject_cast<QAbstractButton*>(focus); button != nullptr && button->isVisible())
    button->click();
  else if (auto* choice = qobject_cast<QComboBox*>(focus); choice != nullptr && choice->isVisible())
    choice->showPopup();
  else
    togglePause();
}

void MainWindow::togglePause() { accepted(m_controller.clock().paused ? m_controller.resume() : m_controller.pause()); }

void MainWindow::changeSpeed(int direction) {
  const std::int64_t now = m_controller.clock().speedMilli;
  std::int64_t next = now;
  if (direction > 0) {
    for (auto it = kSpeedSteps.rbegin(); it != kSpeedSteps.rend(); ++it) {
      if (now != kSpeedMax && *it > now) next = *it;
    }
  } else {
    for (const std::int64_t speed : kSpeedSteps) {
      if (now == kSpeedMax || speed < now) next = speed;
    }
  }
  if (next != now) accepted(m_controller.setSpeed(next));
}

void MainWindow::backToBeat() {
  if (m_controller.play().playing) accepted(m_controller.backToBeat());
}

void MainWindow::hurryToNextBeat() {
  const PlayState play = m_controller.play();
  if (play.question) accepted(m_controller.answer(play.answered + 1, std::nullopt));
  accepted(m_controller.hurryToNextBeat());
}

bool MainWindow::mayReset() {
  if (m_controller.snapshot()->services.empty()) return true;
  const auto answer = QMessageBox::question(
      this, tr("Reset"),
      tr("Begin anew with an empty Grid? Services, events and the clock start over; the editor keeps its text."),
      QMessageBox::Reset | QMessageBox::Cancel, QMessageBox::Cancel);
  return answer == QMessageBox::Reset;
}

void MainWindow::askReset() {
  if (mayReset()) accepted(m_controller.reset());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (m_workspace == nullptr) return event->accept();
  if (!m_workspace->editor()->mayDiscard()) {
    event->ignore();
    return;
  }
  if (m_keeper != nullptr) m_keeper->forget();
  rememberLayout();
  event->accept();
}

void MainWindow::rememberLayout() {
  if (m_look->presented()) setPresented(false);
  QSettings settings;
  settings.setValue(kGeometryKey, saveGeometry());
  settings.setValue(kLayoutKey, m_workspace->layoutState());
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  m_stale = true;
  m_paint.start();
  if (m_workspace != nullptr) return offerTour();
  // A window that is shown and not painted (minimised) is furnished all the same.
  QTimer::singleShot(kFurnishMs, this, &MainWindow::furnish);
}

void MainWindow::hideEvent(QHideEvent* event) {
  QMainWindow::hideEvent(event);
  m_tick.stop();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && m_look->presented()) return setPresented(false);
  QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList paths;
  for (const QUrl& url : event->mimeData()->urls()) {
    if (url.isLocalFile()) paths << url.toLocalFile();
  }
  openFiles(paths.mid(0, 1));
}

void MainWindow::openFiles(const QStringList& paths) {
  for (const QString& path : paths) {
    workspace()->showRoom(Workspace::Room::Desired);
    m_workspace->editor()->openPath(path);
  }
}

}  // namespace perfect
