// SPDX-License-Identifier: GPL-3.0-or-later
//
// Mouse and keyboard on the Grid; see grid_view.h.
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <array>

#include "app/desktop/grid/grid_view.h"
#include "app/desktop/grid/hover_card.h"
#include "app/desktop/grid/minimap.h"
#include "app/desktop/grid/pod_words.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr std::array kZoomWidths{1,  2,  3,  4,  6,  8,  10, 12, 14,  16,  20,  24,  28,  34,
                                 40, 48, 54, 60, 68, 76, 84, 92, 100, 116, 132, 152, 176, 200};
constexpr int kWheelNotch = 120;
constexpr int kTypeAheadMs = 1200;
constexpr int kPanShare = 6;  // of the view, for one press of an arrow

}  // namespace

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

int GridView::rowsInSight() const {
  const int index = sectorOf(m_focus.service);
  if (index < 0) return 1;
  const SectorPlace& place = m_layout.sectors[static_cast<std::size_t>(index)];
  const int rows = static_cast<int>((place.slots / place.podsPerCell) / static_cast<std::uint32_t>(place.columns));
  return std::clamp(viewport()->height() / (place.tile.height() + place.gap) - 1, 1, std::max(1, rows));
}

/// The first service whose name begins with what was typed in one go.
bool GridView::typeAhead(const QString& typed) {
  const bool goesOn = !m_typed.isEmpty() && m_typedAt.isValid() && m_typedAt.elapsed() < kTypeAheadMs;
  const QChar c = typed.size() == 1 ? typed[0].toLower() : QChar();
  const bool letter = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c.isDigit() || c == QLatin1Char('-');
  if (!letter || (!goesOn && !c.isLetter())) return false;
  m_typed = (goesOn ? m_typed : QString()) + c;
  m_typedAt.start();
  for (const Sector& sector : m_sectors) {
    const QString name = words::text(sector.name);
    if (!name.startsWith(m_typed)) continue;
    choose({name, kNoPod});
    break;
  }
  return true;
}

bool GridView::pan(const QKeyEvent& event) {
  if (!event.modifiers().testFlag(Qt::ControlModifier)) return false;
  const auto by = [](QScrollBar* bar, int direction, int view) { bar->setValue(bar->value() + direction * view); };
  const int dx = viewport()->width() / kPanShare;
  const int dy = viewport()->height() / kPanShare;
  switch (event.key()) {
    case Qt::Key_Left:
      by(horizontalScrollBar(), -1, dx);
      return true;
    case Qt::Key_Right:
      by(horizontalScrollBar(), 1, dx);
      return true;
    case Qt::Key_Up:
      by(verticalScrollBar(), -1, dy);
      return true;
    case Qt::Key_Down:
      by(verticalScrollBar(), 1, dy);
      return true;
    case Qt::Key_M:
      setMinimapWanted(!m_minimap->wanted());
      return true;
    default:
      return false;
  }
}

bool GridView::navigate(const QKeyEvent& event) {
  switch (event.key()) {
    case Qt::Key_Left:
      moveBy(-1, 0);
      return true;
    case Qt::Key_Right:
      moveBy(1, 0);
      return true;
    case Qt::Key_Up:
      moveBy(0, -1);
      return true;
    case Qt::Key_Down:
      moveBy(0, 1);
      return true;
    case Qt::Key_PageUp:
      moveBy(0, -rowsInSight());
      return true;
    case Qt::Key_PageDown:
      moveBy(0, rowsInSight());
      return true;
    case Qt::Key_Home:
      moveToSector(0, false);
      return true;
    case Qt::Key_End:
      moveToSector(sectorCount() - 1, true);
      return true;
    default:
      return false;
  }
}

