// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/demo.h"

#include <QDir>
#include <utility>

#include "app/runtime/load_files.h"

namespace perfect {

Result<Scenario> loadDemo() {
  const QString path = QStringLiteral(":/demo/play-demo.yaml");
  LoadFaults faults;
  std::vector<LoadedFile> files = loadFiles({path}, {}, faults);
  if (faults.any()) return Result<Scenario>::failure(faults.lines.first().toStdString());
  if (!files.front().scenario) return Result<Scenario>::failure("play-demo.yaml is no scenario");
  return std::move(*files.front().scenario);
}

std::vector<Example> loadExamples() {
  std::vector<Example> examples;
  const QDir folder(QStringLiteral(":/examples"));
  for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
    auto text = readTextFile(folder.filePath(name));
    if (text.ok()) examples.push_back({name, std::move(text).value()});
  }
  return examples;
}

std::vector<Lesson> loadLessons() {
  std::vector<Lesson> lessons;
  const QDir folder(QStringLiteral(":/examples/lessons"));
  for (const QString& name : folder.entryList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name)) {
    const QString path = folder.filePath(name);
    LoadFaults faults;
    const std::vector<LoadedFile> files = loadFiles({path}, {}, faults);
    if (faults.any() || !files.front().scenario) continue;
    lessons.push_back({QString::fromStdString(files.front().scenario->title), path});
  }
  return lessons;
}

}  // namespace perfect
