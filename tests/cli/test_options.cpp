// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every option and variable: what it sets, what it refuses and in which words.
#include <QtTest>

#include "app/cli/options.h"
#include "app/runtime/controller.h"

using namespace perfect;

namespace {

using Environment = QHash<QString, QString>;

QStringList words(const char* line) { return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

Options accepted(const char* line, const Environment& environment = {}) {
  const auto parsed = parseOptions(words(line), environment);
  if (!parsed) qWarning("%s: %s", line, qPrintable(parsed.error()));
  return parsed ? parsed.value() : Options();
}

QString refused(const QStringList& arguments, const Environment& environment = {}) {
  const auto parsed = parseOptions(arguments, environment);
  return parsed ? QStringLiteral("(accepted)") : parsed.error();
}

}  // namespace

class TestOptions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void defaultsAreTheDocumentedOnes() {
    const Options options = accepted("");
    QVERIFY(options.mode == Mode::Desktop);
    QCOMPARE(options.listen.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(options.listen.port, quint16{8080});
    QVERIFY(!options.listenGiven && !options.noListen && options.apiKey.isEmpty() && !options.demo);
    QCOMPARE(options.tick, Millis{1000});
    QCOMPARE(options.seed, std::uint64_t{1});
    QCOMPARE(options.speedMilli, std::int64_t{1000});
    QVERIFY(!options.paused && !options.forTime);
    QVERIFY(options.summary == SummaryFormat::Text);
  }

  void modes() {
    QVERIFY(accepted("--headless").mode == Mode::Headless);
    QVERIFY(accepted("simulate a.yaml").mode == Mode::Simulate);
    QVERIFY(accepted("--seed 3 simulate a.yaml").mode == Mode::Simulate);
    QVERIFY(accepted("validate a.yaml").mode == Mode::Validate);
    QVERIFY(accepted("simulate --help").help);
    QVERIFY(accepted("-h").help);
    QVERIFY(accepted("--version").version);
    QCOMPARE(accepted("simulate a.yaml b.yaml").files,
             (QStringList{QStringLiteral("a.yaml"), QStringLiteral("b.yaml")}));
    QCOMPARE(accepted("--headless -- --odd.yaml simulate").files,
             (QStringList{QStringLiteral("--odd.yaml"), QStringLiteral("simulate")}));
  }

  void valuesAreRead() {
    const Options live = accepted(
        "--headless --listen [::1]:0 --allow-host a.example --allow-host b --api-key s3cret --tick=10 --seed "
        "18446744073709551615 "
        "--speed 2.5 --for 1.5m --demo --set spec.replicas=3 --set a=b=c --events - --state s.json --series x.csv");
    QCOMPARE(live.listen.host, QStringLiteral("::1"));
    QCOMPARE(live.listen.port, quint16{0});
    QVERIFY(live.listenGiven && live.demo && live.seedGiven);
    QCOMPARE(live.allowedHosts, (QStringList{QStringLiteral("a.example"), QStringLiteral("b")}));
    QCOMPARE(live.apiKey, QStringLiteral("s3cret"));
    QCOMPARE(live.tick, Millis{10});
    QCOMPARE(live.seed, ~std::uint64_t{0});
    QCOMPARE(live.speedMilli, std::int64_t{2500});
    QCOMPARE(live.forTime.value_or(-1), Millis{90000});
    QCOMPARE(live.overrides.size(), std::size_t{2});
    QCOMPARE(live.overrides[1].path, std::string("a"));
    QCOMPARE(live.overrides[1].value, std::string("b=c"));
    QCOMPARE(live.eventsFile, QStringLiteral("-"));
    QCOMPARE(live.stateFile, QStringLiteral("s.json"));
    QCOMPARE(live.seriesFile, QStringLiteral("x.csv"));
    QVERIFY(accepted("simulate a.yaml --summary json").summary == SummaryFormat::Json);
    QCOMPARE(accepted("--speed max").speedMilli, kSpeedMax);
    QVERIFY(accepted("--speed 0").paused);
    QCOMPARE(accepted("--speed 1000").speedMilli, std::int64_t{1000000});
    QCOMPARE(accepted("--listen localhost:65535").listen.host, QStringLiteral("localhost"));
    QVERIFY(accepted("--no-listen").noListen);
  }

