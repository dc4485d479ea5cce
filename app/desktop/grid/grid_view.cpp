// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/grid_view.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>

#include "app/desktop/grid/grid_accessible.h"
#include "app/desktop/grid/hover_card.h"
#include "app/desktop/grid/minimap.h"
#include "app/desktop/grid/pod_words.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kFrameMs = 33;
constexpr int kSettleMs = 1800;  // holes close once nothing has filled them for this long
constexpr int kHoverMs = 350;
constexpr std::size_t kMostSingleTiles = 64;  // more of them are painted as one
constexpr int kMarkReach = 6;                 // a mark is larger than its pixel

bool waitsForTime(const ServiceState& service) {
  return std::any_of(service.waiting.begin(), service.waiting.end(),
                     [](const Waiting& w) { return w.until != kNever; });
}

/// Tiles that are drawn in the layer stand elsewhere or have another size.
bool movesTiles(const GridLayout& from, const GridLayout& to) {
  const auto isPixels = [](const SectorPlace& place) { return place.detail == DetailLevel::Pixel; };
  if (std::any_of(from.sectors.begin(), from.sectors.end(), isPixels)) return false;
  return !std::equal(from.sectors.begin(), from.sectors.end(), to.sectors.begin(), to.sectors.end(),
                     [](const SectorPlace& x, const SectorPlace& y) {
                       return x.tile == y.tile && x.columns == y.columns && x.origin == y.origin;
                     });
}

}  // namespace

GridView::GridView(QWidget* parent)
    : QAbstractScrollArea(parent), m_minimap(new Minimap(viewport())), m_hoverCard(new HoverCard(viewport())) {
  announceGridToScreenReaders();
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  viewport()->setMouseTracking(true);
  setAccessibleName(tr("The Grid"));
  setAccessibleDescription(tr("Services and their pods. Arrow keys move between pods, Enter opens one."));
  m_frameTimer.setInterval(kFrameMs);
  m_settleTimer.setInterval(kSettleMs);
  m_settleTimer.setSingleShot(true);
  m_hoverTimer.setInterval(kHoverMs);
  m_hoverTimer.setSingleShot(true);
  connect(&m_settleTimer, &QTimer::timeout, this, &GridView::settle);
  connect(&m_hoverTimer, &QTimer::timeout, this, &GridView::showHover);
  connect(&m_frameTimer, &QTimer::timeout, this, &GridView::nextPicture);
  m_minimap->setSource([this](QSize size) { return overview(size); });
  connect(m_minimap, &Minimap::viewWanted, this, [this](QPointF centre) {
    horizontalScrollBar()->setValue(static_cast<int>(centre.x() * m_layout.width) - viewport()->width() / 2);
    verticalScrollBar()->setValue(static_cast<int>(centre.y() * m_layout.height) - viewport()->height() / 2);
  });
  connect(m_minimap, &Minimap::zoomWanted, this, [this](int steps) { zoomBy(steps, zoomCentre()); });
  connect(m_minimap, &Minimap::closed, this, [this] { setMinimapWanted(false); });
}

bool GridView::lightFlows() const { return m_motionOn && m_traffic.flows() && !m_frame.clock.paused; }

void GridView::nextPicture() {
  const bool spawning = m_motion.active();
  m_motion.advance();
  if (spawning) m_layerStale = true;  // appearing tiles are part of the layer
  const bool fading = !m_fading.picture.isNull();
  if (!spawning && !fading && !lightFlows()) m_frameTimer.stop();
  viewport()->update();
}

void GridView::setFrame(const Frame& frame) {
  const bool another = m_frame.snapshot == nullptr || frame.snapshot == nullptr ||
                       frame.snapshot->t < m_frame.snapshot->t || frame.snapshot->epochMs != m_frame.snapshot->epochMs;
  if (another) {
    m_sectors.clear();
    m_motion.clear();
  }
  const bool same = !another && frame.snapshot == m_frame.snapshot;
  m_frame = frame;
  if (lightFlows() && isVisible() && !m_frameTimer.isActive()) m_frameTimer.start();  // the clock goes on again
  if (same) return setNow(frame.clock.t);
  const bool later = frame.clock.t != m_now;
  m_now = frame.clock.t;
  const GridLayout before = m_layout;
  m_othersChanged = another;
  if (frame.snapshot) takeServices(*frame.snapshot);
  relayout();
  if (later) timeWentOn();
  if (movesTiles(before, m_layout)) fadeFrom(m_layer, {}, 1);
  if (m_othersChanged || !(m_layout == before))
    invalidate();
  else
    viewport()->update(changedRegion());
  m_minimap->refreshSoon();
  if (m_hoverCard->isVisible()) showHover();
}

