// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a tile says about its pod, three times: shape, word, colour. Pure; the GUI thread (translations).
#pragma once

#include <QColor>
#include <QString>
#include <cstdint>

#include "app/desktop/theme/icons.h"
#include "core/model/pod.h"

namespace perfect {

enum class TileState : std::uint8_t { Empty, Pending, Starting, NotReady, Ready, BackOff, Terminating };

TileState tileState(const Pod& pod);
/// "Ready", "Not ready", "Back-off" …
QString tileWord(TileState state);
/// The same for where that has no room: never longer.
QString tileShortWord(TileState state);
theme::Glyph tileGlyph(TileState state);
/// NotReady and BackOff: what must be seen even as one pixel among a million.
inline bool tileIsBad(TileState state) { return state == TileState::NotReady || state == TileState::BackOff; }
/// The colour of border and symbol: severity for BackOff, grey for Terminating, else the version's.
QColor tileColour(TileState state, const QColor& version);

}  // namespace perfect
