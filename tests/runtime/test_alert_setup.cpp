// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be set about alerts by e-mail: defaults, every variable's good and bad values, and what is told of them.
#include <QtTest>
#include <set>
#include <string>

#include "app/runtime/alert_setup.h"

using namespace perfect;

namespace {

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

AlertTexts texts(std::initializer_list<std::pair<const char*, const char*>> given) {
  AlertTexts all;
  for (const auto& [name, value] : given) all.insert(text(name), text(value));
  return all;
}

/// A language whose sentences are core's in brackets.
class Bracketed final : public Wording {
 public:
  std::string_view pattern(std::string_view english) const override {
    return *m_said.insert("[" + std::string(english) + "]").first;
  }

 private:
  mutable std::set<std::string> m_said;
};

}  // namespace

class TestAlertSetup : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingSetIsTheDefault() {
    const auto setup = readAlertSetup({});
    QVERIFY(setup.ok());
    const MailSettings& mail = setup.value().mail;
    QVERIFY(!mail.delivers());
    QCOMPARE(mail.port, quint16{587});
    QCOMPARE(mail.from.address, QByteArray("perfect-system@localhost"));
    QCOMPARE(mail.subjectPrefix, text("[Perfect System] "));
    QCOMPARE(mail.timeoutMs, 8000);
    QVERIFY(mail.verify);
    QCOMPARE(setup.value().alerts.downConfirm, Millis{0});
    QCOMPARE(setup.value().alerts.upConfirm, Millis{0});
    QCOMPARE(setup.value().alerts.cooldown, Millis{0});
    QCOMPARE(setup.value().alerts.startupGrace, Millis{5000});
    QVERIFY(alertNotes({}, mail).isEmpty());
  }

  void theFallbackInTheTableIsTheDefault() {
    AlertTexts all;
    for (const AlertVariable& variable : alertVariables()) all.insert(text(variable.name), text(variable.fallback));
    const auto setup = readAlertSetup(all);
    QVERIFY(setup.ok());
    QVERIFY(setup.value() == AlertSetup());
  }

  void everythingIsRead() {
    const auto setup = readAlertSetup(texts({{"SMTP_HOST", "mail.example.org"},
                                             {"SMTP_PORT", "2525"},
                                             {"SMTP_SECURE", "true"},
                                             {"SMTP_USER", "flynn"},
                                             {"SMTP_PASS", "pass word"},
                                             {"SMTP_TIMEOUT_MS", "500"},
                                             {"SMTP_CA_FILE", "/x.pem"},
                                             {"SMTP_TLS_VERIFY", "false"},
                                             {"EMAIL_FROM", "\"Grid, the \\\"one\\\"\" <grid@example.org>"},
                                             {"EMAIL_TO", "a@x.org, B <b@x.org>,a@X.ORG,A@x.org,"},
                                             {"EMAIL_SUBJECT_PREFIX", "[Ü] "},
                                             {"PUBLIC_UI_URL", "http://127.0.0.1:8080/"},
                                             {"ALERT_DOWN_CONFIRM_MS", "1"},
                                             {"ALERT_UP_CONFIRM_MS", "2"},
                                             {"ALERT_COOLDOWN_MS", "3"},
                                             {"ALERT_STARTUP_GRACE_MS", "0"}}));
    QVERIFY(setup.ok());
    const MailSettings& mail = setup.value().mail;
    QVERIFY(mail.delivers() && mail.secure && !mail.verify);
    QCOMPARE(mail.port, quint16{2525});
    QCOMPARE(mail.password, text("pass word"));
    QCOMPARE(mail.from, (Mailbox{text("Grid, the \"one\""), "grid@example.org"}));
    // Each named once; who stands before the @ may be told apart by case.
    QCOMPARE(mail.to, (QList<Mailbox>{{{}, "a@x.org"}, {text("B"), "b@x.org"}, {{}, "A@x.org"}}));
    QCOMPARE(mail.subjectPrefix, text("[Ü] "));
    QVERIFY((setup.value().alerts == AlertSettings{1, 2, 3, 0}));
  }

  void badValuesAreRefusedByName_data() {
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    const std::pair<const char*, const char*> bad[] = {{"SMTP_HOST", "smtp://mail.example.org"},
                                                       {"SMTP_HOST", "mail.example.org:587"},
                                                       {"SMTP_HOST", "a b"},
                                                       {"SMTP_PORT", "0"},
                                                       {"SMTP_PORT", "65536"},
                                                       {"SMTP_PORT", "587x"},
                                                       {"SMTP_SECURE", "yes"},
                                                       {"SMTP_TLS_VERIFY", "0"},
                                                       {"SMTP_TIMEOUT_MS", "99"},
                                                       {"SMTP_TIMEOUT_MS", "8s"},
                                                       {"EMAIL_FROM", "nobody"},
                                                       {"EMAIL_FROM", "a@b\r\nBcc: c@d"},
                                                       {"EMAIL_FROM", "X\nY <a@b>"},
                                                       {"EMAIL_FROM", "a@b>"},
                                                       {"EMAIL_TO", ","},
                                                       {"EMAIL_TO", "a@b,c"},
                                                       {"EMAIL_TO", "ä@b.org"},
                                                       {"EMAIL_TO", "a@b@c"},
                                                       {"EMAIL_TO", "<a@b> x"},
                                                       {"EMAIL_SUBJECT_PREFIX", "a\nb"},
                                                       {"PUBLIC_UI_URL", "javascript:alert(1)"},
                                                       {"PUBLIC_UI_URL", "https://user:secret@x.org/"},
                                                       {"PUBLIC_UI_URL", "grid.example.org"},
                                                       {"ALERT_DOWN_CONFIRM_MS", "-1"},
                                                       {"ALERT_UP_CONFIRM_MS", "1.5"},
                                                       {"ALERT_COOLDOWN_MS", "86400001"},
                                                       {"ALERT_STARTUP_GRACE_MS", "5s"}};
    for (const auto& [variable, value] : bad)
      QTest::addRow("%s=%s", variable, QByteArray(value).replace('\n', ' ').constData())
          << text(variable) << text(value);
  }
  void badValuesAreRefusedByName() {
    QFETCH(QString, variable);
    QFETCH(QString, value);
    const auto setup = readAlertSetup({{variable, value}});
    QVERIFY(!setup.ok());
    QCOMPARE(setup.error().variable, variable);
    QVERIFY2(setup.error().message.contains(text("expected ")), qPrintable(setup.error().message));
    QVERIFY(!setup.error().message.contains(u'\n'));
    // In another language nothing stays as it was, neither the sentence nor what is expected.
    const QString other = readAlertSetup({{variable, value}}, Bracketed()).error().message;
    QVERIFY2(other.startsWith(u'[') && other.endsWith(text("]]")), qPrintable(other));
  }

  void whereMailsGoIsSaidInTheLanguage() {
    const auto setup = readAlertSetup(texts({{"SMTP_HOST", "mail.example.org"}, {"EMAIL_TO", "a@b.org"}}));
    QVERIFY(setup.ok());
    QCOMPARE(routeText(setup.value().mail), text("a@b.org through mail.example.org port 587 (STARTTLS)"));
    QCOMPARE(routeText(setup.value().mail, Bracketed()),
             text("[a@b.org through mail.example.org port 587 ([STARTTLS])]"));
  }

  void aPasswordIsNotRepeated() {
    const auto setup = readAlertSetup(texts({{"SMTP_USER", "u"}, {"SMTP_PASS", "s3c\nret"}}));
    QVERIFY(!setup.ok());
    QVERIFY(!setup.error().message.contains(text("s3c")));
  }

  void userAndPasswordBelongTogether() {
    QCOMPARE(readAlertSetup(texts({{"SMTP_USER", "u"}})).error().variable, text("SMTP_PASS"));
    QCOMPARE(readAlertSetup(texts({{"SMTP_PASS", "p"}})).error().variable, text("SMTP_USER"));
  }

  void privacy_data() {
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("secure");
    QTest::addColumn<bool>("login");
    QTest::addColumn<int>("privacy");
    const auto row = [](const char* name, int port, bool secure, bool login, MailPrivacy privacy) {
      QTest::newRow(name) << port << secure << login << static_cast<int>(privacy);
    };
    row("465 is TLS", 465, false, false, MailPrivacy::TlsFromStart);
    row("asked for", 2525, true, false, MailPrivacy::TlsFromStart);
    row("587 needs STARTTLS", 587, false, false, MailPrivacy::StartTls);
    row("a password needs it too", 25, false, true, MailPrivacy::StartTls);
    row("a password on 465", 465, false, true, MailPrivacy::TlsFromStart);
    row("else plain", 25, false, false, MailPrivacy::Plain);
  }
  void privacy() {
    QFETCH(int, port);
    QFETCH(bool, secure);
    QFETCH(bool, login);
    QFETCH(int, privacy);
    MailSettings mail;
    mail.port = static_cast<quint16>(port);
    mail.secure = secure;
    if (login) mail.password = text("x");
    QCOMPARE(static_cast<int>(mail.privacy()), privacy);
  }

  void hosts() {
    for (const char* good : {"localhost", "127.0.0.1", "::1", "[::1]", "mail.example.org", "my_relay"})
      QVERIFY2(readAlertSetup({{text("SMTP_HOST"), text(good)}}).ok(), good);
    QCOMPARE(readAlertSetup({{text("SMTP_HOST"), text("[::1]")}}).value().mail.host, text("::1"));
  }

  void notes() {
    const auto notesOf = [](const AlertTexts& given) {
      return alertNotes(given, readAlertSetup(given).value().mail).join(u'\n');
    };
    AlertTexts given = texts({{"EMAIL_TO", "a@x.org"}, {"ALERT_COOLDOWN_MS", "5"}});
    QCOMPARE(notesOf(given), text("mail: no mail is sent, though EMAIL_TO is set: SMTP_HOST is missing"));
    given.insert(text("SMTP_HOST"), text("m.x.org"));
    QCOMPARE(notesOf(given), text("mail: alerts go to a@x.org through m.x.org port 587 (STARTTLS)"));
    given.insert(text("SMTP_TLS_VERIFY"), text("false"));
    QVERIFY(notesOf(given).contains(text("WARNING")));
    given.remove(text("EMAIL_TO"));
    QCOMPARE(notesOf(given), text("mail: no mail is sent, though SMTP_HOST is set: EMAIL_TO is missing"));
    QCOMPARE(notesOf(texts({{"ALERT_COOLDOWN_MS", "5"}})), QString());
  }

  void anAuthorityThatCannotBeReadIsNamed() {
    MailSettings mail;
    QCOMPARE(fileFault(mail), QString());
    mail.caFile = text("/nowhere/ca.pem");
    QVERIFY(fileFault(mail).startsWith(text("SMTP_CA_FILE: /nowhere/ca.pem cannot be read")));
  }
};

QTEST_GUILESS_MAIN(TestAlertSetup)
#include "test_alert_setup.moc"
