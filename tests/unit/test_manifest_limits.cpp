// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts that are hostile, broken or no texts at all: one clear error, no crash, no time lost.
#include <QElapsedTimer>
#include <QtTest>

#include <random>
#include <string>

#include "core/manifest/manifest.h"
#include "core/scenario/scenario.h"

using namespace perfect;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::string service(const std::string& spec) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec:\n" + spec;
}

/// Nine levels of nine aliases: 387 million values when written out.
std::string aliasBomb() {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 9; ++j) text += (j ? ", *a" : "*a") + std::to_string(i - 1);
    text += "]\n";
  }
  return text;
}

QByteArray bytes(const std::string& text) { return QByteArray(text.data(), qsizetype(text.size())); }
std::string text(const QByteArray& bytes) { return std::string(bytes.constData(), std::size_t(bytes.size())); }

}  // namespace

class TestManifestLimits : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void hostileTextsGetOneClearError_data() {
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& yaml, int line, int column, const char* says) {
      QTest::newRow(name) << bytes(yaml) << line << column << QString::fromUtf8(says);
    };
    row("empty file", "", 1, 1, "there is no document");
    row("only blanks", "  \n\n  ", 1, 1, "there is no document");
    row("only comments", "# nothing\n# here\n", 1, 1, "there is no document");
    row("only separators", "---\n---\n...\n", 1, 1, "there is no document");
    row("15 MB", repeated("# fifteen megabytes\n", 15 * 1024 * 1024 / 20), 1, 1, "larger than 1 MiB");
    row("one byte too much", repeated("#", (1 << 20) + 1), 1, 1, "larger than 1 MiB");
    row("100,000 levels of lists", repeated("[", 100000), 1, 65, "64 levels");
    row("100,000 levels of mappings", repeated("{a: ", 100000), 1, 257, "64 levels");
    row("100,000 levels of entries", repeated("- ", 100000), 1, 129, "64 levels");
    row("100,000 levels of keys", repeated("? ", 100000), 1, 129, "64 levels");
    row("1,000 closed levels", repeated("[", 1000) + repeated("]", 1000), 1, 65, "64 levels");
    row("65 levels", repeated("[", 65) + repeated("]", 65), 1, 65, "64 levels");
    row(
        "indentation 500 deep",
        [] {
          std::string deep;
          for (std::size_t i = 0; i < 500; ++i) deep += std::string(i, ' ') + "a:\n";
          return deep;
        }(),
        65, 65, "64 levels");
    row("alias bomb", aliasBomb(), 6, 15, "200,000 values");
    row("10,001 aliases", "a: &a 1\nb: [" + repeated("*a, ", 10001) + "]", 2, 40005, "10,000 aliases");
    row("alias inside itself", "a: &a [*a]", 1, 8, "stands inside the value it names");
    row("alias without anchor", "a: *b", 1, 4, "without its anchor");
    row("300,000 values", "a:\n" + repeated("- \n", 300000), 200000, 1, "200,000 values");
    row("NUL", std::string("a: \0b", 5), 1, 4, "control character");
    row("binary",
        std::string("\x7f"
                    "ELF\x02\x01\x01",
                    7),
        1, 1, "control character");
    row("end of transmission",
        "a: b\n\x04"
        "c: d",
        2, 1, "control character");
    row("invalid UTF-8", "a: b\nc: \xff\xfe", 2, 4, "UTF-8");
    row("UTF-8 cut off", "a: \xe2\x82", 1, 4, "UTF-8");
    row("overlong UTF-8", "a: \xc0\xaf", 1, 4, "UTF-8");
    row("surrogate", "a: \xed\xa0\x80", 1, 4, "UTF-8");
    row("UTF-16",
        std::string("\xff\xfe"
                    "a\0",
                    4),
        1, 1, "UTF-8");
    row("a word", "hello", 1, 1, "must be a mapping");
    row("a list", "- a\n- b\n", 1, 1, "must be a mapping");
    row("a comma", ",", 1, 1, "already ended");
    row("a closing bracket", "]", 1, 1, "closing bracket");
    row("a quote", "'", 1, 1, "not closed");
    row("quote not closed", "apiVersion: 'v1\nkind: Service\n", 1, 13, "not closed");
    row("double quote not closed", "a: \"b\nc: d\n", 1, 4, "not closed");
    row("bracket not closed", "a:\n  b: [1, 2\n", 2, 6, "add the missing ']'");
    row("brace not closed", "a: {b: 1\n", 1, 4, "add the missing '}'");
    row("tab", "a:\n\tb: 1\n", 2, 1, "spaces");
    row("colon in a value", "a: b: c\n", 1, 5, "quote the text");
    row("reserved character", "a: @b\n", 1, 4, "cannot begin with '@'");
    row("text behind a document", "a: 1\n'b'\n", 2, 1, "");
    row("two documents without a line between", "'a' 'b'", 1, 5, "already ended");
    row("unknown tag", "a: !secret b\n", 1, 4, "tags");
    row("column counts characters", "a: [\"\xc3\xa9\xc3\xa9\", @]\n", 1, 11, "cannot begin with '@'");
    row("CRLF", "a: 1\r\nb: @\r\n", 2, 4, "cannot begin with '@'");
  }
  void hostileTextsGetOneClearError() {
    QFETCH(QByteArray, yaml);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, says);
    QElapsedTimer timer;
    timer.start();
    const auto parsed = parseManifests(text(yaml));
    QVERIFY(!parsed.ok());
    const ManifestError& error = parsed.error().back();
    const QString message = QString::fromStdString(formatError("f", error));
    QVERIFY2(message.contains(says), qPrintable(message));
    if (!says.isEmpty()) QCOMPARE(std::make_pair(error.line, error.column), std::make_pair(line, column));
    QVERIFY2(timer.elapsed() < 30000, "took too long");
    QVERIFY(!looksLikeScenario(text(yaml)));
  }

  void whatYamlAllowsIsAccepted_data() {
    QTest::addColumn<QByteArray>("yaml");
    const std::string good = service("  replicas: 3\n");
    QTest::newRow("byte order mark") << bytes("\xef\xbb\xbf" + good);
    std::string crlf;
    for (const char c : good) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QTest::newRow("CRLF") << bytes(crlf);
    QTest::newRow("comments and separators") << bytes("# one\n---\n" + good + "---\n# nothing\n...\n");
    QTest::newRow("document end and another")
        << bytes(good + "...\n" + "apiVersion: v1\nkind: Service\nmetadata: {name: b}\n");
    QTest::newRow("YAML directive") << bytes("%YAML 1.2\n---\n" + good);
    QTest::newRow("flow style") << bytes("{apiVersion: v1, kind: Service, metadata: {name: api}, spec: {replicas: 3}}");
    QTest::newRow("JSON") << bytes(
        "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"api\"},\"spec\":{\"replicas\":3}}");
    QTest::newRow("anchors") << bytes(service("  readinessProbe: &p {periodSeconds: 3}\n  livenessProbe: *p\n"));
    QTest::newRow("exactly 1 MiB") << bytes(good + "#" + std::string((1 << 20) - good.size() - 1, 'x'));
    QTest::newRow("tagged text") << bytes(service("  env: [{name: A, value: !!str 1}]\n"));
    QTest::newRow("tabs between") << bytes(service("  replicas:\t3\t# three\n"));
  }
  void whatYamlAllowsIsAccepted() {
    QFETCH(QByteArray, yaml);
    const auto parsed = parseManifests(text(yaml));
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : formatError("f", parsed.error().front()).c_str());
    QVERIFY(!parsed.value().empty());
  }

  void atMostAHundredErrorsAreReported() {
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "  field" + std::to_string(i) + ": 1\n";
    const auto parsed = parseManifests(service(many));
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().size(), std::size_t(101));
    QCOMPARE(QString::fromStdString(parsed.error().back().message).section(QLatin1Char(':'), 0, 0),
             QStringLiteral("and 4900 more"));
    QCOMPARE(parsed.error().front().line, 5);
  }

  void damagedManifestsNeverCrash() {
    const std::string seed = service(
        "  replicas: 3\n  image: local://demo@v1\n  env:\n    - name: A\n      value: \"1\"\n  rollout:\n    strategy: "
        "Canary\n    steps: [{percent: 25, pause: manual}, {percent: 100}]\n    maxSurge: 25%\n  autoscale: &a\n    "
        "behavior: {scaleUp: {policies: [{type: Pods, value: 1, periodSeconds: 1}]}}\n  simulation:\n    jitter: "
        "0.5\n");
    const std::string pieces[] = {"[", "]", "{",  "}",     ":", "- ", "\n", "'", "\"", "&a ",   "*a", "!!", "|",
                                  ">", "%", "? ", "---\n", ",", "#",  "\t", "@", "~",  "...\n", "0",  " "};
    std::mt19937 random(20240607);
    for (int round = 0; round < 20000; ++round) {
      std::string damaged = seed;
      for (unsigned change = 0; change < 1 + random() % 4; ++change) {
        const std::size_t at = random() % damaged.size();
        switch (random() % 4) {
          case 0:
            damaged.erase(at, 1 + random() % 8).insert(0, damaged.empty() ? "#" : "");
            break;
          case 1:
            damaged.insert(at, pieces[random() % std::size(pieces)]);
            break;
          case 2:
            damaged.resize(at + 1);
            break;
          default:
            damaged[at] = char(random() % 256);
            break;
        }
      }
      const auto parsed = parseManifests(damaged);
      if (!parsed.ok()) QVERIFY(!parsed.error().empty());
    }
  }
};

QTEST_GUILESS_MAIN(TestManifestLimits)
#include "test_manifest_limits.moc"