void GridView::keyPressEvent(QKeyEvent* event) {
  hideHover();
  if (pan(*event) || navigate(*event)) return;
  const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
  if (plain && typeAhead(event->text())) return;
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoomBy(1, zoomCentre());
    case Qt::Key_Minus:
      return zoomBy(-1, zoomCentre());
    case Qt::Key_0:
      return zoomTo(0, zoomCentre());
    case Qt::Key_Escape:
      m_typed.clear();
      return choose({});
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!m_focus.service.isEmpty()) Q_EMIT opened(m_focus);
      return;
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

/// The chosen tile where it is in sight, else the middle.
QPoint GridView::zoomCentre() const {
  const QRect chosen = m_focus.pod == kNoPod ? QRect() : placeOf(m_focus);
  return chosen.isEmpty() || !viewport()->rect().contains(chosen.center()) ? viewport()->rect().center()
                                                                           : chosen.center();
}

void GridView::zoomBy(int steps, QPoint at) {
  int next = m_layout.tileWidth;
  for (; steps > 0; --steps) {
    const auto larger = std::upper_bound(kZoomWidths.begin(), kZoomWidths.end(), next);
    if (larger != kZoomWidths.end()) next = *larger;
  }
  for (; steps < 0; ++steps) {
    const auto place = std::lower_bound(kZoomWidths.begin(), kZoomWidths.end(), next);
    if (place != kZoomWidths.begin()) next = *std::prev(place);
  }
  zoomTo(next, at);
}

void GridView::setTileWidth(int width) { zoomTo(width, zoomCentre()); }

/// What is under `at` stays there.
void GridView::zoomTo(int width, QPoint at) {
  if (m_sectors.empty()) return;
  const GridAnchor anchor = m_layout.anchorAt(at + origin());
  const GridLayout before = m_layout;
  const QPixmap picture = m_motionOn && isVisible() ? viewport()->grab() : QPixmap();
  m_zoom = width;
  relayout();
  if (width <= m_layout.fitTile) m_zoom = 0;
  const QPoint wanted = m_layout.pointOf(anchor) - at;
  m_slack = QRect(wanted, wanted);
  setScrollRanges();
  horizontalScrollBar()->setValue(wanted.x());
  verticalScrollBar()->setValue(wanted.y());
  placeOverlays();
  hideHover();
  if (before == m_layout) return;
  const auto sector = static_cast<std::size_t>(std::max(0, anchor.sector));
  const auto step = [&](const GridLayout& layout) {
    return static_cast<double>(layout.sectors[sector].tile.width() + layout.sectors[sector].gap);
  };
  fadeFrom(picture, at, step(m_layout) / step(before));
  invalidate();
  m_minimap->refreshSoon();
}

bool GridView::onBalancer(QPoint at) const { return m_layout.balancer.contains(at + origin()) && !m_sectors.empty(); }

void GridView::mousePressEvent(QMouseEvent* event) {
  const QPoint at = event->position().toPoint();
  hideHover();
  m_drag = {at, origin(), false, false};
  if (event->button() == Qt::MiddleButton) m_drag.ready = true;
  if (event->button() != Qt::LeftButton) return;
  const Focus focus = focusAt(at);
  if (onBalancer(at)) {
    Q_EMIT balancerChosen();
  } else if (focus.pod != kNoPod && m_zoom == 0) {
    choose(focus);
  } else {
    m_drag.ready = true;  // a choice, unless the pointer moves
  }
}

