// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace perfect {

void installLanguage(QCoreApplication& application, const QString& wanted) {
  const QLocale locale = wanted.isEmpty() ? QLocale::system() : QLocale(wanted);
  // A language that was chosen is also that of the help, and of the numbers one types.
  if (!wanted.isEmpty()) QLocale::setDefault(locale);
  const auto install = [&](const QString& name, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder)) QCoreApplication::installTranslator(translator);
  };
  // Qt's own words: Save, Cancel and the like.
  install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(QStringLiteral("perfect"), QStringLiteral(":/translations"));
  // What core says, and what Play Demo and the lessons say.
  install(QStringLiteral("core"), QStringLiteral(":/translations"));
  install(QStringLiteral("show"), QStringLiteral(":/translations"));
}

}  // namespace perfect
