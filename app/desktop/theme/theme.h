// SPDX-License-Identifier: GPL-3.0-or-later
//
// The look in one place: named colours, fonts, sizes and motion times. Views ask for a colour by what
// it means (good, attention, a version's hue), never by its value.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <array>

#include "core/events/reasons.h"
#include "core/model/service_state.h"
#include "core/reconcile/status.h"

class QWidget;

namespace perfect::theme {

inline constexpr int kVersionHues = 6;

struct Colours {
  QColor ground;
  QColor gridLine;
  QColor panel;
  QColor raised;
  QColor line;
  QColor accent;
  QColor accentText;  ///< on a surface filled with accent
  QColor text;
  QColor muted;
  QColor disabled;
  QColor good;
  QColor attention;
  QColor bad;
  QColor selection;
  std::array<QColor, kVersionHues> versions;
};

const Colours& colours();

/// Sizes in device-independent pixels; 12 is the least that is to be read.
inline constexpr int kSmall = 12;
inline constexpr int kBase = 14;
inline constexpr int kTitle = 16;
inline constexpr int kNarration = 20;

/// Motion tells cause and effect, in milliseconds of real time.
inline constexpr int kSpawnMs = 250;
inline constexpr int kDerezMs = 400;
inline constexpr int kSwitchMs = 500;
/// Above this speed (thousandths) states change at once.
inline constexpr std::int64_t kMotionMaxSpeedMilli = 5000;

QFont uiFont(int pixels = kBase, QFont::Weight weight = QFont::Normal);
QFont monoFont(int pixels = kBase, QFont::Weight weight = QFont::Normal);

/// The hue of a version: v1, v2, v3 … by the number at the end of its digest, so that v2 looks the same in
/// every service; by its place in the service where the digest has none or an earlier version took the hue.
int versionHue(const ServiceState& service, VersionIndex version);
QColor versionColour(const ServiceState& service, VersionIndex version);

QColor statusColour(StatusKind kind);
QColor levelColour(Level level);
/// `colour` mixed into `ground`: share 0 … 1 of `colour`.
QColor mix(const QColor& colour, const QColor& ground, double share);

/// Gives a top-level widget (and its children) palette, font and style sheet.
void apply(QWidget& window);

}  // namespace perfect::theme
