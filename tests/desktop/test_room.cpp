// SPDX-License-Identifier: GPL-3.0-or-later
//
// Room for what is to be read and clicked: nothing that comes and goes moves a control, nothing is cut off that has to
// be read whole, in small windows, with large type and from the last row of a classroom.
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTranslator>

#include "app/desktop/alerts/alert_desk.h"
#include "app/desktop/charts/charts_panel.h"
#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/status_line.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/events/events_model.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/preferences/look_page.h"
#include "app/desktop/preferences/preferences_dialog.h"
#include "app/desktop/preferences/start_page.h"
#include "app/desktop/rollout/rollout_page.h"
#include "app/desktop/theme/appearance.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
#include "app/runtime/resources.h"
#include "tests/support/quiet_desk.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

constexpr double kRangeBeyondAxis = 1.14;  // of the plot: 7 % above the top and below 0

std::string manifest(const std::string& name, int replicas, const std::string& more = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: " + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) + "\n" + more;
}
const std::string kCanary =
    "  image: local://demo@v2\n  readinessProbe: { initialDelaySeconds: 2 }\n"
    "  rollout: { strategy: Canary, steps: [{ percent: 25, pauseSeconds: 3 }, { percent: 50, pauseSeconds: 3 }, "
    "{ percent: 100 }] }\n";

bool newestIsWhole(const QTableView& table) {
  const auto seq = [&](int row) { return table.model()->index(row, 0).data(EventsModel::Seq).toULongLong(); };
  int newest = 0;
  for (int row = 0; row < table.model()->rowCount(); ++row) {
    if (seq(row) > seq(newest)) newest = row;
  }
  const QRect place = table.visualRect(table.model()->index(newest, EventsModel::Time));
  return place.top() >= 0 && place.bottom() < table.viewport()->height();
}

QRect placeOf(const QWidget* widget) { return {widget->mapTo(widget->window(), QPoint()), widget->size()}; }

}  // namespace

