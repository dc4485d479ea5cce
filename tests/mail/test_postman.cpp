// SPDX-License-Identifier: GPL-3.0-or-later
//
// The postman's thread: attempts and waits, order, what happens when it is full, stopping while a server hangs; and
// the whole way from a running simulation to a mail and back into its history.
#include <QtTest>
#include <atomic>

#include "app/mail/alert_post.h"
#include "core/manifest/manifest.h"
#include "tests/mail/smtp_server.h"

using namespace perfect;
using namespace perfect::test;

namespace {

constexpr int kPatience = 30000;  // real ms; nothing waits so long but on a machine that does much else

QString text(const char* utf8) { return QString::fromUtf8(utf8); }
QStringList args(const char* words) { return text(words).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

/// What was told of letters, from the postman's thread.
class Told {
 public:
  void add(const std::string& letter, const MailResultCommand& result) {
    static constexpr const char* kNames[] = {"sent", "deferred", "failed"};
    const std::lock_guard lock(m_mutex);
    m_lines.append(
        QStringLiteral("%1 %2 %3 #%4")
            .arg(QString::fromStdString(letter), QLatin1String(kNames[static_cast<std::size_t>(result.result)]))
            .arg(result.code)
            .arg(result.attempt));
    m_results.push_back(result);
  }
  QStringList lines() const {
    const std::lock_guard lock(m_mutex);
    return m_lines;
  }
  std::vector<MailResultCommand> results() const {
    const std::lock_guard lock(m_mutex);
    return m_results;
  }

 private:
  mutable std::mutex m_mutex;
  QStringList m_lines;
  std::vector<MailResultCommand> m_results;
};

Postman::Options quick() {
  Postman::Options options;
  options.firstWait = 20;
  options.factor = 2;
  options.mostAttempts = 4;
  return options;
}

Letter letter(Told& told, const std::string& name, const std::string& lane) {
  Letter letter;
  letter.lane = lane;
  letter.compose = [name](const MailSettings& settings, bool) -> std::optional<Mail> {
    Mail mail = testMail(settings, 0, "x");
    mail.subject = QString::fromStdString(name);
    return mail;
  };
  letter.report = [&told, name](const MailResultCommand& result) {
    told.add(name, result);
    return true;
  };
  return letter;
}

QString subject(const QJsonObject& mail) { return headers(mail, "Subject").value(0); }

Command apply(const char* name, int replicas) {
  return ApplyCommand{parseManifests("apiVersion: v1\nkind: Service\nmetadata: {name: " + std::string(name) +
                                     "}\nspec: {replicas: " + std::to_string(replicas) + "}\n")
                          .value()};
}
Command kill(const char* service) {
  ChaosCommand kill;
  kill.service = service;
  return kill;
}

/// A live simulation with its alerts posted, as the program has it.
struct Live {
  Live(const MailSettings& settings, const Postman::Options& options, std::int64_t speedMilli = 20000) {
    post = std::make_unique<AlertPost>(settings, options);
    Controller::Options live;
    live.speedMilli = speedMilli;
    live.engine.epochMs = 1795410000000;
    live.engine.tick = 100;
    live.initial = {apply("api", 3)};
    live.eventSink = [this](const Event& event, const Names& names, const WorldMark& world) {
      post->onEvent(event, names, world);
    };
    controller = std::make_unique<Controller>(live);
    post->start(*controller);
  }
  ~Live() {
    post->stop();
    controller->stop();
  }
  const ServiceState& api() {
    snapshot = controller->snapshot();
    return *snapshot->find("api")->state;
  }
  /// The newest events of these reasons, oldest first, as messages.
  QStringList events(const std::vector<Reason>& reasons) const {
    const auto picture = controller->snapshot();
    QStringList messages;
    for (std::uint64_t seq = picture->events.first(); seq < picture->events.end(); ++seq) {
      const Event& event = picture->events.at(seq);
      if (std::find(reasons.begin(), reasons.end(), event.reason) != reasons.end())
        messages.append(QString::fromStdString(messageText(event, *picture->names)));
    }
    return messages;
  }
  std::shared_ptr<const Snapshot> snapshot;
  std::unique_ptr<AlertPost> post;
  std::unique_ptr<Controller> controller;
};

}  // namespace

class TestPostman : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    if (!canServe()) QSKIP("python3-aiosmtpd is not here");
  }

  void aGreylistedLetterComesThroughLater() {
    SmtpServer server(args("--greylist 2"));
    Told told;
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(letter(told, "one", "api"));
    QCOMPARE(subject(server.mail()), text("one"));
    QTRY_COMPARE_WITH_TIMEOUT(
        told.lines(), (QStringList{text("one deferred 450 #1"), text("one deferred 450 #2"), text("one sent 250 #3")}),
        kPatience);
    QCOMPARE(told.results()[0].retryAfter, Millis{20});
    QCOMPARE(told.results()[1].retryAfter, Millis{40});
    QTRY_COMPARE_WITH_TIMEOUT(postman.waiting(), std::size_t{0}, kPatience);
  }

  void patienceEnds() {
    SmtpServer server(args("--greylist 1000"));
    Told told;
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(letter(told, "one", "api"));
    QTRY_COMPARE_WITH_TIMEOUT(told.lines().size(), 4, 30000);
    QCOMPARE(told.lines().last(), text("one failed 450 #4"));
    QVERIFY(QString::fromStdString(told.results()[3].text).contains(text("given up after 4 attempts")));
  }

  void aRefusalForGoodIsNotTriedAgain() {
    SmtpServer server(args("--refuse ops@example.org"));
    Told told;
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(letter(told, "one", "api"));
    QTRY_COMPARE_WITH_TIMEOUT(told.lines(), QStringList{text("one failed 550 #1")}, kPatience);
    postman.stop();
    QCOMPARE(server.left("connect"), 1);
  }

  void everyRecipientGetsItOnce() {
    SmtpServer server(args("--refuse a@example.org --greylist-address b@example.org --greylist 3"));
    MailSettings settings = settingsFor(server);
    settings.to = {{{}, "a@example.org"}, {{}, "b@example.org"}, {{}, "c@example.org"}};
    Told told;
    Postman postman(settings, quick());
    postman.start();
    postman.post(letter(told, "one", "api"));
    QCOMPARE(server.mail().value(QLatin1String("to")).toArray(), QJsonArray{QLatin1String("c@example.org")});
    QCOMPARE(server.mail().value(QLatin1String("to")).toArray(), QJsonArray{QLatin1String("b@example.org")});
    QTRY_COMPARE_WITH_TIMEOUT(told.lines().size(), 2, kPatience);
    QCOMPARE(told.lines()[1], text("one sent 250 #2"));
    // It went out, and who has not got it is named.
    QVERIFY(QString::fromStdString(told.results()[1].text).startsWith(text("not to a@example.org: 550 ")));
  }

  void lettersOfOneLaneKeepTheirOrder() {
    SmtpServer server(args("--greylist 1"));
    Told told;
    Postman::Options options = quick();
    options.firstWait = 300;
    Postman postman(settingsFor(server), options);
    postman.post(letter(told, "api down", "api"));
    postman.post(letter(told, "api up", "api"));
    postman.post(letter(told, "web down", "web"));
    postman.start();
    QCOMPARE(subject(server.mail()), text("web down"));
    QCOMPARE(subject(server.mail()), text("api down"));
    QCOMPARE(subject(server.mail()), text("api up"));
  }

  void aServerThatIsNotThereIsTriedAgainUntilItIs() {
    MailSettings settings;
    {
      SmtpServer gone({});
      settings = settingsFor(gone);
    }
    Told told;
    Postman::Options options = quick();
    options.mostAttempts = 100;
    Postman postman(settings, options);
    postman.start();
    postman.post(letter(told, "one", "api"));
    QTRY_VERIFY_WITH_TIMEOUT(told.lines().value(0) == text("one deferred 0 #1"), kPatience);
    SmtpServer server({});
    postman.configure(settingsFor(server));
    QCOMPARE(subject(server.mail()), text("one"));
  }

  void aFullQueueFailsTheOldest() {
    SmtpServer server({});
    Told told;
    Postman::Options options = quick();
    options.mostLetters = 3;
    Postman postman(settingsFor(server), options);
    for (const char* name : {"1", "2", "3", "4", "5"}) postman.post(letter(told, name, "api"));
    postman.start();
    for (const char* name : {"3", "4", "5"}) QCOMPARE(subject(server.mail()), text(name));
    QTRY_COMPARE_WITH_TIMEOUT(told.lines().size(), 5, kPatience);
    QCOMPARE(told.lines().mid(0, 2), (QStringList{text("1 failed 0 #1"), text("2 failed 0 #1")}));
  }

  void postingNeverWaitsForAServerThatHangs() {
    SmtpServer server(args("--misbehave greeting:hang"));
    Told told;
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(letter(told, "first", "api"));
    QVERIFY(!server.next("stage").isEmpty());
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1000; ++i) postman.post(letter(told, "more", "api"));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(told.lines().isEmpty());
  }

  void stoppingIsQuickWhateverTheServerDoes_data() {
    QTest::addColumn<QByteArray>("how");
    for (const char* how : {"greeting:hang", "rcpt:hang", "data:hang", "taken:hang", "rcpt:drip"})
      QTest::newRow(how) << QByteArray(how);
  }
  void stoppingIsQuickWhateverTheServerDoes() {
    QFETCH(QByteArray, how);
    SmtpServer server({QStringLiteral("--misbehave"), QString::fromLatin1(how)});
    Told told;
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(letter(told, "first", "api"));
    postman.post(letter(told, "second", "api"));
    QVERIFY(!server.next("stage").isEmpty());
    QElapsedTimer timer;
    timer.start();
    postman.stop();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(told.lines(), (QStringList{text("first failed 0 #1"), text("second failed 0 #1")}));
  }

  void stoppingAfterAMailWhoseFarewellHangs() {
    SmtpServer server(args("--misbehave quit:hang"));
    Told told;
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(letter(told, "first", "api"));
    QVERIFY(!server.next("stage").isEmpty());
    QElapsedTimer timer;
    timer.start();
    postman.stop();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(told.lines(), QStringList{text("first sent 250 #1")});
  }

  void whatIsDueGoesOutBeforeTheEnd() {
    SmtpServer server({});
    Told told;
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(letter(told, "last", "api"));
    postman.stop();
    QCOMPARE(told.lines(), QStringList{text("last sent 250 #1")});
  }

  void aReportThatCannotBeTakenIsOfferedAgain() {
    SmtpServer server({});
    std::atomic<int> offers = 0;
    Told told;
    Letter one = letter(told, "one", "api");
    one.report = [&, report = one.report](const MailResultCommand& result) { return ++offers > 3 && report(result); };
    Postman postman(settingsFor(server), quick());
    postman.start();
    postman.post(std::move(one));
    QTRY_COMPARE_WITH_TIMEOUT(told.lines(), QStringList{text("one sent 250 #1")}, kPatience);
    QCOMPARE(offers.load(), 4);
  }

  void aTestMailGoesAheadAndComesBackWithTheDialogue() {
    SmtpServer server({});
    Postman postman({}, quick());
    postman.start();
    const MailSettings settings = settingsFor(server);
    std::mutex mutex;
    std::optional<Attempt> answer;
    postman.tryOut(settings, testMail(settings, 0, "x"), [&](const Attempt& attempt) {
      const std::lock_guard lock(mutex);
      answer = attempt;
    });
    const auto answered = [&] {
      const std::lock_guard lock(mutex);
      return answer.has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(answered(), kPatience);
    QCOMPARE(answer->end, Attempt::End::Sent);
    QVERIFY(answer->dialogue.contains(text("> MAIL FROM:<perfect-system@localhost>")));
    QCOMPARE(subject(server.mail()), text("[Perfect System] test mail"));
  }

  void aKillIsTwoMails() {
    SmtpServer server(args("--greylist 1"));
    Live live(settingsFor(server), quick());
    QTRY_COMPARE_WITH_TIMEOUT(live.api().alert.status, AlertStatus::Up, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(live.controller->clock().t > live.api().alert.suppressUntil, kPatience);
    QVERIFY(live.controller->send(kill("api")));
    const QJsonObject down = server.mail();
    QCOMPARE(subject(down), text("[Perfect System] api is DOWN"));
    const QJsonObject up = server.mail();
    QCOMPARE(subject(up), text("[Perfect System] api is UP"));
    QCOMPARE(headers(up, "References"), headers(down, "Message-ID"));
    const QString plain = down.value(QLatin1String("parts")).toObject().value(QLatin1String("text/plain")).toString();
    QVERIFY2(plain.contains(text("What led to it")) && plain.contains(text("Version:      v1")), qPrintable(plain));
    QTRY_COMPARE_WITH_TIMEOUT(live.api().alertCounts.sent, std::int64_t{2}, kPatience);
    QCOMPARE(live.api().alertCounts.due, std::int64_t{2});
    QCOMPARE(live.api().alertCounts.failed, std::int64_t{0});
    QCOMPARE(live.events({Reason::MailSent, Reason::MailDeferred}).size(), 3);
    live.post->stop();
    QCOMPARE(server.left("mail"), 0);
  }

  void aPlayIsAShow() {
    SmtpServer server({});
    Live live(settingsFor(server), quick());
    QTRY_COMPARE_WITH_TIMEOUT(live.api().alert.status, AlertStatus::Up, kPatience);
    Scenario scenario;
    scenario.name = "show";
    scenario.steps.emplace_back();
    scenario.steps.back().what = apply("api", 2);
    scenario.steps.emplace_back();
    scenario.steps.back().after = 20000;
    scenario.steps.back().what = kill("api");
    QVERIFY(live.controller->startPlay(scenario));
    QTRY_COMPARE_WITH_TIMEOUT(live.events({Reason::AlertDown, Reason::AlertUp}).size(), 2, kPatience);
    QVERIFY(live.controller->stopPlay());
    QTRY_VERIFY_WITH_TIMEOUT(!live.controller->play().playing, kPatience);
    // The world behind it is mailed about as before.
    QTRY_VERIFY_WITH_TIMEOUT(live.controller->clock().t > live.api().alert.suppressUntil, kPatience);
    QVERIFY(live.controller->send(kill("api")));
    QTRY_COMPARE_WITH_TIMEOUT(live.api().alertCounts.sent, std::int64_t{2}, kPatience);
    QVERIFY(!server.mail().isEmpty());
    QVERIFY(!server.mail().isEmpty());
    live.post->stop();
    QCOMPARE(server.left("mail"), 0);
  }

  void aStalledServerDelaysNoTick() {
    SmtpServer server(args("--misbehave greeting:hang"));
    Live live(settingsFor(server), quick());
    QTRY_COMPARE_WITH_TIMEOUT(live.api().alert.status, AlertStatus::Up, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(live.controller->clock().t > live.api().alert.suppressUntil, kPatience);
    for (int i = 0; i < 3; ++i) {
      const std::int64_t due = live.api().alertCounts.due;
      QVERIFY(live.controller->send(kill("api")));
      QTRY_COMPARE_WITH_TIMEOUT(live.api().alertCounts.due, due + 2, kPatience);
    }
    QVERIFY(live.api().alertCounts.sent == 0 && live.api().alertCounts.failed == 0);
    QElapsedTimer timer;
    timer.start();
    live.post->stop();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(live.api().alertCounts.failed, std::int64_t{6}, kPatience);
    const QStringList failed = live.events({Reason::MailFailed});
    QVERIFY2(failed.last().contains(text("the program ended")), qPrintable(failed.last()));
  }

  void aResetWorldGetsNoResultsOfTheFormerOne() {
    SmtpServer server({});
    Live live(settingsFor(server), quick());
    QTRY_COMPARE_WITH_TIMEOUT(live.api().alert.status, AlertStatus::Up, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(live.controller->clock().t > live.api().alert.suppressUntil, kPatience);
    QVERIFY(live.controller->send(kill("api")));
    QVERIFY(live.controller->reset());
    QTRY_VERIFY_WITH_TIMEOUT(live.controller->snapshot()->services.empty(), kPatience);
    live.post->stop();
    QVERIFY(live.events({Reason::MailSent, Reason::MailFailed}).isEmpty());
  }
};

QTEST_GUILESS_MAIN(TestPostman)
#include "test_postman.moc"
