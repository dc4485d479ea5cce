// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours of every theme, by what they mean. What has to be told apart in them is written down as a test
// (tests/desktop/test_theme.cpp): contrast of text, of versions on the Grid, and versions for eyes without red or green.
// Thread rule: values; any thread.
#pragma once

#include <QColor>
#include <array>

namespace perfect::theme {

inline constexpr int kVersionHues = 6;

enum class ThemeId { Tron, Dark, Light, HighContrast, ColourBlind };
inline constexpr std::array kThemes{ThemeId::Tron, ThemeId::Dark, ThemeId::Light, ThemeId::HighContrast,
                                    ThemeId::ColourBlind};

struct Colours {
  QColor ground;  ///< under the tiles of the Grid, under text that is written
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
  bool light = false;  ///< dark text on a light ground
};

const Colours& coloursOf(ThemeId theme);

}  // namespace perfect::theme
