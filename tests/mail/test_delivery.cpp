// SPDX-License-Identifier: GPL-3.0-or-later
//
// One attempt against real SMTP servers on loopback: encryption, authentication, recipients, and servers that refuse,
// are silent or go away.
#include <QtTest>
#include <thread>

#include "app/mail/smtp_client.h"
#include "tests/mail/smtp_server.h"

using namespace perfect;
using namespace perfect::test;

namespace {

const char kPassword[] = "open sesame, Straße";

QStringList args(const char* words) { return QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

}  // namespace

class TestDelivery : public QObject {
  Q_OBJECT

 private:
  Certificates m_certificates;

  QStringList tls(const char* kind, const char* certificate = "good") const {
    return {QStringLiteral("--tls"),          QLatin1String(kind),     QStringLiteral("--cert"),
            m_certificates.cert(certificate), QStringLiteral("--key"), m_certificates.key(certificate)};
  }
  static QStringList auth(const char* mechanisms) {
    return QStringList{QStringLiteral("--user"), QStringLiteral("flynn"), QStringLiteral("--password"),
                       QString::fromUtf8(kPassword), QStringLiteral("--auth")} +
           args(mechanisms);
  }
  MailSettings withLogin(const SmtpServer& server) const {
    MailSettings settings = settingsFor(server);
    settings.user = QStringLiteral("flynn");
    settings.password = QString::fromUtf8(kPassword);
    settings.caFile = m_certificates.cert("good");
    return settings;
  }
  static Attempt deliver(const MailSettings& settings) {
    SmtpClient client;
    QList<QByteArray> recipients;
    for (const Mailbox& mailbox : settings.to) recipients.append(mailbox.address);
    return client.deliver(settings, testMail(settings, 1795410000000, "test"), recipients);
  }
  static bool tells(const Attempt& attempt, const char* what) {
    return attempt.dialogue.join(QLatin1Char('\n')).contains(QLatin1String(what));
  }
  /// Neither the password nor anything it can be read from.
  static bool keepsSecret(const Attempt& attempt) {
    const QByteArray password(kPassword);
    const QByteArray all = (attempt.dialogue.join(QLatin1Char('\n')) + attempt.text).toUtf8();
    const QByteArray plain = QByteArray("\0flynn\0", 7) + password;
    return !all.contains(password) && !all.contains(password.toBase64()) && !all.contains(plain.toBase64());
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!canServe()) QSKIP("python3-aiosmtpd is not here");
    QVERIFY(m_certificates.make());
  }

  void plain() {
    SmtpServer server({});
    const Attempt attempt = deliver(settingsFor(server));
    QCOMPARE(attempt.end, Attempt::End::Sent);
    QCOMPARE(attempt.code, 250);
    const QJsonObject mail = server.mail();
    QCOMPARE(mail.value(QLatin1String("tls")).toBool(), false);
    QCOMPARE(mail.value(QLatin1String("sender")).toString(), QStringLiteral("perfect-system@localhost"));
    QCOMPARE(mail.value(QLatin1String("ehlo")).toString(), QStringLiteral("[127.0.0.1]"));
    QVERIFY(tells(attempt, "> MAIL FROM:<perfect-system@localhost>") && tells(attempt, "< 250 2.0.0 taken"));
  }

