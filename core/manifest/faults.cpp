// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/manifest/faults.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/manifest/field_texts.h"
#include "core/manifest/scalar.h"
#include "core/manifest/yaml_text.h"

namespace perfect {

void Faults::add(const YamlNode& at, std::string path, TextPattern what, const std::vector<std::string>& words) {
  addSaid(at, std::move(path), said(what, words));
}

void Faults::add(const YamlFault& fault) { addSaid({fault.line, fault.column, "", fault.what.text(m_wording)}); }

void Faults::addSaid(const YamlNode& at, std::string path, std::string message) {
  if (at.overrideIndex < 0) {
    addSaid({at.line, at.column, std::move(path), std::move(message)});
    return;
  }
  const FieldOverride& o = m_overrides[static_cast<std::size_t>(at.overrideIndex)];
  message = said(kFieldTexts.ofOption, {shownText(o.path), shownText(o.value), message});
  addSaid({0, 0, std::move(path), std::move(message)});
}

void Faults::addSaid(ManifestError error) {
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
        {last.line, last.column, "", said(kFieldTexts.andMore, {std::to_string(all - kMaxReportedErrors)})});
  }
  countColumnsInCharacters(withoutByteOrderMark(text), m_errors);
  return std::exchange(m_errors, {});
}

}  // namespace perfect
