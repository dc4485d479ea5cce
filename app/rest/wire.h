// SPDX-License-Identifier: GPL-3.0-or-later
//
// The connected TCP socket behind a Connection. QTcpSocket is not used here because it takes a client that
// has merely finished sending ("half-closed") for gone, and cannot close one direction itself.
// Thread rule: the REST thread. POSIX.
// Invariant: what the reader does not take stays in the kernel, so a hasty client is slowed down by TCP.
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>
#include <deque>

namespace perfect {

class Wire final : public QObject {
  Q_OBJECT

 public:
  /// Takes over a connected descriptor.
  Wire(qintptr descriptor, QObject* parent);
  ~Wire() override;

  /// Some of what has come in. Empty: there is nothing now, readable() will tell; or ended().
  QByteArray read();
  /// Something has come in that nobody has read yet, whether or not readable() has told so.
  bool hasUnread() const;
  /// The client has said all it will say.
  bool ended() const { return m_ended; }

  /// Sends at once what can be sent, keeps the rest; what many wires are given is kept once.
  void write(const QByteArray& bytes) { write(bytes, {}); }
  /// The one behind the other.
  void write(const QByteArray& first, const QByteArray& second);
  qint64 bytesToWrite() const { return m_waiting; }
  /// What it keeps to be written.
  const std::deque<QByteArray>& waiting() const { return m_out; }
  /// Nothing more will be written. Requires bytesToWrite() == 0.
  void shutDownWriting();
  void abort();

  QHostAddress peerAddress() const;
  quint16 peerPort() const;

 Q_SIGNALS:
  void readable();
  void written();
  void gone();

 private:
  void sendMore();
  void sent(qsizetype size);
  bool open() const { return m_descriptor >= 0; }

  int m_descriptor;
  bool m_ended = false;
  bool m_drained = true;  ///< nothing more was there when it was last read
  std::deque<QByteArray> m_out;
  qsizetype m_sent = 0;  ///< of the first of them
  qint64 m_waiting = 0;
  QSocketNotifier m_canRead;
  QSocketNotifier m_canWrite;
};

}  // namespace perfect
