// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a mail says and how it is written: header fields whatever they hold, the content of DOWN and UP, and what a
// standard library makes of it once a server has received it.
#include <QtTest>

#include "app/mail/headers.h"
#include "app/mail/smtp_client.h"
#include "app/mail/smtp_dialogue.h"
#include "tests/mail/smtp_server.h"
#include "tests/support/world.h"

using namespace perfect;
using namespace perfect::test;

namespace {

/// libcurl writes a boundary of its own behind Content-Type, on the same line; all else keeps to 78 columns.
constexpr int kLongest = 100;

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

std::string manifest(const std::string& image) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {replicas: 3, image: \"local://demo@" + image +
         "\", simulation: {startSeconds: 1}}\n";
}

/// A service that came up, lost a pod and came back: its two alerts as news.
struct Story {
  explicit Story(const std::string& image = "v1") {
    EngineOptions options;
    options.epochMs = 1795410000000;
    World world(options);
    if (!world.apply(manifest(image)).empty()) return;
    world.runTo(20000);
    ChaosCommand kill;
    kill.service = "api";
    world.send(kill);
    world.runTo(30000);
    snapshot = world.engine.publish();
    for (const Told& told : world.told) {
      if (auto alert = dueAlert(told.event, world.engine.names(), options.epochMs)) alerts.push_back(*alert);
    }
    if (alerts.size() == 2) alerts[1].answers = alerts[0].seq;
  }
  Mail mail(std::size_t which, const MailSettings& settings) const {
    return alertMail(newsOf(alerts[which], *snapshot), settings, 1795410077000, "0123456789");
  }
  std::vector<DueAlert> alerts;
  std::shared_ptr<const Snapshot> snapshot;
};

}  // namespace

class TestMailText : public QObject {
  Q_OBJECT

 private:
  QJsonObject received(const Mail& mail, MailSettings settings) {
    SmtpServer server({});
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = server.port();
    settings.timeoutMs = 20000;
    SmtpClient client;
    QList<QByteArray> recipients;
    for (const Mailbox& mailbox : settings.to) recipients.append(mailbox.address);
    const Attempt attempt = client.deliver(settings, mail, recipients);
    if (attempt.end != Attempt::End::Sent) qWarning("%s", qPrintable(attempt.text));
    return server.mail();
  }
  static MailSettings settings() {
    MailSettings settings;
    settings.from = {text("Grid Wächter"), "grid@example.org"};
    settings.to = {{text("Ops, \"on call\""), "ops@example.org"}, {{}, "b@example.org"}};
    settings.publicUrl = QStringLiteral("https://grid.example.org/?a=1&b=2");
    return settings;
  }

