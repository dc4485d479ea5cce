// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/smtp_client.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "core/base/assert.h"

namespace perfect {
namespace {

using Clock = std::chrono::steady_clock;

// Asked for under its new name where libcurl knows that.
#if LIBCURL_VERSION_NUM >= 0x080200
constexpr CURLoption kSomeRecipientsSuffice = CURLOPT_MAIL_RCPT_ALLOWFAILS;
#else
constexpr CURLoption kSomeRecipientsSuffice = CURLOPT_MAIL_RCPT_ALLLOWFAILS;
#endif

void startLibrary() {
  static std::once_flag once;
  std::call_once(once, [] { PERFECT_ASSERT(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); });
}

/// Between the path's first slash and its end libcurl looks for the name to say EHLO with. A name without a dot says
/// nothing to a server; an address in brackets is what RFC 5321 has for those who have none.
QByteArray ehloName(const MailSettings& settings) {
  const QByteArray domain = senderDomain(settings);
  return domain.contains('.') ? domain : QByteArrayLiteral("%5B127.0.0.1%5D");
}

QByteArray urlOf(const MailSettings& settings) {
  const QByteArray scheme = settings.privacy() == MailPrivacy::TlsFromStart ? "smtps://" : "smtp://";
  const QByteArray host = settings.host.toLatin1();
  return scheme + (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(settings.port) + '/' +
         ehloName(settings);
}

/// Quoted-printable keeps only line ends of the network's kind.
QByteArray networkText(const QString& text) {
  QByteArray bytes = text.toUtf8();
  bytes.replace("\r\n", "\n").replace('\n', "\r\n");
  return bytes;
}

void addPart(curl_mime* mime, const QByteArray& content, const char* type) {
  curl_mimepart* part = curl_mime_addpart(mime);
  curl_mime_data(part, content.constData(), static_cast<std::size_t>(content.size()));
  curl_mime_type(part, type);
  curl_mime_encoder(part, "quoted-printable");
}

}  // namespace

/// What one attempt owns: the handle, and all that libcurl reads from while it lasts.
struct SmtpClient::Transfer {
  struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  using List = std::unique_ptr<curl_slist, FreeList>;
  static List listOf(const QList<QByteArray>& lines);

  Transfer(SmtpClient& owner, const MailSettings& settings, const Mail& mail, const QList<QByteArray>& recipients);
  ~Transfer() {
    curl_mime_free(mime);
    curl_easy_cleanup(easy);
  }
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  template <typename Value>
  void set(CURLoption option, Value value) {
    PERFECT_ASSERT(curl_easy_setopt(easy, option, value) == CURLE_OK);
  }
  void setSecurity(const MailSettings& settings);
  void setTimes(const MailSettings& settings);

  static int onOpen(void* owner, curl_socket_t socket, curlsocktype) {
    return static_cast<SmtpClient*>(owner)->openSocket(socket) ? CURL_SOCKOPT_OK : CURL_SOCKOPT_ERROR;
  }
  static int onClose(void* owner, curl_socket_t socket) {
    static_cast<SmtpClient*>(owner)->closeSocket(socket);
    return 0;
  }
  static int onDebug(CURL*, curl_infotype type, char* data, std::size_t size, void* self);
  static int onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

