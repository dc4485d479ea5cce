// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strip of pending causes with their countdowns; a click goes to the pod or service. Where nothing is awaited, it
// offers to say why nothing happens.
// Thread rule: the GUI thread.
#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <vector>

#include "app/desktop/coming/pending_causes.h"

class QLabel;
class QHBoxLayout;
class QMenu;
class QPushButton;

namespace perfect {

class CauseChip final : public QAbstractButton {
  Q_OBJECT

 public:
  explicit CauseChip(QWidget* parent = nullptr);
  void show(const PendingCause& cause, SimTime now);
  void setNow(SimTime now);
  const PendingCause& cause() const { return m_cause; }
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  PendingCause m_cause;
  QString m_left;
};

class ComingUp final : public QFrame {
  Q_OBJECT

 public:
  explicit ComingUp(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  void setNow(SimTime now);

 Q_SIGNALS:
  void focusChosen(const perfect::Focus& focus);
  void whyStillWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  void listMore();

  std::shared_ptr<const Snapshot> m_snapshot;
  std::vector<CauseChip*> m_chips;  ///< the first m_used of them say something, the first m_shown are seen
  std::size_t m_used = 0;
  std::size_t m_shown = 0;
  QHBoxLayout* m_row;
  QLabel* m_title;
  QLabel* m_nothing;
  QPushButton* m_why;
  QPushButton* m_more;
  QMenu* m_menu;
};

}  // namespace perfect
