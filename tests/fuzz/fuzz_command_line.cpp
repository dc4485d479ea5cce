// SPDX-License-Identifier: GPL-3.0-or-later
// Any lines as a command line: each line an argument, those that begin with LISTEN=, X_API_KEY= or TICK_MS= the
// environment. A refusal is one line; what is understood stays in range.
#include <QHash>
#include <QStringList>

#include "app/cli/options.h"
#include "app/runtime/controller.h"
#include "tests/fuzz/entry.h"

using namespace perfect;
using namespace perfect::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  QStringList arguments;
  QHash<QString, QString> environment;
  for (const QByteArray& line : text.split('\n')) {
    const QString argument = QString::fromUtf8(line);
    const qsizetype equals = argument.indexOf(QLatin1Char('='));
    const QString name = argument.left(equals);
    if (equals > 0 &&
        (name == QLatin1String("LISTEN") || name == QLatin1String("X_API_KEY") || name == QLatin1String("TICK_MS"))) {
      environment.insert(name, argument.mid(equals + 1));
    } else {
      arguments.append(argument);
    }
  }
  const auto parsed = parseOptions(arguments, environment);
  if (!parsed) {
    check(!parsed.error().isEmpty(), "a refusal says why");
    check(!parsed.error().contains(QLatin1Char('\n')), "a refusal is one line:", parsed.error().toStdString());
    return 0;
  }
  const Options& options = parsed.value();
  check(options.tick >= 10 && options.tick <= 60000, "the tick is in range");
  check(options.speedMilli >= 0 || options.speedMilli == kSpeedMax, "the speed is in range");
  check(!options.forTime || *options.forTime >= 0, "a duration is not negative");
  return 0;
}
