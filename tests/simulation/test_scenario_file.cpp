// SPDX-License-Identifier: GPL-3.0-or-later
//
// A random world written as a scenario file and played from there tells the same events as when it was driven by
// Commands; a broken rule is found, shrunken, and found again.
#include <QtTest>

#include "tests/simulation/scenario_file.h"
#include "tests/simulation/storm.h"

using namespace perfect;
using namespace perfect::storm;

class ScenarioFileTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void worldTellsTheSameFromItsFile();
  void sameSeedIsTheSameWorld();
};

void ScenarioFileTest::worldTellsTheSameFromItsFile() {
  for (std::uint64_t seed = 7000; seed < 7060; ++seed) {
    const Run run = runStorm(seed);
    QVERIFY2(!run.failure, run.failure.text.c_str());
    const Failure failure = playScenario(run);
    QVERIFY2(!failure, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromStdString(failure.text))));
  }
}

void ScenarioFileTest::sameSeedIsTheSameWorld() {
  const std::string once = writeScenario(runStorm(7001), "once");
  QCOMPARE(writeScenario(runStorm(7001), "once"), once);
  QVERIFY(writeScenario(runStorm(7002), "once") != once);
}

QTEST_GUILESS_MAIN(ScenarioFileTest)
#include "test_scenario_file.moc"
