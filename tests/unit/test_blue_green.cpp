// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "core/reconcile/analysis.h"
#include "core/reconcile/blue_green.h"
#include "core/reconcile/progress.h"

using namespace perfect;

Q_DECLARE_METATYPE(perfect::SwitchInput)
Q_DECLARE_METATYPE(perfect::ProgressMark)

namespace {

SwitchInput full(std::int32_t n = 3) {
  SwitchInput in;
  in.desired = n;
  in.green = {n, n};
  return in;
}
template <typename Change>
SwitchInput with(SwitchInput in, Change change) {
  change(in);
  return in;
}

}  // namespace

class BlueGreenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void trafficMovesWhenAllOfGreenIsAvailable_data();
  void trafficMovesWhenAllOfGreenIsAvailable();
  void anIntervalIsMeasured_data();
  void anIntervalIsMeasured();
  void analysisCounts();
  void anyBetterCountIsProgress_data();
  void anyBetterCountIsProgress();
  void deadlineIsStrict_data();
  void deadlineIsStrict();
};

void BlueGreenTest::trafficMovesWhenAllOfGreenIsAvailable_data() {
  QTest::addColumn<SwitchInput>("input");
  QTest::addColumn<int>("traffic");
  QTest::addColumn<bool>("waits");
  QTest::addColumn<bool>("stable");
  const int stays = static_cast<int>(Traffic::Stays);
  const int green = static_cast<int>(Traffic::ToGreen);
  const int back = static_cast<int>(Traffic::ToStable);
  using I = SwitchInput;
  QTest::newRow("all available") << full() << green << false << true;
  QTest::newRow("one short") << with(full(), [](I& i) { i.green.available = 2; }) << stays << false << false;
  QTest::newRow("too small") << with(full(), [](I& i) { i.green = {2, 2}; }) << stays << false << false;
  QTest::newRow("by hand: waits") << with(full(), [](I& i) { i.autoPromote = false; }) << stays << true << false;
  QTest::newRow("by hand: promoted") << with(full(), [](I& i) {
    i.autoPromote = false;
    i.promoted = true;
  }) << green << false << true;
  QTest::newRow("promoted but one pod lost") << with(full(), [](I& i) {
    i.promoted = true;
    i.green.available = 2;
  }) << stays << false << false;
  QTest::newRow("waiting goes on while a pod is lost") << with(full(), [](I& i) {
    i.autoPromote = false;
    i.waitedFor = 0;
    i.green.available = 2;
  }) << stays << true << false;
  QTest::newRow("paused by a user") << with(full(), [](I& i) { i.userPaused = true; }) << stays << true << false;
  QTest::newRow("timed: not yet") << with(full(), [](I& i) {
    i.autoPromoteAfter = 10000;
    i.waitedFor = 10000;
  }) << stays << true << false;
  QTest::newRow("timed: over") << with(full(), [](I& i) {
    i.autoPromoteAfter = 10000;
    i.waitedFor = 10001;
  }) << green << false << true;
  QTest::newRow("timed, paused by a user") << with(full(), [](I& i) {
    i.autoPromoteAfter = 10000;
    i.waitedFor = 60000;
    i.userPaused = true;
  }) << stays << true << false;
  QTest::newRow("timed: the wait begins")
      << with(full(), [](I& i) { i.autoPromoteAfter = 10000; }) << stays << true << false;
  QTest::newRow("promoted fully") << with(full(), [](I& i) {
    i.autoPromote = false;
    i.promoteFull = true;
  }) << green << false << true;
  QTest::newRow("nothing serves yet: no wait") << with(full(), [](I& i) {
    i.autoPromote = false;
    i.somethingServes = false;
  }) << green << false << true;
  QTest::newRow("aborted") << with(full(), [](I& i) {
    i.greenServes = true;
    i.aborted = true;
  }) << back << false << false;
  QTest::newRow("measured before it is stable")
      << with(full(), [](I& i) { i.measuresFirst = true; }) << green << false << false;
  QTest::newRow("serves, still measured") << with(full(), [](I& i) {
    i.greenServes = true;
    i.measuresFirst = true;
  }) << stays << false << false;
  QTest::newRow("one that shrinks to the preview size is not previewed yet") << with(full(5), [](I& i) {
    i.green = {5, 3};
    i.previewSize = 3;
    i.autoPromote = false;
  }) << stays << false << false;
  QTest::newRow("preview size is not enough") << with(full(5), [](I& i) {
    i.green = {3, 3};
    i.previewSize = 3;
    i.autoPromote = false;
    i.promoted = true;
  }) << stays << false << false;
}