void GridView::mouseMoveEvent(QMouseEvent* event) {
  const QPoint at = event->position().toPoint();
  if (m_drag.ready && (event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) {
    const QPoint way = at - m_drag.from;
    if (!m_drag.panning && way.manhattanLength() < QApplication::startDragDistance()) return;
    if (!m_drag.panning) viewport()->setCursor(Qt::ClosedHandCursor);
    m_drag.panning = true;
    horizontalScrollBar()->setValue(m_drag.origin.x() - way.x());
    verticalScrollBar()->setValue(m_drag.origin.y() - way.y());
    return;
  }
  hoverOver(at);
}

void GridView::mouseReleaseEvent(QMouseEvent* event) {
  const bool chosen = event->button() == Qt::LeftButton && m_drag.ready && !m_drag.panning;
  m_drag = {};
  viewport()->unsetCursor();
  if (chosen) choose(focusAt(event->position().toPoint()));
}

void GridView::mouseDoubleClickEvent(QMouseEvent* event) {
  const Focus focus = focusAt(event->position().toPoint());
  if (!focus.service.isEmpty()) Q_EMIT opened(focus);
}

void GridView::contextMenuEvent(QContextMenuEvent* event) {
  const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
  const QPoint at = byMouse ? event->pos() : zoomCentre();
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const QString& text, const QString& keys, auto&& action) {
    connect(menu->addAction(text + QLatin1Char('\t') + keys), &QAction::triggered, this, action);
  };
  add(tr("Zoom in"), QStringLiteral("+"), [this, at] { zoomBy(1, at); });
  add(tr("Zoom out"), QStringLiteral("-"), [this, at] { zoomBy(-1, at); });
  add(tr("Show everything"), QStringLiteral("0"), [this, at] { zoomTo(0, at); });
  menu->addSeparator();
  add(m_minimap->wanted() ? tr("Hide the map") : tr("Show the map"), QStringLiteral("Ctrl+M"),
      [this] { setMinimapWanted(!m_minimap->wanted()); });
  menu->popup(byMouse ? event->globalPos() : viewport()->mapToGlobal(at));
}

void GridView::wheelEvent(QWheelEvent* event) {
  event->accept();
  const bool pad = event->device() != nullptr && event->device()->type() == QInputDevice::DeviceType::TouchPad;
  const bool control = event->modifiers().testFlag(Qt::ControlModifier);
  const QPoint turn = event->angleDelta();
  if (event->modifiers().testFlag(Qt::ShiftModifier) || (turn.x() != 0 && turn.y() == 0)) {
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (turn.x() != 0 ? turn.x() : turn.y()));
    return;
  }
  // Two fingers move what they touch; and what fits in no size is looked through line by line.
  const bool scrolls = !control && (pad || (m_zoom == 0 && verticalScrollBar()->maximum() > 0));
  if (scrolls) {
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turn.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - turn.y());
    return;
  }
  m_wheelRest += turn.y();
  const int notches = m_wheelRest / kWheelNotch;
  m_wheelRest -= notches * kWheelNotch;
  if (notches != 0) zoomBy(notches, event->position().toPoint());
}

bool GridView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) return true;  // the hover card says it
  if (event->type() == QEvent::Leave) hideHover();
  return QAbstractScrollArea::viewportEvent(event);
}

void GridView::hoverOver(QPoint at) {
  if (onBalancer(at))
    viewport()->setCursor(Qt::PointingHandCursor);
  else
    viewport()->unsetCursor();
  const Focus focus = focusAt(at);
  if (focus == m_hover) return;
  m_hover = focus;
  if (focus.service.isEmpty())
    hideHover();
  else if (m_hoverCard->isVisible() && focus.pod != kNoPod)
    showHover();
  else
    m_hoverTimer.start();
}

void GridView::hideHover() {
  m_hoverTimer.stop();
  m_hover = {};
  m_hoverCard->hide();
}

void GridView::showHover() {
  const int index = sectorOf(m_hover.service);
  if (index < 0) return hideHover();
  const Sector& sector = m_sectors[static_cast<std::size_t>(index)];
  const Pod* pod = m_hover.pod == kNoPod ? nullptr : sector.pods->find(m_hover.pod);
  if (m_hover.pod != kNoPod && pod == nullptr) return hideHover();
  const QRect around = pod != nullptr ? placeOf(m_hover) : headerPlace(index).translated(-origin());
  m_hoverCard->present(pod != nullptr ? hoverFacts(*pod, *sector.state, m_now) : hoverFacts(*sector.state, m_now),
                       around, viewport()->rect());
}

void GridView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void GridView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

}  // namespace perfect
