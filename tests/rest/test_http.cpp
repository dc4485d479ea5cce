// SPDX-License-Identifier: GPL-3.0-or-later
// The server as HTTP sees it: statuses, limits, order of answers, clients that are slow, hasty, hostile or gone.
#include <QTest>
#include <memory>
#include <vector>

#include "tests/rest/rest_client.h"

using namespace perfect;
using namespace perfect::test;

class TestHttp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void requestsGetTheirStatus_data();
  void requestsGetTheirStatus();
  void errorsAreProblemDocuments();
  void headHasNoBody();
  void optionsNameTheMethods();
  void wrongMethodsNameTheRightOnes();
  void namesOfThisServer_data();
  void namesOfThisServer();
  void foreignPagesChangeNothing_data();
  void foreignPagesChangeNothing();
  void theKeyGuardsChangesOnly();
  void connectionsStayOpenUntilAskedToClose();
  void answersKeepTheOrderOfRequests();
  void aRequestInPiecesIsOne();
  void chunkedBodiesArrive();
  void expectationsAreMet();
  void aClientThatWaitsTooLongIsToldSo();
  void anIdleConnectionIsClosed();
  void aHugeBodyIsRefusedBeforeItIsSent();
  void aHugeBodyThatIsSentAnywayHarmsNobody();
  void moreConnectionsThanAllowedAreToldSo();
  void aSilentConnectionGivesItsPlace();
  void bodiesAreBoundedForAllTogether();
  void answersThatNobodyTakesAreBounded();
  void pagesOfOtherOriginsMayRead();
  void aPreflightAllowsWhatIsAllowed();
  void aFullInboxSaysTryAgain();
  void clientsThatLeaveHarmNobody();
  void aClientThatHasFinishedSendingGetsItsAnswers();
  void aHastyClientDoesNotKeepOthersWaiting();
  void aTakenPortIsNamed();
  void aServerEndsWithConnectionsOpen();
};

