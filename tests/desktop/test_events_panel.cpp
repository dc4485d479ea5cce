// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of events with mouse and keyboard: filters, the tree of causes, standing still, copy, export.
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/desktop/events/event_export.h"
#include "app/desktop/events/events_model.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/theme/theme.h"
#include "app/json/event_json.h"
#include "app/runtime/resources.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

const std::string kApi = "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 3 }\n";
const std::string kWeb = "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { replicas: 2 }\n";

template <typename Widget>
Widget* named(QWidget& parent, const QString& name) {
  for (Widget* candidate : parent.findChildren<Widget*>()) {
    if (candidate->accessibleName() == name) return candidate;
  }
  return nullptr;
}

QByteArray readFile(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestEventsPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }

  void init() {
    m_panel = std::make_unique<EventsPanel>();
    theme::apply(*m_panel);
    m_panel->resize(900, 320);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_stage = std::make_unique<Stage>();
    QVERIFY(m_stage->apply(kApi) && m_stage->apply(kWeb));
    m_stage->run(4000);
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Kill, "web", 1, std::nullopt, std::nullopt, {}}));
    m_stage->run(4000);
    show();
  }
  void cleanup() { m_panel.reset(); }

  void eachFilterLetsThroughWhatItSays() {
    const int all = model()->rowCount();
    auto* service = named<QComboBox>(*m_panel, QStringLiteral("Filter by service"));
    QTest::keyClicks(service, QStringLiteral("web"));
    QVERIFY(model()->rowCount() > 0 && model()->rowCount() < all);
    for (int row = 0; row < model()->rowCount(); ++row)
      QCOMPARE(model()->index(row, 0).data(EventsModel::Service).toString(), QStringLiteral("web"));
    auto* type = named<QComboBox>(*m_panel, QStringLiteral("Filter by type"));
    QTest::keyClicks(type, QStringLiteral("chaos"));
    QCOMPARE(model()->rowCount(), 1);
    const QString pod = model()->index(0, 0).data(EventsModel::PodName).toString();
    type->setCurrentIndex(0);
    service->setCurrentIndex(0);
    auto* text = named<QLineEdit>(*m_panel, QStringLiteral("Filter by text"));
    m_panel->focusSearch();
    QVERIFY(text->hasFocus());
    QTest::keyClicks(text, pod);
    QTRY_VERIFY(model()->rowCount() > 1 && model()->rowCount() < all);  // once nobody types any more
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_COMPARE(model()->rowCount(), all);
    m_panel->offerPod(pod);
    auto* pods = named<QComboBox>(*m_panel, QStringLiteral("Filter by pod"));
    pods->setCurrentIndex(pods->findText(pod));
    QVERIFY(model()->rowCount() > 1 && model()->rowCount() < all);
    for (int row = 0; row < model()->rowCount(); ++row)
      QCOMPARE(model()->index(row, 0).data(EventsModel::PodName).toString(), pod);
  }

  void whatAnEventLedToStandsBelowItAndFolds() {
    QVERIFY(m_panel->isTree());
    const int all = model()->rowCount();
    const int kill = rowOf(Reason::ChaosKilled);
    QVERIFY(kill >= 0);
    const int below = model()->index(kill, 0).data(EventsModel::Below).toInt();
    QVERIFY2(below >= 3, "a pod created, started, ready");
    const int depth = model()->index(kill, 0).data(EventsModel::Depth).toInt();
    for (int i = 1; i <= below; ++i) QVERIFY(model()->index(kill + i, 0).data(EventsModel::Depth).toInt() > depth);
    QTableView* table = view();
    table->setFocus();
    table->setCurrentIndex(model()->index(kill, 0));
    QTest::keyClick(table, Qt::Key_Left);
    QCOMPARE(model()->rowCount(), all - below);
    QVERIFY(model()
                ->index(kill, EventsModel::What)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("folded")));
    QTest::keyClick(table, Qt::Key_Right);
    QCOMPARE(model()->rowCount(), all);
    QTest::keyClick(table, Qt::Key_Right);
    QCOMPARE(table->currentIndex().row(), kill + 1);
    QTest::keyClick(table, Qt::Key_Left);
    QCOMPARE(table->currentIndex().row(), kill);
    // The same with the mouse: the triangle stands at the beginning of the text.
    m_panel->follow();
    const QRect cell = table->visualRect(model()->index(kill, EventsModel::What));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 10 + depth * 13, cell.center().y()));
    QCOMPARE(model()->rowCount(), all - below);
  }

  void inTheOrderOfTimeOnRequest() {
    QTest::mouseClick(named<QToolButton>(*m_panel, QStringLiteral("Events in the order of time")), Qt::LeftButton);
    QVERIFY(!m_panel->isTree());
    for (int row = 1; row < model()->rowCount(); ++row) QVERIFY(seqAt(row - 1) < seqAt(row));
    QTest::mouseClick(named<QToolButton>(*m_panel, QStringLiteral("Events by cause")), Qt::LeftButton);
    QVERIFY(m_panel->isTree());
  }

  void itStandsStillAndCountsWhatIsNew() {
    auto* button = named<QPushButton>(*m_panel, QStringLiteral("Let the list of events stand still"));
    QVERIFY(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!m_panel->isFollowing());
    const int before = model()->rowCount();
    const std::uint64_t end = m_stage->frame().snapshot->events.end();
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Kill, "web", 1, std::nullopt, std::nullopt, {}}));
    m_stage->run(4000);
    show();
    QCOMPARE(model()->rowCount(), before);
    const auto fresh = static_cast<int>(m_stage->frame().snapshot->events.end() - end);
    QCOMPARE(button->text(), QStringLiteral("%1 new").arg(fresh));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_panel->isFollowing());
    QCOMPARE(model()->rowCount(), before + fresh);
    QCOMPARE(button->text(), QStringLiteral("Pause"));
  }

  void scrollingAwayStandsStill() {
    m_panel->setTree(false);
    m_panel->resize(900, 160);
    QVERIFY(view()->verticalScrollBar()->maximum() > 0);
    QCOMPARE(view()->verticalScrollBar()->value(), view()->verticalScrollBar()->maximum());
    view()->verticalScrollBar()->setValue(0);
    QVERIFY(!m_panel->isFollowing());
    view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum());
    QVERIFY(m_panel->isFollowing());
  }

  void chosenRowsAreCopiedAsText() {
    m_panel->setTree(false);
    QTableView* table = view();
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keySequence(table, QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].split(QLatin1Char('\t')).size(), static_cast<qsizetype>(EventsModel::ColumnCount));
    QVERIFY(lines[0].startsWith(QStringLiteral("00:00.0\tINFO\t")));
  }

  void theMenuOfAnEventAsksWhyAndFilters() {
    const int kill = rowOf(Reason::ChaosKilled);
    const quint64 seq = seqAt(kill);
    const QString pod = model()->index(kill, 0).data(EventsModel::PodName).toString();
    QSignalSpy why(m_panel.get(), &EventsPanel::whyWanted);
    openMenu(kill, QStringLiteral("Why?"));
    QCOMPARE(why.size(), 1);
    QCOMPARE(why[0][0].toULongLong(), seq);
    openMenu(kill, QStringLiteral("Only this pod"));
    QCOMPARE(named<QComboBox>(*m_panel, QStringLiteral("Filter by pod"))->currentText(), pod);
    QCOMPARE(model()->filter().pod, pod.toStdString());
    openMenu(0, QStringLiteral("All events"));
    QVERIFY(model()->filter() == EventFilter());
  }

  void whatTheFilterLetsThroughIsSavedAsJsonLines() {
    named<QComboBox>(*m_panel, QStringLiteral("Filter by service"))->setCurrentIndex(2);
    const QByteArray saved = save(QStringLiteral("JSON lines…"), QStringLiteral("events.jsonl"));
    std::string expected;
    const Frame frame = m_stage->frame();
    for (std::uint64_t seq = 1; seq < frame.snapshot->events.end(); ++seq) {
      const Event& event = frame.snapshot->events.at(seq);
      if (event.service != kNoService && (*frame.snapshot->names)[event.service]->name == "web")
        appendEventLine(expected, event, *frame.snapshot->names, frame.snapshot->epochMs);
    }
    QVERIFY(!expected.empty());
    QCOMPARE(saved, QByteArray::fromStdString(expected));
    const QJsonObject first = QJsonDocument::fromJson(saved.left(saved.indexOf('\n'))).object();
    QCOMPARE(first.value(QStringLiteral("svc")).toString(), QStringLiteral("web"));
  }

  void andAsCsv() {
    const QList<QByteArray> lines = save(QStringLiteral("CSV…"), QStringLiteral("events.csv")).split('\n');
    QCOMPARE(lines.front(), QByteArray("seq,ts,t,level,type,reason,svc,pod,msg,explain,cause"));
    QCOMPARE(lines.size(), static_cast<qsizetype>(m_stage->frame().snapshot->events.end()) + 1);
    QVERIFY(lines[1].startsWith("1,1767225600000,0,INFO,"));
  }

  void aFileThatCannotBeWrittenIsTold() {
    QSignalSpy told(m_panel.get(), &EventsPanel::told);
    chooseExport(QStringLiteral("CSV…"));
    auto* dialog = m_panel->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(QStringLiteral("/no/such/folder/events.csv"));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toBool(), false);
    QVERIFY(told[0][1].toString().contains(QStringLiteral("/no/such/folder/events.csv")));
    dialog->reject();
  }

  void aMomentIsShownAndMarked() {
    m_panel->showMoment(2500);
    QVERIFY(!m_panel->isFollowing());
    const std::uint64_t marked = model()->marked();
    QVERIFY(marked != 0);
    const Frame frame = m_stage->frame();
    const EventLogView& events = frame.snapshot->events;
    QVERIFY(events.at(marked).t <= 2500);
    QVERIFY(events.at(marked + 1).t > 2500);
    QCOMPARE(seqAt(view()->currentIndex().row()), marked);
    m_panel->follow();
    QCOMPARE(model()->marked(), std::uint64_t{0});
  }

  void anEventThatAFilterHidesIsShownAllTheSame() {
    named<QComboBox>(*m_panel, QStringLiteral("Filter by service"))->setCurrentIndex(1);
    const std::uint64_t kill = seqOf(Reason::ChaosKilled);
    QCOMPARE(model()->rowOf(kill), -1);
    QVERIFY(m_panel->showEventAt(kill));
    QCOMPARE(seqAt(view()->currentIndex().row()), kill);
    QVERIFY(!m_panel->showEventAt(1000000));
  }

  void aFloodByCauseKeepsItsPlaceAndTheModelIsClean() {
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(
        m_stage->apply("apiVersion: v1\nkind: Service\nmetadata: { name: sea }\nspec:\n  replicas: 2500\n"
                       "  simulation: { crashesPerHour: 3000, startSeconds: 2, jitter: 0.9 }\n"));
    m_stage->run(12000, 400, [this](const Frame& frame) {
      m_panel->setFrame(frame);
      model()->setFolded(static_cast<int>(frame.clock.t / 400 % 40), frame.clock.t % 800 == 0);
    });
    QCOMPARE(model()->isTree(), true);
    const std::uint64_t newest = model()->newest();
    QCOMPARE(newest, m_stage->frame().snapshot->events.end() - 1);
    QVERIFY(model()->rowCount() <= static_cast<int>(kMostEventRows));
    QVERIFY(model()->shownRowOf(newest) >= 0);
  }

 private:
  void show() { m_panel->setFrame(m_stage->frame()); }
  QTableView* view() const { return m_panel->findChild<QTableView*>(); }
  EventsModel* model() const { return static_cast<EventsModel*>(view()->model()); }
  std::uint64_t seqAt(int row) const { return model()->index(row, 0).data(EventsModel::Seq).toULongLong(); }
  std::uint64_t seqOf(Reason reason) const {
    const auto snapshot = m_stage->frame().snapshot;
    for (std::uint64_t seq = snapshot->events.first(); seq < snapshot->events.end(); ++seq) {
      if (snapshot->events.at(seq).reason == reason) return seq;
    }
    return 0;
  }
  int rowOf(Reason reason) const { return model()->rowOf(seqOf(reason)); }

  void openMenu(int row, const QString& choice) {
    view()->scrollTo(model()->index(row, 0));
    Q_EMIT view()->customContextMenuRequested(view()->visualRect(model()->index(row, EventsModel::What)).center());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    for (QAction* action : menu->actions()) {
      if (!action->text().startsWith(choice)) continue;
      menu->setActiveAction(action);
      QTest::keyClick(menu, Qt::Key_Return);
      QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
      return;
    }
    menu->close();
    QFAIL(qPrintable(choice + QStringLiteral(" is not in the menu")));
  }
  void chooseExport(const QString& choice) {
    for (QAction* action : named<QToolButton>(*m_panel, QStringLiteral("Export events"))->menu()->actions()) {
      if (action->text() == choice) action->trigger();
    }
  }
  QByteArray save(const QString& choice, const QString& name) {
    chooseExport(choice);
    auto* dialog = m_panel->findChild<QFileDialog*>();
    if (dialog == nullptr) return {};
    const QString path = m_folder.filePath(name);
    auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    field->setText(path);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    for (int i = 0; i < 100 && !QFile::exists(path); ++i) QTest::qWait(20);
    return readFile(path);
  }

  QTemporaryDir m_folder;
  std::unique_ptr<EventsPanel> m_panel;
  std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(TestEventsPanel)
#include "test_events_panel.moc"
