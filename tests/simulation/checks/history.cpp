// SPDX-License-Identifier: GPL-3.0-or-later
//
// Events are strictly ordered; a cause comes before its effect; every chain ends at a Command or the clock; the log in
// the snapshot, the counters by level, what is counted over a service's life and the roots agree with what was told.
#include <algorithm>
#include <map>
#include <optional>

#include "tests/simulation/checks/checks.h"
#include "tests/simulation/picture.h"

namespace perfect::storm {

namespace {

/// What begins by itself: nobody ordered it.
bool isTheClocks(Reason reason) { return reason == Reason::SessionStarted || reason == Reason::ContainerDied; }

class History : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const Event& e : *m.events) hear(m, e, f);
    const EventLogView& log = m.now->events;
    f.expect(log.end() == m_told.size() + 1, "history",
             [] { return "the snapshot's log is not as long as the history"; });
    for (const Event& e : *m.events) {
      f.expect(log.contains(e.seq) && sameEvent(log.at(e.seq), e), "history",
               [&] { return "logged otherwise: " + told(e); });
      if (m.stage == Stage::Command && e.cause == 0 && e.root == e.seq) {
        const Event* kept = m.now->roots->find(e.seq);
        f.expect(kept != nullptr && sameEvent(*kept, e), "history", [&] { return "not kept as a root: " + told(e); });
      }
    }
    for (const ServiceStep& step : m.services) {
      if (step.is != nullptr && step.changed) compareCounts(*step.is, f);
    }
  }

 private:
  struct Told {
    SimTime t;
    std::uint64_t root;
  };

  void hear(const Moment& m, const Event& e, Findings& f) {
    f.expect(e.seq == m_told.size() + 1, "history", [&] { return "a number is missing before " + told(e); });
    f.expect(e.t == m.t, "history", [&] { return "told at another time: " + told(e); });
    f.expect(m_told.empty() || m_told.back().t <= e.t, "history",
             [&] { return "earlier than the one before: " + told(e); });
    f.expect(e.cause < e.seq, "history", [&] { return "caused by what came later: " + told(e); });
    if (e.cause == 0) {
      // What one Command did to several pods has the first of it as its root.
      const bool own = e.root == e.seq || (m.stage == Stage::Command && e.root == m.events->front().seq);
      f.expect(own, "history", [&] { return "begins a chain with another root: " + told(e); });
      f.expect(m.stage == Stage::Command || isTheClocks(e.reason), "history",
               [&] { return "neither a Command nor the clock began " + told(e); });
    } else if (e.cause < e.seq) {
      const Told& cause = m_told[e.cause - 1];
      f.expect(e.root == cause.root, "history", [&] { return "its root is not its cause's: " + told(e); });
      f.expect(cause.t <= e.t, "history", [&] { return "earlier than its cause: " + told(e); });
    }
    f.expect(e.reason != Reason::None && e.reason < Reason::Count_, "history",
             [] { return "an event without a reason"; });
    m_told.push_back({e.t, e.root});
    if (e.service == kNoService) return;
    ++m_levels[e.service][static_cast<std::size_t>(info(e.reason).level)];
    if (const auto tally = tallied(e)) ++m_tallies[e.service][static_cast<std::size_t>(*tally)];
  }

  /// What of a service's life is counted beside its events.
  static std::optional<Tally> tallied(const Event& e) {
    if (e.reason == Reason::RolloutCompleted) return Tally::RolloutCompleted;
    if (e.reason == Reason::RolloutAborted) return Tally::RolloutAborted;
    if (e.reason == Reason::ProgressDeadlineExceeded || e.reason == Reason::AnalysisRunFailed)
      return Tally::RolloutFailed;
    if (e.reason == Reason::RolledBack) return Tally::RolledBack;
    if (e.reason == Reason::AlertDown) return Tally::AlertDown;
    if (e.reason == Reason::AlertUp) return Tally::AlertUp;
    if (e.reason != Reason::SuccessfulRescale) return std::nullopt;
    return e.facts[1] < e.facts[0] ? Tally::RescaledDown : Tally::RescaledUp;
  }

  void compareCounts(const ServiceState& s, Findings& f) {
    f.expect(m_tallies[s.index] == s.tallies, "history",
             [&] { return s.spec->name + ": what is counted over its life is not what was told"; });
    const auto& levels = m_levels[s.index];
    f.expect(std::equal(levels.begin(), levels.end(), s.eventsByLevel), "history",
             [&] { return s.spec->name + ": its events by level are not those that were told"; });
  }

  std::vector<Told> m_told;
  std::map<ServiceIndex, std::array<std::int64_t, 3>> m_levels;
  std::map<ServiceIndex, Tallies> m_tallies;
};

}  // namespace

std::unique_ptr<Checker> checkHistory() { return std::make_unique<History>(); }

}  // namespace perfect::storm
