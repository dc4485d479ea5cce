// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scenario as a show, in the real window: its questions answered by mouse and by keyboard, back and on between its
// captions, in the language of the window, and what was there before comes back.
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "app/desktop/chrome/status_line.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/main_window.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/narration/question_card.h"
#include "app/desktop/workspace.h"
#include "app/runtime/demo.h"
#include "app/runtime/resources.h"
#include "tests/support/in_german.h"

using namespace perfect;

namespace {

constexpr int kPatience = 20000;

QToolButton* named(QWidget& band, const char* name) {
  for (QToolButton* button : band.findChildren<QToolButton*>()) {
    if (button->accessibleName() == QLatin1String(name)) return button;
  }
  return nullptr;
}

}  // namespace

class TestShow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    initResources();
    QCoreApplication::setOrganizationName(QStringLiteral("perfect-system-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("show"));
  }
  void init() {
    QSettings().clear();
    Controller::Options options;
    options.speedMilli = 20000;
    options.questionsWait = true;
    m_controller = std::make_unique<Controller>(options);
    m_window = std::make_unique<MainWindow>(*m_controller, DesktopOptions{});
    m_window->workspace();  // its rooms too, not only its first picture
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }
  void cleanup() {
    m_window.reset();
    m_controller.reset();
  }

  void everyLessonIsInTheMenuAndPlaysToItsEnd_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("byMouse");
    const std::vector<Lesson> lessons = loadLessons();
    QVERIFY(lessons.size() >= 3);
    bool mouse = true;
    for (const Lesson& lesson : lessons) {
      QTest::newRow(qPrintable(lesson.title)) << lesson.title << mouse;
      mouse = !mouse;
    }
  }
  void everyLessonIsInTheMenuAndPlaysToItsEnd() {
    QFETCH(QString, title);
    QFETCH(bool, byMouse);
    QMenu* menu = m_window->workspace()->topBar()->examplesMenu();
    Q_EMIT menu->aboutToShow();
    QAction* entry = nullptr;
    for (QAction* action : menu->actions()) {
      if (action->text() == title) entry = action;
    }
    QVERIFY(entry != nullptr);
    entry->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().playing, kPatience);
    int asked = 0;
    while (!m_controller->play().finished) {
      QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().question || m_controller->play().finished, kPatience);
      if (m_controller->play().finished) break;
      const AskStep ask = *m_controller->play().question;
      ++asked;
      QTRY_COMPARE_WITH_TIMEOUT(card().number(), asked, kPatience);
      QVERIFY(card().isVisible());
      QVERIFY(statusLineSays(QStringLiteral("Waiting for an answer")));
      // Every second answer is a wrong one.
      std::size_t place = 0;
      while ((ask.choices[place] == ask.answer) != (asked % 2 == 1)) ++place;
      if (byMouse)
        QTest::mouseClick(card().button(static_cast<int>(place)), Qt::LeftButton);
      else
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(place)));
      QVERIFY(card().answered());
      QVERIFY(card().verdict().startsWith(asked % 2 == 1 ? QLatin1String("Right") : QLatin1String("Not quite")));
      QVERIFY(card().verdict().contains(QString::fromStdString(ask.because)));
      const SimTime still = m_controller->clock().t;
      QCOMPARE(m_controller->play().answered, asked - 1);
      QCOMPARE(m_controller->clock().t, still);
      if (byMouse)
        QTest::mouseClick(card().goOn(), Qt::LeftButton);
      else
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
      QTRY_COMPARE_WITH_TIMEOUT(m_controller->play().answered, asked, kPatience);
    }
    QVERIFY2(m_controller->play().failure.isEmpty(), qPrintable(m_controller->play().failure));
    QVERIFY(asked >= 2);
    QTRY_VERIFY_WITH_TIMEOUT(!statusLineSays(QStringLiteral("Waiting for an answer")), kPatience);
    QCOMPARE(m_controller->play().right, (asked + 1) / 2);
    const QString score = QStringLiteral("%1 of %2 answer").arg((asked + 1) / 2).arg(asked);
    QTRY_VERIFY_WITH_TIMEOUT(band().note().contains(score), kPatience);
    Q_EMIT band().stopWanted();
    QTRY_VERIFY_WITH_TIMEOUT(!band().isVisible(), kPatience);
  }

  void backAndOnBetweenCaptions() {
    m_controller->setSpeed(1000);
    m_window->workspace()->showRoom(Workspace::Room::Rollout);
    m_window->startDemo();
    QTRY_VERIFY_WITH_TIMEOUT(band().isVisible(), kPatience);
    QVERIFY(m_window->workspace()->room() == Workspace::Room::Diff);
    QTest::keyClick(m_window.get(), Qt::Key_BracketRight);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->play().caption.beat, 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->clock().speedMilli, std::int64_t{1000}, kPatience);
    const SimTime since = m_controller->play().caption.since;
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->clock().t > since + 1100, kPatience);
    QTest::mouseClick(named(band(), "Back to the caption's start"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->clock().t < since + 1000, kPatience);
    QCOMPARE(m_controller->play().caption.beat, 2);
    QTest::keyClick(m_window.get(), Qt::Key_BracketLeft);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->play().caption.beat, 1, kPatience);
    QVERIFY(!m_controller->clock().paused);
    QTest::mouseClick(named(band(), "Stop the show"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->play().playing, kPatience);
    QVERIFY2(m_controller->snapshot()->services.empty(), "what was there before");
    QTRY_VERIFY2_WITH_TIMEOUT(m_window->workspace()->room() == Workspace::Room::Rollout, "the page before", kPatience);
  }

  void aGermanWindowTellsShowsInGerman() {
    cleanup();
    const InGerman german;
    init();
    m_controller->setSpeed(1000);
    m_window->startDemo();
    QTRY_VERIFY_WITH_TIMEOUT(band().isVisible(), kPatience);
    QTRY_VERIFY2_WITH_TIMEOUT(band().caption().startsWith(QStringLiteral("Du erklärst, was du willst: 4 Pods")),
                              qPrintable(band().caption()), kPatience);
    QVERIFY2(band().note().contains(QLatin1String("zu sehen: das obere Feld")), qPrintable(band().note()));
    QVERIFY2(m_controller->play().caption.text.starts_with("You declare what you want"), "what programs are told");
    Q_EMIT band().stopWanted();
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->play().playing, kPatience);
    m_controller->setSpeed(20000);

    QMenu* menu = m_window->workspace()->topBar()->examplesMenu();
    Q_EMIT menu->aboutToShow();
    const QList<QAction*> entries = menu->actions();
    const auto lesson = std::find_if(entries.begin(), entries.end(), [](const QAction* entry) {
      return entry->text() == QStringLiteral("Lektion: eine neue Version, mit Vorsicht");
    });
    QVERIFY(lesson != entries.end());
    (*lesson)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(card().number(), 1, kPatience);
    QVERIFY(card().button(0)->text().endsWith(QStringLiteral("   1")));
    QTest::keyClick(m_window.get(), Qt::Key_1);
    QVERIFY2(card().verdict().startsWith(QStringLiteral("Richtig. Die Prozente gelten den Pods: 25 % von 4 ist 1.")),
             qPrintable(card().verdict()));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(card().number(), 2, kPatience);
    QVERIFY(card().button(2)->text().endsWith(QStringLiteral("   alle")));
    QTest::keyClick(m_window.get(), Qt::Key_3);
    QVERIFY2(card().verdict().startsWith(QStringLiteral("Nicht ganz: es ist „ein Viertel“.")),
             qPrintable(card().verdict()));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->play().answered, 2, kPatience);
    QCOMPARE(m_controller->play().right, 1);
  }

  // A scenario of somebody's own stays in its own language, even where a short word of it is also one of ours.
  void othersScenariosSayWhatTheySay() {
    const InGerman german;
    QuestionCard own;
    own.present(AskStep{"How many of mine?", {"none", "all"}, "all", "So it is."}, 1, 1);
    QVERIFY2(own.button(0)->text().endsWith(QStringLiteral("   none")), qPrintable(own.button(0)->text()));
    own.choose(0);
    QCOMPARE(own.verdict(), QStringLiteral("Nicht ganz: es ist „all“. So it is."));
  }

  void onPassesAQuestionOver() {
    m_window->workspace()->topBar()->lessonWanted(QStringLiteral(":/examples/lessons/rollout.yaml"));
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().question.has_value(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(card().isVisible(), kPatience);
    QTest::mouseClick(named(band(), "Next caption"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->play().answered, 1, kPatience);
    QCOMPARE(m_controller->play().right, 0);
  }

 private:
  bool statusLineSays(const QString& text) {
    const auto labels = m_window->workspace()->statusLine()->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
  }
  NarrationBand& band() { return *m_window->workspace()->narration(); }
  QuestionCard& card() { return *band().question(); }

  std::unique_ptr<Controller> m_controller;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestShow)
#include "test_show.moc"