void TestHttp::requestsGetTheirStatus_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<int>("expected");
  const auto row = [](const char* name, const QByteArray& bytes, int expected) {
    QTest::newRow(name) << bytes << expected;
  };
  const auto line = [&](const char* first, int expected) {
    row(first, QByteArray(first) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", expected);
  };
  line("GET /healthz", 200);
  line("GET /livez", 200);
  line("GET /readyz", 200);
  line("GET /sim", 200);
  line("GET /state", 200);
  line("GET http://localhost/state", 200);
  line("GET http://evil.example/state", 403);
  line("GET /state?events=0&pods=0", 200);
  line("GET /state?events=-1", 400);
  line("GET /state?events=many", 400);
  line("GET /state?pods=2", 400);
  line("GET /state?pods=0&pods=1", 400);
  line("GET /state?nothing=1", 400);
  line("GET /state?service=nobody", 404);
  line("GET /healthz?x=1", 400);
  line("GET /", 200);
  line("GET /State", 404);
  line("GET /state/", 404);
  line("GET //state", 404);
  line("GET /services/", 404);
  line("GET /services/nobody", 404);
  line("GET /services/a%2Fb", 404);
  line("GET /services/%00", 400);
  line("GET /services/%zz", 400);
  line("GET /scale?service=api", 405);
  line("DELETE /state", 405);
  line("PUT /apply", 405);
  line("PATCH /services/api", 405);
  line("BREW /state", 501);
  line("get /state", 501);
  line("TRACE /state", 501);
  line("OPTIONS *", 204);
  line("OPTIONS /nothing", 404);
  line("POST /scale", 400);
  line("POST /scale?service=", 400);
  line("POST /scale?service=nobody&delta=1", 404);
  line("POST /scale?service=nobody", 400);
  line("POST /scale?service=nobody&delta=1&replicas=1", 400);
  line("POST /scale?service=nobody&replicas=-1", 400);
  line("POST /scale?service=nobody&replicas=2.5", 400);
  line("POST /scale?service=nobody&replicas=abc", 400);
  line("POST /scale?service=nobody&replicas=1000001", 400);
  line("POST /scale?service=nobody&replicas=99999999999999999999", 400);
  line("POST /load?service=nobody", 400);
  line("POST /load?service=nobody&cpu=-1", 400);
  line("POST /chaos/kill?service=nobody", 404);
  line("POST /chaos/kill?service=nobody&count=abc", 400);
  line("POST /chaos/kill?service=nobody&percent=500", 400);
  line("POST /chaos/kill?service=nobody&minAge=soon", 400);
  line("POST /chaos/kill?service=nobody&kind=hug", 400);
  line("POST /chaos/kill?service=nobody&dryRun=perhaps", 400);
  line("POST /chaos/health?service=nobody", 400);
  line("POST /rollout/promote?service=nobody", 404);
  line("POST /rollout/dance?service=nobody", 404);
  line("POST /rollout/pause?service=nobody&full=true", 400);
  line("POST /sim/speed?speed=fast", 400);
  line("POST /sim/speed?speed=1001", 400);
  line("POST /sim/speed?speed=-1", 400);
  line("POST /sim/speed?speed=0.0001", 400);
  line("POST /sim/seek", 501);
  line("POST /sim/live", 501);
  line("POST /sim/fork", 501);
  line("POST /apply", 400);
  row("no host", "GET /state HTTP/1.1\r\n\r\n", 400);
  row("malformed host", "GET /state HTTP/1.1\r\nHost: a b\r\n\r\n", 400);
  row("HTTP/1.0", "GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n", 200);
  row("HTTP/2", "GET /healthz HTTP/2.0\r\nHost: localhost\r\n\r\n", 505);
  row("smuggled", request("POST", "/apply", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400);
  row("contradictory lengths", request("POST", "/apply", "Content-Length: 7\r\n", "a: 1"), 400);
  row("negative length", "POST /apply HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n", 400);
  row("endless head", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + QByteArray(17000, 'x'), 431);
  row("control character", QByteArray("GET /\x01 HTTP/1.1\r\nHost: localhost\r\n\r\n"), 400);
  row("websocket", request("GET", "/healthz", "Connection: Upgrade\r\nUpgrade: websocket\r\n"), 200);
  row("broken JSON", request("POST", "/apply", "Content-Type: application/json\r\n", "{"), 400);
  row("deep JSON", request("POST", "/apply", "Content-Type: application/json\r\n", QByteArray(65, '[')), 400);
  row("deep load pattern", request("POST", "/load?service=nobody", {}, QByteArray(1000000, '[')), 400);
  row("two keys", request("GET", "/healthz", "X-API-Key: a\r\nX-API-Key: b\r\n"), 400);
  row("two content types", request("POST", "/apply", "Content-Type: a/b\r\nContent-Type: c/d\r\n", "x"), 400);
  row("two origins", request("POST", "/sim/pause", "Origin: http://localhost\r\nOrigin: http://localhost\r\n"), 400);
  row("two Accept fields", request("GET", "/state", "Accept: a/b\r\nAccept: c/d\r\n"), 200);
  row("two tags", request("GET", "/state", "If-None-Match: \"a\"\r\nIf-None-Match: *\r\n"), 200);
  row("JSON without yaml", request("POST", "/apply", "Content-Type: application/json\r\n", "{\"yml\":\"\"}"), 400);
  row("broken load pattern", request("POST", "/load?service=nobody", {}, "{\"shape\":\"square\"}"), 400);
}

void TestHttp::requestsGetTheirStatus() {
  QFETCH(const QByteArray, bytes);
  QFETCH(const int, expected);
  const Server server;
  const Reply reply = server.raw(bytes);
  QCOMPARE(reply.status, expected);
  if (expected >= 400) {
    QCOMPARE(reply.field("Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(reply.json().value(QLatin1String("status")).toInt(), expected);
    QVERIFY(!reply.json().value(QLatin1String("detail")).toString().isEmpty());
  }
}

void TestHttp::errorsAreProblemDocuments() {
  const Server server;
  const Reply reply = server.ask("GET", "/nothing");
  QCOMPARE(QString::fromLatin1(reply.field("Content-Type")), QStringLiteral("application/problem+json"));
  const QJsonObject document = reply.json();
  QCOMPARE(document.keys(), QStringList({QStringLiteral("detail"), QStringLiteral("error"), QStringLiteral("status"),
                                         QStringLiteral("title"), QStringLiteral("type")}));
  QCOMPARE(document.value(QLatin1String("title")), document.value(QLatin1String("error")));
  QCOMPARE(document.value(QLatin1String("title")).toString(), QStringLiteral("Not Found"));
}

void TestHttp::headHasNoBody() {
  const Server server;
  RawClient client(server.rest->port());
  client.send(request("HEAD", "/healthz") + request("HEAD", "/nothing") + request("GET", "/healthz"));
  const Reply head = client.receive(true);
  QCOMPARE(head.status, 200);
  QCOMPARE(head.field("Content-Length"), QByteArray("2"));
  QCOMPARE(client.receive(true).status, 404);
  QCOMPARE(client.receive().body, QByteArray("ok"));
}

void TestHttp::optionsNameTheMethods() {
  const Server server;
  const Reply reply = server.ask("OPTIONS", "/services/api");
  QCOMPARE(reply.status, 204);
  QCOMPARE(reply.field("Allow"), QByteArray("GET, HEAD, DELETE, OPTIONS"));
}

void TestHttp::wrongMethodsNameTheRightOnes() {
  const Server server;
  const Reply reply = server.ask("GET", "/scale");
  QCOMPARE(reply.status, 405);
  QCOMPARE(reply.field("Allow"), QByteArray("POST, OPTIONS"));
}

void TestHttp::namesOfThisServer_data() {
  QTest::addColumn<QByteArray>("host");
  QTest::addColumn<int>("expected");
  const auto row = [](const char* host, int expected) { QTest::newRow(host) << QByteArray(host) << expected; };
  row("localhost", 200);
  row("LOCALHOST:1", 200);
  row("127.0.0.1:8080", 200);
  row("192.168.1.7", 200);
  row("[::1]:8080", 200);
  row("grid.example", 200);
  row("Grid.Example:99", 200);
  row("evil.example", 403);
  row("localhost.evil.example", 403);
  row("127.0.0.1.evil.example", 403);
  row("127.1", 403);
  row("localhost@evil", 400);
  row("localhost:port", 400);
}

void TestHttp::namesOfThisServer() {
  QFETCH(const QByteArray, host);
  QFETCH(const int, expected);
  RestOptions options;
  options.allowedHosts = {QStringLiteral("grid.example")};
  const Server server(options);
  const QByteArray bytes = "GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n";
  QCOMPARE(server.raw(bytes + "\r\n").status, expected);
  RestOptions guarded;
  guarded.apiKey = "k";
  const Server keyed(guarded);
  if (expected == 403) QCOMPARE(keyed.raw(bytes + "X-API-Key: k\r\n\r\n").status, 200);
  if (expected == 403) QCOMPARE(keyed.raw(bytes + "X-API-Key: q\r\n\r\n").status, 403);
}

void TestHttp::foreignPagesChangeNothing_data() {
  QTest::addColumn<QByteArray>("origin");
  QTest::addColumn<int>("expected");
  const auto row = [](const char* origin, int expected) { QTest::newRow(origin) << QByteArray(origin) << expected; };
  row("http://localhost", 200);
  row("http://localhost:80", 200);
  row("http://localhost:3000", 403);
  row("https://localhost", 403);
  row("http://evil.example", 403);
  row("null", 403);
  row("file://", 403);
}

void TestHttp::foreignPagesChangeNothing() {
  QFETCH(const QByteArray, origin);
  QFETCH(const int, expected);
  RestOptions options;
  options.apiKey = "k";
  const Server open;
  const Server keyed(options);
  const QByteArray fields = "Origin: " + origin + "\r\n";
  QCOMPARE(open.ask("POST", "/sim/pause", fields).status, expected);
  QCOMPARE(open.ask("GET", "/sim", fields).status, 200);
  QCOMPARE(keyed.ask("POST", "/sim/pause", fields + "X-API-Key: k\r\n").status, 200);
}

void TestHttp::theKeyGuardsChangesOnly() {
  RestOptions options;
  options.apiKey = "open sesame";
  const Server server(options);
  QCOMPARE(server.ask("GET", "/state").status, 200);
  const Reply refused = server.ask("POST", "/sim/resume");
  QCOMPARE(refused.status, 401);
  QVERIFY(!refused.field("WWW-Authenticate").isEmpty());
  for (const char* wrong : {"", "open", "open sesame!", "OPEN SESAME"}) {
    QCOMPARE(server.ask("POST", "/sim/resume", "X-API-Key: " + QByteArray(wrong) + "\r\n").status, 401);
  }
  QVERIFY(server.controller.clock().paused);
  QCOMPARE(server.ask("POST", "/sim/resume", "x-api-key: open sesame\r\n").status, 200);
  QVERIFY(!server.controller.clock().paused);
}

void TestHttp::connectionsStayOpenUntilAskedToClose() {
  const Server server;
  RawClient client(server.rest->port());
  for (int i = 0; i < 3; ++i) {
    client.send(request("GET", "/healthz"));
    QCOMPARE(client.receive().status, 200);
  }
  client.send(request("GET", "/healthz", "Connection: close\r\n"));
  const Reply last = client.receive();
  QCOMPARE(last.status, 200);
  QCOMPARE(last.field("Connection"), QByteArray("close"));
  QVERIFY(client.closed());

  RawClient old(server.rest->port());
  old.send("GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n");
  QCOMPARE(old.receive().status, 200);
  QVERIFY(old.closed());
}

void TestHttp::answersKeepTheOrderOfRequests() {
  const Server server;
  RawClient client(server.rest->port());
  QByteArray bytes;
  constexpr int kRounds = 60;
  for (int i = 0; i < kRounds; ++i) {
    // Changes are answered by the engine's thread, later than what needs no engine.
    bytes += request("POST", "/sim/speed?speed=" + QByteArray::number(i + 1)) + request("GET", "/healthz") +
             request("GET", "/nothing") + request("GET", "/sim");
  }
  client.send(bytes);
  for (int i = 0; i < kRounds; ++i) {
    const Reply changed = client.receive();
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json().value(QLatin1String("speed")).toInt(), i + 1);
    QCOMPARE(client.receive().body, QByteArray("ok"));
    QCOMPARE(client.receive().status, 404);
    QCOMPARE(client.receive().json().value(QLatin1String("speed")).toInt(), i + 1);
  }
}

void TestHttp::aRequestInPiecesIsOne() {
  const Server server;
  RawClient client(server.rest->port());
  const QByteArray bytes = request("POST", "/apply", {}, "nonsense") + request("GET", "/healthz");
  for (const char byte : bytes) client.send(QByteArray(1, byte));
  QCOMPARE(client.receive().status, 400);
  QCOMPARE(client.receive().body, QByteArray("ok"));
}

void TestHttp::chunkedBodiesArrive() {
  const Server server;
  RawClient client(server.rest->port());
  const QByteArray head = "POST /apply?dryRun=1 HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
  const QByteArray yaml = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";
  client.send(head + QByteArray::number(10, 16) + "\r\n" + yaml.left(10) + "\r\n");
  client.send(QByteArray::number(yaml.size() - 10, 16) + "\r\n" + yaml.mid(10) + "\r\n0\r\n\r\n" +
              request("GET", "/healthz"));
  const Reply reply = client.receive();
  QCOMPARE(reply.status, 200);
  QVERIFY(reply.body.contains("\"service\":\"web\""));
  QCOMPARE(client.receive().body, QByteArray("ok"));
}

void TestHttp::expectationsAreMet() {
  const Server server;
  RawClient client(server.rest->port());
  client.send("POST /apply HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 8\r\n\r\n");
  QCOMPARE(client.receive().status, 100);
  client.send("nonsense");
  QCOMPARE(client.receive().status, 400);
  client.send("POST /apply HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");
  QCOMPARE(client.receive().status, 413);
}

void TestHttp::aClientThatWaitsTooLongIsToldSo() {
  RestOptions options;
  options.limits.requestMs = 200;
  const Server server(options);
  for (const QByteArray& part :
       {QByteArray(), QByteArray("GET /healthz HT"), request("POST", "/apply", {}, "12345").chopped(1)}) {
    RawClient client(server.rest->port());
    client.send(part);
    QCOMPARE(client.receive().status, 408);
    QVERIFY(client.closed());
  }
  RawClient client(server.rest->port());
  client.send(request("GET", "/healthz") + "GET /hea");
  QCOMPARE(client.receive().status, 200);
  QCOMPARE(client.receive().status, 408);
}

void TestHttp::anIdleConnectionIsClosed() {
  RestOptions options;
  options.limits.requestMs = 100;
  options.limits.idleMs = 100;
  const Server server(options);
  RawClient client(server.rest->port());
  client.send(request("GET", "/healthz"));
  QCOMPARE(client.receive().status, 200);
  QVERIFY(client.closed());
}

void TestHttp::aHugeBodyIsRefusedBeforeItIsSent() {
  const Server server;
  RawClient client(server.rest->port());
  client.send("POST /apply HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1073741824\r\n\r\n");
  QCOMPARE(client.receive().status, 413);
  QVERIFY(client.closed());
}

void TestHttp::aHugeBodyThatIsSentAnywayHarmsNobody() {
  const Server server;
  RawClient client(server.rest->port());
  client.send("POST /apply HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
  const QByteArray chunk = "10000\r\n" + QByteArray(65536, 'a') + "\r\n";
  for (int i = 0; i < 64; ++i) {
    client.send(chunk);
    client.socket().waitForBytesWritten(1);
  }
  QCOMPARE(client.receive().status, 413);
  QCOMPARE(server.ask("GET", "/healthz").status, 200);
}

void TestHttp::moreConnectionsThanAllowedAreToldSo() {
  RestOptions options;
  options.maxConnections = 3;
  options.limits.yieldMs = kPatience;
  const Server server(options);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.rest->port()));
    clients.back()->send(request("GET", "/healthz"));
    QCOMPARE(clients.back()->receive().status, 200);
  }
  RawClient fourth(server.rest->port());
  const Reply refused = fourth.receive();
  QCOMPARE(refused.status, 503);
  QVERIFY(!refused.field("Retry-After").isEmpty());
  clients.clear();
  QTRY_COMPARE(server.ask("GET", "/healthz").status, 200);
}