void GridView::takeServices(const Snapshot& snapshot) {
  const auto at = [&](std::size_t i) -> std::string_view {
    return i < m_sectors.size() ? std::string_view(m_sectors[i].name) : std::string_view();
  };
  std::vector<Sector> next;
  next.reserve(snapshot.services.size());
  bool moved = false;
  // Both stand in the order of their index; a service that came back under its name has a higher one.
  auto old = m_sectors.begin();
  for (std::size_t i = 0; i < snapshot.services.size(); ++i) {
    const std::string& name = snapshot.services[i].state->spec->name;
    const ServiceIndex index = snapshot.services[i].state->index;
    moved = moved || at(i) != name;
    while (old != m_sectors.end() && old->state->index < index) ++old;
    if (old != m_sectors.end() && old->state->index == index && old->name == name) {
      next.push_back(std::move(*old++));
    } else {
      next.emplace_back().name = name;
    }
  }
  moved = moved || m_sectors.size() != next.size();
  m_sectors = std::move(next);
  m_othersChanged = m_othersChanged || moved;
  const bool motion = m_motionOn && isVisible() && !moved && m_layout.sectors.size() == m_sectors.size();
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    Sector& sector = m_sectors[i];
    const ServiceEntry& entry = snapshot.services[i];
    if (motion && sector.state && sector.state->rollout.active != entry.state->rollout.active &&
        sector.state->rollout.active != kNoVersion) {
      m_motion.switchTraffic(entry.state->index);
    }
    if (sector.state == entry.state && sector.pods == entry.pods) continue;
    invalidateHead(i);
    sector.state = entry.state;
    if (sector.pods == entry.pods) continue;
    sector.pods = entry.pods;
    takePods(sector, static_cast<int>(i), motion);
  }
}

void GridView::takePods(Sector& sector, int position, bool motion) {
  const ServiceState& state = *sector.state;
  const bool firstSight = sector.cells.slots() == 0 && sector.pods->size() <= kMostMotions;
  const bool still = !m_motionOn || !isVisible() || isRaster(static_cast<std::size_t>(position));
  sector.cells.update(*sector.pods, [&](const CellChange& change) {
    sector.raster.touch(sector.cells, change.slot);
    if (still) return;
    if (change.was == 0) {
      if (motion || firstSight) m_motion.spawn(state.index, change.ordinal);
    } else if (change.now == 0 && motion) {
      const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(position)];
      if (change.slot >= place.slots) return;
      m_motion.derez(m_layout.tileRect(position, change.slot),
                     theme::versionColour(state, lookVersion(change.was)).rgb(), change.ordinal);
    }
  });
  if (sector.cells.holes() != 0 && !m_settleTimer.isActive()) m_settleTimer.start();
}

void GridView::settle() {
  for (Sector& sector : m_sectors) {
    if (sector.cells.holes() == 0) continue;
    sector.cells.compact();
    sector.raster.invalidate();
  }
  relayout();
  invalidate();
}

void GridView::relayout() {
  std::vector<std::uint32_t> slots;
  slots.reserve(m_sectors.size());
  for (const Sector& sector : m_sectors) slots.push_back(sector.cells.slots());
  // Scroll bars come with zooming: they must not change what zooming keeps.
  m_layout = layoutGrid(slots, m_zoom == 0 ? viewport()->size() : maximumViewportSize(), m_zoom, theme::scale());
  if (m_sectors.empty()) m_layout.width = m_layout.height = 0;
  setScrollRanges();
  horizontalScrollBar()->setPageStep(viewport()->width());
  verticalScrollBar()->setPageStep(viewport()->height());
  horizontalScrollBar()->setSingleStep(40);
  verticalScrollBar()->setSingleStep(40);
  placeOverlays();
}

/// What is smaller than the view may still stand anywhere in it, where zooming has put it.
void GridView::setScrollRanges() {
  if (m_zoom == 0) m_slack = QRect(0, 0, 1, 1);
  const auto set = [](QScrollBar* bar, int over, int least, int most) {
    bar->setRange(std::min(0, least), std::max({0, over, most}));
  };
  set(horizontalScrollBar(), m_layout.width - viewport()->width(), m_slack.left(), m_slack.right());
  set(verticalScrollBar(), m_layout.height - viewport()->height(), m_slack.top(), m_slack.bottom());
}

void GridView::placeOverlays() {
  const QSize all(m_layout.width, m_layout.height);
  m_minimap->place(viewport()->rect(), all, sight());
}

void GridView::invalidate() {
  m_layerStale = true;
  m_timed.clear();  // they are of the layout before; painting the layer finds them anew
  viewport()->update();
}

