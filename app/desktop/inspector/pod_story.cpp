// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/pod_story.h"

namespace perfect {
namespace {

/// The phase that begins with such an event; nothing: none does.
std::optional<TileState> begins(const Event& event) {
  switch (event.reason) {
    case Reason::SuccessfulCreate:
    case Reason::Restarted:
      return TileState::Starting;
    case Reason::Started:
    case Reason::Unready:
    case Reason::Killing:
    case Reason::ContainerDied:
    case Reason::ChaosCrashed:
      return TileState::NotReady;
    case Reason::Ready:
      return TileState::Ready;
    case Reason::BackOff:
      return TileState::BackOff;
    case Reason::SuccessfulDelete:
    case Reason::ChaosKilled:
      return TileState::Terminating;
    default:
      return std::nullopt;
  }
}

void begin(std::vector<PodPhase>& phases, TileState state, SimTime t) {
  if (!phases.empty()) {
    if (phases.back().state == state) return;
    phases.back().to = t;
    // What lasted no time was not seen by anybody.
    if (phases.back().from == t) phases.pop_back();
    if (!phases.empty() && phases.back().state == state) {
      phases.back().to = kNever;
      return;
    }
  }
  phases.push_back({state, t, kNever});
}

void take(PodStory& story, const Event& event) {
  story.events.push_back(event);
  if (event.version >= 0) story.version = event.version;
  if (event.reason == Reason::SuccessfulDelete || event.reason == Reason::ChaosKilled) story.ended = event;
  if (event.reason == Reason::PodGone) {
    story.gone = true;
    if (!story.phases.empty()) story.phases.back().to = event.t;
  } else if (const auto state = begins(event)) {
    begin(story.phases, *state, event.t);
  }
}

}  // namespace

PodStory podStory(const Snapshot& snapshot, const ServiceEntry& entry, PodOrdinal ordinal) {
  PodStory story;
  for (std::uint64_t seq = snapshot.events.first(); seq < snapshot.events.end(); ++seq) {
    const Event& event = snapshot.events.at(seq);
    if (event.pod == ordinal && event.service == entry.state->index) take(story, event);
  }
  story.cut = story.events.empty() || story.events.front().reason != Reason::SuccessfulCreate;
  const Pod* pod = entry.pods->find(ordinal);
  story.gone = pod == nullptr;
  if (pod == nullptr) return story;
  story.version = pod->version;
  const TileState now = tileState(*pod);
  if (story.phases.empty()) {
    story.phases.push_back({now, pod->ready ? pod->readySince : pod->since, kNever});
  } else if (story.phases.back().state != now) {
    begin(story.phases, now, pod->since);
  }
  return story;
}

}  // namespace perfect
