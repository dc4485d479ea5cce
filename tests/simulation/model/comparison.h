// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compares an Engine with a plain Model that got the same Commands at the same times: what was told, what was answered,
// and what is there now. Says the first difference so that a person can see what it is about.
// Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <string>

#include "core/sim/engine.h"
#include "tests/simulation/model/model.h"

namespace perfect::test {

class Comparison {
 public:
  /// Requires that both outlive it, and that compare() comes before the Engine forgets events.
  Comparison(Engine& engine, Model& model) : m_engine(&engine), m_model(&model) {}

  /// Events since the last call and the present state; the first difference, or empty.
  std::string compare();
  /// The answers to one Command; the difference, or empty.
  static std::string compareAnswers(const Answer& engine, const Answer& model);

  /// An event as the reports show it.
  static std::string eventLine(const Event& event, const Names& names);

 private:
  std::string compareEvents();
  std::string before(std::uint64_t seq) const;

  Engine* m_engine;
  Model* m_model;
  std::uint64_t m_compared = 0;  ///< events up to here are equal
};

/// One world, lived through twice.
class Twin {
 public:
  explicit Twin(const EngineOptions& options) : engine(options), model(options), m_comparison(engine, model) {}
  Twin(const Twin&) = delete;
  Twin& operator=(const Twin&) = delete;

  /// Gives both the Command, now. False: they differ.
  bool apply(const Command& command);
  /// Lets both go on to `t`, instant by instant as the Engine has any, and compares at each. False: they differ.
  bool runTo(SimTime t);
  /// Does the rest of the present instant. False: they differ.
  bool settle();
  /// The first difference, or empty.
  const std::string& difference() const { return m_difference; }

  Engine engine;
  Model model;

 private:
  bool note(const std::string& difference);

  Comparison m_comparison;
  std::string m_difference;
};

}  // namespace perfect::test
