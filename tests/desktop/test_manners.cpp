// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's manners, with mouse and keyboard: commands and their keys, the palette, themes, presentation mode, run
// until, what is remembered, and text that is not lost.
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include "app/desktop/chrome/actions.h"
#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/run_until_dialog.h"
#include "app/desktop/chrome/status_line.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/recent_files.h"
#include "app/desktop/editor/text_keeper.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/help/help_desk.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/main_window.h"
#include "app/desktop/palette/command_palette.h"
#include "app/desktop/services/services_panel.h"
#include "app/desktop/theme/appearance.h"
#include "app/desktop/theme/system_motion.h"
#include "app/desktop/workspace.h"
#include "app/runtime/demo.h"

using namespace perfect;

namespace {

constexpr int kPatience = 10000;

QString text(const char* s) { return QString::fromUtf8(s); }

}  // namespace

class TestManners : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(text("perfect-system-test"));
    QCoreApplication::setApplicationName(text("perfect-system-test"));
    QVERIFY(m_home.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
  }
  void init() {
    QSettings().clear();
    QDir(TextKeeper::standardFolder()).removeRecursively();
    Controller::Options options;
    options.startPaused = true;
    m_controller = std::make_unique<Controller>(options);
    open();
  }
  void cleanup() {
    if (m_window) m_window->workspace()->editor()->setAsk([] { return EditorPage::Answer::Discard; });
    m_window.reset();
    m_controller.reset();
    theme::use(theme::ThemeId::Tron);
    theme::useScale(1);
  }

  void everyCommandIsNamedAndNoTwoShareAKey() {
    const Actions& actions = m_window->workspace()->actions();
    QVERIFY(actions.all().size() > 30);
    QHash<QString, QString> taken;
    for (const QAction* action : actions.all()) {
      QVERIFY(!action->text().isEmpty());
      QVERIFY2(!Actions::helpOf(*action).isEmpty(), qPrintable(action->text()));
      for (const QKeySequence& keys : action->shortcuts()) {
        QVERIFY2(!taken.contains(keys.toString()), qPrintable(keys.toString() + text(": ") + action->text()));
        taken.insert(keys.toString(), action->text());
      }
    }
  }

  void theListOfShortcutsNamesEveryKey() {
    m_window->workspace()->grid()->setFocus();
    QTest::keyClick(m_window->workspace()->grid(), Qt::Key_Question);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->help()->helpWindow() != nullptr, kPatience);
    QCOMPARE(m_window->help()->helpWindow()->page(), text("shortcuts"));
    const QString list = m_window->help()->helpWindow()->findChild<QTextBrowser*>()->toPlainText();
    for (const QAction* action : m_window->workspace()->actions().all()) {
      if (!action->shortcuts().isEmpty()) QVERIFY2(list.contains(action->text()), qPrintable(action->text()));
    }
  }

  void thePaletteChangesTheTheme() {
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    CommandPalette* palette = m_window->palette();
    QTRY_VERIFY(palette->isVisible() && palette->line()->hasFocus());
    QTest::keyClicks(palette->line(), text("light"));
    QTest::keyClick(palette->line(), Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(theme::current(), theme::ThemeId::Light);
    QVERIFY(m_window->workspace()->actions().find(text("theme.light"))->isChecked());
    reopen();
    QCOMPARE(theme::current(), theme::ThemeId::Light);
  }

  void thePaletteScalesAServiceAndGivesTheKeyboardBack() {
    applyApi();
    m_window->workspace()->grid()->setFocus();
    QTest::mouseClick(button(text("Command palette")), Qt::LeftButton);
    CommandPalette* palette = m_window->palette();
    QTRY_VERIFY(palette->line()->hasFocus());
    QTest::keyClicks(palette->line(), text("scale api to 5"));
    QTest::keyClick(palette->line(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->snapshot()->find("api")->state->replicas, 5, kPatience);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClick(palette->line(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QVERIFY(m_window->workspace()->grid()->hasFocus());
  }

  void presentationModeLeavesOnlyWhatIsToBeSeenAndRestores() {
    Workspace* workspace = m_window->workspace();
    const QSize grid = workspace->grid()->size();
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(m_window->isFullScreen());
    QCOMPARE(theme::scale(), Appearance::kPresented);
    QVERIFY(!workspace->services()->isVisible() && !workspace->editor()->isVisible());
    QVERIFY(!workspace->statusLine()->isVisible());
    QVERIFY(workspace->grid()->isVisible() && workspace->topBar()->isVisible());
    QVERIFY(button(text("Pause or resume"))->isVisible() && !button(text("Examples"))->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->isFullScreen());
    QCOMPARE(theme::scale(), 1.0);
    QVERIFY(workspace->services()->isVisible() && workspace->statusLine()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(workspace->grid()->size(), grid, kPatience);
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(!m_window->look().presented());
  }

  void runUntilRefusesWhatIsNoTimeAndRunsToOneThatIs() {
    QTest::keyClick(m_window.get(), Qt::Key_U);
    auto* dialog = m_window->findChild<RunUntilDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    auto* line = dialog->findChild<QLineEdit*>();
    line->setText(text("1m30x"));
    auto* note = dialog->findChild<QLabel*>(text("runUntilNote"));
    QVERIFY2(note->text().contains(text("At character 3")) && note->text().contains(text("90s")),
             qPrintable(note->text()));
    QPushButton* go = nullptr;
    for (QPushButton* candidate : dialog->findChildren<QPushButton*>()) {
      if (candidate->isDefault()) go = candidate;
    }
    QVERIFY(!go->isEnabled());
    m_controller->setSpeed(kSpeedMax);
    line->setText(text("12.345s"));
    QTest::mouseClick(go, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->clock().t, SimTime{12345}, kPatience);
    QVERIFY(m_controller->clock().paused);
  }

  void runToStableStopsWhereEverythingIs() {
    applyApi();
    m_controller->setSpeed(kSpeedMax);
    QTest::keyClick(m_window.get(), Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->snapshot()->find("api")->state->counts().ready == 3, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->clock().paused, kPatience);
  }

  void panelsFoldByButtonAndKeyAndThatIsRemembered() {
    Workspace* workspace = m_window->workspace();
    m_window->resize(1440, 900);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!workspace->services()->isVisible());
    QTest::mouseClick(button(text("Pages at the right")), Qt::LeftButton);
    QVERIFY(!workspace->editor()->isVisible());
    reopen();
    QVERIFY(!m_window->workspace()->services()->isVisible());
    QVERIFY(m_window->workspace()->folded(Workspace::Panel::Pages));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY2(m_window->workspace()->editor()->isVisible(), "a page that is asked for unfolds");
  }

  // A layout from a screen of another size waits for that size; folds do not.
  void whatIsFoldedStaysFoldedWhenTheWindowIsResized() {
    Workspace* workspace = m_window->workspace();
    m_window->resize(1440, 900);
    const QByteArray elsewhere = workspace->layoutState();
    m_window->resize(1300, 800);
    workspace->setLayoutState(elsewhere);
    workspace->setFolded(Workspace::Panel::Services, true);
    m_window->resize(1290, 790);
    QVERIFY(workspace->folded(Workspace::Panel::Services));
    QVERIFY(!workspace->services()->isVisible());
  }

  void sizesOfRoomsAndTypeAreRemembered() {
    m_window->look().setPercent(150);
    // No larger than the screen of these tests: newer versions of Qt keep a window on it.
    const QSize size(qMin(900, m_window->screen()->availableSize().width()), 700);
    QVERIFY(m_window->size() != size);
    m_window->resize(size);
    reopen();
    QCOMPARE(m_window->look().percent(), 150);
    QCOMPARE(theme::scale(), 1.5);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->size(), size, kPatience);
  }

  void recentFilesAreOffered() {
    const QString path = m_home.filePath(text("shop.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) &&
            file.write("apiVersion: v1\nkind: Service\nmetadata: { name: shop }\n") > 0);
    file.close();
    m_window->openFiles({path});
    QCOMPARE(recentFiles().value(0), path);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(m_window->palette()->line(), text("shop.yaml"));
    QCOMPARE(m_window->palette()->model()->index(0).data().toString(), path);
    QVERIFY(file.remove());
    QVERIFY2(recentFiles().isEmpty(), "a file that is gone is not offered");
  }

  void thePaletteOpensHelpAndPlaysLessons() {
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_window->palette()->line()->hasFocus());
    QTest::keyClicks(m_window->palette()->line(), text("progress deadline"));
    QTest::keyClick(m_window->palette()->line(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->help()->helpWindow() != nullptr, kPatience);
    QCOMPARE(m_window->help()->helpWindow()->page(), text("deadline"));
    m_window->help()->helpWindow()->close();
    const std::vector<Lesson> lessons = loadLessons();
    QVERIFY(!lessons.empty());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(m_window->palette()->line(), lessons.front().title);
    QCOMPARE(m_window->palette()->model()->index(0).data().toString(), lessons.front().title);
    QTest::keyClick(m_window->palette()->line(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().playing, kPatience);
    QVERIFY(m_controller->stopPlay());
  }

  void anErrorIsMendedInTheEditorAndApplied() {
    m_window->workspace()->showRoom(Workspace::Room::Desired);
    EditorPage* page = m_window->workspace()->editor();
    page->editor()->setText(
        text("apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  replicas: -1\n  imag: x\n"));
    QTRY_COMPARE_WITH_TIMEOUT(page->editor()->markedLines(), (QList<int>{6, 7}), kPatience);
    page->editor()->setCursorPosition(0, 0);
    QTest::keyClick(page->editor(), Qt::Key_F8);
    int line = 0;
    int column = 0;
    page->editor()->getCursorPosition(&line, &column);
    QCOMPARE(line, 5);
    QTest::keyClick(page->editor(), Qt::Key_F8);
    page->editor()->getCursorPosition(&line, &column);
    QCOMPARE(line, 6);
    QTest::keyClick(page->editor(), Qt::Key_F8);
    page->editor()->getCursorPosition(&line, &column);
    QCOMPARE(line, 5);
    page->editor()->setText(text("apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  replicas: 1\n"));
    QTest::keyClick(page->editor(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->snapshot()->find("api") != nullptr, kPatience);
  }

  void textOutlivesTheProgram() {
    const auto typed = text("apiVersion: v1\n# half a thought\n");
    EditorPage* page = m_window->workspace()->editor();
    page->editor()->setText(typed);
    const QDir folder(TextKeeper::standardFolder());
    QTRY_VERIFY_WITH_TIMEOUT(!folder.entryList({text("*.json")}, QDir::Files).isEmpty(), kPatience);
    m_window.reset();  // without being asked: as a signal or a power cut would end it
    open();
    QCOMPARE(m_window->workspace()->editor()->text(), typed);
    QVERIFY(m_window->workspace()->editor()->unsaved());
    QVERIFY(m_window->workspace()->banner()->text().contains(text("unsaved text")));
    m_window->workspace()->editor()->setAsk([] { return EditorPage::Answer::Discard; });
    reopen();
    QVERIFY2(m_window->workspace()->editor()->text().isEmpty(), "text that was let go stays away");
  }

  void aTextOfAProgramAtWorkIsNotTaken() {
    QTemporaryDir folder;
    std::optional<KeptText> mine = KeptText{text("a.yaml"), {}, text("mine")};
    TextKeeper first(
        folder.path(), [&] { return mine; }, nullptr);
    first.keep();
    {
      TextKeeper second(
          folder.path(), [] { return std::optional<KeptText>(); }, nullptr);
      QVERIFY(!second.takeOver());
    }
    mine.reset();
    first.keep();
    QVERIFY(QDir(folder.path()).entryList({text("*.json")}, QDir::Files).isEmpty());
  }

  void motionFollowsTheSystem() {
    QVERIFY(animatesBy({}, {}));
    QVERIFY(!animatesBy(text("[Settings]\ngtk-enable-animations=0\n"), {}));
    QVERIFY(!animatesBy(text("[Settings]\ngtk-enable-animations = false\n"), {}));
    QVERIFY(animatesBy(text("gtk-enable-animations=1\n"), text("[KDE]\nAnimationDurationFactor=1\n")));
    QVERIFY(!animatesBy({}, text("[KDE]\nAnimationDurationFactor=0\n")));
    qputenv("PERFECT_REDUCED_MOTION", "1");
    QVERIFY(m_window->look().still());
    m_window->look().setMotion(Appearance::Motion::Full);
    QVERIFY2(!m_window->look().still(), "what a person chose wins");
    qunsetenv("PERFECT_REDUCED_MOTION");
  }

 private:
  void open() {
    DesktopOptions options;
    options.keepText = true;
    m_window = std::make_unique<MainWindow>(*m_controller, options);
    m_window->workspace();  // its rooms too, not only its first picture
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }
  void reopen() {
    m_window->close();
    m_window.reset();
    theme::use(theme::ThemeId::Tron);
    theme::useScale(1);
    open();
  }
  QAbstractButton* button(const QString& name) const {
    for (QAbstractButton* candidate : m_window->findChildren<QAbstractButton*>()) {
      if (candidate->accessibleName() == name) return candidate;
    }
    return nullptr;
  }
  void applyApi() {
    EditorPage* editor = m_window->workspace()->editor();
    editor->editor()->setText(text("apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  replicas: 3\n"));
    editor->apply();
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->snapshot()->find("api") != nullptr, kPatience);
  }

  QTemporaryDir m_home;
  std::unique_ptr<Controller> m_controller;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestManners)
#include "test_manners.moc"
