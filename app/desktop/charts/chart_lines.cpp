// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/chart_lines.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace perfect {

QList<QPointF> stepLine(const std::deque<Sample>& samples, const TimeWindow& window,
                        const std::function<double(const Sample&)>& value) {
  QList<QPointF> points;
  double level = 0;
  bool any = false;
  for (const Sample& sample : samples) {
    if (sample.t > window.now) break;
    const double y = value(sample);
    if (any && y == level) continue;
    if (sample.t <= window.from) {
      points = {{chartSeconds(window.from), y}};
    } else {
      const double x = chartSeconds(sample.t);
      if (any) points.append({x, level});
      points.append({x, y});
    }
    level = y;
    any = true;
  }
  if (any) points.append({chartSeconds(window.now), level});
  return points;
}

QList<QPointF> sampledLine(const TimeWindow& window, SimTime first, int points,
                           const std::function<double(SimTime)>& value) {
  QList<QPointF> line;
  const SimTime from = std::max(window.from, first);
  // Looks fall on multiples of their distance, so that the picture does not shake while time goes on.
  const Millis step = std::max<Millis>(250, (window.to - window.from) / std::max(1, points));
  for (SimTime t = from; t < window.now; t = (t / step + 1) * step) line.append({chartSeconds(t), value(t)});
  if (window.now >= from) line.append({chartSeconds(window.now), value(window.now)});
  return line;
}

std::vector<VersionBand> versionBands(const std::deque<Sample>& samples, const TimeWindow& window) {
  std::set<VersionIndex> present;
  for (const Sample& sample : samples) {
    for (const VersionPods& v : sample.versions) {
      if (v.version != kNoVersion) present.insert(v.version);
    }
  }
  std::vector<VersionBand> bands;
  for (const VersionIndex version : present) {
    const auto upTo = [&](bool inclusive) {
      return stepLine(samples, window, [version, inclusive](const Sample& sample) {
        std::int64_t sum = 0;
        for (const VersionPods& v : sample.versions) {
          const bool counts = v.version != kNoVersion && (v.version < version || (inclusive && v.version == version));
          if (counts) sum += v.pods;
        }
        return static_cast<double>(sum);
      });
    };
    VersionBand band{version, upTo(false), upTo(true)};
    if (band.lower != band.upper) bands.push_back(std::move(band));
  }
  return bands;
}

QList<QPointF> thinned(const QList<QPointF>& points, int most) {
  if (points.size() <= most || most < 8) return points;
  const int buckets = most / 4;
  const double left = points.front().x();
  const double width = std::max(1e-9, (points.back().x() - left) / buckets);
  QList<QPointF> result;
  qsizetype i = 0;
  while (i < points.size()) {
    const double end = left + width * (std::floor((points[i].x() - left) / width) + 1);
    const qsizetype first = i;
    qsizetype least = i;
    qsizetype greatest = i;
    for (; i < points.size() && (points[i].x() < end || i == first); ++i) {
      if (points[i].y() < points[least].y()) least = i;
      if (points[i].y() > points[greatest].y()) greatest = i;
    }
    std::set<qsizetype> kept{first, least, greatest, i - 1};
    for (const qsizetype at : kept) result.append(points[at]);
  }
  return result;
}

double niceTop(double value) {
  double unit = 1;
  while (unit < 1e12) {
    for (const double step : {2.0, 4.0, 6.0, 10.0}) {
      if (step * unit >= value) return step * unit;
    }
    unit *= 10;
  }
  return value;
}

}  // namespace perfect