  void badValuesAreRefusedByName_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("remedy");
    const auto row = [](const char* line, const char* named, const char* remedy) {
      QTest::newRow(line) << words(line) << QString::fromUtf8(named) << QString::fromUtf8(remedy);
    };
    for (const char* bad :
         {"8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:8o", "127.1:80",
          "::1:80", "[127.0.0.1]:80", "[::1:80", "example.org:80", "256.0.0.1:80"}) {
      QTest::newRow(bad) << QStringList{QStringLiteral("--listen"), QString::fromUtf8(bad)}
                         << QStringLiteral("--listen") << QStringLiteral("ADDR:PORT");
    }
    for (const char* bad : {"9", "60001", "-5", "abc", "10.5", "1e3", "99999999999999999999", "0", "+10"}) {
      QTest::addRow("tick %s", bad) << QStringList{QStringLiteral("--tick"), QString::fromUtf8(bad)}
                                    << QStringLiteral("--tick") << QStringLiteral("10 to 60000");
    }
    for (const char* bad : {"-1", "x", "1.5", "18446744073709551616", "0x10", "+1"}) {
      QTest::addRow("seed %s", bad) << QStringList{QStringLiteral("--seed"), QString::fromUtf8(bad)}
                                    << QStringLiteral("--seed") << QStringLiteral("whole number from 0");
    }
    for (const char* bad : {"-1", "1000.001", "1001", "fast", "1.2345", "1.", ".5", "nan", "1e2", "MAX"}) {
      QTest::addRow("speed %s", bad) << QStringList{QStringLiteral("--speed"), QString::fromUtf8(bad)}
                                     << QStringLiteral("--speed") << QStringLiteral("0 (paused) to 1000");
    }
    for (const char* bad : {"10", "-1s", "1d", "s", "1s2", "ten"}) {
      QTest::addRow("for %s", bad) << QStringList{QStringLiteral("--for"), QString::fromUtf8(bad)}
                                   << QStringLiteral("--for") << QStringLiteral("expected");
    }
    QTest::newRow("empty seed") << QStringList{QStringLiteral("--seed"), QString()} << QStringLiteral("--seed")
                                << QStringLiteral("expected");
    QTest::newRow("empty key") << QStringList{QStringLiteral("--api-key=")} << QStringLiteral("--api-key")
                               << QStringLiteral("printable");
    QTest::newRow("key with a space") << QStringList{QStringLiteral("--api-key"), QStringLiteral("a b")}
                                      << QStringLiteral("--api-key") << QStringLiteral("printable");
    QTest::newRow("host with a port") << QStringList{QStringLiteral("--allow-host"), QStringLiteral("a:80")}
                                      << QStringLiteral("--allow-host") << QStringLiteral("without a port");
    row("--set replicas", "--set", "PATH=VALUE");
    row("--set =3", "--set", "PATH=VALUE");
    row("simulate a.yaml --summary xml", "--summary", "text or json");
    row("--events=", "--events", "file name");
    row("--tick", "--tick MS", "missing");
    row("--demo=yes", "--demo", "takes no value");
    row("--spee 3", "--spee", "did you mean --speed?");
    row("--head", "--head", "");
    row("--zzzz", "--zzzz", "see --help");
    row("-x", "-x", "see --help");
    row("simulate a.yaml --listen 127.0.0.1:80", "--listen", "simulate");
    row("simulate a.yaml --headless", "--headless", "simulate");
    row("--headless simulate a.yaml", "--headless", "simulate");
    row("--summary json", "--summary", "desktop");
    row("validate a.yaml --seed 3", "--seed", "validate");
    row("simulate", "simulate", "FILE is missing");
    row("validate", "validate", "FILE is missing");
    row("simulat a.yaml", "simulat", "did you mean simulate?");
    row("--listen 127.0.0.1:80 --no-listen", "--no-listen", "exclude");
    row("simulate a.yaml --events - --state -", "--state", "twice");
    row("simulate a.yaml --events f --series f", "--series", "twice");
    row("--session a.perfect", "--session", "not available in this version");
    row("replay a.perfect --verify", "replay", "not available in this version");
    row("export a.perfect --to csv", "export", "not available in this version");
    row("lesson.perfect", "lesson.perfect", "not available in this version");
  }
  void badValuesAreRefusedByName() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    QFETCH(QString, remedy);
    const QString error = refused(arguments);
    QVERIFY2(error.contains(named) && error.contains(remedy), qPrintable(error));
    QVERIFY2(!error.contains(QLatin1Char('\n')), qPrintable(error));
  }

  void environmentComesAfterTheCommandLine() {
    const Environment all{{QStringLiteral("LISTEN"), QStringLiteral("0.0.0.0:9000")},
                          {QStringLiteral("X_API_KEY"), QStringLiteral("k")},
                          {QStringLiteral("TICK_MS"), QStringLiteral("250")}};
    const Options fromEnvironment = accepted("--headless", all);
    QCOMPARE(fromEnvironment.listen.host, QStringLiteral("0.0.0.0"));
    QVERIFY(fromEnvironment.listenGiven);
    QCOMPARE(fromEnvironment.apiKey, QStringLiteral("k"));
    QCOMPARE(fromEnvironment.tick, Millis{250});
    const Options both = accepted("--headless --tick 100 --api-key mine --listen 127.0.0.1:1", all);
    QCOMPARE(both.tick, Millis{100});
    QCOMPARE(both.apiKey, QStringLiteral("mine"));
    QCOMPARE(both.listen.port, quint16{1});
    QCOMPARE(accepted("simulate a.yaml", all).tick, Millis{250});
    QCOMPARE(accepted("", {{QStringLiteral("TICK_MS"), QString()}}).tick, Millis{1000});
  }

  void badEnvironmentIsRefusedByName() {
    const QString error = refused(words("--headless"), {{QStringLiteral("TICK_MS"), QStringLiteral("soon")}});
    QVERIFY2(error.contains(QStringLiteral("TICK_MS")) && error.contains(QStringLiteral("soon")), qPrintable(error));
    QVERIFY(refused({}, {{QStringLiteral("LISTEN"), QStringLiteral("nowhere")}}).contains(QStringLiteral("LISTEN")));
    // A key does not belong on a projected screen, not even a bad one.
    const QString key = refused({}, {{QStringLiteral("X_API_KEY"), QStringLiteral("my secret")}});
    QVERIFY2(key.contains(QStringLiteral("X_API_KEY")) && !key.contains(QStringLiteral("secret")), qPrintable(key));
    // What means nothing here is not read, and what an option replaces neither.
    QVERIFY(accepted("simulate a.yaml", {{QStringLiteral("LISTEN"), QStringLiteral("nowhere")}}).mode ==
            Mode::Simulate);
    QCOMPARE(accepted("--tick 20", {{QStringLiteral("TICK_MS"), QStringLiteral("soon")}}).tick, Millis{20});
    QVERIFY(accepted("--help", {{QStringLiteral("TICK_MS"), QStringLiteral("soon")}}).help);
  }

  void helpNamesWhatThereIsAndNothingElse() {
    const QString help = helpText();
    for (const char* name :
         {"--headless", "--listen", "--no-listen", "--allow-host", "--api-key", "--tick",   "--seed",    "--speed",
          "--for",      "--demo",   "--set",       "--events",     "--state",   "--series", "--summary", "--help",
          "--version",  "simulate", "validate",    "LISTEN",       "X_API_KEY", "TICK_MS"}) {
      QVERIFY2(help.contains(QLatin1String(name)), name);
    }
    for (const char* name : {"--session", "replay", "export"}) QVERIFY2(!help.contains(QLatin1String(name)), name);
  }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "test_options.moc"
