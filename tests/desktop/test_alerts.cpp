// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Alerts page and Preferences: states and mails of the services, the rehearsal of other rules, fields that the
// environment decides, bad values, and the test mail.
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "app/desktop/alerts/alerts_page.h"
#include "app/desktop/alerts/rehearsal_card.h"
#include "app/desktop/preferences/keychain.h"
#include "app/desktop/preferences/preferences_dialog.h"
#include "app/desktop/theme/theme.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

constexpr int kPatience = 30000;  // real ms; nothing waits so long but on a machine that does much else

QString text(const char* utf8) { return QString::fromUtf8(utf8); }

class FakeDesk final : public AlertDesk {
 public:
  AlertTexts environment() const override { return given; }
  AlertTexts preferences() const override { return kept; }
  MailState mailState() const override { return {}; }
  QString keychainNote() const override { return text("kept in a drawer"); }
  void keep(const AlertTexts& preferences) override { kept = preferences; }
  void sendTest(const AlertTexts& preferences) override { tested.append(mergedTexts(given, preferences)); }

  AlertTexts given;
  AlertTexts kept;
  QList<AlertTexts> tested;
};

/// A service that came up and lost a pod, which was replaced a second later.
void lose(Stage& stage) {
  QVERIFY(stage.apply("apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {replicas: 3}\n"));
  stage.run(20000);
  ChaosCommand kill;
  kill.service = "api";
  QVERIFY(stage.command(kill));
  stage.run(10000);
}

QPushButton* button(QWidget& window, const char* name) {
  for (QPushButton* candidate : window.findChildren<QPushButton*>()) {
    if (candidate->accessibleName() == QLatin1String(name)) return candidate;
  }
  return nullptr;
}

QString allText(const QWidget& widget) {
  QStringList texts;
  for (const QLabel* label : widget.findChildren<QLabel*>()) {
    if (label->isVisibleTo(&widget)) texts.append(label->text());
  }
  return texts.join(u'\n');
}

}  // namespace

