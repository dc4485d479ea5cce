// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/load_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <utility>

namespace perfect {

namespace {

ReadFault unreadable(const QString& path, const QString& why) {
  return {QStringLiteral("%1: error: cannot be read: %2").arg(path, why), false};
}

}  // namespace

Result<std::string, ReadFault> readTextFile(const QString& path) {
  using Read = Result<std::string, ReadFault>;
  const QFileInfo info(path);
  if (info.isDir()) return Read::failure(unreadable(path, QStringLiteral("it is a directory; name a file in it")));
  if (!info.exists()) return Read::failure(unreadable(path, QStringLiteral("there is no such file")));
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return Read::failure(unreadable(path, file.errorString()));
  // Not by size(): a pipe has none, and a file may grow while it is read.
  std::string text;
  while (text.size() <= kMaxManifestBytes) {
    const QByteArray part = file.read(65536);
    if (part.isEmpty()) break;
    text.append(part.constData(), static_cast<std::size_t>(part.size()));
  }
  if (file.error() != QFileDevice::NoError) return Read::failure(unreadable(path, file.errorString()));
  if (text.size() > kMaxManifestBytes) {
    return Read::failure(
        {QStringLiteral("%1:1:1: error: the file is larger than 1 MiB; split it into several files").arg(path), true});
  }
  return text;
}

ReadText readBeside(const QString& scenarioPath) {
  return [folder = QFileInfo(scenarioPath).path()](const std::string& name) {
    const QString path = QString::fromStdString(name);
    const QString full = QDir::isAbsolutePath(path) ? path : QDir::cleanPath(folder + QLatin1Char('/') + path);
    auto read = readTextFile(full);
    if (read.ok()) return Result<std::string>(std::move(read).value());
    return Result<std::string>::failure(read.error().message.toStdString());
  };
}

Result<LoadedFile, ManifestErrors> parseText(const QString& path, const std::string& text,
                                             const std::vector<FieldOverride>& overrides) {
  using Parsed = Result<LoadedFile, ManifestErrors>;
  LoadedFile file;
  file.path = path;
  if (looksLikeScenario(text)) {
    auto scenario = parseScenario(text, readBeside(path), overrides);
    if (!scenario) return Parsed::failure(scenario.error());
    file.scenario = std::move(scenario).value();
  } else {
    auto services = parseManifests(text, overrides);
    if (!services) return Parsed::failure(services.error());
    file.services = std::move(services).value();
  }
  return file;
}

std::vector<LoadedFile> loadFiles(const QStringList& paths, const std::vector<FieldOverride>& overrides,
                                  LoadFaults& faults) {
  std::vector<LoadedFile> files;
  for (const QString& path : paths) {
    const auto text = readTextFile(path);
    if (!text) {
      faults.lines.append(text.error().message);
      (text.error().tooBig ? faults.invalid : faults.unreadable) = true;
      continue;
    }
    auto parsed = parseText(path, text.value(), overrides);
    if (parsed.ok()) {
      files.push_back(std::move(parsed).value());
      continue;
    }
    faults.invalid = true;
    for (const ManifestError& error : parsed.error()) {
      faults.lines.append(QString::fromStdString(formatError(path.toStdString(), error)));
    }
  }
  return files;
}

}  // namespace perfect
