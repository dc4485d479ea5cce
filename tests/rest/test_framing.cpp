// SPDX-License-Identifier: GPL-3.0-or-later
// Where a request ends, and what is none: RequestFraming, parseTarget, parseAuthority.
#include <QTest>

#include "app/rest/access.h"
#include "app/rest/request.h"
#include "app/rest/request_framing.h"

using namespace perfect;

namespace {

constexpr char kHost[] = "Host: localhost\r\n";

QByteArray get(const QByteArray& fields, const QByteArray& body = {}) {
  return "POST /x HTTP/1.1\r\n" + QByteArray(kHost) + fields + "\r\n" + body;
}

/// Status of the refusal, 0 when it is complete, -1 when more is needed.
int outcome(const RequestFraming& framing) {
  if (framing.failed()) return framing.fault().status;
  return framing.complete() ? 0 : -1;
}

}  // namespace

class TestFraming : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bytesBecomeARequestOrARefusal_data();
  void bytesBecomeARequestOrARefusal();
  void theNextRequestIsLeftAlone();
  void chunksAreTakenApart();
  void lengthsAreHeldToTheirLimits();
  void targetsAreDecodedOnce_data();
  void targetsAreDecodedOnce();
  void brokenTargetsAreRefused_data();
  void brokenTargetsAreRefused();
  void authorities_data();
  void authorities();
};

