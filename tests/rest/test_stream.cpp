// SPDX-License-Identifier: GPL-3.0-or-later
// The live stream: whole and as patches, resumed, bounded, to many and to those who do not read.
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>
#include <memory>

#include "app/runtime/resources.h"
#include "tests/rest/running_server.h"
#include "tests/rest/stream_client.h"

using namespace perfect;
using namespace perfect::test;

namespace {

/// What a reader of patches holds, and the events it has collected.
struct Mirror {
  QJsonObject document;
  QJsonArray events;

  void take(const QJsonObject& message) {
    QJsonObject patch = message;
    const QJsonArray news = patch.take(QLatin1String("events")).toArray();
    for (const QJsonValue& event : news) events.append(event);
    document = applyPatch(document, patch);
  }
  void begin(const QJsonObject& whole) {
    document = {};
    events = {};
    take(whole);
  }
};

/// The parts of /state that a mirror shall show, null left out; events apart.
QJsonObject shownBy(const Running& server) {
  QJsonObject state = withoutNulls(server.state());
  state.remove(QLatin1String("events"));
  return state;
}

bool isWhole(const StreamMessage& message) { return message.json().contains(QLatin1String("explain")); }

}  // namespace

class TestStream : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }
  void theWholeDocumentComesAtOnceAndOnChange();
  void patchesKeepAMirrorEqual();
  void aReaderThatComesBackGoesOnWhereItWas();
  void anUnknownIdGetsTheWholeDocument();
  void anotherWorldIsSentWhole();
  void theQuietHearThatItIsStillThere();
  void messagesKeepTheirDistance();
  void manyReadersGetTheSameBytes();
  void aReaderThatDoesNotReadIsDropped();
  void aReaderThatLeavesIsForgotten();
  void aHeadRequestIsNoReader();
};

void TestStream::theWholeDocumentComesAtOnceAndOnChange() {
  const Running server;
  StreamClient reader(server.rest->port());
  QVERIFY(reader.head.startsWith("HTTP/1.1 200"));
  QVERIFY(reader.head.contains("Content-Type: text/event-stream"));
  QCOMPARE(reader.next().data, server.ask("GET", "/state").body);
  QCOMPARE(reader.retry, QByteArray("1000"));
  server.ask("POST", "/scale?service=api&replicas=5");
  const StreamMessage changed = reader.next();
  QCOMPARE(at(changed.json(), QStringLiteral("services.api.replicas")), QJsonValue(5));
  QCOMPARE(changed.data, server.ask("GET", "/state").body);
  server.ask("POST", "/sim/speed?speed=3");
  QCOMPARE(at(reader.next().json(), QStringLiteral("sim.speed")), QJsonValue(3));
}

void TestStream::patchesKeepAMirrorEqual() {
  const Running server;
  StreamClient reader(server.rest->port(), "?mode=delta");
  const StreamMessage first = reader.next();
  QVERIFY(!first.id.isEmpty());
  Mirror mirror;
  mirror.begin(first.json());
  const QList<std::pair<const char*, QByteArray>> acts = {
      {"/chaos/kill?service=api&count=2", {}}, {"/sim/step", {}},
      {"/scale?service=api&replicas=6", {}},   {"/sim/step", {}},
      {"/apply", example("api-canary.yaml")},  {"/apply", manifest("web", 2)},
      {"/load?service=api&cpu=70", {}},        {"/sim/speed?speed=max", {}},
  };
  for (const auto& [target, body] : acts) {
    QCOMPARE(server.ask("POST", target, {}, body).status, 200);
    for (int i = 0; i < 3; ++i) server.steps(1);
    while (mirror.document != shownBy(server)) {
      const StreamMessage message = reader.next(3000);
      QVERIFY2(!message.data.isEmpty(), target);
      QVERIFY(!isWhole(message));
      mirror.take(message.json());
    }
  }
  server.ask("DELETE", "/services/web");
  server.steps(20);
  while (mirror.document != shownBy(server)) {
    const StreamMessage message = reader.next(3000);
    QVERIFY(!message.data.isEmpty());
    mirror.take(message.json());
  }
  QVERIFY(!mirror.document.value(QLatin1String("services")).toObject().contains(QLatin1String("web")));
  const QJsonArray log = at(server.ask("GET", "/events/log?limit=5000"), "events").toArray();
  QVERIFY(mirror.events.size() <= log.size());
  for (qsizetype i = 1; i <= mirror.events.size(); ++i)
    QCOMPARE(mirror.events[mirror.events.size() - i], log[log.size() - i]);
}

void TestStream::aReaderThatComesBackGoesOnWhereItWas() {
  const Running server;
  Mirror mirror;
  QByteArray id;
  {
    StreamClient reader(server.rest->port(), "?mode=delta");
    const StreamMessage first = reader.next();
    id = first.id;
    mirror.begin(first.json());
  }
  server.ask("POST", "/chaos/kill?service=api");
  server.steps(5);
  StreamClient again(server.rest->port(), "?mode=delta", "Last-Event-ID: " + id + "\r\n");
  const StreamMessage message = again.next();
  QVERIFY(!isWhole(message));
  mirror.take(message.json());
  QCOMPARE(mirror.document, shownBy(server));
}

