// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/parameters.h"

#include <algorithm>

#include "core/base/duration.h"

namespace perfect {

namespace {

Parameter make(const QString& name, ParameterType type, const QString& meaning) {
  Parameter parameter;
  parameter.name = name;
  parameter.type = type;
  parameter.meaning = meaning;
  return parameter;
}

/// Decimal digits with an optional sign. "+1" arrives as " 1", because '+' in a query is a space.
std::optional<qint64> wholeNumber(QString text) {
  if (text.startsWith(QLatin1Char(' ')) || text.startsWith(QLatin1Char('+'))) text.remove(0, 1);
  const qsizetype first = text.startsWith(QLatin1Char('-')) ? 1 : 0;
  const bool digits = text.size() > first &&
                      std::all_of(text.cbegin() + first, text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
  bool ok = false;
  const qint64 number = digits ? text.toLongLong(&ok) : 0;
  return ok ? std::optional(number) : std::nullopt;
}

}  // namespace

Parameter Parameter::text(const QString& name, const QString& meaning) {
  return make(name, ParameterType::Text, meaning);
}
Parameter Parameter::integer(const QString& name, qint64 min, qint64 max, const QString& meaning) {
  Parameter parameter = make(name, ParameterType::Integer, meaning);
  parameter.min = min;
  parameter.max = max;
  return parameter;
}
Parameter Parameter::boolean(const QString& name, const QString& meaning) {
  return make(name, ParameterType::Boolean, meaning);
}
Parameter Parameter::duration(const QString& name, const QString& meaning) {
  return make(name, ParameterType::Duration, meaning);
}
Parameter Parameter::choice(const QString& name, const QStringList& choices, const QString& meaning) {
  Parameter parameter = make(name, ParameterType::Choice, meaning);
  parameter.choices = choices;
  return parameter;
}
Parameter Parameter::mandatory() && {
  required = true;
  return std::move(*this);
}

Result<Parameters::Value, QString> Parameters::readValue(const Parameter& parameter, const QString& text) {
  using Read = Result<Value, QString>;
  const auto bad = [&](const QString& expected) {
    return Read::failure(QStringLiteral("%1 must be %2, not \"%3\"").arg(parameter.name, expected, text.left(100)));
  };
  Value value{text, 0};
  switch (parameter.type) {
    case ParameterType::Text:
      if (text.isEmpty()) return bad(QStringLiteral("given a value"));
      break;
    case ParameterType::Integer: {
      const auto number = wholeNumber(text);
      if (!number || *number < parameter.min || *number > parameter.max) {
        return bad(QStringLiteral("a whole number from %1 to %2").arg(parameter.min).arg(parameter.max));
      }
      value.number = *number;
      break;
    }
    case ParameterType::Boolean:
      if (text != QLatin1String("true") && text != QLatin1String("false") && text != QLatin1String("1") &&
          text != QLatin1String("0")) {
        return bad(QStringLiteral("true or false"));
      }
      value.number = text == QLatin1String("true") || text == QLatin1String("1") ? 1 : 0;
      break;
    case ParameterType::Duration: {
      const auto duration = parseDuration(text.toStdString());
      if (!duration) return bad(QStringLiteral("a duration such as 500ms, 2.5s or 1m"));
      value.number = duration.value();
      break;
    }
    case ParameterType::Choice:
      if (!parameter.choices.contains(text))
        return bad(QStringLiteral("one of %1").arg(parameter.choices.join(QLatin1String(", "))));
      break;
  }
  return value;
}

Result<Parameters, QString> Parameters::read(const QList<Parameter>& declared,
                                             const QList<std::pair<QString, QString>>& query) {
  using Read = Result<Parameters, QString>;
  Parameters parameters;
  QStringList names;
  for (const Parameter& parameter : declared) names.append(parameter.name);
  for (const auto& [name, text] : query) {
    const qsizetype index = names.indexOf(name);
    if (index < 0) {
      const QString known = names.isEmpty()
                                ? QStringLiteral("this route takes none")
                                : QStringLiteral("this route takes %1").arg(names.join(QLatin1String(", ")));
      return Read::failure(QStringLiteral("unknown parameter \"%1\"; %2").arg(name.left(100), known));
    }
    auto value = readValue(declared[index], text);
    if (!value) return Read::failure(value.error());
    parameters.m_values.insert(name, std::move(value).value());
  }
  for (const Parameter& parameter : declared) {
    if (parameter.required && !parameters.has(parameter.name)) {
      return Read::failure(QStringLiteral("parameter %1 is required: %2").arg(parameter.name, parameter.meaning));
    }
  }
  return parameters;
}

std::optional<qint64> Parameters::integer(const QString& name) const {
  const auto found = m_values.constFind(name);
  return found == m_values.constEnd() ? std::nullopt : std::optional(found->number);
}

std::optional<std::int32_t> Parameters::int32(const QString& name) const {
  const std::optional<qint64> number = integer(name);
  return number ? std::optional(static_cast<std::int32_t>(*number)) : std::nullopt;
}

bool Parameters::boolean(const QString& name, bool absent) const {
  const std::optional<qint64> number = integer(name);
  return number ? *number != 0 : absent;
}

std::optional<Millis> Parameters::duration(const QString& name) const { return integer(name); }

}  // namespace perfect
