// SPDX-License-Identifier: GPL-3.0-or-later
// Routes that only look: pods, the log, causes, differences, waiting, the load balancer, metrics.
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

#include "app/runtime/resources.h"
#include "tests/rest/running_server.h"

using namespace perfect;
using namespace perfect::test;

namespace {

QStringList idsOf(const QJsonArray& pods) {
  QStringList ids;
  for (const QJsonValue& pod : pods) ids.append(pod.toObject().value(QLatin1String("id")).toString());
  return ids;
}

QByteArray firstPod(const Running& server) {
  return server.state().value(QLatin1String("pods")).toObject().keys().first().toUtf8();
}

QJsonArray log(const Running& server, const QByteArray& query) {
  return at(server.ask("GET", "/events/log?" + query), "events").toArray();
}

QString text(const QJsonValue& event, const char* name) {
  return event.toObject().value(QLatin1String(name)).toString();
}

}  // namespace

class TestReading : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }
  void podsComePageByPage();
  void podsAreFiltered();
  void aPageGoesOnWherePodsHaveLeft();
  void aForeignPlaceIsRefused();
  void onePodTellsItsStory();
  void theLogIsFiltered();
  void theLogGoesOnBehindASeq();
  void theLogComesAsLines();
  void acceptChoosesTheForm_data();
  void acceptChoosesTheForm();
  void whyLeadsBackToTheBeginning();
  void whyKnowsPodsThatAreGone();
  void theDifferenceIsWhatThePodsLack();
  void waitingEndsWhenItIsSo();
  void waitingEndsWhenTimeIsUp();
  void waitingSeesAChangeBeforeTheControllerDoes();
  void theLoadBalancerGoesRound();
  void nobodyToBalanceIsUnavailable();
  void metricsTellTheStory();
  void requestsAreCountedByRoute();
};

void TestReading::podsComePageByPage() {
  const Running server;
  server.apply(manifest("web", 7));
  server.steps(4);
  QStringList seen;
  QByteArray next;
  int pages = 0;
  do {
    const Reply page = server.ask("GET", "/pods?limit=3" + (next.isEmpty() ? next : "&continue=" + next));
    QCOMPARE(page.status, 200);
    QCOMPARE(at(page, "podsTotal"), QJsonValue(10));
    const QStringList ids = idsOf(at(page, "pods").toArray());
    QVERIFY(ids.size() <= 3);
    seen += ids;
    next = at(page, "continue").toString().toUtf8();
    ++pages;
  } while (!next.isEmpty());
  QCOMPARE(pages, 4);
  QCOMPARE(seen.removeDuplicates(), 0);
  seen.sort();
  QCOMPARE(seen, server.state().value(QLatin1String("pods")).toObject().keys());
}

void TestReading::podsAreFiltered() {
  const Running server;
  server.apply(manifest("web", 2));
  server.ask("POST", "/chaos/kill?service=api&kind=crash&count=1");
  const auto count = [&](const QByteArray& query) {
    return at(server.ask("GET", "/pods?" + query), "pods").toArray().size();
  };
  QCOMPARE(count("service=api"), 3);
  QCOMPARE(count("service=api&ready=true"), 2);
  QCOMPARE(count("service=api&ready=0"), 1);
  QCOMPARE(count("status=CrashLoopBackOff"), 1);
  QCOMPARE(count("service=api&status=Running&ready=false"), 0);
  QCOMPARE(server.ask("GET", "/pods?service=nobody").status, 404);
  QCOMPARE(server.ask("GET", "/pods?status=Happy").status, 400);
  QCOMPARE(server.ask("GET", "/pods?limit=0").status, 400);
}

void TestReading::aPageGoesOnWherePodsHaveLeft() {
  const Running server;
  const Reply first = server.ask("GET", "/pods?limit=1");
  const QByteArray next = at(first, "continue").toString().toUtf8();
  const QString begins = idsOf(at(server.ask("GET", "/pods?limit=1&continue=" + next), "pods").toArray()).first();
  server.ask("POST", "/chaos/kill?service=api&pod=" + begins.toUtf8());
  server.steps(4);
  const QStringList rest = idsOf(at(server.ask("GET", "/pods?continue=" + next), "pods").toArray());
  QVERIFY(!rest.contains(begins));
  QVERIFY(!rest.contains(idsOf(at(first, "pods").toArray()).first()));
  QCOMPARE(rest.size(), 2);
}

