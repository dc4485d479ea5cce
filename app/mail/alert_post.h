// SPDX-License-Identifier: GPL-3.0-or-later
//
// From alerts of the running simulation to mails, and from the mail server's answers back into its history.
// Alerts of a scenario that is played (Play Demo too) are a show and are not mailed.
// Thread rule: onEvent() on the engine's thread, the rest on the owner's; it waits for nobody but in stop().
// Order: make it, give its onEvent() to the Controller, then start() with that; stop() before the Controller stops.
#pragma once

#include <atomic>
#include <functional>
#include <map>

#include "app/mail/alert_news.h"
#include "app/mail/postman.h"
#include "app/runtime/controller.h"

namespace perfect {

class AlertPost {
 public:
  explicit AlertPost(const MailSettings& settings, const Postman::Options& options = {});
  ~AlertPost();

  void start(Controller& controller);
  void onEvent(const Event& event, const Names& names, const WorldMark& world);
  /// Alerts from now on, and attempts that are still to come, use these.
  void configure(const MailSettings& settings);
  /// One mail at once; `done` is called on the postman's thread.
  void sendTest(const MailSettings& settings, std::function<void(const Attempt&)> done);
  /// Called for every answer, on the postman's thread: "mail: api is DOWN: sent". Set it before start().
  std::function<void(const QString& line)> onTold;
  /// Epoch of the world that people work in, whatever is played before it.
  std::int64_t mainEpoch() const { return m_mainEpoch; }

  void stop();

 private:
  std::optional<Mail> compose(const DueAlert& alert, const MailSettings& settings, bool last) const;
  bool tell(const DueAlert& alert, MailResultCommand result);

  const QByteArray m_origin;
  Controller* m_controller = nullptr;
  std::atomic<bool> m_delivers;
  std::atomic<std::int64_t> m_mainEpoch = 0;
  std::map<std::string, DueAlert> m_downs;  ///< newest DOWN of each service; the engine's thread
  Postman m_postman;
};

}  // namespace perfect
