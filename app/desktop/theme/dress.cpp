// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/dress.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace perfect::theme {

QColor colour(Tone tone) {
  const Colours& c = colours();
  switch (tone) {
    case Tone::Text:
      return c.text;
    case Tone::Muted:
      return c.muted;
    case Tone::Accent:
      return c.accent;
    case Tone::AccentText:
      return c.accentText;
    case Tone::Good:
      return c.good;
    case Tone::Attention:
      return c.attention;
    case Tone::Bad:
      return c.bad;
    case Tone::Disabled:
      return c.disabled;
    default:
      return c.versions[static_cast<std::size_t>(tone) - static_cast<std::size_t>(Tone::Version1)];
  }
}

Tone versionTone(const ServiceState& service, VersionIndex version) {
  return static_cast<Tone>(static_cast<int>(Tone::Version1) + versionHue(service, version));
}

Tone statusTone(StatusKind kind) {
  switch (kind) {
    case StatusKind::Stable:
      return Tone::Good;
    case StatusKind::StartingUp:
    case StatusKind::RollingOut:
    case StatusKind::Paused:
    case StatusKind::WaitingForPromotion:
    case StatusKind::Analysing:
    case StatusKind::Scaling:
    case StatusKind::RolledBack:
    case StatusKind::Aborted:
      return Tone::Attention;
    case StatusKind::Degraded:
    case StatusKind::Failed:
      return Tone::Bad;
    case StatusKind::ScaledToZero:
    case StatusKind::Deleting:
      return Tone::Muted;
  }
  return Tone::Muted;
}

Tone levelTone(Level level) {
  switch (level) {
    case Level::Info:
      return Tone::Good;
    case Level::Warn:
      return Tone::Attention;
    case Level::Error:
      return Tone::Bad;
  }
  return Tone::Muted;
}

void dress(QWidget& widget, const Dress& look) {
  // One property for all: a label is restyled once, and only where something changed.
  const QString written =
      QStringLiteral("t%1 s%2%3%4")
          .arg(static_cast<int>(look.tone))
          .arg(look.size)
          .arg(look.bold ? QStringLiteral(" bold") : QString(), look.mono ? QStringLiteral(" mono") : QString());
  if (widget.property("dress").toString() == written) return;
  widget.setProperty("dress", written);
  widget.style()->unpolish(&widget);
  widget.style()->polish(&widget);
  widget.updateGeometry();
}

}  // namespace perfect::theme
