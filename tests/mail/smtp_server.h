// SPDX-License-Identifier: GPL-3.0-or-later
// A real SMTP server in a process of its own (support/smtp_server.py), its certificates, and what it has seen.
// Thread rule: one thread.
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include "app/runtime/alert_setup.h"

namespace perfect::test {

inline const QString kPython = QStringLiteral("/usr/bin/python3");

/// Whether this machine has what the servers are made of.
inline bool canServe() {
  QProcess python;
  python.start(kPython, {QStringLiteral("-c"), QStringLiteral("import aiosmtpd.smtp")});
  return python.waitForFinished(30000) && python.exitCode() == 0;
}

/// Self-signed certificates as a small site would make them; each is its own authority.
class Certificates {
 public:
  bool make() { return make("good", "DNS:localhost,IP:127.0.0.1") && make("other", "DNS:mail.other.example"); }
  QString cert(const char* name) const { return m_folder.filePath(QLatin1String(name) + QLatin1String(".pem")); }
  QString key(const char* name) const { return m_folder.filePath(QLatin1String(name) + QLatin1String(".key")); }

 private:
  bool make(const char* name, const char* names) {
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                   QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=test"),
                   QStringLiteral("-addext"), QStringLiteral("subjectAltName=") + QLatin1String(names),
                   QStringLiteral("-keyout"), key(name), QStringLiteral("-out"), cert(name)});
    return openssl.waitForFinished(30000) && openssl.exitCode() == 0;
  }

  QTemporaryDir m_folder;
};

class SmtpServer {
 public:
  explicit SmtpServer(const QStringList& arguments) {
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(kPython,
                    QStringList{QStringLiteral(PERFECT_SOURCE_DIR "/tests/mail/support/smtp_server.py")} + arguments);
    if (!waitLine() || !m_lines.first().startsWith("port "))
      qWarning("%s", m_process.readAllStandardError().constData());
    else
      m_port = static_cast<quint16>(m_lines.takeFirst().mid(5).toInt());
  }
  ~SmtpServer() {
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000)) m_process.kill();
    m_process.waitForFinished(5000);
  }
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  quint16 port() const { return m_port; }

  /// The next thing of this kind that it tells; others before it are dropped. Empty when none comes.
  QJsonObject next(const char* event, int ms = 20000) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
      if (m_lines.isEmpty() && !waitLine(ms - static_cast<int>(timer.elapsed()))) break;
      const QJsonObject told = QJsonDocument::fromJson(m_lines.takeFirst()).object();
      if (told.value(QStringLiteral("event")).toString() == QLatin1String(event)) return told;
    }
    return {};
  }
  QJsonObject mail(int ms = 20000) { return next("mail", ms); }
  /// How many things of this kind it has told and nobody has taken, once it has ended.
  int left(const char* event) {
    m_process.closeWriteChannel();
    m_process.waitForFinished(5000);
    take();
    int count = 0;
    for (const QByteArray& line : std::as_const(m_lines)) {
      const QJsonObject told = QJsonDocument::fromJson(line).object();
      if (told.value(QStringLiteral("event")).toString() == QLatin1String(event)) ++count;
    }
    return count;
  }

 private:
  void take() {
    m_process.setReadChannel(QProcess::StandardOutput);
    while (m_process.canReadLine()) m_lines.append(m_process.readLine().trimmed());
  }
  bool waitLine(int ms = 20000) {
    QElapsedTimer timer;
    timer.start();
    for (take(); m_lines.isEmpty(); take()) {
      if (timer.elapsed() >= ms || !m_process.waitForReadyRead(ms)) break;
    }
    take();
    return !m_lines.isEmpty();
  }

  QProcess m_process;
  QList<QByteArray> m_lines;
  quint16 m_port = 0;
};

/// Every value of a header of a mail that a server has told of.
inline QStringList headers(const QJsonObject& mail, const char* name) {
  QStringList values;
  for (const QJsonValue& header : mail.value(QStringLiteral("headers")).toArray()) {
    if (header.toArray().at(0).toString().compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
      values.append(header.toArray().at(1).toString());
  }
  return values;
}

inline MailSettings settingsFor(const SmtpServer& server) {
  MailSettings settings;
  settings.host = QStringLiteral("127.0.0.1");
  settings.port = server.port();
  settings.to = {{{}, "ops@example.org"}};
  settings.timeoutMs = 20000;
  return settings;
}

}  // namespace perfect::test
