// SPDX-License-Identifier: GPL-3.0-or-later
//
// SIGINT and SIGTERM as a Qt signal. A second one of them ends the program at once, as ever.
// Thread rule: make one, on the main thread, once there is an application object.
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <array>
#include <memory>

namespace perfect {

class Termination final : public QObject {
  Q_OBJECT

 public:
  explicit Termination(QObject* parent = nullptr);
  ~Termination() override;

 Q_SIGNALS:
  void asked();

 private:
  void onReadable();

  std::array<int, 2> m_pipe{-1, -1};
  std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace perfect
