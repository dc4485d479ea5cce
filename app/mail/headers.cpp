// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/headers.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace perfect {
namespace {

constexpr qsizetype kLine = 78;
/// Of UTF-8, in one encoded word: 52 letters of base64 and 12 around them leave room on a line of 76.
constexpr qsizetype kWordBytes = 39;
constexpr qsizetype kMostPlainWord = 60;

/// Whether it can stand as it is: printable ASCII whose words are short, and nothing that looks like an encoded word.
bool isPlain(const QString& text) {
  qsizetype word = 0;
  for (const QChar c : text) {
    if (c.unicode() < 0x20 || c.unicode() > 0x7E) return false;
    word = c == u' ' ? 0 : word + 1;
    if (word > kMostPlainWord) return false;
  }
  const bool blankEnds = text.startsWith(u' ') || text.endsWith(u' ') || text.contains(QLatin1String("  "));
  return !blankEnds && !text.contains(QLatin1String("=?"));
}

/// Words between spaces, each on the line where it still fits.
QByteArray folded(QByteArray line, const QList<QByteArray>& words) {
  QByteArray out;
  bool first = true;
  for (const QByteArray& word : words) {
    if (!first && line.size() + 1 + word.size() > kLine) {
      out += line + "\r\n";
      line.clear();
    }
    line += ' ' + word;
    first = false;
  }
  return out + line;
}

QList<QByteArray> encodedWords(const QString& text) {
  QList<QByteArray> words;
  QByteArray piece;
  const auto finish = [&] {
    if (!piece.isEmpty()) words.append("=?utf-8?B?" + piece.toBase64() + "?=");
    piece.clear();
  };
  for (const char32_t character : text.toUcs4()) {
    const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
    if (piece.size() + bytes.size() > kWordBytes) finish();
    piece += bytes;
  }
  finish();
  return words;
}

QList<QByteArray> wordsOf(const QString& text) {
  return isPlain(text) ? text.toLatin1().split(' ') : encodedWords(text);
}

/// A name before an address: quoted where it is plain, so that no character of it means anything.
QList<QByteArray> phrase(const QString& name) {
  if (!isPlain(name)) return encodedWords(name);
  QString quoted = name;
  quoted.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
  return ('"' + quoted.toLatin1() + '"').split(' ');
}

}  // namespace

QString oneLine(const QString& text) {
  QString line = text;
  for (QChar& c : line) {
    const auto category = c.category();
    if (category == QChar::Other_Control || category == QChar::Separator_Line ||
        category == QChar::Separator_Paragraph) {
      c = u' ';
    }
  }
  return line;
}

QByteArray textField(const char* name, const QString& text) {
  return folded(QByteArray(name) + ':', wordsOf(oneLine(text)));
}

QByteArray mailboxField(const char* name, const QList<Mailbox>& mailboxes) {
  QList<QByteArray> words;
  for (qsizetype i = 0; i < mailboxes.size(); ++i) {
    const Mailbox& mailbox = mailboxes[i];
    const QString shown = oneLine(mailbox.name);
    QByteArray address = mailbox.address;
    if (!shown.isEmpty()) {
      words += phrase(shown);
      address = '<' + address + '>';
    }
    words.append(i + 1 < mailboxes.size() ? address + ',' : address);
  }
  return folded(QByteArray(name) + ':', words);
}

QByteArray plainField(const char* name, const QByteArray& value) { return QByteArray(name) + ": " + value; }

QByteArray mailDate(std::int64_t ms) {
  const QDateTime date = QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
  return QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

}  // namespace perfect
