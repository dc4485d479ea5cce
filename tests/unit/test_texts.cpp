// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every text a person reads: the table of reasons, the language of its placeholders, the names of pods
// and the words for what a service waits for.
#include <QtTest>
#include <map>
#include <set>

#include "core/events/reasons.h"
#include "core/events/text_template.h"
#include "core/events/texts.h"
#include "core/reconcile/status.h"

using namespace perfect;

namespace {

Names sampleNames() {
  auto api = std::make_shared<ServiceNames>();
  api->name = "api";
  api->versions = {{"7d4b9c", "v1"}, {"5c9f4b", "v2"}};
  return {api};
}

Event sampleEvent(Reason reason, Facts facts = {}) {
  Event event;
  event.reason = reason;
  event.facts = facts;
  event.service = 0;
  event.version = 1;
  event.pod = 3;
  return event;
}

/// Another language: marks what it was asked for.
class Marked final : public Wording {
 public:
  explicit Marked(const std::vector<std::string_view>& patterns) {
    for (const std::string_view pattern : patterns) m_patterns[pattern] = "«" + std::string(pattern) + "»";
  }
  std::string_view pattern(std::string_view english) const override {
    const auto found = m_patterns.find(english);
    return found == m_patterns.end() ? english : std::string_view(found->second);
  }
  std::string number(std::int64_t value) const override { return "#" + std::to_string(value); }
  std::string_view decimalPoint() const override { return ","; }

 private:
  std::map<std::string_view, std::string> m_patterns;
};

QString shown(const std::string& text) { return QString::fromStdString(text); }

}  // namespace

