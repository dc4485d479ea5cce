// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window on a running controller: what is pressed reaches the engine, what the engine says is shown.
#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/small_screen.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/main_window.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/workspace.h"

using namespace perfect;

namespace {

constexpr int kPatience = 10000;

Controller::Options still() {
  Controller::Options options;
  options.startPaused = true;
  return options;
}

QPushButton* button(QWidget& window, const QString& name) {
  for (QPushButton* candidate : window.findChildren<QPushButton*>()) {
    if (candidate->accessibleName() == name) return candidate;
  }
  return nullptr;
}

const ServiceState* service(const Controller& controller, const char* name) {
  const ServiceEntry* entry = controller.snapshot()->find(name);
  return entry == nullptr ? nullptr : entry->state.get();
}

}  // namespace

class TestMainWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

  void init() {
    m_controller = std::make_unique<Controller>(still());
    m_window = std::make_unique<MainWindow>(*m_controller, DesktopOptions{});
    m_window->workspace();  // its rooms too, not only its first picture
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }
  void cleanup() {
    m_window.reset();
    m_controller.reset();
  }

  void applyFromTheEditorReachesTheEngine() {
    applyApi();
    QCOMPARE(service(*m_controller, "api")->replicas, 3);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace()->editor()->unsaved(), kPatience);
    QVERIFY(m_window->workspace()->banner()->text().contains(QStringLiteral("Applied")));
  }

  void whatIsRefusedIsSaidInTheBanner() {
    applyApi();
    Q_EMIT m_window->workspace()->commandWanted(RolloutCommand{"api", RolloutAction::Promote});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->banner()->text().contains(QStringLiteral("Refused")), kPatience);
    Q_EMIT m_window->workspace()->commandWanted(ScaleCommand{"nobody", 3, std::nullopt});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->banner()->text().contains(QStringLiteral("nobody")), kPatience);
  }

  // The text of an apply that was refused is still unsaved, whatever else is applied later.
  void refusedTextStaysUnsaved() {
    applyApi();
    QVERIFY(m_controller->resume());
    QTRY_COMPARE_WITH_TIMEOUT(service(*m_controller, "api")->counts().ready, 3, kPatience);
    QVERIFY(m_controller->pause());
    QVERIFY(m_controller->send(DeleteCommand{"api"}));
    EditorPage* editor = m_window->workspace()->editor();
    editor->editor()->setText(
        QStringLiteral("apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 9 }\n"));
    editor->apply();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->banner()->text().contains(QStringLiteral("Refused")), kPatience);
    auto other = parseManifests("apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { replicas: 1 }\n");
    Q_EMIT m_window->workspace()->commandWanted(ApplyCommand{std::move(other).value()});
    Q_EMIT m_window->workspace()->commandWanted(ScaleCommand{"nobody", 3, std::nullopt});  // answered behind it
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->banner()->text().contains(QStringLiteral("nobody")), kPatience);
    QVERIFY(service(*m_controller, "web") != nullptr);
    QVERIFY(editor->unsaved());
  }

  void scaleAndKillButtonsChangeTheWorld() {
    applyApi();
    m_window->workspace()->showRoom(Workspace::Room::Chaos);
    QPushButton* more = button(*m_window, QStringLiteral("One replica more"));
    QVERIFY(more != nullptr && more->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(service(*m_controller, "api")->replicas, 4, kPatience);
    m_controller->setSpeed(kSpeedMax);
    m_controller->runFor(6000);
    QTRY_COMPARE_WITH_TIMEOUT(service(*m_controller, "api")->counts().ready, 4, kPatience);
    QTest::mouseClick(button(*m_window, QStringLiteral("Kill")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(service(*m_controller, "api")->counts().ready < 4, kPatience);
  }

  void theRoomsComeBehindTheFirstPicture() {
    MainWindow window(*m_controller, DesktopOptions{});
    QVERIFY2(window.findChild<Workspace*>() == nullptr, "nothing is built before the window is seen");
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<Workspace*>() != nullptr, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace()->grid()->isVisible(), kPatience);
    QVERIFY(window.centralWidget()->isAncestorOf(window.workspace()));
  }

  void aScreenThatIsTooSmallIsScrolledToWhatHasTheFocus() {
    auto* area = qobject_cast<SmallScreen*>(m_window->centralWidget());
    QVERIFY(area != nullptr);
    m_window->setMinimumSize(0, 0);
    m_window->resize(SmallScreen::kLeast);
    QTRY_VERIFY(!area->horizontalScrollBar()->isVisible() && !area->verticalScrollBar()->isVisible());
    m_window->resize(560, 380);
    QTRY_VERIFY(area->horizontalScrollBar()->isVisible() && area->verticalScrollBar()->isVisible());
    QCOMPARE(m_window->workspace()->size(), SmallScreen::kLeast);
    constexpr int kStops = 60;
    bool moved = false;
    for (int i = 0; i < kStops; ++i) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      QWidget* now = QApplication::focusWidget();
      QVERIFY(now != nullptr);
      if (!area->widget()->isAncestorOf(now)) continue;
      const QRect seen(area->viewport()->mapToGlobal(QPoint()), area->viewport()->size());
      const QRect there(now->mapToGlobal(QPoint()), now->size());
      QVERIFY2(seen.intersects(there), now->metaObject()->className());
      // Of a text it is the cursor that has to be seen.
      const bool text = now->testAttribute(Qt::WA_InputMethodEnabled);
      if (!text && there.width() <= seen.width() && there.height() <= seen.height()) {
        QVERIFY2(seen.contains(there), qPrintable(now->accessibleName()));
      }
      moved = moved || area->horizontalScrollBar()->value() > 0;
    }
    QVERIFY2(moved, "some of these controls were out of sight");
    // And by what moves the focus without Tab: a command, the tour.
    QWidget* events = m_window->workspace()->events();
    area->horizontalScrollBar()->setValue(0);
    area->verticalScrollBar()->setValue(0);
    m_window->workspace()->grid()->setFocus();
    QTRY_VERIFY(area->verticalScrollBar()->value() == 0);
    auto* list = events->findChild<QAbstractItemView*>();
    QVERIFY(list != nullptr);
    list->setFocus(Qt::ShortcutFocusReason);
    QTRY_VERIFY(area->verticalScrollBar()->value() > 0);
  }

  void pauseStepAndSpeedMoveTheClock() {
    QVERIFY(m_controller->clock().paused);
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->clock().paused, kPatience);
    Q_EMIT m_window->workspace()->topBar()->speedWanted(2000);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->clock().speedMilli, std::int64_t{2000}, kPatience);
    QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->clock().speedMilli, std::int64_t{1000}, kPatience);
    Q_EMIT m_window->workspace()->topBar()->stepWanted();
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->clock().paused, kPatience);
  }

  void playDemoShowsItsNarrationAndStopsCleanly() {
    applyApi();
    m_window->startDemo();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->narration()->isVisible(), kPatience);
    QVERIFY(!m_window->workspace()->narration()->caption().isEmpty());
    Q_EMIT m_window->workspace()->narration()->stopWanted();
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->play().playing, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workspace()->narration()->isVisible(), kPatience);
    QVERIFY2(service(*m_controller, "api") != nullptr, "what was there before is back");
  }

  void spacePausesAlsoBehindAClickOnPlayDemo() {
    auto* play = m_window->findChild<QPushButton*>(QStringLiteral("playDemo"));
    QTest::mouseClick(play, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().playing, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->clock().paused, kPatience);
    QWidget* focus = m_window->focusWidget();
    QTest::keyClick(focus == nullptr ? m_window.get() : focus, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->clock().paused, kPatience);
    QVERIFY2(m_controller->play().playing, "it is paused, not stopped");
  }

  void nextHurriesToAnotherCaptionAndReturnsToTheSpeed() {
    m_window->startDemo();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->narration()->isVisible(), kPatience);
    const int beat = m_controller->play().caption.beat;
    Q_EMIT m_window->workspace()->narration()->nextWanted();
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().caption.beat > beat, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->clock().speedMilli, std::int64_t{1000}, kPatience);
  }

  void aWindowThatGoesLeavesLateAnswersAlone() {
    for (int i = 0; i < 200; ++i) Q_EMIT m_window->workspace()->commandWanted(ScaleCommand{"nobody", i, std::nullopt});
    m_window.reset();
    QSignalSpy published(m_controller.get(), &Controller::published);
    m_controller->step();
    QTRY_VERIFY_WITH_TIMEOUT(!published.isEmpty(), kPatience);
  }

 private:
  void applyApi() {
    EditorPage* editor = m_window->workspace()->editor();
    editor->editor()->setText(
        QStringLiteral("apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  replicas: 3\n"));
    editor->apply();
    QTRY_VERIFY_WITH_TIMEOUT(service(*m_controller, "api") != nullptr, kPatience);
    // The window shows it one picture later.
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workspace()->focus().service, QStringLiteral("api"), kPatience);
  }

  std::unique_ptr<Controller> m_controller;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
