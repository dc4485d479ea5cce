// SPDX-License-Identifier: GPL-3.0-or-later
//
// What this program and a mail server said to each other, line by line, with every secret struck out, and what the
// server thought of each recipient.
// Thread rule: plain; one thread. Invariant: what lines(), lastText() and recipients() give never holds the password,
// neither as it is nor in a form that goes over the wire.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include "app/runtime/alert_setup.h"

namespace perfect {

class SmtpDialogue {
 public:
  static constexpr qsizetype kMostLines = 400;
  static constexpr qsizetype kMostLine = 400;

  explicit SmtpDialogue(const MailSettings& settings);

  enum class Voice { Note, Server, Client };
  /// Bytes as they went by; whole lines or parts of them.
  void hear(Voice voice, const QByteArray& bytes);
  /// The mail itself, of which only the size is told.
  void hearMail(qsizetype bytes) { m_mailBytes += bytes; }

  struct Answer {
    QByteArray recipient;
    int code = 0;
    QString text;
  };
  /// In the order they were named. One without an answer has code 0.
  const QList<Answer>& recipients() const { return m_recipients; }
  int lastCode() const { return m_lastCode; }  ///< of the server's newest whole reply but that to QUIT; 0: none
  QString lastText() const { return m_lastText; }

  /// "> EHLO …", "< 250 …", "* note". The oldest are kept: trouble comes early.
  QStringList lines() const;
  /// The text with secrets struck out, on one line, at most `most` bytes of UTF-8.
  QString harmless(const QString& text, qsizetype most = kMostLine) const;

 private:
  void hearLine(Voice voice, const QByteArray& line);
  void hearReply(const QByteArray& line);
  QByteArray clientLine(const QByteArray& line);

  QList<QByteArray> m_secrets;
  QByteArray m_partial[3];
  QStringList m_lines;
  QList<Answer> m_recipients;
  bool m_recipientAsked = false;  ///< the next reply is about the last of m_recipients
  bool m_authenticating = false;  ///< what the client says is secret, until a reply other than 334
  bool m_leaving = false;         ///< what comes now is farewell
  qsizetype m_mailBytes = 0;
  int m_lastCode = 0;
  QString m_reply;  ///< of the reply that is still coming
  QString m_lastText;
};

}  // namespace perfect
