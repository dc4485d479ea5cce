// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alerts/alert_timeline.h"

#include "core/base/assert.h"

namespace perfect {

void AlertTimeline::add(const AlertSight& sight) {
  if (!empty()) {
    const AlertSight& before = last();
    PERFECT_ASSERT(sight.t >= before.t);
    const bool same = before.desired == sight.desired && before.tick == sight.tick &&
                      alertStatus(before.desired, before.ready) == alertStatus(sight.desired, sight.ready);
    if (same) return;
  }
  // Nothing that a reader may hold is written: the newest chunk and the directory are made anew. Both are small, and a
  // status changes seldom.
  Chunks chunks = empty() ? Chunks() : *m_chunks;
  Chunk newest;
  if (!chunks.empty() && chunks.back()->size() < kSightsPerChunk) {
    newest = *chunks.back();
    chunks.pop_back();
  }
  newest.push_back(sight);
  chunks.push_back(std::make_shared<const Chunk>(std::move(newest)));
  if (chunks.size() > kKeptSights / kSightsPerChunk) {
    chunks.erase(chunks.begin());
    m_forgot = true;
  }
  m_chunks = std::make_shared<const Chunks>(std::move(chunks));
}

std::vector<AlertSight> AlertTimeline::sights() const {
  std::vector<AlertSight> all;
  if (empty()) return all;
  for (const auto& chunk : *m_chunks) all.insert(all.end(), chunk->begin(), chunk->end());
  return all;
}

}  // namespace perfect
