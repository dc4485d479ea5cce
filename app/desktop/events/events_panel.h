// SPDX-License-Identifier: GPL-3.0-or-later
//
// The event log with its filters, in the order of time or by cause. Follows the newest event until somebody scrolls
// away from it; then it stands still, and a button counts what is new.
// Thread rule: the GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>
#include <functional>

#include "app/desktop/events/event_rows.h"
#include "app/desktop/frame.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace perfect {

class EventTable;
class EventsModel;
enum class EventFormat;

class EventsPanel final : public QWidget {
  Q_OBJECT

 public:
  explicit EventsPanel(QWidget* parent = nullptr);

  void setFrame(const Frame& frame);
  /// Explain Mode: each event with its reason in plain words.
  void setExplain(bool on);
  /// By cause, or in the order of time.
  void setTree(bool on);
  bool isTree() const;
  /// The pod that is looked at can be chosen as a filter; empty: none.
  void offerPod(const QString& id);
  /// Stands still at this event, whatever the filters; false: it has left memory.
  bool showEventAt(quint64 seq);
  /// Stands still at the newest event of this time.
  void showMoment(SimTime t);
  /// Goes on with the newest event, and marks none.
  void follow();
  bool isFollowing() const { return m_following; }
  void focusSearch();
  QString copied() const;

 Q_SIGNALS:
  void focusChosen(const perfect::Focus& focus);
  /// Enter or double click on an event: show the chain of its causes.
  void whyWanted(quint64 seq);
  /// Something was done (or not) that should be told.
  void told(bool ok, const QString& text);
  void followingChanged(bool on);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void makeTable();
  QWidget* makeFilters();
  void arrangeBar();
  QWidget* makeOrder(QWidget* bar);
  void makeExport(QWidget* bar);
  void connectTable();
  void keepPlaceOverResets();
  void filterChanged();
  void setFilter(const EventFilter& filter);
  void listServices(const Snapshot& snapshot);
  void listPods();
  void fitColumns();
  void keepUp();
  void pause();
  void goToNewest();
  void countNew();
  void showFollow();
  bool tableKey(int key);
  void openMenu(const QPoint& place);
  void choose(int row);
  void exportAs(EventFormat format);

  EventsModel* m_model;
  EventTable* m_table;
  QComboBox* m_level = nullptr;
  QComboBox* m_type = nullptr;
  QComboBox* m_service = nullptr;
  QComboBox* m_pod = nullptr;
  QLineEdit* m_text = nullptr;
  QPushButton* m_follow = nullptr;
  QToolButton* m_byTime = nullptr;
  QToolButton* m_byCause = nullptr;
  QToolButton* m_export = nullptr;
  QLabel* m_title = nullptr;
  QWidget* m_order = nullptr;
  QHBoxLayout* m_upper = nullptr;  ///< order, filters, buttons; where it is narrow, the filters are in m_lower
  QHBoxLayout* m_lower = nullptr;
  int m_barRows = 0;
  QLabel* m_empty = nullptr;
  std::shared_ptr<const Snapshot> m_latest;  ///< what is shown is older while m_following is false
  QString m_podInFocus;
  std::uint64_t m_counted = 1;  ///< the first seq that is not counted in m_new
  std::int64_t m_new = 0;       ///< let through since it stands still
  bool m_following = true;
  QTimer m_typed;
  bool m_explain = false;
  bool m_moving = false;  ///< the program scrolls, not the person
};

}  // namespace perfect
