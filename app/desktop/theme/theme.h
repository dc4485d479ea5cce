// SPDX-License-Identifier: GPL-3.0-or-later
//
// The look in one place: named colours, fonts, sizes and motion times. Views ask for a colour by what
// it means (good, attention, a version's hue), never by its value, and as late as they can: themes and the size of type
// change while the window stands. Labels are dressed (dress.h) rather than given colours.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <optional>

#include "app/desktop/theme/palettes.h"
#include "core/events/reasons.h"
#include "core/model/service_state.h"
#include "core/reconcile/status.h"

class QWidget;

namespace perfect::theme {

/// How it is remembered ("tron"), and how a person reads it ("Tron").
QString themeKey(ThemeId theme);
QString themeName(ThemeId theme);
std::optional<ThemeId> themeOf(const QString& key);

/// What everything is drawn with from the next apply() on: the theme, and how large type is (1 … 3; presentation mode
/// goes beyond what the person chose).
void use(ThemeId theme);
void useScale(double scale);
ThemeId current();
double scale();

/// Of the theme in use.
const Colours& colours();

/// Sizes in device-independent pixels at scale 1; 12 is the least that is to be read. uiFont() and monoFont() take these
/// and multiply them; whatever is as high as a line of text asks for scaled().
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

/// Pixels that grow with the type.
int scaled(int pixels);

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

/// Gives a top-level widget (and its children) palette, font and style sheet, at first and again after use() or
/// useScale(): every child then gets a QEvent::StyleChange, upon which it drops what it keeps painted or written in
/// colours.
void apply(QWidget& window);

}  // namespace perfect::theme
