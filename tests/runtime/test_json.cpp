// SPDX-License-Identifier: GPL-3.0-or-later
//
// The wire formats: names, order and types of /state and of an event line, read back with Qt's own parser.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "app/json/event_json.h"
#include "app/json/series_csv.h"
#include "app/json/service_json.h"
#include "app/json/state_json.h"

using namespace perfect;

namespace {

constexpr std::int64_t kEpoch = 1795410000000;

std::shared_ptr<const Names> sampleNames() {
  auto api = std::make_shared<ServiceNames>();
  api->name = "api";
  api->versions = {{"7d4b9c", "v1"}};
  return std::make_shared<const Names>(Names{api});
}

Event sampleEvent(Reason reason, PodOrdinal pod, std::uint64_t cause) {
  Event e;
  e.reason = reason;
  e.service = 0;
  e.version = pod == kNoPod ? std::int16_t{-1} : std::int16_t{0};
  e.pod = pod;
  e.cause = cause;
  e.t = 1500;
  e.facts = {3, 3, 0, 0};
  return e;
}

/// One service of three pods: ready, starting, terminating.
std::shared_ptr<Snapshot> samplePicture() {
  auto spec = std::make_shared<ServiceSpec>();
  spec->name = "api";
  spec->replicas = 3;
  spec->podTemplate.env = {{"HEALTHY", "1"}};
  spec->podTemplate.readiness = Probe{.path = "/healthz"};
  auto state = std::make_shared<ServiceState>();
  state->spec = spec;
  state->replicas = 3;
  VersionState version;
  version.podTemplate = std::make_shared<const PodTemplate>(spec->podTemplate);
  version.hash = "7d4b9c";
  version.digest = "v1";
  version.revision = 1;
  version.counts.ready = version.counts.available = 1;
  version.counts.pending = 1;
  version.counts.terminating = 1;
  state->versions.push_back(version);
  state->rollout.updated = state->rollout.stable = state->rollout.active = 0;
  state->revision = 1;
  state->restarts = 2;
  state->alert.status = AlertStatus::Up;
  state->alert.notified = AlertStatus::Up;
  state->alert.lastChange = 2000;
  state->alert.suppressUntil = 5000;
  state->alert.previousDesired = 3;
  state->alertCounts = {3, 4, 2, 1};
  auto pods = std::make_shared<PodTable>();
  for (PodOrdinal ordinal = 0; ordinal < 3; ++ordinal) {
    Pod& pod = pods->create(ordinal);
    pod.ordinal = ordinal;
    pod.port = 10000 + ordinal;
    pod.state = ordinal == 0 ? PodState::Running : ordinal == 1 ? PodState::Starting : PodState::Terminating;
    pod.ready = ordinal == 0;
    pod.createdAt = 100;
  }
  EventLog log;
  log.append(sampleEvent(Reason::Applied, kNoPod, 0));
  log.append(sampleEvent(Reason::Ready, 0, 1));
  auto picture = std::make_shared<Snapshot>();
  picture->number = 7;
  picture->t = 4000;
  picture->epochMs = kEpoch;
  picture->services.push_back({state, pods});
  picture->byName = std::make_shared<const ServicePositions>(ServicePositions{{"api", 0}});
  picture->events = log.view();
  picture->names = sampleNames();
  return picture;
}

StateQuery lessOf(const std::string& service, bool pods, std::size_t events) {
  StateQuery query;
  query.service = service;
  query.pods = pods;
  query.events = events;
  return query;
}

QJsonObject parsed(const std::string& text) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
  if (error.error != QJsonParseError::NoError) qWarning("%s in %s", qPrintable(error.errorString()), text.c_str());
  return document.object();
}

QStringList keysInOrder(const std::string& line) {
  QStringList keys;
  const QRegularExpression key(QStringLiteral("[{,]\"([a-z_A-Z]+)\":"));
  auto matches = key.globalMatch(QString::fromStdString(line));
  while (matches.hasNext()) keys.append(matches.next().captured(1));
  return keys;
}

}  // namespace

