// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tour by keyboard: what a key does to it, and between what the keyboard moves while it runs.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>

#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/tour/spotlight.h"
#include "app/desktop/tour/tour.h"

namespace perfect {
namespace {

bool takesKeys(const QWidget* widget) {
  return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
}

/// Where the keyboard goes in a lit control: itself, its list, or whatever takes keys first.
QWidget* entryOf(QWidget* control) {
  if (takesKeys(control)) return control;
  for (QAbstractItemView* view : control->findChildren<QAbstractItemView*>()) {
    if (takesKeys(view)) return view;
  }
  for (QWidget* child : control->findChildren<QWidget*>()) {
    if (takesKeys(child)) return child;
  }
  return nullptr;
}

}  // namespace

QWidget* Tour::keyboardTarget() const {
  QWidget* control = find(present().targets.value(0));
  return control == nullptr || !control->isVisible() ? nullptr : entryOf(control);
}

/// Keys that a lit control has a use for stay with it.
bool Tour::keyIsOurs(const QWidget* focus, int key) const {
  if (key == Qt::Key_Escape || key == Qt::Key_F6) return true;
  const bool inCard = m_card->isAncestorOf(focus);
  const bool button = qobject_cast<const QAbstractButton*>(focus) != nullptr;
  if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
    return focus != m_workspace.editor()->editor();  // there it indents
  }
  return inCard || button || focus == &m_window || focus == &m_workspace;
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LanguageChange && watched == &m_window && running()) {
    m_steps = tourSteps();
    showCard();
  }
  const bool shortcut = event->type() == QEvent::ShortcutOverride;
  if ((!shortcut && event->type() != QEvent::KeyPress) || !running()) return false;
  auto* widget = qobject_cast<QWidget*>(watched);
  if (widget == nullptr || widget->window() != &m_window || QApplication::activePopupWidget() != nullptr) return false;
  auto* press = static_cast<QKeyEvent*>(event);
  const auto modifiers = press->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
  if (modifiers != Qt::NoModifier || !keyIsOurs(widget, press->key())) return false;
  // Said to be ours before a shortcut of the window takes it; done when it comes back as a key.
  if (shortcut && press->key() == Qt::Key_F6) event->accept();
  return !shortcut && handleKey(widget, press->key());
}

bool Tour::handleKey(QWidget* focus, int key) {
  switch (key) {
    case Qt::Key_Escape:
      leave();
      return true;
    case Qt::Key_F6:
      toggleFocus();
      return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
      walkFocus(key == Qt::Key_Tab);
      return true;
    case Qt::Key_Right:
      next();
      return true;
    case Qt::Key_Left:
      back();
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
      auto* button = qobject_cast<QAbstractButton*>(focus);
      if (button != nullptr && m_card->isAncestorOf(button))
        button->click();
      else
        next();
      return true;
    }
    default:
      return false;
  }
}

/// Tab goes round between what is lit and the card: the rest of the window is dark for the keyboard too.
void Tour::walkFocus(bool forward) {
  QList<QWidget*> round;
  for (const QString& name : present().targets) {
    QWidget* control = find(name);
    QWidget* entry = control == nullptr || !control->isVisible() ? nullptr : entryOf(control);
    if (entry != nullptr && !round.contains(entry)) round << entry;
  }
  for (QWidget* button : m_card->buttons()) {
    if (takesKeys(button)) round << button;
  }
  if (round.isEmpty()) return;
  const qsizetype at = round.indexOf(m_window.focusWidget());
  const qsizetype count = round.size();
  const qsizetype to = at < 0 ? 0 : (at + (forward ? 1 : count - 1)) % count;
  round[to]->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void Tour::toggleFocus() {
  QWidget* target = keyboardTarget();
  if (target != nullptr && m_card->isAncestorOf(m_window.focusWidget()))
    target->setFocus(Qt::OtherFocusReason);
  else
    m_card->takeFocus();
}

}  // namespace perfect
