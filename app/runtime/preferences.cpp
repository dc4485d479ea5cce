// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/preferences.h"

#include <QSettings>
#include <QVariant>

namespace perfect {
namespace {

const QString kTick = QStringLiteral("simulation/tick");
const QString kSeed = QStringLiteral("simulation/seed");
const QString kRest = QStringLiteral("rest/on");
const QString kHost = QStringLiteral("rest/host");
const QString kPort = QStringLiteral("rest/port");
const QString kKey = QStringLiteral("rest/requireKey");
const QString kLanguage = QStringLiteral("look/language");

void keep(QSettings& settings, const QString& key, const QVariant& value) {
  if (value.isNull() || (value.typeId() == QMetaType::QString && value.toString().isEmpty()))
    settings.remove(key);
  else
    settings.setValue(key, value);
}

}  // namespace

QString tickFault(qlonglong tick) {
  return tick >= 10 && tick <= 60000 ? QString() : QStringLiteral("a whole number of milliseconds from 10 to 60000");
}

QString hostFault(const QString& host) {
  // A name would have to be looked up, which takes its time and may change.
  static const QString kExpected = QStringLiteral("an IP address such as 127.0.0.1 or ::1, or localhost");
  if (host.isEmpty() || host == QLatin1String("localhost")) return {};
  const QStringList parts = host.split(u'.');
  bool four = parts.size() == 4;
  for (const QString& part : parts) {
    bool ok = false;
    four = four && part.size() <= 3 && part.toUShort(&ok) <= 255 && ok;
  }
  bool six = host.count(u':') >= 2 && host.size() <= 45;
  for (const QChar c : host)
    six = six && (c == u':' || c == u'.' || QStringLiteral("0123456789abcdefABCDEF").contains(c));
  return four || six ? QString() : kExpected;
}

Preferences loadPreferences(QStringList* faults) {
  const QSettings settings;
  Preferences p;
  const auto fault = [&](const QString& key, const QString& expected) {
    if (faults != nullptr)
      faults->append(
          QStringLiteral("%1: %2 is not good; expected %3").arg(key, settings.value(key).toString(), expected));
  };
  if (settings.contains(kTick)) {
    bool ok = false;
    const qlonglong tick = settings.value(kTick).toLongLong(&ok);
    const QString expected = tickFault(ok ? tick : 0);
    if (expected.isEmpty())
      p.tick = tick;
    else
      fault(kTick, expected);
  }
  if (settings.contains(kSeed)) {
    bool ok = false;
    const qulonglong seed = settings.value(kSeed).toString().toULongLong(&ok);
    if (ok)
      p.seed = seed;
    else
      fault(kSeed, QStringLiteral("a whole number"));
  }
  p.rest = settings.value(kRest, true).toBool();
  p.host = settings.value(kHost).toString();
  if (const QString expected = hostFault(p.host); !expected.isEmpty()) {
    fault(kHost, expected);
    p.host.clear();
  }
  if (settings.contains(kPort)) {
    bool ok = false;
    const quint16 port = settings.value(kPort).toString().toUShort(&ok);
    if (ok)
      p.port = port;
    else
      fault(kPort, QStringLiteral("a port from 0 to 65535"));
  }
  p.requireKey = settings.value(kKey, false).toBool();
  p.language = settings.value(kLanguage).toString();
  return p;
}

void savePreferences(const Preferences& p) {
  QSettings settings;
  keep(settings, kTick, p.tick ? QVariant(static_cast<qlonglong>(*p.tick)) : QVariant());
  keep(settings, kSeed, p.seed ? QVariant(QString::number(*p.seed)) : QVariant());
  keep(settings, kRest, p.rest ? QVariant() : QVariant(false));
  keep(settings, kHost, p.host);
  keep(settings, kPort, p.port ? QVariant(QString::number(*p.port)) : QVariant());
  keep(settings, kKey, p.requireKey ? QVariant(true) : QVariant());
  keep(settings, kLanguage, p.language);
}

}  // namespace perfect