void TestStream::anUnknownIdGetsTheWholeDocument() {
  const Running server;
  for (const QByteArray& id : {QByteArray("nonsense"), QByteArray("1-2-3-4-5")}) {
    StreamClient reader(server.rest->port(), "?mode=delta", "Last-Event-ID: " + id + "\r\n");
    QCOMPARE(reader.next().data, server.ask("GET", "/state").body);
  }
}

void TestStream::anotherWorldIsSentWhole() {
  const Running server;
  StreamClient reader(server.rest->port(), "?mode=delta");
  QVERIFY(isWhole(reader.next()));
  QTest::qWait(2);  // its epoch is another one
  server.ask("POST", "/sim/reset");
  const StreamMessage message = reader.next();
  QVERIFY(isWhole(message));
  QVERIFY(message.json().value(QLatin1String("services")).toObject().isEmpty());
}

void TestStream::theQuietHearThatItIsStillThere() {
  RestOptions options;
  options.streams.heartbeatMs = 50;
  const Server server(options);
  StreamClient reader(server.rest->port());
  reader.next();
  QVERIFY(reader.next(400).data.isEmpty());
  QVERIFY(reader.comments >= 1);
}

void TestStream::messagesKeepTheirDistance() {
  const Running server;
  StreamClient reader(server.rest->port());
  reader.next();
  QElapsedTimer clock;
  clock.start();
  for (int i = 0; i < 3; ++i) {
    server.ask("POST", "/scale?service=api&delta=1");
    QVERIFY(!reader.next().data.isEmpty());
  }
  QVERIFY2(clock.elapsed() >= 190, qPrintable(QString::number(clock.elapsed())));
}

void TestStream::manyReadersGetTheSameBytes() {
  const Running server;
  std::vector<std::unique_ptr<StreamClient>> readers;
  for (int i = 0; i < 50; ++i) readers.push_back(std::make_unique<StreamClient>(server.rest->port(), "?mode=delta"));
  const QByteArray whole = readers.front()->next().data;
  for (std::size_t i = 1; i < readers.size(); ++i) QCOMPARE(readers[i]->next().data, whole);
  QVERIFY(server.ask("GET", "/metrics").body.contains("\ncontroller_stream_readers 50\n"));
  server.ask("POST", "/chaos/kill?service=api");
  for (const auto& reader : readers) QVERIFY(reader->next().json().contains(QLatin1String("pods")));
}

void TestStream::aReaderThatDoesNotReadIsDropped() {
  RestOptions options;
  options.streams.takeMs = 100;
  options.streams.heartbeatMs = 50;
  options.streams.bytesPerSecond = 2'000'000'000;
  options.streams.gapMs = 1;
  const Server server(options);
  server.ask("POST", "/apply", kYaml, manifest("api", 5000));
  QTcpSocket lazy;
  lazy.setReadBufferSize(1024);
  lazy.connectToHost(QHostAddress(QHostAddress::LocalHost), server.rest->port());
  QVERIFY(lazy.waitForConnected(kPatience));
  lazy.write(request("GET", "/events"));
  QVERIFY(lazy.waitForBytesWritten(kPatience));
  StreamClient reader(server.rest->port());
  QVERIFY(!reader.next().data.isEmpty());
  // Until what the kernel keeps for it is full; a reader beside it gets everything.
  QElapsedTimer clock;
  clock.start();
  bool dropped = false;
  while (!dropped && clock.elapsed() < kPatience) {
    server.ask("POST", "/sim/step");
    QVERIFY(!reader.next().data.isEmpty());
    dropped = server.ask("GET", "/metrics").body.contains("\ncontroller_stream_readers 1\n");
  }
  QVERIFY(dropped);
}

void TestStream::aReaderThatLeavesIsForgotten() {
  const Running server;
  const auto readers = [&] {
    const QByteArray text = server.ask("GET", "/metrics").body;
    const qsizetype begin = text.indexOf("\ncontroller_stream_readers ") + 27;
    return text.mid(begin, text.indexOf('\n', begin) - begin).toInt();
  };
  {
    StreamClient reader(server.rest->port());
    reader.next();
    QCOMPARE(readers(), 1);
    reader.socket().abort();
  }
  QTRY_COMPARE_WITH_TIMEOUT(readers(), 0, kPatience);
}

void TestStream::aHeadRequestIsNoReader() {
  const Running server;
  const Reply reply = server.ask("HEAD", "/events");
  QCOMPARE(reply.status, 200);
  QCOMPARE(reply.field("Content-Type"), QByteArray("text/event-stream"));
  QVERIFY(server.ask("GET", "/metrics").body.contains("\ncontroller_stream_readers 0\n"));
  QCOMPARE(server.ask("GET", "/events?mode=tiny").status, 400);
  QCOMPARE(server.ask("POST", "/events").status, 405);
}

QTEST_GUILESS_MAIN(TestStream)
#include "test_stream.moc"
