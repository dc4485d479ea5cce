// SPDX-License-Identifier: GPL-3.0-or-later
//
// Play Demo and the examples as they travel inside the program. Requires initResources(). Any thread.
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace perfect {

/// :/demo/play-demo.yaml. The error is one line; the shipped file has none (a test sees to it).
Result<Scenario> loadDemo();

struct Example {
  QString name;  ///< "api-v1.yaml"
  std::string yaml;
};
/// The manifests in :/examples, by name.
std::vector<Example> loadExamples();

/// A scenario to be played, of those the program brings along.
struct Lesson {
  QString title;
  QString path;
};
std::vector<Lesson> loadLessons();

}  // namespace perfect
