// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Guided Tour on the real window with a running controller: from the first start to the end with the keyboard
// alone and with the mouse alone, left and taken up again, and what it lights at every size.
#include <QAbstractButton>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/help/help_desk.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/main_window.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/tour/spotlight.h"
#include "app/desktop/tour/tour.h"
#include "app/desktop/workspace.h"

using namespace perfect;

namespace {

constexpr int kPatience = 15000;

const ServiceState* service(const Controller& controller, const char* name) {
  const ServiceEntry* entry = controller.snapshot()->find(name);
  return entry == nullptr ? nullptr : entry->state.get();
}

}  // namespace

/// A step of a test that looks for itself: what comes after a failed one would only confuse.
#define STEP(call)                          \
  do {                                      \
    call;                                   \
    if (QTest::currentTestFailed()) return; \
  } while (false)

class TestTour : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("perfect-system-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("tour"));
  }

  void init() {
    QSettings().clear();
    Controller::Options options;
    options.speedMilli = 10000;
    m_controller = std::make_unique<Controller>(options);
    open();
  }
  void cleanup() {
    m_window.reset();
    m_controller.reset();
  }

  void theFirstStartOffersItAndLaterOnesDoNot() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    QCOMPARE(tour().step(), 1);
    QVERIFY(tour().card()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!tour().running());
    open();
    QTest::qWait(50);
    QVERIFY2(!tour().running(), "somebody who said no is not asked again");
  }

  void nobodyIsAskedWhereAFileWasNamed() {
    m_window = std::make_unique<MainWindow>(*m_controller, DesktopOptions{});
    m_window->workspace();  // its rooms too, not only its first picture
    m_window->show();
    QTest::qWait(50);
    QVERIFY(!tour().running());
  }

  void byKeyboardFromTheFirstStartToTheEnd() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    QVERIFY2(tour().card()->keys().startsWith(QLatin1String("Enter")), qPrintable(tour().card()->keys()));
    press(Qt::Key_Return);
    QCOMPARE(tour().present().id, QLatin1String("desired"));
    STEP(doneBy(Qt::Key_Space));
    QVERIFY(service(*m_controller, kTourService) != nullptr);
    QVERIFY(m_controller->clock().paused);
    STEP(goOn("tick"));
    STEP(doneBy(Qt::Key_Space));
    QCOMPARE(service(*m_controller, kTourService)->counts().total(), 4);
    STEP(goOn("ready"));
    STEP(doneBy(Qt::Key_Space));
    QCOMPARE(service(*m_controller, kTourService)->counts().ready, 4);
    STEP(goOn("grid"));
    QVERIFY(m_window->focusWidget() == m_window->workspace()->grid());
    STEP(doneBy(Qt::Key_Home));
    STEP(goOn("kill"));
    STEP(doneBy(Qt::Key_Space));
    STEP(goOn("heal"));
    STEP(done());
    QCOMPARE(service(*m_controller, kTourService)->counts().ready, 4);
    STEP(goOn("why"));
    press(Qt::Key_End);
    STEP(doneBy(Qt::Key_Return));
    STEP(goOn("canary"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->focusWidget()->objectName() == QLatin1String("verb0"), kPatience);
    STEP(doneBy(Qt::Key_Space));
    STEP(goOn("time"));
    STEP(doneBy(Qt::Key_Space));
    STEP(goOn("help"));
    STEP(doneBy(Qt::Key_F1));
    m_window->help()->helpWindow()->close();
    STEP(goOn("demo"));
    QVERIFY(!m_controller->clock().paused);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().playing, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!tour().running(), kPatience);
    QCOMPARE(Tour::leftAt(), 0);
  }

  void byMouseFromTheFirstStartToTheEnd() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    STEP(clickNext("desired"));
    STEP(doneByClickOn("apply"));
    STEP(clickNext("tick"));
    STEP(doneByClickOn("step"));
    STEP(clickNext("ready"));
    STEP(doneByClickOn("pause"));
    STEP(clickNext("grid"));
    GridView* grid = m_window->workspace()->grid();
    QTRY_COMPARE_WITH_TIMEOUT(grid->gridLayout().sectors.size(), std::size_t{1}, kPatience);
    STEP(clickAt(grid->viewport(), grid->gridLayout().tileRect(0, 1).center()));
    STEP(done());
    // The Grid has a use for Enter.
    grid->setFocus();
    QVERIFY2(tour().card()->keys().startsWith(QLatin1String("F6")), qPrintable(tour().card()->keys()));
    press(Qt::Key_F6);
    QVERIFY2(tour().card()->keys().startsWith(QLatin1String("Enter")), qPrintable(tour().card()->keys()));
    STEP(clickNext("kill"));
    STEP(doneByClickOn("strike"));
    STEP(clickNext("heal"));
    STEP(done());
    STEP(clickNext("why"));
    auto* events = m_window->workspace()->findChild<QWidget*>(QStringLiteral("events"))->findChild<QTableView*>();
    // One that the card does not cover.
    QPoint row;
    for (int i = events->model()->rowCount(); row.isNull() && i-- > 0;) {
      const QPoint place = events->visualRect(events->model()->index(i, 2)).center();
      if (events->viewport()->rect().contains(place) && under(events->viewport(), place) != nullptr) row = place;
    }
    QVERIFY(!row.isNull());
    QTest::mouseClick(events->viewport(), Qt::LeftButton, {}, row);
    QTest::mouseDClick(events->viewport(), Qt::LeftButton, {}, row);
    STEP(done());
    STEP(clickNext("canary"));
    auto* promote = m_window->findChild<QAbstractButton*>(QStringLiteral("verb0"));
    QTRY_VERIFY_WITH_TIMEOUT(promote->isEnabled(), kPatience);
    STEP(doneByClickOn("verb0"));
    STEP(clickNext("time"));
    STEP(doneByClickOn("pause"));
    STEP(clickNext("help"));
    clickNext(nullptr);  // Do it for me: what a menu would do
    STEP(done());
    m_window->help()->helpWindow()->close();
    STEP(clickNext("demo"));
    STEP(clickAt(control("playDemo"), control("playDemo")->rect().center()));
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().playing, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!tour().running(), kPatience);
  }

  void whoeverOnlyLooksOnGoesThroughWithNextAlone_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1440x900") << QSize(1440, 900);
    QTest::newRow("1024x768") << QSize(1024, 768);
  }
  void whoeverOnlyLooksOnGoesThroughWithNextAlone() {
    QFETCH(QSize, size);
    m_window->resize(size);
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    for (int step = 1; step < tour().steps(); ++step) {
      QCOMPARE(tour().step(), step);
      STEP(lightsItsControls());
      if (tour().present().achieved != nullptr) {
        if (tour().present().stage == TourStage::Canary) {
          QTRY_VERIFY_WITH_TIMEOUT(control("verb0")->isEnabled(), kPatience);
        }
        if (!tour().achieved() && tour().present().deed != TourDeed::None) tour().card()->nextWanted();
        STEP(done());
      }
      if (m_window->help()->helpWindow() != nullptr) m_window->help()->helpWindow()->close();
      tour().card()->nextWanted();
    }
    STEP(lightsItsControls());
    tour().card()->leaveWanted();  // Finish
    QVERIFY(!tour().running());
    QCOMPARE(Tour::leftAt(), 0);
  }

  void itIsTakenUpWhereItWasLeft() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    tour().startAt(6);
    press(Qt::Key_Escape);
    QVERIFY(!tour().running());
    QCOMPARE(Tour::leftAt(), 6);
    // Another start of the program: an empty world, and the tour makes what it needs.
    cleanup();
    m_controller = std::make_unique<Controller>(Controller::Options{});
    open();
    QTest::mouseClick(control("tour"), Qt::LeftButton);
    QCOMPARE(tour().step(), 6);
    QTRY_VERIFY_WITH_TIMEOUT(service(*m_controller, kTourService) != nullptr, kPatience);
    press(Qt::Key_F6);
    press(Qt::Key_Left);
    QCOMPARE(tour().step(), 5);
  }

  void itLeavesEveryOtherServiceAlone() {
    auto specs = parseManifests("apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 2 }\n");
    m_controller->send(ApplyCommand{std::move(specs).value()});
    QTRY_VERIFY_WITH_TIMEOUT(service(*m_controller, "api") != nullptr, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    tour().startAt(6);
    QTRY_VERIFY_WITH_TIMEOUT(service(*m_controller, kTourService) != nullptr, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(service(*m_controller, kTourService)->counts().ready == 4, kPatience);
    tour().card()->nextWanted();
    STEP(done());
    QCOMPARE(service(*m_controller, "api")->nextOrdinal, PodOrdinal{2});
  }

  void aTextOfOnesOwnIsNotReplaced() {
    m_window->workspace()->editor()->editor()->setText(QStringLiteral("my: work\n"));
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    tour().startAt(2);
    QCOMPARE(m_window->workspace()->editor()->text(), QStringLiteral("my: work\n"));
    tour().card()->nextWanted();
    STEP(done());
    QVERIFY(service(*m_controller, kTourService) != nullptr);
    QCOMPARE(m_window->workspace()->editor()->text(), QStringLiteral("my: work\n"));
  }

  void theLightFollowsItsControl() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    tour().startAt(5);  // the Grid
    for (const QSize size : {QSize(1200, 800), QSize(1000, 700), QSize(1440, 900)}) {
      m_window->resize(size);
      QTRY_VERIFY(lit(0).contains(Spotlight::seenPart(*m_window->workspace()->grid()).center()));
      QTRY_COMPARE(tour().spotlight()->size(), size);
      QVERIFY(m_window->rect().contains(tour().card()->geometry()));
    }
    const QRect before = lit(0);
    m_window->findChild<QSplitter*>()->setSizes({700, 100});
    QTRY_VERIFY(lit(0) != before);
    QTRY_COMPARE(lit(0).height(),
                 std::min(Spotlight::seenPart(*m_window->workspace()->grid()).height() + 8, lit(0).height()));
  }

  void anotherThemeAndLargerTypeKeepCardAndLightInPlace() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    tour().startAt(6);
    for (const double scale : {1.5, 1.0}) {
      theme::use(scale > 1 ? theme::ThemeId::Light : theme::ThemeId::Tron);
      theme::useScale(scale);
      theme::apply(*m_window);
      QTRY_VERIFY(m_window->rect().contains(tour().card()->geometry()));
      QTRY_VERIFY(lit(0).contains(Spotlight::seenPart(*control("strike")).center()));
      QTRY_VERIFY(!tour().card()->geometry().intersects(lit(0)));
    }
  }

  void aShowOverTheTourEndsItAndItCanBeTakenUpAgain() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    tour().startAt(4);
    m_window->startDemo();
    QTRY_VERIFY_WITH_TIMEOUT(!tour().running(), kPatience);
    QCOMPARE(Tour::leftAt(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(m_controller->play().playing, kPatience);
    tour().start();
    QTRY_VERIFY2_WITH_TIMEOUT(!m_controller->play().playing, "the tour is in one's own world", kPatience);
    QVERIFY(tour().running());
  }

  void aButtonReleasedAfterTheEndDoesNothing() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    for (const auto release : {&TourCard::backWanted, &TourCard::nextWanted, &TourCard::leaveWanted}) {
      tour().startAt(5);
      TourCard* card = tour().card();
      tour().leave();
      QVERIFY(!tour().running());
      (card->*release)();
      QVERIFY(!tour().running());
    }
  }

  void aScreenReaderIsToldEachStep() {
    QTRY_VERIFY_WITH_TIMEOUT(tour().running(), kPatience);
    tour().startAt(6);
    QVERIFY(tour().card()->accessibleName().contains(tour().present().title));
    QVERIFY(tour().card()->accessibleDescription().contains(tour().present().task));
    for (const QWidget* button : tour().card()->buttons()) QVERIFY(!button->accessibleName().isEmpty());
  }

 private:
  void open() {
    DesktopOptions options;
    options.offerTour = true;
    m_window = std::make_unique<MainWindow>(*m_controller, options);
    m_window->workspace();  // its rooms too, not only its first picture
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }
  Tour& tour() { return *m_window->tour(); }
  QWidget* control(const char* name) { return m_window->findChild<QWidget*>(QString::fromLatin1(name)); }
  QRect lit(int hole) { return tour().spotlight()->holes().value(hole); }

  /// Where the keyboard is.
  void press(Qt::Key key) {
    QWidget* focus = m_window->focusWidget();
    QTest::keyClick(focus == nullptr ? m_window.get() : focus, key);
  }
  void done() {
    QTRY_VERIFY2_WITH_TIMEOUT(!tour().running() || tour().achieved(), qPrintable(tour().present().id), kPatience);
  }
  void doneBy(Qt::Key key) {
    press(key);
    done();
  }
  void goOn(const char* id) {
    QVERIFY2(tour().card()->isAncestorOf(m_window->focusWidget()), "the keyboard is at Next");
    press(Qt::Key_Return);
    QCOMPARE(tour().present().id, QLatin1String(id));
  }

  /// What the mouse meets at this place of a control: the control itself or a part of it, never the dimmed pane.
  QWidget* under(QWidget* widget, QPoint place) {
    QWidget* met = m_window->childAt(widget->mapTo(m_window.get(), place));
    return met == widget || widget->isAncestorOf(met) ? met : nullptr;
  }
  void clickAt(QWidget* widget, QPoint place) {
    QWidget* met = under(widget, place);
    QVERIFY2(met != nullptr, qPrintable(widget->objectName()));
    QTest::mouseClick(met, Qt::LeftButton, {}, met->mapFrom(widget, place));
  }
  void doneByClickOn(const char* name) {
    QTRY_VERIFY_WITH_TIMEOUT(under(control(name), control(name)->rect().center()) != nullptr, kPatience);
    clickAt(control(name), control(name)->rect().center());
    done();
  }
  void clickNext(const char* id) {
    QWidget* next = tour().card()->buttons().first();
    clickAt(next, next->rect().center());
    if (id != nullptr) QCOMPARE(tour().present().id, QLatin1String(id));
  }

  void lightsItsControls() {
    const TourStep& step = tour().present();
    QVERIFY(m_window->rect().contains(tour().card()->geometry()));
    if (step.targets.isEmpty()) return;
    QWidget* main = control(qPrintable(step.targets.first()));
    QVERIFY2(main != nullptr, qPrintable(step.targets.first()));
    if (tour().achieved()) return;
    QTRY_VERIFY2_WITH_TIMEOUT(lit(0).contains(Spotlight::seenPart(*main).center()), qPrintable(step.id), kPatience);
    const QPoint centre = main->rect().center();
    QVERIFY2(under(main, centre) != nullptr || lit(0).width() > 300, qPrintable(step.id));
    // A button that is to be pressed is never covered; of a large room some part may be.
    if (qobject_cast<QAbstractButton*>(main) != nullptr) {
      QVERIFY2(!tour().card()->geometry().intersects(lit(0)), qPrintable(step.id));
    }
    const QPoint outside(m_window->width() / 2, 2);
    if (std::none_of(tour().spotlight()->holes().begin(), tour().spotlight()->holes().end(),
                     [&](const QRect& hole) { return hole.contains(outside); })) {
      QVERIFY(m_window->childAt(outside) == tour().spotlight());
    }
  }

  std::unique_ptr<Controller> m_controller;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTour)
#include "test_tour.moc"
