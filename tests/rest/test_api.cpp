// SPDX-License-Identifier: GPL-3.0-or-later
// What the routes do to a simulation and tell about it.
#include <QJsonArray>
#include <QTest>
#include <algorithm>

#include "app/runtime/resources.h"
#include "core/manifest/manifest.h"
#include "tests/rest/running_server.h"

using namespace perfect;
using namespace perfect::test;

class TestApi : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }
  void applyTakesYamlWhateverItsType_data();
  void applyTakesYamlWhateverItsType();
  void severalDocumentsAreAnsweredInOrder();
  void faultsNameTheirPlaceAndChangeNothing();
  void aDryRunTellsTheDifferenceAndChangesNothing();
  void theStateIsWhole();
  void theStateCanBeNarrowed();
  void anUnchangedStateIsNotSentAgain();
  void aServiceShowsDesiredAndActual();
  void aServiceIsGivenBackAsItWasApplied();
  void scaleAnswersTheNewNumber();
  void parallelChangesAllCount();
  void loadIsAnsweredAsCpu();
  void loadPatternsAreChecked_data();
  void loadPatternsAreChecked();
  void anImageRollsOut();
  void killTakesAsManyAsThereAre();
  void killKeepsToItsLimits();
  void aKillCanBePreviewed();
  void healthIsSwitched();
  void chaosGoesOnUntilItIsStopped();
  void rolloutVerbsThatDoNotFitAreConflicts();
  void aRolloutIsSteered();
  void aDeletedServiceDrains();
  void theClockObeys();
  void aResetEmptiesTheWorld();
  void theDemoHasAWorldOfItsOwn();
};

void TestApi::applyTakesYamlWhateverItsType_data() {
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<bool>("json");
  QTest::newRow("yaml") << QByteArray("application/yaml") << false;
  QTest::newRow("curl's default") << QByteArray("application/x-www-form-urlencoded") << false;
  QTest::newRow("text") << QByteArray("text/plain; charset=utf-8") << false;
  QTest::newRow("none") << QByteArray() << false;
  QTest::newRow("json") << QByteArray("application/json") << true;
  QTest::newRow("json with charset") << QByteArray("Application/JSON; charset=utf-8") << true;
}

void TestApi::applyTakesYamlWhateverItsType() {
  QFETCH(const QByteArray, type);
  QFETCH(const bool, json);
  const Server server;
  const QByteArray yaml = example("api-v1.yaml");
  const QByteArray wrapped = QJsonDocument(QJsonObject{{QStringLiteral("yaml"), QString::fromUtf8(yaml)}}).toJson();
  const QByteArray fields = type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n";
  const Reply reply = server.ask("POST", "/apply", fields, json ? wrapped : yaml);
  QCOMPARE(reply.status, 200);
  QCOMPARE(at(reply, "ok"), QJsonValue(true));
  QCOMPARE(at(reply, "service.name"), QJsonValue(QStringLiteral("api")));
  QCOMPARE(at(reply, "service.replicas"), QJsonValue(3));
  QCOMPARE(at(reply, "service.digest"), QJsonValue(QStringLiteral("v1")));
  QVERIFY(!reply.json().contains(QLatin1String("services")));
  QVERIFY(server.controller.snapshot()->find("api") != nullptr);
}

void TestApi::severalDocumentsAreAnsweredInOrder() {
  const Running server;
  const Reply reply = server.apply(manifest("web", 1) + "---\n" + manifest("cart", 2));
  QCOMPARE(reply.status, 200);
  QCOMPARE(at(reply, "service.name"), QJsonValue(QStringLiteral("web")));
  const QJsonArray services = at(reply, "services").toArray();
  QCOMPARE(services.size(), 2);
  QCOMPARE(services[1].toObject().value(QLatin1String("name")), QJsonValue(QStringLiteral("cart")));
}

