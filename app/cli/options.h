// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line and the environment, understood: every option of the program in one table, refused by
// name where a value is bad. Does nothing and reads no files. Any thread.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "app/runtime/alert_setup.h"
#include "core/base/result.h"
#include "core/base/units.h"
#include "core/manifest/manifest.h"

namespace perfect {

/// What the program is asked to be.
enum class Mode : unsigned { Desktop = 1, Headless = 2, Simulate = 4, Validate = 8 };

struct ListenAddress {
  QString host = QStringLiteral("127.0.0.1");  ///< an IP literal without brackets, or "localhost"
  quint16 port = 8080;                         ///< 0: a free one
};

enum class SummaryFormat { Text, Json };

struct Options {
  Mode mode = Mode::Desktop;
  bool help = false;
  bool version = false;
  QStringList files;
  bool onlyFiles = true;  ///< the command line has no option: such a start may join a window that is there

  ListenAddress listen;
  bool listenGiven = false;  ///< by option or LISTEN: a taken port is an error then, on the desktop too
  bool noListen = false;
  QStringList allowedHosts;
  QString apiKey;  ///< empty: none
  Millis tick = 1000;
  bool tickGiven = false;
  std::uint64_t seed = 1;
  bool seedGiven = false;
  std::int64_t speedMilli = 1000;  ///< or kSpeedMax
  bool paused = false;             ///< --speed 0
  std::optional<Millis> forTime;
  bool demo = false;
  std::vector<FieldOverride> overrides;
  QString eventsFile;  ///< empty: none; "-": stdout
  QString stateFile;
  QString seriesFile;
  SummaryFormat summary = SummaryFormat::Text;
  AlertTexts alertTexts;  ///< of the environment; live runs only
  AlertSetup alertSetup;  ///< understood
};

/// `arguments` without the program's name. Of the environment LISTEN, X_API_KEY, TICK_MS and those of alerts by e-mail
/// are read where they matter; an option wins over them. The error is one line that names the option or variable and
/// says what it expects.
Result<Options, QString> parseOptions(const QStringList& arguments, const QHash<QString, QString>& environment);

/// What --help prints.
QString helpText();

}  // namespace perfect