void TestReading::aForeignPlaceIsRefused() {
  const Running server;
  const QByteArray next = at(server.ask("GET", "/pods?limit=1"), "continue").toString().toUtf8();
  for (const QByteArray& bad : {QByteArray("x"), QByteArray("1-2"), QByteArray("1-2-!"), next + "-1"})
    QCOMPARE(server.ask("GET", "/pods?continue=" + bad).status, 400);
  QTest::qWait(2);  // another world, made at another moment
  server.ask("POST", "/sim/reset");
  QCOMPARE(server.ask("GET", "/pods?continue=" + next).status, 400);
}

void TestReading::onePodTellsItsStory() {
  const Running server;
  const QByteArray id = firstPod(server);
  const Reply reply = server.ask("GET", "/pods/" + id);
  QCOMPARE(reply.status, 200);
  const QJsonObject inState =
      server.state().value(QLatin1String("pods")).toObject().value(QString::fromUtf8(id)).toObject();
  for (auto field = inState.begin(); field != inState.end(); ++field)
    QCOMPARE(reply.json().value(field.key()), QJsonValue(field.value()));
  QCOMPARE(at(reply, "version.digest"), QJsonValue(QStringLiteral("v1")));
  QCOMPARE(at(reply, "probes.readiness.result"), QJsonValue(QStringLiteral("Success")));
  QCOMPARE(at(reply, "probes.readiness.path"), QJsonValue(QStringLiteral("/healthz")));
  QVERIFY(at(reply, "probes.startup").isNull());
  const QJsonArray timeline = at(reply, "timeline").toArray();
  QCOMPARE(text(timeline.first(), "reason"), QStringLiteral("SuccessfulCreate"));
  QCOMPARE(text(timeline.last(), "reason"), QStringLiteral("Ready"));
  const QJsonArray causes = at(reply, "causes").toArray();
  QCOMPARE(text(causes.first(), "reason"), QStringLiteral("Applied"));
  QCOMPARE(causes.last(), timeline.last());
  QCOMPARE(server.ask("GET", "/pods/nobody").status, 404);
}

void TestReading::theLogIsFiltered() {
  const Running server;
  server.apply(manifest("web", 1));
  server.ask("POST", "/chaos/kill?service=api&kind=crash");
  server.steps(2);
  const auto all = [&](const QByteArray& query, const char* field, const QString& value) {
    const QJsonArray events = log(server, query);
    return !events.isEmpty() && std::all_of(events.begin(), events.end(),
                                            [&](const QJsonValue& event) { return text(event, field) == value; });
  };
  QVERIFY(all("service=web", "svc", QStringLiteral("web")));
  QVERIFY(all("level=WARN", "level", QStringLiteral("WARN")));
  QVERIFY(all("type=chaos", "type", QStringLiteral("chaos")));
  QVERIFY(all("reason=ChaosCrashed", "reason", QStringLiteral("ChaosCrashed")));
  const QByteArray pod = text(log(server, "reason=ChaosCrashed").first(), "pod").toUtf8();
  QVERIFY(all("pod=" + pod, "pod", QString::fromUtf8(pod)));
  QVERIFY(all("q=IS+DECLARED&service=api", "reason", QStringLiteral("Applied")));
  QVERIFY(log(server, "service=nobody").isEmpty());
  QCOMPARE(log(server, "limit=2").size(), 2);
  QCOMPARE(text(log(server, "limit=1&service=web").first(), "svc"), QStringLiteral("web"));
  QVERIFY(log(server, "since=1ms").size() < log(server, "since=1h").size());
  for (const char* bad : {"level=LOUD", "type=weather", "reason=Because", "since=soon", "limit=0", "since=-1"})
    QCOMPARE(server.ask("GET", QByteArray("/events/log?") + bad).status, 400);
}

