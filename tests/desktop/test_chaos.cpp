// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chaos and load: what is previewed is what is struck, limits reach the engine, the alarm ends it all, and loads and
// natures become the right Commands.
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "app/desktop/chaos/blow.h"
#include "app/desktop/chaos/chaos_page.h"
#include "app/desktop/chaos/load_card.h"
#include "app/desktop/chaos/nature_card.h"
#include "app/desktop/chaos/pattern_picture.h"
#include "app/desktop/chaos/strike_card.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(int replicas) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: " + std::to_string(replicas) +
         " }\n";
}

template <typename Widget>
Widget* named(QWidget& in, const QString& name) {
  for (Widget* widget : in.findChildren<Widget*>()) {
    if (widget->accessibleName() == name) return widget;
  }
  return nullptr;
}

}  // namespace

class TestChaos : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_window = std::make_unique<Workspace>();
    theme::apply(*m_window);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_stage = std::make_unique<Stage>();
    m_commands.clear();
    connect(m_window.get(), &Workspace::commandWanted, this, [this](const Command& c) { m_commands.push_back(c); });
    // Answered by the engine, as the program does.
    connect(m_window.get(), &Workspace::previewWanted, this, [this](const ChaosCommand& question, int ticket) {
      m_question = question;
      const auto answer = m_stage->engine().preview(question);
      QStringList pods;
      if (answer.ok()) {
        for (const std::string& pod : answer.value().pods) pods << QString::fromStdString(pod);
      }
      m_window->showPreview(ticket, answer.ok(), pods,
                            answer.ok() ? QString() : QString::fromStdString(answer.error().message()));
    });
    QVERIFY(m_stage->apply(manifest(12)));
    m_stage->run(8000, 1000);
    show();
    m_window->showRoom(Workspace::Room::Chaos);
  }
  void cleanup() { m_window.reset(); }

  void whatIsPreviewedIsWhatIsStruck_data() {
    QTest::addColumn<int>("kind");
    QTest::addRow("kill") << static_cast<int>(BlowKind::Kill);
    QTest::addRow("crash") << static_cast<int>(BlowKind::Crash);
    QTest::addRow("make unhealthy") << static_cast<int>(BlowKind::Sicken);
  }
  void whatIsPreviewedIsWhatIsStruck() {
    QFETCH(int, kind);
    QComboBox* what = named<QComboBox>(*card(), QStringLiteral("What to do"));
    what->setCurrentIndex(what->findData(kind));
    named<QSpinBox>(*card(), QStringLiteral("How many"))->setValue(3);
    QSignalSpy marked(m_window->chaos(), &ChaosPage::targetsChanged);
    click(QStringLiteral("previewVictims"));
    const auto targets = marked.last().at(1).value<std::vector<PodOrdinal>>();
    QCOMPARE(targets.size(), std::size_t{3});
    // Time goes on between looking and striking: the engine would draw others now.
    m_stage->run(1700, 100);
    show();
    QVERIFY(strike()->text().contains(QStringLiteral("these 3")));
    QTest::mouseClick(strike(), Qt::LeftButton);
    QCOMPARE(m_commands.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
      const auto outcome = m_stage->engine().apply(m_commands[i]);
      QVERIFY(outcome.ok());
      const std::string& pod = outcome.value().pods.at(0);
      QCOMPARE(podOrdinal("api", pod.substr(pod.rfind('-') + 1)), targets[i]);
    }
    QVERIFY2(marked.last().at(1).value<std::vector<PodOrdinal>>().empty(), "nothing stays marked after the blow");
  }

  void anotherChoiceForgetsThePreview() {
    click(QStringLiteral("previewVictims"));
    QVERIFY(strike()->text().contains(QStringLiteral("this one")));
    named<QSpinBox>(*card(), QStringLiteral("How many"))->setValue(2);
    QCOMPARE(strike()->text(), QStringLiteral("Kill"));
    QTest::mouseClick(strike(), Qt::LeftButton);
    QCOMPARE(*std::get<ChaosCommand>(m_commands.at(0)).count, 2);
  }

  void victimsThatLeaveAreNotStruck() {
    named<QSpinBox>(*card(), QStringLiteral("How many"))->setValue(3);
    QSignalSpy marked(m_window->chaos(), &ChaosPage::targetsChanged);
    click(QStringLiteral("previewVictims"));
    const auto targets = marked.last().at(1).value<std::vector<PodOrdinal>>();
    const auto snapshot = m_stage->frame().snapshot;
    ChaosCommand kill;
    kill.service = "api";
    snapshot->forEachPod(*snapshot->find("api"), targets[0], [&](const PodView& view) {
      kill.pod = view.id();
      return false;
    });
    QVERIFY(m_stage->command(kill));
    show();
    QTest::mouseClick(strike(), Qt::LeftButton);
    QCOMPARE(m_commands.size(), std::size_t{2});
  }

  void limitsGoAlong() {
    QTest::mouseClick(named<QToolButton>(*card(), QStringLiteral("Show the limits")), Qt::LeftButton);
    named<QSpinBox>(*card(), QStringLiteral("How many"))->setValue(6);
    named<QSpinBox>(*card(), QStringLiteral("Leave at least so many available"))->setValue(10);
    named<QSpinBox>(*card(), QStringLiteral("Spare pods younger than this"))->setValue(3);
    click(QStringLiteral("previewVictims"));
    QCOMPARE(*m_question.limits.minAvailable, 10);
    QCOMPARE(*m_question.limits.minAge, Millis{3000});
    QVERIFY(strike()->text().contains(QStringLiteral("these 2")));
    named<QSpinBox>(*card(), QStringLiteral("Leave at least so many available"))->setValue(12);
    click(QStringLiteral("previewVictims"));
    QVERIFY2(!strike()->isEnabled(), "the limits spare all");
  }

  void percentAndSchedules() {
    named<QComboBox>(*card(), QStringLiteral("Pods or percent"))->setCurrentIndex(1);
    named<QSpinBox>(*card(), QStringLiteral("How many"))->setValue(50);
    named<QSpinBox>(*card(), QStringLiteral("How long"))->setValue(30);
    click(QStringLiteral("repeatStrike"));
    const auto& sent = std::get<ChaosScheduleCommand>(m_commands.at(0));
    QCOMPARE(*sent.blow.percent, 50);
    QCOMPARE(sent.every, Millis{10000});
    QCOMPARE(*sent.forTime, Millis{30000});
    QVERIFY(m_stage->command(m_commands[0]));
  }

  void theAlarmStandsWhileChaosRunsAndEndsIt() {
    auto* stop = m_window->findChild<QPushButton*>(QStringLiteral("emergencyStop"));
    QVERIFY(!stop->isVisible());
    click(QStringLiteral("repeatStrike"));
    QVERIFY(m_stage->command(m_commands.at(0)));
    show();
    for (const auto room : {Workspace::Room::Desired, Workspace::Room::Diff, Workspace::Room::Why}) {
      m_window->showRoom(room);
      QVERIFY2(stop->isVisible(), "wherever one looks");
    }
    m_window->resize(1024, 768);
    QVERIFY(stop->isVisible());
    m_commands.clear();
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(std::holds_alternative<ChaosStopCommand>(m_commands.at(0)));
    QTest::keyClick(m_window.get(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(std::holds_alternative<ChaosStopCommand>(m_commands.at(1)));
    QVERIFY(m_stage->command(m_commands[0]));
    show();
    QVERIFY(!stop->isVisible());
  }

  void aPatternIsSentAndItsPresentPointShown() {
    auto* shape = named<QComboBox>(*m_window, QStringLiteral("Shape of the load over time"));
    shape->setCurrentIndex(shape->findData(static_cast<int>(LoadShape::Sine)));
    Q_EMIT shape->activated(shape->currentIndex());
    auto* picture = m_window->findChild<PatternPicture*>();
    QVERIFY(picture->isVisible());
    QVERIFY2(!picture->presentPlace(), "it does not run yet");
    named<QSpinBox>(*m_window, QStringLiteral("Load at the other end"))->setValue(400);
    named<QSpinBox>(*m_window, QStringLiteral("Seconds"))->setValue(20);
    QTest::mouseClick(named<QPushButton>(*m_window, QStringLiteral("Start pattern")), Qt::LeftButton);
    const auto& sent = std::get<LoadCommand>(m_commands.at(0));
    QCOMPARE(sent.pattern->to, std::int64_t{400});
    QCOMPARE(sent.pattern->shape, LoadShape::Sine);
    QVERIFY(m_stage->command(m_commands[0]));
    m_stage->run(10000, 1000);
    show();
    QVERIFY(picture->presentPlace().has_value());
    QCOMPARE(*picture->presentPlace(), 0.25);
    shape->setCurrentIndex(0);
    Q_EMIT shape->activated(0);
    QVERIFY(m_stage->command(m_commands.at(1)));
    show();
    QVERIFY2(!picture->isVisible(), "a constant load needs no picture");
  }

  void slowStartsAreAppliedAfterTheirDiffIsShown() {
    auto* start = named<QDoubleSpinBox>(*m_window, QStringLiteral("Seconds to start"));
    auto* apply = m_window->findChild<QPushButton*>(QStringLiteral("applyNature"));
    QVERIFY(!apply->isVisible());
    start->setValue(7.5);
    named<QDoubleSpinBox>(*m_window, QStringLiteral("Crashes an hour"))->setValue(60);
    QVERIFY(apply->isVisible());
    auto* diff = named<QLabel>(*m_window, QStringLiteral("What applying would change"));
    QVERIFY(diff->text().contains(QStringLiteral("startSeconds")) && diff->text().contains(QStringLiteral("7.5")));
    QVERIFY(m_commands.empty());
    QTest::mouseClick(apply, Qt::LeftButton);
    const ServiceSpec& sent = std::get<ApplyCommand>(m_commands.at(0)).services.at(0);
    QCOMPARE(sent.podTemplate.simulation.start, Millis{7500});
    QCOMPARE(sent.podTemplate.simulation.crashesPerHourMilli, std::int64_t{60000});
    QCOMPARE(sent.replicas, 12);
    QVERIFY(m_stage->command(m_commands[0]));
    show();
    QVERIFY2(!apply->isVisible(), "nothing differs any more");
  }

  void theWheelOverAControlNobodyChoseScrollsThePage() {
    m_window->showRoom(Workspace::Room::Chaos);
    auto* load = named<QSpinBox>(*m_window, QStringLiteral("How many"));
    QVERIFY(load != nullptr && load->isVisible());
    const int before = load->value();
    const auto turn = [load](int angle) {
      const QPoint at = load->rect().center();
      QWheelEvent event(at, load->mapToGlobal(at), {}, QPoint(0, angle), Qt::NoButton, Qt::NoModifier,
                        Qt::NoScrollPhase, false);
      QCoreApplication::sendEvent(load, &event);
    };
    turn(120);
    QCOMPARE(load->value(), before);
    load->setFocus();
    turn(120);
    QVERIFY2(load->value() != before, "one that was chosen turns");
  }

 private:
  StrikeCard* card() { return m_window->chaos()->strikes(); }
  QPushButton* strike() { return card()->findChild<QPushButton*>(QStringLiteral("strike")); }
  void click(const QString& name) { QTest::mouseClick(card()->findChild<QPushButton*>(name), Qt::LeftButton); }
  void show() { m_window->setFrame(m_stage->frame()); }

  std::unique_ptr<Workspace> m_window;
  std::unique_ptr<Stage> m_stage;
  std::vector<Command> m_commands;
  ChaosCommand m_question;
};

QTEST_MAIN(TestChaos)
#include "test_chaos.moc"
