// SPDX-License-Identifier: GPL-3.0-or-later
// The API's description says what the server does, and the pages are served the way a browser should get them.
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include "app/rest/docs/embedded_page.h"
#include "app/rest/docs/openapi.h"
#include "tests/rest/rest_client.h"

using namespace perfect;
using namespace perfect::test;

namespace {

/// One operation of the description.
struct Operation {
  QByteArray method;
  QString pattern;
  QJsonObject text;

  QString name() const { return QString::fromLatin1(method) + QLatin1Char(' ') + pattern; }
  /// The path with something in it that need not exist.
  QByteArray target() const {
    QString path = pattern;
    path.replace(QRegularExpression(QStringLiteral("\\{[^}]*\\}")), QStringLiteral("some"));
    return path.toLatin1();
  }
  QStringList query() const {
    QStringList names;
    const QJsonArray parameters = text.value(QLatin1String("parameters")).toArray();
    for (const QJsonValue& parameter : parameters) {
      if (parameter.toObject().value(QLatin1String("in")) == QLatin1String("query"))
        names.append(parameter.toObject().value(QLatin1String("name")).toString());
    }
    return names;
  }
};

QByteArray manifest(const QByteArray& name, const QByteArray& version) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec: {replicas: 2, image: 'local://demo@" +
         version + "', readinessProbe: {httpGet: {path: /}}, rollout: {strategy: Canary, pauseSeconds: 1}}\n";
}

QList<Operation> operationsOf(const QJsonObject& document) {
  QList<Operation> operations;
  const QJsonObject paths = document.value(QLatin1String("paths")).toObject();
  for (auto path = paths.begin(); path != paths.end(); ++path) {
    const QJsonObject methods = path.value().toObject();
    for (auto method = methods.begin(); method != methods.end(); ++method)
      operations.append({method.key().toUpper().toLatin1(), path.key(), method.value().toObject()});
  }
  return operations;
}

Route route(const QByteArray& method, const QString& pattern, const QList<Parameter>& parameters = {}) {
  return {method, pattern, method != "GET", parameters, QStringLiteral("summary"), [](const Call&) {}};
}

OpenApiTexts textsFor(const QStringList& names) {
  OpenApiTexts texts;
  for (const QString& name : names)
    texts.operations.insert(name, QJsonObject{{QStringLiteral("operationId"), QStringLiteral("id")}});
  return texts;
}

}  // namespace

class TestOpenapi : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initWebResources(); }
  void everyDescriptionHasARouteAndTheReverse();
  void aRouteWithoutADescriptionIsAFault();
  void aDescriptionWithoutARouteIsAFault();
  void parametersAreDescribedAsTheTableHasThem();
  void everyRouteTakesTheParametersThatAreDescribed();
  void everyPathHasTheMethodsThatAreDescribed();
  void theKeyIsAskedForWhereTheDescriptionSaysSo();
  void readingRoutesAnswerWhatIsDescribed();
  void rolloutVerbsAnswerWhatIsDescribed();
  void pagesAreServed_data();
  void pagesAreServed();
  void aPageThatIsKnownIsNotSentAgain();
  void pagesNameOnlyFilesThatAreThere();
};

void TestOpenapi::everyDescriptionHasARouteAndTheReverse() {
  const Server server;
  const QJsonObject document = server.ask("GET", "/openapi.json").json();
  QCOMPARE(document.value(QLatin1String("openapi")).toString(), QStringLiteral("3.1.0"));
  QStringList names;
  const QList<Operation> operations = operationsOf(document);
  for (const Operation& operation : operations) {
    names.append(operation.name());
    QVERIFY2(operation.text.value(QLatin1String("operationId")).isString(), qPrintable(operation.name()));
  }
  names.sort();
  QCOMPARE(names, OpenApiTexts::embedded().operations.keys());
}

void TestOpenapi::aRouteWithoutADescriptionIsAFault() {
  const std::vector<Route> routes{route("GET", QStringLiteral("/a")), route("POST", QStringLiteral("/a"))};
  QCOMPARE(describe(routes, textsFor({QStringLiteral("GET /a"), QStringLiteral("POST /a")})).faults, QStringList());
  QCOMPARE(describe(routes, textsFor({QStringLiteral("GET /a")})).faults,
           QStringList(QStringLiteral("route POST /a has no description")));
}

void TestOpenapi::aDescriptionWithoutARouteIsAFault() {
  const std::vector<Route> routes{route("GET", QStringLiteral("/a"))};
  QCOMPARE(describe(routes, textsFor({QStringLiteral("GET /a"), QStringLiteral("GET /b")})).faults,
           QStringList(QStringLiteral("description GET /b has no route")));
}

