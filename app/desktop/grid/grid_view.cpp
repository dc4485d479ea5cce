// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/grid_view.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <array>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kFrameMs = 33;
constexpr int kSettleMs = 1800;  // holes close once nothing has filled them for this long
constexpr std::array kZoomWidths{1, 2, 4, 8, 12, 20, 28, 40, 54, 68, 84, 100, 116, 132, 152, 176, 200};

bool waitsForTime(const ServiceState& service) {
  return std::any_of(service.waiting.begin(), service.waiting.end(),
                     [](const Waiting& w) { return w.until != kNever; });
}

}  // namespace

GridView::GridView(QWidget* parent) : QAbstractScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("The Grid"));
  setAccessibleDescription(tr("Services and their pods. Arrow keys move between pods, Enter opens one."));
  m_frameTimer.setInterval(kFrameMs);
  m_settleTimer.setInterval(kSettleMs);
  m_settleTimer.setSingleShot(true);
  connect(&m_settleTimer, &QTimer::timeout, this, &GridView::settle);
  connect(&m_frameTimer, &QTimer::timeout, this, [this] {
    const bool spawning = m_motion.active();
    m_motion.advance();
    if (spawning) m_layerStale = true;  // appearing tiles are part of the layer
    if (!spawning && !(m_motionOn && m_traffic.flows())) m_frameTimer.stop();
    viewport()->update();
  });
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
  m_now = frame.clock.t;
  if (same) {
    setNow(m_now);
    return;
  }
  const GridLayout before = m_layout;
  m_othersChanged = another;
  if (frame.snapshot) takeServices(*frame.snapshot);
  relayout();
  if (m_othersChanged || !(m_layout == before))
    invalidate();
  else
    viewport()->update();
}

void GridView::takeServices(const Snapshot& snapshot) {
  const auto at = [&](std::size_t i) -> std::string_view {
    return i < m_sectors.size() ? std::string_view(m_sectors[i].name) : std::string_view();
  };
  std::vector<Sector> next;
  next.reserve(snapshot.services.size());
  bool moved = false;
  for (std::size_t i = 0; i < snapshot.services.size(); ++i) {
    const std::string& name = snapshot.services[i].state->spec->name;
    const ServiceIndex index = snapshot.services[i].state->index;
    const auto old = std::find_if(m_sectors.begin(), m_sectors.end(), [&](const Sector& s) {
      return s.state && s.state->index == index && s.name == name;
    });
    moved = moved || at(i) != name;
    if (old != m_sectors.end()) {
      next.push_back(std::move(*old));
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
    sector.raster.touch(change.slot);
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
  if (sector.cells.holes() == 0) return;
  if (!m_motionOn) {
    sector.cells.compact();
    sector.raster.invalidate();
  } else if (!m_settleTimer.isActive()) {
    m_settleTimer.start();
  }
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
  m_layout = layoutGrid(slots, viewport()->size(), m_zoom);
  const int over = std::max(0, m_layout.height - viewport()->height());
  verticalScrollBar()->setRange(0, m_sectors.empty() ? 0 : over);
  verticalScrollBar()->setPageStep(viewport()->height());
  verticalScrollBar()->setSingleStep(40);
}

void GridView::invalidate() {
  m_layerStale = true;
  viewport()->update();
}

void GridView::invalidateHead(std::size_t sector) {
  // Among tiles, light crosses the header.
  if (!isRaster(sector)) m_othersChanged = true;
  m_sectors[sector].headStale = true;
}

void GridView::setNow(SimTime now) {
  if (now == m_now) return;
  m_now = now;
  m_othersChanged = m_tilesShowTime;
  bool shown = m_tilesShowTime;
  for (std::size_t i = 0; i < m_sectors.size(); ++i) {
    if (!waitsForTime(*m_sectors[i].state)) continue;
    invalidateHead(i);
    shown = true;
  }
  if (m_othersChanged)
    invalidate();
  else if (shown)
    viewport()->update();
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
    settle();
  }
  invalidate();
}

bool GridView::wantsFrames() const { return isVisible() && m_motionOn && (m_tilesShowTime || awaitsTime()); }

int GridView::scroll() const { return verticalScrollBar()->value(); }

int GridView::sectorOf(const QString& service) const {
  const std::string name = service.toStdString();
  const auto found = std::find_if(m_sectors.begin(), m_sectors.end(), [&](const Sector& s) { return s.name == name; });
  return found == m_sectors.end() ? -1 : static_cast<int>(found - m_sectors.begin());
}

Focus GridView::focusAt(QPoint position) const {
  const TileHit hit = m_layout.hit(position + QPoint(0, scroll()));
  if (hit.sector < 0) return {};
  const Sector& sector = m_sectors[static_cast<std::size_t>(hit.sector)];
  Focus focus{words::text(sector.name), kNoPod};
  if (!hit.slot) return focus;
  // Where several pods share a pixel, the worst of them is meant.
  const std::uint32_t perCell = m_layout.sectors[static_cast<std::size_t>(hit.sector)].podsPerCell;
  for (std::uint32_t i = *hit.slot; i < std::min(*hit.slot + perCell, sector.cells.slots()); ++i) {
    if (sector.cells.ordinal(i) == kNoPod) continue;
    if (focus.pod == kNoPod || tileIsBad(lookState(sector.cells.look(i)))) focus.pod = sector.cells.ordinal(i);
  }
  return focus;
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
  const VersionState& version = sector.state->versions[static_cast<std::size_t>(pod->version)];
  QString text = words::text(podName(sector.name, version.hash, pod->ordinal)) + QLatin1Char('\n') +
                 tileWord(facts.state) + (facts.serving ? tr(", serving") : QString()) + QStringLiteral(" · ") +
                 facts.version;
  if (pod->due != kNever) text += QStringLiteral(" · ") + words::countdown(pod->due, m_now);
  if (pod->restarts > 0) {
    text += QStringLiteral(" · ") + (pod->restarts == 1 ? tr("1 restart") : tr("%1 restarts").arg(pod->restarts));
  }
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
    reveal(slot == kNoSlot ? m_layout.sectors[static_cast<std::size_t>(index)].header : m_layout.tileRect(index, slot));
  }
  setAccessibleDescription(describe(focus));
  QAccessibleEvent event(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&event);
  viewport()->update();
}

