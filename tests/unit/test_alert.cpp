// SPDX-License-Identifier: GPL-3.0-or-later
//
// Timelines of the alert state machine: what happens to a service, with which knobs -> which mails when.
// A timeline is "second:ready/desired …"; the answer "second DOWN" or "second UP" and, in brackets, the
// rules that held a mail back.
#include <QtTest>

#include "core/alerts/alert.h"

using namespace perfect;

namespace {

struct Look {
  SimTime t;
  std::int32_t ready;
  std::int32_t desired;
};

std::vector<Look> parseTimeline(const QString& text) {
  std::vector<Look> looks;
  for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const QStringList timeAndCounts = word.split(QLatin1Char(':'));
    const QStringList counts = timeAndCounts[1].split(QLatin1Char('/'));
    looks.push_back({static_cast<SimTime>(timeAndCounts[0].toDouble() * 1000), counts[0].toInt(), counts[1].toInt()});
  }
  return looks;
}

QString word(AlertDecision decision) {
  switch (decision) {
    case AlertDecision::SendDown:
      return QStringLiteral("DOWN");
    case AlertDecision::SendUp:
      return QStringLiteral("UP");
    case AlertDecision::HeldByConfirm:
      return QStringLiteral("(confirm)");
    case AlertDecision::HeldByCooldown:
      return QStringLiteral("(cooldown)");
    case AlertDecision::HeldByGrace:
      return QStringLiteral("(grace)");
  }
  return {};
}

/// Looks whenever the counts change, whenever the plan asks for it, and every `period` ms (0: not besides).
QStringList play(const std::vector<Look>& looks, const AlertSettings& settings, Millis period,
                 AlertState* last = nullptr) {
  QStringList told;
  AlertState state;
  SimTime wakeAt = kNever;
  const auto look = [&](SimTime t, const Look& counts) {
    const AlertPlan plan = planAlert(state, settings, counts.desired, counts.ready, t);
    for (const AlertDecision decision : plan.decisions) {
      told << QStringLiteral("%1 %2").arg(QString::number(static_cast<double>(t) / 1000), word(decision));
    }
    state = plan.state;
    wakeAt = plan.wakeAt;
  };
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const SimTime end = i + 1 < looks.size() ? looks[i + 1].t : looks[i].t + 1000000;
    look(looks[i].t, looks[i]);
    for (SimTime t = looks[i].t; t < end;) {
      const SimTime nextLook = period > 0 ? (t / period + 1) * period : kNever;
      t = std::min(nextLook, wakeAt);
      if (t < end) look(t, looks[i]);
    }
  }
  if (last != nullptr) *last = state;
  return told;
}

}  // namespace

