// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/main_window.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QStyle>
#include <QUrl>
#include <array>

#include "app/desktop/alerts/alert_desk.h"
#include "app/desktop/alerts/alerts_page.h"
#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/status_line.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/help/help_sheet.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/preferences/preferences_dialog.h"
#include "app/desktop/reply_relay.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "app/desktop/workspace.h"
#include "app/runtime/demo.h"
#include "app/runtime/load_files.h"
#include "app/runtime/resources.h"

namespace perfect {
namespace {

constexpr int kPictureMs = 33;
constexpr int kTickMs = 100;
constexpr std::int64_t kHurrySpeed = 20000;
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
      m_workspace(nullptr),
      m_relay(ReplyRelay::make()),
      m_alertDesk(options.alertDesk) {
  initResources();
  setWindowTitle(tr("Perfect System"));
  theme::apply(*this);
  m_workspace = new Workspace(this);
  setCentralWidget(m_workspace);
  setMinimumSize(900, 620);
  // Opens whole on every screen: a classroom's projector may have no more than 1024×768.
  resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
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
  connect(m_workspace, &Workspace::commandWanted, this, &MainWindow::send);
  connectTime();
  connectStart();
  connectMail();
  addShortcuts();

  setRestUrl(options.restUrl);
  if (!options.editorText.isEmpty()) m_workspace->editor()->load(tr("manifest"), options.editorText);
  if (!options.banner.isEmpty()) showBanner(options.banner);
  const bool still = QSettings().value(QStringLiteral("reducedMotion"), false).toBool() ||
                     style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
  if (still) m_workspace->setReducedMotion(true);
  refresh();
  if (m_controller.play().playing && !m_workspace->editor()->unsaved()) m_workspace->showRoom(Workspace::Room::Diff);
  if (options.startDemo) startDemo();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectTime() {
  TopBar* top = m_workspace->topBar();
  connect(top, &TopBar::pauseToggled, this, &MainWindow::togglePause);
  connect(top, &TopBar::stepWanted, this, [this] { accepted(m_controller.step()); });
  connect(top, &TopBar::resetWanted, this, &MainWindow::askReset);
  connect(top, &TopBar::speedWanted, this, [this](qint64 speed) {
    m_hurryBeat = 0;
    accepted(m_controller.setSpeed(speed));
  });
  connect(top, &TopBar::explainToggled, this, [this](bool on) { m_explain = on; });
  connect(top, &TopBar::reducedMotionToggled, this,
          [](bool on) { QSettings().setValue(QStringLiteral("reducedMotion"), on); });
  NarrationBand* narration = m_workspace->narration();
  connect(narration, &NarrationBand::pauseToggled, this, &MainWindow::togglePause);
  connect(narration, &NarrationBand::nextWanted, this, &MainWindow::hurryToNextBeat);
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
  connect(top, &TopBar::openWanted, this, [this, editor] {
    m_workspace->showRoom(Workspace::Room::Desired);
    editor->openFile();
  });
  connect(top, &TopBar::playDemoWanted, this, &MainWindow::startDemo);
  connect(top, &TopBar::stopPlayWanted, this, [this] { accepted(m_controller.stopPlay()); });
  connect(top, &TopBar::helpWanted, this, [this] { HelpSheet(HelpSheet::Page::Idea, this).exec(); });
  connect(top, &TopBar::shortcutsWanted, this, [this] { HelpSheet(HelpSheet::Page::Shortcuts, this).exec(); });
  connect(editor, &EditorPage::failed, this, &MainWindow::showBanner);
  connect(editor, &EditorPage::scenarioOpened, this, &MainWindow::playFile);
}

void MainWindow::connectMail() {
  connect(m_workspace->topBar(), &TopBar::preferencesWanted, this, &MainWindow::showPreferences);
  connect(m_workspace->alerts(), &AlertsPage::preferencesWanted, this, &MainWindow::showPreferences);
  if (m_alertDesk == nullptr) return;
  connect(m_alertDesk, &AlertDesk::changed, this, &MainWindow::showMailState);
  showMailState();
}

void MainWindow::showMailState() {
  const MailState state = m_alertDesk->mailState();
  m_workspace->alerts()->setMailState(state);
  m_workspace->statusLine()->setMail(state.delivers ? tr("Mails go %1").arg(state.text) : QString(), state.unsafe);
}

void MainWindow::showPreferences() {
  if (m_alertDesk != nullptr) PreferencesDialog(*m_alertDesk, this).exec();
}

void MainWindow::addShortcuts() {
  const auto add = [this](const QKeySequence& keys, auto&& action) {
    connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
  };
  add(QKeySequence(Qt::CTRL | Qt::Key_D), [this] { startDemo(); });
  add(QKeySequence(Qt::Key_Space), [this] { togglePause(); });
  add(QKeySequence(Qt::Key_Period), [this] { accepted(m_controller.step()); });
  add(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { askReset(); });
  add(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { changeSpeed(1); });
  add(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { changeSpeed(1); });
  add(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { changeSpeed(-1); });
  add(QKeySequence(Qt::CTRL | Qt::Key_S), [this] { m_workspace->editor()->saveFile(); });
  add(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { m_workspace->editor()->openFile(); });
  add(QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
    m_explain = !m_explain;
    m_workspace->setExplain(m_explain);
  });
  add(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPreferences(); });
  add(QKeySequence(Qt::Key_F1), [this] { HelpSheet(HelpSheet::Page::Idea, this).exec(); });
  add(QKeySequence(Qt::Key_Question), [this] { HelpSheet(HelpSheet::Page::Shortcuts, this).exec(); });
}

void MainWindow::refresh() {
  if (!m_stale) return;
  m_stale = false;
  const Frame frame{m_controller.snapshot(), m_controller.clock(), m_controller.play()};
  m_workspace->setFrame(frame);
  if (m_hurryBeat != 0 && (!frame.play.playing || frame.play.finished || frame.play.caption.beat != m_hurryBeat)) {
    m_hurryBeat = 0;
    accepted(m_controller.setSpeed(m_hurryBefore));
  }
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
      relay->relay(apply, false, words::text(result.error().message));
  };
  accepted(m_controller.send(command, reply));
}

