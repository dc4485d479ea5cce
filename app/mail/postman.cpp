// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/postman.h"

#include <algorithm>
#include <utility>

namespace perfect {
namespace {

/// Between two questions about something that is nearly there: a picture that shows the alert, room in the inbox.
constexpr std::chrono::milliseconds kSoon{20};

std::string textOf(const QString& line) {
  QString text = line;
  while (text.toUtf8().size() > static_cast<qsizetype>(kMostMailText)) text.chop(8);
  return text.toStdString();
}

}  // namespace

Postman::Postman(const MailSettings& settings) : Postman(settings, Options{}) {}

Postman::Postman(const MailSettings& settings, const Options& options) : m_options(options), m_settings(settings) {}

Postman::~Postman() { stop(); }

void Postman::start() {
  m_thread = std::thread([this] { run(); });
}

void Postman::post(Letter letter) {
  auto item = std::make_unique<Item>();
  item->letter = std::move(letter);
  item->posted = item->due = Clock::now();
  {
    const std::lock_guard lock(m_mutex);
    if (m_items.size() >= m_options.mostLetters) {
      const auto oldest = std::find_if(m_items.begin(), m_items.end(), [](const auto& i) { return !i->underWay; });
      if (oldest != m_items.end()) {
        fail(**oldest, QStringLiteral("%1 mails wait already; newer ones went before it").arg(m_options.mostLetters));
      }
    }
    m_items.push_back(std::move(item));
    if (m_stopping) fail(*m_items.back(), QStringLiteral("the program ends"));
  }
  m_wake.notify_all();
}

void Postman::configure(const MailSettings& settings) {
  const std::lock_guard lock(m_mutex);
  m_settings = settings;
}

MailSettings Postman::settings() const {
  const std::lock_guard lock(m_mutex);
  return m_settings;
}

void Postman::tryOut(const MailSettings& settings, const Mail& mail, std::function<void(const Attempt&)> done) {
  {
    const std::lock_guard lock(m_mutex);
    m_tryOuts.push_back({settings, mail, std::move(done)});
  }
  m_wake.notify_all();
}

std::size_t Postman::waiting() const {
  const std::lock_guard lock(m_mutex);
  return m_items.size();
}

void Postman::stop() {
  if (!m_thread.joinable()) return;
  {
    Lock lock(m_mutex);
    m_stopping = true;
    m_wake.notify_all();
    m_idle.wait_for(lock, std::chrono::milliseconds(m_options.parting), [this] { return m_done; });
  }
  m_client.abort();
  m_wake.notify_all();
  m_thread.join();
}

void Postman::run() {
  Lock lock(m_mutex);
  while (true) {
    handOverReports(lock);
    if (!m_tryOuts.empty()) {
      TryOut test = std::move(m_tryOuts.front());
      m_tryOuts.pop_front();
      lock.unlock();
      QList<QByteArray> recipients;
      for (const Mailbox& mailbox : test.settings.to) recipients.append(mailbox.address);
      test.done(m_client.deliver(test.settings, test.mail, recipients));
      lock.lock();
      continue;
    }
    if (composeAll(lock)) continue;
    if (Item* item = nextDue(); item != nullptr && !m_client.aborted()) {
      attempt(lock, *item);
      continue;
    }
    // What is not due now will not be before the end.
    if (m_stopping && (m_client.aborted() || std::all_of(m_items.begin(), m_items.end(),
                                                         [](const auto& item) { return item->mail.has_value(); }))) {
      break;
    }
    if (const auto wake = wakeAt(); wake == Clock::time_point::max())
      m_wake.wait(lock);
    else
      m_wake.wait_until(lock, wake);
  }
  failTheRest();
  handOverReports(lock);
  m_done = true;
  m_idle.notify_all();
}

/// Letters are composed when they come in, while what led to the alert is still remembered. True: time has passed.
bool Postman::composeAll(Lock& lock) {
  bool unlocked = false;
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    Item& item = *m_items[i];
    if (item.mail) continue;
    const bool last = m_stopping || Clock::now() - item.posted >= std::chrono::milliseconds(m_options.composeTime);
    item.underWay = true;  // nobody takes it away meanwhile
    const MailSettings settings = m_settings;
    lock.unlock();
    std::optional<Mail> mail = item.letter.compose(settings, last);
    lock.lock();
    unlocked = true;
    item.underWay = false;
    item.mail = std::move(mail);
    if (!item.mail) return false;  // later ones are not there either
  }
  return unlocked;
}

