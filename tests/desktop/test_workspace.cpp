// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rooms of the window, fed from a real engine: what they say, what the keyboard does, what they ask for.
#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include "app/desktop/chrome/banner.h"
#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/explain/why_page.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/rollout/rollout_page.h"
#include "app/desktop/services/services_model.h"
#include "app/desktop/services/services_panel.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
#include "app/runtime/resources.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(const std::string& name, int replicas, const std::string& image = "local://demo@v1",
                     const std::string& more = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: " + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) + "\n  image: " + image + "\n" + more;
}
const std::string kCanary =
    "  rollout: { strategy: Canary, steps: [{ percent: 50, pause: manual }, { percent: 100 }] }\n";

/// Every command that was asked for.
class Commands : public QObject {
 public:
  explicit Commands(Workspace& window) {
    connect(&window, &Workspace::commandWanted, this, [this](const Command& command) { all.push_back(command); });
  }
  std::vector<Command> all;
};

QPushButton* verb(Workspace& window, RolloutAction action) {
  return window.rollout()->findChild<QPushButton*>(QStringLiteral("verb%1").arg(static_cast<int>(action)));
}

}  // namespace

class TestWorkspace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }

  void init() {
    m_window = std::make_unique<Workspace>();
    theme::apply(*m_window);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_stage = std::make_unique<Stage>();
    show();
  }
  void cleanup() { m_window.reset(); }

  void theListSaysWhatEachServiceIs() {
    QVERIFY(m_stage->apply(manifest("api", 3)) && m_stage->apply(manifest("mail", 0)));
    m_stage->run(5000);
    show();
    const QAbstractItemModel* model = m_window->services()->findChild<QListView*>()->model();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, 0).data(ServicesModel::Ready).toInt(), 3);
    QCOMPARE(model->index(0, 0).data(ServicesModel::Phrase).toString(), QStringLiteral("Stable"));
    QCOMPARE(model->index(1, 0).data(ServicesModel::Phrase).toString(), QStringLiteral("Scaled to 0"));
    QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("3 of 3 ready")));
  }

  void arrowsWalkOverPodsAndSectors() {
    QVERIFY(m_stage->apply(manifest("api", 3)) && m_stage->apply(manifest("web", 2)));
    m_stage->run(5000);
    show();
    GridView* grid = m_window->grid();
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Home);
    QCOMPARE(grid->shownFocus(), (Focus{QStringLiteral("api"), 0}));
    QTest::keyClick(grid, Qt::Key_Right);
    QCOMPARE(grid->shownFocus(), (Focus{QStringLiteral("api"), 1}));
    QCOMPARE(m_window->focus(), grid->shownFocus());
    QTest::keyClick(grid, Qt::Key_Down);
    QCOMPARE(grid->shownFocus(), (Focus{QStringLiteral("web"), 0}));
    QTest::keyClick(grid, Qt::Key_Up);
    QCOMPARE(grid->shownFocus(), (Focus{QStringLiteral("api"), 2}));
    QTest::keyClick(grid, Qt::Key_End);
    QCOMPARE(grid->shownFocus(), (Focus{QStringLiteral("web"), 1}));
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(grid);
    QVERIFY(face != nullptr && face->text(QAccessible::Description).contains(QStringLiteral("Ready")));
  }

  void aClickChoosesThePodUnderThePointer() {
    QVERIFY(m_stage->apply(manifest("api", 3)));
    m_stage->run(5000);
    show();
    const QRect tile = m_window->grid()->gridLayout().tileRect(0, 2);
    QTest::mouseClick(m_window->grid()->viewport(), Qt::LeftButton, {}, tile.center());
    QCOMPARE(m_window->focus(), (Focus{QStringLiteral("api"), 2}));
    QVERIFY2(m_window->why()->chainText().contains(QStringLiteral("api")),
             "the inspector tells how the pod came to be");
  }

  void anEmptyGridInvites() {
    QCOMPARE(m_window->grid()->gridLayout().sectors.size(), std::size_t{0});
    QVERIFY(!m_window->narration()->isVisible());
    QTest::keyClick(m_window->grid(), Qt::Key_Right);
    QCOMPARE(m_window->focus(), Focus{});
  }

  void faultsAreMarkedWhereTheyStand() {
    EditorPage* editor = m_window->editor();
    QVERIFY(editor->load(QStringLiteral("x.yaml"),
                         QString::fromStdString(manifest("api", -5, "local://demo@v1", "  imag: x\n"))));
    QCOMPARE(editor->errors().size(), std::size_t{2});
    QCOMPARE(editor->editor()->markedLines(), (QList<int>{5, 7}));
    Commands commands(*m_window);
    editor->apply();
    QVERIFY2(commands.all.empty(), "nothing is applied while a fault stands");
    int line = -1;
    int column = -1;
    editor->editor()->getCursorPosition(&line, &column);
    QCOMPARE(line, 4);

    QVERIFY(editor->load(QStringLiteral("x.yaml"), QString::fromStdString(manifest("api", 5))));
    QVERIFY(editor->editor()->markedLines().isEmpty());
    editor->apply();
    QCOMPARE(commands.all.size(), std::size_t{1});
    QCOMPARE(std::get<ApplyCommand>(commands.all[0]).services.at(0).replicas, 5);
  }

  void unsavedTextIsNeverLostWithoutAsking() {
    EditorPage* editor = m_window->editor();
    int asked = 0;
    EditorPage::Answer answer = EditorPage::Answer::Keep;
    editor->setAsk([&] {
      ++asked;
      return answer;
    });
    QVERIFY(editor->load(QStringLiteral("a.yaml"), QStringLiteral("a: 1\n")));
    QCOMPARE(asked, 0);
    editor->editor()->setText(QStringLiteral("my work\n"));
    QVERIFY(editor->unsaved());
    QVERIFY(!editor->load(QStringLiteral("b.yaml"), QStringLiteral("b: 1\n")));
    QCOMPARE(asked, 1);
    QCOMPARE(editor->text(), QStringLiteral("my work\n"));
    answer = EditorPage::Answer::Discard;
    QVERIFY(editor->load(QStringLiteral("b.yaml"), QStringLiteral("b: 1\n")));
    QCOMPARE(editor->text(), QStringLiteral("b: 1\n"));
    QVERIFY(!editor->unsaved());
  }

  void appliedTextCountsAsSafe() {
    EditorPage* editor = m_window->editor();
    editor->editor()->setText(QString::fromStdString(manifest("api", 2)));
    QVERIFY(editor->unsaved());
    editor->apply();
    QVERIFY2(editor->unsaved(), "sent is not yet accepted");
    editor->applied();
    QVERIFY(!editor->unsaved());
  }

  void verbsThatTheStateForbidsAreDisabledAndSayWhy() {
    QVERIFY(m_stage->apply(manifest("api", 4)));
    m_stage->run(6000);
    show();
    m_window->showRoom(Workspace::Room::Rollout);
    QVERIFY(!verb(*m_window, RolloutAction::Promote)->isEnabled());
    QVERIFY(verb(*m_window, RolloutAction::Promote)->toolTip().contains(QStringLiteral("Not now")));
    QVERIFY(!verb(*m_window, RolloutAction::Abort)->isEnabled());
    QVERIFY(verb(*m_window, RolloutAction::Restart)->isEnabled());
  }

  void eachVerbSendsItsCommand_data() {
    QTest::addColumn<int>("action");
    for (const auto action : {RolloutAction::Promote, RolloutAction::PromoteFull, RolloutAction::Pause,
                              RolloutAction::Abort, RolloutAction::Restart, RolloutAction::Undo}) {
      QTest::addRow("verb %d", static_cast<int>(action)) << static_cast<int>(action);
    }
  }
  void eachVerbSendsItsCommand() {
    QFETCH(int, action);
    QVERIFY(m_stage->apply(manifest("api", 4)));
    m_stage->run(6000);
    QVERIFY(m_stage->apply(manifest("api", 4, "local://demo@v2", kCanary)));
    m_stage->run(8000);
    show();
    m_window->showRoom(Workspace::Room::Rollout);
    Commands commands(*m_window);
    QPushButton* button = verb(*m_window, static_cast<RolloutAction>(action));
    QVERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(commands.all.size(), std::size_t{1});
    const auto& sent = std::get<RolloutCommand>(commands.all[0]);
    QCOMPARE(sent.service, std::string("api"));
    QCOMPARE(static_cast<int>(sent.action), action);
    QVERIFY2(m_stage->command(commands.all[0]), "what the button offers, the engine accepts");
  }

  void narrationHasABandOfItsOwnWhileAScenarioPlays() {
    Frame frame = m_stage->frame();
    frame.play.playing = true;
    frame.play.caption = Caption{"Half of api runs v3.", "the top sector", 0, 6, 11};
    m_window->setFrame(frame);
    QVERIFY(m_window->narration()->isVisible());
    QCOMPARE(m_window->narration()->caption(), QStringLiteral("Half of api runs v3."));
    const auto labels = m_window->narration()->findChildren<QLabel*>();
    const bool large = std::any_of(labels.begin(), labels.end(), [](const QLabel* l) {
      return l->text() == QLatin1String("Half of api runs v3.") && l->font().pixelSize() >= 19;
    });
    QVERIFY2(large, "legible from the last row");
    frame.play = {};
    m_window->setFrame(frame);
    QVERIFY(!m_window->narration()->isVisible());
  }

  void aSmallWindowFitsItsSizeAndSharesItsSpace() {
    QVERIFY(m_stage->apply(manifest("api", 3)));
    m_stage->run(3000);
    show();
    m_window->resize(1024, 768);
    QCOMPARE(m_window->size(), QSize(1024, 768));
    auto* tabs = m_window->findChild<QTabWidget*>();
    QCOMPARE(tabs->count(), 9);
    m_window->resize(1440, 900);
    QCOMPARE(tabs->count(), 7);
    QVERIFY(m_window->findChild<QTableView*>()->isVisible());
  }

  void everyControlHasANameAndATip() {
    QVERIFY(m_stage->apply(manifest("api", 3)));
    m_stage->run(3000);
    show();
    for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
      if (button->objectName().startsWith(QLatin1String("qt_")) || !button->isVisible()) continue;
      if (qobject_cast<const QTabBar*>(button->parent()) != nullptr) continue;
      const QString name = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
      QVERIFY2(!name.isEmpty(),
               qPrintable(QStringLiteral("a %1 without a name").arg(QLatin1String(button->metaObject()->className()))));
      QVERIFY2(!button->toolTip().isEmpty(), qPrintable(QStringLiteral("%1 has no tool tip").arg(name)));
    }
  }

  void aPlayedScenarioTakesTheFocusAlong() {
    QVERIFY(m_stage->apply(manifest("api", 2)) && m_stage->apply(manifest("cart", 2)));
    m_stage->run(3000);
    m_window->setFocusOn({QStringLiteral("api"), kNoPod});
    QVERIFY(m_stage->command(LoadCommand{"cart", std::nullopt, 240, std::nullopt}));
    show();
    QCOMPARE(m_window->focus().service, QStringLiteral("api"));
    Frame frame = m_stage->frame();
    frame.play.playing = true;
    m_window->setFrame(frame);
    QCOMPARE(m_window->focus().service, QStringLiteral("cart"));
    m_window->setFocusOn({QStringLiteral("api"), kNoPod});
    m_window->setFrame(frame);
    QVERIFY2(m_window->focus().service == QStringLiteral("api"), "a choice of one's own stands until the next Command");
  }

  void aDeletedServiceLeavesTheFocus() {
    QVERIFY(m_stage->apply(manifest("api", 2)) && m_stage->apply(manifest("web", 1)));
    m_stage->run(4000);
    show();
    m_window->setFocusOn({QStringLiteral("web"), kNoPod});
    QVERIFY(m_stage->command(DeleteCommand{"web"}));
    m_stage->run(10000);
    show();
    QCOMPARE(m_window->focus().service, QStringLiteral("api"));
  }

 private:
  void show() { m_window->setFrame(m_stage->frame()); }

  std::unique_ptr<Workspace> m_window;
  std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(TestWorkspace)
#include "test_workspace.moc"
