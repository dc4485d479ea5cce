// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include <QFileInfo>
#include <algorithm>
#include <array>

#include "app/cli/did_you_mean.h"
#include "app/cli/option_values.h"

namespace perfect {

namespace {

constexpr unsigned kDesktop = static_cast<unsigned>(Mode::Desktop);
constexpr unsigned kHeadless = static_cast<unsigned>(Mode::Headless);
constexpr unsigned kSimulate = static_cast<unsigned>(Mode::Simulate);
constexpr unsigned kValidate = static_cast<unsigned>(Mode::Validate);
constexpr unsigned kLive = kDesktop | kHeadless;
constexpr unsigned kRuns = kLive | kSimulate;
constexpr unsigned kAll = kRuns | kValidate;

struct OptionInfo {
  const char* name;
  const char* valueName;    ///< nullptr: takes none
  const char* environment;  ///< variable that gives it too, or nullptr
  unsigned modes;           ///< where it means something
  QString (*read)(Options&, const QString&);
  const char* help;
};

QString setHeadless(Options& options, const QString&) {
  if (options.mode == Mode::Desktop) options.mode = Mode::Headless;
  return {};
}
QString setNoListen(Options& options, const QString&) {
  options.noListen = true;
  return {};
}
QString setDemo(Options& options, const QString&) {
  options.demo = true;
  return {};
}
QString setHelp(Options& options, const QString&) {
  options.help = true;
  return {};
}
QString setVersion(Options& options, const QString&) {
  options.version = true;
  return {};
}

constexpr std::array<OptionInfo, 18> kOptions = {{
    {"headless", nullptr, nullptr, kLive, setHeadless,
     "controller and REST without a window; ends on SIGINT or SIGTERM"},
    {"listen", "ADDR:PORT", "LISTEN", kLive, readListen,
     "REST address; port 0 takes a free one (default 127.0.0.1:8080)"},
    {"no-listen", nullptr, nullptr, kLive, setNoListen, "no REST server"},
    {"allow-host", "NAME", nullptr, kLive, readAllowHost,
     "a further name under which this server may be addressed; repeatable"},
    {"api-key", "KEY", "X_API_KEY", kLive, readApiKey, "required in X-API-Key for routes that change something"},
    {"tick", "MS", "TICK_MS", kRuns, readTick, "reconcile period in simulated ms, 10 to 60000 (default 1000)"},
    {"seed", "N", nullptr, kRuns, readSeed, "seed of every random choice; wins over a scenario's own (default 1)"},
    {"speed", "X", nullptr, kLive, readSpeed, "simulated seconds per second: 0 (paused) to 1000, or max (default 1)"},
    {"for", "DURATION", nullptr, kRuns, readFor, "end once everything due up to that simulated time has happened"},
    {"demo", nullptr, nullptr, kLive, setDemo, "start Play Demo at once; --for counts its time too"},
    {"set", "PATH=VALUE", nullptr, kAll, readSet, "change a manifest's field before it is applied; repeatable"},
    {"events", "FILE", nullptr, kRuns, readEvents, "every event as a JSON line (-: stdout)"},
    {"state", "FILE", nullptr, kRuns, readState, "the final /state document (-: stdout)"},
    {"series", "FILE.csv", nullptr, kRuns, readSeries,
     "ready, desired, restarts and CPU per service over time (-: stdout)"},
    {"summary", "text|json", nullptr, kSimulate, readSummary, "the closing summary (default text)"},
    {"help", nullptr, nullptr, kAll, setHelp, "this text"},
    {"version", nullptr, nullptr, kAll, setVersion, "the program's version"},
    {"session", "FILE", nullptr, kAll, nullptr, nullptr},  // known, so that it is refused for the right reason
}};

QStringList subCommands() {
  return {QStringLiteral("simulate"), QStringLiteral("validate"), QStringLiteral("replay"), QStringLiteral("export")};
}

QString notAvailable(const QString& what) { return QStringLiteral("%1 is not available in this version").arg(what); }

QString modeName(Mode mode) {
  switch (mode) {
    case Mode::Simulate:
      return QStringLiteral("simulate");
    case Mode::Validate:
      return QStringLiteral("validate");
    case Mode::Headless:
      return QStringLiteral("--headless");
    case Mode::Desktop:
      break;
  }
  return QStringLiteral("the desktop");
}

const OptionInfo* findOption(const QString& name) {
  const auto found = std::find_if(kOptions.begin(), kOptions.end(),
                                  [&](const OptionInfo& option) { return name == QLatin1String(option.name); });
  return found == kOptions.end() ? nullptr : &*found;
}

QString unknownOption(const QString& argument) {
  QStringList names;
  for (const OptionInfo& option : kOptions) {
    if (option.read != nullptr) names.append(QLatin1String("--") + QLatin1String(option.name));
  }
  const QString nearest = nearestWord(argument, names);
  const QString remedy =
      nearest.isEmpty() ? QStringLiteral("see --help") : QStringLiteral("did you mean %1?").arg(nearest);
  return QStringLiteral("unknown option %1; %2").arg(argument, remedy);
}

/// A key is nobody's business on a projected terminal.
QString shownValue(const OptionInfo& option, const QString& value) {
  if (option.read == readApiKey) return QStringLiteral("the given key");
  return QLatin1Char('"') + value.left(100) + QLatin1Char('"');
}

/// Reads one command line from left to right.
class Parser {
 public:
  explicit Parser(const QStringList& arguments) : m_arguments(arguments) {}

