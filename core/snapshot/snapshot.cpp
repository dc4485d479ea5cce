// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshot.h"

#include <algorithm>

namespace perfect {

std::string PodView::id() const { return podName(service->spec->name, version->hash, pod.ordinal); }

const ServiceEntry* Snapshot::find(std::string_view service) const {
  const auto it = byName->find(service);
  return it == byName->end() ? nullptr : &services[it->second];
}

std::optional<PodView> Snapshot::pod(std::string_view id) const {
  const std::size_t suffix = id.rfind('-');
  if (suffix == std::string_view::npos || suffix == 0) return std::nullopt;
  const std::size_t hash = id.rfind('-', suffix - 1);
  if (hash == std::string_view::npos) return std::nullopt;
  const ServiceEntry* entry = find(id.substr(0, hash));
  const PodOrdinal ordinal = podOrdinal(id.substr(0, hash), id.substr(suffix + 1));
  if (entry == nullptr || ordinal == kNoPod) return std::nullopt;
  const Pod* pod = entry->pods->find(ordinal);
  if (pod == nullptr) return std::nullopt;
  const PodView view{*pod, entry->state.get(), &entry->state->versions[static_cast<std::size_t>(pod->version)]};
  if (view.version->hash != id.substr(hash + 1, suffix - hash - 1)) return std::nullopt;
  return view;
}

std::int64_t Snapshot::podCount() const {
  std::int64_t sum = 0;
  for (const ServiceEntry& entry : services) sum += entry.pods->size();
  return sum;
}

std::vector<Event> causes(const Snapshot& snapshot, std::uint64_t seq) {
  std::vector<Event> chain;
  std::uint64_t root = 0;
  while (seq != 0 && snapshot.events.contains(seq)) {
    const Event& event = snapshot.events.at(seq);
    chain.push_back(event);
    root = event.root;
    seq = event.cause;
  }
  if (seq != 0 && (chain.empty() || root != chain.back().seq)) {
    const Event* kept = snapshot.root(chain.empty() ? seq : root);
    if (kept != nullptr) chain.push_back(*kept);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace perfect
