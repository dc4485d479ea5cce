// SPDX-License-Identifier: GPL-3.0-or-later
//
// The commands of the window that are not the workspace's own, and the palette that offers all of them.
#include <QSettings>

#include "app/desktop/chrome/actions.h"
#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/run_until_dialog.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/recent_files.h"
#include "app/desktop/editor/text_keeper.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/help/help_desk.h"
#include "app/desktop/help/help_pages.h"
#include "app/desktop/help/shortcut_page.h"
#include "app/desktop/main_window.h"
#include "app/desktop/palette/command_palette.h"
#include "app/desktop/theme/appearance.h"
#include "app/desktop/tour/tour.h"
#include "app/desktop/words.h"
#include "app/desktop/workspace.h"
#include "app/runtime/demo.h"

namespace perfect {
namespace {

using Group = Actions::Group;

constexpr int kBeatMs = 100;

Actions::What named(const char* id, Group group, const QString& name, const QString& help,
                    const QList<QKeySequence>& keys = {}, bool inMenu = true) {
  return {QLatin1String(id), group, name, help, keys, inMenu};
}

}  // namespace

void MainWindow::addActions() {
  Actions& actions = m_workspace->actions();
  actions.add(named("playDemo.start", Group::Start, tr("Play Demo"),
                    tr("A guided minute: rollouts, chaos, healing, autoscaling"), {QKeySequence(Qt::CTRL | Qt::Key_D)}),
              this, [this] { startDemo(); });
  actions.add(named("stopPlay", Group::Start, tr("Stop what is played"), tr("Bring back what was there before")), this,
              [this] { accepted(m_controller.stopPlay()); });
  actions.add(named("reset", Group::Start, tr("Reset"), tr("Begin anew with an empty Grid"),
                    {QKeySequence(Qt::CTRL | Qt::Key_R)}),
              this, [this] { askReset(); });
  addTimeActions();
  addTextActions();
  addLookActions();
  actions.add(named("palette", Group::Help, tr("Command palette…"),
                    tr("Every command, service, pod, example and theme"), {QKeySequence(Qt::CTRL | Qt::Key_K)}),
              this, [this] { openPalette(); });
  actions.add(named("tour.start", Group::Help, tr("Guided Tour"), tr("Twelve short steps on the real window")), this,
              [this] { m_tour->start(); });
  actions.add(named("helpHere", Group::Help, tr("Help"), tr("About what has the keyboard"), {QKeySequence(Qt::Key_F1)}),
              this, [this] { m_help->openHere(); });
  actions.add(named("idea", Group::Help, tr("The idea in 30 seconds"), tr("The mental model")), this,
              [this] { m_help->open(QStringLiteral("idea")); });
  actions.add(named("whatsThis", Group::Help, tr("What's this?"), tr("Then click on something"),
                    {QKeySequence(Qt::SHIFT | Qt::Key_F1)}),
              this, [this] { m_help->askWhatThisIs(); });
  actions.add(
      named("shortcuts", Group::Help, tr("Keyboard shortcuts"), tr("This list"), {QKeySequence(Qt::Key_Question)}),
      this, [this] { m_help->open(QStringLiteral("shortcuts")); });
  actions.add(named("preferences", Group::Help, tr("Preferences…"), tr("Look, language, simulation, REST, mail"),
                    {QKeySequence(Qt::CTRL | Qt::Key_Comma)}),
              this, [this] { showPreferences(); });
  actions.add(
      named("quit", Group::Start, tr("Quit"), tr("Close the window and end"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}),
      this, [this] { close(); });
  help::setShortcuts(shortcutPage(actions));
  m_palette = new CommandPalette(*this);
  m_palette->model()->onSpoken = [this](const SpokenCommand& spoken) { doSpoken(spoken); };
  m_palette->model()->onFocus = [this](const Focus& focus) {
    m_workspace->setFocusOn(focus);
    if (focus.pod != kNoPod) m_workspace->showRoom(Workspace::Room::Why);
  };
}

void MainWindow::addTimeActions() {
  Actions& actions = m_workspace->actions();
  actions.add(named("pauseOrResume", Group::Time, tr("Pause or resume"), tr("Stop the clock, or let it go on"),
                    {QKeySequence(Qt::Key_Space)}),
              this, [this] { spacePressed(); });
  actions.add(named("beatBack", Group::Time, tr("Back to the caption's start"),
                    tr("In a show; at its start: the one before"), {QKeySequence(Qt::Key_BracketLeft)}, false),
              this, [this] { backToBeat(); });
  actions.add(named("beatNext", Group::Time, tr("On to the next caption"), tr("In a show"),
                    {QKeySequence(Qt::Key_BracketRight)}, false),
              this, [this] { hurryToNextBeat(); });
  actions.add(named("stepOn", Group::Time, tr("Step"), tr("To just behind the controller's next tick, then pause"),
                    {QKeySequence(Qt::Key_Period)}),
              this, [this] { accepted(m_controller.step()); });
  actions.add(named("runUntil.ask", Group::Time, tr("Run until…"),
                    tr("To a time, to the next event, or until all is stable"), {QKeySequence(Qt::Key_U)}),
              this, [this] { askRunUntil(); });
  actions.add(named("runToEvent", Group::Time, tr("Run to the next event"), tr("Then pause"),
                    {QKeySequence(Qt::CTRL | Qt::Key_Period)}),
              this, [this] { accepted(m_controller.runUntil(RunGoal::NextEvent)); });
  actions.add(named("runToStable", Group::Time, tr("Run until all is stable"), tr("Then pause"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Period)}),
              this, [this] { accepted(m_controller.runUntil(RunGoal::Stable)); });
  actions.add(named("faster", Group::Time, tr("Faster"), tr("The next higher speed"),
                    {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}),
              this, [this] { changeSpeed(1); });
  actions.add(
      named("slower", Group::Time, tr("Slower"), tr("The next lower speed"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}),
      this, [this] { changeSpeed(-1); });
  for (const std::int64_t speed : TopBar::speeds()) {
    actions.add({QStringLiteral("speed.%1").arg(speed), Group::Time, tr("Speed %1").arg(words::speed(speed)),
                 speed == kSpeedMax ? tr("As fast as it goes") : tr("Simulated seconds per second"),
                 speed == 1000        ? QList{QKeySequence(Qt::CTRL | Qt::Key_0)}
                 : speed == kSpeedMax ? QList{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}
                                      : QList<QKeySequence>{},
                 speed == 1000 || speed == kSpeedMax},
                this, [this, speed] { accepted(m_controller.setSpeed(speed)); });
  }
}

