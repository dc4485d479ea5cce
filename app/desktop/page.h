// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page of the right-hand panel: shows one thing in depth, scrolls where it does not fit. Only the page
// in view is fed.
// Thread rule: the GUI thread.
#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

#include "app/desktop/frame.h"

namespace perfect {

class Page : public QScrollArea {
  Q_OBJECT

 public:
  explicit Page(QWidget* parent = nullptr);

  /// A new picture, or another focus.
  virtual void present(const Frame& frame, const Focus& focus) = 0;
  /// Only time went on.
  virtual void setNow(SimTime) {}

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);
  void focusChosen(const perfect::Focus& focus);
  /// A page of Help ("backoff").
  void helpWanted(const QString& page);

 protected:
  /// Theme or size of type are others: what was written in colours is out of date. present() follows.
  virtual void restyle() {}
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  QWidget* inner() const { return m_inner; }
  QVBoxLayout* column() const { return m_column; }

 private:
  QWidget* m_inner;
  QVBoxLayout* m_column;
};

}  // namespace perfect
