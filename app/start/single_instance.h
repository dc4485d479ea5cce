// SPDX-License-Identifier: GPL-3.0-or-later
//
// One window a person: a second start hands its FILEs to the first and ends. The place where they meet is the person's
// own and closed to others; one left behind by a program that died is taken over.
// Thread rule: the main thread. handOver() waits for the other program, but not long.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace perfect {

class SingleInstance final : public QObject {
  Q_OBJECT

 public:
  /// `place`: a socket's path; empty: this person's.
  explicit SingleInstance(const QString& place = {});

  /// True: a program at work took them (whole paths, maybe none) and shows itself.
  bool handOver(const QStringList& files);
  /// From now on others hand theirs to this one. False: it cannot be had; then every start is by itself.
  bool listen();

 Q_SIGNALS:
  void asked(const QStringList& files);

 private:
  void greet();

  QString m_place;
  QLocalServer m_server;
};

}  // namespace perfect