  void encryptedAndAuthenticated_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("mechanism");
    for (const char* kind : {"starttls", "implicit"}) {
      for (const char* mechanism : {"PLAIN", "LOGIN"})
        QTest::addRow("%s, AUTH %s", kind, mechanism) << QByteArray(kind) << QByteArray(mechanism);
    }
  }
  void encryptedAndAuthenticated() {
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, mechanism);
    SmtpServer server(tls(kind.constData()) + auth(mechanism.constData()));
    MailSettings settings = withLogin(server);
    settings.secure = kind == "implicit";
    settings.from = {QString(), "grid@example.org"};
    const Attempt attempt = deliver(settings);
    QVERIFY2(attempt.end == Attempt::End::Sent, qPrintable(attempt.text));
    const QJsonObject login = server.next("auth");
    QCOMPARE(login.value(QLatin1String("mechanism")).toString(), QString::fromLatin1(mechanism));
    QVERIFY(login.value(QLatin1String("tls")).toBool());
    const QJsonObject mail = server.mail();
    QVERIFY(mail.value(QLatin1String("tls")).toBool());
    QCOMPARE(mail.value(QLatin1String("user")).toString(), QStringLiteral("flynn"));
    QCOMPARE(mail.value(QLatin1String("ehlo")).toString(), QStringLiteral("example.org"));
    QVERIFY(keepsSecret(attempt));
    QVERIFY(tells(attempt, ("> AUTH " + mechanism).constData()) && tells(attempt, "> ********"));
  }

  void aPasswordIsNeverSentInTheClear() {
    // The server is glad to take it, but offers no STARTTLS.
    SmtpServer server(auth("PLAIN LOGIN"));
    const Attempt attempt = deliver(withLogin(server));
    QCOMPARE(attempt.end, Attempt::End::Never);
    QVERIFY2(attempt.text.contains(QLatin1String("STARTTLS")), qPrintable(attempt.text));
    QCOMPARE(server.left("auth"), 0);
  }

  void aWrongPasswordIsForGood() {
    SmtpServer server(tls("starttls") + auth("PLAIN"));
    MailSettings settings = withLogin(server);
    settings.password = QStringLiteral("not this one");
    const Attempt attempt = deliver(settings);
    QCOMPARE(attempt.end, Attempt::End::Never);
    QCOMPARE(attempt.code, 535);
    QVERIFY(tells(attempt, "< 535 5.7.8 wrong password ********"));
    QVERIFY2(!attempt.text.contains(settings.password), qPrintable(attempt.text));
    QCOMPARE(server.left("mail"), 0);
  }

  void certificates_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<bool>("authority");
    for (const char* kind : {"starttls", "implicit"}) {
      QTest::addRow("untrusted, %s", kind) << QByteArray(kind) << QByteArray("good") << false;
      QTest::addRow("wrong host name, %s", kind) << QByteArray(kind) << QByteArray("other") << true;
    }
  }
  void certificates() {
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, certificate);
    QFETCH(bool, authority);
    SmtpServer server(tls(kind.constData(), certificate.constData()) + auth("PLAIN"));
    MailSettings settings = withLogin(server);
    settings.secure = kind == "implicit";
    settings.caFile = authority ? m_certificates.cert(certificate.constData()) : QString();
    const Attempt attempt = deliver(settings);
    QCOMPARE(attempt.end, Attempt::End::Never);
    QVERIFY2(attempt.text.contains(QLatin1String("certificate")), qPrintable(attempt.text));
    // A classroom may say that it does not matter.
    settings.verify = false;
    QCOMPARE(deliver(settings).end, Attempt::End::Sent);
    QCOMPARE(server.left("auth"), 1);
  }

  void aGreylistedMailIsForLater() {
    SmtpServer server(args("--greylist 1"));
    const MailSettings settings = settingsFor(server);
    const Attempt first = deliver(settings);
    QCOMPARE(first.end, Attempt::End::Later);
    QCOMPARE(first.code, 450);
    QCOMPARE(first.later, QList<QByteArray>{"ops@example.org"});
    QVERIFY(first.text.contains(QLatin1String("greylisted")));
    QCOMPARE(deliver(settings).end, Attempt::End::Sent);
  }

  void aRefusedRecipientIsForGood() {
    SmtpServer server(args("--refuse ops@example.org"));
    const Attempt attempt = deliver(settingsFor(server));
    QCOMPARE(attempt.end, Attempt::End::Never);
    QCOMPARE(attempt.code, 550);
    QVERIFY2(attempt.text.contains(QLatin1String("no such mailbox")), qPrintable(attempt.text));
  }

  void othersGetItWhereOneIsTurnedAway() {
    SmtpServer server(args("--refuse a@example.org --greylist-address b@example.org --greylist 9"));
    MailSettings settings = settingsFor(server);
    settings.to = {{{}, "a@example.org"}, {{}, "b@example.org"}, {{}, "c@example.org"}};
    const Attempt attempt = deliver(settings);
    QCOMPARE(attempt.end, Attempt::End::Sent);
    QCOMPARE(attempt.accepted, QList<QByteArray>{"c@example.org"});
    QCOMPARE(attempt.later, QList<QByteArray>{"b@example.org"});
    QCOMPARE(attempt.refused.size(), 1);
    QCOMPARE(server.mail().value(QLatin1String("to")).toArray(), QJsonArray{QLatin1String("c@example.org")});
  }

  void aRefusalOfTheMailItself_data() {
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("again");
    QTest::newRow("for good") << QByteArray("554 5.7.1 looks like spam") << 554 << false;
    QTest::newRow("for now") << QByteArray("451 4.3.0 try later") << 451 << true;
    QTest::newRow("disk full") << QByteArray("452 4.3.1 no room") << 452 << true;
  }
  void aRefusalOfTheMailItself() {
    QFETCH(QByteArray, reply);
    QFETCH(int, code);
    QFETCH(bool, again);
    SmtpServer server({QStringLiteral("--data-reply"), QString::fromLatin1(reply)});
    const Attempt attempt = deliver(settingsFor(server));
    QCOMPARE(attempt.end, again ? Attempt::End::Later : Attempt::End::Never);
    QCOMPARE(attempt.code, code);
    if (again) QCOMPARE(attempt.later, QList<QByteArray>{"ops@example.org"});
  }

  void serversThatGoAway_data() {
    QTest::addColumn<QByteArray>("stage");
    for (const char* stage : {"greeting", "ehlo", "rcpt", "data", "taken"}) QTest::newRow(stage) << QByteArray(stage);
  }
  void serversThatGoAway() {
    QFETCH(QByteArray, stage);
    SmtpServer server({QStringLiteral("--misbehave"), QString::fromLatin1(stage) + QStringLiteral(":close")});
    const Attempt attempt = deliver(settingsFor(server));
    QVERIFY2(attempt.end == Attempt::End::Later, qPrintable(attempt.dialogue.join(QLatin1Char('\n'))));
    QCOMPARE(attempt.later, QList<QByteArray>{"ops@example.org"});
    QVERIFY(!attempt.text.isEmpty());
  }

  void serversThatHang_data() {
    QTest::addColumn<QByteArray>("how");
    for (const char* how : {"greeting:hang", "ehlo:hang", "rcpt:hang", "data:hang", "taken:hang", "rcpt:drip"})
      QTest::newRow(how) << QByteArray(how);
  }
  void serversThatHang() {
    QFETCH(QByteArray, how);
    SmtpServer server({QStringLiteral("--misbehave"), QString::fromLatin1(how)});
    MailSettings settings = settingsFor(server);
    settings.timeoutMs = 300;
    QElapsedTimer timer;
    timer.start();
    const Attempt attempt = deliver(settings);
    QVERIFY2(timer.elapsed() < 10000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(attempt.end, Attempt::End::Later);
    QVERIFY2(attempt.text.contains(QLatin1String("300 ms")), qPrintable(attempt.text));
  }

  void anAttemptCanBeAborted_data() { serversThatHang_data(); }
  void anAttemptCanBeAborted() {
    QFETCH(QByteArray, how);
    SmtpServer server({QStringLiteral("--misbehave"), QString::fromLatin1(how)});
    const MailSettings settings = settingsFor(server);
    SmtpClient client;
    QElapsedTimer timer;
    std::thread other([&] {
      server.next("stage");
      timer.start();
      client.abort();
    });
    const Attempt attempt = client.deliver(settings, testMail(settings, 0, "test"), {"ops@example.org"});
    other.join();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(attempt.end, Attempt::End::Aborted);
    QCOMPARE(client.deliver(settings, testMail(settings, 0, "test"), {"ops@example.org"}).end, Attempt::End::Aborted);
  }

  void aServerThatNeverSaysGoodbyeHasTakenTheMail() {
    SmtpServer server(args("--misbehave quit:hang"));
    MailSettings settings = settingsFor(server);
    settings.timeoutMs = 1500;
    QElapsedTimer timer;
    timer.start();
    const Attempt attempt = deliver(settings);
    QVERIFY2(attempt.end == Attempt::End::Sent, qPrintable(attempt.text));
    QVERIFY2(timer.elapsed() < 15000, qPrintable(QString::number(timer.elapsed())));
  }

  void aServerThatIsNotThere() {
    MailSettings settings;
    {
      SmtpServer server({});
      settings = settingsFor(server);
    }
    const Attempt attempt = deliver(settings);
    QCOMPARE(attempt.end, Attempt::End::Later);
    QCOMPARE(attempt.code, 0);
    QVERIFY2(attempt.text.startsWith(QLatin1String("no connection to 127.0.0.1")), qPrintable(attempt.text));
    settings.host = QStringLiteral("nobody.invalid");
    QCOMPARE(deliver(settings).end, Attempt::End::Later);
  }
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "test_delivery.moc"
