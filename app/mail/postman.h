// SPDX-License-Identifier: GPL-3.0-or-later
//
// Delivers letters on a thread of its own, one after another: composes, attempts, waits, attempts again.
// Thread rule: every public function may be called from any thread and never waits for the server, except stop().
// Invariants: letters of one lane keep their order, so that the last mail about a service is the newest; a recipient
// gets a letter once; each letter ends in exactly one Sent or Failed. At most Options::mostLetters wait: a further one
// makes the oldest that is not under way Failed, because the newer one says how things are now.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "app/mail/smtp_client.h"
#include "core/model/command.h"

namespace perfect {

struct Letter {
  std::string lane;  ///< the service, and its world
  /// What to send, or nothing yet (asked again soon; `last`: it is now or never). On the postman's thread.
  std::function<std::optional<Mail>(const MailSettings&, bool last)> compose;
  /// How an attempt fared. On the postman's thread. False: could not be taken; it is offered again.
  std::function<bool(const MailResultCommand&)> report;  ///< alert and service are the caller's to fill in
};

class Postman {
 public:
  using Clock = std::chrono::steady_clock;
  struct Options {
    std::size_t mostLetters = 1024;
    Millis firstWait = 5000;  ///< before the second attempt; each further wait is `factor` times as long
    int factor = 3;
    Millis mostWait = 900000;
    int mostAttempts = 8;  ///< about half an hour with these
    Millis composeTime = 2000;
    Millis parting = 800;  ///< how long stop() lets letters that are due go out
  };

  explicit Postman(const MailSettings& settings);
  Postman(const MailSettings& settings, const Options& options);
  ~Postman();  ///< as stop()
  Postman(const Postman&) = delete;
  Postman& operator=(const Postman&) = delete;

  /// Letters may be posted before; nothing is delivered until then.
  void start();
  void post(Letter letter);
  /// Attempts from now on use these.
  void configure(const MailSettings& settings);
  MailSettings settings() const;
  /// One attempt with these settings, ahead of everything that waits; `done` is called on the postman's thread, or by
  /// stop() with an Attempt that was aborted.
  void tryOut(const MailSettings& settings, const Mail& mail, std::function<void(const Attempt&)> done);

  std::size_t waiting() const;  ///< letters that have not ended

  /// Letters that are due get Options::parting to go out; what is left then is Failed. Returns within two seconds.
  void stop();

 private:
  struct Item {
    Letter letter;
    std::optional<Mail> mail;
    Clock::time_point posted;
    Clock::time_point due;
    int attempts = 0;
    bool underWay = false;
    bool reached = false;          ///< somebody has got it
    QList<QByteArray> recipients;  ///< who has not got it yet
    QStringList refused;           ///< recipients turned away for good
  };
  struct TryOut {
    MailSettings settings;
    Mail mail;
    std::function<void(const Attempt&)> done;
  };
  struct Report {
    std::function<bool(const MailResultCommand&)> taker;
    MailResultCommand result;
  };
  using Lock = std::unique_lock<std::mutex>;
  using Items = std::deque<std::unique_ptr<Item>>;

  void run();
  bool composeAll(Lock& lock);
  void handOverReports(Lock& lock);
  Item* nextDue();
  void attempt(Lock& lock, Item& item);
  void conclude(Item& item, const Attempt& attempt);
  static QString leftOut(const Item& item);
  void fail(Item& item, const QString& why, int code = 0);
  void report(Item& item, MailResult result, int code, const QString& text, Millis retryAfter = 0);
  void forget(const Item& item);
  bool inOrder(const Item& item) const;
  Clock::time_point wakeAt() const;
  void failTheRest();

  const Options m_options;
  mutable std::mutex m_mutex;  ///< guards everything below but the thread and the client
  std::condition_variable m_wake;
  std::condition_variable m_idle;
  MailSettings m_settings;
  Items m_items;
  std::deque<TryOut> m_tryOuts;
  std::deque<Report> m_reports;
  bool m_stopping = false;
  bool m_done = false;
  SmtpClient m_client;
  std::thread m_thread;
};

}  // namespace perfect
