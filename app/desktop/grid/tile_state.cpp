// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/tile_state.h"

#include <QCoreApplication>

#include "app/desktop/theme/theme.h"

namespace perfect {

TileState tileState(const Pod& pod) {
  switch (pod.state) {
    case PodState::Absent:
      return TileState::Empty;
    case PodState::Starting:
      return TileState::Starting;
    case PodState::Running:
      return pod.ready ? TileState::Ready : TileState::NotReady;
    case PodState::Stopping:
      return TileState::NotReady;
    case PodState::BackOff:
      return TileState::BackOff;
    case PodState::Terminating:
      return TileState::Terminating;
  }
  return TileState::Empty;
}

QString tileWord(TileState state) {
  switch (state) {
    case TileState::Empty:
      return {};
    case TileState::Pending:
      return QCoreApplication::translate("Tile", "Pending");
    case TileState::Starting:
      return QCoreApplication::translate("Tile", "Starting");
    case TileState::NotReady:
      return QCoreApplication::translate("Tile", "Not ready");
    case TileState::Ready:
      return QCoreApplication::translate("Tile", "Ready");
    case TileState::BackOff:
      return QCoreApplication::translate("Tile", "Back-off");
    case TileState::Terminating:
      return QCoreApplication::translate("Tile", "Stopping");
  }
  return {};
}

QString tileShortWord(TileState state) {
  switch (state) {
    case TileState::NotReady:
      //: Not ready, in a shorter word, for small tiles
      return QCoreApplication::translate("Tile", "Unready");
    case TileState::BackOff:
      //: Back-off: waits for its restart; a shorter word, for small tiles
      return QCoreApplication::translate("Tile", "Waits");
    default:
      return tileWord(state);
  }
}

theme::Glyph tileGlyph(TileState state) {
  switch (state) {
    case TileState::Empty:
    case TileState::Pending:
    case TileState::NotReady:
      return theme::Glyph::HollowDisc;
    case TileState::Starting:
      return theme::Glyph::Ring;
    case TileState::Ready:
      return theme::Glyph::Disc;
    case TileState::BackOff:
      return theme::Glyph::Cross;
    case TileState::Terminating:
      return theme::Glyph::Bar;
  }
  return theme::Glyph::Disc;
}

QColor tileColour(TileState state, const QColor& version) {
  if (state == TileState::BackOff) return theme::colours().bad;
  if (state == TileState::Terminating) return theme::colours().muted;
  return version;
}

}  // namespace perfect
