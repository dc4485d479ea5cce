// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rest/storm/client.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <thread>
#include <utility>

namespace perfect::storm {

namespace {

bool waitFor(int socket, short events, std::int64_t patienceMs) {
  pollfd entry{socket, events, 0};
  return ::poll(&entry, 1, static_cast<int>(patienceMs)) > 0;
}

}  // namespace

std::int64_t nowMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

void sleepMs(std::int64_t ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

Client::Client(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* generic = static_cast<const sockaddr*>(static_cast<const void*>(&address));
  if (m_socket >= 0 && ::connect(m_socket, generic, sizeof address) != 0) close();
  if (connected()) ::fcntl(m_socket, F_SETFL, ::fcntl(m_socket, F_GETFL) | O_NONBLOCK);
}

Client::~Client() { close(); }

Client::Client(Client&& other) noexcept : m_socket(other.m_socket), m_ended(other.m_ended) { other.m_socket = -1; }

Client& Client::operator=(Client&& other) noexcept {
  std::swap(m_socket, other.m_socket);
  std::swap(m_ended, other.m_ended);
  return *this;
}

bool Client::send(std::string_view bytes, std::int64_t patienceMs) {
  const std::int64_t until = nowMs() + patienceMs;
  while (connected() && !bytes.empty()) {
    const ssize_t size = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (size > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(size));
    } else if (errno != EAGAIN && errno != EINTR) {
      return false;
    } else if (nowMs() >= until || !waitFor(m_socket, POLLOUT, until - nowMs())) {
      return false;
    }
  }
  return bytes.empty();
}

void Client::finishSending() {
  if (connected()) ::shutdown(m_socket, SHUT_WR);
}

std::string Client::receive(std::int64_t patienceMs) {
  std::string text;
  if (!connected() || !waitFor(m_socket, POLLIN, patienceMs)) return text;
  std::array<char, 65536> buffer;
  const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), 0);
  if (size > 0) text.assign(buffer.data(), static_cast<std::size_t>(size));
  m_ended = size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR);
  return text;
}

void Client::close(bool hard) {
  if (!connected()) return;
  const linger reset{1, 0};
  if (hard) ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  ::close(m_socket);
  m_socket = -1;
  m_ended = true;
}

int statusOf(std::string_view bytes) {
  const bool answer = bytes.size() >= 12 && bytes.starts_with("HTTP/1.1 ");
  return answer ? std::atoi(std::string(bytes.substr(9, 3)).c_str()) : 0;
}

bool isWhole(std::string_view bytes, bool bodyless) {
  const std::size_t end = bytes.find("\r\n\r\n");
  if (end == std::string_view::npos) return false;
  const int status = statusOf(bytes);
  if (bodyless || status == 204 || status == 304) return true;
  const std::size_t field = bytes.substr(0, end).find("\r\nContent-Length: ");
  if (field == std::string_view::npos) return false;
  const std::size_t length = std::strtoull(std::string(bytes.substr(field + 18, 20)).c_str(), nullptr, 10);
  return bytes.size() >= end + 4 + length;
}

Answer ask(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body,
           std::int64_t patienceMs) {
  const std::int64_t began = nowMs();
  Client client(port);
  std::string request = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n";
  request += "Connection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
  client.send(request);
  Answer answer;
  while (!client.ended() && !isWhole(answer.text) && nowMs() - began < patienceMs) answer.text += client.receive(100);
  if (isWhole(answer.text)) answer.status = statusOf(answer.text);
  answer.ms = nowMs() - began;
  return answer;
}

double metric(std::uint16_t port, const std::string& name) {
  const std::string text = ask(port, "GET", "/metrics").text;
  const std::size_t at = text.find("\n" + name + " ");
  return at == std::string::npos ? -1 : std::strtod(text.c_str() + at + name.size() + 2, nullptr);
}

}  // namespace perfect::storm