class TestAlerts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    // Nobody's real keychain is asked for anything.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    qunsetenv("XDG_CURRENT_DESKTOP");
    qunsetenv("KDE_FULL_SESSION");
  }

  void aKeychainThatIsNotThereSaysSo() {
    Keychain keychain(text("SMTP_PASS"));
    QSignalSpy read(&keychain, &Keychain::readDone);
    QSignalSpy written(&keychain, &Keychain::written);
    keychain.read();
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, kPatience);
    QVERIFY(read.first().at(0).toString().isEmpty());
    QVERIFY(!read.first().at(1).toString().isEmpty());
    keychain.write(text("x"));
    QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kPatience);
    QVERIFY(!written.first().at(0).toString().isEmpty());
  }

  void statesAndMailsAreShown() {
    Stage stage;
    lose(stage);
    AlertsPage page;
    page.present(stage.frame(), {text("api"), kNoPod});
    QVERIFY2(allText(page).contains(text("No mail server is set")), qPrintable(allText(page)));
    QVERIFY(allText(page).contains(text("UP</span> since 00:21.0")));
    page.setMailState({text("to ops@x.org through m.x.org port 587 (STARTTLS)"), true, true});
    QVERIFY(allText(page).contains(text("Mails go to ops@x.org")));
    QVERIFY(allText(page).contains(text("Certificates are not verified")));
  }

  void aMailHeldBackSaysByWhichRule() {
    Stage stage;
    AlertSettingsCommand settings;
    settings.cooldown = 60000;
    QVERIFY(stage.command(settings));
    lose(stage);
    AlertsPage page;
    page.present(stage.frame(), {text("api"), kNoPod});
    QVERIFY2(allText(page).contains(text("UP is held back until 01:20.0: soon after the last mail.")),
             qPrintable(allText(page)));
  }

  void otherRulesMakeOtherMails() {
    Stage stage;
    lose(stage);
    AlertsPage page;
    page.present(stage.frame(), {text("api"), kNoPod});
    auto* summary = page.findChild<QLabel*>(text("rehearsalSummary"));
    QVERIFY2(summary->text().startsWith(text("api: 2 mails so far.")), qPrintable(summary->text()));
    auto* knob = page.findChildren<QSpinBox*>().first();
    knob->setValue(5000);
    QTRY_COMPARE_WITH_TIMEOUT(summary->text(), text("api: 2 mails by the rules in force, 0 by these."), kPatience);
    QVERIFY(allText(page).contains(text("none (it must last first)")));
    QVERIFY(allText(page).contains(text("mail at 00:20.0")));
    // Time alone does not take the person's rules away.
    stage.run(2000);
    page.present(stage.frame(), {text("api"), kNoPod});
    QCOMPARE(page.rehearsal()->knobs().downConfirm, Millis{5000});
    QSignalSpy commands(&page, &Page::commandWanted);
    QTest::mouseClick(button(page, "Use these"), Qt::LeftButton);
    QCOMPARE(commands.size(), 1);
    const auto command = commands.first().first().value<Command>();
    QCOMPARE(std::get<AlertSettingsCommand>(command).downConfirm, std::optional<Millis>(5000));
    QVERIFY(stage.command(command));
    page.present(stage.frame(), {text("api"), kNoPod});
    QTRY_VERIFY2_WITH_TIMEOUT(summary->text().startsWith(text("api: 0 mails so far.")), qPrintable(summary->text()),
                              kPatience);
  }

  void theEnvironmentWinsAndSaysSo() {
    FakeDesk desk;
    desk.given = {{text("SMTP_HOST"), text("env.example.org")}, {text("SMTP_TLS_VERIFY"), text("false")}};
    desk.kept = {{text("SMTP_HOST"), text("kept.example.org")}, {text("EMAIL_TO"), text("a@x.org")}};
    PreferencesDialog dialog(desk);
    auto* host = dialog.findChild<QLineEdit*>(text("SMTP_HOST"));
    QCOMPARE(host->text(), text("env.example.org"));
    QVERIFY(host->isReadOnly());
    QCOMPARE(dialog.findChild<QLabel*>(text("SMTP_HOST.note"))->text(), text("Set by SMTP_HOST in the environment."));
    QVERIFY(!dialog.findChild<QCheckBox*>(text("SMTP_TLS_VERIFY"))->isEnabled());
    QVERIFY(
        dialog.findChild<QLabel*>(text("SMTP_TLS_VERIFY.note"))->text().contains(text("Any certificate is trusted")));
    QVERIFY(!dialog.findChild<QLineEdit*>(text("EMAIL_TO"))->isReadOnly());
    QCOMPARE(dialog.findChild<QLabel*>(text("SMTP_PASS.note"))->text(), text("kept in a drawer"));
    QCOMPARE(dialog.findChild<QLineEdit*>(text("SMTP_PASS"))->echoMode(), QLineEdit::Password);
  }

  void badValuesAreRefusedAtTheirField() {
    FakeDesk desk;
    PreferencesDialog dialog(desk);
    auto* save = dialog.findChildren<QPushButton*>(QString(), Qt::FindChildrenRecursively).first();
    for (QPushButton* candidate : dialog.findChildren<QPushButton*>()) {
      if (candidate->text().contains(text("Save"))) save = candidate;
    }
    QVERIFY(save->isEnabled());
    dialog.findChild<QLineEdit*>(text("SMTP_PORT"))->setText(text("70000"));
    QVERIFY(!save->isEnabled());
    QVERIFY(dialog.findChild<QLabel*>(text("SMTP_PORT.note"))->text().contains(text("expected a port")));
    dialog.findChild<QLineEdit*>(text("SMTP_PORT"))->clear();
    QVERIFY(save->isEnabled());
    dialog.findChild<QLineEdit*>(text("SMTP_USER"))->setText(text("flynn"));
    QVERIFY(dialog.findChild<QLabel*>(text("SMTP_PASS.note"))->text().contains(text("missing beside SMTP_USER")));
    dialog.findChild<QLineEdit*>(text("SMTP_PASS"))->setText(text("x"));
    dialog.findChild<QCheckBox*>(text("SMTP_SECURE"))->setChecked(true);
    QTest::mouseClick(save, Qt::LeftButton);
    QCOMPARE(desk.kept, (AlertTexts{{text("SMTP_USER"), text("flynn")},
                                    {text("SMTP_PASS"), text("x")},
                                    {text("SMTP_SECURE"), text("true")}}));
  }

  void aTestMailShowsWhatWasSaid() {
    FakeDesk desk;
    desk.given = {{text("SMTP_HOST"), text("env.example.org")}};
    PreferencesDialog dialog(desk);
    dialog.show();
    QPushButton* send = button(dialog, "Send a test mail");
    QVERIFY(!send->isEnabled());
    dialog.findChild<QLineEdit*>(text("EMAIL_TO"))->setText(text("a@x.org"));
    QVERIFY(send->isEnabled());
    send->click();
    QVERIFY(!send->isEnabled());
    QCOMPARE(desk.tested.size(), 1);
    QCOMPARE(desk.tested.first().value(text("SMTP_HOST")), text("env.example.org"));
    QVERIFY(desk.kept.isEmpty());
    Q_EMIT desk.testDone(false, text("no connection"), {text("> EHLO x"), text("< 554 no")});
    QVERIFY(send->isEnabled());
    QCOMPARE(dialog.findChild<QLabel*>(text("testResult"))->text(), text("no connection"));
    auto* dialogue = dialog.findChild<QPlainTextEdit*>();
    QVERIFY(dialogue->isVisible());
    QCOMPARE(dialogue->toPlainText(), text("> EHLO x\n< 554 no"));
  }

  void rowsJoinTheSameChange() {
    Rehearsal now;
    now.mails = {{20000, AlertStatus::Down, 20000, 0}, {21000, AlertStatus::Up, 21000, 1000}};
    Rehearsal other;
    other.mails = {{25000, AlertStatus::Down, 20000, 0}};
    other.held = {{20000, AlertStatus::Down, AlertDecision::HeldByConfirm, 25000, kNever},
                  {26000, AlertStatus::Up, AlertDecision::HeldByCooldown, kNever, kNever}};
    const auto rows = rehearsalRows(now, other);
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows[0].now, text("mail at 00:20.0"));
    QCOMPARE(rows[0].other, text("mail at 00:25.0 (it must last first)"));
    QCOMPARE(rows[1].other, text("nothing to say"));
    QCOMPARE(rows[2].other, text("held back (soon after the last mail)"));
    QVERIFY(rows[2].differs());
  }
};

QTEST_MAIN(TestAlerts)
#include "test_alerts.moc"
