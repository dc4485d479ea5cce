// SPDX-License-Identifier: GPL-3.0-or-later
//
// perfect-conformance FILE…: the field's own test tables against the production planners. Prints each failing case and
// ends with "N passed, N failed". Exit code 0: all passed; 1: a case failed; 2: bad usage or input, nothing was run.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>
#include <vector>

#include "app/conformance/cases.h"

namespace {

using perfect::conformance::Comparison;
using perfect::conformance::Runner;

struct CaseFile {
  QString name;
  QJsonObject defaults;
  QJsonArray cases;
};

/// The file, or one line that says why not.
perfect::Result<CaseFile, QString> read(const QString& name) {
  const auto fail = [&name](const QString& why) {
    return perfect::Result<CaseFile, QString>::failure(name + QStringLiteral(": ") + why);
  };
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly)) return fail(QStringLiteral("cannot be read: ") + file.errorString());
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
  if (error.error != QJsonParseError::NoError) {
    return fail(QStringLiteral("not valid JSON at byte %1: %2").arg(error.offset).arg(error.errorString()));
  }
  const QJsonObject root = document.object();
  const QJsonValue cases = root.value(QLatin1String("cases"));
  if (!cases.isArray())
    return fail(QStringLiteral("not a table of cases: an object with an array \"cases\" is expected"));
  for (const QJsonValue& entry : cases.toArray()) {
    if (!entry.toObject().value(QLatin1String("kind")).isString()) {
      return fail(QStringLiteral("a case without a \"kind\""));
    }
  }
  return CaseFile{name, root.value(QLatin1String("defaults")).toObject(), cases.toArray()};
}

/// A case says only what differs from its file's defaults; `given` is where a switch case keeps its inputs.
QJsonObject withDefaults(const QJsonObject& defaults, QJsonObject c) {
  const QLatin1String nested("given");
  QJsonObject inputs = c.contains(nested) ? c.value(nested).toObject() : c;
  for (auto it = defaults.begin(); it != defaults.end(); ++it) {
    if (!inputs.contains(it.key())) inputs.insert(it.key(), it.value());
  }
  if (!c.contains(nested)) return inputs;
  c.insert(nested, inputs);
  return c;
}

QString text(const QJsonObject& object) {
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Runs one case; prints it when it fails.
bool passes(const CaseFile& file, const QJsonObject& c, QTextStream& out) {
  const QString kind = c.value(QLatin1String("kind")).toString();
  const QString title = file.name + QStringLiteral(": ") + kind + QStringLiteral(": ") +
                        c.value(QLatin1String("name")).toString(QStringLiteral("(no name)"));
  const Runner run = perfect::conformance::runnerFor(kind);
  if (run == nullptr) {
    out << "FAIL " << title << "\n  unknown kind\n";
    return false;
  }
  const Comparison comparison = run(withDefaults(file.defaults, c));
  if (comparison.expected == comparison.got) return true;
  out << "FAIL " << title << "\n  expected " << text(comparison.expected) << "\n  got      " << text(comparison.got)
      << "\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  QTextStream out(stdout);
  QTextStream err(stderr);
  const QString usage = QStringLiteral("usage: perfect-conformance FILE…   (tables of cases, JSON)\n");
  std::vector<CaseFile> files;
  for (int i = 1; i < argc; ++i) {
    const QString name = QString::fromLocal8Bit(argv[i]);
    if (name == QLatin1String("--help") || name == QLatin1String("-h")) {
      out << usage;
      return 0;
    }
    if (name.startsWith(QLatin1Char('-'))) {
      err << "perfect-conformance: unknown option " << name << "; " << usage;
      return 2;
    }
    auto file = read(name);
    if (!file) {
      err << "perfect-conformance: " << file.error() << "\n";
      return 2;
    }
    files.push_back(std::move(file).value());
  }
  if (files.empty()) {
    err << usage;
    return 2;
  }

  int passed = 0;
  int failed = 0;
  for (const CaseFile& file : files) {
    for (const QJsonValue& entry : file.cases) ++(passes(file, entry.toObject(), out) ? passed : failed);
  }
  out << passed << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
}
