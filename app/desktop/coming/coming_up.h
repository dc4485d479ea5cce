// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strip of pending causes with their countdowns; a click goes to the pod or service.
// Thread rule: the GUI thread.
#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <vector>

#include "app/desktop/coming/pending_causes.h"

class QLabel;
class QScrollArea;

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

 protected:
  void changeEvent(QEvent* event) override;

 private:
  std::shared_ptr<const Snapshot> m_snapshot;
  std::vector<CauseChip*> m_chips;
  QScrollArea* m_scroll;
  QWidget* m_row;
  QLabel* m_nothing;
};

}  // namespace perfect
