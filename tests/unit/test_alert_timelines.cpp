// SPDX-License-Identifier: GPL-3.0-or-later
//
// Alerts of a real engine: what happens to services, with which knobs -> which mails are due when, to the
// millisecond. And Rehearsal: what the same history would have made of other knobs.
#include <QTest>

#include "core/alerts/rehearsal.h"
#include "tests/support/world.h"

using namespace perfect;
using perfect::test::Told;
using perfect::test::World;

namespace {

using Lines = std::vector<std::string>;

/// Ready two seconds after it was made; a commanded health shows at the next whole second.
std::string manifest(const std::string& name, int replicas) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name +
         "}\nspec:\n  replicas: " + std::to_string(replicas) +
         "\n  readinessProbe: {initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 1}\n"
         "  simulation: {startSeconds: 2, shutdownSeconds: 1}\n";
}

HealthCommand health(const std::string& service, bool healthy, std::int32_t count) {
  HealthCommand c;
  c.service = service;
  c.healthy = healthy;
  c.count = count;
  c.probe = ProbeTarget::Readiness;
  c.sticky = true;
  return c;
}

ChaosCommand kill(const std::string& service, std::int32_t count) {
  ChaosCommand c;
  c.service = service;
  c.count = count;
  return c;
}

/// One word of a script at a time in seconds: "api:3", "ill", "heal", "kill", "scale=5", "delete"; what is no
/// manifest is about api, unless ",name" follows.
void act(World& w, const QString& word) {
  const QString verb = word.section(QLatin1Char(','), 0, 0);
  const QString named = word.section(QLatin1Char(','), 1, 1);
  const std::string service = named.isEmpty() ? "api" : named.toStdString();
  std::string refused;
  if (verb.contains(QLatin1Char(':'))) {
    refused = w.apply(
        manifest(verb.section(QLatin1Char(':'), 0, 0).toStdString(), verb.section(QLatin1Char(':'), 1, 1).toInt()));
  } else if (verb == QLatin1String("ill") || verb == QLatin1String("heal")) {
    refused = w.send(health(service, verb == QLatin1String("heal"), 1));
  } else if (verb.startsWith(QLatin1String("kill"))) {
    refused = w.send(kill(service, std::max(1, verb.section(QLatin1Char('='), 1, 1).toInt())));
  } else if (verb.startsWith(QLatin1String("scale"))) {
    refused = w.send(ScaleCommand{service, verb.section(QLatin1Char('='), 1, 1).toInt(), {}});
  } else if (verb.startsWith(QLatin1String("cooldown"))) {
    refused = w.send(AlertSettingsCommand{{}, {}, verb.section(QLatin1Char('='), 1, 1).toLongLong(), {}});
  } else {
    QCOMPARE(verb, QStringLiteral("delete"));
    refused = w.send(DeleteCommand{service});
  }
  QCOMPARE(refused, std::string());
}

void play(World& w, const QString& script, SimTime end) {
  for (const QString& step : script.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const auto t = static_cast<SimTime>(step.section(QLatin1Char('@'), 1, 1).toDouble() * 1000);
    // advanceTo leaves the tick of t to come after the Command.
    w.engine.advanceTo(t);
    act(w, step.section(QLatin1Char('@'), 0, 0));
  }
  w.runTo(end);
}

std::string alertLine(const Event& event, const Names& names) {
  std::string line = std::to_string(event.t) + " " + names[event.service]->name;
  if (event.reason == Reason::AlertDown) return line + " DOWN";
  if (event.reason == Reason::AlertUp) return line + " UP " + std::to_string(event.facts[2]);
  constexpr const char* kRules[] = {"", "", "confirm", "cooldown", "grace"};
  return line + " (" + kRules[event.facts[0]] + ")";
}

std::string alertsTold(const World& w, const Names& names) {
  std::string told;
  for (const Told& t : w.told) {
    const Reason reason = t.event.reason;
    if (reason != Reason::AlertDown && reason != Reason::AlertUp && reason != Reason::AlertHeldBack) continue;
    told += (told.empty() ? "" : "; ") + alertLine(t.event, names);
  }
  return told;
}

AlertSettings knobs(const QList<int>& k) { return {k[0], k[1], k[2], k[3]}; }