void TestHttp::aSilentConnectionGivesItsPlace() {
  RestOptions options;
  options.maxConnections = 2;
  options.limits.yieldMs = 50;
  const Server server(options);
  RawClient silent(server.rest->port());
  RawClient busy(server.rest->port());
  QTest::qWait(100);
  busy.send(request("GET", "/healthz"));
  QCOMPARE(busy.receive().status, 200);
  RawClient fresh(server.rest->port());
  fresh.send(request("GET", "/healthz"));
  QCOMPARE(fresh.receive().status, 200);
  QVERIFY(silent.closed());
}

void TestHttp::bodiesAreBoundedForAllTogether() {
  RestOptions options;
  options.limits.bodiesBytes = 100000;
  const Server server(options);
  const QByteArray most(90000, '#');
  RawClient first(server.rest->port());
  first.send("POST /apply HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90001\r\n\r\n" + most);
  QTest::qWait(50);
  RawClient second(server.rest->port());
  second.send("POST /apply HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90001\r\n\r\n" + most);
  const Reply refused = second.receive();
  QCOMPARE(refused.status, 503);
  QVERIFY(!refused.field("Retry-After").isEmpty());
  first.send("#");
  QCOMPARE(first.receive().status, 400);  // read to its end: a manifest of comments
  QCOMPARE(server.ask("POST", "/apply", {}, most).status, 400);
}

