// SPDX-License-Identifier: GPL-3.0-or-later
//
// What `until` and `expect` compare: the present counts of a service, and what was seen of it since the
// last expect. Looks at counters and at new events only, never at pods.
// Invariant: events and low-water marks are kept for the services whose conditions ask for them.
// Thread rule: the engine's thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/scenario/scenario.h"
#include "core/sim/engine.h"

namespace perfect {

/// How a step looks for events and low-water marks. An expect looks back to the last expect about the service; those
/// that follow one another in the same instant share one stretch of history. An until looks for an event behind the
/// one the step before it found, or behind that step's end.
enum class Looking : std::uint8_t { Expect, Until };

class Watch {
 public:
  explicit Watch(const Scenario& scenario);

  /// Mails and events count from here.
  void begin(const Engine& engine);
  /// True when some condition needs observe() at every instant, not only while it is checked.
  bool remembers() const { return m_remembers; }
  /// Takes note of the present moment. Cost: the new events and the remembered services.
  void observe(const Engine& engine);
  /// Empty when everything set in the condition holds now; else what is so instead: "3 of 5 ready, version v1".
  /// Requires observe() since the engine last did something.
  std::string differences(const Condition& condition, const Engine& engine, Looking looking) const;
  /// This condition has held, and its step is done.
  void conditionHeld(const Condition& condition, const Engine& engine, Looking looking);

 private:
  /// Least ready pods since the first moment with as many ready as desired; none before that.
  struct LowMark {
    bool begun = false;
    std::int32_t low = 0;
    void take(std::int32_t ready);
    void join(const LowMark& other);
  };
  struct Memory {
    ServiceIndex index = kNoService;  ///< a service that is made anew begins anew
    LowMark low;                      ///< since the last expect
    LowMark groupLow;                 ///< of the stretch that ended at groupAt
    SimTime groupAt = kNever;
    std::uint64_t groupBegin = 0;  ///< events behind this seq belong to that stretch
    std::uint64_t groupEnd = 0;
    std::uint64_t untilBehind = 0;  ///< an until looks for events behind this seq
    std::map<Reason, std::uint64_t> lastSeen;
    std::int32_t mails = 0;
  };
  void observeEvents(const Engine& engine);
  std::string countDifference(const Condition& condition, const ServiceState* service) const;
  std::string memoryDifference(const Condition& condition, const Engine& engine, Looking looking) const;
  static std::uint64_t lastSeen(const Memory& memory, const std::string& code);

  std::map<std::string, Memory, std::less<>> m_memories;
  std::uint64_t m_scanned = 0;
  bool m_remembers = false;
  bool m_readsEvents = false;
};

}  // namespace perfect
