// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/palettes.h"

namespace perfect::theme {
namespace {

QColor rgb(unsigned value) { return QColor::fromRgb(value); }

std::array<QColor, kVersionHues> hues(const std::array<unsigned, kVersionHues>& values) {
  std::array<QColor, kVersionHues> result;
  for (std::size_t i = 0; i < values.size(); ++i) result[i] = rgb(values[i]);
  return result;
}

Colours tron() {
  Colours c;
  c.ground = rgb(0x05090f);
  c.gridLine = rgb(0x0c1d2b);
  c.panel = rgb(0x080f18);
  c.raised = rgb(0x0a121d);
  c.line = rgb(0x1d3b55);
  c.accent = rgb(0x35d3ff);
  c.accentText = rgb(0x021018);
  c.text = rgb(0xe6f4ff);
  c.muted = rgb(0x8fa6b8);
  c.disabled = rgb(0x748899);
  c.good = rgb(0x7fe8b8);
  c.attention = rgb(0xffcf70);
  c.bad = rgb(0xff8a99);
  c.selection = rgb(0x12364a);
  c.versions = hues({0x4fd8ff, 0xff9d3c, 0xb79bff, 0xb4e85a, 0xff9ad5, 0xe3cfa0});
  return c;
}

Colours dark() {
  Colours c;
  c.ground = rgb(0x14171b);
  c.gridLine = rgb(0x20252b);
  c.panel = rgb(0x1b1f24);
  c.raised = rgb(0x22272e);
  c.line = rgb(0x434d59);
  c.accent = rgb(0x6cb6ff);
  c.accentText = rgb(0x06121f);
  c.text = rgb(0xeceff2);
  c.muted = rgb(0xaab4be);
  c.disabled = rgb(0x8f99a3);
  c.good = rgb(0x7fd99a);
  c.attention = rgb(0xf2c55c);
  c.bad = rgb(0xff9492);
  c.selection = rgb(0x2b4361);
  c.versions = hues({0x6cb6ff, 0xf5a25d, 0xc0a5f5, 0xb0d95a, 0xf29ac8, 0xd9c69a});
  return c;
}

Colours light() {
  Colours c;
  c.ground = rgb(0xf6f8fa);
  c.gridLine = rgb(0xe4e9ee);
  c.panel = rgb(0xffffff);
  c.raised = rgb(0xf3f6f9);
  c.line = rgb(0xb4c0cb);
  c.accent = rgb(0x0b5cad);
  c.accentText = rgb(0xffffff);
  c.text = rgb(0x141c24);
  c.muted = rgb(0x47535f);
  c.disabled = rgb(0x5f6b77);
  c.good = rgb(0x0a6435);
  c.attention = rgb(0x7d4b00);
  c.bad = rgb(0xb0142c);
  c.selection = rgb(0xcfe3fa);
  c.versions = hues({0x005f8f, 0xa34700, 0x6437b8, 0x3f6400, 0xa81c70, 0x6b5520});
  c.light = true;
  return c;
}

Colours highContrast() {
  Colours c;
  c.ground = rgb(0x000000);
  c.gridLine = rgb(0x262626);
  c.panel = rgb(0x000000);
  c.raised = rgb(0x0d0d0d);
  c.line = rgb(0xffffff);
  c.accent = rgb(0xffff00);
  c.accentText = rgb(0x000000);
  c.text = rgb(0xffffff);
  c.muted = rgb(0xe2e2e2);
  c.disabled = rgb(0xbdbdbd);
  c.good = rgb(0x5dff8f);
  c.attention = rgb(0xffb42e);
  c.bad = rgb(0xff8f8f);
  c.selection = rgb(0x00348f);
  c.versions = hues({0x00e5ff, 0xff9500, 0xd0a8ff, 0xa6ff00, 0xff8ad8, 0xffe4a8});
  return c;
}

/// Blue, yellow, grey-violet and their lighter and darker kin: hues that eyes without red or green tell apart.
Colours colourBlind() {
  Colours c = tron();
  c.accent = rgb(0x5aaeff);
  c.good = rgb(0x9fd0ff);
  c.attention = rgb(0xffe48c);
  c.bad = rgb(0xff7a42);
  c.versions = hues({0x4d97ff, 0xffd21f, 0xa298bc, 0xf4f4f4, 0xd09610, 0x7fe0ff});
  return c;
}

}  // namespace

const Colours& coloursOf(ThemeId theme) {
  static const std::array<Colours, kThemes.size()> all{tron(), dark(), light(), highContrast(), colourBlind()};
  return all[static_cast<std::size_t>(theme)];
}

}  // namespace perfect::theme