class TestTexts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void secondsAreDecimalsWithoutTrailingZeros_data() {
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64{0} << QStringLiteral("0");
    QTest::newRow("whole") << qint64{12000} << QStringLiteral("12");
    QTest::newRow("half") << qint64{1500} << QStringLiteral("1.5");
    QTest::newRow("quarter") << qint64{250} << QStringLiteral("0.25");
    QTest::newRow("millisecond") << qint64{1} << QStringLiteral("0.001");
    QTest::newRow("ten milliseconds") << qint64{3010} << QStringLiteral("3.01");
    QTest::newRow("negative") << qint64{-1500} << QStringLiteral("-1.5");
  }
  void secondsAreDecimalsWithoutTrailingZeros() {
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(shown(secondsText(ms)), text);
  }

  void placeholders_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QList<qint64>>("facts");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* pattern, const QList<qint64>& facts, const char* text) {
      QTest::newRow(name) << QString::fromUtf8(pattern) << facts << QString::fromUtf8(text);
    };
    row("plain", "no braces", {}, "no braces");
    row("names", "{svc}/{version}/{pod}/{text}", {}, "api/v2/the-pod/words");
    row("numbers", "{0} {1} {2} {3}", {1, -2, 3, 4}, "1 -2 3 4");
    row("unsigned", "{u0}", {-1}, "18446744073709551615");
    row("the smaller of two", "{m01} of {1}", {49, 1}, "1 of 1");
    row("seconds", "{s0} s", {1500}, "1.5 s");
    row("clock", "{t0}", {65049}, "01:05.0");
    row("percent", "{p0} %", {500}, "0.5 %");
    row("digest", "{v1}", {0, 7}, "digest 7");
    row("one", "{0:pod|pods}", {1}, "1 pod");
    row("many", "{0:pod|pods}", {0}, "0 pods");
    row("equal", "{0=-2?yes|no}", {-2}, "yes");
    row("not equal", "{0=-2?yes|no}", {2}, "no");
    row("less", "{0<0?yes|no}", {-1}, "yes");
    row("not less", "{0<0?yes|no}", {0}, "no");
    row("never", "{0=never?open|until {t0}}", {kNever}, "open");
    row("by value", "{0#zero|one|more}", {1}, "one");
    row("by value, beyond the last", "{0#zero|one|more}", {9}, "more");
    row("nested", "{0=1?{1:pod|pods} {2=0?a|b}|no}", {1, 2, 0}, "2 pods a");
    row("with text", "{text?: {text}|}.", {}, ": words.");
  }
  void placeholders() {
    QFETCH(QString, pattern);
    QFETCH(QList<qint64>, facts);
    QFETCH(QString, text);
    TextSource source;
    for (qsizetype i = 0; i < facts.size(); ++i) source.facts[static_cast<std::size_t>(i)] = facts[i];
    source.service = "api";
    source.version = "v2";
    source.text = "words";
    source.pod = [] { return std::string("the-pod"); };
    source.digest = [](std::int64_t v) { return "digest " + std::to_string(v); };
    QVERIFY(wellFormedText(pattern.toStdString()));
    QCOMPARE(shown(renderText(pattern.toStdString(), source)), text);
  }

  void bracesWithoutPartnersAreNotWellFormed() {
    QVERIFY(!wellFormedText("{0"));
    QVERIFY(!wellFormedText("0}"));
    QVERIFY(!wellFormedText("}{"));
  }

  void everyReasonRendersForEveryKindOfFact() {
    const Names names = sampleNames();
    std::set<std::string_view> codes;
    for (std::size_t i = 1; i < static_cast<std::size_t>(Reason::Count_); ++i) {
      const auto reason = static_cast<Reason>(i);
      QVERIFY2(codes.insert(info(reason).code).second, info(reason).code.data());
      for (const std::int64_t fact : {std::int64_t{-2}, std::int64_t{-1}, std::int64_t{0}, std::int64_t{1},
                                      std::int64_t{3}, std::int64_t{99}, std::int64_t{kNever}}) {
        for (const std::string& text : {messageText(sampleEvent(reason, {fact, fact, fact, fact}), names),
                                        explainText(sampleEvent(reason, {fact, fact, fact, fact}), names)}) {
          QVERIFY2(!text.empty() && text.find_first_of("{}|") == std::string::npos, text.c_str());
          QVERIFY2(text.find("  ") == std::string::npos, text.c_str());
        }
      }
    }
  }

  void messages_data() {
    QTest::addColumn<int>("reason");
    QTest::addColumn<QList<qint64>>("facts");
    QTest::addColumn<QString>("text");
    const auto row = [](Reason reason, const QList<qint64>& facts, const char* text) {
      QTest::newRow(text) << static_cast<int>(reason) << facts << QString::fromUtf8(text);
    };
    row(Reason::Applied, {1}, "api is declared: 1 pod desired");
    row(Reason::Applied, {3}, "api is declared: 3 pods desired");
    row(Reason::LoadSet, {-1, 240}, "load on api is 240 % of one pod, shared by the pods that serve");
    row(Reason::LoadSet, {80, -1}, "load on api is 80 % on each pod");
    row(Reason::RolloutStarted, {-1, 0, 3}, "api starts v2: 3 pods desired");
    row(Reason::RolloutStarted, {0, 1, 3}, "api rolls out v2, v1 is stable (canary)");
    row(Reason::RolloutStepCompleted, {1, 3, 25, 4000}, "step 1 of 3 is done: 25 % of api runs v2; pause of 4 s");
    row(Reason::RolloutStepCompleted, {1, 3, 25, -2}, "step 1 of 3 is done: 25 % of api runs v2; waits for promote");
    row(Reason::RolloutStepCompleted, {3, 3, 100, -1}, "step 3 of 3 is done: 100 % of api runs v2; no pause follows");
    row(Reason::TrafficSwitched, {0, 3, 3}, "traffic of api goes from v1 to v2: 3 of 3 available");
    row(Reason::Started, {0}, "api-5c9f4b-SUFFIX runs");
    row(Reason::Started, {1}, "api-5c9f4b-SUFFIX runs, restarted once");
    row(Reason::Started, {2}, "api-5c9f4b-SUFFIX runs, restarted 2 times");
    row(Reason::Unhealthy, {1, 2, 3}, "liveness probe of api-5c9f4b-SUFFIX failed: 2 of 3 in a row");
    row(Reason::BackOff, {4000, 2, 3}, "api-5c9f4b-SUFFIX waits 4 s before restart 2");
    row(Reason::SuccessfulRescale, {2, 4, 120, 60}, "autoscaler: api goes from 2 to 4 pods (CPU 120 %, target 60 %)");
    row(Reason::RescaleHeld, {2, 4, 5, 65000},
        "autoscaler: api keeps 4 pods, 2 wanted: scale-down window until 01:05.0");
    row(Reason::AlertUp, {3, 3, 4200}, "mail due: api is UP, 3 of 3 ready, down for 4.2 s");
  }
  void messages() {
    QFETCH(int, reason);
    QFETCH(QList<qint64>, facts);
    QFETCH(QString, text);
    Facts values = {};
    for (qsizetype i = 0; i < facts.size(); ++i) values[static_cast<std::size_t>(i)] = facts[i];
    text.replace(QStringLiteral("SUFFIX"), shown(podSuffix("api", 3)));
    QCOMPARE(shown(messageText(sampleEvent(static_cast<Reason>(reason), values), sampleNames())), text);
  }

  void explanationsMeetWhatLearnersGetWrong_data() {
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("phrase");
    const auto row = [](Reason reason, const char* phrase) {
      QTest::newRow(phrase) << static_cast<int>(reason) << QString::fromUtf8(phrase);
    };
    row(Reason::Started, "Running is not ready");
    row(Reason::Unready, "Unready restarts nothing");
    row(Reason::BackOff, "CrashLoopBackOff is a consequence, not a cause");
    row(Reason::Restarted, "A restart makes no new pod");
    row(Reason::SetWeight, "A canary's percent is of pods");
    row(Reason::SuccessfulRescale, "The autoscaler looks every few seconds");
    row(Reason::TickSet, "Real controllers watch rather than poll");
    row(Reason::Applied, "Applied is not done");
  }
  void explanationsMeetWhatLearnersGetWrong() {
    QFETCH(int, reason);
    QFETCH(QString, phrase);
    const QString text = shown(explainText(sampleEvent(static_cast<Reason>(reason)), sampleNames()));
    QVERIFY2(text.contains(phrase), qPrintable(text));
  }

  void eventsOfUnknownServicesStillRender() {
    Event event = sampleEvent(Reason::Started);
    event.service = 7;
    event.version = 9;
    QVERIFY(!messageText(event, sampleNames()).empty());
    event.service = kNoService;
    event.pod = kNoPod;
    QVERIFY(!messageText(event, {}).empty());
  }

  void suffixesAreFiveSafeLettersAllDifferentAndReadBack() {
    std::set<std::string> seen;
    for (PodOrdinal ordinal = 0; ordinal < 100000; ++ordinal) {
      const std::string suffix = podSuffix("api", ordinal);
      QCOMPARE(suffix.size(), std::size_t{5});
      QCOMPARE(suffix.find_first_not_of("bcdfghjklmnpqrstvwxz2456789"), std::string::npos);
      QVERIFY(seen.insert(suffix).second);
      QCOMPARE(podOrdinal("api", suffix), ordinal);
    }
  }

  void podsOfTwoServicesHaveDifferentSuffixes() {
    for (PodOrdinal ordinal = 0; ordinal < 1000; ++ordinal)
      QVERIFY(podSuffix("api", ordinal) != podSuffix("web", ordinal));
    QVERIFY(podOrdinal("web", podSuffix("api", 7)) != 7U);
  }

  void suffixesGrowWhereFiveLettersDoNotReach() {
    constexpr PodOrdinal kFive = 14348907;
    constexpr PodOrdinal kSix = kFive + 387420489;
    const std::vector<std::pair<PodOrdinal, std::size_t>> table = {
        {kFive - 1, 5}, {kFive, 6}, {kFive + 1, 6}, {kSix - 1, 6}, {kSix, 7}, {4000000000U, 7}, {kNoPod - 1, 7}};
    for (const auto& [ordinal, length] : table) {
      QCOMPARE(podSuffix("api", ordinal).size(), length);
      QCOMPARE(podOrdinal("api", podSuffix("api", ordinal)), ordinal);
    }
  }

  void neighboursLookScattered() {
    for (PodOrdinal ordinal = 0; ordinal < 1000; ++ordinal) {
      const std::string a = podSuffix("api", ordinal);
      const std::string b = podSuffix("api", ordinal + 1);
      int same = 0;
      for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i] ? 1 : 0;
      QVERIFY2(same <= 3, (a + " " + b).c_str());
    }
  }

  void whatNoPodIsCalledHasNoOrdinal() {
    for (const char* suffix : {"", "bcdf", "bcdfa", "BCDFG", "bcdf1", "bcd-g", "bcdfghjk", "99999999"}) {
      QCOMPARE(podOrdinal("api", suffix), kNoPod);
    }
  }

  void namesAreServiceHashAndSuffix() {
    QCOMPARE(shown(podName("api", "7d4b9c", 0)), QStringLiteral("api-7d4b9c-") + shown(podSuffix("api", 0)));
    QCOMPARE(podName(sampleNames(), 0, 1, 5), "api-5c9f4b-" + podSuffix("api", 5));
    QCOMPARE(podName(sampleNames(), 0, kNoVersion, 5), "api-" + podSuffix("api", 5));
  }

  void waits_data() {
    QTest::addColumn<int>("what");
    QTest::addColumn<QList<qint64>>("facts");
    QTest::addColumn<QString>("text");
    const auto row = [](WaitFor what, const QList<qint64>& facts, const char* text) {
      QTest::newRow(text) << static_cast<int>(what) << facts << QString::fromUtf8(text);
    };
    row(WaitFor::PodsStarting, {1, 1, 0}, "1 of 1 pod to start");
    row(WaitFor::ProbeSuccess, {2, 4, 0}, "readiness of 2 of 4 pods");
    row(WaitFor::BackOff, {1, 0, 0}, "back-off of 1 pod to end");
    row(WaitFor::MinReady, {3, 1, 3}, "3 pods to stay ready for 2.5 s (1 of 3 available)");
    row(WaitFor::CanaryPause, {2, 3, 50}, "canary pause after step 2 of 3 (50 %)");
    row(WaitFor::Promotion, {2, 3, 50}, "promote, after step 2 of 3 (50 %)");
    row(WaitFor::Promotion, {0, 0, 0}, "promote");
    row(WaitFor::ScaleDownDelay, {0, 0, 0}, "end of the time v1 is kept");
    row(WaitFor::ScaleDownWindow, {2, 4, 0}, "the scale-down window (2 wanted, 4 now)");
  }
  void waits() {
    QFETCH(int, what);
    QFETCH(QList<qint64>, facts);
    QFETCH(QString, text);
    Waiting waiting;
    waiting.what = static_cast<WaitFor>(what);
    waiting.version = 0;
    for (qsizetype i = 0; i < facts.size(); ++i) waiting.facts[i] = facts[i];
    QCOMPARE(shown(waitingFor(waiting, sampleService())), text);
    QVERIFY(!waitingReason(waiting, sampleService()).empty());
  }

  void everyWaitHasWordsAndAReason() {
    for (int what = 0; what <= static_cast<int>(WaitFor::Tick); ++what) {
      Waiting waiting;
      waiting.what = static_cast<WaitFor>(what);
      for (const std::string& text : {waitingFor(waiting, ServiceState{}), waitingReason(waiting, ServiceState{})}) {
        QVERIFY2(!text.empty() && text.find_first_of("{}|") == std::string::npos, text.c_str());
      }
    }
  }

  // What core lists for translators is what it says; whoever names no wording is answered in plain English.
  void everythingIsSaidInTheWordingThatIsAskedFor() {
    const Marked events(eventPatterns());
    const Names names = sampleNames();
    for (std::size_t i = 1; i < static_cast<std::size_t>(Reason::Count_); ++i) {
      const Event event = sampleEvent(static_cast<Reason>(i));
      QVERIFY2(shown(messageText(event, names, events)).startsWith(u'«'), info(event.reason).code.data());
      QVERIFY2(shown(explainText(event, names, events)).startsWith(u'«'), info(event.reason).code.data());
    }
    const Marked waits(waitingPatterns());
    for (int what = 0; what <= static_cast<int>(WaitFor::Tick); ++what) {
      Waiting waiting;
      waiting.what = static_cast<WaitFor>(what);
      QVERIFY(shown(waitingFor(waiting, sampleService(), waits)).startsWith(u'«'));
      QVERIFY(shown(waitingReason(waiting, sampleService(), waits)).startsWith(u'«'));
    }
    const Marked statuses(statusPatterns());
    for (int kind = 0; kind <= static_cast<int>(StatusKind::Deleting); ++kind)
      QVERIFY(shown(ServiceStatus{static_cast<StatusKind>(kind)}.phrase(statuses)).startsWith(u'«'));
    for (int phase = 0; phase <= static_cast<int>(RolloutPhase::RolledBack); ++phase)
      QVERIFY(shown(std::string(statuses.pattern(phaseName(static_cast<RolloutPhase>(phase))))).startsWith(u'«'));
  }

  void numbersAreWrittenByTheWording() {
    const Marked wording(eventPatterns());
    const Wording& marked = wording;
    const Names names = sampleNames();
    const auto said = [&](Reason reason, Facts facts) {
      return shown(messageText(sampleEvent(reason, facts), names, marked));
    };
    QCOMPARE(said(Reason::Scaled, {2, 12000, 0, 0}), QStringLiteral("«api should have #12000 pods (#2 before)»"));
    QVERIFY(said(Reason::BackOff, {1500, 2, 0, 0}).endsWith(QStringLiteral("waits #1,5 s before restart #2»")));
    QVERIFY(said(Reason::Ready, {7, 3, 0, 0}).endsWith(QStringLiteral("succeeded #3 of #3»")));
    QCOMPARE(said(Reason::SessionStarted, {42, 1000, 0, 0}),
             QStringLiteral("«the clock starts: seed 42, a look every #1 s»"));
    QVERIFY(said(Reason::DrainScheduled, {kNever, 0, 0, 0}).contains(QStringLiteral("until «never»")));
    QVERIFY(said(Reason::RolledBack, {77, 0, 0, 0}).contains(QStringLiteral("«no version» failed")));
    const ServiceStatus status{StatusKind::RollingOut, {12000, 1000000}};
    QCOMPARE(shown(status.phrase(marked)), QStringLiteral("Rolling out #12000/#1000000"));
    QCOMPARE(shown(status.phrase()), QStringLiteral("Rolling out 12000/1000000"));
  }

  void statusPhrases_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    const auto row = [](StatusKind kind, int first, int second, const char* phrase) {
      QTest::newRow(phrase) << static_cast<int>(kind) << first << second;
    };
    row(StatusKind::Stable, 0, 0, "Stable");
    row(StatusKind::StartingUp, 0, 3, "Starting up 0/3");
    row(StatusKind::RollingOut, 2, 4, "Rolling out 2/4");
    row(StatusKind::Paused, 25, 0, "Paused at 25 %");
    row(StatusKind::Paused, 0, 0, "Paused at 0 %");
    row(StatusKind::Paused, -1, 0, "Paused");
    row(StatusKind::WaitingForPromotion, 50, 0, "Waiting for promotion at 50 %");
    row(StatusKind::WaitingForPromotion, -1, 0, "Waiting for promotion");
    row(StatusKind::Analysing, 50, 0, "Analysing at 50 %");
    row(StatusKind::Analysing, -1, 0, "Analysing");
    row(StatusKind::Scaling, 3, 5, "Scaling 3/5");
    row(StatusKind::Degraded, 2, 3, "Degraded 2/3");
    row(StatusKind::ScaledToZero, 0, 0, "Scaled to 0");
    row(StatusKind::RolledBack, 0, 0, "Rolled back");
    row(StatusKind::Aborted, 0, 0, "Aborted");
    row(StatusKind::Failed, 0, 0, "Failed");
    row(StatusKind::Deleting, 0, 0, "Deleting");
  }
  void statusPhrases() {
    QFETCH(int, kind);
    QFETCH(int, first);
    QFETCH(int, second);
    const ServiceStatus status{static_cast<StatusKind>(kind), {first, second}};
    QCOMPARE(shown(status.phrase()), QString::fromUtf8(QTest::currentDataTag()));
  }

 private:
  static ServiceState sampleService() {
    ServiceState service;
    auto spec = std::make_shared<ServiceSpec>();
    spec->name = "api";
    spec->minReady = 2500;
    service.spec = spec;
    service.versions.resize(2);
    service.versions[0].digest = "v1";
    return service;
  }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "test_texts.moc"
