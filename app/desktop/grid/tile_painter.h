// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws one tile at any level of detail above pixels. All that tiles share (body, symbol, word, version) is kept as
// pixmaps, because thousands of them have a few looks; a pod's own name and times are put together of kept letters.
// Thread rule: the GUI thread.
#pragma once

#include <QCache>
#include <QFont>
#include <QPixmap>
#include <QRect>
#include <QString>
#include <vector>

#include "app/desktop/grid/glyph_atlas.h"
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

/// The same for many pods of one service in a row.
class TileFactsOf {
 public:
  /// Requires that the service outlives it. `named`: the tiles show names and countdowns.
  TileFactsOf(const ServiceState& service, SimTime now, bool named);
  TileFacts operator()(const Pod& pod);

 private:
  struct Version {
    QColor hue;
    QString digest;
    bool serves = false;
  };
  const ServiceState& m_service;
  SimTime m_now;
  bool m_named;
  std::vector<Version> m_versions;  ///< filled as they are met
};

class TilePainter {
 public:
  TilePainter();
  /// The tiles that follow have this size; pixmaps of other sizes are kept beside.
  void begin(QSize tile, DetailLevel detail, qreal devicePixelRatio);
  void draw(QPainter& painter, const QRect& place, const TileFacts& facts);
  /// Colours or fonts are others.
  void forget();
  /// A tile falling apart: progress 0 … 1.
  static void drawDissolving(QPainter& painter, const QRect& place, const QColor& colour, double progress,
                             std::uint32_t noise);

 private:
  void drawBody(QPainter& painter, const QRectF& place, const TileFacts& facts) const;
  void drawWords(QPainter& painter, const QRect& place, const TileFacts& facts) const;
  void drawOwnWords(QPainter& painter, const QRect& place, const TileFacts& facts);
  void drawRestarts(QPainter& painter, const QRect& line, const TileFacts& facts, const QColor& colour);
  void drawCompact(QPainter& painter, const QRect& place, const TileFacts& facts) const;
  int baseline(const QRect& line) const;
  const QPixmap& shared(const TileFacts& facts);

  /// What pixmaps are told apart by.
  struct Look {
    quint64 bits = 0;
    QString version;
    bool operator==(const Look&) const = default;
    friend size_t qHash(const Look& look, size_t seed = 0) { return qHashMulti(seed, look.bits, look.version); }
  };

  QSize m_tile;
  DetailLevel m_detail = DetailLevel::Text;
  qreal m_ratio = 1;
  QFont m_mono;
  GlyphAtlas m_letters;  ///< of m_mono
  QHash<QRgb, QPixmap> m_restartSigns;
  QCache<Look, QPixmap> m_cache;
};

}  // namespace perfect