  /// Empty, or what is wrong.
  QString parse();
  QString checkModes() const;
  QString readEnvironment(const QHash<QString, QString>& environment);
  QString readAlerts(const QHash<QString, QString>& environment);
  Options& options() { return m_options; }

 private:
  QString readOption(const QString& argument);
  QString readWord(const QString& argument);

  const QStringList& m_arguments;
  qsizetype m_next = 0;
  bool m_onlyFiles = false;
  bool m_wordSeen = false;
  QStringList m_given;
  Options m_options;
};

QString Parser::parse() {
  while (m_next < m_arguments.size()) {
    const QString argument = m_arguments.at(m_next++);
    QString fault;
    if (!m_onlyFiles && argument == QLatin1String("--")) {
      m_onlyFiles = true;
    } else if (!m_onlyFiles && argument.size() > 1 && argument.startsWith(u'-')) {
      fault = readOption(argument);
    } else {
      fault = readWord(argument);
    }
    if (!fault.isEmpty()) return fault;
  }
  return {};
}

QString Parser::readOption(const QString& argument) {
  if (argument == QLatin1String("-h")) return setHelp(m_options, {});
  const qsizetype equals = argument.indexOf(u'=');
  const QString name = argument.left(equals < 0 ? argument.size() : equals);
  const OptionInfo* option = name.startsWith(QLatin1String("--")) ? findOption(name.mid(2)) : nullptr;
  if (option == nullptr) return unknownOption(name);
  if (option->read == nullptr) return notAvailable(name);
  m_given.append(QLatin1String(option->name));
  m_options.onlyFiles = false;
  if (option->valueName == nullptr) {
    if (equals >= 0) return QStringLiteral("%1 takes no value").arg(name);
    return option->read(m_options, {});
  }
  const bool inNext = equals < 0;
  const QString form = QStringLiteral("%1 %2").arg(name, QLatin1String(option->valueName));
  if (inNext && m_next >= m_arguments.size()) return QStringLiteral("%1: the value is missing").arg(form);
  const QString value = inNext ? m_arguments.at(m_next++) : argument.mid(equals + 1);
  const QString expected = option->read(m_options, value);
  if (expected.isEmpty()) return {};
  return QStringLiteral("%1: %2 is not good; expected %3").arg(name, shownValue(*option, value), expected);
}

QString Parser::readWord(const QString& argument) {
  const bool first = !m_wordSeen && !m_onlyFiles;
  m_wordSeen = true;
  if (first && argument == QLatin1String("simulate")) {
    m_options.mode = Mode::Simulate;
    return {};
  }
  if (first && argument == QLatin1String("validate")) {
    m_options.mode = Mode::Validate;
    return {};
  }
  if (first && subCommands().contains(argument)) return notAvailable(argument);
  if (argument.endsWith(QLatin1String(".perfect")))
    return notAvailable(QStringLiteral("%1: a session file").arg(argument));
  if (first && !argument.contains(u'.') && !argument.contains(u'/') && !QFileInfo::exists(argument)) {
    const QString nearest = nearestWord(argument, {QStringLiteral("simulate"), QStringLiteral("validate")});
    if (!nearest.isEmpty()) return QStringLiteral("unknown sub-command %1; did you mean %2?").arg(argument, nearest);
  }
  if (argument.isEmpty()) return QStringLiteral("FILE: an empty name is not a file");
  m_options.files.append(argument);
  return {};
}

QString Parser::checkModes() const {
  if (m_options.help || m_options.version) return {};
  for (const QString& name : m_given) {
    const OptionInfo* option = findOption(name);
    if ((option->modes & static_cast<unsigned>(m_options.mode)) == 0) {
      return QStringLiteral("--%1 means nothing with %2; leave it out").arg(name, modeName(m_options.mode));
    }
  }
  const bool needsFile = m_options.mode == Mode::Simulate || m_options.mode == Mode::Validate;
  if (needsFile && m_options.files.isEmpty()) {
    return QStringLiteral("%1: a FILE is missing; name manifests or a scenario").arg(modeName(m_options.mode));
  }
  if (m_options.noListen && m_given.contains(QLatin1String("listen"))) {
    return QStringLiteral("--listen and --no-listen exclude each other; leave one out");
  }
  const QStringList outputs{m_options.eventsFile, m_options.stateFile, m_options.seriesFile};
  for (const QString& output : outputs) {
    if (!output.isEmpty() && outputs.count(output) > 1) {
      return QStringLiteral("--events, --state and --series: %1 is given twice; each needs a file of its own")
          .arg(output);
    }
  }
  return {};
}

QString Parser::readEnvironment(const QHash<QString, QString>& environment) {
  if (m_options.help || m_options.version) return {};
  for (const OptionInfo& option : kOptions) {
    if (option.environment == nullptr || (option.modes & static_cast<unsigned>(m_options.mode)) == 0) continue;
    const QString variable = QLatin1String(option.environment);
    const QString value = environment.value(variable);
    if (value.isEmpty() || m_given.contains(QLatin1String(option.name))) continue;
    const QString expected = option.read(m_options, value);
    if (!expected.isEmpty()) {
      return QStringLiteral("environment variable %1: %2 is not good; expected %3")
          .arg(variable, shownValue(option, value), expected);
    }
  }
  return readAlerts(environment);
}

QString Parser::readAlerts(const QHash<QString, QString>& environment) {
  if ((static_cast<unsigned>(m_options.mode) & kLive) == 0) return {};
  for (const AlertVariable& variable : alertVariables()) {
    const QString name = QLatin1String(variable.name);
    const QString value = environment.value(name);
    if (!value.isEmpty()) m_options.alertTexts.insert(name, value);
  }
  auto setup = readAlertSetup(m_options.alertTexts);
  // On the desktop Preferences may have the other half; until they are read no mail is sent.
  if (!setup && setup.error().lacks && m_options.mode == Mode::Desktop) {
    AlertTexts texts = m_options.alertTexts;
    for (const char* name : {"SMTP_HOST", "SMTP_USER", "SMTP_PASS"}) texts.remove(QLatin1String(name));
    setup = readAlertSetup(texts);
  }
  if (!setup) return QStringLiteral("environment variable %1: %2").arg(setup.error().variable, setup.error().message);
  m_options.alertSetup = std::move(setup).value();
  return {};
}

}  // namespace

Result<Options, QString> parseOptions(const QStringList& arguments, const QHash<QString, QString>& environment) {
  Parser parser(arguments);
  QString fault = parser.parse();
  if (fault.isEmpty()) fault = parser.checkModes();
  if (fault.isEmpty()) fault = parser.readEnvironment(environment);
  if (!fault.isEmpty()) return Result<Options, QString>::failure(fault);
  return std::move(parser.options());
}

QString helpText() {
  QString text = QStringLiteral(
      "perfect-system [OPTIONS] [FILE...]             desktop; FILE: manifests (.yaml) or a scenario\n"
      "perfect-system --headless [OPTIONS] [FILE...]  controller and REST, no window\n"
      "perfect-system simulate FILE... [OPTIONS]      virtual time as fast as it goes; no window, no server\n"
      "perfect-system validate FILE...                check manifests and scenarios\n"
      "\nOptions (environment variable):\n");
  for (const OptionInfo& option : kOptions) {
    if (option.help == nullptr) continue;
    QString form = QStringLiteral("  --") + QLatin1String(option.name);
    if (option.valueName != nullptr) form += QLatin1Char(' ') + QLatin1String(option.valueName);
    text += form.leftJustified(24) + QLatin1Char(' ') + QLatin1String(option.help);
    if (option.environment != nullptr) text += QStringLiteral(" (%1)").arg(QLatin1String(option.environment));
    text += QLatin1Char('\n');
  }
  text += QStringLiteral("\nAlerts by e-mail (environment variables; desktop and --headless):\n");
  for (const AlertVariable& variable : alertVariables()) {
    text += (QStringLiteral("  ") + QLatin1String(variable.name)).leftJustified(26) + QLatin1String(variable.help);
    if (variable.fallback[0] != '\0')
      text += QStringLiteral(" (default %1)").arg(QLatin1String(variable.fallback).trimmed());
    text += QLatin1Char('\n');
  }
  text += QStringLiteral(
      "\nDurations are decimals with ms, s, m or h (2.5s). An option wins over its environment variable.\n"
      "Exit codes: 0 done; 1 an `expect` failed or an `until` ran out; 2 bad usage or invalid input, nothing was\n"
      "started; 3 a resource could not be had (port taken, file not readable or writable).\n");
  return text;
}

}  // namespace perfect