class TestAlert : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void timelines_data() {
    QTest::addColumn<QList<int>>("knobs");  // confirm DOWN, confirm UP, cooldown, grace; seconds
    QTest::addColumn<QString>("timeline");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const QList<int>& knobs, const char* timeline, const char* told) {
      QTest::newRow(name) << knobs << QString::fromUtf8(timeline) << QString::fromUtf8(told);
    };
    const QList<int> defaults{0, 0, 0, 5};

    row("comes up inside the grace: nothing", defaults, "0:0/3 3:3/3", "0 (grace)");
    row("comes up too late: one DOWN, one UP", defaults, "0:0/3 9:3/3", "0 (grace), 5 DOWN, 9 UP");
    row("a chaos kill: one DOWN, one UP", defaults, "0:0/3 3:3/3 20:2/3 23:3/3", "0 (grace), 20 DOWN, 23 UP");
    row("first seen UP is the baseline", defaults, "0:3/3", "");
    row("first seen at 0 replicas is the baseline", defaults, "0:0/0", "");
    row("first seen DOWN without grace is the baseline", {0, 0, 0, 0}, "0:0/3 3:3/3", "3 UP");
    row("more ready than desired is UP", defaults, "0:4/3 10:3/3", "");
    row("half down is DOWN", defaults, "0:3/3 10:1/3 12:2/3 15:3/3", "10 DOWN, 15 UP");
    row("down for good: one mail", defaults, "0:3/3 10:0/3 20:1/3 30:0/3", "10 DOWN");

    row("DOWN must last", {4, 0, 0, 5}, "0:3/3 10:2/3", "10 (confirm), 14 DOWN");
    row("flapping faster than confirm: nothing", {4, 0, 0, 5}, "0:3/3 10:2/3 13:3/3 14:2/3 17:3/3 18:2/3 21:3/3",
        "10 (confirm), 14 (confirm), 18 (confirm)");
    row("exactly as long as confirm counts", {4, 0, 0, 5}, "0:3/3 10:2/3 14:3/3", "10 (confirm)");
    row("just longer than confirm counts", {4, 0, 0, 5}, "0:3/3 10:2/3 14.001:3/3", "10 (confirm), 14 DOWN, 14.001 UP");
    row("a worse count does not start confirm anew", {4, 0, 0, 5}, "0:3/3 10:2/3 12:1/3", "10 (confirm), 14 DOWN");
    row("UP must last", {0, 6, 0, 5}, "0:3/3 10:2/3 12:3/3", "10 DOWN, 12 (confirm), 18 UP");
    row("UP that does not last", {0, 6, 0, 5}, "0:3/3 10:2/3 12:3/3 15:2/3", "10 DOWN, 12 (confirm)");

    row("recovery during cooldown comes when it ends", {0, 0, 60, 5}, "0:3/3 10:2/3 12:3/3",
        "10 DOWN, 12 (cooldown), 70 UP");
    row("flapping inside cooldown, in the end UP", {0, 0, 60, 5}, "0:3/3 10:2/3 12:3/3 14:2/3 16:3/3",
        "10 DOWN, 12 (cooldown), 16 (cooldown), 70 UP");
    row("flapping inside cooldown, in the end DOWN", {0, 0, 60, 5}, "0:3/3 10:2/3 12:3/3 14:2/3",
        "10 DOWN, 12 (cooldown)");
    row("cooldown over long ago", {0, 0, 60, 5}, "0:3/3 10:2/3 90:3/3", "10 DOWN, 90 UP");
    row("each mail begins a cooldown", {0, 0, 60, 5}, "0:3/3 10:2/3 80:3/3 81:2/3",
        "10 DOWN, 80 UP, 81 (cooldown), 140 DOWN");
    row("confirm, then cooldown", {0, 20, 60, 5}, "0:3/3 10:2/3 12:3/3", "10 DOWN, 12 (confirm), 32 (cooldown), 70 UP");
    row("confirm that ends behind the cooldown", {0, 20, 60, 5}, "0:3/3 10:2/3 60:3/3", "10 DOWN, 60 (confirm), 80 UP");

    row("scale 0, 5, 0 inside grace", defaults, "0:0/0 10:0/5 13:0/0", "10 (grace)");
    row("scale 0, 5, up inside grace", defaults, "0:0/0 10:0/5 13:5/5 30:4/5", "10 (grace), 30 DOWN");
    row("scale 0, 5: still down when grace ends", defaults, "0:0/0 10:0/5", "10 (grace), 15 DOWN");
    row("more desired while UP", defaults, "0:3/3 10:3/5 12:5/5", "10 (grace)");
    row("more desired while UP: still down when grace ends", defaults, "0:3/3 10:3/5 20:5/5",
        "10 (grace), 15 DOWN, 20 UP");
    row("each rise begins a grace", defaults, "0:3/3 10:3/5 13:3/6", "10 (grace), 18 DOWN");
    row("fewer desired begins none", defaults, "0:5/5 10:2/3", "10 DOWN");
    row("grace, then confirm", {8, 0, 0, 5}, "0:3/3 10:3/5", "10 (confirm), 18 DOWN");
    row("confirm, then grace", {2, 0, 0, 5}, "0:3/3 10:3/5", "10 (confirm), 12 (grace), 15 DOWN");
    row("an UP inside grace waits for its end: the last mail is no lie", defaults, "0:3/3 10:2/3 20:2/5 22:5/5",
        "10 DOWN, 22 (grace), 25 UP");
    row("a rise while DOWN is told already", defaults, "0:3/3 10:2/3 20:2/5", "10 DOWN");

    row("scaled to 0 while down says nothing", defaults, "0:3/3 10:2/3 20:0/0", "10 DOWN");
    row("down, scaled to 0, back: the DOWN is answered", defaults, "0:3/3 10:2/3 20:0/0 30:0/3 32:3/3",
        "10 DOWN, 32 (grace), 35 UP");
    row("down, scaled to 0, down again: not twice", defaults, "0:3/3 10:2/3 20:0/0 30:0/3", "10 DOWN");
    row("UP, scaled to 0, UP: nothing", defaults, "0:3/3 10:0/0 20:0/3 22:3/3", "20 (grace)");
  }
  void timelines() {
    QFETCH(QList<int>, knobs);
    QFETCH(QString, timeline);
    QFETCH(QString, told);
    QCOMPARE(play(parseTimeline(timeline), settingsOf(knobs), 0).join(QStringLiteral(", ")), told);
  }

  /// The controller looks at every tick; looking more often changes no mail.
  void looksBetweenChangesMakeNoDifference_data() { timelines_data(); }
  void looksBetweenChangesMakeNoDifference() {
    QFETCH(QList<int>, knobs);
    QFETCH(QString, timeline);
    QFETCH(QString, told);
    QCOMPARE(play(parseTimeline(timeline), settingsOf(knobs), 250).join(QStringLiteral(", ")), told);
  }

  /// Whatever happens: DOWN and UP alternate, mails keep the cooldown, and in the end the last mail is true.
  void randomTimelinesKeepTheRules() {
    std::uint32_t chance = 1;
    const auto draw = [&chance](std::uint32_t below) {
      chance = chance * 1664525U + 1013904223U;
      return static_cast<std::int32_t>((chance >> 8U) % below);
    };
    for (int round = 0; round < 500; ++round) {
      const AlertSettings settings{draw(5) * 1000, draw(5) * 1000, draw(3) * 10000, draw(3) * 2500};
      std::vector<Look> looks{{0, 3, 3}};
      for (int i = 0; i < 30; ++i) looks.push_back({looks.back().t + 500 * (1 + draw(12)), draw(5), draw(4)});
      AlertState state;
      const QStringList told = play(looks, settings, 0, &state);
      QString lastMail = QStringLiteral("UP");
      double lastAt = -1e9;
      for (const QString& line : told) {
        const QString what = line.section(QLatin1Char(' '), 1);
        if (what.startsWith(QLatin1Char('('))) continue;
        QVERIFY2(what != lastMail, qPrintable(told.join(QStringLiteral(", "))));
        const double at = line.section(QLatin1Char(' '), 0, 0).toDouble();
        QVERIFY(at - lastAt >= static_cast<double>(settings.cooldown) / 1000);
        lastMail = what;
        lastAt = at;
      }
      if (looks.back().desired > 0) {
        QCOMPARE(lastMail, looks.back().ready >= looks.back().desired ? QStringLiteral("UP") : QStringLiteral("DOWN"));
      }
    }
  }

  void theStateSaysWhatTheDocumentShows() {
    AlertState state;
    play(parseTimeline(QStringLiteral("0:0/3 3:3/3 20:2/3 23:3/3")), {}, 0, &state);
    QCOMPARE(state.status, AlertStatus::Up);
    QCOMPARE(state.notified, AlertStatus::Up);
    QCOMPARE(state.lastChange, SimTime{23000});
    QCOMPARE(state.lastNotified, SimTime{23000});
    QCOMPARE(state.lastDown, SimTime{20000});
    QCOMPARE(state.pending, AlertStatus::Unknown);
    QCOMPARE(state.previousDesired, 3);
    QCOMPARE(state.suppressUntil, SimTime{5000});
  }

  void aPausedClockAsksNothing() {
    const AlertPlan first = planAlert({}, {4000, 0, 0, 0}, 3, 3, 0);
    const AlertPlan down = planAlert(first.state, {4000, 0, 0, 0}, 3, 2, 1000);
    QCOMPARE(down.wakeAt, SimTime{5000});
    const AlertPlan again = planAlert(down.state, {4000, 0, 0, 0}, 3, 2, 1000);
    QVERIFY(again.decisions.empty());
    QCOMPARE(again.state, down.state);
  }

  void servicesKnowNothingOfEachOther() {
    const QStringList alone = play(parseTimeline(QStringLiteral("0:3/3 10:2/3 20:3/3")), {0, 0, 60000, 5000}, 0);
    AlertState a;
    AlertState b;
    QStringList mails;
    for (const Look& look : parseTimeline(QStringLiteral("0:3/3 10:2/3 20:3/3 70:3/3"))) {
      const AlertPlan forA = planAlert(a, {0, 0, 60000, 5000}, look.desired, look.ready, look.t);
      const AlertPlan forB = planAlert(b, {0, 0, 60000, 5000}, look.desired, look.ready, look.t);
      QCOMPARE(forA.decisions, forB.decisions);
      for (const AlertDecision decision : forA.decisions) mails << word(decision);
      a = forA.state;
      b = forB.state;
    }
    QCOMPARE(mails.join(QLatin1Char(' ')), QStringLiteral("DOWN (cooldown) UP"));
    QCOMPARE(alone.size(), 3);
  }

 private:
  static AlertSettings settingsOf(const QList<int>& knobs) {
    return {knobs[0] * 1000, knobs[1] * 1000, knobs[2] * 1000, knobs[3] * 1000};
  }
};

QTEST_GUILESS_MAIN(TestAlert)
#include "test_alert.moc"