void TestReading::theLogGoesOnBehindASeq() {
  const Running server;
  const QJsonArray whole = log(server, "limit=5000");
  QJsonArray read;
  QByteArray since = "0";
  for (QJsonArray page; !(page = log(server, "limit=4&since=" + since)).isEmpty();) {
    for (const QJsonValue& event : page) read.append(event);
    since = QByteArray::number(page.last().toObject().value(QLatin1String("seq")).toInteger());
  }
  QCOMPARE(read, whole);
}

void TestReading::theLogComesAsLines() {
  const Running server;
  const Reply reply = server.ask("GET", "/events/log?service=api", "Accept: application/x-ndjson\r\n");
  QCOMPARE(reply.field("Content-Type"), QByteArray("application/x-ndjson"));
  QVERIFY(reply.body.endsWith('\n'));
  QJsonArray events;
  const QList<QByteArray> lines = reply.body.trimmed().split('\n');
  for (const QByteArray& line : lines) events.append(QJsonDocument::fromJson(line).object());
  QCOMPARE(events, log(server, "service=api"));
}

void TestReading::acceptChoosesTheForm_data() {
  QTest::addColumn<QByteArray>("accept");
  QTest::addColumn<bool>("yaml");
  const auto row = [](const char* accept, bool yaml) { QTest::newRow(accept) << QByteArray(accept) << yaml; };
  row("application/yaml", true);
  row("Application/YAML", true);
  row("application/yaml, application/json", true);
  row("application/json, application/yaml", false);
  row("application/yaml;q=0.1, application/json", false);
  row("application/json;q=0.2, application/yaml ; q=0.3", true);
  row("application/json;q=0, application/yaml;q=0.001", true);
  row("application/yaml, */*", true);
  row("text/html, application/yaml;q=0.9, */*;q=0.8", true);
  row("application/yaml;q=0.5, application/*", false);
  row("application/yaml;q=0", false);
  row("application/yaml;q=many", true);
  row("application/yaml;v=1", true);
  row("application/json", false);
  row("*/*", false);
  row("text/html", false);
  row(",;q=, /", false);
}

void TestReading::acceptChoosesTheForm() {
  QFETCH(const QByteArray, accept);
  QFETCH(const bool, yaml);
  const Running server;
  const Reply reply = server.ask("GET", "/services/api", "Accept: " + accept + "\r\n");
  QCOMPARE(reply.status, 200);
  QCOMPARE(reply.field("Content-Type"), QByteArray(yaml ? "application/yaml" : "application/json"));
}

void TestReading::whyLeadsBackToTheBeginning() {
  const Running server;
  server.ask("POST", "/chaos/kill?service=api");
  server.steps(6);
  for (const QByteArray& query : {"pod=" + firstPod(server), QByteArray("service=api"),
                                  "event=" + QByteArray::number(server.controller.snapshot()->events.end() - 1)}) {
    const Reply reply = server.ask("GET", "/why?" + query);
    QCOMPARE(reply.status, 200);
    const QJsonArray causes = at(reply, "causes").toArray();
    QVERIFY(!causes.isEmpty());
    QVERIFY(causes.first().toObject().value(QLatin1String("cause")).isNull());
    QCOMPARE(at(reply, "complete"), QJsonValue(true));
    for (qsizetype i = 1; i < causes.size(); ++i)
      QCOMPARE(causes[i].toObject().value(QLatin1String("cause")),
               causes[i - 1].toObject().value(QLatin1String("seq")));
  }
  QCOMPARE(server.ask("GET", "/why").status, 400);
  QCOMPARE(server.ask("GET", "/why?service=api&event=1").status, 400);
  QCOMPARE(server.ask("GET", "/why?service=nobody").status, 404);
  QCOMPARE(server.ask("GET", "/why?pod=nobody").status, 404);
  QCOMPARE(server.ask("GET", "/why?event=999999").status, 404);
}

void TestReading::whyKnowsPodsThatAreGone() {
  const Running server;
  const QByteArray id = firstPod(server);
  server.ask("POST", "/chaos/kill?service=api&pod=" + id);
  server.steps(5);
  QCOMPARE(server.ask("GET", "/pods/" + id).status, 404);
  const Reply reply = server.ask("GET", "/why?pod=" + id);
  QCOMPARE(reply.status, 200);
  QCOMPARE(text(at(reply, "causes").toArray().first(), "reason"), QStringLiteral("ChaosKilled"));
}