class TestRoom : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }
  void init() {
    m_stage = std::make_unique<Stage>();
    open({1440, 900});
  }
  void cleanup() {
    m_window.reset();
    theme::useScale(1);
  }

  void aMessageMovesNoControl_data() { windows(); }
  void aMessageMovesNoControl() {
    openRow();
    runCanary(4000);
    m_window->showRoom(Workspace::Room::Rollout);
    settle();
    const QPushButton* promote = verb(RolloutAction::Promote);
    const QRect before = placeOf(promote);
    const QRect events = placeOf(m_window->findChild<QWidget*>(QStringLiteral("comingUp")));
    m_window->banner()->showNotice(QStringLiteral("Applied: api"));
    settle();
    QCOMPARE(placeOf(promote), before);
    m_window->banner()->showError(QStringLiteral("Refused, nothing changed. ").repeated(12));
    settle();
    QCOMPARE(placeOf(promote), before);
    QVERIFY2(placeOf(m_window->grid()).contains(placeOf(m_window->banner())), "it lies over the Grid");
    for (const QLabel* label : m_window->banner()->findChildren<QLabel*>()) {
      if (label->wordWrap()) QVERIFY2(label->heightForWidth(label->width()) <= label->height(), "all of it is read");
    }
    QVERIFY(m_stage->command(ChaosScheduleCommand{{ChaosKind::Kill, "api", 1, {}, {}, {}}, 30000, {}}));
    show();
    settle();
    QVERIFY(m_window->findChild<QPushButton*>(QStringLiteral("emergencyStop"))->isVisible());
    QCOMPARE(placeOf(promote), before);
    QCOMPARE(placeOf(m_window->findChild<QWidget*>(QStringLiteral("comingUp"))), events);
    QVERIFY(placeOf(m_window->grid()).contains(placeOf(m_window->banner())));
  }

  void theVerbsStandStillWhileARolloutRuns_data() { windows(); }
  void theVerbsStandStillWhileARolloutRuns() {
    openRow();
    runCanary(500);
    m_window->showRoom(Workspace::Room::Rollout);
    settle();
    const QRect promote = placeOf(verb(RolloutAction::Promote));
    const QRect abort = placeOf(verb(RolloutAction::Abort));
    QSet<QString> headlines;
    for (int i = 0; i < 60; ++i) {
      m_stage->run(500);
      show();
      settle();
      headlines << m_window->rollout()->findChild<QLabel*>()->text();
      QCOMPARE(placeOf(verb(RolloutAction::Promote)), promote);
      QCOMPARE(placeOf(verb(RolloutAction::Abort)), abort);
    }
    QVERIFY2(headlines.size() > 20, "and meanwhile much was said above them");
  }

  void everyReasonIsToldWhole_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::addRow("as usual") << 820 << 1.0;
    QTest::addRow("narrow") << 520 << 1.0;
    QTest::addRow("large type") << 900 << 1.6;
  }
  void everyReasonIsToldWhole() {
    QFETCH(const int, width);
    QFETCH(const double, scale);
    theme::useScale(scale);
    EventsPanel panel;
    theme::apply(panel);
    panel.resize(width, 400);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    runCanary(9000);
    panel.setFrame(m_stage->frame());
    panel.setExplain(true);
    settle();
    const auto* table = panel.findChild<QTableView*>();
    const QFontMetrics metrics(theme::uiFont(13));
    int long_ = 0;
    const auto look = [&] {
      for (int y = 2; y < table->viewport()->height(); y += 6) {
        const QModelIndex why = table->model()->index(table->rowAt(y), EventsModel::Why);
        if (!why.isValid()) continue;
        const QRect room(0, 0, table->columnWidth(EventsModel::Why) - 12, 10000);
        const int needed = metrics.boundingRect(room, Qt::TextWordWrap, why.data().toString()).height();
        QVERIFY2(table->rowHeight(why.row()) >= needed, qPrintable(why.data().toString()));
        if (needed > 2 * metrics.lineSpacing()) ++long_;
      }
    };
    look();
    for (int at = table->verticalScrollBar()->maximum(); at > 0; at -= 150) {
      table->verticalScrollBar()->setValue(at);
      look();
    }
    QVERIFY2(long_ > 0, "some need more than two lines");
  }

  void theNewestEventIsWholeInSight_data() {
    QTest::addColumn<bool>("tree");
    QTest::addColumn<bool>("explained");
    for (const bool tree : {false, true}) {
      for (const bool explained : {false, true})
        QTest::addRow("%s, %s", tree ? "tree" : "table", explained ? "explained" : "short") << tree << explained;
    }
  }
  void theNewestEventIsWholeInSight() {
    QFETCH(const bool, tree);
    QFETCH(const bool, explained);
    EventsPanel panel;
    theme::apply(panel);
    panel.resize(820, 260);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.setTree(tree);
    panel.setExplain(explained);
    const auto* table = panel.findChild<QTableView*>();
    const auto whole = [&] { return newestIsWhole(*table); };
    QVERIFY(m_stage->apply(manifest("web", 2)));
    runCanary(0);
    for (int i = 0; i < 40; ++i) {
      m_stage->run(500);
      panel.setFrame(m_stage->frame());
      QVERIFY2(whole(), qPrintable(QString::number(i)));
      if (i % 10 == 3) panel.resize(820 - i * 5, 150 + i * 4);
      settle();
      QVERIFY2(panel.isFollowing(), qPrintable(QString::number(i)));
      QTRY_VERIFY2(whole(), qPrintable(QStringLiteral("after a while, %1").arg(i)));
    }
  }

  void theNewestEventIsWholeInTheWindow_data() { windows(); }
  void theNewestEventIsWholeInTheWindow() {
    openRow();
    m_window->showEvents();
    QVERIFY(m_stage->apply(manifest("web", 6) + "---\n" + manifest("cart", 9)));
    const auto* table = m_window->events()->findChild<QTableView*>();
    for (int i = 0; i < 60; ++i) {
      m_stage->run(250);
      if (i == 30) QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Crash, "web", 2, {}, {}, {}}));
      if (i == 40) QVERIFY(m_stage->command(ScaleCommand{"cart", 12, {}}));
      show();
      QVERIFY2(newestIsWhole(*table), qPrintable(QString::number(i)));
    }
    m_window->setFocusOn({QStringLiteral("web"), kNoPod});
    if (m_window->width() > 1200) m_window->showRoom(Workspace::Room::Why);
    m_window->setExplain(true);
    settle();
    QVERIFY(newestIsWhole(*table));
  }

  void theNamesOfTheFiltersAreWhole_data() {
    QTest::addColumn<bool>("german");
    QTest::addColumn<double>("scale");
    QTest::addRow("English") << false << 1.0;
    QTest::addRow("German") << true << 1.0;
    QTest::addRow("German, large type") << true << 1.6;
  }
  void theNamesOfTheFiltersAreWhole() {
    QFETCH(const bool, german);
    QFETCH(const double, scale);
    QTranslator translator;
    if (german && translator.load(QStringLiteral(":/translations/perfect_de.qm")))
      QCoreApplication::installTranslator(&translator);
    theme::useScale(scale);
    EventsPanel panel;
    theme::apply(panel);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    for (const int width : {1400, 1000, 820, 700, 560}) {
      panel.resize(static_cast<int>(width * scale), 300);
      settle();
      for (const QComboBox* box : panel.findChildren<QComboBox*>()) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        const QRect room =
            box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        const QString text = box->itemText(0);
        QVERIFY2(room.width() >= box->fontMetrics().horizontalAdvance(text),
                 qPrintable(QStringLiteral("%1 at %2").arg(text).arg(width)));
        QVERIFY(panel.rect().contains(QRect(box->mapTo(&panel, QPoint()), box->size())));
      }
    }
    QCoreApplication::removeTranslator(&translator);
  }

  void theNumbersOfAnAxisDoNotTouch_data() {
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.6, 2.0, 3.0}) QTest::addRow("type of %g", scale) << scale;
  }
  void theNumbersOfAnAxisDoNotTouch() {
    QFETCH(const double, scale);
    theme::useScale(scale);
    ChartsPanel panel;
    theme::apply(panel);
    panel.resize(700, 400);
    panel.show();
    panel.build();
    settle();
    QVERIFY(m_stage->apply(manifest("api", 40)));
    m_stage->run(8000);
    panel.setService(QStringLiteral("api"));
    panel.setFrame(m_stage->frame());
    QTRY_VERIFY(panel.card(ChartsPanel::Kind::Ready)->view()->shownNumbers().last() >= 40);
    bool fewer = false;
    for (const int height : {400, 300, 220, 170, 120, 90}) {
      panel.resize(700, height);
      settle();
      ChartView* view = panel.card(ChartsPanel::Kind::Ready)->view();
      const QList<double> numbers = view->shownNumbers();
      QVERIFY(!numbers.isEmpty());
      const double high = QFontMetrics(theme::uiFont(theme::kSmall)).height();
      const double plot = view->chart()->plotArea().height() / kRangeBeyondAxis;
      const QFontMetrics small(theme::uiFont(theme::kSmall));
      for (const double number : numbers)
        QVERIFY(view->chart()->plotArea().left() - 4 >= small.horizontalAdvance(QString::number(number)));
      for (qsizetype i = 1; i < numbers.size(); ++i)
        QVERIFY2(plot * (numbers[i] - numbers[i - 1]) / numbers.last() >= high - 0.5,
                 qPrintable(QString::number(height)));
      fewer = fewer || numbers.size() < 3;
    }
    QVERIFY2(fewer || scale < 1.5, "where there is no room there are fewer");
  }

  void whatApplyWouldChangeIsSeenAtOnceInASmallWindow() {
    open({1024, 768});
    QVERIFY(m_stage->apply(manifest("api", 3)));
    m_stage->run(4000);
    show();
    m_window->editor()->load(
        QStringLiteral("api.yaml"),
        QString::fromStdString(manifest("api", 5, "  minReadySeconds: 2\n  image: local://demo@v2\n") + "---\n" +
                               manifest("web", 2)));
    m_window->showRoom(Workspace::Room::Desired);
    settle();
    EditorPage* page = m_window->editor();
    const QLabel* preview = nullptr;
    for (const QLabel* label : page->findChildren<QLabel*>()) {
      if (label->accessibleName() == QLatin1String("What Apply would change")) preview = label;
    }
    QVERIFY(preview != nullptr && preview->isVisible());
    QTRY_COMPARE(page->verticalScrollBar()->maximum(), 0);
    const QRect place(preview->mapTo(page->viewport(), QPoint()), preview->size());
    QVERIFY2(page->viewport()->rect().contains(place), "whole, without scrolling");
    QVERIFY(preview->heightForWidth(preview->width()) <= preview->height());
  }

  void faultsAreSeenBesideOrBelowTheText_data() { windows(); }
  void faultsAreSeenBesideOrBelowTheText() {
    openRow();
    m_window->showRoom(Workspace::Room::Desired);
    EditorPage* page = m_window->editor();
    page->load(QStringLiteral("api.yaml"), QString::fromStdString(manifest("api", -5, "  imag: x\n  imagg: y\n")));
    QCOMPARE(page->errors().size(), std::size_t{3});
    const auto* list = page->findChild<QListWidget*>();
    const auto whole = [page](const QWidget* widget, int least) {
      const QRect place(widget->mapTo(page->viewport(), QPoint()), widget->size());
      return widget->isVisible() && widget->height() >= least && page->viewport()->rect().contains(place);
    };
    const QWidget* text = page->editor();
    QTRY_VERIFY(whole(list, 80) && whole(text, 60));
    QVERIFY(
        !QRect(text->mapTo(page, QPoint()), text->size()).intersects(QRect(list->mapTo(page, QPoint()), list->size())));
  }

  void theNamesOfAllPagesStandSideBySide_data() { windows(); }
  void theNamesOfAllPagesStandSideBySide() {
    openRow();
    m_window->showRoom(Workspace::Room::Balancer);
    settle();
    const auto* tabs = m_window->findChild<QTabWidget*>(QStringLiteral("pages"));
    const QTabBar* bar = tabs->tabBar();
    for (int i = 0; i < bar->count(); ++i) {
      QVERIFY(bar->isTabVisible(i));
      QVERIFY2(bar->rect().contains(bar->tabRect(i)), qPrintable(bar->tabText(i)));
    }
  }

  void largeTypeNeedsNoWiderScreen_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    QTest::addRow("160 %% at 1024") << 1.6 << 1024;
    QTest::addRow("200 %% at 1024") << 2.0 << 1024;
    QTest::addRow("300 %% at 1440") << 3.0 << 1440;
  }
  void largeTypeNeedsNoWiderScreen() {
    QFETCH(const double, scale);
    QFETCH(const int, width);
    theme::useScale(scale);
    open({width, 768});
    runCanary(4000);
    for (int room = 0; room < static_cast<int>(Workspace::kRooms); ++room) {
      m_window->showRoom(static_cast<Workspace::Room>(room));
      settle();
      QCOMPARE(m_window->width(), width);
    }
    QWidget* line = m_window->statusLine();
    for (const QWidget* child : line->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
      if (child->isVisible()) QVERIFY2(line->rect().contains(child->geometry()), qPrintable(child->accessibleName()));
    }
  }

  void thePreferencesFitASmallScreen_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addRow("1440×900 at 300 %%") << QSize(440, 240) << 1.0;
    QTest::addRow("1440×900, type of 200 %%") << QSize(1320, 840) << 2.0;
    QTest::addRow("1440×900, type of 300 %%") << QSize(1400, 840) << 3.0;
  }
  void thePreferencesFitASmallScreen() {
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    theme::useScale(scale);
    QuietDesk desk;
    Appearance look(*m_window);
    theme::useScale(scale);
    theme::apply(*m_window);
    PreferencesDialog dialog(desk, m_window.get());
    dialog.addPage(new LookPage(look), QStringLiteral("Look"));
    dialog.addPage(new StartPage({}), QStringLiteral("Start"));
    dialog.show();
    dialog.resize(size);
    settle();
    const auto* tabs = dialog.findChild<QTabWidget*>();
    const QTabBar* bar = tabs->tabBar();
    for (int i = 0; i < bar->count(); ++i) QVERIFY2(bar->rect().contains(bar->tabRect(i)), qPrintable(bar->tabText(i)));
    for (int i = 0; i < bar->count(); ++i) {
      dialog.findChild<QTabWidget*>()->setCurrentIndex(i);
      settle();
      const auto* page = qobject_cast<const QScrollArea*>(tabs->widget(i));
      QVERIFY2(page->horizontalScrollBar()->maximum() == 0, qPrintable(bar->tabText(i)));
    }
    QCOMPARE(dialog.size(), size);
  }

  void inPresentationModeTheChartsAreFewAndLarge_data() { windows(); }
  void inPresentationModeTheChartsAreFewAndLarge() {
    openRow();
    runCanary(4000);
    theme::useScale(Appearance::kPresented);
    theme::apply(*m_window);
    m_window->setPresented(true);
    QTRY_VERIFY(m_window->charts()->card(ChartsPanel::Kind::Ready) != nullptr);
    Frame frame = m_stage->frame();
    frame.play.playing = true;
    frame.play.caption =
        Caption{"The trial goes well, so 50 %: a second v3 pod starts.", "the top sector, the second pod", 0, 7, 17};
    m_window->setFrame(frame);
    QFETCH(const QSize, size);
    m_window->resize(size);
    settle();
    QVERIFY2(m_window->width() <= size.width(), qPrintable(QString::number(m_window->width())));
    ChartsPanel* charts = m_window->charts();
    const auto shown = [&] {
      QList<ChartCard*> cards;
      for (ChartCard* card : charts->findChildren<ChartCard*>()) {
        if (card->isVisible()) cards << card;
      }
      return cards;
    };
    QCOMPARE(shown().size(), 2);
    for (const ChartCard* card : shown()) {
      QVERIFY(card->width() > charts->width() * 2 / 5);
      QVERIFY(card->height() >= theme::scaled(90));
      QVERIFY(charts->rect().contains(QRect(card->mapTo(charts, QPoint()), card->size())));
    }
    charts->choose(ChartsPanel::Kind::Cpu);
    settle();
    QCOMPARE(shown().size(), 1);
    QCOMPARE(shown().first(), charts->card(ChartsPanel::Kind::Cpu));
    QVERIFY(shown().first()->width() > charts->width() * 9 / 10);
    charts->choose(std::nullopt);
    theme::useScale(1);
    theme::apply(*m_window);
    m_window->setPresented(false);
    settle();
    if (charts->isVisible()) QCOMPARE(shown().size(), static_cast<qsizetype>(ChartsPanel::kKinds));
  }

 private:
  static void windows() {
    QTest::addColumn<QSize>("size");
    QTest::addRow("1440×900") << QSize(1440, 900);
    QTest::addRow("1024×768") << QSize(1024, 768);
  }
  void openRow() {
    QFETCH(const QSize, size);
    open(size);
  }
  void open(QSize size) {
    m_window = std::make_unique<Workspace>();
    theme::apply(*m_window);
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    show();
  }
  void runCanary(Millis time) {
    QVERIFY(m_stage->apply(manifest("api", 4)));
    m_stage->run(8000);
    QVERIFY(m_stage->apply(manifest("api", 4, kCanary)));
    m_stage->run(time);
    show();
  }
  QPushButton* verb(RolloutAction action) const {
    return m_window->rollout()->findChild<QPushButton*>(QStringLiteral("verb%1").arg(static_cast<int>(action)));
  }
  void show() { m_window->setFrame(m_stage->frame()); }
  static void settle() { QTest::qWait(15); }

  std::unique_ptr<Workspace> m_window;
  std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(TestRoom)
#include "test_room.moc"
