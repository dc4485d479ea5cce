// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every command of the window, once: its name, what it does, its keys. Menus, the command palette and the list of
// shortcuts are made from it, so that they cannot say different things.
// Thread rule: the GUI thread. Invariant: no two commands have a key in common.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <functional>

class QMenu;
class QWidget;

namespace perfect {

class Actions final : public QObject {
  Q_OBJECT

 public:
  enum class Group { Start, Time, Go, Text, Look, Help };

  struct What {
    QString id;  ///< "playDemo": stable, for menus, tests and the guided tour
    Group group = Group::Start;
    QString name;
    QString help;  ///< one line: what happens
    QList<QKeySequence> keys;
    bool inMenu = true;  ///< false: found by the palette alone (one of many of its kind)
  };
  /// Keys that a view understands while it has the focus, for the list of shortcuts.
  struct Note {
    QString keys;
    QString help;
  };

  /// Keys work while `window` or a child of it has the focus.
  explicit Actions(QWidget& window);

  /// `run` is called as long as `context` lives.
  QAction* add(const What& what, QObject* context, std::function<void()> run);
  /// One that is on or off.
  QAction* addSwitch(const What& what, bool on, QObject* context, std::function<void(bool)> turned);
  void note(const QString& keys, const QString& help) { m_notes.append({keys, help}); }

  const QList<QAction*>& all() const { return m_all; }
  QAction* find(const QString& id) const;
  const QList<Note>& notes() const { return m_notes; }
  static Group groupOf(const QAction& action);
  static bool inMenu(const QAction& action);
  static QString helpOf(const QAction& action);
  /// "Ctrl+K", as the system writes it; of several keys the first.
  static QString keysOf(const QAction& action);
  static QString groupName(Group group);
  static QList<Group> groups();

  /// A menu with a submenu a group, filled when it opens.
  QMenu* makeMenu(QWidget* parent) const;
  /// The commands of one group.
  void fill(QMenu& menu, Group group) const;

 private:
  QAction* make(const What& what);

  QWidget& m_window;
  QList<QAction*> m_all;
  QList<Note> m_notes;
};

}  // namespace perfect
