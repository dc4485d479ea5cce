// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/metrics_text.h"

namespace perfect {

namespace {

QByteArrayView view(std::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

}  // namespace

void MetricsText::family(std::string_view name, std::string_view type, std::string_view help) {
  m_name = view(name).toByteArray();
  m_text.append("# HELP ").append(m_name).append(' ').append(view(help)).append('\n');
  m_text.append("# TYPE ").append(m_name).append(' ').append(view(type)).append('\n');
}

void MetricsText::begin(const Labels& labels) {
  m_text.append(m_name);
  char before = '{';
  for (const auto& [name, value] : labels) {
    m_text.append(before).append(view(name)).append("=\"");
    for (const char c : value) {
      if (c == '\\' || c == '"') m_text.append('\\');
      if (c == '\n') {
        m_text.append("\\n");
      } else {
        m_text.append(c);
      }
    }
    m_text.append('"');
    before = ',';
  }
  m_text.append(before == '{' ? " " : "} ");
}

void MetricsText::sample(const Labels& labels, std::int64_t value) {
  begin(labels);
  m_text.append(QByteArray::number(value)).append('\n');
}

void MetricsText::sample(const Labels& labels, double value) {
  begin(labels);
  m_text.append(QByteArray::number(value, 'g', 12)).append('\n');
}

}  // namespace perfect