void MainWindow::accepted(bool inboxTook) {
  if (!inboxTook) showBanner(tr("The simulation is busy and took no more commands. Try again in a moment."));
}

void MainWindow::answered(bool applied, bool ok, const QString& text) {
  if (!ok) return showBanner(tr("Refused, nothing changed: %1").arg(text));
  if (applied) m_workspace->editor()->applied();
  if (!text.isEmpty()) m_workspace->banner()->showNotice(text);
}

void MainWindow::setRestUrl(const QString& url) { m_workspace->statusLine()->setRestUrl(url); }

void MainWindow::showBanner(const QString& text) { m_workspace->banner()->showError(text); }

void MainWindow::startDemo() {
  auto demo = loadDemo();
  if (!demo.ok()) return showBanner(tr("Play Demo cannot start: %1").arg(words::text(demo.error())));
  if (!m_workspace->editor()->unsaved()) m_workspace->showRoom(Workspace::Room::Diff);
  accepted(m_controller.startPlay(std::move(demo).value()));
}

void MainWindow::playFile(const QString& path) {
  LoadFaults faults;
  std::vector<LoadedFile> files = loadFiles({path}, {}, faults);
  if (faults.any()) return showBanner(faults.lines.join(QLatin1Char('\n')));
  if (!files.empty() && files.front().scenario) accepted(m_controller.startPlay(std::move(*files.front().scenario)));
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
  m_hurryBeat = 0;
  if (next != now) accepted(m_controller.setSpeed(next));
}

void MainWindow::hurryToNextBeat() {
  const PlayState play = m_controller.play();
  if (!play.playing || play.finished || m_hurryBeat != 0) return;
  const ClockState clock = m_controller.clock();
  m_hurryBeat = play.caption.beat;
  m_hurryBefore = clock.speedMilli;
  accepted(m_controller.setSpeed(kHurrySpeed));
  if (clock.paused) accepted(m_controller.resume());
}

void MainWindow::askReset() {
  const auto snapshot = m_controller.snapshot();
  if (!snapshot->services.empty()) {
    const auto answer = QMessageBox::question(
        this, tr("Reset"),
        tr("Begin anew with an empty Grid? Services, events and the clock start over; the editor keeps its text."),
        QMessageBox::Reset | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer != QMessageBox::Reset) return;
  }
  accepted(m_controller.reset());
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (m_workspace->editor()->mayDiscard())
    event->accept();
  else
    event->ignore();
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  m_stale = true;
  m_paint.start();
}

void MainWindow::hideEvent(QHideEvent* event) {
  QMainWindow::hideEvent(event);
  m_tick.stop();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  for (const QUrl& url : event->mimeData()->urls()) {
    if (!url.isLocalFile()) continue;
    m_workspace->showRoom(Workspace::Room::Desired);
    m_workspace->editor()->openPath(url.toLocalFile());
    return;
  }
}

}  // namespace perfect
