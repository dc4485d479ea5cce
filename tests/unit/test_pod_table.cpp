// SPDX-License-Identifier: GPL-3.0-or-later
// Pods by ordinal, and copies that never see what is written after them.
#include <QTest>
#include <vector>

#include "core/base/chance.h"
#include "core/events/event_log.h"
#include "core/events/root_events.h"
#include "core/sim/pod_table.h"
#include "core/snapshot/snapshot.h"

using namespace perfect;

class PodTableTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCopyKeepsWhatItSaw() {
    PodTable table;
    for (PodOrdinal o = 0; o < 5000; ++o) table.create(o).restarts = o;
    const PodTable copy = table;
    table.write(7).restarts = 99;
    table.remove(4999);
    table.create(5000);
    QCOMPARE(copy.at(7).restarts, 7U);
    QCOMPARE(table.at(7).restarts, 99U);
    QVERIFY(copy.find(4999) != nullptr);
    QVERIFY(table.find(4999) == nullptr);
    QVERIFY(copy.find(5000) == nullptr);
    QCOMPARE(copy.size(), 5000U);
    QCOMPARE(table.size(), 5000U);
  }

  void aCopyMayBeWrittenToo() {
    PodTable a;
    for (PodOrdinal o = 0; o < 40; ++o) a.create(o);
    PodTable b = a;
    b.write(3).port = 1;
    a.write(3).port = 2;
    const PodTable c = b;
    b.write(3).port = 4;
    QCOMPARE(a.at(3).port, 2U);
    QCOMPARE(b.at(3).port, 4U);
    QCOMPARE(c.at(3).port, 1U);
  }

  void selectFindsTheNthPresentPod() {
    PodTable table;
    std::vector<PodOrdinal> present;
    for (PodOrdinal o = 0; o < 9000; ++o) table.create(o);
    for (PodOrdinal o = 0; o < 9000; ++o) {
      if (draw(3, Purpose::Victim, 0, o, 0) % 3 == 0) {
        present.push_back(o);
      } else {
        table.remove(o);
      }
    }
    QCOMPARE(table.size(), static_cast<std::uint32_t>(present.size()));
    for (std::uint32_t i = 0; i < table.size(); ++i) QCOMPARE(table.select(i).ordinal, present[i]);
    std::vector<PodOrdinal> visited;
    table.forEach(present[5], [&](const Pod& pod) {
      visited.push_back(pod.ordinal);
      return visited.size() < 10;
    });
    QCOMPARE(visited, std::vector<PodOrdinal>(present.begin() + 5, present.begin() + 15));
  }

  void aLongLifeForgetsThePlacesOfPodsLongGone() {
    PodTable table;
    PodTable early;
    for (PodOrdinal o = 0; o < 10 * kPodsPerGroup; ++o) {
      table.create(o);
      if (o >= 1000) table.remove(o - 1000);
      if (o == kPodsPerGroup) early = table;
      if (table.directorySize() > 2 * kBlocksPerGroup) QFAIL("the directory grows with the pods that are gone");
    }
    const PodOrdinal first = 10 * kPodsPerGroup - 1000;
    QCOMPARE(table.size(), 1000U);
    QCOMPARE(table.select(0).ordinal, first);
    QCOMPARE(table.select(999).ordinal, first + 999);
    QVERIFY(table.find(first - 1) == nullptr && table.find(0) == nullptr);
    QCOMPARE(early.select(0).ordinal, kPodsPerGroup - 999);
    std::vector<PodOrdinal> gone;
    std::vector<PodOrdinal> come;
    table.forEachChanged(early, [&](PodOrdinal o, const Pod* was, const Pod* now) {
      if (was != nullptr) gone.push_back(o);
      if (now != nullptr) come.push_back(o);
    });
    QCOMPARE(gone.size(), std::size_t{1000});
    QCOMPARE(come.size(), std::size_t{1000});
    QCOMPARE(gone.front(), kPodsPerGroup - 999);
    QCOMPARE(come.back(), first + 999);
  }

  void theLogKeepsTheNewestAndAViewStaysAsItWas() {
    EventLog log;
    QCOMPARE(log.view().end(), 1U);
    QCOMPARE(log.view().first(), 1U);
    Event event;
    for (SimTime t = 1; t <= 700; ++t) {
      event.t = t;
      log.append(event);
    }
    const EventLogView view = log.view();
    for (SimTime t = 701; t <= 100000; ++t) {
      event.t = t;
      log.append(event);
    }
    QCOMPARE(view.first(), 1U);
    QCOMPARE(view.end(), 701U);
    QVERIFY(!view.contains(0));
    QVERIFY(view.contains(1));
    QVERIFY(view.contains(700));
    QVERIFY(!view.contains(701));
    for (std::uint64_t seq = 1; seq <= 700; ++seq) QCOMPARE(view.at(seq).t, static_cast<SimTime>(seq));
    const EventLogView now = log.view();
    QCOMPARE(now.end(), 100001U);
    QVERIFY(now.end() - now.first() > kKeptEvents - kEventsPerChunk);
    QVERIFY(now.end() - now.first() <= kKeptEvents);
    for (std::uint64_t seq = now.first(); seq < now.end(); ++seq) QCOMPARE(now.at(seq).t, static_cast<SimTime>(seq));
    QVERIFY(log.find(now.first() - 1) == nullptr);
    QCOMPARE(log.find(100000)->t, 100000);
    QVERIFY(log.find(100001) == nullptr);
  }

  void aChainWhoseMiddleIsForgottenStillBegins() {
    EventLog log;
    RootEvents roots;
    Event event;
    event.root = 1;
    roots.add(log.append(event));
    event.cause = 1;
    log.append(event);
    for (std::size_t i = 0; i < kKeptEvents + kEventsPerChunk; ++i) log.append(event);
    event.cause = 2;
    const std::uint64_t last = log.append(event).seq;
    Snapshot snapshot;
    snapshot.events = log.view();
    snapshot.roots = std::make_shared<const RootEvents>(roots);
    QVERIFY(!snapshot.events.contains(2));
    const std::vector<Event> chain = causes(snapshot, last);
    QCOMPARE(chain.size(), std::size_t{2});
    QCOMPARE(chain.front().seq, std::uint64_t{1});
    QCOMPARE(chain.back().seq, last);
  }

  void rootsAreFoundBySeqAndAForkGoesItsOwnWay() {
    RootEvents roots;
    Event event;
    for (std::uint64_t seq = 3; seq <= 3000; seq += 3) {
      event.seq = seq;
      roots.add(event);
    }
    const RootEvents view = roots;
    RootEvents fork = roots.fork();
    event.seq = 3001;
    roots.add(event);
    event.seq = 3002;
    fork.add(event);
    QCOMPARE(view.size(), std::size_t{1000});
    QVERIFY(roots.find(3001) != nullptr && roots.find(3002) == nullptr);
    QVERIFY(fork.find(3002) != nullptr && fork.find(3001) == nullptr);
    QVERIFY(view.find(3001) == nullptr && view.find(1) == nullptr && view.find(4) == nullptr);
    QCOMPARE(view.find(1500)->seq, std::uint64_t{1500});
  }
};

QTEST_GUILESS_MAIN(PodTableTest)
#include "test_pod_table.moc"
