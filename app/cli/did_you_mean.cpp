// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/did_you_mean.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace perfect {

namespace {

/// Letters to insert, remove or replace to get from one word to the other.
qsizetype distance(const QString& a, const QString& b) {
  std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
  std::iota(row.begin(), row.end(), qsizetype{0});
  for (qsizetype i = 0; i < a.size(); ++i) {
    qsizetype diagonal = row[0];
    row[0] = i + 1;
    for (qsizetype j = 0; j < b.size(); ++j) {
      const auto at = static_cast<std::size_t>(j) + 1;
      const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[at];
      row[at] = std::min({replaced, row[at] + 1, row[at - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

QString nearestWord(const QString& word, const QStringList& candidates) {
  QString nearest;
  qsizetype least = std::max<qsizetype>(1, word.size() / 3) + 1;
  if (word.size() > 64) return nearest;
  for (const QString& candidate : candidates) {
    const qsizetype d = distance(word, candidate);
    if (d < least) {
      least = d;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace perfect
