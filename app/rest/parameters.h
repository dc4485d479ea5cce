// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a route takes in its query: declared once beside the route, checked before its handler runs, and
// told in the API's description.
// Plain data; any thread.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "core/base/result.h"
#include "core/base/units.h"

namespace perfect {

enum class ParameterType : std::uint8_t { Text, Integer, Boolean, Duration, Choice };

struct Parameter {
  QString name;
  ParameterType type = ParameterType::Text;
  QString meaning;
  bool required = false;
  qint64 min = std::numeric_limits<qint64>::min();  ///< Integer
  qint64 max = std::numeric_limits<qint64>::max();
  QStringList choices;  ///< Choice

  static Parameter text(const QString& name, const QString& meaning);
  static Parameter integer(const QString& name, qint64 min, qint64 max, const QString& meaning);
  static Parameter boolean(const QString& name, const QString& meaning);   ///< true, false, 1, 0
  static Parameter duration(const QString& name, const QString& meaning);  ///< "2.5s"
  static Parameter choice(const QString& name, const QStringList& choices, const QString& meaning);
  Parameter mandatory() &&;
};

/// A request's parameters, all of them declared and in range.
class Parameters {
 public:
  /// The error is one sentence: unknown, missing, empty or bad, and what is expected instead.
  static Result<Parameters, QString> read(const QList<Parameter>& declared,
                                          const QList<std::pair<QString, QString>>& query);

  bool empty() const { return m_values.isEmpty(); }
  bool has(const QString& name) const { return m_values.contains(name); }
  QString text(const QString& name) const { return m_values.value(name).text; }
  std::string utf8(const QString& name) const { return text(name).toStdString(); }
  std::optional<qint64> integer(const QString& name) const;
  std::optional<std::int32_t> int32(const QString& name) const;  ///< requires a declared range within it
  bool boolean(const QString& name, bool absent) const;
  std::optional<Millis> duration(const QString& name) const;

 private:
  struct Value {
    QString text;
    qint64 number = 0;
  };
  static Result<Value, QString> readValue(const Parameter& parameter, const QString& text);

  QHash<QString, Value> m_values;
};

}  // namespace perfect
