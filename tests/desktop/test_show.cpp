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
#include <optional>

#include "app/desktop/chrome/status_line.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/main_window.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/narration/question_card.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
#include "app/runtime/demo.h"
#include "app/runtime/load_files.h"
#include "app/runtime/resources.h"
#include "tests/support/in_german.h"
#include "tests/support/stage.h"

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

  // Small windows, large type, long languages: question, choices, verdict and button stand side by side, each one whole.
  void everyQuestionHasRoom_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("german");
    for (const bool german : {false, true}) {
      QTest::addRow("1024x768%s", german ? " German" : "") << QSize(1024, 768) << 1.0 << german;
      QTest::addRow("1440x900 at 160 %%%s", german ? " German" : "") << QSize(1440, 900) << 1.6 << german;
      QTest::addRow("1920x1080 at 200 %%%s", german ? " German" : "") << QSize(1920, 1080) << 2.0 << german;
    }
  }
  void everyQuestionHasRoom() {
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(bool, german);
    std::optional<InGerman> language;
    if (german) language.emplace();
    const double before = theme::scale();
    theme::useScale(scale);
    {
      Workspace window;
      theme::apply(window);
      window.resize(size);
      window.show();
      Stage stage;
      Frame frame = stage.frame();
      frame.play.playing = true;
      frame.play.questions = 9;
      for (const Lesson& lesson : loadLessons()) {
        LoadFaults faults;
        const std::vector<LoadedFile> files = loadFiles({lesson.path}, {}, faults);
        QVERIFY(files.size() == 1 && files.front().scenario);
        for (const ScenarioStep& step : files.front().scenario->steps) {
          const auto* ask = std::get_if<AskStep>(&step.what);
          if (ask == nullptr) continue;
          frame.play.question = *ask;
          window.setFrame(frame);
          QCoreApplication::processEvents();
          standsWhole(*window.narration()->question());
          window.narration()->question()->choose(ask->choices.front() == ask->answer ? 1 : 0);
          QTest::qWait(1);
          standsWhole(*window.narration()->question());
          ++frame.play.answered;
        }
      }
      QVERIFY(frame.play.answered > 5);
    }
    theme::useScale(before);
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
  static void standsWhole(const QuestionCard& card) {
    QList<const QWidget*> shown;
    for (const QWidget* part : card.findChildren<const QWidget*>(Qt::FindDirectChildrenOnly))
      if (part->isVisible()) shown << part;
    for (const QWidget* part : shown) {
      const QByteArray what = part->accessibleName().toUtf8() + ' ' + part->metaObject()->className() + ": ";
      const auto* label = qobject_cast<const QLabel*>(part);
      // The edge of a button may give way by a pixel or two, but no word.
      const int needs = label != nullptr ? label->heightForWidth(label->width()) : part->sizeHint().height() - 2;
      QVERIFY2(part->height() >= needs, what + QByteArray::number(part->height()) + " of " + QByteArray::number(needs));
      for (const QWidget* other : shown)
        QVERIFY2(other == part || !other->geometry().intersects(part->geometry()), what + "hides another");
    }
  }
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
