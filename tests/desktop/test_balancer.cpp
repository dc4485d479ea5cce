// SPDX-License-Identifier: GPL-3.0-or-later
//
// The balancer's page: shares, the round and who answers, and the state in which nobody does.
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <set>

#include "app/desktop/balancer/balancer_page.h"
#include "app/desktop/balancer/share_bars.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(int replicas, const std::string& image, const std::string& more = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec:\n  replicas: " + std::to_string(replicas) +
         "\n  image: local://demo@" + image + "\n" + more;
}

}  // namespace

class TestBalancer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_stage = std::make_unique<Stage>();
    m_page = std::make_unique<BalancerPage>();
    m_page->resize(380, 900);
    m_page->show();
  }
  void cleanup() { m_page.reset(); }

  void requestsGoRound() {
    QVERIFY(m_stage->apply(manifest(3, "v1")));
    m_stage->run(6000, 1000);
    show();
    QSignalSpy answered(m_page.get(), &BalancerPage::answered);
    auto* send = m_page->findChild<QPushButton*>(QStringLiteral("sendRequest"));
    std::vector<PodOrdinal> order;
    for (int i = 0; i < 4; ++i) {
      QTest::mouseClick(send, Qt::LeftButton);
      order.push_back(answered.last().at(0).value<Focus>().pod);
    }
    QCOMPARE(order, (std::vector<PodOrdinal>{0, 1, 2, 0}));
    // The one that would be next goes: nobody waits, nobody comes twice.
    ChaosCommand kill;
    kill.service = "api";
    const auto snapshot = m_stage->frame().snapshot;
    Snapshot::forEachPod(*snapshot->find("api"), 1, [&](const PodView& view) {
      kill.pod = view.id();
      return false;
    });
    QVERIFY(m_stage->command(kill));
    show();
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(answered.last().at(0).value<Focus>().pod, PodOrdinal{2});
  }

  void sharesFollowTheVersions() {
    QVERIFY(m_stage->apply(manifest(4, "v1")));
    QVERIFY(m_stage->command(LoadCommand{"api", std::nullopt, 200, std::nullopt}));
    m_stage->run(8000, 1000);
    QVERIFY(m_stage->apply(manifest(
        4, "v2", "  rollout: { strategy: Canary, steps: [{ percent: 50, pause: manual }, { percent: 100 }] }\n")));
    m_stage->run(12000, 500);
    show();
    const auto bars = m_page->findChildren<ShareBars*>();
    double sum = 0;
    double requests = 0;
    QCOMPARE(bars[0]->bars().size(), std::size_t{2});
    for (const ShareBars::Bar& bar : bars[0]->bars()) {
      sum += bar.share;
      requests += bar.perSecond;
      QCOMPARE(bar.share, 0.5);
    }
    QCOMPARE(sum, 1.0);
    QCOMPARE(requests, 200.0);
    QCOMPARE(bars[1]->bars().size(), std::size_t{4});
    QCOMPARE(bars[1]->bars()[0].perSecond, 50.0);
    QVERIFY(bars[1]->bars()[0].next && !bars[1]->bars()[1].next);
  }

  void whereNobodyServesItSaysSo() {
    QVERIFY(m_stage->apply(manifest(2, "v1", "  readinessProbe: {}\n  env: [{ name: HEALTHY, value: \"0\" }]\n")));
    QVERIFY(m_stage->command(LoadCommand{"api", std::nullopt, 120, std::nullopt}));
    m_stage->run(5000, 500);
    show();
    auto* nobody = m_page->findChild<QLabel*>(QStringLiteral("nobodyServes"));
    QVERIFY(nobody->isVisible());
    QVERIFY(nobody->text().contains(QStringLiteral("503")) && nobody->text().contains(QStringLiteral("120.0")));
    QSignalSpy answered(m_page.get(), &BalancerPage::answered);
    QTest::mouseClick(m_page->findChild<QPushButton*>(QStringLiteral("sendRequest")), Qt::LeftButton);
    QCOMPARE(answered.count(), 0);
    bool told = false;
    for (const QLabel* label : m_page->findChildren<QLabel*>())
      told = told || label->text().contains(QStringLiteral("503</b>"));
    QVERIFY(told);
  }

  void historyRemembersChangesOfTheRate() {
    TrafficHistory history;
    QVERIFY(m_stage->apply(manifest(2, "v1")));
    m_stage->run(5000, 500, [&](const Frame& frame) { history.observe(*frame.snapshot); });
    QVERIFY(m_stage->command(LoadCommand{"api", std::nullopt, 300, std::nullopt}));
    m_stage->run(5000, 500, [&](const Frame& frame) { history.observe(*frame.snapshot); });
    QCOMPARE(history.of("api").back().rate.served, 300.0);
    QCOMPARE(history.of("api").back().rate.failed, 0.0);
    HealthCommand sick;
    sick.service = "api";
    sick.probe = ProbeTarget::Liveness;
    QVERIFY(m_stage->command(sick));
    m_stage->run(500, 500, [&](const Frame& frame) { history.observe(*frame.snapshot); });
    QCOMPARE(history.of("api").back().rate.failed, 150.0);
    QVERIFY2(history.of("api").size() < 10, "what stays the same is told once");
  }

  /// The page reckons rates; the engine sums requests up. Both must agree.
  void ratesAgreeWithWhatTheEngineCounts() {
    QVERIFY(m_stage->apply(manifest(3, "v1", "  simulation: { errorPercent: 20, capacityPerPod: 50 }\n")));
    m_stage->run(6000, 500);
    for (const LoadCommand& load :
         {LoadCommand{"api", std::nullopt, 90, std::nullopt}, LoadCommand{"api", 60, std::nullopt, std::nullopt}}) {
      QVERIFY(m_stage->command(load));
      const auto before = state();
      const TrafficRate rate = rateOf(*before);
      m_stage->run(10000, 1000);
      QVERIFY(m_stage->command(LoadCommand{"api", 0, std::nullopt, std::nullopt}));
      const auto after = state();
      const double seconds = static_cast<double>(after->accountedAt - before->accountedAt) / 1000.0;
      QCOMPARE(seconds, 10.0);
      QCOMPARE(static_cast<double>(after->versions[0].servedMilli - before->versions[0].servedMilli) / 1000.0 / seconds,
               rate.served);
      QCOMPARE(static_cast<double>(after->versions[0].failedMilli - before->versions[0].failedMilli) / 1000.0 / seconds,
               rate.failed);
    }
  }

 private:
  std::shared_ptr<const ServiceState> state() { return m_stage->frame().snapshot->find("api")->state; }
  void show() {
    const Frame frame = m_stage->frame();
    m_page->present(frame, {QStringLiteral("api"), kNoPod});
  }

  std::unique_ptr<Stage> m_stage;
  std::unique_ptr<BalancerPage> m_page;
};

QTEST_MAIN(TestBalancer)
#include "test_balancer.moc"