  SmtpClient& client;
  SmtpDialogue dialogue;
  Clock::time_point deadline;
  CURL* easy;
  curl_mime* mime;
  List fields;
  List to;
  char words[CURL_ERROR_SIZE] = {};  ///< libcurl's own, for what went wrong
};

SmtpClient::Transfer::List SmtpClient::Transfer::listOf(const QList<QByteArray>& lines) {
  List list;
  for (const QByteArray& line : lines) {
    curl_slist* longer = curl_slist_append(list.get(), line.constData());
    PERFECT_ASSERT(longer != nullptr);
    list.release();
    list.reset(longer);
  }
  return list;
}

SmtpClient::Transfer::Transfer(SmtpClient& owner, const MailSettings& settings, const Mail& mail,
                               const QList<QByteArray>& recipients)
    : client(owner),
      dialogue(settings),
      easy(curl_easy_init()),
      mime(curl_mime_init(easy)),
      fields(listOf(mailFields(mail, settings))),
      to(listOf(recipients)) {
  PERFECT_ASSERT(easy != nullptr && mime != nullptr);
  set(CURLOPT_URL, urlOf(settings).constData());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_PROXY, "");  // an environment made for web pages does not reroute mails
  set(CURLOPT_MAIL_FROM, settings.from.address.constData());
  set(CURLOPT_MAIL_RCPT, to.get());
  set(kSomeRecipientsSuffice, 1L);
  addPart(mime, networkText(mail.text), "text/plain; charset=utf-8");
  addPart(mime, networkText(mail.html), "text/html; charset=utf-8");
  set(CURLOPT_HTTPHEADER, fields.get());
  set(CURLOPT_MIMEPOST, mime);
  set(CURLOPT_VERBOSE, 1L);
  set(CURLOPT_DEBUGFUNCTION, &Transfer::onDebug);
  set(CURLOPT_DEBUGDATA, this);
  set(CURLOPT_ERRORBUFFER, words);
  setSecurity(settings);
  setTimes(settings);
}

void SmtpClient::Transfer::setSecurity(const MailSettings& settings) {
  // Never CURLUSESSL_TRY: it would tell the password to whoever leaves STARTTLS out of his greeting.
  const bool encrypted = settings.privacy() != MailPrivacy::Plain;
  set(CURLOPT_USE_SSL, static_cast<long>(encrypted ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, settings.verify ? 1L : 0L);
  set(CURLOPT_SSL_VERIFYHOST, settings.verify ? 2L : 0L);
  if (!settings.caFile.isEmpty()) set(CURLOPT_CAINFO, settings.caFile.toLocal8Bit().constData());
  if (settings.password.isEmpty()) return;
  set(CURLOPT_USERNAME, settings.user.toUtf8().constData());
  set(CURLOPT_PASSWORD, settings.password.toUtf8().constData());
}

void SmtpClient::Transfer::setTimes(const MailSettings& settings) {
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_QUICK_EXIT, 1L);  // a name server that is silent keeps nobody waiting at the end
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeoutMs));
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.timeoutMs));
  // The farewell (QUIT) waits for its answer outside those limits, but asks here every second.
  deadline = Clock::now() + std::chrono::milliseconds(settings.timeoutMs);
  set(CURLOPT_FORBID_REUSE, 1L);
  set(CURLOPT_SOCKOPTFUNCTION, &Transfer::onOpen);
  set(CURLOPT_SOCKOPTDATA, &client);
  set(CURLOPT_CLOSESOCKETFUNCTION, &Transfer::onClose);
  set(CURLOPT_CLOSESOCKETDATA, &client);
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &Transfer::onProgress);
  set(CURLOPT_XFERINFODATA, this);
}

int SmtpClient::Transfer::onDebug(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
  SmtpDialogue& dialogue = static_cast<Transfer*>(self)->dialogue;
  const QByteArray bytes(data, static_cast<qsizetype>(size));
  if (type == CURLINFO_TEXT) dialogue.hear(SmtpDialogue::Voice::Note, bytes);
  if (type == CURLINFO_HEADER_IN) dialogue.hear(SmtpDialogue::Voice::Server, bytes);
  if (type == CURLINFO_HEADER_OUT) dialogue.hear(SmtpDialogue::Voice::Client, bytes);
  if (type == CURLINFO_DATA_OUT) dialogue.hearMail(bytes.size());
  return 0;
}

int SmtpClient::Transfer::onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const Transfer& transfer = *static_cast<Transfer*>(self);
  return transfer.client.aborted() || Clock::now() > transfer.deadline ? 1 : 0;
}

namespace {

/// Whether what went wrong will go wrong again, by libcurl's own verdict; replies of the server are judged before.
bool isForGood(CURLcode code) {
  switch (code) {
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_LOGIN_DENIED:
    case CURLE_USE_SSL_FAILED:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_NOT_BUILT_IN:
    case CURLE_AUTH_ERROR:
      return true;
    default:
      return false;
  }
}

QString inWords(CURLcode code, const MailSettings& settings) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return QStringLiteral("the name %1 is not known").arg(settings.host);
    case CURLE_COULDNT_CONNECT:
      return QStringLiteral("no connection to %1 port %2").arg(settings.host).arg(settings.port);
    case CURLE_OPERATION_TIMEDOUT:
      return QStringLiteral("no answer from %1 within %2 ms").arg(settings.host).arg(settings.timeoutMs);
    case CURLE_USE_SSL_FAILED:
      return QStringLiteral("%1 offers no STARTTLS; nothing was sent").arg(settings.host);
    case CURLE_PEER_FAILED_VERIFICATION:
      return QStringLiteral("the certificate of %1 cannot be trusted").arg(settings.host);
    case CURLE_SSL_CACERT_BADFILE:
      return QStringLiteral("SMTP_CA_FILE %1 is no good").arg(settings.caFile);
    case CURLE_LOGIN_DENIED:
      return QStringLiteral("%1 refuses user name and password").arg(settings.host);
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_WEIRD_SERVER_REPLY:
      return QStringLiteral("%1 broke off").arg(settings.host);
    default:
      return QString::fromLatin1(curl_easy_strerror(code));
  }
}

