// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/window.h"

#include <QApplication>
#include <QEventLoop>
#include <QStandardPaths>
#include <cstdio>

namespace perfect::bench {

namespace {

/// Ends the loop behind the event that painted something in the window. Which widget that is differs: one that others
/// cover whole is not painted itself.
class FirstPaint final : public QObject {
 public:
  FirstPaint(QWidget& window, QEventLoop& loop) : m_window(window), m_loop(loop) { qApp->installEventFilter(this); }
  bool eventFilter(QObject* receiver, QEvent* event) override {
    const auto* widget = event->type() == QEvent::Paint ? qobject_cast<QWidget*>(receiver) : nullptr;
    // The whole window is painted at one go; what is queued comes behind it.
    if (widget != nullptr && widget->window() == &m_window) {
      QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
    }
    return false;
  }

 private:
  QWidget& m_window;
  QEventLoop& m_loop;
};

}  // namespace

void startQt() {
  // What this platform cannot do does not matter here, and would be said for every window.
  qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type >= QtCriticalMsg) std::fprintf(stderr, "%s\n", qPrintable(message));
  });
  static const auto* application = [] {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);  // the settings of whoever measures stay out of it
    static int argc = 1;
    static char name[] = "perfect-bench";
    static char* argv[] = {name, nullptr};
    return new QApplication(argc, argv);
  }();
  Q_UNUSED(application);
}

void showPainted(QWidget& window) {
  QEventLoop loop;
  const FirstPaint painted(window, loop);
  window.show();
  loop.exec();
}

}  // namespace perfect::bench
