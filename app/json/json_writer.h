// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes JSON straight into a string, in the order it is told: the same calls give the same bytes on
// every machine and in every build, and a million event lines cost little. Text that is not UTF-8 comes out
// as U+FFFD, so that the document always parses.
// Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace perfect {

class JsonWriter {
 public:
  /// Appends to `out`, which has to outlive the writer.
  explicit JsonWriter(std::string& out) : m_out(out) {}

  void beginObject() { open('{'); }
  void endObject() { close('}'); }
  void beginArray() { open('['); }
  void endArray() { close(']'); }
  /// The next value belongs to this name.
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool flag) { raw(flag ? "true" : "false"); }
  void value(std::int64_t number);
  void value(std::uint64_t number);
  void value(std::int32_t number) { value(std::int64_t{number}); }
  void value(std::uint32_t number) { value(std::uint64_t{number}); }
  /// A number given in thousandths: 1500 is 1.5.
  void milli(std::int64_t thousandths);
  /// Three decimals at most.
  void real(double number);
  void null() { raw("null"); }
  /// JSON that is already written.
  void raw(std::string_view json);

  template <typename T>
  void field(std::string_view name, const T& v) {
    key(name);
    value(v);
  }
  void nullField(std::string_view name) {
    key(name);
    null();
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void quote(std::string_view text);

  std::string& m_out;
  bool m_needsComma = false;
};

}  // namespace perfect
