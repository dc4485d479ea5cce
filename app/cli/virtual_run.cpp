// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/virtual_run.h"

namespace perfect {

SimTime VirtualRun::end() {
  if (m_forTime) return *m_forTime;
  if (m_world.scenarioGoesOn()) return kNever;
  if (!m_lastStep) m_lastStep = m_world.engine.now();
  return later(*m_lastStep, kPatience);
}

void VirtualRun::run() {
  // The scenario's steps of this very instant.
  m_world.advanceTo(m_world.engine.now());
  if (onAdvanced) onAdvanced();
  if (sampleEvery > 0 && onSample) onSample();
  while (!failed()) {
    const SimTime last = end();
    const SimTime next = m_world.nextInstant();
    if (next == kNever && !m_forTime) break;
    if (m_world.engine.now() >= last) break;
    advanceTo(std::min(next, last));
  }
  if (failed()) return;
  m_world.settle();
  if (onAdvanced) onAdvanced();
}

void VirtualRun::advanceTo(SimTime t) {
  Engine& engine = m_world.engine;
  while (engine.now() < t && !failed()) {
    SimTime stop = t - 1 > engine.now() ? t - 1 : t;
    if (sampleEvery > 0) {
      if (m_nextSample <= engine.now()) m_nextSample = (engine.now() / sampleEvery + 1) * sampleEvery;
      stop = std::min(stop, m_nextSample);
    }
    m_world.advanceTo(stop);
    if (onAdvanced) onAdvanced();
    if (sampleEvery > 0 && onSample && engine.now() == m_nextSample) onSample();
  }
}

}  // namespace perfect
