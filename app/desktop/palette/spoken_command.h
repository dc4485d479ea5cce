// SPDX-License-Identifier: GPL-3.0-or-later
//
// "scale api to 5", understood: what would be done, what that would change, or what is missing and how to mend it.
// Pure; the GUI thread (translations).
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

#include "app/desktop/frame.h"
#include "core/model/command.h"

namespace perfect {

struct SpeedWish {
  std::int64_t speedMilli = 1000;
};
struct SeedWish {
  std::uint64_t seed = 1;
};
struct UntilWish {
  RunGoal goal = RunGoal::Time;
  SimTime t = kNever;
};

struct SpokenCommand {
  using Wish = std::variant<std::monostate, Command, SpeedWish, SeedWish, UntilWish>;
  Wish wish;        ///< monostate: it cannot be done as it stands
  QString title;    ///< "Scale api to 5"
  QString preview;  ///< "3 replicas now: 2 pods more"; or what is wrong, and what is expected
  bool good() const { return wish.index() != 0; }
};

/// Nothing: the text does not begin with one of the verbs.
std::optional<SpokenCommand> parseSpoken(const QString& text, const Frame& frame);
/// One example a verb, for the palette's help: "scale NAME N".
QStringList spokenForms();

/// An instant as people write it: "90s", "1m30s" or "00:44.8" of the world's clock, "+10s" from now on. The fault says
/// at which character it is and what is expected.
struct InstantReading {
  SimTime t = kNever;
  QString fault;  ///< empty: t is good
  int position = 0;
};
InstantReading readInstant(const QString& text, SimTime now);

}  // namespace perfect
