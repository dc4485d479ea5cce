// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines of a chart from samples: levels that stay until the next sample, rates, sides of versions on top of each
// other. x is simulated time in seconds. Pure; any thread.
#pragma once

#include <QList>
#include <QPointF>
#include <deque>
#include <functional>
#include <vector>

#include "app/desktop/charts/series_store.h"

namespace perfect {

struct TimeWindow {
  SimTime from = 0;
  SimTime to = 0;   ///< right edge of the axis
  SimTime now = 0;  ///< where lines end, at most `to`
};

inline double chartSeconds(SimTime t) { return static_cast<double>(t) / 1000.0; }

/// A level that stays until the next sample: two points a change, so that steps look like steps.
QList<QPointF> stepLine(const std::deque<Sample>& samples, const TimeWindow& window,
                        const std::function<double(const Sample&)>& value);
/// A value that changes by itself, looked at evenly, from `first` on.
QList<QPointF> sampledLine(const TimeWindow& window, SimTime first, int points,
                           const std::function<double(SimTime)>& value);

struct VersionBand {
  VersionIndex version = kNoVersion;
  QList<QPointF> lower;
  QList<QPointF> upper;
};
/// Pods by version, oldest version lowest.
std::vector<VersionBand> versionBands(const std::deque<Sample>& samples, const TimeWindow& window);

/// At most about `most` points; of those that fall together the first, the least, the greatest and the last stay.
QList<QPointF> thinned(const QList<QPointF>& points, int most);

/// The next of 2, 4, 6, 10 · 10ⁿ not below `value`, so that the axis rarely changes and the label in its middle is
/// whole. Example: 7 gives 10.
double niceTop(double value);

}  // namespace perfect
