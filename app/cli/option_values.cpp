// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/option_values.h"

#include <QHostAddress>
#include <algorithm>
#include <limits>

#include "app/runtime/controller.h"
#include "core/base/duration.h"

namespace perfect {

namespace {

bool isDigits(const QString& text) {
  return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// A decimal without sign in thousandths, at most three decimals; nothing where it is not one or above `most`.
std::optional<std::int64_t> readThousandths(const QString& text, std::int64_t most) {
  const qsizetype point = text.indexOf(u'.');
  const QString whole = point < 0 ? text : text.left(point);
  QString rest = point < 0 ? QString() : text.mid(point + 1);
  if (!isDigits(whole) || whole.size() > 9 || rest.size() > 3 || (point >= 0 && !isDigits(rest))) return {};
  rest = rest.leftJustified(3, u'0');
  const std::int64_t value = whole.toLongLong() * 1000 + rest.toLongLong();
  if (value > most) return {};
  return value;
}

QString readPath(QString& path, const QString& value) {
  if (value.isEmpty()) return QStringLiteral("a file name, or - for standard output");
  path = value;
  return {};
}

}  // namespace

QString readListen(Options& options, const QString& value) {
  const QString expected = QStringLiteral(
      "ADDR:PORT with an IP address or localhost and a port from 0 to 65535, such as 127.0.0.1:8080 or [::1]:8080");
  const qsizetype colon = value.lastIndexOf(u':');
  if (colon < 1) return expected;
  QString host = value.left(colon);
  const QString port = value.mid(colon + 1);
  const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
  if (bracketed) host = host.mid(1, host.size() - 2);
  QHostAddress address;
  const bool literal = address.setAddress(host) && (bracketed == (address.protocol() == QAbstractSocket::IPv6Protocol));
  // QHostAddress also takes "127.1" and "1"; people who write these mean something else more often than not.
  const bool complete = bracketed || host.count(u'.') == 3;
  if (host != QLatin1String("localhost") && (!literal || !complete)) return expected;
  if (!isDigits(port) || port.size() > 5 || port.toInt() > 65535) return expected;
  options.listen.host = host;
  options.listen.port = static_cast<quint16>(port.toInt());
  options.listenGiven = true;
  return {};
}

QString readAllowHost(Options& options, const QString& value) {
  const bool good = !value.isEmpty() && value.size() <= 253 && std::all_of(value.begin(), value.end(), [](QChar c) {
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'_');
  });
  if (!good) return QStringLiteral("a host name without a port, such as classroom.example");
  options.allowedHosts.append(value);
  return {};
}

QString readApiKey(Options& options, const QString& value) {
  const bool good = !value.isEmpty() && value.size() <= 1024 && std::all_of(value.begin(), value.end(), [](QChar c) {
    return c.unicode() > 0x20 && c.unicode() < 0x7F;
  });
  if (!good) return QStringLiteral("1 to 1024 printable ASCII characters without spaces");
  options.apiKey = value;
  return {};
}

QString readTick(Options& options, const QString& value) {
  const int tick = isDigits(value) && value.size() <= 5 ? value.toInt() : 0;
  if (tick < 10 || tick > 60000) return QStringLiteral("a whole number of milliseconds from 10 to 60000");
  options.tick = tick;
  options.tickGiven = true;
  return {};
}

QString readSeed(Options& options, const QString& value) {
  bool fits = false;
  const quint64 seed = value.toULongLong(&fits);
  if (!fits || !isDigits(value))
    return QStringLiteral("a whole number from 0 to %1").arg(std::numeric_limits<quint64>::max());
  options.seed = seed;
  options.seedGiven = true;
  return {};
}

QString readSpeed(Options& options, const QString& value) {
  if (value == QLatin1String("max")) {
    options.speedMilli = kSpeedMax;
    options.paused = false;
    return {};
  }
  const auto speed = readThousandths(value, 1000000);
  if (!speed) return QStringLiteral("a number from 0 (paused) to 1000 with at most three decimals, or max");
  options.paused = *speed == 0;
  options.speedMilli = *speed == 0 ? 1000 : *speed;
  return {};
}

QString readFor(Options& options, const QString& value) {
  const auto duration = parseDuration(value.toStdString());
  if (!duration) {
    return QStringLiteral("a duration such as 500ms, 2.5s or 10m (%1)").arg(QString::fromStdString(duration.error()));
  }
  options.forTime = duration.value();
  return {};
}

QString readSet(Options& options, const QString& value) {
  const qsizetype equals = value.indexOf(u'=');
  if (equals < 1) return QStringLiteral("PATH=VALUE, such as spec.rollout.maxSurge=2");
  options.overrides.push_back({value.left(equals).toStdString(), value.mid(equals + 1).toStdString()});
  return {};
}

QString readEvents(Options& options, const QString& value) { return readPath(options.eventsFile, value); }
QString readState(Options& options, const QString& value) { return readPath(options.stateFile, value); }
QString readSeries(Options& options, const QString& value) { return readPath(options.seriesFile, value); }

QString readSummary(Options& options, const QString& value) {
  if (value != QLatin1String("text") && value != QLatin1String("json")) return QStringLiteral("text or json");
  options.summary = value == QLatin1String("json") ? SummaryFormat::Json : SummaryFormat::Text;
  return {};
}

}  // namespace perfect
