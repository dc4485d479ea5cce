// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a label or field is written: its colour by meaning, its size and face. Kept as properties that the style sheet
// reads, so that it follows when theme or size of type change; a style sheet of its own would not.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>

#include "app/desktop/theme/theme.h"

class QWidget;

namespace perfect::theme {

/// A colour by what it means. Version1 … Version6 are the hues of versions.
enum class Tone {
  Text,
  Muted,
  Accent,
  AccentText,
  Good,
  Attention,
  Bad,
  Disabled,
  Version1,
  Version2,
  Version3,
  Version4,
  Version5,
  Version6,
};

QColor colour(Tone tone);
/// In the theme in use.
Tone versionTone(const ServiceState& service, VersionIndex version);
Tone statusTone(StatusKind kind);
Tone levelTone(Level level);

struct Dress {
  Tone tone = Tone::Text;
  int size = kBase;  ///< kSmall, 13, kBase, 15, kTitle, kNarration: those of style_sheet.cpp
  bool bold = false;
  bool mono = false;
};

/// Cheap where nothing changes.
void dress(QWidget& widget, const Dress& look);

}  // namespace perfect::theme
