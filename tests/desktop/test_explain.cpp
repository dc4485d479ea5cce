// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why?" followed from a pod to the cause, and "Why is nothing happening?", in the window with mouse and keyboard.
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "app/desktop/chrome/top_bar.h"
#include "app/desktop/coming/coming_up.h"
#include "app/desktop/coming/pending_causes.h"
#include "app/desktop/events/events_model.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/explain/cause_chain.h"
#include "app/desktop/explain/still_card.h"
#include "app/desktop/explain/stillness.h"
#include "app/desktop/explain/why_page.h"
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
const std::string kManual =
    "  rollout: { strategy: Canary, steps: [{ percent: 50, pause: manual }, { percent: 100 }] }\n";

}  // namespace

class TestExplain : public QObject {
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
    m_stage->clock().paused = false;
    show();
  }
  void cleanup() { m_window.reset(); }

  // Play Demo is another world, in which the number of an event means another one.
  void anEventOfAnotherWorldIsNotExplainedHere() {
    QVERIFY(m_stage->apply(manifest("api", 3)));
    m_stage->run(5000);
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Kill, "api", 1, std::nullopt, std::nullopt, {}}));
    m_stage->run(5000);
    show();
    m_window->setFocusOn({QStringLiteral("api"), kNoPod});
    m_window->showRoom(Workspace::Room::Why);
    m_window->why()->explainEvent(seqOf(Reason::ChaosKilled));
    show();
    QVERIFY(m_window->why()->chainText().contains(QStringLiteral("chaos")));
    Stage other;
    QVERIFY(other.apply(manifest("api", 2)));
    other.run(5000);
    Frame frame = other.frame();
    auto elsewhere = std::make_shared<Snapshot>(*frame.snapshot);
    elsewhere->epochMs += 1000;
    frame.snapshot = elsewhere;
    m_window->setFrame(frame);
    QVERIFY(!m_window->why()->chainText().contains(QStringLiteral("chaos")));
  }

  void aKilledPodsSuccessorLeadsBackToTheKill() {
    QVERIFY(m_stage->apply(manifest("api", 3)));
    m_stage->run(5000);
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Kill, "api", 1, std::nullopt, std::nullopt, {}}));
    m_stage->run(5000);
    show();
    // The new pod is the youngest: choose its tile's pod, and its story stands in Why?.
    m_window->setFocusOn({QStringLiteral("api"), 3});
    m_window->showRoom(Workspace::Room::Why);
    auto* chain = label(QStringLiteral("Chain of causes"));
    const std::uint64_t kill = seqOf(Reason::ChaosKilled);
    QVERIFY2(chain->text().contains(linkTo(kill)), "the chain goes back to the kill");
    // By keyboard: Tab goes from link to link, the first one is where it began.
    chain->setFocus();
    QTest::keyClick(chain, Qt::Key_Tab);
    QTest::keyClick(chain, Qt::Key_Return);
    QCOMPARE(chosenEvent(), kill);
    QVERIFY(!m_window->events()->isFollowing());
    // And from the event back to its own why.
    auto* table = m_window->events()->findChild<QTableView*>();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(chain->text().contains(linkTo(kill)));
    QVERIFY2(!chain->text().contains(QStringLiteral("show this pod")), "the killed pod is gone");
  }

  void aLinkToAPodChoosesIt() {
    QVERIFY(m_stage->apply(manifest("api", 2)));
    m_stage->run(5000);
    show();
    m_window->setFocusOn({QStringLiteral("api"), 1});
    m_window->showRoom(Workspace::Room::Why);
    Q_EMIT label(QStringLiteral("Chain of causes"))->linkActivated(linkTo(Focus{QStringLiteral("api"), 0}));
    QCOMPARE(m_window->focus(), (Focus{QStringLiteral("api"), 0}));
  }

  void aClockThatStandsIsTheFirstAnswer() {
    QVERIFY(m_stage->apply(manifest("api", 1)));
    m_stage->run(5000);
    m_stage->clock().paused = true;
    show();
    QSignalSpy run(m_window->topBar(), &TopBar::pauseToggled);
    ask();
    QVERIFY(still()->text().contains(QStringLiteral("The clock is paused")));
    Q_EMIT still()->findChild<QLabel*>(QStringLiteral("whyStill"))->linkActivated(QStringLiteral("run:"));
    QCOMPARE(run.size(), 1);
  }

  void whatIsAsDesiredIsSaidToBe() {
    QVERIFY(m_stage->apply(manifest("api", 2)) && m_stage->apply(manifest("idle", 0)));
    m_stage->run(20000);
    show();
    QVERIFY(pendingCauses(*m_stage->frame().snapshot).empty());
    ask();
    QVERIFY(still()->text().contains(QStringLiteral("api is as desired: 2 of 2 ready")));
    QVERIFY(still()->text().contains(QStringLiteral("idle is scaled to 0")));
  }

  void aRolloutThatWaitsForAPersonOffersTheVerb() {
    QVERIFY(m_stage->apply(manifest("api", 2)));
    m_stage->run(5000);
    QVERIFY(m_stage->apply(manifest("api", 2, "local://demo@v2", kManual)));
    m_stage->run(8000);
    show();
    ask();
    auto* text = still()->findChild<QLabel*>(QStringLiteral("whyStill"));
    const QString link = QStringLiteral("verb:%1/api").arg(static_cast<int>(RolloutAction::Promote));
    QVERIFY(text->text().contains(link));
    std::vector<Command> sent;
    connect(m_window.get(), &Workspace::commandWanted, text, [&](const Command& command) { sent.push_back(command); });
    Q_EMIT text->linkActivated(link);
    QCOMPARE(sent.size(), std::size_t{1});
    QVERIFY(m_stage->command(sent[0]));
    const auto causes = pendingCauses(*m_stage->frame().snapshot);
    QVERIFY(!causes.empty());
  }

  void theStripNeverSaysNothingWhileSomethingIsAwaited() {
    QVERIFY(m_stage->apply(manifest("api", 3)));
    m_stage->run(5000);
    QVERIFY(m_stage->apply(manifest("api", 3, "local://demo@v2", kManual)));
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Crash, "api", 1, std::nullopt, std::nullopt, {}}));
    m_stage->run(15000, 50, [](const Frame& frame) {
      bool awaited = false;
      for (const ServiceEntry& entry : frame.snapshot->services) awaited = awaited || !entry.state->waiting.empty();
      QCOMPARE(!pendingCauses(*frame.snapshot).empty(), awaited);
    });
  }

  void anEmptyStripOffersToExplain() {
    auto* button = m_window->coming()->findChild<QPushButton*>(QStringLiteral("whyNothing"));
    QVERIFY(button != nullptr && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_window->room(), std::optional(Workspace::Room::Why));
    QVERIFY(still()->isVisible());
    QVERIFY(still()->text().contains(QStringLiteral("No service is declared")));
    QVERIFY(m_stage->apply(manifest("api", 1)));
    m_stage->run(500);
    show();
    QVERIFY2(!button->isVisible(), "something is awaited now");
  }

 private:
  void show() { m_window->setFrame(m_stage->frame()); }
  StillCard* still() { return m_window->why()->stillness(); }
  void ask() {
    m_window->showRoom(Workspace::Room::Why);
    for (QPushButton* button : m_window->why()->findChildren<QPushButton*>()) {
      if (button->text() == QLatin1String("Why is nothing happening?")) QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(still()->isVisible());
  }
  QLabel* label(const QString& name) const {
    for (QLabel* candidate : m_window->findChildren<QLabel*>()) {
      if (candidate->accessibleName() == name) return candidate;
    }
    return nullptr;
  }
  std::uint64_t chosenEvent() const {
    return m_window->events()->findChild<QTableView*>()->currentIndex().data(EventsModel::Seq).toULongLong();
  }
  std::uint64_t seqOf(Reason reason) const {
    const auto snapshot = m_stage->frame().snapshot;
    for (std::uint64_t seq = snapshot->events.first(); seq < snapshot->events.end(); ++seq) {
      if (snapshot->events.at(seq).reason == reason) return seq;
    }
    return 0;
  }

  std::unique_ptr<Workspace> m_window;
  std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(TestExplain)
#include "test_explain.moc"
