// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rest/storm/random_http.h"

namespace perfect::storm {

namespace {

using Texts = std::vector<std::string>;

const Texts kMethods = {"GET",    "GET",     "GET", "HEAD",  "POST", "POST",
                        "DELETE", "OPTIONS", "PUT", "PATCH", "BREW", "get"};
const Texts kPaths = {"/state",
                      "/services",
                      "/services/api",
                      "/services/api/diff",
                      "/services/api/wait",
                      "/services/nobody",
                      "/pods",
                      "/pods/api-xxxxxx-yyyyy",
                      "/events",
                      "/events/log",
                      "/why",
                      "/lb/select",
                      "/metrics",
                      "/sim",
                      "/healthz",
                      "/",
                      "/docs",
                      "/openapi.json",
                      "/nothing",
                      "//state",
                      "/%2e%2e/%2e%2e/etc/passwd",
                      "/services/%00",
                      "/services/a%2Fb",
                      "/scale",
                      "/load",
                      "/image",
                      "/apply",
                      "/chaos/kill",
                      "/chaos/health",
                      "/chaos/schedule",
                      "/chaos/stop",
                      "/rollout/pause",
                      "/rollout/undo",
                      "/rollout/promote",
                      "/sim/step",
                      "/sim/seek",
                      "/sim/speed"};
const Texts kNames = {"service", "pods",     "events", "limit", "continue", "ready", "status", "level", "type",
                      "reason",  "q",        "since",  "pod",   "event",    "delta", "cpu",    "image", "count",
                      "healthy", "probe",    "dryRun", "full",  "speed",    "for",   "mode",   "every", "percent",
                      "timeout", "replicas", "demand", "x",     "%00",      "a+b",   ""};
const Texts kValues = {"api",
                       "web",
                       "nobody",
                       "0",
                       "1",
                       "-1",
                       "2",
                       "99999999999999999999",
                       "true",
                       "false",
                       "delta",
                       "full",
                       "100ms",
                       "1h",
                       "stable",
                       "INFO",
                       "%",
                       "%zz",
                       "%F0%9F%92%A5",
                       "a b",
                       "+1",
                       "max",
                       "1e309",
                       "",
                       "NaN",
                       "'\"<>",
                       "local%3A%2F%2Fdemo@v3"};
const Texts kFields = {"Accept: application/x-ndjson",
                       "Accept: application/yaml",
                       "If-None-Match: *",
                       "Last-Event-ID: 1-2-3",
                       "Origin: http://evil.example",
                       "Origin: null",
                       "X-API-Key: guess",
                       "Connection: close",
                       "Connection: keep-alive, upgrade",
                       "Upgrade: websocket",
                       "Expect: 100-continue",
                       "Expect: miracles",
                       "Content-Type: application/json",
                       "Content-Type: application/yaml",
                       "Cookie: a=b",
                       "X: \xff\xfe",
                       "Transfer-Encoding: chunked",
                       "Transfer-Encoding: gzip, chunked",
                       "Content-Length: 5",
                       "Content-Length: -5",
                       "Content-Length: 18446744073709551615",
                       "Host: localhost",
                       "Host: evil.example",
                       "Host: [::1",
                       " folded: yes",
                       "no colon",
                       "Range: bytes=0-"};
const Texts kBodies = {"",
                       "{}",
                       "{\"yaml\":\"a: [\"}",
                       "a: &a [*a, *a]",
                       "{\"shape\":\"sine\",\"from\":0,\"to\":90,\"period\":\"10s\"}",
                       "apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {replicas: 3}\n",
                       "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {replicas: 20000000000}\n",
                       "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {replicas: 5, image: 'x@v2'}\n",
                       "5\r\nhello\r\n0\r\n\r\n",
                       "ffffffffffffffff\r\n",
                       std::string("\0\1\2\3", 4)};

std::string body(Random& random) {
  switch (random.below(12)) {
    case 0:
      return std::string(random.below(100000), '[');
    case 1:
      return std::string(random.below(5000), '{');
    case 2: {
      std::string noise;
      for (std::size_t i = random.below(2000); i > 0; --i) noise += static_cast<char>(random.below(256));
      return noise;
    }
    default:
      return random.of(kBodies);
  }
}

std::string target(Random& random) {
  std::string text = random.of(kPaths);
  char before = '?';
  for (std::size_t i = random.below(4); i > 0; --i) {
    text += before + random.of(kNames) + "=" + random.of(kValues);
    before = '&';
  }
  if (random.oneIn(60)) text += std::string(random.below(30000), 'a');
  return text;
}

/// One request that nothing is wrong with.
std::string validRequest(Random& random, Visit& visit) {
  static const Texts reads = {"/state",
                              "/state?pods=0",
                              "/services",
                              "/services/api",
                              "/services/api/diff",
                              "/pods?limit=2",
                              "/events/log?limit=5",
                              "/why?service=api",
                              "/lb/select",
                              "/metrics",
                              "/sim",
                              "/healthz",
                              "/nothing",
                              "/events",
                              "/events?mode=delta"};
  static const Texts writes = {"/scale?service=api&delta=1",
                               "/scale?service=api&replicas=3",
                               "/load?service=api&cpu=50",
                               "/chaos/kill?service=api",
                               "/rollout/pause?service=api",
                               "/rollout/resume?service=api",
                               "/rollout/restart?service=api",
                               "/image?service=api&image=x@v2",
                               "/chaos/health?service=api&healthy=false",
                               "/sim/step",
                               "/sim/resume"};
  if (random.oneIn(3)) {
    const std::string text = random.oneIn(4) ? random.of(kBodies) : std::string();
    return "POST " + random.of(writes) +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
  }
  visit.head = random.oneIn(4);
  const std::string& path = random.of(reads);
  visit.stream = path.starts_with("/events") && !path.starts_with("/events/log") && !visit.head;
  return (visit.head ? "HEAD " : "GET ") + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

std::string halfValidRequest(Random& random) {
  static const Texts versions = {"HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/1.x", "http/1.1"};
  const std::string end = random.oneIn(30) ? "\n" : "\r\n";
  const std::string content = body(random);
  std::string text = random.of(kMethods) + (random.oneIn(40) ? "  " : " ") + target(random) + " " + random.of(versions);
  text += end;
  if (!random.oneIn(15)) text += "Host: localhost" + end;
  for (std::size_t i = random.below(4); i > 0; --i) text += random.of(kFields) + end;
  if (!random.oneIn(4)) text += "Content-Length: " + std::to_string(content.size()) + end;
  return text + end + content;
}

/// Flips, cuts, doubles.
void mutate(Random& random, std::string& text) {
  for (std::size_t i = 1 + random.below(4); i > 0 && !text.empty(); --i) {
    const std::size_t at = random.below(text.size());
    switch (random.below(4)) {
      case 0:
        text[at] = static_cast<char>(random.below(256));
        break;
      case 1:
        text.erase(at, 1 + random.below(20));
        break;
      case 2:
        text.insert(at, text.substr(random.below(text.size()), random.below(100)));
        break;
      default:
        text.insert(at, 1, static_cast<char>(random.below(33)));
    }
  }
}

std::vector<std::string> inPieces(Random& random, const std::string& text) {
  std::vector<std::string> pieces;
  const std::size_t most = random.oneIn(3) ? 1 + random.below(40) : text.size() + 1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = pieces.size() >= 20 ? text.size() - at : 1 + random.below(most);
    pieces.push_back(text.substr(at, size));
    at += size;
  }
  return pieces;
}

}  // namespace

std::size_t Random::below(std::size_t end) {
  std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return end == 0 ? 0 : static_cast<std::size_t>((z ^ (z >> 31)) % end);
}

Visit randomVisit(Random& random) {
  Visit visit;
  std::string text;
  const std::size_t kind = random.below(10);
  if (kind < 3) {
    text = validRequest(random, visit);
    visit.valid = true;
  } else {
    for (std::size_t i = random.oneIn(4) ? 1 + random.below(5) : 1; i > 0; --i) {
      Visit ignored;
      text += random.oneIn(3) ? validRequest(random, ignored) : halfValidRequest(random);
    }
    if (kind >= 6) mutate(random, text);
    visit.leaves = random.oneIn(3);
  }
  visit.pieces = inPieces(random, text);
  visit.finishSending = !visit.leaves && random.oneIn(3);
  visit.resets = visit.leaves && random.oneIn(2);
  return visit;
}

}  // namespace perfect::storm
