// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes Prometheus' text format (0.0.4): families in order, each with its help and type before its samples.
// Thread rule: one thread at a time.
#pragma once

#include <QByteArray>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace perfect {

class MetricsText {
 public:
  using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// Opens a family. `type`: gauge, counter or untyped.
  void family(std::string_view name, std::string_view type, std::string_view help);
  /// A sample of the family opened last.
  void sample(const Labels& labels, std::int64_t value);
  void sample(const Labels& labels, double value);
  /// A family of one sample without labels.
  template <typename Number>
  void single(std::string_view name, std::string_view type, std::string_view help, Number value) {
    family(name, type, help);
    sample({}, value);
  }

  const QByteArray& text() const { return m_text; }

 private:
  void begin(const Labels& labels);

  QByteArray m_text;
  QByteArray m_name;
};

}  // namespace perfect