/// What the server thought of the recipients, where it took the mail or turned all of them away. Gives `text` and `code`
/// where it did not like some.
void sortRecipients(const SmtpDialogue& dialogue, const QList<QByteArray>& recipients, Attempt& attempt) {
  attempt.later = recipients;
  QStringList turnedAway;
  for (const SmtpDialogue::Answer& answer : dialogue.recipients()) {
    if (answer.code >= 200 && answer.code < 300) {
      attempt.accepted.append(answer.recipient);
      attempt.later.removeOne(answer.recipient);
    }
    if (answer.code < 400) continue;
    attempt.code = answer.code;
    turnedAway.append(
        QStringLiteral("%1: %2 %3").arg(QString::fromLatin1(answer.recipient)).arg(answer.code).arg(answer.text));
    if (answer.code < 500) continue;
    attempt.later.removeOne(answer.recipient);
    attempt.refused.append(turnedAway.last());
  }
  attempt.text = dialogue.harmless(turnedAway.join(QStringLiteral("; ")));
}

}  // namespace

SmtpClient::SmtpClient() : m_multi(nullptr) {
  startLibrary();
  m_multi = curl_multi_init();
  PERFECT_ASSERT(m_multi != nullptr);
}

SmtpClient::~SmtpClient() { curl_multi_cleanup(m_multi); }

void SmtpClient::abort() {
  m_aborted = true;
  curl_multi_wakeup(m_multi);
  // For the reply to a mail and to QUIT libcurl waits in its own loop, which only a broken connection ends at once.
  const std::lock_guard lock(m_socketMutex);
  for (const int socket : m_sockets) ::shutdown(socket, SHUT_RDWR);
}

bool SmtpClient::openSocket(int socket) {
  const std::lock_guard lock(m_socketMutex);
  if (m_aborted) return false;
  m_sockets.push_back(socket);
  return true;
}

void SmtpClient::closeSocket(int socket) {
  {
    const std::lock_guard lock(m_socketMutex);
    m_sockets.erase(std::remove(m_sockets.begin(), m_sockets.end(), socket), m_sockets.end());
  }
  ::close(socket);
}

int SmtpClient::run(Transfer& transfer) {
  curl_multi_add_handle(m_multi, transfer.easy);
  CURLcode result = CURLE_ABORTED_BY_CALLBACK;
  for (int running = 1; running > 0 && !m_aborted;) {
    if (curl_multi_perform(m_multi, &running) != CURLM_OK) break;
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(m_multi, &left)) {
      if (message->msg == CURLMSG_DONE) result = message->data.result;
    }
    if (running > 0) curl_multi_poll(m_multi, nullptr, 0, 1000, nullptr);
  }
  curl_multi_remove_handle(m_multi, transfer.easy);
  return static_cast<int>(result);
}

Attempt SmtpClient::deliver(const MailSettings& settings, const Mail& mail, const QList<QByteArray>& recipients) {
  Attempt attempt;
  if (m_aborted) {
    attempt.end = Attempt::End::Aborted;
    return attempt;
  }
  Transfer transfer(*this, settings, mail, recipients);
  const auto code = static_cast<CURLcode>(run(transfer));
  const SmtpDialogue& dialogue = transfer.dialogue;
  attempt.dialogue = dialogue.lines();
  sortRecipients(dialogue, recipients, attempt);
  if (code == CURLE_OK) {
    attempt.end = Attempt::End::Sent;
    if (attempt.text.isEmpty()) attempt.code = dialogue.lastCode();
    return attempt;
  }
  const bool allTurnedAway = dialogue.recipients().size() == recipients.size() && attempt.accepted.isEmpty() &&
                             !attempt.text.isEmpty() && dialogue.lastCode() == attempt.code;
  // Nobody has got it: whoever was to get it is asked again.
  for (const QByteArray& recipient : attempt.accepted) attempt.later.append(recipient);
  attempt.accepted.clear();
  if (m_aborted) {
    attempt.end = Attempt::End::Aborted;
    return attempt;
  }
  if (allTurnedAway) {
    attempt.end = attempt.later.isEmpty() ? Attempt::End::Never : Attempt::End::Later;
    return attempt;
  }
  const int reply = dialogue.lastCode();
  attempt.code = reply >= 400 ? reply : 0;
  QString text = inWords(code == CURLE_ABORTED_BY_CALLBACK ? CURLE_OPERATION_TIMEDOUT : code, settings);
  if (attempt.code != 0) {
    text += QStringLiteral(": %1 %2").arg(reply).arg(dialogue.lastText());
  } else if (transfer.words[0] != '\0') {
    text += QStringLiteral(" (%1)").arg(QString::fromUtf8(transfer.words));
  }
  attempt.text = dialogue.harmless(text);
  const bool forGood = attempt.code >= 500 || (attempt.code == 0 && isForGood(code));
  attempt.end = forGood ? Attempt::End::Never : Attempt::End::Later;
  return attempt;
}

}  // namespace perfect
