// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/request_framing.h"

#include <QList>
#include <algorithm>
#include <array>
#include <string_view>

namespace perfect {

namespace {

constexpr qsizetype kMaxChunkLine = 1024;
/// Fields that say one thing: said twice, two readers could believe two things. (Lengths and codings: decideLength.)
constexpr std::array<std::string_view, 6> kSaidOnce = {"content-type", "x-api-key",     "origin",
                                                       "expect",       "authorization", "last-event-id"};

bool isTokenChar(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}
bool isToken(QByteArrayView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenChar); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isControl(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7f || (byte < 0x20 && c != '\t' && c != '\r' && c != '\n');
}
bool isTargetChar(char c) { return c > ' ' && c < 0x7f && c != '#'; }

}  // namespace

QByteArray RequestHead::field(QByteArrayView name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const HeaderField& f) { return f.name == name; });
  return found == fields.end() ? QByteArray() : found->value;
}

QByteArray RequestHead::list(QByteArrayView name) const {
  QByteArray joined;
  for (const HeaderField& field : fields) {
    if (field.name == name) joined.append(joined.isNull() ? "" : ", ").append(field.value);
  }
  return joined;
}

bool RequestHead::hasToken(QByteArrayView name, QByteArrayView token) const {
  for (const HeaderField& field : fields) {
    if (field.name != name) continue;
    const QList<QByteArray> parts = field.value.split(',');
    for (const QByteArray& part : parts) {
      if (part.trimmed().compare(token, Qt::CaseInsensitive) == 0) return true;
    }
  }
  return false;
}

void RequestFraming::fail(int status, const QString& detail) {
  m_state = State::Failed;
  m_fault = {status, detail};
  m_body.clear();
}

qsizetype RequestFraming::take(QByteArrayView bytes) {
  qsizetype used = 0;
  while (used < bytes.size() && m_state < State::Complete) {
    const QByteArrayView rest = bytes.sliced(used);
    m_started = true;
    used += m_state == State::Body || m_state == State::ChunkData ? takeBody(rest) : takeLine(rest);
  }
  return used;
}

qsizetype RequestFraming::takeBody(QByteArrayView bytes) {
  const qsizetype size = std::min(m_remaining, bytes.size());
  m_body.append(bytes.first(size));
  m_remaining -= size;
  if (m_remaining == 0) m_state = m_state == State::Body ? State::Complete : State::ChunkEnd;
  return size;
}

qsizetype RequestFraming::takeLine(QByteArrayView bytes) {
  const qsizetype end = bytes.indexOf('\n');
  const QByteArrayView part = end < 0 ? bytes : bytes.first(end + 1);
  if (m_state == State::ChunkSize || m_state == State::ChunkEnd) {
    if (m_line.size() + part.size() > kMaxChunkLine) {
      fail(400, QStringLiteral("a chunk's size line is too long"));
      return part.size();
    }
  } else {
    m_headBytes += part.size();
    if (m_headBytes > m_limits.headBytes) {
      fail(431, QStringLiteral("request line and header fields are larger than %1 bytes").arg(m_limits.headBytes));
      return part.size();
    }
  }
  if (std::any_of(part.begin(), part.end(), isControl)) {
    fail(400, QStringLiteral("the request holds control characters"));
    return part.size();
  }
  m_line.append(part);
  if (end >= 0) endLine();
  return part.size();
}