void TestReading::theDifferenceIsWhatThePodsLack() {
  const Running server;
  QCOMPARE(at(server.ask("GET", "/services/api/diff"), "inSync"), QJsonValue(true));
  server.apply(example("api-v2.yaml"));
  server.ask("POST", "/scale?service=api&replicas=5");
  const Reply reply = server.ask("GET", "/services/api/diff");
  QCOMPARE(at(reply, "inSync"), QJsonValue(false));
  const QJsonArray rows = at(reply, "diff").toArray();
  QCOMPARE(text(rows[0], "path"), QStringLiteral("spec.replicas"));
  QCOMPARE(text(rows[0], "desired"), QStringLiteral("5"));
  QCOMPARE(text(rows[0], "actual"), QStringLiteral("3"));
  QCOMPARE(text(rows[1], "path"), QStringLiteral("spec.image"));
  QCOMPARE(text(rows[1], "desired"), QStringLiteral("local://demo@v2"));
  QCOMPARE(text(rows[1], "actual"), QStringLiteral("local://demo@v1"));
  QCOMPARE(rows[1].toObject().value(QLatin1String("pods")), QJsonValue(3));
  server.steps(20);
  QCOMPARE(at(server.ask("GET", "/services/api/diff"), "diff"), QJsonValue(QJsonArray()));
  QCOMPARE(server.ask("GET", "/services/nobody/diff").status, 404);
}

void TestReading::waitingEndsWhenItIsSo() {
  const Running server;
  server.ask("POST", "/scale?service=api&replicas=4");
  RawClient ready(server.rest->port());
  RawClient stable(server.rest->port());
  ready.send(request("GET", "/services/api/wait?for=ready"));
  stable.send(request("GET", "/services/api/wait?for=stable"));
  server.steps(8);
  QCOMPARE(ready.receive().status, 200);
  const Reply reply = stable.receive();
  QCOMPARE(reply.status, 200);
  QCOMPARE(at(reply, "service.status"), QJsonValue(QStringLiteral("Stable")));
  QCOMPARE(at(reply, "service.replicas"), QJsonValue(4));
  RawClient deleted(server.rest->port());
  deleted.send(request("GET", "/services/api/wait?for=deleted"));
  server.ask("DELETE", "/services/api");
  server.steps(5);
  QCOMPARE(deleted.receive().status, 200);
  QCOMPARE(server.ask("GET", "/services/api/wait?for=stable").status, 404);
}

void TestReading::waitingEndsWhenTimeIsUp() {
  const Running server;
  server.ask("POST", "/scale?service=api&replicas=4");
  RawClient waiting(server.rest->port());
  waiting.send(request("GET", "/services/api/wait?for=stable&timeout=200ms"));
  QCOMPARE(server.ask("GET", "/healthz").status, 200);  // nobody stands still meanwhile
  const Reply reply = waiting.receive();
  QCOMPARE(reply.status, 504);
  QVERIFY(at(reply, "detail").toString().contains(QLatin1String("3/4")));
  QCOMPARE(server.ask("GET", "/services/api/wait").status, 400);
  QCOMPARE(server.ask("GET", "/services/api/wait?for=happy").status, 400);
  QCOMPARE(server.ask("GET", "/services/api/wait?for=ready&timeout=2h").status, 400);
}

void TestReading::waitingSeesAChangeBeforeTheControllerDoes() {
  const Running server;
  server.apply(example("api-v2.yaml"));  // accepted; the controller has not looked since
  QCOMPARE(server.ask("GET", "/services/api/wait?for=stable&timeout=50ms").status, 504);
}

