// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/motion_portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace perfect {
namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.gnome.desktop.interface");
const QString kKey = QStringLiteral("enable-animations");

}  // namespace

MotionPortal::MotionPortal(QObject* parent) : QObject(parent) {}

void MotionPortal::ask(const QDBusConnection& bus) {
  if (!bus.isConnected()) return;
  QDBusConnection listening(bus);
  listening.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
  // Read is the older name of ReadOne, and answers a variant in a variant; every version of the portal has it.
  QDBusMessage question = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
  question.setArguments({kSpace, kKey});
  auto* call = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
  connect(call, &QDBusPendingCallWatcher::finished, this, &MotionPortal::answered);
}

void MotionPortal::answered(QDBusPendingCallWatcher* call) {
  const QDBusPendingReply<QDBusVariant> reply = *call;
  call->deleteLater();
  if (reply.isValid()) hear(reply.value().variant());
}

void MotionPortal::settingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
  if (space == kSpace && key == kKey) hear(value.variant());
}

void MotionPortal::hear(QVariant value) {
  while (value.metaType() == QMetaType::fromType<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
  if (value.metaType() != QMetaType::fromType<bool>() || m_animates == value.toBool()) return;
  m_animates = value.toBool();
  Q_EMIT changed();
}

}  // namespace perfect
