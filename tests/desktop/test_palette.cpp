// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command palette: what fits what was typed, sentences with what they would do, and what is said where nothing fits.
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/desktop/palette/fuzzy.h"
#include "app/desktop/palette/palette_model.h"
#include "core/events/texts.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(const std::string& name, int replicas) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: " + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) + "\n";
}

QString text(const char* s) { return QString::fromUtf8(s); }

}  // namespace

class TestPalette : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_stage = std::make_unique<Stage>();
    QVERIFY(m_stage->apply(manifest("api", 3)) && m_stage->apply(manifest("web", 12)));
    m_stage->run(4000);
  }

  void lettersFitNames_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("begins") << text("st") << text("Step") << text("Presentation: start");
    QTest::newRow("words begin") << text("rs") << text("Run until Stable") << text("Errors");
    QTest::newRow("in a row") << text("web") << text("web") << text("Why are events blue");
    QTest::newRow("words in any order") << text("light theme") << text("Theme: Light") << QString();
    QTest::newRow("case counts for nothing") << text("PLAY") << text("Play Demo") << QString();
  }
  void lettersFitNames() {
    QFETCH(const QString, typed);
    QFETCH(const QString, better);
    QFETCH(const QString, worse);
    QVERIFY(fuzzyScore(typed, better));
    if (!worse.isEmpty()) QVERIFY(fuzzyScore(typed, better) > fuzzyScore(typed, worse));
    QVERIFY(!fuzzyScore(text("xyz"), better));
  }

  void distances() {
    QCOMPARE(editDistance(text("Light"), text("light")), 0);
    QCOMPARE(editDistance(text("theem"), text("theme")), 2);
    QCOMPARE(editDistance({}, text("abc")), 3);
  }

  void sentencesAreUnderstoodAndPreviewed_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QString>("says");
    QTest::newRow("scale") << text("scale api to 5") << true << text("2 more pods");
    QTest::newRow("scale down") << text("scale web 2") << true << text("10 fewer pods");
    QTest::newRow("scale by") << text("scale api +4") << true << text("4 more pods");
    QTest::newRow("no such service") << text("scale ap to 5") << false << text("Did you mean api?");
    QTest::newRow("far from any") << text("scale shop to 5") << false << text("There are api, web");
    QTest::newRow("how many") << text("scale api") << false << text("How many?");
    QTest::newRow("too many") << text("scale api to 2000000") << false << text("from 0 to 1,000,000");
    QTest::newRow("no number") << text("scale api to many") << false << text("“many” is not good");
    QTest::newRow("promote") << text("promote api") << true << text("Stable");
    QTest::newRow("abort nobody") << text("abort shop") << false << text("There are api, web");
    QTest::newRow("kill") << text("kill web 2") << true << text("2 of 12 pods");
    QTest::newRow("kill more than there are") << text("kill api 9") << true << text("3 of 3 pods");
    QTest::newRow("kill none") << text("kill api 0") << false << text("from 1");
    QTest::newRow("crash one") << text("crash api") << true << text("1 of 3 pods");
    QTest::newRow("image") << text("image api local://demo@v2") << true << text("BlueGreen");
    QTest::newRow("image missing") << text("image api") << false << text("Which image?");
    QTest::newRow("load") << text("load web 240%") << true << text("240 %");
    QTest::newRow("speed") << text("speed 5") << true << text("then 5×");
    QTest::newRow("speed max") << text("speed max") << true << text("as fast as it goes");
    QTest::newRow("speed too high") << text("speed 5000") << false << text("0.001 to 1000");
    QTest::newRow("seed") << text("seed 7") << true << text("start over");
    QTest::newRow("seed, no number") << text("seed seven") << false << text("whole number");
    QTest::newRow("until") << text("run until +10s") << true << text("00:14.0");
    QTest::newRow("until the past") << text("until 1s") << false << text("has passed");
    QTest::newRow("until nonsense") << text("until 1m30x") << false << text("At character 3");
    QTest::newRow("until stable") << text("until stable") << true << text("every service");
  }
  void sentencesAreUnderstoodAndPreviewed() {
    QFETCH(const QString, typed);
    QFETCH(const bool, good);
    QFETCH(const QString, says);
    const auto spoken = parseSpoken(typed, m_stage->frame());
    QVERIFY(spoken.has_value());
    QCOMPARE(spoken->good(), good);
    QVERIFY2(spoken->preview.contains(says), qPrintable(spoken->preview));
  }

  void instants_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("t");
    QTest::newRow("seconds") << text("90s") << qint64{90000};
    QTest::newRow("parts") << text("1m30.5s") << qint64{90500};
    QTest::newRow("from now") << text("+250ms") << qint64{10250};
    QTest::newRow("clock") << text("00:44.8") << qint64{44800};
    QTest::newRow("hours") << text("1:02:03.4") << qint64{3723400};
    QTest::newRow("now") << text("10s") << qint64{kNever};
    QTest::newRow("empty") << text("  ") << qint64{kNever};
    QTest::newRow("no unit") << text("90") << qint64{kNever};
    QTest::newRow("plus alone") << text("+") << qint64{kNever};
    QTest::newRow("too long") << text("99999h") << qint64{kNever};
  }
  void instants() {
    QFETCH(const QString, typed);
    QFETCH(const qint64, t);
    const InstantReading reading = readInstant(typed, 10000);
    QCOMPARE(qint64{reading.t}, t);
    QCOMPARE(reading.fault.isEmpty(), t != kNever);
  }

  void theModelOffersTheBestFirstAndTheNearestWhereNothingFits() {
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QStringList done;
    std::vector<PaletteEntry> entries;
    for (const char* name : {"Play Demo", "Theme: Light", "Theme: Dark", "Step", "api"}) {
      entries.push_back(
          {text("Any"), text(name), text("does something"), text("Ctrl+X"), [&done, name] { done << text(name); }});
    }
    QString spoken;
    Focus chosen;
    model.onSpoken = [&](const SpokenCommand& what) { spoken = what.title; };
    model.onFocus = [&](const Focus& focus) { chosen = focus; };
    model.open(std::move(entries), m_stage->frame());
    QCOMPARE(model.rowCount(), 5);

    model.setTyped(text("light"));
    QCOMPARE(model.index(0).data().toString(), text("Theme: Light"));
    QVERIFY(model.choose(0));
    QCOMPARE(done, QStringList{text("Theme: Light")});

    model.setTyped(text("scale api to 5"));
    QCOMPARE(model.firstChoice(), 0);
    QVERIFY(model.index(0).data(PaletteModel::DetailRole).toString().contains(text("2 more pods")));
    QVERIFY(model.choose(0));
    QCOMPARE(spoken, text("Scale api to 5"));

    model.setTyped(text("scale shop to 5"));
    QVERIFY2(!(model.flags(model.index(0)) & Qt::ItemIsEnabled) && !model.choose(0),
             "a sentence with a fault does nothing");

    model.setTyped(text("themq dark"));
    QVERIFY(model.index(0).data().toString().contains(text("themq dark")));
    QCOMPARE(model.firstChoice(), 1);
    QCOMPARE(model.index(1).data().toString(), text("Theme: Dark"));

    const std::string pod =
        podName(*m_stage->frame().snapshot->names, m_stage->frame().snapshot->find("web")->state->index, 0, 3);
    model.setTyped(QString::fromStdString(pod.substr(pod.size() - 5)));
    const int row = model.rowCount() - 1;
    QVERIFY(model.choose(row));
    QCOMPARE(chosen, (Focus{text("web"), 3}));
  }

 private:
  std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