void MainWindow::addTextActions() {
  Actions& actions = m_workspace->actions();
  actions.add(named("openFile", Group::Text, tr("Open a file…"), tr("A manifest to edit, or a scenario to play"),
                    {QKeySequence(Qt::CTRL | Qt::Key_O)}),
              this, [this] {
                m_workspace->showRoom(Workspace::Room::Desired);
                m_workspace->editor()->openFile();
              });
  actions.add(
      named("saveFile", Group::Text, tr("Save the text…"), tr("To a file"), {QKeySequence(Qt::CTRL | Qt::Key_S)}), this,
      [this] { m_workspace->editor()->saveFile(); });
}

void MainWindow::addLookActions() {
  Actions& actions = m_workspace->actions();
  actions.addSwitch(named("explainMode", Group::Look, tr("Explain Mode"), tr("Every event says why it happened"),
                          {QKeySequence(Qt::CTRL | Qt::Key_E)}),
                    false, this, [this](bool on) { m_workspace->setExplain(on); });
  actions.addSwitch(
      named("presentation", Group::Look, tr("Presentation mode"),
            tr("Full screen: only the Grid, narration, clock and charts, in larger type"), {QKeySequence(Qt::Key_F11)}),
      false, this, [this](bool on) { setPresented(on); });
  for (const theme::ThemeId id : theme::kThemes) {
    QAction* action = actions.addSwitch({QStringLiteral("theme.") + theme::themeKey(id),
                                         Group::Look,
                                         tr("Theme: %1").arg(theme::themeName(id)),
                                         tr("Colours of the whole window"),
                                         {}},
                                        m_look->theme() == id, this, [this, id](bool on) {
                                          if (on) m_look->setTheme(id);
                                        });
    // Chosen again it stays chosen.
    connect(action, &QAction::triggered, this, [this, action, id] { action->setChecked(m_look->theme() == id); });
  }
  for (const int percent : {100, 125, 150, 175, 200, 250, 300}) {
    actions.add({QStringLiteral("type.%1").arg(percent),
                 Group::Look,
                 tr("Type at %1 %").arg(percent),
                 tr("How large everything is written"),
                 {},
                 false},
                this, [this, percent] { m_look->setPercent(percent); });
  }
  actions.add(
      named("larger", Group::Look, tr("Larger type"), tr("A quarter larger"),
            {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Equal)}),
      this, [this] { m_look->setPercent(m_look->percent() + 25); });
  actions.add(named("smaller", Group::Look, tr("Smaller type"), tr("A quarter smaller"),
                    {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Minus)}),
              this, [this] { m_look->setPercent(m_look->percent() - 25); });
  actions.addSwitch(named("reduceMotion", Group::Look, tr("Reduce motion"), tr("States change at once, nothing moves")),
                    m_look->still(), this, [this](bool on) {
                      if (on != m_look->still())
                        m_look->setMotion(on ? Appearance::Motion::Reduced : Appearance::Motion::Full);
                    });
  actions.add(
      named("leaveOrMenu", Group::Go, tr("Menu"), tr("Every command, in a menu"), {QKeySequence(Qt::Key_F10)}, false),
      this, [this] { m_workspace->topBar()->openMenu(); });
}

void MainWindow::lookChanged() {
  Actions& actions = m_workspace->actions();
  for (const theme::ThemeId id : theme::kThemes) {
    if (QAction* action = actions.find(QStringLiteral("theme.") + theme::themeKey(id)))
      action->setChecked(id == m_look->theme());
  }
  if (QAction* action = actions.find(QStringLiteral("reduceMotion"))) action->setChecked(m_look->still());
  if (QAction* action = actions.find(QStringLiteral("presentation"))) action->setChecked(m_look->presented());
  m_workspace->setReducedMotion(m_look->still());
}