void TestApi::faultsNameTheirPlaceAndChangeNothing() {
  const Running server;
  const auto before = server.controller.snapshot()->number;
  const Reply reply = server.apply(manifest("web", 1) + "---\n" + manifest("cart", -5));
  QCOMPARE(reply.status, 400);
  const QJsonArray errors = at(reply, "errors").toArray();
  QCOMPARE(errors.size(), 1);
  const QJsonObject error = errors[0].toObject();
  QCOMPARE(error.value(QLatin1String("line")), QJsonValue(9));
  QVERIFY(error.value(QLatin1String("column")).toInt() > 0);
  QCOMPARE(error.value(QLatin1String("path")), QJsonValue(QStringLiteral("spec.replicas")));
  QVERIFY(!error.value(QLatin1String("message")).toString().isEmpty());
  for (const QByteArray& bad :
       {QByteArray(), QByteArray("\0\1\2", 3), QByteArray("a: ["), QByteArray("# nothing\n"),
        manifest("api", 1) + "---\n" + manifest("api", 2), QByteArray(70000, '['), QByteArray("\xff\xfe")}) {
    const Reply refused = server.apply(bad);
    QCOMPARE(refused.status, 400);
    QVERIFY(!at(refused, "errors").toArray().isEmpty());
  }
  QCOMPARE(server.controller.snapshot()->number, before);
}

void TestApi::aDryRunTellsTheDifferenceAndChangesNothing() {
  const Running server;
  const auto before = server.controller.snapshot()->number;
  const Reply reply =
      server.ask("POST", "/apply?dryRun=true", kYaml, example("api-v2.yaml") + "\n---\n" + manifest("web", 1));
  QCOMPARE(reply.status, 200);
  const QJsonArray changes = at(reply, "changes").toArray();
  QCOMPARE(changes.size(), 2);
  QCOMPARE(changes[0].toObject().value(QLatin1String("action")), QJsonValue(QStringLiteral("update")));
  const QJsonArray diff = changes[0].toObject().value(QLatin1String("diff")).toArray();
  QCOMPARE(diff, QJsonArray({QJsonObject{{QStringLiteral("path"), QStringLiteral("spec.image")},
                                         {QStringLiteral("from"), QStringLiteral("local://demo@v1")},
                                         {QStringLiteral("to"), QStringLiteral("local://demo@v2")}}}));
  QCOMPARE(changes[1].toObject().value(QLatin1String("action")), QJsonValue(QStringLiteral("create")));
  QCOMPARE(server.controller.snapshot()->number, before);
  const Reply same = server.ask("POST", "/apply?dryRun=1", kYaml, example("api-v1.yaml"));
  QCOMPARE(at(same, "changes").toArray()[0].toObject().value(QLatin1String("action")),
           QJsonValue(QStringLiteral("unchanged")));
}

void TestApi::theStateIsWhole() {
  const Running server;
  const QJsonObject state = server.state();
  QCOMPARE(state.keys(), QStringList({QStringLiteral("alerts"), QStringLiteral("events"), QStringLiteral("explain"),
                                      QStringLiteral("metrics"), QStringLiteral("pods"), QStringLiteral("services"),
                                      QStringLiteral("sim")}));
  QCOMPARE(at(state, QStringLiteral("services.api.status")), QJsonValue(QStringLiteral("Stable")));
  QCOMPARE(at(state, QStringLiteral("pods")).toObject().size(), 3);
  QCOMPARE(at(state, QStringLiteral("metrics.readyBySvc.api")), QJsonValue(3));
  QVERIFY(!at(state, QStringLiteral("events")).toArray().isEmpty());
}

void TestApi::theStateCanBeNarrowed() {
  const Running server;
  server.apply(manifest("web", 2));
  server.steps(1);
  const QJsonObject web = server.state("?service=web");
  QCOMPARE(at(web, QStringLiteral("services")).toObject().keys(), QStringList(QStringLiteral("web")));
  QCOMPARE(at(web, QStringLiteral("pods")).toObject().size(), 2);
  const QJsonObject bare = server.state("?pods=0&events=1");
  QVERIFY(!bare.contains(QLatin1String("pods")));
  QCOMPARE(at(bare, QStringLiteral("podsTotal")), QJsonValue(5));
  QCOMPARE(at(bare, QStringLiteral("events")).toArray().size(), 1);
}

void TestApi::anUnchangedStateIsNotSentAgain() {
  const Running server;
  const Reply first = server.ask("GET", "/state");
  const QByteArray tag = first.field("ETag");
  QVERIFY(tag.startsWith('"'));
  const auto with = [&](const QByteArray& value) {
    return server.ask("GET", "/state", "If-None-Match: " + value + "\r\n");
  };
  for (const QByteArray& value : {tag, "W/" + tag, "\"other\", " + tag, QByteArray("*")}) {
    const Reply same = with(value);
    QCOMPARE(same.status, 304);
    QCOMPARE(same.field("ETag"), tag);
  }
  QCOMPARE(with("\"other\"").status, 200);
  server.ask("POST", "/sim/speed?speed=7");
  const Reply faster = with(tag);  // the document shows the speed
  QCOMPARE(faster.status, 200);
  server.ask("POST", "/scale?service=api&delta=1");
  QCOMPARE(with(faster.field("ETag")).status, 200);
}

