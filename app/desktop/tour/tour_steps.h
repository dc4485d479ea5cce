// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the Guided Tour says and asks for, step by step: plain data, and how to see in a Frame that a thing was done.
// Thread rule: the GUI thread (translations).
#pragma once

#include <QLatin1String>
#include <QStringList>
#include <optional>
#include <set>
#include <vector>

#include "app/desktop/frame.h"
#include "app/desktop/workspace.h"

namespace perfect {

/// The service that the tour declares; nobody else's is touched.
inline constexpr const char* kTourService = "tour";

/// What has to be in the world before a step can be done. The tour sees to it by itself.
enum class TourStage : std::uint8_t {
  Any,
  Absent,    ///< the tour's service is not there
  Declared,  ///< it is declared, and the clock stands so that its pods can be awaited
  Stable,    ///< all of its pods are ready, and the clock runs
  Canary,    ///< a canary of it waits for promotion
};

/// What Next does for somebody who does not want to do it.
enum class TourDeed : std::uint8_t { None, Press, Resume, ChoosePod, AskWhy, Pause, OpenHelp, PlayDemo };

/// What the tour looks at to see whether a step was done.
struct TourSight {
  const Frame* frame = nullptr;
  const ServiceState* service = nullptr;  ///< the tour's; null: not there
  Focus focus;
  std::optional<Workspace::Room> room;
  SimTime since = 0;          ///< simulated time at which the step began
  std::set<Reason> happened;  ///< to the tour's service since then
  bool pausedMeanwhile = false;
  bool helpOpened = false;
};

struct TourStep {
  QLatin1String id;  ///< remembered in the settings
  QString title;
  QString text;
  QString task;             ///< empty: nothing to do
  QString done;             ///< said when it was done
  QStringList targets;      ///< object names; the first one takes the keyboard
  QStringList doneTargets;  ///< lit when it was done; empty: the same
  std::optional<Workspace::Room> room;
  TourStage stage = TourStage::Any;
  TourDeed deed = TourDeed::None;
  bool (*achieved)(const TourSight&) = nullptr;
};

/// In the language of the program.
std::vector<TourStep> tourSteps();

/// The manifest that the tour declares, with this version.
QString tourManifest(int version);

}  // namespace perfect
