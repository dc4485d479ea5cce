// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette/fuzzy.h"

#include <QStringList>

#include <algorithm>
#include <numeric>
#include <vector>

namespace perfect {
namespace {

constexpr int kLetter = 1;
constexpr int kInARow = 4;
constexpr int kWordBegins = 6;
constexpr int kFirst = 8;
constexpr int kWhole = 12;  // the word stands in the name as it was typed
constexpr qsizetype kLongest = 200;

bool beginsWord(const QString& name, qsizetype at) {
  return at == 0 || !name[at - 1].isLetterOrNumber() || (name[at].isUpper() && name[at - 1].isLower());
}

/// One word, greedily; once from every place its first letter stands, so that the best run is found.
std::optional<int> scoreFrom(const QString& word, const QString& name, qsizetype start) {
  int score = 0;
  qsizetype at = start;
  qsizetype before = -2;
  for (const QChar letter : word) {
    while (at < name.size() && name[at].toCaseFolded() != letter) ++at;
    if (at == name.size()) return std::nullopt;
    score +=
        kLetter + (at == before + 1 ? kInARow : 0) + (beginsWord(name, at) ? kWordBegins : 0) + (at == 0 ? kFirst : 0);
    before = at++;
  }
  return score;
}

std::optional<int> scoreWord(const QString& word, const QString& name) {
  std::optional<int> best;
  for (qsizetype start = 0; start < name.size(); ++start) {
    if (name[start].toCaseFolded() != word[0]) continue;
    const auto score = scoreFrom(word, name, start);
    if (!score) break;  // nor from any later place
    best = std::max(best.value_or(0), *score);
  }
  if (best && name.contains(word, Qt::CaseInsensitive)) *best += kWhole;
  return best;
}

}  // namespace

std::optional<int> fuzzyScore(const QString& typed, const QString& name) {
  const QString shortened = name.left(kLongest);
  int sum = 0;
  for (const QString& word : typed.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
    const auto score = scoreWord(word, shortened);
    if (!score) return std::nullopt;
    sum += *score;
  }
  // Of two names that fit alike the shorter one is meant.
  return sum * 4 - static_cast<int>(shortened.size()) / 8;
}

int editDistance(const QString& a, const QString& b) {
  const QString from = a.left(kLongest).toCaseFolded();
  const QString to = b.left(kLongest).toCaseFolded();
  std::vector<int> row(static_cast<std::size_t>(to.size()) + 1);
  std::iota(row.begin(), row.end(), 0);
  for (qsizetype i = 0; i < from.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) + 1;
    for (qsizetype j = 0; j < to.size(); ++j) {
      const auto at = static_cast<std::size_t>(j) + 1;
      const int changed = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[at];
      row[at] = std::min({row[at] + 1, row[at - 1] + 1, changed});
    }
  }
  return row.back();
}

}  // namespace perfect
