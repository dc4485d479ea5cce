// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds where one HTTP/1.x request ends in a stream of bytes, strictly: what two readers of the same
// bytes could understand differently is refused, and so is what is too big, before it is kept.
// Sits in front of QHttpServer, whose own parser has no limits and believes contradictory lengths.
// Thread rule: one thread. No I/O, no clock: bytes in, state out.
// Rules: RFC 9112 (message syntax), RFC 9110 (fields).
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <vector>

namespace perfect {

struct HeaderField {
  QByteArray name;  ///< lower case
  QByteArray value;
};

struct FramingLimits {
  qsizetype headBytes = 16 * 1024;    ///< request line, fields and trailers together
  qsizetype bodyBytes = 1024 * 1024;  ///< after the chunks are taken apart
};

/// Why a request is not read any further. The connection cannot go on after it.
struct FramingFault {
  int status = 400;
  QString detail;
};

struct RequestHead {
  QByteArray method;  ///< as sent; methods are case-sensitive
  QByteArray target;  ///< origin-form ("/state?pods=0") or "*"
  QByteArray host;    ///< authority: of an absolute target, else of the Host field
  std::vector<HeaderField> fields;
  bool keepAlive = true;
  bool http10 = false;
  bool expectsContinue = false;

  /// The first field of that name (lower case), or empty.
  QByteArray field(QByteArrayView name) const;
  /// All fields of that name as one list, as RFC 9110 5.3 joins them.
  QByteArray list(QByteArrayView name) const;
  /// Its comma-separated values hold this token, whatever the case.
  bool hasToken(QByteArrayView name, QByteArrayView token) const;
};

class RequestFraming {
 public:
  explicit RequestFraming(const FramingLimits& limits = {}) : m_limits(limits) {}

  /// Takes bytes of this request and returns how many; the rest belongs to the next one, or nobody wants it.
  qsizetype take(QByteArrayView bytes);

  bool started() const { return m_started; }  ///< a first byte has come
  bool headComplete() const { return m_state >= State::Body && m_state != State::Failed; }
  bool complete() const { return m_state == State::Complete; }
  bool failed() const { return m_state == State::Failed; }
  const FramingFault& fault() const { return m_fault; }
  /// Requires headComplete().
  const RequestHead& head() const { return m_head; }
  const QByteArray& body() const { return m_body; }

 private:
  enum class State { StartLine, Fields, Body, ChunkSize, ChunkData, ChunkEnd, Trailers, Complete, Failed };

  qsizetype takeBody(QByteArrayView bytes);
  qsizetype takeLine(QByteArrayView bytes);
  void endLine();
  void startLine();
  void absoluteTarget();
  bool splitField(QByteArray& name, QByteArray& value);
  void fieldLine();
  void endOfFields();
  QByteArray saidTwice() const;
  bool decideLength();
  bool contentLength(qsizetype& length);
  void chunkSize();
  void fail(int status, const QString& detail);

  FramingLimits m_limits;
  State m_state = State::StartLine;
  bool m_started = false;
  QByteArray m_line;
  qsizetype m_headBytes = 0;
  qsizetype m_remaining = 0;  ///< of the body or the present chunk
  RequestHead m_head;
  QByteArray m_body;
  FramingFault m_fault;
};

}  // namespace perfect