void TestHttp::answersThatNobodyTakesAreBounded() {
  RestOptions options;
  options.limits.backlogBytes = 1000000;
  const Server server(options);
  QCOMPARE(
      server.ask("POST", "/apply", {}, "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {replicas: 5000}\n")
          .status,
      200);
  server.ask("POST", "/sim/step");
  server.ask("POST", "/sim/step");
  std::vector<std::unique_ptr<QTcpSocket>> lazy;
  for (int i = 0; i < 12; ++i) {
    lazy.push_back(std::make_unique<QTcpSocket>());
    lazy.back()->setReadBufferSize(1);
    lazy.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), server.rest->port());
    QVERIFY(lazy.back()->waitForConnected(kPatience));
    // Each asks for something of its own, so that nothing is kept once for all of them.
    for (int k = 0; k < 8; ++k) lazy.back()->write(request("GET", "/state?events=" + QByteArray::number(i * 8 + k)));
    lazy.back()->flush();
  }
  const auto open = [&] {
    const QByteArray text = server.ask("GET", "/metrics").body;
    const qsizetype begin = text.indexOf("\ncontroller_http_connections ") + 29;
    return text.mid(begin, text.indexOf('\n', begin) - begin).toInt();
  };
  QTRY_VERIFY_WITH_TIMEOUT(open() < 12, kPatience);
  QCOMPARE(server.ask("GET", "/healthz").status, 200);
}

