// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a person wants the window to look: theme, size of type, motion; remembered. Presentation mode lays 1.6 times the
// type over it while it lasts.
// Thread rule: the GUI thread.
#pragma once

#include <QObject>

#include "app/desktop/theme/theme.h"

class QDBusConnection;

namespace perfect {

class MotionPortal;

class Appearance final : public QObject {
  Q_OBJECT

 public:
  enum class Motion { System, Full, Reduced };
  static constexpr double kPresented = 1.6;
  static constexpr int kLeastPercent = 100;
  static constexpr int kMostPercent = 300;

  /// Chooses what is remembered at once; `window` wears it after dress(), and from then on whenever it changes.
  explicit Appearance(QWidget& window);
  void dress();

  theme::ThemeId theme() const { return m_theme; }
  int percent() const { return m_percent; }
  Motion motion() const { return m_motion; }
  bool presented() const { return m_presented; }
  /// By choice, or because the system asks for it (QStyle's animation time, GNOME's enable-animations, KDE's factor).
  bool still() const;

  /// From now on what the desktop says while the program runs counts too.
  void listenToDesktop(const QDBusConnection& bus);
  void setTheme(theme::ThemeId theme);
  void setPercent(int percent);
  void setMotion(Motion motion);
  void setPresented(bool on);

 Q_SIGNALS:
  void changed();

 private:
  void choose() const;
  void use();

  QWidget& m_window;
  theme::ThemeId m_theme = theme::ThemeId::Tron;
  int m_percent = 100;
  Motion m_motion = Motion::System;
  bool m_presented = false;
  MotionPortal* m_portal;
};

}  // namespace perfect