void GridView::reveal(const QRect& place) {
  if (place.top() < scroll()) verticalScrollBar()->setValue(place.top() - 8);
  if (place.bottom() > scroll() + viewport()->height()) {
    verticalScrollBar()->setValue(place.bottom() - viewport()->height() + 8);
  }
}

void GridView::choose(const Focus& focus) {
  if (focus == m_focus) return;
  setFocusOn(focus);
  Q_EMIT focusChosen(focus);
}

void GridView::moveToSector(int index, bool last) {
  if (index < 0 || index >= static_cast<int>(m_sectors.size())) return;
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  Focus focus{words::text(sector.name), kNoPod};
  const std::uint32_t n = sector.cells.slots();
  for (std::uint32_t i = 0; i < n && focus.pod == kNoPod; ++i) focus.pod = sector.cells.ordinal(last ? n - 1 - i : i);
  choose(focus);
}

void GridView::moveBy(int columns, int rows) {
  const int index = sectorOf(m_focus.service);
  if (index < 0) {
    moveToSector(0, false);
    return;
  }
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const std::uint32_t from = m_focus.pod == kNoPod ? kNoSlot : sector.cells.slotOf(m_focus.pod);
  if (from == kNoSlot) {
    if (rows == 0 && sector.cells.slots() > 0)
      moveToSector(index, columns < 0);
    else
      moveToSector(index + (rows < 0 || columns < 0 ? -1 : 1), rows < 0);
    return;
  }
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const std::int64_t step =
      (columns + static_cast<std::int64_t>(rows) * place.columns) * std::int64_t{place.podsPerCell};
  std::int64_t slot = from + step;
  const std::int64_t sign = step < 0 ? -1 : 1;
  const std::int64_t end = sector.cells.slots();
  while (slot >= 0 && slot < end && sector.cells.ordinal(static_cast<std::uint32_t>(slot)) == kNoPod) slot += sign;
  if (slot >= 0 && slot < end) {
    choose({m_focus.service, sector.cells.ordinal(static_cast<std::uint32_t>(slot))});
  } else {
    moveToSector(index + static_cast<int>(sign), sign < 0);
  }
}

void GridView::zoom(int direction) {
  const int present = m_layout.tileWidth;
  int next = present;
  if (direction > 0) {
    const auto larger = std::upper_bound(kZoomWidths.begin(), kZoomWidths.end(), present);
    if (larger != kZoomWidths.end()) next = *larger;
  } else {
    const auto place = std::lower_bound(kZoomWidths.begin(), kZoomWidths.end(), present);
    if (place != kZoomWidths.begin()) next = *std::prev(place);
  }
  setTileWidth(direction == 0 ? 0 : next);
}

void GridView::setTileWidth(int width) {
  m_zoom = width;
  relayout();
  invalidate();
}

void GridView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return moveBy(-1, 0);
    case Qt::Key_Right:
      return moveBy(1, 0);
    case Qt::Key_Up:
      return moveBy(0, -1);
    case Qt::Key_Down:
      return moveBy(0, 1);
    case Qt::Key_Home:
      return moveToSector(0, false);
    case Qt::Key_End:
      return moveToSector(static_cast<int>(m_sectors.size()) - 1, true);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom(1);
    case Qt::Key_Minus:
      return zoom(-1);
    case Qt::Key_0:
      return zoom(0);
    case Qt::Key_Escape:
      return choose({});
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!m_focus.service.isEmpty()) Q_EMIT opened(m_focus);
      return;
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

void GridView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) choose(focusAt(event->position().toPoint()));
}

void GridView::mouseDoubleClickEvent(QMouseEvent* event) {
  const Focus focus = focusAt(event->position().toPoint());
  if (!focus.service.isEmpty()) Q_EMIT opened(focus);
}

void GridView::wheelEvent(QWheelEvent* event) {
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    zoom(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
    return;
  }
  QAbstractScrollArea::wheelEvent(event);
}

bool GridView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const Focus focus = focusAt(help->pos());
    QToolTip::showText(help->globalPos(), describe(focus), viewport());
    return true;
  }
  return QAbstractScrollArea::viewportEvent(event);
}

void GridView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  m_motion.clear();
  relayout();
  invalidate();
}

void GridView::changeEvent(QEvent* event) {
  QAbstractScrollArea::changeEvent(event);
  if (event->type() != QEvent::StyleChange) return;
  m_tiles.forget();
  for (Sector& sector : m_sectors) sector.raster.invalidate();
  m_motion.clear();
  relayout();
  invalidate();
}

void GridView::scrollContentsBy(int, int) { invalidate(); }

void GridView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void GridView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

}  // namespace perfect