std::vector<RehearsedMail> mailsOf(const World& w, const std::string& service) {
  std::vector<RehearsedMail> mails;
  for (const Told& t : w.told) {
    const Event& e = t.event;
    if (e.service == kNoService || w.engine.names()[e.service]->name != service) continue;
    if (e.reason == Reason::AlertDown) mails.push_back({e.t, AlertStatus::Down, e.facts[2], 0});
    if (e.reason == Reason::AlertUp) mails.push_back({e.t, AlertStatus::Up, e.facts[3], e.facts[2]});
  }
  return mails;
}

}  // namespace

class TestAlertTimelines : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void timelines_data() {
    QTest::addColumn<QList<int>>("settings");  // confirm DOWN, confirm UP, cooldown, grace; ms
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const QList<int>& settings, const char* script, const char* told) {
      QTest::newRow(name) << settings << QString::fromUtf8(script) << QString::fromUtf8(told);
    };
    const QList<int> defaults{0, 0, 0, 5000};
    row("comes up: no mail", defaults, "api:3@0", "0 api (grace)");
    row("declared at 0 replicas, or with a first sight that is UP: no mail", defaults, "api:0@0", "");
    row("a chaos kill: exactly one DOWN and one UP", defaults, "api:3@0 kill@20",
        "0 api (grace); 20000 api DOWN; 22000 api UP 2000");
    row("all killed at once: still one each", defaults, "api:3@0 kill=3@20",
        "0 api (grace); 20000 api DOWN; 22000 api UP 2000");
    row("between two looks: the next tick sees it", defaults, "api:3@0 kill@20.3",
        "0 api (grace); 21000 api DOWN; 23000 api UP 2000");
    row("flapping faster than confirm", {3000, 0, 0, 5000}, "api:3@0 ill@9.5 heal@11.5 ill@13.5 heal@15.5",
        "0 api (confirm); 10000 api (confirm); 14000 api (confirm)");
    row("lasting as long as confirm", {3000, 0, 0, 5000}, "api:3@0 ill@9.5 heal@14.5",
        "0 api (confirm); 10000 api (confirm); 13000 api DOWN; 15000 api UP 5000");
    row("confirm that ends between two ticks", {2500, 0, 0, 5000}, "api:3@0 ill@9.5 heal@14.5",
        "0 api (confirm); 10000 api (confirm); 13000 api DOWN; 15000 api UP 5000");
    row("an UP that flickers counts for nothing, neither in mails nor in what UP says", {0, 3000, 0, 5000},
        "api:3@0 ill@9.5 heal@11.5 ill@13.5 heal@19.5",
        "0 api (grace); 10000 api DOWN; 12000 api (confirm); 20000 api (confirm); 23000 api UP 10000");
    row("flapping inside cooldown: nothing but the last word", {0, 0, 30000, 5000},
        "api:3@0 ill@9.5 heal@11.5 ill@13.5 heal@15.5",
        "0 api (grace); 10000 api DOWN; 12000 api (cooldown); 16000 api (cooldown); 40000 api UP 6000");
    row("flapping inside cooldown, DOWN in the end: the last mail is true already", {0, 0, 30000, 5000},
        "api:3@0 ill@9.5 heal@11.5 ill@13.5", "0 api (grace); 10000 api DOWN; 12000 api (cooldown)");
    row("recovery during cooldown: UP when it ends", {0, 0, 30000, 5000}, "api:3@0 ill@9.5 heal@11.5",
        "0 api (grace); 10000 api DOWN; 12000 api (cooldown); 40000 api UP 2000");
    row("a cooldown that is shortened meanwhile", {0, 0, 30000, 5000}, "api:3@0 ill@9.5 heal@11.5 cooldown=5000@20",
        "0 api (grace); 10000 api DOWN; 12000 api (cooldown); 20000 api UP 2000");
    row("0, 5, 0 inside grace", defaults, "api:0@0 scale=5@10 scale=0@11", "10000 api (grace)");
    row("0, 5 and up inside grace", defaults, "api:0@0 scale=5@10", "10000 api (grace)");
    row("still down when grace ends: one DOWN", {0, 0, 0, 1000}, "api:0@0 scale=5@10",
        "10000 api (grace); 11000 api DOWN; 12000 api UP 2000");
    row("first seen and still down when grace ends", {0, 0, 0, 1000}, "api:3@0",
        "0 api (grace); 1000 api DOWN; 2000 api UP 2000");
    row("grace that ends between two ticks", {0, 0, 0, 1500}, "api:0@0 scale=5@10.5", "11000 api (grace)");
    row("more desired: a grace of its own", defaults, "api:3@0 scale=5@20", "0 api (grace); 20000 api (grace)");
    row("deleted while down", defaults, "api:3@0 ill@9.5 delete@15", "0 api (grace); 10000 api DOWN");
    row("deleted while held back", {0, 0, 0, 5000}, "api:3@0 delete@2", "0 api (grace)");
    row("deleted inside the cooldown", {0, 0, 30000, 5000}, "api:3@0 ill@9.5 heal@11.5 delete@15",
        "0 api (grace); 10000 api DOWN; 12000 api (cooldown)");
    row("the name used again is a first sight", defaults, "api:3@0 ill@9.5 delete@15 api:3@25",
        "0 api (grace); 10000 api DOWN; 25000 api (grace)");
    row("two services down at once: a mail each", defaults, "api:3@0 web:2@0 kill@20 kill,web@20",
        "0 api (grace); 0 web (grace); 20000 api DOWN; 20000 web DOWN; 22000 api UP 2000; 22000 web UP 2000");
    row("a cooldown is each service's own", {0, 0, 10000, 5000}, "api:3@0 web:2@0 kill@20 kill,web@25",
        "0 api (grace); 0 web (grace); 20000 api DOWN; 22000 api (cooldown); 25000 web DOWN; 27000 web (cooldown); "
        "30000 api UP 2000; 35000 web UP 2000");
  }
  void timelines() {
    QFETCH(QList<int>, settings);
    QFETCH(QString, script);
    QFETCH(QString, told);
    EngineOptions options;
    options.alerts = knobs(settings);
    World w(options);
    play(w, script, 100000);
    QCOMPARE(QString::fromStdString(alertsTold(w, w.engine.names())), told);
  }

  void aPausedClockSendsNothing() {
    World w;
    w.apply(manifest("api", 3));
    w.runTo(20000);
    const std::size_t told = w.told.size();
    // Everything that a paused clock still takes: Commands at the present instant, pictures, questions.
    QCOMPARE(w.send(kill("api", 3)), std::string());
    w.engine.publish();
    w.engine.advanceTo(20000);
    w.engine.publish();
    QCOMPARE(w.told.size(), told + 3);
    QCOMPARE(w.service("api").alert.status, AlertStatus::Up);
    w.runTo(21000);
    QCOMPARE(w.told[told].line, "20000 ChaosKilled api#" + std::to_string(w.told[told].event.pod));
    QCOMPARE(w.service("api").alert.status, AlertStatus::Down);
  }

  void anAlertFollowsFromWhatBroughtItAbout() {
    World w;
    w.apply(manifest("api", 3));
    w.runTo(19000);
    w.send(kill("api", 1));
    const std::uint64_t blow = w.outcome.event;
    w.runTo(40000);
    for (const Told& t : w.told) {
      if (t.event.reason != Reason::AlertDown) continue;
      QCOMPARE(t.event.cause, blow);
      QCOMPARE(t.event.root, blow);
    }
    // What was held back stands between a change and its mail.
    w.send(AlertSettingsCommand{Millis{2000}, {}, {}, {}});
    w.send(kill("api", 1));
    w.runTo(45000);
    const auto held = std::find_if(w.told.rbegin(), w.told.rend(),
                                   [](const Told& t) { return t.event.reason == Reason::AlertHeldBack; });
    QVERIFY(held != w.told.rend());
    QCOMPARE(held->event.cause, w.outcome.event);
  }

  void countsAddUp() {
    EngineOptions options;
    options.alerts = {0, 0, 30000, 5000};
    World w(options);
    play(w, QStringLiteral("api:3@0 ill@9.5 heal@11.5"), 60000);
    QCOMPARE(w.service("api").alertCounts, (AlertCounts{2, 2, 0, 0}));
  }

  void settingsOutOfRangeChangeNothing() {
    World w;
    for (const Millis wrong : {Millis{-1}, kMostAlertMs + 1}) {
      for (int knob = 0; knob < 4; ++knob) {
        AlertSettingsCommand c;
        (knob == 0 ? c.downConfirm : knob == 1 ? c.upConfirm : knob == 2 ? c.cooldown : c.startupGrace) = wrong;
        QVERIFY(!w.send(c).empty());
      }
    }
    QVERIFY(!w.send(AlertSettingsCommand{}).empty());
    QCOMPARE(w.engine.options().alerts, AlertSettings{});
    QCOMPARE(w.send(AlertSettingsCommand{Millis{1}, Millis{2}, Millis{3}, kMostAlertMs}), std::string());
    QCOMPARE(w.engine.options().alerts, (AlertSettings{1, 2, 3, kMostAlertMs}));
    QCOMPARE(w.engine.publish()->alerts, (AlertSettings{1, 2, 3, kMostAlertMs}));
    QCOMPARE(w.told.back().line, std::string("0 AlertSettingsSet"));
  }

  // --- deliveries -------------------------------------------------------------------------------------

  void deliveriesAreRecordedBehindTheirAlert() {
    World w;
    const std::uint64_t alert = worldWithAlert(w);
    MailResultCommand c{alert, "api", MailResult::Deferred, 450, 1, 2000, "450 come back later"};
    QCOMPARE(w.send(c), std::string());
    QCOMPARE(w.told.back().line, std::string("20500 MailDeferred api"));
    QCOMPARE(w.told.back().event.cause, alert);
    QCOMPARE(
        messageText(w.told.back().event, w.engine.names()),
        std::string("mail waits: api is DOWN: 450 come back later; attempt 1 failed, the next one follows in 2 s"));
    const std::uint64_t root = w.told.back().event.root;
    QVERIFY(root != 0 && root < alert);
    c = {alert, "api", MailResult::Sent, 250, 2, 0, {}};
    QCOMPARE(w.send(c), std::string());
    QCOMPARE(messageText(w.told.back().event, w.engine.names()), std::string("mail sent: api is DOWN, at attempt 2"));
    QCOMPARE(w.outcome.event, w.told.back().event.seq);
    c = {alert, "api", MailResult::Failed, 550, 1, 0, "550 no such user"};
    QCOMPARE(w.send(c), std::string());
    QCOMPARE(messageText(w.told.back().event, w.engine.names()),
             std::string("mail failed: api is DOWN: 550 no such user"));
    QCOMPARE(info(w.told.back().event.reason).level, Level::Error);
    QCOMPARE(w.service("api").alertCounts, (AlertCounts{1, 1, 1, 1}));
  }

  void aDeliveryChangesNothingElse() {
    World quiet;
    World told;
    worldWithAlert(quiet);
    const std::uint64_t alert = worldWithAlert(told);
    QCOMPARE(told.send(MailResultCommand{alert, "api", MailResult::Sent, 250, 1, 0, {}}), std::string());
    quiet.runTo(60000);
    told.runTo(60000);
    const auto without = [](const World& w) {
      Lines lines;
      for (const Told& t : w.told) {
        if (info(t.event.reason).code != "MailSent") lines.push_back(t.line);
      }
      return lines;
    };
    QCOMPARE(without(told), without(quiet));
    QCOMPARE(told.service("api").alert, quiet.service("api").alert);
  }

  void deliveriesOfServicesThatAreGoneAreKept() {
    World w;
    const std::uint64_t alert = worldWithAlert(w);
    w.send(DeleteCommand{"api"});
    w.runTo(40000);
    QVERIFY(w.engine.service("api") == nullptr);
    QCOMPARE(w.apply(manifest("api", 1)), std::string());
    QCOMPARE(w.send(MailResultCommand{alert, "api", MailResult::Failed, 0, 1, 0, "withdrawn"}), std::string());
    QCOMPARE(w.told.back().line, std::string("40000 MailFailed api"));
    const Event& told = w.told.back().event;
    QCOMPARE(told.service, ServiceIndex{0});  // not the one that has the name now
    QCOMPARE(told.cause, alert);
    QVERIFY(told.root != 0 && told.root < alert);
    QCOMPARE(told.facts[1], std::int64_t{1});
    QCOMPARE(messageText(told, w.engine.names()), std::string("mail failed: api is DOWN: withdrawn"));
    QCOMPARE(w.outcome.event, told.seq);
    QCOMPARE(w.service("api").alertCounts, AlertCounts{});
  }

  void deliveriesOfNothingAreRefused() {
    World w;
    const std::uint64_t alert = worldWithAlert(w);
    const MailResultCommand good{alert, "api", MailResult::Sent, 250, 1, 0, "fine"};
    const auto refused = [&](auto&& spoil) {
      MailResultCommand c = good;
      spoil(c);
      const std::size_t before = w.told.size();
      const bool failed = !w.send(c).empty();
      return failed && w.told.size() == before;
    };
    QVERIFY(refused([](auto& c) { c.alert = 0; }));
    QVERIFY(refused([](auto& c) { c.alert = 1000000; }));
    QVERIFY(refused([](auto& c) { c.alert = 1; }));
    QVERIFY(refused([](auto& c) { c.service = "web"; }));
    QVERIFY(refused([](auto& c) { c.code = -1; }));
    QVERIFY(refused([](auto& c) { c.code = 600; }));
    QVERIFY(refused([](auto& c) { c.attempt = 0; }));
    QVERIFY(refused([](auto& c) { c.retryAfter = -1; }));
    QVERIFY(refused([](auto& c) { c.text = std::string(501, 'x'); }));
    QVERIFY(refused([](auto& c) { c.text = "two\nlines"; }));
    QCOMPARE(w.send(good), std::string());
  }

  // --- rehearsal --------------------------------------------------------------------------------------

  void rehearsalWithTheKnobsInForceFindsTheHistory_data() { timelines_data(); }
  void rehearsalWithTheKnobsInForceFindsTheHistory() {
    QFETCH(QList<int>, settings);
    QFETCH(QString, script);
    if (script.contains(QLatin1String("delete")) || script.contains(QLatin1String("cooldown"))) return;
    EngineOptions options;
    options.alerts = knobs(settings);
    World w(options);
    play(w, script, 100000);
    for (const char* name : {"api", "web"}) {
      const ServiceState* service = w.engine.service(name);
      if (service == nullptr) continue;
      QVERIFY(rehearse(service->alertTimeline, options.alerts, w.engine.now()).mails == mailsOf(w, name));
    }
  }

  /// Two worlds that differ in nothing but the knobs: the one's rehearsal is the other's history.
  void rehearsalWithOtherKnobsFindsWhatTheyWouldHaveMade() {
    std::uint32_t chance = 7;
    const auto draw = [&chance](std::uint32_t below) {
      chance = chance * 1664525U + 1013904223U;
      return static_cast<std::int32_t>((chance >> 8U) % below);
    };
    for (int round = 0; round < 60; ++round) {
      QString script = QStringLiteral("api:3@0");
      double t = 4;
      for (int i = 0; i < 25; ++i) {
        t += 0.5 * (1 + draw(9));
        const char* const verbs[] = {"ill", "heal", "heal", "kill", "scale=0", "scale=4", "scale=2"};
        script += QStringLiteral(" %1@%2").arg(QLatin1String(verbs[draw(7)])).arg(t);
      }
      const auto drawn = [&] { return AlertSettings{draw(4) * 1300, draw(4) * 1300, draw(3) * 9000, draw(3) * 2500}; };
      EngineOptions one;
      EngineOptions other;
      one.alerts = drawn();
      other.alerts = drawn();
      World first(one);
      World second(other);
      play(first, script, 200000);
      play(second, script, 200000);
      const AlertTimeline& timeline = first.service("api").alertTimeline;
      QVERIFY(rehearse(timeline, one.alerts, 200000).mails == mailsOf(first, "api"));
      QVERIFY(rehearse(timeline, other.alerts, 200000).mails == mailsOf(second, "api"));
    }
  }

  // One state, two waits: the first ends between two ticks, the second long after it.
  void rehearsalWakesAsOftenAsTheController() {
    AlertTimeline timeline;
    timeline.add({0, 3, 3, 1000});
    timeline.add({4000, 2, 3, 1000});
    timeline.add({7000, 3, 3, 1000});
    const AlertSettings settings{1500, 1500, 29500, 0};
    const std::vector<RehearsedMail> mails{{6000, AlertStatus::Down, 4000, 0}, {36000, AlertStatus::Up, 7000, 3000}};
    QVERIFY(rehearse(timeline, settings, 100000).mails == mails);
    // What falls due at the end is part of it, what comes after it is not.
    QCOMPARE(rehearse(timeline, settings, 36000).mails.size(), std::size_t{2});
    QCOMPARE(rehearse(timeline, settings, 35999).mails.size(), std::size_t{1});
    QCOMPARE(rehearse(timeline, settings, 6999).mails.size(), std::size_t{1});
    QCOMPARE(rehearse(timeline, settings, 4000).held.size(), std::size_t{1});
    QCOMPARE(rehearse(timeline, settings, 3999).held.size(), std::size_t{0});
    // Looks fall on this sight's own ticks.
    AlertTimeline slow;
    slow.add({500, 3, 3, 700});
    slow.add({4000, 2, 3, 700});
    QCOMPARE(rehearse(slow, settings, 100000).mails.front().t, SimTime{6100});
  }

  void rehearsalSaysWhatEachRuleHeldBack() {
    EngineOptions options;
    options.alerts = {3000, 0, 30000, 5000};
    World w(options);
    play(w, QStringLiteral("api:3@0 ill@9.5 heal@11.5 ill@19.5 heal@24.5 scale=0@59.5 scale=3@69.5"), 100000);
    const Rehearsal found = rehearse(w.service("api").alertTimeline, options.alerts, 100000);
    using D = AlertDecision;
    const std::vector<HeldChange> held{{0, AlertStatus::Down, D::HeldByConfirm, kNever, 2000},
                                       {10000, AlertStatus::Down, D::HeldByConfirm, kNever, 12000},
                                       {20000, AlertStatus::Down, D::HeldByConfirm, 23000, kNever},
                                       {25000, AlertStatus::Up, D::HeldByCooldown, 53000, kNever},
                                       {70000, AlertStatus::Down, D::HeldByConfirm, kNever, 72000}};
    QVERIFY(found.held == held);
    QCOMPARE(found.mails.size(), std::size_t{2});
    // What is held at this moment is not over.
    QCOMPARE(rehearse(w.service("api").alertTimeline, {50000, 0, 0, 0}, 20500).held.back().over, kNever);
  }

  void theTimelineKeepsWhatALookDependsOn() {
    AlertTimeline timeline;
    timeline.add({0, 1, 1, 1000});
    timeline.add({1000, 1, 1, 1000});
    QCOMPARE(timeline.sights().size(), std::size_t{1});
    timeline.add({2000, 1, 1, 500});  // from here on it looks at other times
    timeline.add({2500, 2, 2, 500});
    timeline.add({3000, 1, 2, 500});
    QCOMPARE(timeline.sights().size(), std::size_t{4});
  }
  void theTimelineIsBoundedAndItsCopiesStandStill() {
    AlertTimeline timeline;
    QVERIFY(timeline.empty());
    std::vector<AlertTimeline> copies;
    for (SimTime t = 0; t < 10000; ++t) {
      timeline.add({t * 1000, static_cast<std::int32_t>(t % 2), 1, 1000});
      timeline.add({t * 1000 + 500, static_cast<std::int32_t>(t % 2), 1, 1000});
      if (t == 70 || t == 9000) copies.push_back(timeline);
    }
    QVERIFY(timeline.forgot());
    QVERIFY(timeline.sights().size() <= AlertTimeline::kKeptSights);
    QVERIFY(timeline.sights().size() > AlertTimeline::kKeptSights - AlertTimeline::kSightsPerChunk);
    QCOMPARE(timeline.last(), (AlertSight{9999000, 1, 1, 1000}));
    QCOMPARE(copies[0].sights().size(), std::size_t{71});
    QCOMPARE(copies[0].last().t, SimTime{70000});
    QCOMPARE(copies[1].last().t, SimTime{9000000});
  }

 private:
  /// Time 20.5 s, one DOWN due; its seq.
  static std::uint64_t worldWithAlert(World& w) {
    w.apply(manifest("api", 3));
    w.runTo(20000);
    w.send(kill("api", 1));
    w.runTo(20500);
    for (auto t = w.told.rbegin(); t != w.told.rend(); ++t) {
      if (t->event.reason == Reason::AlertDown) return t->event.seq;
    }
    qFatal("no alert");
  }
};

QTEST_GUILESS_MAIN(TestAlertTimelines)
#include "test_alert_timelines.moc"