void TestOpenapi::parametersAreDescribedAsTheTableHasThem() {
  const QList<Parameter> parameters{
      Parameter::text(QStringLiteral("t"), QStringLiteral("a text")).mandatory(),
      Parameter::integer(QStringLiteral("i"), -2, 7, QStringLiteral("a number")),
      Parameter::boolean(QStringLiteral("b"), QStringLiteral("yes or no")),
      Parameter::duration(QStringLiteral("d"), QStringLiteral("how long")),
      Parameter::choice(QStringLiteral("c"), {QStringLiteral("x"), QStringLiteral("y")}, QStringLiteral("which"))};
  const QString pattern = QStringLiteral("/a/{id}");
  const OpenApi api = describe({route("GET", pattern, parameters)}, textsFor({QStringLiteral("GET /a/{id}")}));
  const QList<Operation> operations = operationsOf(api.document);
  QCOMPARE(operations.size(), 1);
  const QJsonArray described = operations[0].text.value(QLatin1String("parameters")).toArray();
  const QByteArray expected = R"([
    {"name":"id","in":"path","required":true,"description":null,"schema":{"type":"string"}},
    {"name":"t","in":"query","required":true,"description":"a text","schema":{"type":"string","minLength":1}},
    {"name":"i","in":"query","description":"a number","schema":{"type":"integer","minimum":-2,"maximum":7}},
    {"name":"b","in":"query","description":"yes or no","schema":{"type":"boolean"}},
    {"name":"d","in":"query","description":"how long","schema":{"$ref":"#/components/schemas/Duration"}},
    {"name":"c","in":"query","description":"which","schema":{"type":"string","enum":["x","y"]}}])";
  QCOMPARE(described.size(), 6);
  const QJsonArray wanted = QJsonDocument::fromJson(expected).array();
  for (int i = 1; i < 6; ++i) QCOMPARE(described[i], wanted[i]);
  QCOMPARE(described[0].toObject().value(QLatin1String("name")), QJsonValue(QStringLiteral("id")));
  QCOMPARE(described[0].toObject().value(QLatin1String("in")), QJsonValue(QStringLiteral("path")));
}

/// The server itself names its parameters to whoever gives one that it does not have.
void TestOpenapi::everyRouteTakesTheParametersThatAreDescribed() {
  const Server server;
  const QList<Operation> operations = operationsOf(server.ask("GET", "/openapi.json").json());
  QVERIFY(operations.size() > 30);
  for (const Operation& operation : operations) {
    const Reply reply = server.ask(operation.method, operation.target() + "?nosuchparameter=1");
    QVERIFY2(reply.status == 400, qPrintable(operation.name() + QStringLiteral(": %1").arg(reply.status)));
    const QStringList query = operation.query();
    const QString taken = query.isEmpty() ? QStringLiteral("none") : query.join(QLatin1String(", "));
    QCOMPARE(reply.json().value(QLatin1String("detail")).toString(),
             QStringLiteral("unknown parameter \"nosuchparameter\"; this route takes %1").arg(taken));
  }
}

void TestOpenapi::everyPathHasTheMethodsThatAreDescribed() {
  const Server server;
  QHash<QByteArray, QSet<QByteArray>> methods;
  const QList<Operation> operations = operationsOf(server.ask("GET", "/openapi.json").json());
  for (const Operation& operation : operations) methods[operation.target()].insert(operation.method);
  for (auto path = methods.begin(); path != methods.end(); ++path) {
    QSet<QByteArray> allowed;
    const QList<QByteArray> names = server.ask("OPTIONS", path.key()).field("Allow").split(',');
    for (const QByteArray& name : names) allowed.insert(name.trimmed());
    allowed.remove("HEAD");
    allowed.remove("OPTIONS");
    QVERIFY2(allowed == path.value(), path.key().constData());
  }
}

void TestOpenapi::theKeyIsAskedForWhereTheDescriptionSaysSo() {
  RestOptions options;
  options.apiKey = "k";
  const Server server(options);
  const QList<Operation> operations = operationsOf(server.ask("GET", "/openapi.json").json());
  for (const Operation& operation : operations) {
    const bool guarded = !operation.text.value(QLatin1String("security")).toArray().isEmpty();
    const int status = server.ask(operation.method, operation.target() + "?nosuchparameter=1").status;
    QVERIFY2(status == (guarded ? 401 : 400), qPrintable(operation.name()));
  }
}

