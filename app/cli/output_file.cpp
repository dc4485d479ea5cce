// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include <QFile>
#include <cerrno>
#include <cstring>

namespace perfect {

namespace {

std::string faultText(const QString& path, const char* what, int error) {
  const QString name = path == QLatin1String("-") ? QStringLiteral("standard output") : path;
  return QStringLiteral("%1: error: cannot be %2: %3")
      .arg(name, QLatin1String(what), QString::fromLocal8Bit(std::strerror(error)))
      .toStdString();
}

}  // namespace

void OutputFile::Close::operator()(std::FILE* file) const {
  if (file != stdout) std::fclose(file);
}

Result<OutputFile> OutputFile::open(const QString& path) {
  OutputFile output;
  output.m_path = path;
  output.m_stdout = path == QLatin1String("-");
  errno = 0;
  output.m_file.reset(output.m_stdout ? stdout : std::fopen(QFile::encodeName(path).constData(), "wbe"));
  if (!output.m_file) return Result<OutputFile>::failure(faultText(path, "written", errno));
  return output;
}

void OutputFile::note(const char* what) {
  if (m_fault.empty()) m_fault = faultText(m_path, what, errno);
}

void OutputFile::write(std::string_view text) {
  if (!m_fault.empty() || text.empty()) return;
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), m_file.get()) != text.size()) note("written");
}

void OutputFile::flush() {
  if (!m_fault.empty()) return;
  errno = 0;
  if (std::fflush(m_file.get()) != 0) note("written");
}

std::string OutputFile::close() {
  if (m_file) {
    flush();
    errno = 0;
    if (!m_stdout && std::fclose(m_file.release()) != 0) note("written");
    m_file.reset();
  }
  return m_fault;
}

}  // namespace perfect
