// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/load_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <utility>

#include "app/runtime/load_texts.h"

namespace perfect {

namespace {

ReadFault unreadable(const QString& path, const QString& why, const Wording& wording) {
  const std::vector<std::string> words{path.toStdString(), why.toStdString()};
  return {QString::fromStdString(filledPattern(wording, kLoadTexts.unreadable.english(), words)), false};
}

ReadFault unreadable(const QString& path, TextPattern why, const Wording& wording) {
  return unreadable(path, QString::fromStdString(filledPattern(wording, why.english(), {})), wording);
}

ReadFault tooLarge(const QString& path, const Wording& wording) {
  return {QString::fromStdString(filledPattern(wording, kLoadTexts.tooLarge.english(), {path.toStdString()})), true};
}

}  // namespace

Result<std::string, ReadFault> readTextFile(const QString& path, const Wording& wording) {
  using Read = Result<std::string, ReadFault>;
  const QFileInfo info(path);
  if (info.isDir()) return Read::failure(unreadable(path, kLoadTexts.directory, wording));
  if (!info.exists()) return Read::failure(unreadable(path, kLoadTexts.noFile, wording));
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return Read::failure(unreadable(path, file.errorString(), wording));
  // Not by size(): a pipe has none, and a file may grow while it is read.
  std::string text;
  while (text.size() <= kMaxManifestBytes) {
    const QByteArray part = file.read(65536);
    if (part.isEmpty()) break;
    text.append(part.constData(), static_cast<std::size_t>(part.size()));
  }
  if (file.error() != QFileDevice::NoError) return Read::failure(unreadable(path, file.errorString(), wording));
  if (text.size() > kMaxManifestBytes) return Read::failure(tooLarge(path, wording));
  return text;
}

ReadText readBeside(const QString& scenarioPath, const Wording& wording) {
  return [folder = QFileInfo(scenarioPath).path(), &wording](const std::string& name) {
    const QString path = QString::fromStdString(name);
    const QString full = QDir::isAbsolutePath(path) ? path : QDir::cleanPath(folder + QLatin1Char('/') + path);
    auto read = readTextFile(full, wording);
    if (read.ok()) return Result<std::string>(std::move(read).value());
    return Result<std::string>::failure(read.error().message.toStdString());
  };
}

Result<LoadedFile, ManifestErrors> parseText(const QString& path, const std::string& text,
                                             const std::vector<FieldOverride>& overrides, const Wording& wording) {
  using Parsed = Result<LoadedFile, ManifestErrors>;
  LoadedFile file;
  file.path = path;
  if (looksLikeScenario(text)) {
    auto scenario = parseScenario(text, readBeside(path, wording), overrides, wording);
    if (!scenario) return Parsed::failure(scenario.error());
    file.scenario = std::move(scenario).value();
  } else {
    auto services = parseManifests(text, overrides, wording);
    if (!services) return Parsed::failure(services.error());
    file.services = std::move(services).value();
  }
  return file;
}

std::vector<LoadedFile> loadFiles(const QStringList& paths, const std::vector<FieldOverride>& overrides,
                                  LoadFaults& faults, const Wording& wording) {
  std::vector<LoadedFile> files;
  for (const QString& path : paths) {
    const auto text = readTextFile(path, wording);
    if (!text) {
      faults.lines.append(text.error().message);
      (text.error().tooBig ? faults.invalid : faults.unreadable) = true;
      continue;
    }
    auto parsed = parseText(path, text.value(), overrides, wording);
    if (parsed.ok()) {
      files.push_back(std::move(parsed).value());
      continue;
    }
    faults.invalid = true;
    for (const ManifestError& error : parsed.error()) {
      faults.lines.append(QString::fromStdString(formatError(path.toStdString(), error, wording)));
    }
  }
  return files;
}

}  // namespace perfect
