// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/termination.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>

#include "core/base/assert.h"

namespace perfect {

namespace {

// A signal handler has nothing but globals to reach.
std::atomic<int> g_writeEnd{-1};

void onSignal(int number) {
  const char byte = 1;
  const int fd = g_writeEnd.load();
  if (fd >= 0 && ::write(fd, &byte, 1) != 1) return;
  // The next one acts as if nobody listened: a person who asks twice wants out now.
  std::signal(number, SIG_DFL);
}

void listenTo(int number) {
  struct sigaction action = {};
  action.sa_handler = onSignal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(number, &action, nullptr);
}

}  // namespace

Termination::Termination(QObject* parent) : QObject(parent) {
  PERFECT_ASSERT(::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0);
  g_writeEnd = m_pipe[1];
  m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
  connect(m_notifier.get(), &QSocketNotifier::activated, this, &Termination::onReadable);
  listenTo(SIGINT);
  listenTo(SIGTERM);
}

Termination::~Termination() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  g_writeEnd = -1;
  m_notifier.reset();
  ::close(m_pipe[0]);
  ::close(m_pipe[1]);
}

void Termination::onReadable() {
  char bytes[16];
  while (::read(m_pipe[0], bytes, sizeof bytes) > 0) {}
  Q_EMIT asked();
}

}  // namespace perfect
