// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of services at the left: which are there, and how is each.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>

#include "app/desktop/frame.h"

class QListView;
class QLabel;
class QPushButton;

namespace perfect {

class ServicesModel;

class ServicesPanel final : public QWidget {
  Q_OBJECT

 public:
  explicit ServicesPanel(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  void setFocusOn(const Focus& focus);

 Q_SIGNALS:
  void focusChosen(const perfect::Focus& focus);
  void applyWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fit();

  ServicesModel* m_model;
  QListView* m_list;
  QLabel* m_empty;
  QPushButton* m_apply = nullptr;
};

}  // namespace perfect
