// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_tree.h"

#include <algorithm>

namespace perfect {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The rows as a forest: for each its first child and its next sibling. A cause always stands before its consequences.
struct Forest {
  std::size_t firstRoot = kNone;
  std::vector<std::size_t> child;
  std::vector<std::size_t> sibling;
  std::vector<std::size_t> parent;
  std::vector<int> below;

  explicit Forest(const EventRows& rows)
      : child(rows.size(), kNone), sibling(rows.size(), kNone), parent(rows.size(), kNone), below(rows.size(), 0) {
    for (std::size_t i = rows.size(); i-- > 0;) {
      const EventRow& row = rows.at(i);
      const std::size_t above = row.parent == 0 ? rows.size() : rows.rowFrom(row.parent);
      const bool known = above < i && rows.at(above).seq == row.parent;
      std::size_t& first = known ? child[above] : firstRoot;
      sibling[i] = first;
      first = i;
      if (!known) continue;
      parent[i] = above;
      below[above] += below[i] + 1;
    }
  }
};

}  // namespace

std::vector<EventTreeRow> treeRows(const EventRows& rows, const std::set<std::uint64_t>& folded) {
  const Forest forest(rows);
  std::vector<EventTreeRow> result;
  result.reserve(rows.size());
  std::vector<int> depths(rows.size(), 0);
  std::size_t at = forest.firstRoot;
  while (at != kNone) {
    const std::uint64_t seq = rows.at(at).seq;
    const std::size_t above = forest.parent[at];
    const std::size_t first = forest.child[at];
    const bool branches = first != kNone && forest.sibling[first] != kNone;
    const bool line = above != kNone && depths[above] > 0 && forest.child[above] == at && forest.sibling[at] == kNone;
    if (above != kNone) depths[at] = std::min(depths[above] + (line ? 0 : 1), kDeepest);
    const bool folds = branches || (first != kNone && above == kNone);
    const bool isFolded = folds && folded.count(seq) > 0;
    result.push_back({seq, depths[at], forest.below[at], line, folds, isFolded});
    if (first != kNone && !isFolded) {
      at = first;
      continue;
    }
    while (at != kNone && forest.sibling[at] == kNone) at = forest.parent[at];
    if (at != kNone) at = forest.sibling[at];
  }
  return result;
}

}  // namespace perfect