void TestApi::aServiceShowsDesiredAndActual() {
  const Running server;
  const Reply reply = server.ask("GET", "/services/api");
  QCOMPARE(reply.status, 200);
  for (const char* part : {"desired", "actual", "rollout"}) QVERIFY2(at(reply, part).isObject(), part);
  QVERIFY(at(reply, "waiting").isArray());
  QCOMPARE(at(reply, "status"), QJsonValue(QStringLiteral("Stable")));
  QCOMPARE(at(reply, "actual.ready"), QJsonValue(3));
  QCOMPARE(at(server.ask("GET", "/services"), "services").toArray().size(), 1);
}

void TestApi::aServiceIsGivenBackAsItWasApplied() {
  const Running server;
  const Reply reply = server.ask("GET", "/services/api", "Accept: application/yaml\r\n");
  QCOMPARE(reply.field("Content-Type"), QByteArray("application/yaml"));
  const auto given = parseManifests(reply.body.toStdString());
  const auto wanted = parseManifests(example("api-v1.yaml").toStdString());
  QVERIFY(given.ok() && wanted.ok());
  QVERIFY(given.value() == wanted.value());
}

void TestApi::scaleAnswersTheNewNumber() {
  const Running server;
  const auto replicas = [&](const QByteArray& query) {
    const Reply reply = server.ask("POST", "/scale?service=api&" + query);
    return reply.status == 200 ? at(reply, "replicas").toInt() : -reply.status;
  };
  QCOMPARE(replicas("replicas=5"), 5);
  QCOMPARE(replicas("delta=2"), 7);
  QCOMPARE(replicas("delta=+1"), 8);
  QCOMPARE(replicas("delta=%2B1"), 9);
  QCOMPARE(replicas("delta=-100"), 0);
  QCOMPARE(at(server.state(), QStringLiteral("services.api.replicas")), QJsonValue(0));
}

void TestApi::parallelChangesAllCount() {
  const Running server;
  constexpr int kClients = 200;
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < kClients; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.rest->port()));
    clients.back()->send(request("POST", "/scale?service=api&delta=1"));
  }
  std::vector<int> answers;
  for (const auto& client : clients) {
    const Reply reply = client->receive();
    QCOMPARE(reply.status, 200);
    answers.push_back(at(reply, "replicas").toInt());
  }
  std::sort(answers.begin(), answers.end());
  for (int i = 0; i < kClients; ++i) QCOMPARE(answers[static_cast<std::size_t>(i)], 3 + i + 1);
  QCOMPARE(at(server.state(), QStringLiteral("services.api.replicas")), QJsonValue(3 + kClients));
}

void TestApi::loadIsAnsweredAsCpu() {
  const Running server;
  QCOMPARE(at(server.ask("POST", "/load?service=api&cpu=80"), "cpu"), QJsonValue(80));
  const Reply shared = server.ask("POST", "/load?service=api&demand=240");
  QCOMPARE(at(shared, "cpu"), QJsonValue(80));  // by three serving pods
  QCOMPARE(at(shared, "demand"), QJsonValue(240));
  const QByteArray pattern = R"({"shape":"constant","to":90,"unit":"cpu"})";
  QCOMPARE(at(server.ask("POST", "/load?service=api", {}, pattern), "cpu"), QJsonValue(90));
  QCOMPARE(server.ask("POST", "/load?service=api&cpu=1&demand=1").status, 400);
}

void TestApi::loadPatternsAreChecked_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<int>("expected");
  const auto row = [](const char* body, int expected) { QTest::newRow(body) << QByteArray(body) << expected; };
  row(R"({"shape":"ramp","from":0,"to":300,"period":"60s"})", 200);
  row(R"({"shape":"sine","from":0,"to":300,"period":"1m","every":"500ms","for":"5m","unit":"cpu"})", 200);
  row(R"({"shape":"square","to":1})", 400);
  row(R"({"to":1})", 400);
  row(R"({"shape":"ramp"})", 400);
  row(R"({"shape":"ramp","to":-1})", 400);
  row(R"({"shape":"ramp","to":1.5})", 400);
  row(R"({"shape":"ramp","to":"1"})", 400);
  row(R"({"shape":"ramp","to":1e10})", 400);
  row(R"({"shape":"ramp","to":1,"period":60})", 400);
  row(R"({"shape":"ramp","to":1,"period":"0s"})", 400);
  row(R"({"shape":"ramp","to":1,"unit":"mem"})", 400);
  row(R"({"shape":"ramp","to":1,"size":1})", 400);
  row("[]", 400);
  row("{", 400);
}

