// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/appearance.h"

#include <QSettings>
#include <QStyle>
#include <QWidget>
#include <algorithm>

#include "app/desktop/theme/motion_portal.h"
#include "app/desktop/theme/system_motion.h"

namespace perfect {
namespace {

const QString kThemeKey = QStringLiteral("look/theme");
const QString kPercentKey = QStringLiteral("look/percent");
const QString kMotionKey = QStringLiteral("look/motion");

}  // namespace

Appearance::Appearance(QWidget& window) : QObject(&window), m_window(window), m_portal(new MotionPortal(this)) {
  const QSettings settings;
  m_theme = theme::themeOf(settings.value(kThemeKey).toString()).value_or(theme::ThemeId::Tron);
  m_percent = std::clamp(settings.value(kPercentKey, kLeastPercent).toInt(), kLeastPercent, kMostPercent);
  m_motion = static_cast<Motion>(std::clamp(settings.value(kMotionKey, 0).toInt(), 0, 2));
  choose();
}

void Appearance::dress() { theme::apply(m_window); }

bool Appearance::still() const {
  if (m_motion != Motion::System) return m_motion == Motion::Reduced;
  return m_window.style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0 || !systemAnimates() ||
         !m_portal->animates().value_or(true);
}

void Appearance::listenToDesktop(const QDBusConnection& bus) {
  connect(m_portal, &MotionPortal::changed, this, &Appearance::changed);
  m_portal->ask(bus);
}

void Appearance::setTheme(theme::ThemeId theme) {
  m_theme = theme;
  QSettings().setValue(kThemeKey, theme::themeKey(theme));
  use();
}

void Appearance::setPercent(int percent) {
  m_percent = std::clamp(percent, kLeastPercent, kMostPercent);
  QSettings().setValue(kPercentKey, m_percent);
  use();
}

void Appearance::setMotion(Motion motion) {
  m_motion = motion;
  QSettings().setValue(kMotionKey, static_cast<int>(motion));
  Q_EMIT changed();
}

void Appearance::setPresented(bool on) {
  m_presented = on;
  use();
}

void Appearance::choose() const {
  theme::use(m_theme);
  theme::useScale(m_percent / 100.0 * (m_presented ? kPresented : 1));
}

void Appearance::use() {
  choose();
  dress();
  Q_EMIT changed();
}

}  // namespace perfect
