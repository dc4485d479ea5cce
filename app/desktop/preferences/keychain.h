// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop's keychain (Secret Service, KWallet) for the mail password and the REST key. Where there is none, they are
// known only until the program ends: they are never written to a file.
// Thread rule: the GUI thread. Nothing waits: answers come as signals.
#pragma once

#include <QObject>
#include <QString>

namespace perfect {

class Keychain final : public QObject {
  Q_OBJECT

 public:
  /// `key`: what is kept, such as SMTP_PASS.
  explicit Keychain(const QString& key, QObject* parent = nullptr) : QObject(parent), m_key(key) {}

  void read();
  /// Empty: removes it.
  void write(const QString& password);

 Q_SIGNALS:
  /// `fault`: why there is no keychain, or empty; a password that was never kept is empty and no fault.
  void readDone(const QString& password, const QString& fault);
  void written(const QString& fault);

 private:
  QString m_key;
};

}  // namespace perfect
