// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop's wish for less motion, as its settings portal tells it, on a real message bus of this test's own.
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "app/desktop/theme/motion_portal.h"

using namespace perfect;

namespace {

constexpr int kPatience = 10000;
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");

/// A portal that knows one setting.
class Portal final : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

 public:
  bool animations = false;

 public Q_SLOTS:
  QDBusVariant Read(const QString& space, const QString& key) {
    const bool known =
        space == QLatin1String("org.gnome.desktop.interface") && key == QLatin1String("enable-animations");
    return QDBusVariant(
        QVariant::fromValue(QDBusVariant(known ? QVariant(animations) : QVariant(QStringLiteral("?")))));
  }
};

}  // namespace

class TestMotionPortal : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty()) QSKIP("there is no dbus-daemon here");
    m_daemon.start(daemon,
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    QVERIFY(m_daemon.waitForStarted() && m_daemon.waitForReadyRead(kPatience));
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
  }
  void cleanupTestCase() {
    m_daemon.kill();
    m_daemon.waitForFinished();
  }

  void withoutABusOrAPortalItSaysNothing() {
    MotionPortal portal;
    portal.ask(QDBusConnection(QStringLiteral("nowhere")));
    QVERIFY(!portal.animates());
    portal.ask(QDBusConnection::connectToBus(m_address, QStringLiteral("alone")));
    QTest::qWait(50);
    QVERIFY(!portal.animates());
  }

  void itTellsWhatIsSetAndWhatChanges() {
    QDBusConnection desktop = QDBusConnection::connectToBus(m_address, QStringLiteral("desktop"));
    Portal settings;
    QVERIFY(desktop.registerObject(kPath, &settings, QDBusConnection::ExportAllSlots));
    QVERIFY(desktop.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    MotionPortal portal;
    QSignalSpy changes(&portal, &MotionPortal::changed);
    portal.ask(QDBusConnection::connectToBus(m_address, QStringLiteral("program")));
    QTRY_COMPARE_WITH_TIMEOUT(portal.animates(), std::optional(false), kPatience);
    tell(desktop, QStringLiteral("enable-animations"), true);
    QTRY_COMPARE_WITH_TIMEOUT(portal.animates(), std::optional(true), kPatience);
    QCOMPARE(changes.size(), 2);
    tell(desktop, QStringLiteral("text-scaling-factor"), 2.0);
    tell(desktop, QStringLiteral("enable-animations"), QStringLiteral("no boolean"));
    tell(desktop, QStringLiteral("enable-animations"), false);
    QTRY_COMPARE_WITH_TIMEOUT(portal.animates(), std::optional(false), kPatience);
    QCOMPARE(changes.size(), 3);
  }

 private:
  static void tell(const QDBusConnection& desktop, const QString& key, const QVariant& value) {
    QDBusMessage news = QDBusMessage::createSignal(kPath, QStringLiteral("org.freedesktop.portal.Settings"),
                                                   QStringLiteral("SettingChanged"));
    news.setArguments({QStringLiteral("org.gnome.desktop.interface"), key, QVariant::fromValue(QDBusVariant(value))});
    QVERIFY(desktop.send(news));
  }

  QProcess m_daemon;
  QString m_address;
};

QTEST_GUILESS_MAIN(TestMotionPortal)
#include "test_motion_portal.moc"