/// Of this sector only its header and its raster are other ones.
void GridView::invalidateHead(std::size_t sector) {
  // Among tiles, light crosses the header.
  if (!isRaster(sector)) m_othersChanged = true;
  m_sectors[sector].headStale = true;
}

/// What the next picture shows anew, as long as the layer holds: headers, rows of rasters, tiles that show time.
QRegion GridView::changedRegion() {
  QRegion region;
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    Sector& sector = m_sectors[i];
    const int index = static_cast<int>(i);
    if (sector.headStale) region += headerPlace(index).translated(-origin());
    if (!isRaster(i)) continue;
    const auto [first, end] = sector.raster.takeTouchedRows();
    if (sector.raster.needsAll(sector.cells, rasterStyle(index))) return viewport()->rect();
    if (first == end) continue;
    const QRect all = rasterPlace(index);
    const SectorPlace& place = m_layout.sectors[i];
    const int step = place.tile.height() + place.gap;
    const QRect rows(all.left(), all.top() + first * step, all.width(), (end - first) * step);
    region += rows.adjusted(-kMarkReach, -kMarkReach, kMarkReach, kMarkReach);
  }
  if (!region.isEmpty()) region += m_layout.balancer.translated(-origin());
  if (m_timedStale && m_timed.size() > kMostSingleTiles) return viewport()->rect();
  if (m_timedStale) {
    for (const TimedTile& timed : m_timed) {
      // What falls off a dissolving tile is seen beside it.
      region += m_layout.tileRect(timed.sector, timed.slot).translated(-origin()).adjusted(-4, -16, 30, 16);
    }
  }
  return region;
}

void GridView::setNow(SimTime now) {
  if (now == m_now) return;
  m_now = now;
  timeWentOn();
  viewport()->update(changedRegion());
  if (m_hoverCard->isVisible()) showHover();
}

/// Tiles that show time and headers that count down are out of date; nothing else is.
void GridView::timeWentOn() {
  m_timedStale = !m_timed.empty();
  for (Sector& sector : m_sectors) sector.headStale = sector.headStale || waitsForTime(*sector.state);
}

bool GridView::isRaster(std::size_t sector) const {
  return sector < m_layout.sectors.size() && m_layout.sectors[sector].detail == DetailLevel::Pixel;
}

bool GridView::awaitsTime() const {
  return std::any_of(m_sectors.begin(), m_sectors.end(), [](const Sector& s) { return waitsForTime(*s.state); });
}

void GridView::setMotion(bool on) {
  if (m_motionOn == on) return;
  m_motionOn = on;
  if (!on) {
    m_motion.clear();
    m_fading = {};
    settle();
  }
  invalidate();
}

void GridView::fadeFrom(const QPixmap& picture, QPointF anchor, double scale) {
  if (!m_motionOn || !isVisible() || picture.isNull() || picture.size() != m_layer.size()) return;
  m_fading = {picture, anchor, scale, m_motion.now()};
  m_frameTimer.start();
}

bool GridView::wantsFrames() const { return isVisible() && m_motionOn && (!m_timed.empty() || awaitsTime()); }

QPoint GridView::origin() const { return {horizontalScrollBar()->value(), verticalScrollBar()->value()}; }

QRect GridView::sight() const { return QRect(origin(), viewport()->size()); }

int GridView::sectorOf(const QString& service) const {
  const std::string name = service.toStdString();
  const auto found = std::find_if(m_sectors.begin(), m_sectors.end(), [&](const Sector& s) { return s.name == name; });
  return found == m_sectors.end() ? -1 : static_cast<int>(found - m_sectors.begin());
}

Focus GridView::sectorFocus(int sector) const {
  return {words::text(m_sectors[static_cast<std::size_t>(sector)].name), kNoPod};
}

Focus GridView::focusAt(QPoint position) const {
  const TileHit hit = m_layout.hit(position + origin());
  if (hit.sector < 0) return {};
  const Sector& sector = m_sectors[static_cast<std::size_t>(hit.sector)];
  Focus focus{words::text(sector.name), kNoPod};
  if (!hit.slot || headerPlace(hit.sector).contains(position + origin())) return focus;
  // Where several pods share a pixel, the worst of them is meant.
  const std::uint32_t perCell = m_layout.sectors[static_cast<std::size_t>(hit.sector)].podsPerCell;
  for (std::uint32_t i = *hit.slot; i < std::min(*hit.slot + perCell, sector.cells.slots()); ++i) {
    if (sector.cells.ordinal(i) == kNoPod) continue;
    if (focus.pod == kNoPod || tileIsBad(lookState(sector.cells.look(i)))) focus.pod = sector.cells.ordinal(i);
  }
  return focus;
}

