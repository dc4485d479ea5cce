// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event log with its filters. Follows the newest event unless somebody has scrolled up.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>

#include "app/desktop/frame.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace perfect {

class EventsModel;

class EventsPanel final : public QWidget {
  Q_OBJECT

 public:
  explicit EventsPanel(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  /// Explain Mode: each event with its reason in plain words.
  void setExplain(bool on);

 Q_SIGNALS:
  void focusChosen(const perfect::Focus& focus);
  /// Enter or double click on an event: show the chain of its causes.
  void whyWanted(quint64 seq);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeFilters();
  void filterChanged();
  void listServices(const Snapshot& snapshot);
  void fitColumns();

  EventsModel* m_model;
  QTableView* m_table;
  QComboBox* m_level = nullptr;
  QComboBox* m_type = nullptr;
  QComboBox* m_service = nullptr;
  QLineEdit* m_text = nullptr;
  QPushButton* m_follow = nullptr;
  QLabel* m_empty = nullptr;
  bool m_following = true;
  bool m_explain = false;
};

}  // namespace perfect
