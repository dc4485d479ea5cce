// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/near_name.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/manifest/field_texts.h"

namespace perfect {
namespace {

constexpr std::size_t kLongestName = 64;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Edit distance with swaps of neighbours (optimal string alignment), ignoring case.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = lowered(a[i - 1]) == lowered(b[j - 1]) ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && lowered(a[i - 1]) == lowered(b[j - 2]) && lowered(a[i - 2]) == lowered(b[j - 1])) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

bool beginsWith(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() && distance(text.substr(0, beginning.size()), beginning) == 0;
}

/// "shutdown" for shutdownSeconds, "ima" for image: one is the other's beginning, and a real word.
std::string_view sharedBeginning(std::string_view name, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t leastLetters = 3;
  for (const std::string_view candidate : candidates) {
    if (std::min(name.size(), candidate.size()) < leastLetters) continue;
    if (beginsWith(candidate, name) || beginsWith(name, candidate)) return candidate;
  }
  return {};
}

}  // namespace

std::string_view nearestName(std::string_view name, const std::vector<std::string_view>& candidates) {
  if (name.empty() || name.size() > kLongestName) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, name.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t d = distance(name, candidate);
    // A name that shares no more than its length with the candidate is not a slip of the pen.
    if (d < least && d < std::max(name.size(), candidate.size())) {
      least = d;
      nearest = candidate;
    }
  }
  return nearest.empty() ? sharedBeginning(name, candidates) : nearest;
}

Saying foreignFieldHint(std::string_view name) {
  struct Hint {
    std::string_view foreign;
    TextPattern hint;
    std::string_view word;
  };
  static constexpr Hint hints[] = {
      {"setWeight", kFieldTexts.write, "percent"},
      {"weight", kFieldTexts.write, "percent"},
      {"minReplicas", kFieldTexts.write, "min"},
      {"maxReplicas", kFieldTexts.write, "max"},
      {"targetCPUUtilizationPercentage", kFieldTexts.write, "targetCPU"},
      {"averageUtilization", kFieldTexts.write, "targetCPU"},
      {"autoPromotionEnabled", kFieldTexts.write, "autoPromote"},
      {"template", kFieldTexts.directlyInSpec, ""},
      {"containers", kFieldTexts.directlyInSpec, ""},
      {"selector", kFieldTexts.ownedByName, ""},
      {"labels", kFieldTexts.knownByName, ""},
      {"annotations", kFieldTexts.knownByName, ""},
      {"namespace", kFieldTexts.oneGrid, ""},
      {"port", kFieldTexts.noPort, ""},
      {"scheme", kFieldTexts.noScheme, ""},
      {"<<", kFieldTexts.noMerge, ""},
  };
  for (const Hint& known : hints) {
    if (known.foreign == name) return {known.hint.english(), {std::string(known.word)}};
  }
  return {};
}

std::string listedNames(const std::vector<std::string_view>& names, TextPattern last, const Wording& wording) {
  std::string listed;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && i + 1 == names.size()) return filledPattern(wording, last.english(), {listed, std::string(names[i])});
    if (i > 0) listed += ", ";
    listed += names[i];
  }
  return listed;
}

}  // namespace perfect
