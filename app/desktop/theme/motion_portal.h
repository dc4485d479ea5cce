// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the desktop says about motion while the program runs: the settings portal (org.freedesktop.portal.Settings,
// org.gnome.desktop.interface enable-animations), which GNOME answers and others may. Without a session bus, or without
// a portal, it never says anything, and nobody waits for it.
// Thread rule: the GUI thread.
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <optional>

class QDBusConnection;
class QDBusPendingCallWatcher;

namespace perfect {

class MotionPortal final : public QObject {
  Q_OBJECT

 public:
  explicit MotionPortal(QObject* parent = nullptr);
  /// Asks on this bus, and listens from then on.
  void ask(const QDBusConnection& bus);
  /// What it said last.
  std::optional<bool> animates() const { return m_animates; }

 Q_SIGNALS:
  void changed();

 private Q_SLOTS:
  void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

 private:
  void answered(QDBusPendingCallWatcher* call);
  void hear(QVariant value);

  std::optional<bool> m_animates;
};

}  // namespace perfect
