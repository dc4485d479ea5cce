// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests' clients asked and were answered, a JSON object a line, in the file that PERFECT_RECORD names: another
// test holds every answer against the API's description. Without PERFECT_RECORD nothing is kept.
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QSet>

namespace perfect::test {

/// Finds the requests in the bytes that a client sends, as far as they are well formed.
class SentRequests {
 public:
  struct Line {
    QByteArray method;  ///< empty: what was sent is no request
    QByteArray target;
  };

  void send(const QByteArray& bytes) { m_sent.append(bytes); }
  /// The request that the next answer belongs to.
  Line next() {
    const qsizetype end = m_sent.indexOf("\r\n\r\n");
    if (end < 0) return {};
    const QByteArray head = m_sent.left(end).toLower();
    const QList<QByteArray> line = m_sent.left(m_sent.indexOf("\r\n")).split(' ');
    m_sent.remove(0, end + 4);
    if (head.contains("\r\ntransfer-encoding:")) {
      const qsizetype last = m_sent.indexOf("0\r\n\r\n");
      m_sent.remove(0, last < 0 ? m_sent.size() : last + 5);
    } else if (const qsizetype length = head.indexOf("\r\ncontent-length:"); length >= 0) {
      const qsizetype value = length + 17;
      m_sent.remove(0, head.mid(value, head.indexOf('\r', value) - value).trimmed().toLongLong());
    }
    return line.size() == 3 && line[2].startsWith("HTTP/") ? Line{line[0], line[1]} : Line{};
  }

 private:
  QByteArray m_sent;
};

inline void record(const SentRequests::Line& request, int status, const QByteArray& contentType,
                   const QByteArray& body) {
  static QFile file(qEnvironmentVariable("PERFECT_RECORD"));
  static QSet<QByteArray> known;
  if (file.fileName().isEmpty() || status < 200) return;
  if (!file.isOpen() && !file.open(QIODevice::WriteOnly | QIODevice::Truncate)) qFatal("cannot write PERFECT_RECORD");
  const QJsonObject entry{{QStringLiteral("method"), QString::fromLatin1(request.method)},
                          {QStringLiteral("target"), QString::fromLatin1(request.target)},
                          {QStringLiteral("status"), status},
                          {QStringLiteral("type"), QString::fromLatin1(contentType)},
                          {QStringLiteral("body"), QString::fromUtf8(body)}};
  const QByteArray line = QJsonDocument(entry).toJson(QJsonDocument::Compact) + '\n';
  if (known.contains(line)) return;
  known.insert(line);
  file.write(line);
  file.flush();
}

}  // namespace perfect::test
