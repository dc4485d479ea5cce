// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/base/duration.h"

class TestDuration : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsDecimalsWithAUnit_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("millis");
    const auto row = [](const char* text, qint64 millis) { QTest::newRow(text) << QString::fromUtf8(text) << millis; };
    row("0s", 0);
    row("500ms", 500);
    row("2.5s", 2500);
    row("30s", 30000);
    row(".5s", 500);
    row("5.s", 5000);
    row("0.001s", 1);
    row("2.500000000s", 2500);
    row("10m", 600000);
    row("0.5m", 30000);
    row("0.00005m", 3);
    row("1h", 3600000);
    row("0.0000025h", 9);
    row("10000h", 36000000000LL);
    row("007s", 7000);
  }
  void readsDecimalsWithAUnit() {
    QFETCH(QString, text);
    QFETCH(qint64, millis);
    const auto parsed = perfect::parseDuration(text.toStdString());
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : parsed.error().c_str());
    QCOMPARE(qint64(parsed.value()), millis);
  }

  void refusesEverythingElseWithARemedy_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* text, const char* says) {
      QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(says);
    };
    row("bare number", "30", "write 30s");
    row("bare zero", "0", "write 0s");
    row("bare decimal", "2.5", "write 2.5s");
    row("empty", "", "write a number with ms, s, m or h");
    row("unit only", "s", "write a number with ms, s, m or h");
    row("dot only", ".s", "write a number with ms, s, m or h");
    row("negative", "-1s", "negative");
    row("plus", "+1s", "write a number");
    row("unknown unit", "3d", "write a number");
    row("upper case", "3S", "write a number");
    row("combined", "1m30s", "write a number");
    row("blank inside", "3 s", "write a number");
    row("blank before", " 3s", "write a number");
    row("blank behind", "3s ", "write a number");
    row("hexadecimal", "0x10s", "write a number");
    row("exponent", "1e3s", "write a number");
    row("infinity", "infs", "write a number");
    row("two dots", "1.2.3s", "write a number");
    row("comma", "1,5s", "write a number");
    row("finer than a millisecond", "0.0005s", "finer than a millisecond");
    row("half a millisecond", "0.5ms", "finer than a millisecond");
    row("a third of an hour", "0.33333333h", "finer than a millisecond");
    row("too long", "10000.1h", "at most 10000h");
    row("just too long", "36000000001ms", "at most 10000h");
    row("far too long", "99999999999999999999999999999s", "at most 10000h");
    row("not ASCII", "3\xc3\xa9", "write a number");
  }
  void refusesEverythingElseWithARemedy() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto parsed = perfect::parseDuration(text.toStdString());
    QVERIFY(!parsed.ok());
    const QString message = QString::fromStdString(parsed.error());
    QVERIFY2(message.contains(says), qPrintable(message));
  }
};

QTEST_GUILESS_MAIN(TestDuration)
#include "test_duration.moc"
