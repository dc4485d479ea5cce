// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_writer.h"

#include <charconv>
#include <cmath>

namespace perfect {

namespace {

/// Length of the well-formed UTF-8 sequence that `text` begins with (no surrogates, nothing overlong); 0: none.
std::size_t sequenceLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (length >= 3) {
    const unsigned char second = byte(1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F)) {
      return 0;
    }
  }
  return length;
}

bool plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

template <typename Number>
void appendNumber(std::string& out, Number number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

void appendEscape(std::string& out, unsigned char c) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
  }
}

}  // namespace

void JsonWriter::separate() {
  if (m_needsComma) m_out += ',';
  m_needsComma = true;
}

void JsonWriter::open(char bracket) {
  separate();
  m_out += bracket;
  m_needsComma = false;
}

void JsonWriter::close(char bracket) {
  m_out += bracket;
  m_needsComma = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  m_out += ':';
  m_needsComma = false;
}

void JsonWriter::value(std::string_view text) {
  separate();
  quote(text);
}

void JsonWriter::value(std::int64_t number) {
  separate();
  appendNumber(m_out, number);
}

void JsonWriter::value(std::uint64_t number) {
  separate();
  appendNumber(m_out, number);
}

void JsonWriter::milli(std::int64_t thousandths) {
  separate();
  if (thousandths < 0) m_out += '-';
  const std::uint64_t size =
      thousandths < 0 ? 0 - static_cast<std::uint64_t>(thousandths) : static_cast<std::uint64_t>(thousandths);
  appendNumber(m_out, size / 1000);
  const std::uint64_t rest = size % 1000;
  if (rest == 0) return;
  char decimals[4] = {'.', static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10),
                      static_cast<char>('0' + rest % 10)};
  std::size_t length = 4;
  while (decimals[length - 1] == '0') --length;
  m_out.append(decimals, length);
}

void JsonWriter::real(double number) {
  if (!std::isfinite(number) || std::abs(number) > 9e15) {
    null();
  } else {
    milli(std::llround(number * 1000.0));
  }
}

void JsonWriter::raw(std::string_view json) {
  separate();
  m_out += json;
}

void JsonWriter::quote(std::string_view text) {
  m_out += '"';
  std::size_t done = 0;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (plain(c)) {
      ++i;
      continue;
    }
    m_out.append(text, done, i - done);
    const std::size_t length = sequenceLength(text.substr(i));
    if (length >= 2) {
      m_out.append(text, i, length);
      i += length;
    } else {
      if (length == 0) {
        m_out += "\xEF\xBF\xBD";
      } else {
        appendEscape(m_out, c);
      }
      ++i;
    }
    done = i;
  }
  m_out.append(text, done, text.size() - done);
  m_out += '"';
}

}  // namespace perfect