QRect GridView::placeOf(const Focus& focus) const {
  const int index = sectorOf(focus.service);
  if (index < 0 || static_cast<std::size_t>(index) >= m_layout.sectors.size()) return {};
  if (focus.pod == kNoPod) return m_layout.sectors[static_cast<std::size_t>(index)].frame.translated(-origin());
  const std::uint32_t slot = m_sectors[static_cast<std::size_t>(index)].cells.slotOf(focus.pod);
  return slot == kNoSlot ? QRect() : m_layout.tileRect(index, slot).translated(-origin());
}

std::vector<Focus> GridView::podsInSight(int index, std::size_t most) const {
  std::vector<Focus> pods;
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const QString name = words::text(sector.name);
  if (isRaster(static_cast<std::size_t>(index))) {
    // Pixels are no things one can point at; what is chosen is.
    if (m_focus.service == name && m_focus.pod != kNoPod && sector.cells.slotOf(m_focus.pod) != kNoSlot)
      pods.push_back(m_focus);
    return pods;
  }
  const QRect seen = sight();
  for (std::uint32_t slot = 0; slot < sector.cells.slots() && pods.size() < most; ++slot) {
    const QRect tile = m_layout.tileRect(index, slot);
    if (tile.top() > seen.bottom()) break;
    if (sector.cells.ordinal(slot) != kNoPod && tile.intersects(seen))
      pods.push_back({name, sector.cells.ordinal(slot)});
  }
  return pods;
}

QString GridView::describe(const Focus& focus) const {
  const int index = sectorOf(focus.service);
  if (index < 0) return {};
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const PodCounts counts = sector.state->counts();
  if (focus.pod == kNoPod) {
    return tr("%1: %2 of %3 ready. %4")
        .arg(focus.service, words::count(counts.ready), words::count(sector.state->replicas),
             words::phraseWithWait(*sector.state, m_now));
  }
  const Pod* pod = sector.pods->find(focus.pod);
  if (pod == nullptr) return tr("This pod is gone.");
  const TileFacts facts = tileFacts(*pod, *sector.state, m_now);
  QString text = words::podId(*sector.state, *pod) + QLatin1Char('\n') + tileWord(facts.state) +
                 (facts.serving ? tr(", serving") : QString()) + QStringLiteral(" · ") + facts.version;
  const QString wait = words::podWaitText(*sector.state, *pod, m_now);
  if (!wait.isEmpty()) text += QStringLiteral(" · ") + wait;
  if (pod->restarts > 0) text += QStringLiteral(" · ") + words::restarts(pod->restarts);
  return text + QStringLiteral(" · ") + tr("port %1").arg(pod->port);
}

void GridView::setFocusOn(const Focus& focus) {
  if (m_focus == focus) return;
  if (m_focus.service != focus.service) m_layerStale = true;  // its sector's frame is lit
  m_focus = focus;
  const int index = sectorOf(focus.service);
  if (index >= 0) {
    const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
    const std::uint32_t slot = focus.pod == kNoPod ? kNoSlot : sector.cells.slotOf(focus.pod);
    reveal(slot == kNoSlot ? headerPlace(index) : m_layout.tileRect(index, slot));
  }
  tellScreenReadersOfFocus(*this);
  viewport()->update();
}

void GridView::reveal(const QRect& place) {
  const auto bring = [](QScrollBar* bar, int from, int to, int view) {
    if (from < bar->value()) bar->setValue(from - 8);
    if (to > bar->value() + view) bar->setValue(to - view + 8);
  };
  bring(verticalScrollBar(), place.top(), place.bottom(), viewport()->height());
  bring(horizontalScrollBar(), place.left(), place.right(), viewport()->width());
}

void GridView::setTargets(const QString& service, const std::vector<PodOrdinal>& pods) {
  if (m_targetService == service && m_targets == pods) return;
  m_targetService = service;
  m_targets = pods;
  viewport()->update();
}

void GridView::showAnswer(const Focus& pod) {
  const int index = sectorOf(pod.service);
  if (!m_motionOn || index < 0) return;
  m_motion.answer(m_sectors[static_cast<std::size_t>(index)].state->index, pod.pod);
  m_frameTimer.start();
}

void GridView::setMinimapWanted(bool wanted) {
  m_minimap->setWanted(wanted);
  placeOverlays();
}

void GridView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  m_motion.clear();
  m_fading = {};
  relayout();
  invalidate();
}

void GridView::scrollContentsBy(int, int) {
  hideHover();
  placeOverlays();
  invalidate();
}

void GridView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() != QEvent::StyleChange) return;
  m_tiles.forget();
  for (Sector& sector : m_sectors) sector.raster.invalidate();
  m_motion.clear();
  m_fading = {};
  hideHover();
  relayout();
  invalidate();
}

}  // namespace perfect
