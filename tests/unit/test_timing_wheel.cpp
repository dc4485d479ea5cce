// SPDX-License-Identifier: GPL-3.0-or-later
// The queue against a plain sorted list: same order for random times, near and far, whatever was cascaded.
#include <QTest>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "core/base/chance.h"
#include "core/sim/port_pool.h"
#include "core/sim/timing_wheel.h"

using namespace perfect;

class TimingWheelTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void takesInOrderOfTimeThenInsertion_data() {
    QTest::addColumn<quint64>("span");
    for (const quint64 span : {3ULL, 300ULL, 70000ULL, 20000000ULL, 5000000000ULL}) {
      QTest::addRow("up to %llu ms ahead", span) << span;
    }
  }

  void takesInOrderOfTimeThenInsertion() {
    QFETCH(quint64, span);
    TimingWheel wheel;
    std::map<std::pair<SimTime, PodOrdinal>, int> model;  // ordinals count insertions
    PodOrdinal inserted = 0;
    SimTime now = 0;
    for (std::uint64_t round = 0; round < 20000; ++round) {
      const std::uint64_t bits = draw(1, Purpose::Victim, span, round, 0);
      if (model.empty() || bits % 5 < 3) {
        const SimTime at = now + static_cast<SimTime>((bits >> 8U) % span);
        wheel.push({at, 0, inserted});
        model[{at, inserted++}] = 0;
        continue;
      }
      const auto first = model.begin()->first;
      QCOMPARE(wheel.nextTime(), first.first);
      now = first.first;
      TimingWheel::Entry entry;
      QVERIFY(wheel.take(now, entry));
      QCOMPARE(entry.pod, first.second);
      QCOMPARE(entry.time, first.first);
      model.erase(model.begin());
    }
    while (!model.empty()) {
      TimingWheel::Entry entry;
      QVERIFY(wheel.take(wheel.nextTime(), entry));
      QCOMPARE(entry.pod, model.begin()->first.second);
      model.erase(model.begin());
    }
    QCOMPARE(wheel.nextTime(), kNever);
  }

  void anEntryForNowJoinsTheEndOfTheInstant() {
    TimingWheel wheel;
    wheel.push({5, 0, 1});
    wheel.push({5, 0, 2});
    TimingWheel::Entry entry;
    QVERIFY(wheel.take(5, entry));
    wheel.push({5, 0, 3});
    QVERIFY(wheel.take(5, entry));
    QCOMPARE(entry.pod, 2U);
    QVERIFY(wheel.take(5, entry));
    QCOMPARE(entry.pod, 3U);
    QVERIFY(!wheel.take(5, entry));
  }

  void aSweepKeepsTheOrderOfTheRest() {
    TimingWheel wheel;
    std::vector<TimingWheel::Entry> entries;
    for (std::uint32_t i = 0; i < 20000; ++i) {
      const auto time = static_cast<SimTime>(draw(5, Purpose::Victim, 0, i, 0) % (i % 3 == 0 ? 50 : 50000000));
      entries.push_back({time, 0, i});
      wheel.push(entries.back());
    }
    const auto counts = [](const TimingWheel::Entry& entry) { return entry.pod % 7 != 0; };
    const auto byTime = [](const auto& a, const auto& b) { return a.time < b.time; };
    std::stable_sort(entries.begin(), entries.end(), byTime);
    std::size_t taken = 0;
    for (TimingWheel::Entry entry; wheel.size() > 15000; ++taken) {
      QVERIFY(wheel.take(wheel.nextTime(), entry));
      QCOMPARE(entry.pod, entries[taken].pod);
    }
    entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(taken));
    std::erase_if(entries, [&](const TimingWheel::Entry& entry) { return !counts(entry); });
    wheel.sweep(counts);
    QCOMPARE(wheel.size(), entries.size());
    for (const TimingWheel::Entry& expected : entries) {
      TimingWheel::Entry entry;
      QCOMPARE(wheel.nextTime(), expected.time);
      QVERIFY(wheel.take(expected.time, entry));
      QCOMPARE(entry.pod, expected.pod);
    }
    QCOMPARE(wheel.nextTime(), kNever);
    QCOMPARE(wheel.size(), std::size_t{0});
  }

  // In the middle of an instant with more entries than one block holds, some of them taken already.
  void aSweepInTheMiddleOfAnInstantLosesNothing_data() {
    QTest::addColumn<int>("taken");
    for (const int taken : {0, 1, 100, 253, 254, 300}) QTest::addRow("%d taken", taken) << taken;
  }

  void aSweepInTheMiddleOfAnInstantLosesNothing() {
    QFETCH(int, taken);
    TimingWheel wheel;
    for (PodOrdinal i = 0; i < 1000; ++i) wheel.push({7, 0, i});
    TimingWheel::Entry entry;
    for (int i = 0; i < taken; ++i) QVERIFY(wheel.take(7, entry));
    wheel.sweep([](const TimingWheel::Entry& e) { return e.pod % 2 == 0; });
    std::vector<PodOrdinal> left;
    while (wheel.take(7, entry)) left.push_back(entry.pod);
    std::vector<PodOrdinal> expected;
    for (PodOrdinal i = 0; i < 1000; ++i) {
      if (i % 2 == 0 && i >= static_cast<PodOrdinal>(taken)) expected.push_back(i);
    }
    QCOMPARE(left, expected);
    QCOMPARE(wheel.size(), std::size_t{0});
    QCOMPARE(wheel.blocksInUse(), std::size_t{0});
  }

  // However long it runs: taken, swept, cascaded or forgotten, a block is used again.
  void blocksAreUsedAgain() {
    TimingWheel wheel;
    TimingWheel::Entry entry;
    const auto none = [](const TimingWheel::Entry&) { return false; };
    for (int round = 1; round <= 20; ++round) {
      const SimTime now = round * SimTime{100000000};
      for (PodOrdinal i = 0; i < 3000; ++i) wheel.push({now + i * 20011, 0, i});
      for (int i = 0; i < 2000; ++i) QVERIFY(wheel.take(wheel.nextTime(), entry));
      wheel.sweep(none);
      QCOMPARE(wheel.size(), std::size_t{0});
      QCOMPARE(wheel.nextTime(), kNever);
      QCOMPARE(wheel.blocksInUse(), std::size_t{0});
    }
    const SimTime later = SimTime{100000000} * 40;
    wheel.push({later, 0, 1});
    QVERIFY(wheel.take(later, entry));
    wheel.push({later + 5, 0, 2});
    wheel.clear();
    QCOMPARE(wheel.size(), std::size_t{0});
    QCOMPARE(wheel.nextTime(), kNever);
    QCOMPARE(wheel.blocksInUse(), std::size_t{0});
    // It has forgotten its entries, not the time.
    wheel.push({later + 3, 0, 3});
    QCOMPARE(wheel.nextTime(), later + 3);
    QVERIFY(wheel.take(later + 3, entry));
    QCOMPARE(entry.pod, 3U);
  }

  void portsAreAlwaysTheLowestFree() {
    PortPool pool;
    std::map<std::uint32_t, bool> taken;
    for (std::uint64_t round = 0; round < 30000; ++round) {
      const std::uint64_t bits = draw(2, Purpose::Victim, 0, round, 0);
      if (taken.empty() || bits % 8 < 6 - round / 10000) {
        std::uint32_t lowest = kFirstPort;
        while (taken.count(lowest) != 0) ++lowest;
        if (taken.size() < 300 || round % 64 == 0)
          QCOMPARE(pool.take(), lowest);
        else
          lowest = pool.take();
        QVERIFY(taken.emplace(lowest, true).second);
        continue;
      }
      auto it = taken.lower_bound(kFirstPort + below(bits, static_cast<std::uint32_t>(taken.size())));
      if (it == taken.end()) it = taken.begin();
      pool.giveBack(it->first);
      taken.erase(it);
    }
  }
};

QTEST_GUILESS_MAIN(TimingWheelTest)
#include "test_timing_wheel.moc"
