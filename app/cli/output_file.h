// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file (or standard output) that results are written to: opened before the run, so that what cannot be written is
// known before anything starts, and checked to the last byte when it is closed.
// Thread rule: one thread at a time.
#pragma once

#include <QString>
#include <cstdio>
#include <memory>
#include <string_view>

#include "core/base/result.h"

namespace perfect {

class OutputFile {
 public:
  /// Creates or empties the file; "-" is standard output. The error is one line that names the file.
  static Result<OutputFile> open(const QString& path);

  bool isStdout() const { return m_stdout; }
  void write(std::string_view text);
  /// Everything written so far is out of our hands afterwards.
  void flush();
  /// Empty, or one line that names the file and says why something could not be written. Nothing may follow.
  std::string close();

 private:
  struct Close {
    void operator()(std::FILE* file) const;
  };
  void note(const char* what);

  QString m_path;
  bool m_stdout = false;
  std::unique_ptr<std::FILE, Close> m_file;
  std::string m_fault;
};

}  // namespace perfect
