// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <QWidget>
#include <algorithm>

#include "app/desktop/theme/style_sheet.h"

namespace perfect::theme {
namespace {

Colours darkTron() {
  Colours c;
  c.ground = QColor(0x05, 0x09, 0x0f);
  c.gridLine = QColor(0x0c, 0x1d, 0x2b);
  c.panel = QColor(0x08, 0x0f, 0x18);
  c.raised = QColor(0x0a, 0x12, 0x1d);
  c.line = QColor(0x1d, 0x3b, 0x55);
  c.accent = QColor(0x35, 0xd3, 0xff);
  c.accentText = QColor(0x02, 0x10, 0x18);
  c.text = QColor(0xe6, 0xf4, 0xff);
  c.muted = QColor(0x8f, 0xa6, 0xb8);
  c.disabled = QColor(0x74, 0x88, 0x99);
  c.good = QColor(0x7f, 0xe8, 0xb8);
  c.attention = QColor(0xff, 0xcf, 0x70);
  c.bad = QColor(0xff, 0x8a, 0x99);
  c.selection = QColor(0x12, 0x36, 0x4a);
  c.versions = {QColor(0x4f, 0xd8, 0xff), QColor(0xff, 0x9d, 0x3c), QColor(0xb7, 0x9b, 0xff),
                QColor(0xb4, 0xe8, 0x5a), QColor(0xff, 0x9a, 0xd5), QColor(0xe3, 0xcf, 0xa0)};
  return c;
}

QFont font(const QStringList& families, int pixels, QFont::Weight weight, QFont::StyleHint hint) {
  QFont f;
  f.setFamilies(families);
  f.setStyleHint(hint);
  f.setPixelSize(pixels);
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

const Colours& colours() {
  static const Colours dark = darkTron();
  return dark;
}

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

QColor statusColour(StatusKind kind) {
  const Colours& c = colours();
  switch (kind) {
    case StatusKind::Stable:
      return c.good;
    case StatusKind::StartingUp:
    case StatusKind::RollingOut:
    case StatusKind::Paused:
    case StatusKind::WaitingForPromotion:
    case StatusKind::Analysing:
    case StatusKind::Scaling:
    case StatusKind::RolledBack:
    case StatusKind::Aborted:
      return c.attention;
    case StatusKind::Degraded:
    case StatusKind::Failed:
      return c.bad;
    case StatusKind::ScaledToZero:
    case StatusKind::Deleting:
      return c.muted;
  }
  return c.muted;
}

QColor levelColour(Level level) {
  switch (level) {
    case Level::Info:
      return colours().good;
    case Level::Warn:
      return colours().attention;
    case Level::Error:
      return colours().bad;
  }
  return colours().muted;
}

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
  window.setStyleSheet(styleSheet(c));
}

}  // namespace perfect::theme