void TestHttp::pagesOfOtherOriginsMayRead() {
  RestOptions options;
  options.apiKey = "secret";
  const Server server(options);
  constexpr char kOrigin[] = "Origin: http://elsewhere.example\r\n";
  for (const char* target : {"/state", "/metrics", "/nothing", "/services/nobody", "/healthz"})
    QCOMPARE(server.ask("GET", target, kOrigin).field("Access-Control-Allow-Origin"), QByteArray("*"));
  QVERIFY(server.ask("POST", "/sim/pause", kOrigin).field("Access-Control-Allow-Origin").isEmpty());
  const Reply keyed = server.ask("POST", "/sim/pause", kOrigin + QByteArray("X-API-Key: secret\r\n"));
  QCOMPARE(keyed.status, 200);
  QCOMPARE(keyed.field("Access-Control-Allow-Origin"), QByteArray("*"));
}

void TestHttp::aPreflightAllowsWhatIsAllowed() {
  RestOptions options;
  const auto methods = [](const Server& server, const QByteArray& target, const QByteArray& method) {
    const QByteArray fields = "Origin: http://elsewhere.example\r\nAccess-Control-Request-Method: " + method + "\r\n";
    return server.ask("OPTIONS", target, fields).field("Access-Control-Allow-Methods");
  };
  const Server open(options);
  QCOMPARE(methods(open, "/state", "GET"), QByteArray("GET, HEAD"));
  QCOMPARE(methods(open, "/sim/pause", "POST"), QByteArray());
  options.apiKey = "secret";
  const Server keyed(options);
  QCOMPARE(methods(keyed, "/sim/pause", "POST"), QByteArray("POST, OPTIONS"));
}