void Postman::handOverReports(Lock& lock) {
  while (!m_reports.empty()) {
    const Report report = m_reports.front();
    lock.unlock();
    const bool taken = report.taker(report.result);
    lock.lock();
    if (!taken && !m_stopping) return;
    m_reports.pop_front();
  }
}

bool Postman::inOrder(const Item& item) const {
  for (const auto& other : m_items) {
    if (other.get() == &item) return true;
    if (other->letter.lane == item.letter.lane) return false;
  }
  return true;
}

Postman::Item* Postman::nextDue() {
  const auto now = Clock::now();
  for (const auto& item : m_items) {
    if (item->mail && item->due <= now && inOrder(*item)) return item.get();
  }
  return nullptr;
}

void Postman::attempt(Lock& lock, Item& item) {
  const MailSettings settings = m_settings;
  if (!settings.delivers()) {
    fail(item, QStringLiteral("no mail server or no recipient is set any more"));
    return;
  }
  if (item.attempts == 0) {
    for (const Mailbox& mailbox : settings.to) item.recipients.append(mailbox.address);
  }
  ++item.attempts;
  item.underWay = true;
  lock.unlock();
  const Attempt attempt = m_client.deliver(settings, *item.mail, item.recipients);
  lock.lock();
  item.underWay = false;
  conclude(item, attempt);
}

void Postman::conclude(Item& item, const Attempt& attempt) {
  if (attempt.end == Attempt::End::Aborted) return;  // with the rest
  if (!attempt.accepted.isEmpty()) item.reached = true;
  item.recipients = attempt.later;
  item.refused += attempt.refused;
  const bool again = attempt.end != Attempt::End::Never && !attempt.later.isEmpty();
  if (!again) {
    const bool sent = item.reached;
    report(item, sent ? MailResult::Sent : MailResult::Failed, attempt.code, sent ? leftOut(item) : attempt.text);
    forget(item);
    return;
  }
  if (item.attempts >= m_options.mostAttempts) {
    fail(item, attempt.text + QStringLiteral(" (given up after %1 attempts)").arg(item.attempts), attempt.code);
    return;
  }
  Millis wait = m_options.firstWait;
  for (int i = 1; i < item.attempts && wait < m_options.mostWait; ++i) wait *= m_options.factor;
  wait = std::min(wait, m_options.mostWait);
  item.due = Clock::now() + std::chrono::milliseconds(wait);
  report(item, MailResult::Deferred, attempt.code, attempt.text, wait);
}

QString Postman::leftOut(const Item& item) {
  QStringList who = item.refused;
  for (const QByteArray& recipient : item.recipients) who.append(QString::fromLatin1(recipient));
  return who.isEmpty() ? QString() : QStringLiteral("not to ") + who.join(QStringLiteral("; "));
}

/// Who has got it has got it; it is the others for whom it ends here.
void Postman::fail(Item& item, const QString& why, int code) {
  if (item.reached)
    report(item, MailResult::Sent, code, leftOut(item) + QStringLiteral(": ") + why);
  else
    report(item, MailResult::Failed, code, why);
  forget(item);
}

void Postman::report(Item& item, MailResult result, int code, const QString& text, Millis retryAfter) {
  MailResultCommand command;
  command.result = result;
  command.code = code;
  command.attempt = std::max(1, item.attempts);
  command.retryAfter = retryAfter;
  command.text = textOf(text);
  m_reports.push_back({item.letter.report, std::move(command)});
}

void Postman::forget(const Item& item) {
  m_items.erase(std::find_if(m_items.begin(), m_items.end(), [&](const auto& i) { return i.get() == &item; }));
}

Postman::Clock::time_point Postman::wakeAt() const {
  auto wake = Clock::time_point::max();
  if (!m_reports.empty()) wake = Clock::now() + kSoon;
  for (const auto& item : m_items) {
    if (!item->mail) wake = std::min(wake, Clock::now() + kSoon);
    if (item->mail && inOrder(*item)) wake = std::min(wake, item->due);
  }
  return wake;
}

void Postman::failTheRest() {
  while (!m_items.empty()) fail(*m_items.front(), QStringLiteral("the program ended before the mail server took it"));
  for (TryOut& test : std::exchange(m_tryOuts, {})) {
    Attempt aborted;
    aborted.end = Attempt::End::Aborted;
    test.done(aborted);
  }
}

}  // namespace perfect
