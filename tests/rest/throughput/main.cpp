// SPDX-License-Identifier: GPL-3.0-or-later
// rest-throughput [ROUNDS]: GET /state with three pods, against a bare QHttpServer route that answers the same bytes.
// Both run in this process, each on a thread of its own, asked in turns by the same client, so that whatever else the
// machine does meets both. Compared is what an answer costs the server (CPU time of the process without the client's),
// and shown besides how many came in a second. Exit code 1: the contract's 80 % are missed.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QTcpServer>
#include <QThread>
#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <future>
#include <memory>
#include <vector>

#include "app/rest/rest_server.h"
#include "core/manifest/manifest.h"

using namespace perfect;

namespace {

constexpr int kConnections = 8;
constexpr double kRoundSeconds = 0.4;
constexpr double kPromised = 0.80;
constexpr char kRequest[] = "GET /state HTTP/1.1\r\nHost: localhost\r\n\r\n";

double seconds(clockid_t clock) {
  timespec time{};
  ::clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// A route as QHttpServer's manual shows it, and nothing else.
class BareServer {
 public:
  explicit BareServer(const QByteArray& body) {
    std::promise<quint16> port;
    m_thread.reset(QThread::create([&port, body] {
      QHttpServer server;
      server.route(QStringLiteral("/state"), [body] { return QHttpServerResponse("application/json", body); });
      auto* listener = new QTcpServer;
      listener->listen(QHostAddress(QHostAddress::LocalHost));
      const quint16 taken = listener->serverPort();
      server.bind(listener);
      QEventLoop loop;
      port.set_value(taken);
      loop.exec();
    }));
    m_thread->start();
    m_port = port.get_future().get();
  }
  ~BareServer() {
    m_thread->quit();
    m_thread->wait();
  }
  quint16 port() const { return m_port; }

 private:
  std::unique_ptr<QThread> m_thread;
  quint16 m_port = 0;
};

/// Connections that stay open, each with one question out.
class Asker {
 public:
  explicit Asker(quint16 port) {
    for (pollfd& entry : m_entries) {
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_port = htons(port);
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      entry = {::socket(AF_INET, SOCK_STREAM, 0), POLLIN, 0};
      const auto* generic = static_cast<const sockaddr*>(static_cast<const void*>(&address));
      if (::connect(entry.fd, generic, sizeof address) != 0) std::perror("connect");
      const int on = 1;
      ::setsockopt(entry.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    for (std::size_t i = 0; i < kConnections; ++i) {
      ask(i);
      while (!takeAnswer(i)) {}
    }
  }
  ~Asker() {
    for (const pollfd& entry : m_entries) ::close(entry.fd);
  }

  /// Answers had in that time.
  int run(double duration) {
    const double until = seconds(CLOCK_MONOTONIC) + duration;
    for (std::size_t i = 0; i < kConnections; ++i) ask(i);
    int answers = 0;
    int out = kConnections;
    while (out > 0) {
      ::poll(m_entries.data(), m_entries.size(), 1000);
      const bool goOn = seconds(CLOCK_MONOTONIC) < until;
      for (std::size_t i = 0; i < kConnections; ++i) {
        if (m_entries[i].revents == 0 || !takeAnswer(i)) continue;
        ++answers;
        goOn ? ask(i) : static_cast<void>(--out);
      }
    }
    return answers;
  }
  std::size_t answerSize() const { return m_size; }

 private:
  void ask(std::size_t i) {
    if (::send(m_entries[i].fd, kRequest, sizeof kRequest - 1, MSG_NOSIGNAL) < 0) std::perror("send");
    m_taken[i] = 0;
  }
  /// True: that was the whole of it. The first answer says how long the others are.
  bool takeAnswer(std::size_t i) {
    std::array<char, 65536> buffer;
    const ssize_t size = ::recv(m_entries[i].fd, buffer.data(), buffer.size(), 0);
    if (size <= 0) {
      std::fprintf(stderr, "the server has hung up\n");
      std::exit(1);
    }
    m_taken[i] += static_cast<std::size_t>(size);
    if (m_size == 0) {
      m_first.append(buffer.data(), size);
      const qsizetype end = m_first.indexOf("\r\n\r\n");
      const qsizetype field = m_first.toLower().indexOf("content-length: ");
      if (end < 0 || field < 0) return false;
      const qsizetype whole = end + 4 + m_first.mid(field + 16, m_first.indexOf('\r', field) - field - 16).toLongLong();
      if (m_first.size() < whole) return false;
      m_size = static_cast<std::size_t>(whole);
    }
    return m_taken[i] >= m_size;
  }

  std::array<pollfd, kConnections> m_entries{};
  std::array<std::size_t, kConnections> m_taken{};
  QByteArray m_first;
  std::size_t m_size = 0;
};

struct Measured {
  double perSecond = 0;
  double serverMicros = 0;  ///< CPU time of one answer
};

Measured measure(Asker& asker) {
  const double began = seconds(CLOCK_MONOTONIC);
  const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - seconds(CLOCK_THREAD_CPUTIME_ID);
  const int answers = asker.run(kRoundSeconds);
  const double used = seconds(CLOCK_PROCESS_CPUTIME_ID) - seconds(CLOCK_THREAD_CPUTIME_ID) - cpu;
  return {answers / (seconds(CLOCK_MONOTONIC) - began), used / answers * 1e6};
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 7;
  QFile file(QStringLiteral(PERFECT_SOURCE_DIR "/examples/api-v1.yaml"));
  if (!file.open(QIODevice::ReadOnly)) return 1;
  auto specs = parseManifests(file.readAll().toStdString());
  Controller::Options simulation;
  simulation.initial.push_back(ApplyCommand{std::move(specs).value()});
  simulation.forTime = 8000;
  simulation.speedMilli = kSpeedMax;
  Controller controller(simulation);
  while (!controller.clock().ended) QThread::msleep(10);
  RestOptions options;
  options.port = 0;
  const auto server = RestServer::start(options, controller);
  if (!server) return 1;
  Asker whole(server.value()->port());
  // The same bytes: the body of our answer, and a head about as long.
  const BareServer bare(QByteArray(static_cast<qsizetype>(whole.answerSize()) - 200, 'x'));
  Asker simple(bare.port());
  std::vector<double> rates, bareRates, rateRatios, costRatios;
  for (int round = 0; round < rounds; ++round) {
    const Measured b = measure(simple);
    const Measured o = measure(whole);
    rates.push_back(o.perSecond);
    bareRates.push_back(b.perSecond);
    rateRatios.push_back(o.perSecond / b.perSecond);
    costRatios.push_back(b.serverMicros / o.serverMicros);
    std::printf("round %d: bare %.0f/s (%.1f us), /state %.0f/s (%.1f us)\n", round + 1, b.perSecond, b.serverMicros,
                o.perSecond, o.serverMicros);
  }
  std::printf("GET /state, %zu bytes: %.0f/s, bare route %.0f/s; throughput %.0f %%, by CPU time %.0f %%\n",
              whole.answerSize(), median(rates), median(bareRates), 100 * median(rateRatios), 100 * median(costRatios));
  if (median(costRatios) >= kPromised) return 0;
  std::fprintf(stderr, "FAIL: less than %.0f %% of a bare route\n", 100 * kPromised);
  return 1;
}
