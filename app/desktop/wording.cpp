// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <memory>

#include "app/runtime/load_texts.h"
#include "app/runtime/mail_texts.h"
#include "core/events/texts.h"
#include "core/reconcile/status.h"
#include "core/reconcile/verb_refusals.h"
#include "core/scenario/fault_patterns.h"
#include "core/sim/refusals.h"

namespace perfect {
namespace {

constexpr std::size_t kGroup = 3;

std::unique_ptr<const WindowWording>& presentWording() {
  static std::unique_ptr<const WindowWording> present;
  return present;
}

}  // namespace

std::vector<std::string_view> corePatterns() {
  std::vector<std::string_view> all = eventPatterns();
  for (const auto& more : {waitingPatterns(), statusPatterns()}) all.insert(all.end(), more.begin(), more.end());
  all.insert(all.end(), kVerbRefusals.begin(), kVerbRefusals.end());
  for (const auto& more :
       {patternsOf(kRefusalTexts), faultPatterns(), patternsOf(kLoadTexts), patternsOf(kMailTexts)}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

WindowWording::WindowWording() {
  //: The language whose numbers the window writes: "en" gives 1,000.5, "de" gives 1.000,5
  const QLocale locale(QCoreApplication::translate("words", "en"));
  m_group = QString(locale.groupSeparator()).toStdString();
  m_point = QString(locale.decimalPoint()).toStdString();
  for (const std::string_view english : corePatterns()) {
    const std::string own(english);
    std::string other = QCoreApplication::translate("core", own.c_str()).toStdString();
    if (other != own) m_patterns.emplace(english, std::move(other));
  }
}

std::string_view WindowWording::pattern(std::string_view english) const {
  if (m_patterns.empty()) return english;
  const auto found = m_patterns.find(english);
  return found == m_patterns.end() ? english : std::string_view(found->second);
}

std::string WindowWording::number(std::int64_t value) const {
  std::string text = std::to_string(value);
  const std::size_t sign = value < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > sign + kGroup;) {
    at -= kGroup;
    text.insert(at, m_group);
  }
  return text;
}

namespace words {

const Wording& wording() {
  if (!presentWording()) readWording();
  return *presentWording();
}

void readWording() { presentWording() = std::make_unique<const WindowWording>(); }

}  // namespace words
}  // namespace perfect