void RequestFraming::endLine() {
  const bool good = m_line.endsWith("\r\n") && m_line.indexOf('\r') == m_line.size() - 2;
  if (!good) return fail(400, QStringLiteral("every line of a request's head ends with CR LF"));
  m_line.chop(2);
  switch (m_state) {
    case State::StartLine:
      if (!m_line.isEmpty()) startLine();  // RFC 9112 2.2: an empty line before a request is skipped
      break;
    case State::Fields:
      m_line.isEmpty() ? endOfFields() : fieldLine();
      break;
    case State::ChunkSize:
      chunkSize();
      break;
    case State::ChunkEnd:
      if (!m_line.isEmpty()) return fail(400, QStringLiteral("a chunk is longer than its size says"));
      m_state = State::ChunkSize;
      break;
    case State::Trailers: {
      QByteArray name;
      QByteArray value;
      if (m_line.isEmpty()) {
        m_state = State::Complete;
      } else if (!splitField(name, value)) {
        return;  // trailers are checked and left out
      }
      break;
    }
    default:
      break;
  }
  m_line.clear();
}

void RequestFraming::startLine() {
  const QList<QByteArray> parts = m_line.split(' ');
  if (parts.size() != 3 || !isToken(parts[0]) || parts[1].isEmpty()) {
    return fail(400, QStringLiteral("the request line must read METHOD SP TARGET SP HTTP/1.1"));
  }
  const QByteArray& version = parts[2];
  const bool wellFormed = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5]) &&
                          version[6] == '.' && isDigit(version[7]);
  if (!wellFormed) return fail(400, QStringLiteral("the request line must end with HTTP/1.1"));
  if (version[5] != '1') return fail(505, QStringLiteral("only HTTP/1.0 and HTTP/1.1 are spoken here"));
  m_head.http10 = version[7] == '0';
  m_head.method = parts[0];
  m_head.target = parts[1];
  if (!std::all_of(m_head.target.begin(), m_head.target.end(), isTargetChar)) {
    return fail(400, QStringLiteral("the request target holds characters that must be percent-encoded"));
  }
  absoluteTarget();
  const bool asterisk = m_head.target == "*" && m_head.method == "OPTIONS";
  if (m_state != State::Failed && !asterisk && !m_head.target.startsWith('/')) {
    return fail(400, QStringLiteral("the request target must begin with a slash"));
  }
  if (m_state != State::Failed) m_state = State::Fields;
}

/// RFC 9112 3.2.2: "http://host/path" is accepted, and its host counts, not the Host field's.
void RequestFraming::absoluteTarget() {
  if (m_head.target.left(7).toLower() != "http://") return;
  const QByteArray rest = m_head.target.mid(7);
  const qsizetype slash = rest.indexOf('/');
  const qsizetype query = rest.indexOf('?');
  const qsizetype end = std::min(slash < 0 ? rest.size() : slash, query < 0 ? rest.size() : query);
  m_head.host = rest.left(end);
  if (m_head.host.isEmpty()) return fail(400, QStringLiteral("the request target names no host"));
  m_head.target = rest.mid(end);
  if (!m_head.target.startsWith('/')) m_head.target.prepend('/');
}

bool RequestFraming::splitField(QByteArray& name, QByteArray& value) {
  const qsizetype colon = m_line.indexOf(':');
  name = m_line.left(std::max<qsizetype>(colon, 0)).toLower();
  if (colon <= 0 || !isToken(name)) {
    fail(400, QStringLiteral("a header field must read Name: value, without folded lines or space before the colon"));
    return false;
  }
  value = m_line.mid(colon + 1).trimmed();
  return true;
}

void RequestFraming::fieldLine() {
  HeaderField field;
  if (splitField(field.name, field.value)) m_head.fields.push_back(std::move(field));
}

/// The name of a field that may stand once and does not.
QByteArray RequestFraming::saidTwice() const {
  for (const std::string_view once : kSaidOnce) {
    const QByteArrayView name(once.data(), static_cast<qsizetype>(once.size()));
    const auto times = std::count_if(m_head.fields.begin(), m_head.fields.end(),
                                     [&](const HeaderField& field) { return field.name == name; });
    if (times > 1) return name.toByteArray();
  }
  return {};
}

