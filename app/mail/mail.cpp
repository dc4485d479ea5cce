// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/mail.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include "app/mail/headers.h"

namespace perfect {
namespace {

QString calendar(std::int64_t ms) {
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
  return QLocale::c().toString(time, QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
}

QString seconds(Millis ms) { return QString::fromStdString(secondsText(ms)) + QStringLiteral(" s"); }

QByteArray alertId(std::int64_t epochMs, std::uint64_t seq, const MailSettings& settings, const QByteArray& origin) {
  return "alert." + QByteArray::number(qulonglong{seq}) + '.' + QByteArray::number(qlonglong{epochMs}) + '.' + origin +
         '@' + senderDomain(settings);
}

struct Row {
  QString name;
  QString value;
};

QList<Row> rowsOf(const AlertNews& news) {
  const DueAlert& alert = news.alert;
  const bool up = alert.status == AlertStatus::Up;
  QList<Row> rows;
  rows.append({QStringLiteral("Service"), QString::fromStdString(alert.service)});
  rows.append({QStringLiteral("State"), up ? QStringLiteral("UP") : QStringLiteral("DOWN")});
  rows.append({QStringLiteral("Since"),
               QStringLiteral("%1 (%2 simulated)").arg(calendar(alert.epochMs + alert.since), seconds(alert.since))});
  if (up) rows.append({QStringLiteral("Was down for"), seconds(alert.downFor)});
  rows.append({QStringLiteral("Ready"), QStringLiteral("%1 of %2").arg(alert.ready).arg(alert.desired)});
  if (!news.version.isEmpty()) rows.append({QStringLiteral("Version"), oneLine(news.version)});
  if (!news.phase.isEmpty()) rows.append({QStringLiteral("Status"), oneLine(news.phase)});
  return rows;
}

QString headline(const DueAlert& alert) {
  const QString service = QString::fromStdString(alert.service);
  if (alert.status == AlertStatus::Up)
    return QStringLiteral("%1 is UP again, %2 of %3 pods ready. It was down for %4.")
        .arg(service)
        .arg(alert.ready)
        .arg(alert.desired)
        .arg(seconds(alert.downFor));
  return QStringLiteral("%1 is DOWN: %2 of %3 pods ready.").arg(service).arg(alert.ready).arg(alert.desired);
}

QString footer(const DueAlert& alert) {
  return QStringLiteral("Event %1 of a simulation by Perfect System: no real service is concerned.").arg(alert.seq);
}

QString plainText(const AlertNews& news, const MailSettings& settings) {
  QString text = headline(news.alert) + QStringLiteral("\n\n");
  for (const Row& row : rowsOf(news)) text += (row.name + u':').leftJustified(14) + row.value + u'\n';
  if (!news.causes.isEmpty()) {
    text += QStringLiteral("\nWhat led to it, oldest first:\n");
    for (const QString& cause : news.causes) text += QStringLiteral("  - ") + oneLine(cause) + u'\n';
  }
  if (!settings.publicUrl.isEmpty()) text += QStringLiteral("\nLook at it: ") + settings.publicUrl + u'\n';
  return text + QStringLiteral("\n-- \n") + footer(news.alert) + u'\n';
}

QString htmlText(const AlertNews& news, const MailSettings& settings) {
  const bool up = news.alert.status == AlertStatus::Up;
  QString html =
      QStringLiteral(
          "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title></head>\n"
          "<body style=\"font-family: sans-serif; color: #1b1f24\">\n"
          "<h1 style=\"font-size: 1.3em; color: %2\">%1</h1>\n<table>\n")
          .arg(headline(news.alert).toHtmlEscaped(), up ? QStringLiteral("#1a7f37") : QStringLiteral("#b3261e"));
  for (const Row& row : rowsOf(news)) {
    html += QStringLiteral("<tr><th style=\"text-align: left; padding-right: 1em\">") + row.name.toHtmlEscaped() +
            QStringLiteral("</th><td>") + row.value.toHtmlEscaped() + QStringLiteral("</td></tr>\n");
  }
  html += QStringLiteral("</table>\n");
  if (!news.causes.isEmpty()) {
    html += QStringLiteral("<p>What led to it, oldest first:</p>\n<ol>\n");
    for (const QString& cause : news.causes)
      html += QStringLiteral("<li>") + oneLine(cause).toHtmlEscaped() + QStringLiteral("</li>\n");
    html += QStringLiteral("</ol>\n");
  }
  if (!settings.publicUrl.isEmpty()) {
    const QString url = settings.publicUrl.toHtmlEscaped();
    html += QStringLiteral("<p><a href=\"") + url + QStringLiteral("\">") + url + QStringLiteral("</a></p>\n");
  }
  return html + QStringLiteral("<p style=\"color: #57606a; font-size: 0.85em\">") + footer(news.alert).toHtmlEscaped() +
         QStringLiteral("</p>\n</body></html>\n");
}

}  // namespace

QByteArray senderDomain(const MailSettings& settings) {
  return settings.from.address.mid(settings.from.address.lastIndexOf('@') + 1);
}

Mail alertMail(const AlertNews& news, const MailSettings& settings, std::int64_t wallMs, const QByteArray& origin) {
  const DueAlert& alert = news.alert;
  Mail mail;
  mail.subject = settings.subjectPrefix + QString::fromStdString(alert.service) +
                 (alert.status == AlertStatus::Up ? QStringLiteral(" is UP") : QStringLiteral(" is DOWN"));
  mail.text = plainText(news, settings);
  mail.html = htmlText(news, settings);
  mail.id = alertId(alert.epochMs, alert.seq, settings, origin);
  if (alert.answers != 0) mail.answers = alertId(alert.epochMs, alert.answers, settings, origin);
  mail.dateMs = wallMs;
  return mail;
}

Mail testMail(const MailSettings& settings, std::int64_t wallMs, const QByteArray& origin) {
  Mail mail;
  mail.subject = settings.subjectPrefix + QStringLiteral("test mail");
  mail.text = QStringLiteral("This is a test: alerts of Perfect System arrive here.\n");
  if (!settings.publicUrl.isEmpty()) mail.text += QStringLiteral("\nTheir link: ") + settings.publicUrl + u'\n';
  mail.html = QStringLiteral(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Test</title></head>"
      "<body><p>This is a test: alerts of Perfect System arrive here.</p>");
  if (!settings.publicUrl.isEmpty()) {
    const QString url = settings.publicUrl.toHtmlEscaped();
    mail.html +=
        QStringLiteral("<p>Their link: <a href=\"") + url + QStringLiteral("\">") + url + QStringLiteral("</a></p>");
  }
  mail.html += QStringLiteral("</body></html>\n");
  mail.id = "test." + QByteArray::number(qlonglong{wallMs}) + '.' + origin + '@' + senderDomain(settings);
  mail.dateMs = wallMs;
  return mail;
}

QList<QByteArray> mailFields(const Mail& mail, const MailSettings& settings) {
  QList<QByteArray> fields{plainField("Date", mailDate(mail.dateMs)), mailboxField("From", {settings.from}),
                           mailboxField("To", settings.to), textField("Subject", mail.subject),
                           plainField("Message-ID", '<' + mail.id + '>')};
  if (!mail.answers.isEmpty()) {
    fields.append(plainField("In-Reply-To", '<' + mail.answers + '>'));
    fields.append(plainField("References", '<' + mail.answers + '>'));
  }
  fields.append(plainField("Auto-Submitted", "auto-generated"));
  fields.append(plainField("MIME-Version", "1.0"));
  fields.append(plainField("Content-Type", "multipart/alternative"));
  return fields;
}

}  // namespace perfect
