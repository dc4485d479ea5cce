// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/smtp_dialogue.h"

#include "app/mail/headers.h"

namespace perfect {
namespace {

constexpr char kStruck[] = "********";

QString cut(QString text, qsizetype most) {
  if (text.toUtf8().size() <= most) return text;
  while (!text.isEmpty() && text.toUtf8().size() + 3 > most) text.chop(text.back().isLowSurrogate() ? 2 : 1);
  return text + u'…';
}

}  // namespace

SmtpDialogue::SmtpDialogue(const MailSettings& settings) {
  const QByteArray password = settings.password.toUtf8();
  if (password.isEmpty()) return;
  const QByteArray user = settings.user.toUtf8();
  const QByteArray plain = QByteArray(1, '\0') + user + QByteArray(1, '\0') + password;
  m_secrets = {plain.toBase64(), (user + plain).toBase64(), password.toBase64(), password};
}

void SmtpDialogue::hear(Voice voice, const QByteArray& bytes) {
  QByteArray& partial = m_partial[static_cast<std::size_t>(voice)];
  partial += bytes;
  for (qsizetype end = partial.indexOf('\n'); end >= 0; end = partial.indexOf('\n')) {
    QByteArray line = partial.left(end);
    partial.remove(0, end + 1);
    while (line.endsWith('\r')) line.chop(1);
    hearLine(voice, line);
  }
  // A server that never ends its line is not listened to for ever.
  if (partial.size() > 65536) partial.clear();
}

void SmtpDialogue::hearLine(Voice voice, const QByteArray& line) {
  static constexpr const char* kSigns[] = {"* ", "< ", "> "};
  QByteArray told = line;
  if (voice == Voice::Client) told = clientLine(line);
  if (voice == Voice::Server) hearReply(line);
  if (m_lines.size() < kMostLines)
    m_lines.append(QLatin1String(kSigns[static_cast<std::size_t>(voice)]) + harmless(QString::fromUtf8(told)));
}

QByteArray SmtpDialogue::clientLine(const QByteArray& line) {
  if (m_authenticating) return kStruck;
  if (line.left(5).toUpper() == "AUTH ") {
    m_authenticating = true;
    const qsizetype blank = line.indexOf(' ', 5);
    return blank < 0 ? line : line.left(blank + 1) + kStruck;
  }
  if (line.left(4).toUpper() == "QUIT") m_leaving = true;
  if (line.left(8).toUpper() == "RCPT TO:") {
    const qsizetype open = line.indexOf('<');
    const qsizetype close = line.indexOf('>', open);
    if (open >= 0 && close > open) m_recipients.append({line.mid(open + 1, close - open - 1), 0, {}});
    m_recipientAsked = open >= 0 && close > open;
  }
  return line;
}

void SmtpDialogue::hearReply(const QByteArray& line) {
  bool number = false;
  const int code = line.left(3).toInt(&number);
  if (!number || code < 200 || code > 599) return;
  const QString text = QString::fromUtf8(line.mid(4)).trimmed();
  // "250-" goes on, "250 " is the last line.
  m_reply += m_reply.isEmpty() ? text : u' ' + text;
  if (line.size() > 3 && line[3] == '-') {
    m_reply.truncate(4 * kMostLine);
    return;
  }
  if (m_leaving) return;
  m_lastCode = code;
  m_lastText = harmless(m_reply);
  m_reply.clear();
  if (code != 334) m_authenticating = false;
  if (m_recipientAsked) {
    m_recipients.last().code = code;
    m_recipients.last().text = m_lastText;
    m_recipientAsked = false;
  }
}

QStringList SmtpDialogue::lines() const {
  QStringList lines = m_lines;
  if (m_mailBytes > 0) lines.append(QStringLiteral("* the mail itself: %1 bytes").arg(m_mailBytes));
  return lines;
}

QString SmtpDialogue::harmless(const QString& text, qsizetype most) const {
  QByteArray bytes = text.toUtf8();
  for (const QByteArray& secret : m_secrets) bytes.replace(secret, kStruck);
  return cut(oneLine(QString::fromUtf8(bytes)), most);
}

}  // namespace perfect