void MainWindow::setPresented(bool on) {
  furnish();
  if (m_look->presented() == on) return;
  if (on) {
    m_layoutBefore = m_workspace->layoutState();
    m_fullScreenBefore = isFullScreen();
  }
  m_look->setPresented(on);
  if (on) m_workspace->grid()->setFocus(Qt::OtherFocusReason);
  m_workspace->setPresented(on);
  setWindowState(on || m_fullScreenBefore ? windowState() | Qt::WindowFullScreen
                                          : windowState() & ~Qt::WindowFullScreen);
  if (!on) m_workspace->setLayoutState(m_layoutBefore);
  if (on) m_workspace->banner()->showNotice(tr("Presentation mode: Esc or F11 leaves it."));
}

void MainWindow::askRunUntil() {
  auto* dialog = new RunUntilDialog(m_controller.clock().t, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  // "+10s" counts from the moment somebody decides, and the clock may go on meanwhile.
  auto* beat = new QTimer(dialog);
  connect(beat, &QTimer::timeout, dialog, [this, dialog] { dialog->setNow(m_controller.clock().t); });
  beat->start(kBeatMs);
  connect(dialog, &RunUntilDialog::wanted, this,
          [this](RunGoal goal, SimTime t) { accepted(m_controller.runUntil(goal, t)); });
  dialog->open();
}

std::vector<PaletteEntry> MainWindow::paletteEntries() {
  std::vector<PaletteEntry> entries;
  for (QAction* action : m_workspace->actions().all()) {
    if (!action->isEnabled() || !action->isVisible() || action->objectName() == QLatin1String("palette")) continue;
    entries.push_back({Actions::groupName(Actions::groupOf(*action)), action->text(), Actions::helpOf(*action),
                       Actions::keysOf(*action), [action] { action->trigger(); }});
  }
  const auto snapshot = m_controller.snapshot();
  for (const ServiceEntry& service : snapshot->services) {
    const QString name = words::text(service.state->spec->name);
    entries.push_back({tr("Service"), name, words::phrase(*service.state), {}, [this, name] {
                         m_workspace->setFocusOn({name, kNoPod});
                       }});
  }
  for (const Example& example : loadExamples()) {
    entries.push_back({tr("Example"), example.name, tr("Open it in the editor"), {}, [this, name = example.name] {
                         m_workspace->showRoom(Workspace::Room::Desired);
                         m_workspace->editor()->loadExample(name);
                       }});
  }
  for (const Lesson& lesson : m_lessons) {
    entries.push_back(
        {tr("Lesson"), words::told(lesson.title.toStdString()), tr("Play it"), {}, [this, path = lesson.path] {
           playFile(path);
         }});
  }
  for (const HelpChapter& chapter : help::chapters()) {
    for (const QString& page : chapter.pages) {
      entries.push_back({tr("Help"), help::title(page), chapter.title, {}, [this, page] { m_help->open(page); }});
    }
  }
  for (const QString& path : recentFiles()) {
    entries.push_back({tr("Recent file"), path, tr("Open it"), {}, [this, path] {
                         m_workspace->showRoom(Workspace::Room::Desired);
                         m_workspace->editor()->openPath(path);
                       }});
  }
  return entries;
}

void MainWindow::openPalette() {
  listLessons();
  m_palette->open(paletteEntries(), Frame{m_controller.snapshot(), m_controller.clock(), m_controller.play()});
}

void MainWindow::doSpoken(const SpokenCommand& spoken) {
  if (const auto* command = std::get_if<Command>(&spoken.wish)) {
    send(*command);
  } else if (const auto* speed = std::get_if<SpeedWish>(&spoken.wish)) {
    accepted(m_controller.setSpeed(speed->speedMilli));
  } else if (const auto* seed = std::get_if<SeedWish>(&spoken.wish)) {
    if (mayReset()) accepted(m_controller.resetWith(seed->seed));
  } else if (const auto* until = std::get_if<UntilWish>(&spoken.wish)) {
    accepted(m_controller.runUntil(until->goal, until->t));
  }
}

void MainWindow::restoreText() {
  if (!m_options.keepText) return;
  EditorPage* editor = m_workspace->editor();
  m_keeper = new TextKeeper(
      TextKeeper::standardFolder(), [editor] { return editor->unsavedText(); }, this);
  connect(editor, &EditorPage::textEdited, m_keeper, &TextKeeper::touch);
  const auto kept = m_keeper->takeOver();
  if (!kept) return;
  editor->restore(*kept);
  m_workspace->showRoom(Workspace::Room::Desired);
  const QString before = m_workspace->banner()->text();
  showBanner((before.isEmpty() ? before : before + QLatin1Char('\n')) +
             tr("The program ended with unsaved text in the editor: here it is again (%1).")
                 .arg(kept->title.isEmpty() ? tr("manifest") : kept->title));
}

}  // namespace perfect
