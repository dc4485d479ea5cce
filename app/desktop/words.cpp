// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/words.h"

#include <QCoreApplication>
#include <string>

#include "app/desktop/wording.h"
#include "app/runtime/controller.h"
#include "core/events/texts.h"

namespace perfect::words {

QString clock(SimTime t) {
  const std::int64_t tenths = t / 100;
  const std::int64_t hours = tenths / 36000;
  const QString minutes = QStringLiteral("%1:%2.%3")
                              .arg(tenths / 600 % 60, 2, 10, QLatin1Char('0'))
                              .arg(tenths / 10 % 60, 2, 10, QLatin1Char('0'))
                              .arg(tenths % 10);
  return hours == 0 ? minutes : QString::number(hours) + QLatin1Char(':') + minutes;
}

QString countdown(SimTime until, SimTime now) {
  if (until == kNever) return {};
  const std::int64_t left = until - now;
  if (left <= 0) return QCoreApplication::translate("words", "now");
  if (left < 60000) {
    // Rounded up: "0.0 s" must not stand where something is still to come.
    const std::int64_t tenths = (left + 99) / 100;
    return QStringLiteral("%1%2%3 s").arg(tenths / 10).arg(text(wording().decimalPoint())).arg(tenths % 10);
  }
  const std::int64_t secs = (left + 999) / 1000;
  return QStringLiteral("%1 m %2 s").arg(secs / 60).arg(secs % 60, 2, 10, QLatin1Char('0'));
}

QString count(std::int64_t n) { return text(wording().number(n)); }

namespace {

/// A number that Qt wrote, with the language's point.
QString pointed(QString number) { return number.replace(QLatin1Char('.'), text(wording().decimalPoint())); }

}  // namespace

QString decimal(double value, int digits) { return pointed(QString::number(value, 'f', digits)); }

QString shortCount(std::int64_t n) {
  if (n >= 1000000) return pointed(QString::number(static_cast<double>(n / 10000) / 100.0)) + QLatin1Char('M');
  if (n >= 10000) return QString::number(n / 1000) + QLatin1Char('k');
  return count(n);
}

QString pair(std::int64_t ready, std::int64_t desired) {
  QString all = count(desired);
  if (desired >= 1000000 && desired % 100000 == 0)
    all = pointed(QString::number(static_cast<double>(desired) / 1e6)) + QLatin1Char('M');
  else if (desired >= 10000 && desired % 1000 == 0)
    all = QString::number(desired / 1000) + QLatin1Char('k');
  return count(ready) + QLatin1Char('/') + all;
}

QString speed(std::int64_t speedMilli) {
  if (speedMilli == kSpeedMax) return QCoreApplication::translate("words", "max");
  return pointed(QString::number(static_cast<double>(speedMilli) / 1000.0, 'g', 6)) + QChar(0x00d7);
}

QString message(const Event& event, const Names& names) { return text(messageText(event, names, wording())); }
QString explanation(const Event& event, const Names& names) { return text(explainText(event, names, wording())); }

QString waitsFor(const Waiting& waiting, const ServiceState& service) {
  return text(waitingFor(waiting, service, wording()));
}
QString waitsBecause(const Waiting& waiting, const ServiceState& service) {
  return text(waitingReason(waiting, service, wording()));
}

QString phrase(const ServiceStatus& status) { return text(status.phrase(wording())); }
QString phrase(const ServiceState& service) { return phrase(statusOf(service)); }
QString phase(RolloutPhase phase) { return text(wording().pattern(phaseName(phase))); }
QString type(EventType type) { return text(wording().pattern(typeName(type))); }

const Waiting* toldWait(const ServiceState& service) {
  for (const Waiting& waiting : service.waiting) {
    if (waiting.what != WaitFor::Tick && waiting.what != WaitFor::AutoscaleLook &&
        waiting.what != WaitFor::ProgressDeadline)
      return &waiting;
  }
  return nullptr;
}

QString wait(const ServiceState& service) {
  const Waiting* waiting = toldWait(service);
  return waiting == nullptr ? QString() : waitsFor(*waiting, service);
}

QString waitLeft(const ServiceState& service, SimTime now) {
  const Waiting* waiting = toldWait(service);
  return waiting == nullptr ? QString() : countdown(waiting->until, now);
}

QString phraseWithWait(const ServiceState& service, SimTime now) {
  QString result = phrase(service);
  // A number and its unit stay in one line.
  const QString left = waitLeft(service, now).replace(u' ', QChar::Nbsp);
  for (const QString& part : {wait(service), left}) {
    if (!part.isEmpty()) result += QStringLiteral(" · ") + part;
  }
  return result;
}

QString told(std::string_view text) {
  return text.empty() ? QString() : QCoreApplication::translate("show", std::string(text).c_str());
}

}  // namespace perfect::words
