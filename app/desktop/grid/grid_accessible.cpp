// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/grid/grid_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <map>
#include <utility>

#include "app/desktop/grid/grid_view.h"

namespace perfect {
namespace {

constexpr std::size_t kMostItems = 2000;  ///< pods of one sector that are told of
constexpr std::size_t kMostKept = 8000;   ///< interfaces that are kept; those of pods that are gone go first

class GridInterface;

/// A sector, or a pod in it.
class GridItem final : public QAccessibleInterface, public QAccessibleActionInterface {
 public:
  GridItem(GridView& grid, Focus focus) : m_grid(&grid), m_focus(std::move(focus)) {}

  bool isValid() const override { return m_grid != nullptr && !m_grid->describe(m_focus).isEmpty(); }
  QObject* object() const override { return nullptr; }
  QWindow* window() const override { return m_grid->window()->windowHandle(); }
  QAccessibleInterface* parent() const override;
  QAccessibleInterface* child(int index) const override;
  int childCount() const override { return static_cast<int>(children().size()); }
  int indexOfChild(const QAccessibleInterface* item) const override {
    const std::vector<Focus> pods = children();
    for (std::size_t i = 0; i < pods.size(); ++i) {
      if (pods[i] == static_cast<const GridItem*>(item)->m_focus) return static_cast<int>(i);
    }
    return -1;
  }
  QAccessibleInterface* childAt(int x, int y) const override;
  QAccessible::Role role() const override { return isSector() ? QAccessible::List : QAccessible::ListItem; }
  QAccessible::State state() const override {
    QAccessible::State state;
    state.focusable = true;
    state.selectable = true;
    state.selected = m_grid->shownFocus() == m_focus;
    state.focused = state.selected && m_grid->hasFocus();
    state.offscreen = !m_grid->placeOf(m_focus).intersects(m_grid->viewport()->rect());
    return state;
  }
  QString text(QAccessible::Text kind) const override {
    // One line: a reader reads names in one go.
    if (kind == QAccessible::Name) return m_grid->describe(m_focus).replace(QLatin1Char('\n'), QStringLiteral(", "));
    return {};
  }
  void setText(QAccessible::Text, const QString&) override {}
  QRect rect() const override {
    const QRect place = m_grid->placeOf(m_focus);
    return QRect(m_grid->viewport()->mapToGlobal(place.topLeft()), place.size());
  }
  void* interface_cast(QAccessible::InterfaceType type) override {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
  }
  QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
  void doAction(const QString& name) override {
    if (!actionNames().contains(name)) return;
    m_grid->choose(m_focus);
    if (name == setFocusAction()) m_grid->setFocus();
  }
  QStringList keyBindingsForAction(const QString&) const override { return {}; }

 private:
  bool isSector() const { return m_focus.pod == kNoPod; }
  std::vector<Focus> children() const {
    if (!isSector()) return {};
    for (int i = 0; i < m_grid->sectorCount(); ++i) {
      if (m_grid->sectorFocus(i) == m_focus) return m_grid->podsInSight(i, kMostItems);
    }
    return {};
  }
  GridInterface* whole() const;

  QPointer<GridView> m_grid;
  Focus m_focus;
};

class GridInterface final : public QAccessibleWidget {
 public:
  explicit GridInterface(GridView* grid) : QAccessibleWidget(grid, QAccessible::Pane), m_grid(grid) {}
  ~GridInterface() override {
    for (const auto& item : m_items) QAccessible::deleteAccessibleInterface(item.second);
  }

  /// What is chosen, as it is at the moment of the question.
  QString text(QAccessible::Text kind) const override {
    return kind == QAccessible::Description ? m_grid->describe(m_grid->shownFocus()) : QAccessibleWidget::text(kind);
  }
  int childCount() const override { return m_grid->sectorCount(); }
  QAccessibleInterface* child(int index) const override {
    return index < 0 || index >= childCount() ? nullptr : item(m_grid->sectorFocus(index));
  }
  int indexOfChild(const QAccessibleInterface* child) const override {
    for (int i = 0; i < childCount(); ++i) {
      if (this->child(i) == child) return i;
    }
    return -1;
  }
  QAccessibleInterface* childAt(int x, int y) const override {
    const Focus focus = m_grid->focusAt(m_grid->viewport()->mapFromGlobal(QPoint(x, y)));
    return focus.service.isEmpty() ? nullptr : item({focus.service, kNoPod});
  }
  QAccessibleInterface* focusChild() const override {
    const Focus& focus = m_grid->shownFocus();
    return focus.service.isEmpty() || !m_grid->hasFocus() ? nullptr : item(focus);
  }

  /// The same object for the same thing, as long as it is kept.
  QAccessibleInterface* item(const Focus& focus) const {
    const std::pair key(focus.service, focus.pod);
    const auto found = m_items.find(key);
    if (found != m_items.end()) {
      if (QAccessibleInterface* known = QAccessible::accessibleInterface(found->second)) return known;
    }
    if (m_items.size() >= kMostKept) forgetGone();
    auto* made = new GridItem(*m_grid, focus);
    m_items[key] = QAccessible::registerAccessibleInterface(made);
    return made;
  }

 private:
  void forgetGone() const {
    std::erase_if(m_items, [this](const auto& item) {
      if (!m_grid->placeOf({item.first.first, item.first.second}).isEmpty()) return false;
      QAccessible::deleteAccessibleInterface(item.second);
      return true;
    });
  }

  GridView* m_grid;
  mutable std::map<std::pair<QString, PodOrdinal>, QAccessible::Id> m_items;
};

GridInterface* GridItem::whole() const {
  return static_cast<GridInterface*>(QAccessible::queryAccessibleInterface(m_grid));
}

QAccessibleInterface* GridItem::parent() const {
  if (isSector()) return whole();
  return whole()->item({m_focus.service, kNoPod});
}

QAccessibleInterface* GridItem::child(int index) const {
  const std::vector<Focus> pods = children();
  return index < 0 || static_cast<std::size_t>(index) >= pods.size()
             ? nullptr
             : whole()->item(pods[static_cast<std::size_t>(index)]);
}

QAccessibleInterface* GridItem::childAt(int x, int y) const {
  const Focus focus = m_grid->focusAt(m_grid->viewport()->mapFromGlobal(QPoint(x, y)));
  return focus.pod == kNoPod || focus.service != m_focus.service ? nullptr : whole()->item(focus);
}

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
  auto* grid = qobject_cast<GridView*>(object);
  return grid == nullptr ? nullptr : new GridInterface(grid);
}

}  // namespace

void announceGridToScreenReaders() {
  static const bool done = [] {
    QAccessible::installFactory(makeInterface);
    return true;
  }();
  Q_UNUSED(done);
}

void tellScreenReadersOfFocus(GridView& grid) {
  auto* whole = static_cast<GridInterface*>(QAccessible::queryAccessibleInterface(&grid));
  const Focus& focus = grid.shownFocus();
  if (whole == nullptr || focus.service.isEmpty()) return;
  QAccessibleInterface* item = whole->item(focus);
  QAccessibleEvent event(item, QAccessible::Focus);
  QAccessible::updateAccessibility(&event);
}

}  // namespace perfect
