// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Grid: a sector per service, a tile per pod, light from the balancer to the pods that serve. Shows a
// Snapshot; changes nothing but what is selected.
// What stands still is kept as one pixmap (the layer), pods without shapes as an image a sector (the raster); what
// moves is drawn on top of them. Only what changed is painted again.
// grid_view.cpp: what is shown; grid_input.cpp: mouse and keys; grid_paint.cpp, grid_paint_tiles.cpp: how it is drawn.
// Thread rule: the GUI thread.
#pragma once

#include <QAbstractScrollArea>
#include <QElapsedTimer>
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

class HoverCard;
class Minimap;

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
  /// Pods that a blow would take: marked until others are (or none).
  void setTargets(const QString& service, const std::vector<PodOrdinal>& pods);
  /// The balancer has sent a request to this pod: one light runs to it.
  void showAnswer(const Focus& pod);
  void setMinimapWanted(bool wanted);
  /// True while frames are wanted at full rate: something moves or fills.
  bool wantsFrames() const;

  const GridLayout& gridLayout() const { return m_layout; }
  const Focus& shownFocus() const { return m_focus; }
  /// Of the content, at the view's top left.
  QPoint origin() const;
  /// Where this service or pod stands, in the view's coordinates; empty: it is not there.
  QRect placeOf(const Focus& focus) const;
  Focus focusAt(QPoint position) const;
  /// Name, state and what it waits for, as one text.
  QString describe(const Focus& focus) const;
  int sectorCount() const { return static_cast<int>(m_sectors.size()); }
  Focus sectorFocus(int sector) const;
  /// Of this sector, those that are drawn as tiles now, in the order of their places; at most so many.
  std::vector<Focus> podsInSight(int sector, std::size_t most) const;
  Minimap* minimap() const { return m_minimap; }
  HoverCard* hoverCard() const { return m_hoverCard; }
  void choose(const Focus& focus);

  QSize sizeHint() const override { return {840, 520}; }
  QSize minimumSizeHint() const override { return {320, 90}; }

 Q_SIGNALS:
  void focusChosen(const perfect::Focus& focus);
  /// Enter or double click: show it in depth.
  void opened(const perfect::Focus& focus);
  void balancerChosen();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
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
  /// A tile that shows time: it alone is drawn again when only time goes on.
  struct TimedTile {
    int sector = 0;
    std::uint32_t slot = 0;
  };
  /// The former picture, on its way out.
  struct Fading {
    QPixmap picture;
    QPointF anchor;  ///< the point that stays, in the view
    double scale = 1;
    qint64 since = 0;
  };
  struct Drag {
    QPoint from;
    QPoint origin;
    bool ready = false;  ///< a button is down that may pan
    bool panning = false;
  };

  // grid_view.cpp
  void takeServices(const Snapshot& snapshot);
  void takePods(Sector& sector, int position, bool motion);
  void relayout();
  bool lightFlows() const;
  void setScrollRanges();
  void invalidate();
  void invalidateHead(std::size_t sector);
  void timeWentOn();
  QRegion changedRegion();
  bool isRaster(std::size_t sector) const;
  bool awaitsTime() const;
  void settle();
  void fadeFrom(const QPixmap& picture, QPointF anchor, double scale);
  void nextPicture();
  void reveal(const QRect& place);
  int sectorOf(const QString& service) const;
  QRect sight() const;
  void placeOverlays();

  // grid_input.cpp
  void moveBy(int columns, int rows);
  void moveToSector(int sector, bool last);
  bool typeAhead(const QString& typed);
  bool pan(const QKeyEvent& event);
  bool navigate(const QKeyEvent& event);
  int rowsInSight() const;
  void zoomBy(int steps, QPoint at);
  void zoomTo(int width, QPoint at);
  QPoint zoomCentre() const;
  void hoverOver(QPoint at);
  void showHover();
  void hideHover();
  bool onBalancer(QPoint at) const;

  // grid_paint.cpp
  void paintLayer();
  void paintHeads();
  void paintStill(QPainter& painter);
  void paintFading(QPainter& painter);
  void paintEmpty(QPainter& painter) const;
  void paintBackdrop(QPainter& painter) const;
  void paintSector(QPainter& painter, int index);
  QRect headerPlace(int index) const;
  void paintHeader(QPainter& painter, int index, const QRect& place) const;
  void paintPinnedHeaders(QPainter& painter);
  void paintBalancer(QPainter& painter) const;

  // grid_paint_tiles.cpp
  void paintTiles(QPainter& painter, int index);
  void paintTile(QPainter& painter, const QRect& place, const Pod& pod, const ServiceState& state,
                 const TileFacts& facts);
  void paintTimedTiles();
  CellRaster::Style rasterStyle(int index) const;
  QRect rasterPlace(int index) const;
  void paintRaster(QPainter& painter, int index);
  void paintMarks(QPainter& painter, int index);
  void paintDissolving(QPainter& painter);
  void paintMotion(QPainter& painter);
  void paintTargets(QPainter& painter) const;
  void paintSelection(QPainter& painter) const;
  QImage overview(QSize size) const;

  Frame m_frame;
  SimTime m_now = 0;
  std::vector<Sector> m_sectors;  ///< in the snapshot's order
  GridLayout m_layout;
  GridMotion m_motion;
  TilePainter m_tiles;
  TrafficLines m_traffic;
  QPixmap m_layer;
  Fading m_fading;
  std::vector<TimedTile> m_timed;  ///< in sight
  bool m_layerStale = true;
  bool m_timedStale = false;
  bool m_othersChanged = false;  ///< by the last frame: something beside headers and rasters
  bool m_motionOn = true;
  int m_zoom = 0;             ///< tile width chosen by hand; 0: what fits
  QRect m_slack{0, 0, 1, 1};  ///< origins that zooming asked for beyond the content
  int m_wheelRest = 0;
  Focus m_focus;
  Focus m_hover;
  QString m_targetService;
  std::vector<PodOrdinal> m_targets;
  Drag m_drag;
  QString m_typed;
  QElapsedTimer m_typedAt;
  QTimer m_frameTimer;
  QTimer m_settleTimer;
  QTimer m_hoverTimer;
  Minimap* m_minimap;
  HoverCard* m_hoverCard;
};

}  // namespace perfect
