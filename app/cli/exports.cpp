// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exports.h"

#include "app/json/event_json.h"
#include "app/json/series_csv.h"
#include "app/json/state_json.h"

namespace perfect {

namespace {

/// Opens `path` where one is given. Empty, or the fault.
std::string openOptional(std::optional<OutputFile>& file, const QString& path) {
  if (path.isEmpty()) return {};
  auto opened = OutputFile::open(path);
  if (!opened) return opened.error();
  file.emplace(std::move(opened).value());
  return {};
}

}  // namespace

Result<std::unique_ptr<Exports>> Exports::open(const Options& options) {
  using Opened = Result<std::unique_ptr<Exports>>;
  std::unique_ptr<Exports> exports(new Exports);
  std::string fault = openOptional(exports->m_events, options.eventsFile);
  if (fault.empty()) fault = openOptional(exports->m_state, options.stateFile);
  if (fault.empty()) fault = openOptional(exports->m_series, options.seriesFile);
  if (!fault.empty()) return Opened::failure(fault);
  if (exports->m_series) exports->m_series->write(seriesHeader());
  return exports;
}

bool Exports::usesStdout() const {
  const auto uses = [](const std::optional<OutputFile>& file) { return file && file->isStdout(); };
  return uses(m_events) || uses(m_state) || uses(m_series);
}

void Exports::addEvent(const Event& event, const Names& names, std::int64_t epochMs) {
  if (!m_events) return;
  const std::lock_guard lock(m_mutex);
  appendEventLine(m_gathered, event, names, epochMs);
  if (m_gathered.size() >= kMostGathered) flushLocked();
}

void Exports::addSample(const Snapshot& snapshot) {
  if (!m_series || (snapshot.number == m_sampledNumber && snapshot.epochMs == m_sampledEpoch)) return;
  m_sampledNumber = snapshot.number;
  m_sampledEpoch = snapshot.epochMs;
  m_rows.clear();
  appendSeriesRows(m_rows, snapshot);
  m_series->write(m_rows);
}

void Exports::flushLocked() {
  if (m_events) m_events->write(m_gathered);
  m_gathered.clear();
}

void Exports::flush() {
  const std::lock_guard lock(m_mutex);
  flushLocked();
}

std::vector<std::string> Exports::finish(const Snapshot& last, const ClockState& clock) {
  flush();
  addSample(last);
  if (m_state) m_state->write(stateDocument(last, clock) + '\n');
  std::vector<std::string> faults;
  for (std::optional<OutputFile>* file : {&m_events, &m_state, &m_series}) {
    if (!*file) continue;
    const std::string fault = (*file)->close();
    if (!fault.empty()) faults.push_back(fault);
  }
  return faults;
}

}  // namespace perfect