void TestFraming::bytesBecomeARequestOrARefusal_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<int>("expected");
  const auto row = [](const char* name, const QByteArray& bytes, int expected) {
    QTest::newRow(name) << bytes << expected;
  };
  row("plain", get(""), 0);
  row("empty line first", "\r\n" + get(""), 0);
  row("body", get("Content-Length: 3\r\n", "abc"), 0);
  row("body not all there", get("Content-Length: 3\r\n", "ab"), -1);
  row("length said twice alike", get("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 0);
  row("lengths that differ", get("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400);
  row("lengths in one field", get("Content-Length: 3, 4\r\n", "abc"), 400);
  row("negative length", get("Content-Length: -5\r\n"), 400);
  row("signed length", get("Content-Length: +5\r\n", "abcde"), 400);
  row("word as length", get("Content-Length: abc\r\n"), 400);
  row("empty length", get("Content-Length:\r\n"), 400);
  row("hexadecimal length", get("Content-Length: 0x3\r\n", "abc"), 400);
  row("length of 2^64 - 1", get("Content-Length: 18446744073709551615\r\n"), 413);
  row("length of 2^64 + 3", get("Content-Length: 18446744073709551619\r\n", "abc"), 413);
  row("chunked", get("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"), 0);
  row("chunked and length", get("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"), 400);
  row("chunked twice", get("Transfer-Encoding: chunked, chunked\r\n"), 400);
  row("two codings", get("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"), 400);
  row("unknown coding", get("Transfer-Encoding: gzip, chunked\r\n"), 501);
  row("chunked in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
  row("chunk size is no number", get("Transfer-Encoding: chunked\r\n", "xyz\r\n"), 400);
  row("negative chunk size", get("Transfer-Encoding: chunked\r\n", "-3\r\n"), 400);
  row("no chunk size", get("Transfer-Encoding: chunked\r\n", "\r\n"), 400);
  row("space in chunk size", get("Transfer-Encoding: chunked\r\n", " 3\r\nabc\r\n"), 400);
  row("chunk longer than said", get("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n"), 400);
  row("endless chunk extension", get("Transfer-Encoding: chunked\r\n", "3;" + QByteArray(2000, 'a')), 400);
  row("huge chunk", get("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\n"), 413);
  row("bad trailer", get("Transfer-Encoding: chunked\r\n", "0\r\nbad trailer\r\n\r\n"), 400);
  row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
  row("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400);
  row("two Hosts", get("Host: localhost\r\n"), 400);
  row("no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400);
  row("absolute target", "GET http://localhost/state HTTP/1.1\r\nHost: localhost\r\n\r\n", 0);
  row("absolute target without host", "GET http:///state HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
  row("target without slash", "GET state HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
  row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 0);
  row("asterisk for GET", "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
  row("fragment", "GET /#a HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
  row("bytes above ASCII in the target", "GET /\xc3\xa4 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
  row("two words", "GET /\r\n\r\n", 400);
  row("four words", "GET / x HTTP/1.1\r\n\r\n", 400);
  row("method is no token", "G@T / HTTP/1.1\r\n\r\n", 400);
  row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
  row("no version", "GET / HTTQ/1.1\r\n\r\n", 400);
  row("line feed alone", "GET / HTTP/1.1\nHost: localhost\n\n", 400);
  row("carriage return inside", get("X: a\rb\r\n"), 400);
  row("NUL in a field", get(QByteArray("X: a\0b\r\n", 8)), 400);
  row("DEL in a field", get("X: a\x7f\r\n"), 400);
  row("TLS hello", QByteArray("\x16\x03\x01\x02", 4), 400);
  row("space before the colon", get("X : a\r\n"), 400);
  row("folded field", get("X: a\r\n b\r\n"), 400);
  row("field without colon", get("nonsense\r\n"), 400);
  row("field without name", get(": a\r\n"), 400);
  row("Expect something else", get("Expect: dinner\r\n"), 417);
  const qsizetype room = 16 * 1024 - get("X: \r\n").size();
  row("head of 16 KiB", get("X: " + QByteArray(room, 'a') + "\r\n"), 0);
  row("one byte more", get("X: " + QByteArray(room + 1, 'a') + "\r\n"), 431);
  row("endless request line", "GET /" + QByteArray(20000, 'a'), 431);
  row("endless trailers", get("Transfer-Encoding: chunked\r\n", "0\r\nX: " + QByteArray(20000, 'a')), 431);
}

void TestFraming::bytesBecomeARequestOrARefusal() {
  QFETCH(const QByteArray, bytes);
  QFETCH(const int, expected);
  RequestFraming whole;
  whole.take(bytes);
  QCOMPARE(outcome(whole), expected);
  RequestFraming single;
  for (const char byte : bytes) {
    if (outcome(single) == -1) single.take(QByteArrayView(&byte, 1));
  }
  QCOMPARE(outcome(single), expected);
  if (expected == 0) QCOMPARE(single.body(), whole.body());
}

void TestFraming::theNextRequestIsLeftAlone() {
  const QByteArray first = get("Content-Length: 2\r\n", "ab");
  const QByteArray both = first + "GET /next HTTP/1.1\r\n";
  RequestFraming framing;
  QCOMPARE(framing.take(both), first.size());
  QVERIFY(framing.complete());
  QCOMPARE(framing.body(), QByteArray("ab"));
  QCOMPARE(framing.take("more"), 0);
}

void TestFraming::chunksAreTakenApart() {
  RequestFraming framing;
  framing.take(get("Transfer-Encoding: Chunked\r\n", "3;x=y\r\nabc\r\nA\r\n0123456789\r\n00\r\nX-Sum: 1\r\n\r\n"));
  QVERIFY(framing.complete());
  QCOMPARE(framing.body(), QByteArray("abc0123456789"));
}

void TestFraming::lengthsAreHeldToTheirLimits() {
  FramingLimits limits;
  limits.bodyBytes = 10;
  const auto status = [&](const QByteArray& bytes) {
    RequestFraming framing(limits);
    framing.take(bytes);
    return outcome(framing);
  };
  QCOMPARE(status(get("Content-Length: 10\r\n", "0123456789")), 0);
  QCOMPARE(status(get("Content-Length: 11\r\n")), 413);
  QCOMPARE(status(get("Transfer-Encoding: chunked\r\n", "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n")), 0);
  QCOMPARE(status(get("Transfer-Encoding: chunked\r\n", "5\r\n01234\r\n6\r\n")), 413);
  limits.headBytes = get("").size();
  QCOMPARE(status(get("")), 0);
  limits.headBytes -= 1;
  QCOMPARE(status(get("")), 431);
}

void TestFraming::targetsAreDecodedOnce_data() {
  QTest::addColumn<QByteArray>("target");
  QTest::addColumn<QStringList>("path");
  QTest::addColumn<QStringList>("query");
  const auto row = [](const char* target, const QStringList& path, const QStringList& query) {
    QTest::newRow(target) << QByteArray(target) << path << query;
  };
  const auto s = [](const char* text) { return QString::fromUtf8(text); };
  row("/", {s("")}, {});
  row("/state", {s("state")}, {});
  row("/state/", {s("state"), s("")}, {});
  row("/a//b", {s("a"), s(""), s("b")}, {});
  row("/services/a%2Fb", {s("services"), s("a/b")}, {});
  row("/services/a%252Fb", {s("services"), s("a%2Fb")}, {});
  row("/a+b?c+d=e+f", {s("a+b")}, {s("c d=e f")});
  row("/x?a=%2B&b=%26%3D", {s("x")}, {s("a=+"), s("b=&=")});
  row("/x?a&b=&&c=1=2", {s("x")}, {s("a="), s("b="), s("c=1=2")});
  row("/x?q=a?b/c", {s("x")}, {s("q=a?b/c")});
  row("/%C3%A4?%C3%B6=%E2%82%AC", {s("ä")}, {s("ö=€")});
}

void TestFraming::targetsAreDecodedOnce() {
  QFETCH(const QByteArray, target);
  QFETCH(const QStringList, path);
  QFETCH(const QStringList, query);
  const auto parsed = parseTarget(target);
  QVERIFY(parsed.ok());
  QCOMPARE(parsed.value().path, path);
  QStringList pairs;
  for (const auto& [name, value] : parsed.value().query) pairs.append(name + QLatin1Char('=') + value);
  QCOMPARE(pairs, query);
}

void TestFraming::brokenTargetsAreRefused_data() {
  QTest::addColumn<QByteArray>("target");
  for (const char* target : {"/a%", "/a%2", "/a%zz", "/a%00", "/a%0A", "/a%ff", "/x?a=%", "/x?a=%00", "/x?%ff=1",
                             "/x?a=1&a=1", "/x?a=1&%61=2", "/x?a=%C0%80"}) {
    QTest::newRow(target) << QByteArray(target);
  }
}

void TestFraming::brokenTargetsAreRefused() {
  QFETCH(const QByteArray, target);
  QVERIFY(!parseTarget(target).ok());
}

void TestFraming::authorities_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("host");  // null: malformed
  QTest::addColumn<QString>("port");
  const auto row = [](const char* text, const char* host, const char* port) {
    QTest::newRow(text) << QByteArray(text) << (host == nullptr ? QString() : QString::fromLatin1(host))
                        << QString::fromLatin1(port);
  };
  row("localhost", "localhost", "");
  row("LocalHost:8080", "localhost", "8080");
  row("localhost.:80", "localhost", "80");
  row("127.0.0.1:1", "127.0.0.1", "1");
  row("[::1]:8080", "::1", "8080");
  row("[::1]", "::1", "");
  row("localhost:", "localhost", "");
  row("localhost:80:80", nullptr, "");
  row("localhost:abc", nullptr, "");
  row("user@localhost", nullptr, "");
  row("localhost/evil", nullptr, "");
  row("[::1", nullptr, "");
  row("[localhost]", nullptr, "");
  row("[::1]x", nullptr, "");
  row(":80", nullptr, "");
  row("a,b", nullptr, "");
}

void TestFraming::authorities() {
  QFETCH(const QByteArray, text);
  QFETCH(const QString, host);
  QFETCH(const QString, port);
  const auto authority = parseAuthority(text);
  QCOMPARE(authority.has_value(), !host.isNull());
  if (authority) QCOMPARE(*authority, (Authority{host, port}));
}

QTEST_GUILESS_MAIN(TestFraming)
#include "test_framing.moc"
