// SPDX-License-Identifier: GPL-3.0-or-later
//
// One attempt to hand a mail to the server, through libcurl: TLS, authentication, recipients, the mail itself.
// Thread rule: one thread at a time; abort() may be called from any. Never takes longer than the settings' timeout
// allows, whatever the server does, and ends soon after abort().
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <vector>

#include "app/mail/mail.h"
#include "app/mail/smtp_dialogue.h"

namespace perfect {

struct Attempt {
  enum class End {
    Sent,     ///< the server took it, for `accepted`
    Later,    ///< a trouble that may pass
    Never,    ///< trying again would change nothing
    Aborted,  ///< abort() came first
  };
  End end = End::Later;
  int code = 0;  ///< the server's reply that decided it; 0: none did
  QString text;  ///< one line without secrets: what went wrong, or which recipients were turned away
  QList<QByteArray> accepted;
  QList<QByteArray> later;  ///< recipients for whom it is worth trying again
  QStringList refused;      ///< recipients that were turned away for good, each with the server's words
  QStringList dialogue;     ///< secrets struck out
};

class SmtpClient {
 public:
  SmtpClient();
  ~SmtpClient();
  SmtpClient(const SmtpClient&) = delete;
  SmtpClient& operator=(const SmtpClient&) = delete;

  /// Requires settings.delivers() and at least one recipient. A server that turns some recipients away gets the mail
  /// for the others.
  Attempt deliver(const MailSettings& settings, const Mail& mail, const QList<QByteArray>& recipients);

  /// The present attempt and all later ones end as Aborted.
  void abort();
  bool aborted() const { return m_aborted; }

 private:
  struct Transfer;
  int run(Transfer& transfer);
  bool openSocket(int socket);
  void closeSocket(int socket);

  void* m_multi;  ///< CURLM
  std::atomic<bool> m_aborted = false;
  std::mutex m_socketMutex;
  std::vector<int> m_sockets;  ///< those that are open
};

}  // namespace perfect
