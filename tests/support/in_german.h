// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program that speaks German, as installLanguage has it, for as long as this lives. Requires initResources().
// Thread rule: the GUI thread.
#pragma once

#include <QCoreApplication>
#include <QTranslator>
#include <array>

#include "app/desktop/wording.h"

namespace perfect {

class InGerman {
 public:
  InGerman() {
    constexpr std::array<const char*, 3> kFiles{"perfect", "core", "show"};
    for (std::size_t i = 0; i < kFiles.size(); ++i) {
      const QString path = QStringLiteral(":/translations/%1_de.qm").arg(QLatin1String(kFiles[i]));
      if (!m_translators[i].load(path)) qFatal("no German: %s", qPrintable(path));
      QCoreApplication::installTranslator(&m_translators[i]);
    }
    words::readWording();
  }
  ~InGerman() {
    for (QTranslator& translator : m_translators) QCoreApplication::removeTranslator(&translator);
    words::readWording();
  }
  Q_DISABLE_COPY_MOVE(InGerman)

 private:
  std::array<QTranslator, 3> m_translators;
};

}  // namespace perfect
