// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many requests were answered, by route and status. Bounded by the routes and the statuses there are.
// Thread rule: the REST thread.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

namespace perfect {

class RequestCounts {
 public:
  static constexpr int kNoRoute = -1;  ///< refused before it was known who should answer, or nobody does

  /// `route`: its place in the RouteTable.
  void count(int route, int status) { ++m_counts[{route, status}]; }
  const std::map<std::pair<int, int>, std::uint64_t>& all() const { return m_counts; }

 private:
  std::map<std::pair<int, int>, std::uint64_t> m_counts;
};

}  // namespace perfect
