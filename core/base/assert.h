// SPDX-License-Identifier: GPL-3.0-or-later
//
// Invariants that hold in every build: a broken one ends the program with place and text,
// because a simulator that goes on with a wrong state teaches something false.
#pragma once

namespace perfect {
[[noreturn]] void assertionFailed(const char* condition, const char* file, int line);
}  // namespace perfect

#define PERFECT_ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::perfect::assertionFailed(#condition, __FILE__, __LINE__))