void TestApi::loadPatternsAreChecked() {
  QFETCH(const QByteArray, body);
  QFETCH(const int, expected);
  static const Running server;
  QCOMPARE(server.ask("POST", "/load?service=api", {}, body).status, expected);
}

void TestApi::anImageRollsOut() {
  const Running server;
  const Reply reply = server.ask("POST", "/image?service=api&image=local%3A%2F%2Fdemo@v9");
  QCOMPARE(reply.status, 200);
  QCOMPARE(at(reply, "service.digest"), QJsonValue(QStringLiteral("v9")));
  QCOMPARE(at(reply, "service.activeVersion"), QJsonValue(QStringLiteral("v1")));
  QCOMPARE(server.ask("POST", "/image?service=api&image=").status, 400);
}

void TestApi::killTakesAsManyAsThereAre() {
  const Running server;
  const QStringList before = server.state().value(QLatin1String("pods")).toObject().keys();
  const Reply one = server.ask("POST", "/chaos/kill?service=api");
  QCOMPARE(at(one, "killed").toArray().size(), 1);
  QVERIFY(before.contains(at(one, "killed").toArray()[0].toString()));
  const Reply all = server.ask("POST", "/chaos/kill?service=api&count=100");
  QVERIFY(at(all, "killed").toArray().size() >= 2);
  QVERIFY(at(all, "killed").toArray().size() <= 3);
  const Reply none = server.ask("POST", "/chaos/kill?service=api&pod=api-000000-nobody");
  QCOMPARE(none.status, 404);
  QCOMPARE(server.ask("POST", "/chaos/kill?service=api&count=1&percent=5").status, 400);
}

void TestApi::killKeepsToItsLimits() {
  const Running server;
  const auto killed = [&](const QByteArray& query) {
    return at(server.ask("POST", "/chaos/kill?service=api&" + query), "killed").toArray().size();
  };
  QCOMPARE(killed("count=3&minAvailable=3"), 0);
  QCOMPARE(killed("count=3&minAge=1h"), 0);
  QCOMPARE(killed("percent=100&maxAtOnce=1"), 1);
  QCOMPARE(killed("kind=crash&count=3&minAvailable=1"), 1);
}

void TestApi::aKillCanBePreviewed() {
  const Running server;
  const auto before = server.controller.snapshot()->number;
  const Reply preview = server.ask("POST", "/chaos/kill?service=api&count=2&dryRun=true");
  QCOMPARE(at(preview, "dryRun"), QJsonValue(true));
  QCOMPARE(server.controller.snapshot()->number, before);
  const Reply real = server.ask("POST", "/chaos/kill?service=api&count=2");
  QCOMPARE(at(preview, "killed"), at(real, "killed"));
}

void TestApi::healthIsSwitched() {
  const Running server;
  const Reply reply = server.ask("POST", "/chaos/health?service=api&healthy=false&count=2&probe=readiness");
  QCOMPARE(reply.status, 200);
  QCOMPARE(at(reply, "changed").toArray().size(), 2);
  server.steps(8);
  QCOMPARE(at(server.state(), QStringLiteral("metrics.readyBySvc.api")), QJsonValue(1));
  // sticky says how an illness behaves; a cure with it is a cure.
  const Reply cure =
      server.ask("POST", "/chaos/health?service=api&healthy=true&percent=100&probe=readiness&sticky=true");
  QCOMPARE(cure.status, 200);
  QCOMPARE(at(cure, "changed").toArray().size(), 2);
  server.steps(8);
  QCOMPARE(at(server.state(), QStringLiteral("metrics.readyBySvc.api")), QJsonValue(3));
}

void TestApi::chaosGoesOnUntilItIsStopped() {
  const Running server;
  const Reply begun = server.ask("POST", "/chaos/schedule?service=api&every=2s&count=1&for=1m");
  QCOMPARE(at(begun, "schedules"), QJsonValue(1));
  server.ask("POST", "/chaos/health?service=api&healthy=false&probe=readiness");
  const Reply stopped = server.ask("POST", "/chaos/stop");
  QCOMPARE(stopped.status, 200);
  QCOMPARE(at(stopped, "schedules"), QJsonValue(0));
  QCOMPARE(at(stopped, "changed").toArray().size(), 1);
  QCOMPARE(server.ask("POST", "/chaos/schedule?service=nobody").status, 404);
}