class TestJson : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void textIsEscaped_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << QByteArray("api") << QByteArray("\"api\"");
    QTest::newRow("quotes") << QByteArray("a\"b\\c") << QByteArray("\"a\\\"b\\\\c\"");
    QTest::newRow("control") << QByteArray("a\n\t\r\x01") << QByteArray("\"a\\n\\t\\r\\u0001\"");
    QTest::newRow("UTF-8") << QByteArray("größer €😀") << QByteArray("\"größer €😀\"");
    QTest::newRow("broken byte") << QByteArray("a\xFFz") << QByteArray("\"a\xEF\xBF\xBDz\"");
    QTest::newRow("cut sequence") << QByteArray("\xE2\x82") << QByteArray("\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QByteArray("\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
  }
  void textIsEscaped() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    std::string out;
    JsonWriter(out).value(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QCOMPARE(QByteArray::fromStdString(out), json);
  }

  void thousandths_data() {
    QTest::addColumn<qint64>("milli");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("0") << qint64{0} << QByteArray("0");
    QTest::newRow("1") << qint64{1000} << QByteArray("1");
    QTest::newRow("2.5") << qint64{2500} << QByteArray("2.5");
    QTest::newRow("0.001") << qint64{1} << QByteArray("0.001");
    QTest::newRow("0.05") << qint64{50} << QByteArray("0.05");
    QTest::newRow("-1.25") << qint64{-1250} << QByteArray("-1.25");
  }
  void thousandths() {
    QFETCH(qint64, milli);
    QFETCH(QByteArray, json);
    std::string out;
    JsonWriter(out).milli(milli);
    QCOMPARE(QByteArray::fromStdString(out), json);
  }

  void eventLineHasTheFieldsInOrder() {
    std::string line;
    Event ready = sampleEvent(Reason::Ready, 0, 4);
    ready.seq = 9;
    appendEventLine(line, ready, *sampleNames(), kEpoch);
    QVERIFY(line.ends_with("}\n"));
    const QStringList order{QStringLiteral("seq"),     QStringLiteral("ts"),   QStringLiteral("t"),
                            QStringLiteral("level"),   QStringLiteral("type"), QStringLiteral("reason"),
                            QStringLiteral("svc"),     QStringLiteral("pod"),  QStringLiteral("msg"),
                            QStringLiteral("explain"), QStringLiteral("cause")};
    QCOMPARE(keysInOrder(line), order);
    const QJsonObject object = parsed(line);
    QCOMPARE(object[QStringLiteral("seq")].toInteger(), qint64{9});
    QCOMPARE(object[QStringLiteral("ts")].toInteger(), qint64{kEpoch + 1500});
    QCOMPARE(object[QStringLiteral("t")].toInteger(), qint64{1500});
    QCOMPARE(object[QStringLiteral("level")].toString(), QStringLiteral("INFO"));
    QCOMPARE(object[QStringLiteral("type")].toString(), QStringLiteral("health"));
    QCOMPARE(object[QStringLiteral("svc")].toString(), QStringLiteral("api"));
    QVERIFY(object[QStringLiteral("pod")].toString().startsWith(QStringLiteral("api-7d4b9c-")));
    QCOMPARE(object[QStringLiteral("cause")].toInteger(), qint64{4});
    QVERIFY(!object[QStringLiteral("msg")].toString().isEmpty());
  }

  void absentPartsAreNull() {
    Event plain = sampleEvent(Reason::SessionStarted, kNoPod, 0);
    plain.service = kNoService;
    std::string line;
    appendEventLine(line, plain, *sampleNames(), kEpoch);
    const QJsonObject object = parsed(line);
    for (const char* name : {"svc", "pod", "cause"}) QVERIFY2(object.value(QLatin1String(name)).isNull(), name);
  }

  void stateHasEveryFieldAndType() {
    const std::string text = stateDocument(*samplePicture(), ClockState());
    const QJsonObject state = parsed(text);
    QCOMPARE(state.keys(), (QStringList{QStringLiteral("alerts"), QStringLiteral("events"), QStringLiteral("explain"),
                                        QStringLiteral("metrics"), QStringLiteral("pods"), QStringLiteral("services"),
                                        QStringLiteral("sim")}));
    const QJsonObject api = state[QStringLiteral("services")].toObject()[QStringLiteral("api")].toObject();
    QCOMPARE(QJsonDocument(api[QStringLiteral("readinessProbe")].toObject()).toJson(QJsonDocument::Compact),
             QByteArray("{\"failureThreshold\":3,\"httpGet\":{\"path\":\"/"
                        "healthz\"},\"initialDelaySeconds\":1,\"periodSeconds\":2}"));
    QVERIFY(api[QStringLiteral("livenessProbe")].isNull() && api[QStringLiteral("autoscale")].isNull());
    QCOMPARE(api[QStringLiteral("rollout")].toObject()[QStringLiteral("strategy")].toString(),
             QStringLiteral("BlueGreen"));
    QCOMPARE(api[QStringLiteral("replicas")].toInt(), 3);
    QCOMPARE(api[QStringLiteral("digest")].toString(), QStringLiteral("v1"));
    QCOMPARE(api[QStringLiteral("activeVersion")].toString(), QStringLiteral("v1"));
    QVERIFY(api[QStringLiteral("status")].isString() && api[QStringLiteral("cpu")].isDouble());
    const QJsonObject rollout = api[QStringLiteral("rolloutStatus")].toObject();
    QCOMPARE(rollout[QStringLiteral("phase")].toString(), QStringLiteral("Complete"));
    QVERIFY(rollout[QStringLiteral("step")].isNull());
    QCOMPARE(rollout[QStringLiteral("weight")].toInt(), 100);
    QCOMPARE(keysInOrder(text).mid(0, 2), (QStringList{QStringLiteral("services"), QStringLiteral("api")}));

    const QJsonObject pods = state[QStringLiteral("pods")].toObject();
    QCOMPARE(pods.size(), 3);
    int serving = 0;
    for (auto it = pods.begin(); it != pods.end(); ++it) {
      const QJsonObject pod = it.value().toObject();
      QCOMPARE(pod[QStringLiteral("id")].toString(), it.key());
      QCOMPARE(pod[QStringLiteral("start_ts")].toInteger(), qint64{kEpoch + 100});
      QCOMPARE(pod[QStringLiteral("image_digest")].toString(), QStringLiteral("v1"));
      QCOMPARE(pod[QStringLiteral("pid")].toInt(-1), 0);
      QVERIFY(pod[QStringLiteral("port")].toInt() >= 10000);
      QCOMPARE(pod.size(), 12);
      serving += pod[QStringLiteral("serving")].toBool() ? 1 : 0;
      if (pod[QStringLiteral("terminating")].toBool())
        QCOMPARE(pod[QStringLiteral("status")].toString(), QStringLiteral("Terminating"));
    }
    QCOMPARE(serving, 1);

    QCOMPARE(state[QStringLiteral("events")].toArray().size(), 2);
    QCOMPARE(state[QStringLiteral("events")].toArray()[0].toObject()[QStringLiteral("seq")].toInt(), 1);
    const QJsonObject metrics = state[QStringLiteral("metrics")].toObject();
    QCOMPARE(metrics[QStringLiteral("restarts")].toObject()[QStringLiteral("api")].toInt(), 2);
    QCOMPARE(metrics[QStringLiteral("readyBySvc")].toObject()[QStringLiteral("api")].toInt(), 1);
    QVERIFY(!state[QStringLiteral("explain")].toBool(true));
    QVERIFY(text.ends_with(R"("sim":{"t":4000,"epoch":1795410000000,"speed":1,"paused":false,"live":true}})"));
    QVERIFY(
        text.find(
            R"("alerts":{"api":{"status":"UP","lastChangeTs":1795410002000,"lastNotifiedTs":0,"notifiedStatus":"UP",)"
            R"("pending":null,"lastDownTs":null,"prevDesired":3,"suppressUntil":1795410005000,)"
            R"("mails":{"due":3,"heldBack":4,"sent":2,"failed":1}}})") != std::string::npos);
  }

  void stateCanBeAskedForLess() {
    const auto picture = samplePicture();
    QCOMPARE(parsed(stateDocument(*picture, {}, lessOf({}, true, 1)))[QStringLiteral("events")]
                 .toArray()[0]
                 .toObject()[QStringLiteral("seq")]
                 .toInt(),
             2);
    const QJsonObject noPods = parsed(stateDocument(*picture, {}, lessOf({}, false, 200)));
    QVERIFY(!noPods.contains(QStringLiteral("pods")));
    QCOMPARE(noPods[QStringLiteral("podsTotal")].toInt(), 3);
    const QJsonObject other = parsed(stateDocument(*picture, {}, lessOf("web", true, 200)));
    for (const char* part : {"services", "pods", "alerts"})
      QVERIFY(other.value(QLatin1String(part)).toObject().isEmpty());
    QVERIFY(other[QStringLiteral("events")].toArray().isEmpty());
  }

  void speedIsANumberOrMax() {
    ClockState clock;
    clock.speedMilli = 2500;
    clock.paused = true;
    const auto picture = samplePicture();
    QVERIFY(stateDocument(*picture, clock).find(R"("speed":2.5,"paused":true)") != std::string::npos);
    clock.speedMilli = kSpeedMax;
    QVERIFY(stateDocument(*picture, clock).find(R"("speed":"max")") != std::string::npos);
  }

  void manyPodsAreCountedInsteadOfListed() {
    auto picture = samplePicture();
    auto pods = std::make_shared<PodTable>();
    for (PodOrdinal ordinal = 0; ordinal <= kMostPodsInState; ++ordinal) {
      Pod& pod = pods->create(ordinal);
      pod.ordinal = ordinal;
      pod.state = PodState::Running;
    }
    picture->services.front().pods = pods;
    const QJsonObject state = parsed(stateDocument(*picture, {}));
    QVERIFY(!state.contains(QStringLiteral("pods")));
    QCOMPARE(state[QStringLiteral("podsTotal")].toInteger(), qint64{kMostPodsInState + 1});
  }

  void cpuFollowsTheDemand_data() {
    QTest::addColumn<qint64>("demand");
    QTest::addColumn<int>("serving");
    QTest::addColumn<qint64>("capacity");
    QTest::addColumn<qint64>("cpu");
    QTest::newRow("shared by three") << qint64{240} << 3 << qint64{100} << qint64{80};
    QTest::newRow("bigger pods") << qint64{240} << 3 << qint64{200} << qint64{40};
    QTest::newRow("nobody serves") << qint64{240} << 0 << qint64{100} << qint64{0};
  }
  void cpuFollowsTheDemand() {
    QFETCH(qint64, demand);
    QFETCH(int, serving);
    QFETCH(qint64, capacity);
    QFETCH(qint64, cpu);
    ServiceState service = *samplePicture()->services.front().state;
    PodTemplate pods = *service.versions[0].podTemplate;
    pods.simulation.capacityPerPod = capacity;
    service.versions[0].podTemplate = std::make_shared<const PodTemplate>(pods);
    service.versions[0].counts.ready = serving;
    service.load = {.byDemand = true, .cpu = 5, .demand = demand};
    QCOMPARE(qint64{averageCpu(service)}, cpu);
    service.load.byDemand = false;
    QCOMPARE(qint64{averageCpu(service)}, qint64{5});
  }

  void serviceDocumentSaysWhatItWaitsFor() {
    ServiceState service = *samplePicture()->services.front().state;
    service.waiting.push_back({.what = WaitFor::PodsStarting, .until = kNever, .version = 0, .facts = {2, 3, 0}});
    service.waiting.push_back({.what = WaitFor::Tick, .until = 5000});
    std::string text;
    JsonWriter json(text);
    writeServiceDocument(json, service, kEpoch);
    const QJsonObject document = parsed(text);
    const QJsonArray waiting = document[QStringLiteral("waiting")].toArray();
    QCOMPARE(waiting.size(), 2);
    QVERIFY(waiting[0].toObject()[QStringLiteral("until")].isNull());
    QCOMPARE(waiting[1].toObject()[QStringLiteral("until")].toInteger(), qint64{kEpoch + 5000});
    for (const auto& entry : waiting) {
      QVERIFY(!entry.toObject()[QStringLiteral("for")].toString().isEmpty());
      QVERIFY(!entry.toObject()[QStringLiteral("reason")].toString().isEmpty());
    }
    QCOMPARE(document[QStringLiteral("actual")].toObject()[QStringLiteral("ready")].toInt(), 1);
    QCOMPARE(document[QStringLiteral("desired")].toObject()[QStringLiteral("replicas")].toInt(), 3);
    QVERIFY(document[QStringLiteral("rollout")].toObject()[QStringLiteral("steps")].isArray());
  }

  void seriesRows() {
    std::string rows = seriesHeader();
    appendSeriesRows(rows, *samplePicture());
    QCOMPARE(rows, std::string("t,service,desired,ready,restarts,cpu\n4,api,3,1,2,0\n"));
  }
};

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
