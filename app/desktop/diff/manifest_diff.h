// SPDX-License-Identifier: GPL-3.0-or-later
//
// Desired against actual as text: the manifest as it would be written for what is there, and what is desired instead,
// line by line. Pure; the GUI thread (translations, colours).
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/model/service_state.h"

namespace perfect {

struct DiffLine {
  enum class Kind { Same, Gone, Come };
  Kind kind = Kind::Same;
  std::string text;
  bool operator==(const DiffLine&) const = default;
};

/// The shortest way from one text to the other, by whole lines; what goes stands before what comes.
std::vector<DiffLine> diffLines(const std::string& from, const std::string& to);

/// For every version that has pods and is not the desired one: its manifest against the desired one. Where there is no
/// other, the manifest as it is.
QString manifestDiffHtml(const ServiceState& service);

}  // namespace perfect
