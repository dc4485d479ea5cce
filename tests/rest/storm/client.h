// SPDX-License-Identifier: GPL-3.0-or-later
// A client with bad manners: it sends any bytes, in any pieces, and leaves when it likes. POSIX only, so that nothing
// but the server under test can mend what it does. Loopback only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace perfect::storm {

/// Milliseconds of a clock that only goes forward.
std::int64_t nowMs();
void sleepMs(std::int64_t ms);

class Client {
 public:
  explicit Client(std::uint16_t port);
  ~Client();
  Client(Client&& other) noexcept;
  Client& operator=(Client&& other) noexcept;

  bool connected() const { return m_socket >= 0; }
  /// What the server takes within `patienceMs`; false: not all of it.
  bool send(std::string_view bytes, std::int64_t patienceMs = 2000);
  void finishSending();
  /// Some bytes, or none within `patienceMs`.
  std::string receive(std::int64_t patienceMs);
  /// The server has ended the connection.
  bool ended() const { return m_ended; }
  /// Ends it; `hard`: with a reset.
  void close(bool hard = false);

 private:
  int m_socket = -1;
  bool m_ended = false;
};

/// The status of a whole answer in `bytes`, 0 where there is none yet.
int statusOf(std::string_view bytes);
/// An answer that is there from beginning to end. `bodyless`: to HEAD.
bool isWhole(std::string_view bytes, bool bodyless = false);

struct Answer {
  int status = 0;  ///< 0: none in time
  std::string text;
  std::int64_t ms = 0;
};
/// One well-behaved request on a connection of its own.
Answer ask(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body = {},
           std::int64_t patienceMs = 10000);
/// The value of a sample in /metrics, or -1.
double metric(std::uint16_t port, const std::string& name);

}  // namespace perfect::storm
