// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chrome/actions.h"

#include <QMenu>
#include <QWidget>
#include <algorithm>

namespace perfect {
namespace {

constexpr const char* kGroup = "group";
constexpr const char* kInMenu = "inMenu";

}  // namespace

Actions::Actions(QWidget& window) : QObject(&window), m_window(window) {}

QAction* Actions::make(const What& what) {
  Q_ASSERT(find(what.id) == nullptr);
  auto* action = new QAction(what.name, this);
  action->setObjectName(what.id);
  action->setToolTip(what.help);
  action->setStatusTip(what.help);
  action->setProperty(kGroup, static_cast<int>(what.group));
  action->setProperty(kInMenu, what.inMenu);
  action->setShortcuts(what.keys);
  m_window.addAction(action);
  m_all.append(action);
  return action;
}

QAction* Actions::add(const What& what, QObject* context, std::function<void()> run) {
  QAction* action = make(what);
  connect(action, &QAction::triggered, context, [run = std::move(run)] { run(); });
  return action;
}

QAction* Actions::addSwitch(const What& what, bool on, QObject* context, std::function<void(bool)> turned) {
  QAction* action = make(what);
  action->setCheckable(true);
  action->setChecked(on);
  connect(action, &QAction::toggled, context, [turned = std::move(turned)](bool is) { turned(is); });
  return action;
}

QAction* Actions::find(const QString& id) const {
  const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const QAction* a) { return a->objectName() == id; });
  return found == m_all.end() ? nullptr : *found;
}

Actions::Group Actions::groupOf(const QAction& action) { return static_cast<Group>(action.property(kGroup).toInt()); }

bool Actions::inMenu(const QAction& action) { return action.property(kInMenu).toBool(); }

QString Actions::helpOf(const QAction& action) { return action.statusTip(); }

QString Actions::keysOf(const QAction& action) { return action.shortcut().toString(QKeySequence::NativeText); }

QList<Actions::Group> Actions::groups() {
  return {Group::Start, Group::Time, Group::Go, Group::Text, Group::Look, Group::Help};
}

QString Actions::groupName(Group group) {
  switch (group) {
    case Group::Start:
      return tr("Start");
    case Group::Time:
      return tr("Time");
    case Group::Go:
      return tr("Go");
    case Group::Text:
      return tr("Text");
    case Group::Look:
      return tr("View");
    case Group::Help:
      return tr("Help");
  }
  return {};
}

void Actions::fill(QMenu& menu, Group group) const {
  menu.clear();
  for (QAction* action : m_all) {
    if (groupOf(*action) == group && inMenu(*action) && action->isVisible()) menu.addAction(action);
  }
}

QMenu* Actions::makeMenu(QWidget* parent) const {
  auto* menu = new QMenu(parent);
  for (const Group group : groups()) {
    QMenu* part = menu->addMenu(groupName(group));
    connect(part, &QMenu::aboutToShow, this, [this, part, group] { fill(*part, group); });
  }
  return menu;
}

}  // namespace perfect