void TestReading::theLoadBalancerGoesRound() {
  const Running server;
  QStringList chosen;
  for (int i = 0; i < 6; ++i) {
    const Reply reply = server.ask("GET", "/lb/select");
    QCOMPARE(reply.status, 200);
    QCOMPARE(at(reply, "totalHealthy"), QJsonValue(3));
    QCOMPARE(at(reply, "healthyPods").toArray().size(), 3);
    QCOMPARE(at(reply, "selected.ready"), QJsonValue(true));
    QCOMPARE(at(reply, "selected.phase"), QJsonValue(QStringLiteral("Running")));
    QCOMPARE(at(reply, "selected.service"), QJsonValue(QStringLiteral("api")));
    QVERIFY(at(reply, "selected.port").toInt() >= 10000);
    chosen.append(at(reply, "selected.id").toString());
  }
  QCOMPARE(chosen.mid(0, 3), chosen.mid(3, 3));
  QStringList all = chosen.mid(0, 3);
  all.sort();
  QCOMPARE(all, server.state().value(QLatin1String("pods")).toObject().keys());
  const auto before = server.controller.snapshot()->number;
  server.ask("GET", "/lb/select?service=api");
  QCOMPARE(server.controller.snapshot()->number, before);  // outside the history
}

void TestReading::nobodyToBalanceIsUnavailable() {
  const Running server;
  server.ask("POST", "/scale?service=api&replicas=0");
  server.steps(4);
  for (const char* query : {"", "?service=api", "?service=nobody"}) {
    const Reply reply = server.ask("GET", QByteArray("/lb/select") + query);
    QCOMPARE(reply.status, 503);
    QVERIFY(at(reply, "error").isString());
    QVERIFY(at(reply, "message").isString());
    QCOMPARE(at(reply, "healthyPods"), QJsonValue(QJsonArray()));
  }
}

void TestReading::metricsTellTheStory() {
  const Running server;
  server.ask("POST", "/chaos/kill?service=api&kind=crash");
  server.steps(6);
  const Reply reply = server.ask("GET", "/metrics");
  QCOMPARE(reply.field("Content-Type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
  for (const char* line :
       {"controller_up 1", "api_pods_ready{service=\"api\"} 3", "api_pods_desired{service=\"api\"} 3",
        "api_pods_total{service=\"api\"} 3", "api_restarts_total{service=\"api\"} 1", "api_services 1",
        "# TYPE api_pods_total untyped", "api_pods{service=\"api\",status=\"Ready\"} 3",
        "api_rollout_phase{service=\"api\",phase=\"Complete\"} 1",
        "api_rollout_outcomes_total{service=\"api\",outcome=\"complete\"} 1", "controller_inbox_depth 0",
        "controller_stream_readers 0", "controller_paused 1"}) {
    QVERIFY2(("\n" + reply.body).contains(QByteArray("\n") + line + '\n'), line);
  }
  for (const char* name :
       {"\ncontroller_tick_lag_seconds ", "\ncontroller_tick_lag_seconds_max ", "\ncontroller_snapshot_age_seconds ",
        "\ncontroller_resident_memory_bytes ", "\napi_events_total{service=\"api\",level=\"INFO\"} "}) {
    QVERIFY2(reply.body.contains(name), name);
  }
  const QRegularExpression line(QStringLiteral(
      R"(^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? -?[0-9.e+-]+|)$)"));
  const QList<QByteArray> lines = reply.body.split('\n');
  for (const QByteArray& text : lines) QVERIFY2(line.match(QString::fromUtf8(text)).hasMatch(), text.constData());
}

void TestReading::requestsAreCountedByRoute() {
  const Server server;
  for (int i = 0; i < 3; ++i) server.ask("GET", "/services/nobody");
  server.ask("GET", "/nothing");
  server.raw("GET\r\n\r\n");
  const QByteArray metrics = server.ask("GET", "/metrics").body;
  for (const char* line : {"controller_http_requests_total{method=\"GET\",route=\"/services/{name}\",status=\"404\"} 3",
                           "controller_http_requests_total{method=\"\",route=\"none\",status=\"404\"} 1",
                           "controller_http_requests_total{method=\"\",route=\"none\",status=\"400\"} 1"}) {
    QVERIFY2(metrics.contains(line), metrics.constData());
  }
}

QTEST_GUILESS_MAIN(TestReading)
#include "test_reading.moc"
