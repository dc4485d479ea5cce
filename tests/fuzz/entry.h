// SPDX-License-Identifier: GPL-3.0-or-later
//
// The entry point that every fuzz target defines and what they check with. A failed check ends the program,
// in every build, so that both libFuzzer and the replay of the corpus see it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/manifest/manifest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace perfect::fuzz {

inline void check(bool holds, const char* what, const std::string& detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "the check failed: %s %s\n", what, detail.c_str());
  std::abort();
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What every refused text owes its author.
inline void checkErrors(const ManifestErrors& errors) {
  check(!errors.empty(), "a refusal says why");
  for (const ManifestError& error : errors) {
    const std::string shown = formatError("input", error);
    check(error.line >= 1 && error.column >= 1, "an error has a place:", shown);
    check(!error.message.empty(), "an error has a message:", shown);
    check(shown.find('\n') == std::string::npos, "an error is one line:", shown);
  }
}

}  // namespace perfect::fuzz
