// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>
#include <QWidget>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/style_sheet.h"

namespace perfect::theme {
namespace {

constexpr double kLeastScale = 1.0;
constexpr double kMostScale = 5.0;  // 300 % in presentation mode

/// What is in use; the GUI thread's.
struct InUse {
  ThemeId theme = ThemeId::Tron;
  double scale = 1;
};
InUse& inUse() {
  static InUse state;
  return state;
}

QFont font(const QStringList& families, int pixels, QFont::Weight weight, QFont::StyleHint hint) {
  QFont f;
  f.setFamilies(families);
  f.setStyleHint(hint);
  f.setPixelSize(scaled(pixels));
  f.setWeight(weight);
  return f;
}

/// The number at the end of "v12", or 0.
int trailingNumber(const std::string& digest) {
  std::size_t begin = digest.size();
  while (begin > 0 && digest[begin - 1] >= '0' && digest[begin - 1] <= '9') --begin;
  if (begin == digest.size() || digest.size() - begin > 6 || begin == 0 || digest[begin - 1] != 'v') return 0;
  return std::stoi(digest.substr(begin));
}

}  // namespace

QString themeKey(ThemeId theme) {
  switch (theme) {
    case ThemeId::Tron:
      return QStringLiteral("tron");
    case ThemeId::Dark:
      return QStringLiteral("dark");
    case ThemeId::Light:
      return QStringLiteral("light");
    case ThemeId::HighContrast:
      return QStringLiteral("high-contrast");
    case ThemeId::ColourBlind:
      return QStringLiteral("colour-blind");
  }
  return {};
}

QString themeName(ThemeId theme) {
  switch (theme) {
    case ThemeId::Tron:
      return QCoreApplication::translate("Theme", "Tron");
    case ThemeId::Dark:
      return QCoreApplication::translate("Theme", "Dark");
    case ThemeId::Light:
      return QCoreApplication::translate("Theme", "Light");
    case ThemeId::HighContrast:
      return QCoreApplication::translate("Theme", "High contrast");
    case ThemeId::ColourBlind:
      return QCoreApplication::translate("Theme", "Colour-blind");
  }
  return {};
}

std::optional<ThemeId> themeOf(const QString& key) {
  for (const ThemeId theme : kThemes) {
    if (themeKey(theme) == key) return theme;
  }
  return std::nullopt;
}

void use(ThemeId theme) { inUse().theme = theme; }
void useScale(double scale) { inUse().scale = std::clamp(scale, kLeastScale, kMostScale); }
ThemeId current() { return inUse().theme; }
double scale() { return inUse().scale; }
int scaled(int pixels) { return static_cast<int>(std::lround(pixels * inUse().scale)); }

const Colours& colours() { return coloursOf(inUse().theme); }

QFont uiFont(int pixels, QFont::Weight weight) {
  static const QStringList families{
      QStringLiteral("Inter"),  QStringLiteral("Noto Sans"),   QStringLiteral("Cantarell"), QStringLiteral("Segoe UI"),
      QStringLiteral("Ubuntu"), QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")};
  return font(families, pixels, weight, QFont::SansSerif);
}

QFont monoFont(int pixels, QFont::Weight weight) {
  static const QStringList families{QStringLiteral("JetBrains Mono"),  QStringLiteral("Noto Sans Mono"),
                                    QStringLiteral("Cascadia Mono"),   QStringLiteral("DejaVu Sans Mono"),
                                    QStringLiteral("Liberation Mono"), QStringLiteral("monospace")};
  return font(families, pixels, weight, QFont::Monospace);
}

int versionHue(const ServiceState& service, VersionIndex version) {
  if (version < 0 || static_cast<std::size_t>(version) >= service.versions.size()) return 0;
  const int number = trailingNumber(service.versions[static_cast<std::size_t>(version)].digest);
  bool taken = number == 0;
  const int earliest = std::max(0, version - 2 * kVersionHues);
  for (int i = earliest; i < version && !taken; ++i) {
    taken = trailingNumber(service.versions[static_cast<std::size_t>(i)].digest) == number;
  }
  return (taken ? version : number - 1) % kVersionHues;
}

QColor versionColour(const ServiceState& service, VersionIndex version) {
  return colours().versions[static_cast<std::size_t>(versionHue(service, version))];
}

QColor statusColour(StatusKind kind) { return colour(statusTone(kind)); }
QColor levelColour(Level level) { return colour(levelTone(level)); }

QColor mix(const QColor& colour, const QColor& ground, double share) {
  const auto part = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share)); };
  return QColor(part(colour.red(), ground.red()), part(colour.green(), ground.green()),
                part(colour.blue(), ground.blue()));
}

void apply(QWidget& window) {
  const Colours& c = colours();
  QPalette p;
  p.setColor(QPalette::Window, c.panel);
  p.setColor(QPalette::Base, c.raised);
  p.setColor(QPalette::AlternateBase, c.panel);
  p.setColor(QPalette::Button, c.raised);
  p.setColor(QPalette::ToolTipBase, c.raised);
  p.setColor(QPalette::Highlight, c.selection);
  p.setColor(QPalette::Link, c.accent);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                          QPalette::HighlightedText, QPalette::BrightText}) {
    p.setColor(role, c.text);
    p.setColor(QPalette::Disabled, role, c.disabled);
  }
  p.setColor(QPalette::PlaceholderText, c.muted);
  // The application's font and palette reach what a style sheet touches; a window's own would not.
  QApplication::setFont(uiFont());
  QApplication::setPalette(p);
  window.setPalette(p);
  window.setFont(uiFont());
  window.setStyleSheet(styleSheet(c, inUse().scale));
}

}  // namespace perfect::theme
