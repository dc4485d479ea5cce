// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the FILEs that people name: manifests and scenarios, from disk or from the program's own resources
// (":/…"). All errors of all files at once, each a line that says place and remedy.
// Thread rule: none of its own.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/wording.h"
#include "core/manifest/manifest.h"
#include "core/scenario/scenario.h"

namespace perfect {

/// Why a text could not be had. `tooBig` is the file's fault, everything else that of its place.
struct ReadFault {
  QString message;  ///< one line, names the file
  bool tooBig = false;
};

/// The text of a file, at most kMaxManifestBytes. A pipe is read to its end.
Result<std::string, ReadFault> readTextFile(const QString& path, const Wording& wording = plainEnglish());

/// Reads what a scenario in `scenarioPath` names: relative to its folder, or absolute. `wording` must outlive it.
ReadText readBeside(const QString& scenarioPath, const Wording& wording = plainEnglish());

/// One FILE, understood.
struct LoadedFile {
  QString path;
  std::vector<ServiceSpec> services;  ///< manifests
  std::optional<Scenario> scenario;   ///< or a scenario
};

struct LoadFaults {
  QStringList lines;        ///< "file:line:column: error: …", in the files' order
  bool invalid = false;     ///< some file has a fault in what it says
  bool unreadable = false;  ///< some file could not be read
  bool any() const { return invalid || unreadable; }
};

/// Parses a text that came from `path` (for messages and for what it names).
Result<LoadedFile, ManifestErrors> parseText(const QString& path, const std::string& text,
                                             const std::vector<FieldOverride>& overrides = {},
                                             const Wording& wording = plainEnglish());

/// Every file that is good, in order; what is wrong with the others is added to `faults`, said in `wording`.
std::vector<LoadedFile> loadFiles(const QStringList& paths, const std::vector<FieldOverride>& overrides,
                                  LoadFaults& faults, const Wording& wording = plainEnglish());

}  // namespace perfect
