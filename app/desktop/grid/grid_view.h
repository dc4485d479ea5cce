// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Grid: a sector per service, a tile per pod, light from the balancer to the pods that serve. Shows a
// Snapshot; changes nothing but what is selected.
// What stands still is kept as one pixmap (the layer), pods without shapes as an image a sector (the raster); what
// moves is drawn on top of them.
// Thread rule: the GUI thread.
#pragma once

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QTimer>
#include <map>
#include <vector>

#include "app/desktop/frame.h"
#include "app/desktop/grid/cell_raster.h"
#include "app/desktop/grid/cell_table.h"
#include "app/desktop/grid/grid_layout.h"
#include "app/desktop/grid/grid_motion.h"
#include "app/desktop/grid/tile_painter.h"
#include "app/desktop/grid/traffic.h"

namespace perfect {

class GridView final : public QAbstractScrollArea {
  Q_OBJECT

 public:
  explicit GridView(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  /// Only time went on: countdowns and rising fills.
  void setNow(SimTime now);
  void setFocusOn(const Focus& focus);
  /// False: states change at once (high speed, reduced motion).
  void setMotion(bool on);
  /// Tiles of this width, and scrolling where they do not fit; 0: as large as all of them fit.
  void setTileWidth(int width);
  /// True while frames are wanted at full rate: something moves or fills.
  bool wantsFrames() const;

  const GridLayout& gridLayout() const { return m_layout; }
  const Focus& shownFocus() const { return m_focus; }
  QSize sizeHint() const override { return {840, 520}; }
  QSize minimumSizeHint() const override { return {320, 180}; }

 Q_SIGNALS:
  void focusChosen(const perfect::Focus& focus);
  /// Enter or double click: show it in depth.
  void opened(const perfect::Focus& focus);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  bool viewportEvent(QEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Sector {
    CellTable cells;
    CellRaster raster;
    std::shared_ptr<const ServiceState> state;
    std::shared_ptr<const PodTable> pods;
    std::string name;
    bool headStale = false;  ///< the layer shows an earlier header
  };

  void takeServices(const Snapshot& snapshot);
  void takePods(Sector& sector, int position, bool motion);
  void relayout();
  void invalidate();
  /// Of this sector only its header and its raster are other ones.
  void invalidateHead(std::size_t sector);
  bool isRaster(std::size_t sector) const;
  bool awaitsTime() const;
  void settle();
  void choose(const Focus& focus);
  void moveBy(int columns, int rows);
  void moveToSector(int sector, bool last);
  void reveal(const QRect& place);
  void zoom(int direction);
  Focus focusAt(QPoint position) const;
  QString describe(const Focus& focus) const;
  int sectorOf(const QString& service) const;
  int scroll() const;

  // grid_paint.cpp
  void paintLayer();
  void paintHeads();
  void paintStill(QPainter& painter);
  void paintEmpty(QPainter& painter) const;
  void paintBackdrop(QPainter& painter) const;
  void paintSector(QPainter& painter, int index);
  void paintHeader(QPainter& painter, int index) const;
  void paintTiles(QPainter& painter, int index);
  QRect rasterPlace(int index) const;
  void paintRaster(QPainter& painter, int index);
  void paintBalancer(QPainter& painter) const;
  void paintMotion(QPainter& painter);
  void paintSelection(QPainter& painter) const;

  Frame m_frame;
  SimTime m_now = 0;
  std::vector<Sector> m_sectors;  ///< in the snapshot's order
  GridLayout m_layout;
  GridMotion m_motion;
  TilePainter m_tiles;
  TrafficLines m_traffic;
  QPixmap m_layer;
  bool m_layerStale = true;
  bool m_othersChanged = false;  ///< by the last frame: something beside headers and rasters
  bool m_motionOn = true;
  bool m_tilesShowTime = false;  ///< a countdown or a rising fill is in view
  int m_zoom = 0;                ///< tile width chosen by hand; 0: what fits
  Focus m_focus;
  QTimer m_frameTimer;
  QTimer m_settleTimer;
};

}  // namespace perfect