/// Asks for what other tests of this room leave out, so that each answer is held against the description.
void TestOpenapi::readingRoutesAnswerWhatIsDescribed() {
  const Server server;
  QCOMPARE(server.ask("POST", "/apply", {}, manifest("api", "v1")).status, 200);
  for (int i = 0; i < 8; ++i) server.ask("POST", "/sim/step");
  QCOMPARE(server.ask("POST", "/apply", {}, manifest("api", "v2")).status, 200);
  server.ask("POST", "/sim/step");
  const QByteArray pod =
      server.ask("GET", "/state").json().value(QLatin1String("pods")).toObject().keys()[0].toLatin1();
  for (const QByteArray& target :
       {QByteArray("/pods?limit=1"), QByteArray("/pods?service=api&ready=true"), "/pods/" + pod, "/why?pod=" + pod,
        QByteArray("/why?service=api"), QByteArray("/why?event=1"), QByteArray("/events/log?limit=20"),
        QByteArray("/lb/select"), QByteArray("/metrics"), QByteArray("/services/api/diff"),
        QByteArray("/services/api/wait?for=ready&timeout=10s")}) {
    QVERIFY2(server.ask("GET", target).status == 200, target.constData());
  }
  QCOMPARE(server.ask("GET", "/events/log", "Accept: application/x-ndjson\r\n").status, 200);
  QCOMPARE(server.ask("GET", "/services/api/wait?for=deleted&timeout=10ms").status, 504);
  QCOMPARE(server.ask("GET", "/lb/select?service=nobody").status, 503);
}

void TestOpenapi::rolloutVerbsAnswerWhatIsDescribed() {
  const Server server;
  const auto steps = [&](int count) {
    for (int i = 0; i < count; ++i) server.ask("POST", "/sim/step");
  };
  const auto verb = [&](const char* name) {
    return server.ask("POST", QByteArray("/rollout/") + name + "?service=api").status;
  };
  server.ask("POST", "/apply", {}, manifest("api", "v1"));
  steps(8);
  server.ask("POST", "/apply", {}, manifest("api", "v2"));
  steps(1);
  QCOMPARE(verb("abort"), 200);
  QCOMPARE(verb("retry"), 200);
  steps(12);
  QCOMPARE(verb("restart"), 200);
  steps(12);
  QCOMPARE(verb("undo"), 200);
}

void TestOpenapi::pagesAreServed_data() {
  QTest::addColumn<QByteArray>("target");
  QTest::addColumn<QByteArray>("type");
  QTest::newRow("room") << QByteArray("/") << QByteArray("text/html; charset=utf-8");
  QTest::newRow("join") << QByteArray("/join") << QByteArray("text/html; charset=utf-8");
  QTest::newRow("docs") << QByteArray("/docs") << QByteArray("text/html; charset=utf-8");
  QTest::newRow("style") << QByteArray("/room/room.css") << QByteArray("text/css; charset=utf-8");
  QTest::newRow("script") << QByteArray("/room/room.js") << QByteArray("text/javascript; charset=utf-8");
  QTest::newRow("icon") << QByteArray("/room/icon.svg") << QByteArray("image/svg+xml");
}

void TestOpenapi::pagesAreServed() {
  QFETCH(const QByteArray, target);
  QFETCH(const QByteArray, type);
  const Server server;
  const Reply reply = server.ask("GET", target);
  QCOMPARE(reply.status, 200);
  QCOMPARE(reply.field("Content-Type"), type);
  QVERIFY(!reply.body.isEmpty());
  const QByteArray policy = reply.field("Content-Security-Policy");
  QVERIFY2(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), policy.constData());
  QVERIFY(!policy.contains("unsafe") && !policy.contains("http"));
  QCOMPARE(server.ask("GET", "/room/nothing.js").status, 404);
  QCOMPARE(server.ask("GET", "/docs/..%2Froom.html").status, 404);
}

void TestOpenapi::aPageThatIsKnownIsNotSentAgain() {
  const Server server;
  const Reply first = server.ask("GET", "/");
  const Reply again = server.ask("GET", "/", "If-None-Match: " + first.field("ETag") + "\r\n");
  QCOMPARE(again.status, 304);
  QCOMPARE(server.ask("GET", "/", "If-None-Match: \"other\"\r\n").status, 200);
}

/// What a page refers to is here; nothing is elsewhere.
void TestOpenapi::pagesNameOnlyFilesThatAreThere() {
  const Server server;
  for (const char* page : {"/", "/join", "/docs"}) {
    const QString html = QString::fromUtf8(server.ask("GET", page).body);
    QVERIFY(!html.contains(QLatin1String("://")));
    QRegularExpressionMatchIterator links =
        QRegularExpression(QStringLiteral("(?:src|href)=\"([^\"#]+)\"")).globalMatch(html);
    QVERIFY(links.hasNext());
    while (links.hasNext()) {
      const QByteArray target = '/' + links.next().captured(1).toLatin1();
      QVERIFY2(server.ask("HEAD", target == "/./" ? "/" : target).status == 200, target.constData());
    }
  }
}

QTEST_GUILESS_MAIN(TestOpenapi)
#include "test_openapi.moc"
