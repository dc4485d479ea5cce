// SPDX-License-Identifier: GPL-3.0-or-later
//
// Desired against actual, set for pages of many widths: nothing overlaps, nothing is torn apart.
#include <QTest>
#include <QTextDocument>

#include "app/desktop/diff/diff_text.h"
#include "tests/support/stage.h"

using namespace perfect;

class TestDiffText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(
        m_stage.apply("apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec:\n  replicas: 2\n"
                      "  image: local://cart@v1\n  rollout: { strategy: Canary, steps: [{ percent: 25 }, { percent: 50 "
                      "}, { percent: 100 }] }\n"
                      "  autoscale: { min: 2, max: 6, targetCPU: 60 }\n"));
    QVERIFY(m_stage.command(LoadCommand{"cart", std::nullopt, 240, std::nullopt}));
    m_stage.run(8000);
  }

  void noLineIsLongerThanThePage() {
    for (int columns = 34; columns <= 160; ++columns) {
      for (const QString& line : lines(columns)) {
        QVERIFY2(line.size() <= columns, qPrintable(QStringLiteral("%1: '%2'").arg(columns).arg(line)));
      }
    }
  }

  void whatIsActualStandsBesideItsFieldWhereBothFit() {
    for (const int columns : {60, 80, 160}) {
      const QStringList text = lines(columns);
      QVERIFY(line(text, "image: local://cart@v1").endsWith(QStringLiteral("4 pods, 4 ready")));
      QVERIFY(line(text, "steps: 25").contains(QStringLiteral("weight")));
      QCOMPARE(line(text, "image:").indexOf(QStringLiteral("4 pods")),
               line(text, "replicas:").indexOf(QStringLiteral("4 ready of")));
    }
  }

  void whatDoesNotFitStandsBelowItsField() {
    const QStringList text = lines(36);
    const qsizetype field = text.indexOf(line(text, "image: local://cart@v1"));
    QVERIFY(!text[field].contains(QStringLiteral("pods")));
    QVERIFY(text[field + 1].endsWith(QStringLiteral("4 pods, 4 ready")));
    QVERIFY2(line(text, "autoscale:").endsWith(QStringLiteral("CPU 60 %, 2 … 6")), "a field is not torn apart");
  }

 private:
  QStringList lines(int columns) {
    QTextDocument document;
    document.setHtml(diffHtml(*m_stage.frame().snapshot->find("cart")->state, columns));
    QString text = document.toPlainText();
    text.remove(QChar(0x200b));
    return text.split(u'\n');
  }
  static QString line(const QStringList& text, const char* part) {
    for (const QString& candidate : text) {
      if (candidate.contains(QLatin1String(part))) return candidate;
    }
    return {};
  }

  Stage m_stage;
};

QTEST_MAIN(TestDiffText)
#include "test_diff_text.moc"