void BlueGreenTest::trafficMovesWhenAllOfGreenIsAvailable() {
  QFETCH(SwitchInput, input);
  const SwitchPlan plan = planSwitch(input);
  QTEST(static_cast<int>(plan.traffic), "traffic");
  QTEST(plan.waits, "waits");
  QTEST(plan.greenIsStable, "stable");
}

void BlueGreenTest::anIntervalIsMeasured_data() {
  QTest::addColumn<qint64>("served");
  QTest::addColumn<qint64>("failed");
  QTest::addColumn<int>("limit");
  QTest::addColumn<int>("share");  // -1: no measurement
  QTest::addColumn<bool>("fails");
  QTest::newRow("no traffic is no measurement") << 0LL << 0LL << 5000 << -1 << false;
  QTest::newRow("at the limit") << 200000LL << 10000LL << 5000 << 5000 << false;
  QTest::newRow("a thousandth of a request above it") << 200000LL << 10001LL << 5000 << 5000 << true;
  QTest::newRow("nothing allowed") << 1000LL << 1LL << 0 << 100 << true;
  QTest::newRow("all fail, all allowed") << 1000LL << 1000LL << 100000 << 100000 << false;
  QTest::newRow("very many requests") << 9000000000000000000LL << 900000000000000000LL << 5000 << 9999 << true;
}

void BlueGreenTest::anIntervalIsMeasured() {
  QFETCH(qint64, served);
  QFETCH(qint64, failed);
  QFETCH(int, limit);
  QFETCH(int, share);
  const auto measured = measureInterval(served, failed, limit);
  QCOMPARE(measured.has_value(), share >= 0);
  if (!measured) return;
  QTEST(measured->failedShare, "share");
  QTEST(measured->failed, "fails");
}

void BlueGreenTest::analysisCounts() {
  Analysis analysis;
  analysis.count = 3;
  analysis.failureLimit = 1;
  AnalysisState state;
  state.taken = 3;
  state.sinceStep = 3;
  state.failed = 1;
  QVERIFY(!analysisFailed(state, analysis));
  QVERIFY(measuredEnough(state, analysis, false));
  QVERIFY(!measuredEnough(state, analysis, true));
  state.taken = 4;
  QVERIFY(measuredEnough(state, analysis, true));
  state.failed = 2;
  QVERIFY(analysisFailed(state, analysis));
}

void BlueGreenTest::anyBetterCountIsProgress_data() {
  QTest::addColumn<ProgressMark>("now");
  QTest::addColumn<bool>("expected");
  QTest::newRow("the same") << ProgressMark{4, 6, 8, 8} << false;
  QTest::newRow("more updated") << ProgressMark{5, 6, 8, 8} << true;
  QTest::newRow("fewer old") << ProgressMark{4, 5, 8, 8} << true;
  QTest::newRow("more ready") << ProgressMark{4, 6, 9, 8} << true;
  QTest::newRow("more available") << ProgressMark{4, 6, 8, 9} << true;
  QTest::newRow("all worse") << ProgressMark{3, 7, 7, 7} << false;
}

void BlueGreenTest::anyBetterCountIsProgress() {
  QFETCH(ProgressMark, now);
  QTEST(progressed({4, 6, 8, 8}, now), "expected");
}

void BlueGreenTest::deadlineIsStrict_data() {
  QTest::addColumn<int>("state");
  QTest::addColumn<int>("deadline");  // -1: none
  QTest::addColumn<int>("since");
  QTest::addColumn<bool>("expected");
  const int running = static_cast<int>(DeadlineState::Running);
  QTest::newRow("before") << running << 10000 << 9999 << false;
  QTest::newRow("at") << running << 10000 << 10000 << false;
  QTest::newRow("after") << running << 10000 << 10001 << true;
  QTest::newRow("none") << running << -1 << 99999 << false;
  QTest::newRow("complete never") << static_cast<int>(DeadlineState::Complete) << 10000 << 99999 << false;
  QTest::newRow("exceeded stays") << static_cast<int>(DeadlineState::Exceeded) << 10000 << 0 << true;
}

void BlueGreenTest::deadlineIsStrict() {
  QFETCH(int, state);
  QFETCH(int, deadline);
  QFETCH(int, since);
  const auto limit = deadline < 0 ? std::optional<Millis>{} : std::optional<Millis>{deadline};
  QTEST(deadlineExceeded(static_cast<DeadlineState>(state), limit, Millis{since}), "expected");
}

QTEST_GUILESS_MAIN(BlueGreenTest)
#include "test_blue_green.moc"