void RequestFraming::endOfFields() {
  const auto hosts = std::count_if(m_head.fields.begin(), m_head.fields.end(),
                                   [](const HeaderField& field) { return field.name == "host"; });
  const QByteArray host = m_head.field("host");
  if (hosts != 1 || host.isEmpty()) return fail(400, QStringLiteral("a request needs exactly one Host field"));
  if (m_head.host.isEmpty()) m_head.host = host;
  if (const QByteArray twice = saidTwice(); !twice.isNull())
    return fail(400, QStringLiteral("the field %1 may be given once").arg(QString::fromLatin1(twice)));
  const bool close = m_head.hasToken("connection", "close");
  m_head.keepAlive = !close && (!m_head.http10 || m_head.hasToken("connection", "keep-alive"));
  const QByteArray expect = m_head.field("expect").toLower();
  if (!expect.isEmpty() && expect != "100-continue") {
    return fail(417, QStringLiteral("the only expectation that can be met is 100-continue"));
  }
  m_head.expectsContinue = !expect.isEmpty() && !m_head.http10;
  if (!decideLength()) return;
  if (m_state == State::Body && m_remaining == 0) m_state = State::Complete;
}

/// RFC 9112 6.3; both lengths at once, or one said twice differently, is how requests are smuggled.
bool RequestFraming::decideLength() {
  QByteArray coding;
  int codings = 0;
  for (const HeaderField& field : m_head.fields) {
    if (field.name == "transfer-encoding") {
      coding = field.value.toLower();
      ++codings;
    }
  }
  const bool hasLength = std::any_of(m_head.fields.begin(), m_head.fields.end(),
                                     [](const HeaderField& field) { return field.name == "content-length"; });
  if (codings == 0) {
    if (!contentLength(m_remaining)) return false;
    m_state = State::Body;
    return true;
  }
  if (hasLength || codings > 1 || m_head.http10 || coding.isEmpty()) {
    fail(400, QStringLiteral("Content-Length and Transfer-Encoding contradict one another"));
  } else if (coding != "chunked") {
    const bool repeated = coding.count("chunked") > 1;
    fail(repeated ? 400 : 501, QStringLiteral("the only transfer coding understood is chunked"));
  } else {
    m_state = State::ChunkSize;
  }
  return m_state != State::Failed;
}

bool RequestFraming::contentLength(qsizetype& length) {
  QByteArray digits;
  for (const HeaderField& field : m_head.fields) {
    if (field.name != "content-length") continue;
    const bool number = !field.value.isEmpty() && std::all_of(field.value.begin(), field.value.end(), isDigit);
    if (!number || (!digits.isNull() && digits != field.value)) {
      fail(400, QStringLiteral("Content-Length must be one whole number of bytes"));
      return false;
    }
    digits = field.value;
  }
  length = 0;
  for (const char digit : digits) {
    length = length * 10 + (digit - '0');
    if (length > m_limits.bodyBytes) {
      fail(413, QStringLiteral("the body is larger than %1 bytes").arg(m_limits.bodyBytes));
      return false;
    }
  }
  return true;
}

void RequestFraming::chunkSize() {
  const qsizetype semicolon = m_line.indexOf(';');
  const QByteArray digits = semicolon < 0 ? m_line : m_line.left(semicolon);
  qsizetype size = 0;
  for (const char digit : digits) {
    const qsizetype value = QByteArrayView("0123456789abcdef").indexOf(static_cast<char>(digit | 0x20));
    if (value < 0 || digit < '0') return fail(400, QStringLiteral("a chunk's size must be a hexadecimal number"));
    size = size * 16 + value;
    if (m_body.size() + size > m_limits.bodyBytes) {
      return fail(413, QStringLiteral("the body is larger than %1 bytes").arg(m_limits.bodyBytes));
    }
  }
  if (digits.isEmpty()) return fail(400, QStringLiteral("a chunk's size must be a hexadecimal number"));
  m_remaining = size;
  m_state = size == 0 ? State::Trailers : State::ChunkData;
}

}  // namespace perfect
