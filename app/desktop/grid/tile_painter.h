// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws one tile at any level of detail above pixels. Tiles without a text of their own are kept as
// pixmaps, because thousands of them share a few looks.
// Thread rule: the GUI thread.
#pragma once

#include <QHash>
#include <QPixmap>
#include <QRect>
#include <QString>

#include "app/desktop/grid/grid_layout.h"
#include "app/desktop/grid/tile_state.h"
#include "core/model/service_state.h"

class QPainter;

namespace perfect {

/// Everything a tile shows.
struct TileFacts {
  TileState state = TileState::Ready;
  bool serving = false;
  QColor hue;         ///< the version's
  QString version;    ///< "v2"
  QString name;       ///< the pod's suffix
  QString countdown;  ///< back-off: what is left
  std::uint32_t restarts = 0;
  double progress = 0;      ///< of the start, or of the removal: 0 … 1
  std::uint32_t noise = 0;  ///< scatters the pixels of a dissolving tile
};

/// Facts of a pod at `now`.
TileFacts tileFacts(const Pod& pod, const ServiceState& service, SimTime now);

class TilePainter {
 public:
  /// The tiles that follow have this size; pixmaps of other sizes are kept beside.
  void begin(QSize tile, DetailLevel detail, qreal devicePixelRatio);
  void draw(QPainter& painter, const QRect& place, const TileFacts& facts);
  /// A tile falling apart: progress 0 … 1.
  static void drawDissolving(QPainter& painter, const QRect& place, const QColor& colour, double progress,
                             std::uint32_t noise);

 private:
  void drawBody(QPainter& painter, const QRectF& place, const TileFacts& facts) const;
  void drawWords(QPainter& painter, const QRect& place, const TileFacts& facts) const;
  void drawCompact(QPainter& painter, const QRect& place, const TileFacts& facts) const;

  QSize m_tile;
  DetailLevel m_detail = DetailLevel::Text;
  qreal m_ratio = 1;
  QHash<QString, QPixmap> m_cache;
};

}  // namespace perfect
