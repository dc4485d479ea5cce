// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/alert_post.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSysInfo>
#include <utility>

namespace perfect {
namespace {

/// The same on this machine every time, so that an UP finds its DOWN also after a restart; tells nobody which one it is.
QByteArray machineMark() {
  const QByteArray id = "perfect-system mail " + QSysInfo::machineUniqueId() + QSysInfo::machineHostName().toUtf8();
  return QCryptographicHash::hash(id, QCryptographicHash::Sha256).toHex().left(10);
}

QString lineOf(const DueAlert& alert, const MailResultCommand& result) {
  QString line = QStringLiteral("mail: %1 is %2: ")
                     .arg(QString::fromStdString(alert.service),
                          alert.status == AlertStatus::Up ? QStringLiteral("UP") : QStringLiteral("DOWN"));
  const QString text = QString::fromStdString(result.text);
  switch (result.result) {
    case MailResult::Sent:
      line += QStringLiteral("sent");
      if (result.attempt > 1) line += QStringLiteral(" at attempt %1").arg(result.attempt);
      if (!text.isEmpty()) line += QStringLiteral(": ") + text;
      return line;
    case MailResult::Deferred:
      return line +
             QStringLiteral("attempt %1 failed, the next one follows in %2 s: %3")
                 .arg(QString::number(result.attempt), QString::fromStdString(secondsText(result.retryAfter)), text);
    case MailResult::Failed:
      break;
  }
  return line + QStringLiteral("failed: ") + text;
}

}  // namespace

AlertPost::AlertPost(const MailSettings& settings, const Postman::Options& options)
    : m_origin(machineMark()), m_delivers(settings.delivers()), m_postman(settings, options) {}

AlertPost::~AlertPost() { stop(); }

void AlertPost::start(Controller& controller) {
  m_controller = &controller;
  m_postman.start();
}

void AlertPost::onEvent(const Event& event, const Names& names, const WorldMark& world) {
  if (world.played) return;
  if (m_mainEpoch != world.epochMs) {
    m_mainEpoch = world.epochMs;
    m_downs.clear();
  }
  if (!m_delivers) return;
  auto alert = dueAlert(event, names, world.epochMs);
  if (!alert) return;
  if (alert->status == AlertStatus::Down) {
    m_downs[alert->service] = *alert;
  } else if (const auto down = m_downs.find(alert->service); down != m_downs.end()) {
    alert->answers = down->second.seq;
    m_downs.erase(down);
  }
  Letter letter;
  letter.lane = std::to_string(alert->epochMs) + ' ' + alert->service;
  letter.compose = [this, due = *alert](const MailSettings& settings, bool last) {
    return compose(due, settings, last);
  };
  letter.report = [this, due = *alert](const MailResultCommand& result) { return tell(due, result); };
  m_postman.post(std::move(letter));
}

std::optional<Mail> AlertPost::compose(const DueAlert& alert, const MailSettings& settings, bool last) const {
  const auto snapshot = m_controller->snapshot();
  // Another world may be shown by now; then it is told without the causes.
  const bool elsewhere = snapshot->epochMs != alert.epochMs && m_mainEpoch != alert.epochMs;
  if (!shows(*snapshot, alert) && !last && !elsewhere) return {};
  return alertMail(newsOf(alert, *snapshot), settings, QDateTime::currentMSecsSinceEpoch(), m_origin);
}

bool AlertPost::tell(const DueAlert& alert, MailResultCommand result) {
  result.alert = alert.seq;
  result.service = alert.service;
  const QString line = lineOf(alert, result);
  if (!m_controller->sendTo(alert.epochMs, std::move(result))) return false;
  if (onTold) onTold(line);
  return true;
}

void AlertPost::configure(const MailSettings& settings) {
  m_delivers = settings.delivers();
  m_postman.configure(settings);
}

void AlertPost::sendTest(const MailSettings& settings, std::function<void(const Attempt&)> done) {
  m_postman.tryOut(settings, testMail(settings, QDateTime::currentMSecsSinceEpoch(), m_origin), std::move(done));
}

void AlertPost::stop() { m_postman.stop(); }

}  // namespace perfect
