// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/system_motion.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

namespace perfect {
namespace {

QString configText(const QString& name) {
  const QString path = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, name);
  if (path.isEmpty()) return {};
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(100000)) : QString();
}

}  // namespace

bool animatesBy(const QString& gtkSettings, const QString& kdeGlobals) {
  static const QRegularExpression gtk(QStringLiteral("^\\s*gtk-enable-animations\\s*=\\s*(0|false)\\s*$"),
                                      QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression kde(QStringLiteral("^\\s*AnimationDurationFactor\\s*=\\s*0(\\.0*)?\\s*$"),
                                      QRegularExpression::MultilineOption);
  return !gtk.match(gtkSettings).hasMatch() && !kde.match(kdeGlobals).hasMatch();
}

bool systemAnimates() {
  if (qEnvironmentVariableIntValue("PERFECT_REDUCED_MOTION") != 0) return false;
  return animatesBy(configText(QStringLiteral("gtk-4.0/settings.ini")) + QLatin1Char('\n') +
                        configText(QStringLiteral("gtk-3.0/settings.ini")),
                    configText(QStringLiteral("kdeglobals")));
}

}  // namespace perfect
