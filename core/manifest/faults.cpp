// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/faults.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/manifest/scalar.h"
#include "core/manifest/yaml_text.h"

namespace perfect {

void Faults::add(const YamlNode& at, std::string path, std::string message) {
  if (at.overrideIndex < 0) {
    add({at.line, at.column, std::move(path), std::move(message)});
    return;
  }
  const FieldOverride& o = m_overrides[static_cast<std::size_t>(at.overrideIndex)];
  add({0, 0, std::move(path), "--set " + shownText(o.path) + "=" + shownText(o.value) + ": " + message});
}

void Faults::add(ManifestError error) {
  if (m_errors.size() < kMostCollected) {
    m_errors.push_back(std::move(error));
  } else {
    ++m_uncollected;
  }
}

ManifestErrors Faults::take(std::string_view text) {
  std::stable_sort(m_errors.begin(), m_errors.end(), [](const ManifestError& a, const ManifestError& b) {
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
  });
  // One `--set` says the same about every document; a node behind several aliases about every use.
  m_errors.erase(std::unique(m_errors.begin(), m_errors.end()), m_errors.end());
  const std::size_t all = m_errors.size() + m_uncollected;
  if (all > kMaxReportedErrors) {
    m_errors.resize(kMaxReportedErrors);
    const ManifestError& last = m_errors.back();
    m_errors.push_back(
        {last.line, last.column, "",
         "and " + std::to_string(all - kMaxReportedErrors) + " more: mend these first, then check again"});
  }
  countColumnsInCharacters(withoutByteOrderMark(text), m_errors);
  return std::exchange(m_errors, {});
}

}  // namespace perfect