 private Q_SLOTS:
  void textFields_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << text("[Perfect System] api is DOWN")
                           << QByteArray("Subject: [Perfect System] api is DOWN");
    QTest::newRow("umlaut") << text("Müsli") << QByteArray("Subject: =?utf-8?B?TcO8c2xp?=");
    QTest::newRow("looks encoded") << text("=?x") << QByteArray("Subject: =?utf-8?B?PT94?=");
    QTest::newRow("line ends") << text("a\r\nBcc: x@example.org")
                               << QByteArray("Subject: =?utf-8?B?YSAgQmNjOiB4QGV4YW1wbGUub3Jn?=");
    QTest::newRow("unicode line ends") << text("a\u2028b\u0085c") << QByteArray("Subject: a b c");
  }
  void textFields() {
    QFETCH(QString, value);
    QFETCH(QByteArray, field);
    QCOMPARE(textField("Subject", value), field);
  }

  void longFieldsAreFolded_data() {
    QTest::addColumn<QString>("value");
    QTest::newRow("words") << QString(text("some words ")).repeated(200).trimmed();
    QTest::newRow("one word") << QString(3000, u'x');
    QTest::newRow("umlauts") << QString(1500, u'ä');
    QTest::newRow("emoji") << QString(text("🛡️")).repeated(400);
  }
  void longFieldsAreFolded() {
    QFETCH(QString, value);
    const QByteArray field = textField("Subject", value);
    QByteArray unfolded;
    for (const QByteArray& line : field.split('\n')) {
      QVERIFY(line.size() <= 79);
      QVERIFY(unfolded.isEmpty() || line.startsWith(' '));
      unfolded += line.trimmed() + ' ';
    }
    QVERIFY(!unfolded.contains('\r'));
  }

  void dates() { QCOMPARE(mailDate(1795410000000), QByteArray("Mon, 23 Nov 2026 05:00:00 +0000")); }

  void mailboxes() {
    QCOMPARE(mailboxField("To", {{text("A \"B\" \\ <c>, d"), "a@example.org"}, {{}, "b@example.org"}}),
             QByteArray("To: \"A \\\"B\\\" \\\\ <c>, d\" <a@example.org>, b@example.org"));
    QCOMPARE(mailboxField("From", {{text("é\r\nX: y"), "a@example.org"}}),
             QByteArray("From: =?utf-8?B?w6kgIFg6IHk=?= <a@example.org>"));
  }

  void downAndUpAsAMailReaderSeesThem() {
    if (!canServe()) QSKIP("python3-aiosmtpd is not here");
    const Story story;
    QCOMPARE(story.alerts.size(), std::size_t{2});
    const QJsonObject down = received(story.mail(0, settings()), settings());
    QCOMPARE(down.value(QLatin1String("defects")).toArray(), QJsonArray());
    QVERIFY(down.value(QLatin1String("ascii")).toBool());
    QVERIFY(down.value(QLatin1String("longest")).toInt() <= kLongest);
    QCOMPARE(
        down.value(QLatin1String("order")).toArray(),
        (QJsonArray{QLatin1String("multipart/alternative"), QLatin1String("text/plain"), QLatin1String("text/html")}));
    const std::pair<const char*, QString> expected[] = {
        {"Date", text("Mon, 23 Nov 2026 05:01:17 +0000")},
        {"From", text("Grid Wächter <grid@example.org>")},
        {"To", text("\"Ops, \\\"on call\\\"\" <ops@example.org>, b@example.org")},
        {"Subject", text("[Perfect System] api is DOWN")},
        {"Auto-Submitted", text("auto-generated")},
        {"MIME-Version", text("1.0")}};
    for (const auto& [name, value] : expected) QCOMPARE(headers(down, name), QStringList{value});
    QCOMPARE(headers(down, "Message-ID").size(), 1);
    QVERIFY(headers(down, "References").isEmpty() && headers(down, "In-Reply-To").isEmpty());
    QCOMPARE(down.value(QLatin1String("to")).toArray(),
             (QJsonArray{QLatin1String("ops@example.org"), QLatin1String("b@example.org")}));
    const QString plain = down.value(QLatin1String("parts")).toObject().value(QLatin1String("text/plain")).toString();
    for (const char* line :
         {"api is DOWN: 2 of 3 pods ready.", "Since:        2026-11-23 05:00:20 UTC (20 s simulated)",
          "Ready:        2 of 3", "Version:      v1",
          "What led to it, oldest first:", "  - 20 s: ", "https://grid.example.org/?a=1&b=2", "no real service"})
      QVERIFY2(plain.contains(text(line)), qPrintable(plain));
    const QString html = down.value(QLatin1String("parts")).toObject().value(QLatin1String("text/html")).toString();
    for (const char* part : {"<h1", "api is DOWN", "2 of 3", "href=\"https://grid.example.org/?a=1&amp;b=2\""})
      QVERIFY2(html.contains(text(part)), qPrintable(html));

    const QJsonObject up = received(story.mail(1, settings()), settings());
    QCOMPARE(headers(up, "Subject"), QStringList{text("[Perfect System] api is UP")});
    QCOMPARE(headers(up, "In-Reply-To"), headers(down, "Message-ID"));
    QCOMPARE(headers(up, "References"), headers(down, "Message-ID"));
    QVERIFY(headers(up, "Message-ID") != headers(down, "Message-ID"));
    const QString upText = up.value(QLatin1String("parts")).toObject().value(QLatin1String("text/plain")).toString();
    QVERIFY2(upText.contains(text("api is UP again, 3 of 3 pods ready. It was down for 1 s.")), qPrintable(upText));
  }

  void anAttackerAddsNoHeaderAndNoMarkup() {
    if (!canServe()) QSKIP("python3-aiosmtpd is not here");
    const Story story("<script>alert(1)</script>");
    QCOMPARE(story.alerts.size(), std::size_t{2});
    // Whatever got past the manifest's rules, here it is data.
    AlertNews news = newsOf(story.alerts[0], *story.snapshot);
    news.alert.service = "api\r\nBcc: victim@example.org\r\n\r\nbody\xff";
    news.version = text("v1\r\n.\r\nMAIL FROM:<x@example.org>");
    news.causes.append(text("a\u2028b\r\nc <img src=x>"));
    MailSettings hostile = settings();
    hostile.subjectPrefix = text("x\r\nX-Evil: 1\r\n");
    hostile.from.name = text("Evil\r\nX-Evil: 2 <");
    const Mail mail = alertMail(news, hostile, 1795410077000, "0123456789");
    const QJsonObject down = received(mail, hostile);
    QStringList names;
    for (const QJsonValue& header : down.value(QLatin1String("headers")).toArray())
      names.append(header.toArray().at(0).toString());
    names.sort();
    QCOMPARE(names, (QStringList{text("Auto-Submitted"), text("Content-Type"), text("Date"), text("From"),
                                 text("MIME-Version"), text("Message-ID"), text("Subject"), text("To")}));
    QVERIFY(down.value(QLatin1String("longestHead")).toInt() <= kLongest);
    QCOMPARE(down.value(QLatin1String("to")).toArray().size(), 2);
    const QString html = down.value(QLatin1String("parts")).toObject().value(QLatin1String("text/html")).toString();
    QVERIFY2(!html.contains(text("<script")) && !html.contains(text("<img")), qPrintable(html));
    QVERIFY(story.mail(0, hostile).html.contains(text("&lt;script&gt;")));
  }

  void longNamesAndManyRecipients() {
    if (!canServe()) QSKIP("python3-aiosmtpd is not here");
    MailSettings many = settings();
    many.from.name = QString(2000, u'n');
    many.subjectPrefix = QString(2000, u's') + u' ';
    many.to.clear();
    for (int i = 0; i < 100; ++i) many.to.append({text("Person"), "person" + QByteArray::number(i) + "@example.org"});
    const QJsonObject mail = received(testMail(many, 0, "x"), many);
    QCOMPARE(mail.value(QLatin1String("defects")).toArray(), QJsonArray());
    QVERIFY(mail.value(QLatin1String("longest")).toInt() <= kLongest);
    QCOMPARE(headers(mail, "Subject"), QStringList{many.subjectPrefix + text("test mail")});
    // The library that reads it shows the blanks between the encoded words of a name.
    QCOMPARE(headers(mail, "From").value(0).remove(u' '), many.from.name + text("<grid@example.org>"));
    QCOMPARE(mail.value(QLatin1String("to")).toArray().size(), 100);
  }

  void linesThatBeginWithADotArrive() {
    if (!canServe()) QSKIP("python3-aiosmtpd is not here");
    Mail mail = testMail(settings(), 0, "x");
    mail.text = text(".\n..two\n.three =\n") + QString(3000, u'ö') + u'\n';
    const QJsonObject got = received(mail, settings());
    QCOMPARE(got.value(QLatin1String("parts")).toObject().value(QLatin1String("text/plain")).toString().remove(u'\r'),
             mail.text);
    QVERIFY(got.value(QLatin1String("longest")).toInt() <= kLongest);
  }

  void aChainTooLongKeepsItsEnds() {
    const Story story;
    AlertNews news = newsOf(story.alerts[0], *story.snapshot);
    QVERIFY(!news.causes.isEmpty() && news.causes.size() <= kMostCauses + 1);
    QVERIFY2(news.causes.first().contains(text("chaos")) || news.causes.first().contains(text("Chaos")) ||
                 news.causes.first().contains(text("kill")),
             qPrintable(news.causes.first()));
  }

  void anotherWorldsPictureAddsNothing() {
    const Story story;
    Snapshot other = *story.snapshot;
    other.epochMs += 1;
    const AlertNews news = newsOf(story.alerts[0], other);
    QVERIFY(news.causes.isEmpty() && news.version.isEmpty() && news.phase.isEmpty());
    QCOMPARE(news.alert.service, std::string("api"));
  }

  void secretsAreStruckOutOfTheDialogue() {
    MailSettings login;
    login.user = text("flynn");
    login.password = text("s3cret");
    SmtpDialogue dialogue(login);
    using Voice = SmtpDialogue::Voice;
    dialogue.hear(Voice::Client, "AUTH PLAIN AGZseW5uAHMzY3JldA==\r\n");
    dialogue.hear(Voice::Server, "535-no:\r\n535 s3cret and czNjcmV0 are wrong\r\n");
    dialogue.hear(Voice::Client, "AUTH LOGIN\r\n");
    dialogue.hear(Voice::Server, "334 VXNlcm5hbWU6\r\n");
    dialogue.hear(Voice::Client, "Zmx5bm4=\r\n");
    dialogue.hear(Voice::Server, "235 fine\r\n");
    dialogue.hear(Voice::Client, "MAIL FROM:<a@example.org>\r\n");
    dialogue.hear(Voice::Note, "s3c");
    dialogue.hear(Voice::Note, "ret\x1b[31m\n");
    QCOMPARE(dialogue.lines(), (QStringList{text("> AUTH PLAIN ********"), text("< 535-no:"),
                                            text("< 535 ******** and ******** are wrong"), text("> AUTH LOGIN"),
                                            text("< 334 VXNlcm5hbWU6"), text("> ********"), text("< 235 fine"),
                                            text("> MAIL FROM:<a@example.org>"), text("* ******** [31m")}));
    QCOMPARE(dialogue.lastCode(), 235);
  }
};

QTEST_GUILESS_MAIN(TestMailText)
#include "test_mail_text.moc"