void TestHttp::aFullInboxSaysTryAgain() {
  const Server server({}, 0);
  for (const char* target : {"/sim/pause", "/scale?service=api&delta=1", "/chaos/kill?service=api&dryRun=true"}) {
    const Reply reply = server.ask("POST", target);
    QCOMPARE(reply.status, 503);
    QVERIFY(!reply.field("Retry-After").isEmpty());
  }
  QCOMPARE(server.ask("GET", "/state").status, 200);
}

void TestHttp::clientsThatLeaveHarmNobody() {
  const Server server;
  for (int i = 0; i < 100; ++i) {
    RawClient client(server.rest->port());
    client.send(request("POST", "/sim/pause") + request("GET", "/state") + "POST /apply HTTP/1.1\r\nHost: loc");
    client.socket().abort();
  }
  QCOMPARE(server.ask("GET", "/healthz").status, 200);
}

void TestHttp::aClientThatHasFinishedSendingGetsItsAnswers() {
  const Server server;
  RawClient client(server.rest->port());
  client.send(request("POST", "/sim/speed?speed=3") + request("GET", "/healthz") +
              request("POST", "/sim/speed?speed=4"));
  client.finishSending();
  QCOMPARE(client.receive().status, 200);
  QCOMPARE(client.receive().body, QByteArray("ok"));
  QCOMPARE(client.receive().json().value(QLatin1String("speed")).toInt(), 4);
  QVERIFY(client.closed());
  RawClient half(server.rest->port());
  half.send("POST /apply HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc");
  half.finishSending();
  QCOMPARE(half.receive().status, 400);
  QVERIFY(half.closed());
}

void TestHttp::aHastyClientDoesNotKeepOthersWaiting() {
  const Server server;
  const QByteArray many =
      "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {replicas: 2000, simulation: {startSeconds: 0}}\n";
  QCOMPARE(server.ask("POST", "/apply", {}, many).status, 200);
  QCOMPARE(server.ask("POST", "/sim/step").status, 200);
  QVERIFY(server.ask("GET", "/state").body.size() > 100000);
  // It asks for 4000 such answers and reads none: they pile up to a limit, then it is not listened to any more.
  RawClient hasty(server.rest->port());
  hasty.socket().setReadBufferSize(1024);
  hasty.send(request("GET", "/state", "X-Padding: " + QByteArray(15000, 'x') + "\r\n").repeated(4000));
  for (int i = 0; i < 100; ++i) {
    QCOMPARE(server.ask("GET", "/healthz").status, 200);
    hasty.socket().waitForBytesWritten(1);
  }
  QVERIFY2(hasty.socket().bytesToWrite() > 0, "the server has read all of it");
}

void TestHttp::aTakenPortIsNamed() {
  Server server;
  RestOptions options;
  options.port = server.rest->port();
  const auto second = RestServer::start(options, server.controller);
  QVERIFY(!second.ok());
  const QString message = QString::fromStdString(second.error());
  QVERIFY2(message.contains(QStringLiteral("127.0.0.1:%1").arg(options.port)), second.error().c_str());
  QCOMPARE(server.rest->url(), QStringLiteral("http://127.0.0.1:%1").arg(options.port));
}

void TestHttp::aServerEndsWithConnectionsOpen() {
  auto server = std::make_unique<Server>();
  RawClient idle(server->rest->port());
  RawClient half(server->rest->port());
  half.send("GET /heal");
  RawClient asking(server->rest->port());
  QByteArray many;
  for (int i = 0; i < 200; ++i) many += request("POST", "/sim/pause");
  asking.send(many);
  QCOMPARE(asking.receive().status, 200);
  server.reset();
  QVERIFY(idle.closed());
  QVERIFY(half.closed());
}

QTEST_GUILESS_MAIN(TestHttp)
#include "test_http.moc"
