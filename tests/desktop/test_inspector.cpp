// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inspector: what it says of a pod, what its buttons ask for, and what it says of a pod that is gone.
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "app/desktop/grid/pod_words.h"
#include "app/desktop/inspector/phase_strip.h"
#include "app/desktop/inspector/pod_inspector.h"
#include "app/desktop/inspector/pod_story.h"
#include "app/desktop/inspector/probe_rows.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

const std::string kProbed =
    "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec:\n  replicas: 3\n  env: [{ name: HEALTHY, value: "
    "\"1\" "
    "}]\n  readinessProbe: { httpGet: { path: /healthz }, periodSeconds: 2, failureThreshold: 3 }\n"
    "  livenessProbe: { periodSeconds: 4 }\n";
const std::string kCrashing =
    "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec:\n  replicas: 1\n"
    "  simulation: { crashAfterSeconds: 2 }\n  restartBackoff: { baseSeconds: 3 }\n";

}  // namespace

class TestInspector : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_stage = std::make_unique<Stage>();
    m_card = std::make_unique<PodInspector>();
    m_commands.clear();
    m_chosen = {};
    connect(m_card.get(), &PodInspector::commandWanted, this, [this](const Command& c) { m_commands.push_back(c); });
    connect(m_card.get(), &PodInspector::focusChosen, this, [this](const Focus& f) { m_chosen = f; });
    m_card->resize(380, 700);
    m_card->show();
  }
  void cleanup() { m_card.reset(); }

  void phasesFollowTheEvents() {
    QVERIFY(m_stage->apply(kCrashing));
    m_stage->run(9000, 100);
    const Frame frame = m_stage->frame();
    const PodStory story = podStory(*frame.snapshot, *frame.snapshot->find("api"), 0);
    std::vector<TileState> states;
    for (const PodPhase& phase : story.phases) states.push_back(phase.state);
    QVERIFY(states.size() >= 4);
    QCOMPARE(states[0], TileState::Starting);
    QCOMPARE(states[1], TileState::Ready);
    QCOMPARE(states[2], TileState::BackOff);
    QCOMPARE(states[3], TileState::Starting);
    for (std::size_t i = 1; i < story.phases.size(); ++i)
      QVERIFY2(story.phases[i - 1].to == story.phases[i].from, "without gaps");
    QCOMPARE(story.phases.back().to, kNever);
    QVERIFY(!story.cut && !story.gone);
    QVERIFY(present(0));
    QVERIFY(m_card->findChild<PhaseStrip*>()->accessibleDescription().contains(QStringLiteral("Back-off from")));
  }

  // The same name and number in a service that was deleted and declared anew: not the pod whose story is known.
  void aServiceOfTheSameNameHasOtherPods() {
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 100);
    QVERIFY(m_stage->apply(kProbed + "  image: local://demo@v2\n"));
    m_stage->run(20000, 100);
    QVERIFY(present(4));
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Kill, "api", 3, std::nullopt, std::nullopt, {}}));
    m_stage->run(10000, 100);
    QVERIFY2(present(4), "its story is told though it is gone");
    QVERIFY(m_stage->command(DeleteCommand{"api"}));
    m_stage->run(60000, 100);
    QVERIFY(m_stage->frame().snapshot->find("api") == nullptr);
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 100);
    QVERIFY2(!present(4), "no pod of this service had this number");
    QVERIFY(present(0));
  }

  void probesSayWhatTheySawAndWhenTheyAskNext() {
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 100);
    QVERIFY(present(0));
    const auto* rows = m_card->findChild<ProbeRows*>();
    QVERIFY2(rows->rowText(ProbeType::Readiness).contains(QStringLiteral("succeeds")),
             qPrintable(rows->rowText(ProbeType::Readiness)));
    QVERIFY(rows->rowText(ProbeType::Readiness).contains(QStringLiteral("/healthz every 2 s")));
    QVERIFY(rows->rowText(ProbeType::Startup).contains(QStringLiteral("none")));
    const Frame frame = m_stage->frame();
    const ServiceState& state = *frame.snapshot->find("api")->state;
    const Pod* pod = frame.snapshot->find("api")->pods->find(0);
    const auto stand = words::probeStand(ProbeType::Readiness, state, *pod, frame.clock.t);
    QVERIFY(stand.next > frame.clock.t && stand.next <= frame.clock.t + 2000);
    QCOMPARE(stand.next - stand.last, SimTime{2000});
  }

  void failuresCountTowardsTheThreshold() {
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 100);
    HealthCommand sick;
    sick.service = "api";
    sick.pod = id(0);
    sick.probe = ProbeTarget::Readiness;
    QVERIFY(m_stage->command(sick));
    QStringList told;
    for (int i = 0; i < 70; ++i) {
      m_stage->run(100, 100);
      QVERIFY(present(0));
      const QString text = m_card->findChild<ProbeRows*>()->rowText(ProbeType::Readiness);
      for (int n = 1; n <= 3; ++n) {
        const QString failed = QStringLiteral("failed %1 of 3").arg(n);
        if (text.contains(failed) && !told.contains(failed)) told << failed;
      }
    }
    QCOMPARE(told, (QStringList{QStringLiteral("failed 1 of 3"), QStringLiteral("failed 2 of 3"),
                                QStringLiteral("failed 3 of 3")}));
  }

  void backOffCountsDown() {
    QVERIFY(m_stage->apply(kCrashing));
    m_stage->run(4500, 100);
    QVERIFY(present(0));
    const QString before = stateText();
    QVERIFY2(before.contains(QStringLiteral("Back-off")) && before.contains(QStringLiteral("restarts in")),
             qPrintable(before));
    m_card->setNow(m_stage->engine().now() + 500);
    QVERIFY(stateText() != before);
  }

  void buttonsAskForTheirCommands_data() {
    QTest::addColumn<QString>("button");
    QTest::addRow("kill") << QStringLiteral("killPod");
    QTest::addRow("crash") << QStringLiteral("crashPod");
    QTest::addRow("make unhealthy") << QStringLiteral("sickenPod");
  }
  void buttonsAskForTheirCommands() {
    QFETCH(QString, button);
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 500);
    QVERIFY(present(1));
    click(button);
    QCOMPARE(m_commands.size(), std::size_t{1});
    if (button == QLatin1String("sickenPod")) {
      const auto& sent = std::get<HealthCommand>(m_commands[0]);
      QCOMPARE(*sent.pod, id(1));
      QVERIFY(!sent.healthy && sent.probe == ProbeTarget::Both && !sent.sticky);
    } else {
      const auto& sent = std::get<ChaosCommand>(m_commands[0]);
      QCOMPARE(*sent.pod, id(1));
      QCOMPARE(sent.kind, button == QLatin1String("killPod") ? ChaosKind::Kill : ChaosKind::Crash);
    }
    QVERIFY2(m_stage->command(m_commands[0]), "the engine accepts what is offered");
  }

  void oneProbeAndForGood() {
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 500);
    QVERIFY(present(1));
    auto* probe = m_card->findChild<QComboBox*>();
    probe->setCurrentIndex(probe->findData(static_cast<int>(ProbeTarget::Readiness)));
    QTest::mouseClick(m_card->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(6, 8));
    click(QStringLiteral("sickenPod"));
    const auto& sent = std::get<HealthCommand>(m_commands.at(0));
    QVERIFY(sent.sticky && sent.probe == ProbeTarget::Readiness);
    QVERIFY(!m_card->findChild<QPushButton*>(QStringLiteral("healPod"))->isEnabled());
    QVERIFY(m_stage->command(m_commands[0]));
    QVERIFY(present(1));
    click(QStringLiteral("healPod"));
    QVERIFY(std::get<HealthCommand>(m_commands.at(1)).healthy);
  }

  void nextAndPreviousGoRound() {
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 500);
    QVERIFY(present(2));
    tool(QStringLiteral("Next pod"));
    QCOMPARE(m_chosen, (Focus{QStringLiteral("api"), 0}));
    QVERIFY(present(0));
    tool(QStringLiteral("Previous pod"));
    QCOMPARE(m_chosen, (Focus{QStringLiteral("api"), 2}));
    tool(QStringLiteral("Copy the pod's name"));
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), id(0));
  }

  void aPodThatIsGoneSaysWhy() {
    QVERIFY(m_stage->apply(kProbed));
    m_stage->run(8000, 500);
    const std::string gone = id(1);
    ChaosCommand kill;
    kill.service = "api";
    kill.pod = gone;
    QVERIFY(m_stage->command(kill));
    m_stage->run(5000, 500);
    QVERIFY(m_stage->frame().snapshot->find("api")->pods->find(1) == nullptr);
    QVERIFY2(present(1), "there is something to be said");
    QCOMPARE(stateText(), QStringLiteral("This pod is gone"));
    QCOMPARE(m_card->podName().toStdString(), gone);
    QVERIFY(allText().contains(QStringLiteral("chaos kills")));
    QVERIFY(!m_card->findChild<QPushButton*>(QStringLiteral("killPod"))->isVisible());
    tool(QStringLiteral("Next pod"));
    QCOMPARE(m_chosen.pod, PodOrdinal{2});
    QVERIFY2(!present(99), "of a pod that never was there is nothing to say");
  }

 private:
  bool present(PodOrdinal pod) { return m_card->present(m_stage->frame(), {QStringLiteral("api"), pod}); }
  std::string id(PodOrdinal pod) {
    const Frame frame = m_stage->frame();
    const ServiceEntry* entry = frame.snapshot->find("api");
    return words::podId(*entry->state, entry->pods->at(pod)).toStdString();
  }
  void click(const QString& name) { QTest::mouseClick(m_card->findChild<QPushButton*>(name), Qt::LeftButton); }
  void tool(const QString& name) {
    for (QToolButton* button : m_card->findChildren<QToolButton*>()) {
      if (button->accessibleName() == name) QTest::mouseClick(button, Qt::LeftButton);
    }
  }
  QString stateText() const { return m_card->findChildren<QLabel*>().at(1)->text(); }
  QString allText() const {
    QString all;
    for (const QLabel* label : m_card->findChildren<QLabel*>()) {
      if (label->isVisible()) all += label->text();
    }
    return all;
  }

  std::unique_ptr<Stage> m_stage;
  std::unique_ptr<PodInspector> m_card;
  std::vector<Command> m_commands;
  Focus m_chosen;
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