void TestApi::rolloutVerbsThatDoNotFitAreConflicts() {
  const Running server;
  for (const char* verb : {"promote", "resume", "abort", "retry", "undo"}) {
    const Reply reply = server.ask("POST", "/rollout/" + QByteArray(verb) + "?service=api");
    QCOMPARE(reply.status, 409);
    QVERIFY(!at(reply, "detail").toString().isEmpty());
  }
}

void TestApi::aRolloutIsSteered() {
  const Running server;
  server.apply(example("api-canary.yaml"));
  server.steps(1);
  const Reply paused = server.ask("POST", "/rollout/pause?service=api");
  QCOMPARE(paused.status, 200);
  QCOMPARE(at(paused, "rollout.phase"), QJsonValue(QStringLiteral("Paused")));
  QCOMPARE(at(paused, "rollout.steps").toArray().size(), 3);
  QCOMPARE(server.ask("POST", "/rollout/resume?service=api").status, 200);
  QCOMPARE(server.ask("POST", "/rollout/promote?service=api&full=true").status, 200);
  const Reply aborted = server.ask("POST", "/rollout/abort?service=api");
  QCOMPARE(at(aborted, "rollout.phase"), QJsonValue(QStringLiteral("Aborted")));
}

void TestApi::aDeletedServiceDrains() {
  const Running server;
  const Reply reply = server.ask("DELETE", "/services/api");
  QCOMPARE(reply.status, 200);
  QVERIFY(at(reply, "service.status").toString().startsWith(QLatin1String("Deleting")));
  QCOMPARE(server.apply(example("api-v1.yaml")).status, 409);
  QCOMPARE(server.ask("POST", "/apply?dryRun=true", kYaml, example("api-v1.yaml")).status, 409);
  QCOMPARE(server.ask("POST", "/scale?service=api&delta=1").status, 409);
  server.steps(5);
  QCOMPARE(server.ask("GET", "/services/api").status, 404);
  QCOMPARE(server.ask("DELETE", "/services/api").status, 404);
  QCOMPARE(server.apply(example("api-v1.yaml")).status, 200);
}

void TestApi::theClockObeys() {
  const Server server;
  const Reply sim = server.ask("GET", "/sim");
  for (const char* name :
       {"t", "epoch", "speed", "paused", "live", "tick", "seed", "eventsPerSecond", "simToReal", "branch"}) {
    QVERIFY2(sim.json().contains(QLatin1String(name)), name);
  }
  const int before = at(sim, "t").toInt();
  const Reply stepped = server.ask("POST", "/sim/step");
  QVERIFY(at(stepped, "t").toInt() > before);
  QCOMPARE(at(stepped, "paused"), QJsonValue(true));
  QCOMPARE(at(server.ask("POST", "/sim/speed?speed=0.5"), "speed"), QJsonValue(0.5));
  QCOMPARE(at(server.ask("POST", "/sim/speed?speed=max"), "speed"), QJsonValue(QStringLiteral("max")));
  QCOMPARE(at(server.ask("POST", "/sim/speed?speed=1000"), "speed"), QJsonValue(1000));
  QCOMPARE(at(server.ask("POST", "/sim/resume"), "paused"), QJsonValue(false));
  QCOMPARE(at(server.ask("POST", "/sim/pause"), "paused"), QJsonValue(true));
  QCOMPARE(at(server.ask("POST", "/sim/speed?speed=0"), "paused"), QJsonValue(true));
}

void TestApi::aResetEmptiesTheWorld() {
  const Running server;
  const Reply reply = server.ask("POST", "/sim/reset");
  QCOMPARE(reply.status, 200);
  QVERIFY(at(server.state(), QStringLiteral("services")).toObject().isEmpty());
}

void TestApi::theDemoHasAWorldOfItsOwn() {
  const Running server;
  const Reply begun = server.ask("POST", "/demo");
  QCOMPARE(begun.status, 200);
  QCOMPARE(at(begun, "demo.playing"), QJsonValue(true));
  const Reply ended = server.ask("POST", "/demo/stop");
  QCOMPARE(at(ended, "demo.playing"), QJsonValue(false));
  QCOMPARE(at(server.state(), QStringLiteral("metrics.readyBySvc.api")), QJsonValue(3));
}

QTEST_GUILESS_MAIN(TestApi)
#include "test_api.moc"
