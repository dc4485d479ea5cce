// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/events_panel.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyleOption>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

#include "app/desktop/events/event_delegate.h"
#include "app/desktop/events/event_export.h"
#include "app/desktop/events/event_table.h"
#include "app/desktop/events/events_model.h"
#include "app/desktop/save_as.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kTypedMs = 150;
constexpr int kBarSide = 10;
constexpr int kRoomForTitle = 900;  // below, the filters need the title's room

/// What a box needs to show a text whole.
int widthFor(const QComboBox& box, const QString& text) {
  QStyleOptionComboBox option;
  option.initFrom(&box);
  const QSize content(box.fontMetrics().horizontalAdvance(text) + 2, box.fontMetrics().height());
  return box.style()->sizeFromContents(QStyle::CT_ComboBox, &option, content, &box).width();
}

void nameIt(QWidget* widget, const QString& name, const QString& tip) {
  widget->setAccessibleName(name);
  widget->setToolTip(tip);
  widget->setWhatsThis(tip);
}

}  // namespace

EventsPanel::EventsPanel(QWidget* parent)
    : QWidget(parent), m_model(new EventsModel(this)), m_table(new EventTable(this)) {
  makeTable();
  m_empty = new QLabel(tr("No events yet. Everything that happens is told here, with its cause."), this);
  m_empty->setProperty("role", QStringLiteral("muted"));
  m_empty->setWordWrap(true);
  m_empty->setContentsMargins(14, 6, 14, 6);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(makeFilters());
  layout->addWidget(m_empty);
  layout->addWidget(m_table, 1);
  setTabOrder(m_export, m_table);
  connectTable();
  keepPlaceOverResets();
  setTree(true);
}

void EventsPanel::makeTable() {
  m_table->setModel(m_model);
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setContextMenuPolicy(Qt::CustomContextMenu);
  m_table->setTabKeyNavigation(false);
  m_table->setAccessibleName(tr("Events"));
  m_table->setWhatsThis(tr(
      "Everything that happens, with its cause. Enter: why did it happen? Left and Right fold and unfold what it led "
      "to. Ctrl+C copies the chosen rows."));
  m_table->setColumnHidden(EventsModel::Why, true);
  m_table->installEventFilter(this);
  m_table->viewport()->installEventFilter(this);
}

void EventsPanel::connectTable() {
  connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
    if (m_moving) return;
    const bool atEnd = value >= m_table->verticalScrollBar()->maximum();
    if (!atEnd) return pause();
    // By cause the newest event may stand anywhere: the end of the list is no wish to go on.
    if (!m_following && !m_model->isTree() && m_model->marked() == 0) follow();
  });
  // Whoever chooses one reads it, and a second click must meet the same row.
  connect(m_table, &QTableView::pressed, this, &EventsPanel::pause);
  connect(m_table, &QTableView::activated, this,
          [this](const QModelIndex& index) { Q_EMIT whyWanted(index.data(EventsModel::Seq).toULongLong()); });
  connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
    const QString service = index.data(EventsModel::Service).toString();
    if (!service.isEmpty()) Q_EMIT focusChosen({service, index.data(EventsModel::PodRole).toUInt()});
  });
  connect(m_table, &QWidget::customContextMenuRequested, this, &EventsPanel::openMenu);
  connect(static_cast<EventDelegate*>(m_table->itemDelegate()), &EventDelegate::foldToggled, this,
          [this](const QModelIndex& index) {
            const QScopedValueRollback moving(m_moving, true);
            m_model->setFolded(index.row(), !index.data(EventsModel::Folded).toBool());
          });
}

// A list that begins anew (a flood, another filter) keeps what was chosen, and what stood at the top.
void EventsPanel::keepPlaceOverResets() {
  struct Place {
    quint64 chosen = 0;
    quint64 top = 0;
  };
  auto place = std::make_shared<Place>();
  connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this, place] {
    place->chosen = m_table->currentIndex().data(EventsModel::Seq).toULongLong();
    place->top = m_table->indexAt(QPoint(0, 0)).data(EventsModel::Seq).toULongLong();
  });
  connect(m_model, &QAbstractItemModel::modelReset, this, [this, place] {
    const QScopedValueRollback moving(m_moving, true);
    const int chosen = place->chosen == 0 ? -1 : m_model->rowOf(place->chosen);
    if (chosen >= 0)
      m_table->selectionModel()->setCurrentIndex(m_model->index(chosen, 0),
                                                 QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const int top = place->top == 0 ? -1 : m_model->rowOf(place->top);
    if (top >= 0 && !m_following) m_table->scrollTo(m_model->index(top, 0), QAbstractItemView::PositionAtTop);
  });
}

QWidget* EventsPanel::makeOrder(QWidget* bar) {
  auto* box = new QWidget(bar);
  m_byTime = new QToolButton(box);
  m_byTime->setText(tr("Table"));
  nameIt(m_byTime, tr("Events in the order of time"), tr("In the order of time, oldest first"));
  m_byCause = new QToolButton(box);
  m_byCause->setText(tr("Tree"));
  nameIt(m_byCause, tr("Events by cause"), tr("By cause: what an event led to stands below it"));
  auto* group = new QButtonGroup(this);
  auto* layout = new QHBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  for (QToolButton* button : {m_byTime, m_byCause}) {
    button->setCheckable(true);
    group->addButton(button);
    layout->addWidget(button);
  }
  connect(m_byCause, &QToolButton::toggled, this, &EventsPanel::setTree);
  return box;
}

QWidget* EventsPanel::makeFilters() {
  auto* bar = new QWidget(this);
  m_title = new QLabel(tr("Events"), bar);
  m_title->setProperty("role", QStringLiteral("section"));
  m_level = new QComboBox(bar);
  m_level->addItem(tr("Level"), static_cast<int>(Level::Info));
  m_level->addItem(tr("Warnings and errors"), static_cast<int>(Level::Warn));
  m_level->addItem(tr("Errors"), static_cast<int>(Level::Error));
  nameIt(m_level, tr("Filter by level"), tr("Show events of this level and worse"));
  m_type = new QComboBox(bar);
  m_type->addItem(tr("Type"), -1);
  for (int i = 0; i <= static_cast<int>(EventType::System); ++i)
    m_type->addItem(words::type(static_cast<EventType>(i)), i);
  nameIt(m_type, tr("Filter by type"), tr("Show one type of events: rollout, health, scaling, chaos …"));
  m_service = new QComboBox(bar);
  m_service->addItem(tr("Service"));
  nameIt(m_service, tr("Filter by service"), tr("Show the events of one service"));
  m_pod = new QComboBox(bar);
  m_pod->addItem(tr("Pod"));
  nameIt(m_pod, tr("Filter by pod"),
         tr("Show the events of one pod. Choose it on the Grid first, or use the menu of an event."));
  m_text = new QLineEdit(bar);
  m_text->setPlaceholderText(tr("Find (Ctrl+F)"));
  m_text->setClearButtonEnabled(true);
  m_text->installEventFilter(this);
  nameIt(m_text, tr("Filter by text"), tr("Show events whose message, pod, reason or explanation contains this"));
  m_follow = new QPushButton(bar);
  connect(m_follow, &QPushButton::clicked, this, [this] { m_following ? pause() : follow(); });
  for (QComboBox* box : {m_level, m_type, m_service, m_pod}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(5);
    connect(box, &QComboBox::currentIndexChanged, this, &EventsPanel::filterChanged);
  }
  // A full log is read through for a text: not for every letter of it.
  m_typed.setSingleShot(true);
  m_typed.setInterval(kTypedMs);
  connect(&m_typed, &QTimer::timeout, this, &EventsPanel::filterChanged);
  connect(m_text, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));

  m_text->setMinimumWidth(70);
  // The window may be narrower than all of them side by side.
  bar->setMinimumWidth(300);
  m_order = makeOrder(bar);
  makeExport(bar);
  auto* rows = new QVBoxLayout(bar);
  rows->setContentsMargins(kBarSide, 6, kBarSide, 2);
  rows->setSpacing(5);
  for (QHBoxLayout** row : {&m_upper, &m_lower}) {
    *row = new QHBoxLayout;
    (*row)->setSpacing(5);
    rows->addLayout(*row);
  }
  showFollow();
  arrangeBar();
  const std::array<QWidget*, 8> inOrder{m_byTime, m_byCause, m_level, m_type, m_service, m_pod, m_text, m_follow};
  for (std::size_t i = 1; i < inOrder.size(); ++i) setTabOrder(inOrder[i - 1], inOrder[i]);
  setTabOrder(m_follow, m_export);
  return bar;
}

/// In one row; where a filter's name would be cut there, order and buttons stand above the filters.
void EventsPanel::arrangeBar() {
  if (m_upper == nullptr) return;
  const std::array<QComboBox*, 4> filters{m_level, m_type, m_service, m_pod};
  int wanted = 2 * kBarSide + 7 * m_upper->spacing() + m_text->minimumWidth();
  for (const QWidget* button : {m_order, static_cast<QWidget*>(m_follow), static_cast<QWidget*>(m_export)})
    wanted += button->sizeHint().width();
  if (!m_title->isHidden()) wanted += m_title->sizeHint().width() + m_upper->spacing();
  for (QComboBox* box : filters) {
    box->setMinimumWidth(widthFor(*box, box->itemText(0)));
    wanted += box->minimumWidth();
  }
  const int rows = width() >= wanted ? 1 : 2;
  if (rows == std::exchange(m_barRows, rows)) return;
  for (QHBoxLayout* row : {m_upper, m_lower}) {
    while (const QLayoutItem* item = row->takeAt(0)) delete item;
  }
  m_upper->addWidget(m_title);
  m_upper->addWidget(m_order);
  if (rows == 2) m_upper->addStretch(1);
  QHBoxLayout* below = rows == 2 ? m_lower : m_upper;
  for (QComboBox* box : filters) below->addWidget(box, 2);
  below->addWidget(m_text, 3);
  m_upper->addWidget(m_follow);
  m_upper->addWidget(m_export);
}

void EventsPanel::makeExport(QWidget* bar) {
  m_export = new QToolButton(bar);
  m_export->setText(tr("Export"));
  m_export->setPopupMode(QToolButton::InstantPopup);
  nameIt(m_export, tr("Export events"), tr("Save what the filters let through as CSV or JSON lines"));
  auto* menu = new QMenu(m_export);
  menu->addAction(tr("CSV…"), this, [this] { exportAs(EventFormat::Csv); });
  menu->addAction(tr("JSON lines…"), this, [this] { exportAs(EventFormat::JsonLines); });
  m_export->setMenu(menu);
}

void EventsPanel::filterChanged() {
  m_typed.stop();
  EventFilter filter;
  filter.least = static_cast<Level>(m_level->currentData().toInt());
  const int type = m_type->currentData().toInt();
  if (type >= 0) filter.type = static_cast<EventType>(type);
  if (m_service->currentIndex() > 0) filter.service = m_service->currentText().toStdString();
  if (m_pod->currentIndex() > 0) filter.pod = m_pod->currentText().toStdString();
  filter.text = m_text->text().toStdString();
  const QScopedValueRollback moving(m_moving, true);
  m_model->setFilter(filter);
  m_empty->setVisible(m_model->rowCount() == 0);
  m_empty->setText(filter == EventFilter() ? tr("No events yet. Everything that happens is told here, with its cause.")
                                           : tr("No event passes these filters."));
  if (m_following) return goToNewest();
  m_counted = m_model->source().events.end();
  m_new = 0;
  countNew();
}

/// Shows a filter in its controls; what is set is what they show.
void EventsPanel::setFilter(const EventFilter& filter) {
  m_podInFocus = filter.pod.empty() ? m_podInFocus : words::text(filter.pod);
  listPods();
  const std::array<std::pair<QComboBox*, int>, 4> wanted{{
      {m_level, m_level->findData(static_cast<int>(filter.least))},
      {m_type, m_type->findData(filter.type ? static_cast<int>(*filter.type) : -1)},
      {m_service, filter.service.empty() ? 0 : m_service->findText(words::text(filter.service))},
      {m_pod, filter.pod.empty() ? 0 : m_pod->findText(words::text(filter.pod))},
  }};
  for (const auto& [box, index] : wanted) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(std::max(0, index));
  }
  {
    const QSignalBlocker quiet(m_text);
    m_text->setText(words::text(filter.text));
  }
  filterChanged();
}

void EventsPanel::offerPod(const QString& id) {
  m_podInFocus = id;
  listPods();
}

void EventsPanel::listPods() {
  const QString chosen = m_pod->currentIndex() > 0 ? m_pod->currentText() : QString();
  const QSignalBlocker quiet(m_pod);
  while (m_pod->count() > 1) m_pod->removeItem(1);
  for (const QString& id : {chosen, m_podInFocus}) {
    if (!id.isEmpty() && m_pod->findText(id) < 0) m_pod->addItem(id);
  }
  m_pod->setCurrentIndex(chosen.isEmpty() ? 0 : 1);
}

void EventsPanel::listServices(const Snapshot& snapshot) {
  bool same = m_service->count() == static_cast<int>(snapshot.services.size()) + 1;
  for (int i = 1; same && i < m_service->count(); ++i) {
    same = m_service->itemText(i) == words::text(snapshot.services[static_cast<std::size_t>(i) - 1].state->spec->name);
  }
  if (same) return;
  const QString chosen = m_service->currentIndex() > 0 ? m_service->currentText() : QString();
  const QSignalBlocker quiet(m_service);
  while (m_service->count() > 1) m_service->removeItem(1);
  for (const ServiceEntry& entry : snapshot.services) m_service->addItem(words::text(entry.state->spec->name));
  const int again = chosen.isEmpty() ? 0 : m_service->findText(chosen);
  m_service->setCurrentIndex(std::max(0, again));
  if (again < 0) QTimer::singleShot(0, this, &EventsPanel::filterChanged);  // its service is gone
}

void EventsPanel::setFrame(const Frame& frame) {
  if (frame.snapshot == m_latest) return;
  const bool another = m_latest && frame.snapshot && frame.snapshot->epochMs != m_latest->epochMs;
  m_latest = frame.snapshot;
  if (m_latest) listServices(*m_latest);
  if (another && !m_following) return follow();
  if (!m_following) return countNew();
  const QScopedValueRollback moving(m_moving, true);
  m_model->setSnapshot(m_latest);
  m_empty->setVisible(m_model->rowCount() == 0);
  goToNewest();
}

void EventsPanel::goToNewest() {
  const QScopedValueRollback moving(m_moving, true);
  const int row = m_model->isTree() ? m_model->shownRowOf(m_model->newest()) : m_model->rowCount() - 1;
  if (row >= 0) m_table->bringWhole(row);
}

void EventsPanel::keepUp() {
  if (m_following) goToNewest();
}

void EventsPanel::pause() {
  if (!m_following) return;
  m_following = false;
  m_counted = m_model->source().events.end();
  m_new = 0;
  showFollow();
  Q_EMIT followingChanged(false);
}

void EventsPanel::follow() {
  const bool changed = !m_following;
  m_following = true;
  m_model->mark(0);
  {
    const QScopedValueRollback moving(m_moving, true);
    m_model->setSnapshot(m_latest);
    m_empty->setVisible(m_model->rowCount() == 0);
    goToNewest();
  }
  showFollow();
  if (changed) Q_EMIT followingChanged(true);
}

void EventsPanel::countNew() {
  if (!m_latest) return;
  const EventLogView& events = m_latest->events;
  const auto most = static_cast<std::int64_t>(kMostEventRows);
  if (m_new < most && m_model->filter() == EventFilter()) {
    m_new += static_cast<std::int64_t>(events.end() - std::min(m_counted, events.end()));
  } else {
    for (std::uint64_t seq = std::max(m_counted, events.first()); seq < events.end() && m_new < most; ++seq)
      m_new += passes(m_model->filter(), events.at(seq), *m_latest->names) ? 1 : 0;
  }
  m_counted = events.end();
  showFollow();
}

void EventsPanel::showFollow() {
  const auto most = static_cast<std::int64_t>(kMostEventRows);
  const QString text = m_following     ? tr("Pause")
                       : m_new == 0    ? tr("Follow")
                       : m_new >= most ? tr("%1+ new").arg(words::count(most))
                                       : tr("%1 new").arg(words::count(m_new));
  if (text == m_follow->text()) return;
  m_follow->setText(text);
  m_follow->setAccessibleName(m_following ? tr("Let the list of events stand still")
                                          : tr("Follow the newest event, %1").arg(text));
  m_follow->setToolTip(m_following ? tr("Let the list stand still, to read; the simulation goes on")
                                   : tr("Go on with the newest event"));
}

bool EventsPanel::showEventAt(quint64 seq) {
  const EventLogView& events = m_latest ? m_latest->events : m_model->source().events;
  if (!events.contains(seq)) return false;
  {
    const QScopedValueRollback moving(m_moving, true);
    m_model->setSnapshot(m_latest);
    if (!passes(m_model->filter(), events.at(seq), *m_model->source().names)) setFilter({});
    if (m_model->shownRowOf(seq) < 0) m_model->goBackTo(seq);
    if (m_model->rowOf(seq) < 0) m_model->unfoldAll();
  }
  const int row = m_model->rowOf(seq);
  pause();
  m_model->mark(row < 0 ? 0 : seq);
  if (row >= 0) choose(row);
  return row >= 0;
}

void EventsPanel::showMoment(SimTime t) {
  const QScopedValueRollback moving(m_moving, true);
  m_model->setSnapshot(m_latest);
  const std::uint64_t seq = m_model->newestUntil(t);
  if (seq != 0 && showEventAt(seq)) return;
  Q_EMIT told(false, tr("What happened at %1 has left memory; a session file has it.").arg(words::clock(t)));
}

void EventsPanel::choose(int row) {
  const QScopedValueRollback moving(m_moving, true);
  const QModelIndex index = m_model->index(row, 0);
  m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
  m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void EventsPanel::focusSearch() {
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

QString EventsPanel::copied() const {
  QStringList lines;
  QModelIndexList rows = m_table->selectionModel()->selectedRows();
  std::sort(rows.begin(), rows.end());
  for (const QModelIndex& row : rows) {
    QStringList fields;
    for (int column = 0; column < EventsModel::ColumnCount; ++column)
      fields << row.siblingAtColumn(column).data().toString();
    lines << fields.join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n'));
}

bool EventsPanel::eventFilter(QObject* watched, QEvent* event) {
  // A note above the list, or a second row of filters, came or went: the list has another size.
  if (watched == m_table->viewport() && event->type() == QEvent::Resize && m_following && !m_moving)
    QMetaObject::invokeMethod(this, &EventsPanel::keepUp, Qt::QueuedConnection);
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_table && key->matches(QKeySequence::Copy)) {
      QGuiApplication::clipboard()->setText(copied());
      return true;
    }
    if (watched == m_table && key->modifiers() == Qt::NoModifier && tableKey(key->key())) return true;
    if (watched == m_text && key->key() == Qt::Key_Down) {
      m_table->setFocus(Qt::TabFocusReason);
      return true;
    }
    if (watched == m_text && key->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
      m_text->clear();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

/// Left and Right fold, or go up and down the chain; whoever walks through the list reads it, so that it stands still.
bool EventsPanel::tableKey(int key) {
  const int row = m_table->currentIndex().row();
  if (key == Qt::Key_Up || key == Qt::Key_PageUp || key == Qt::Key_Home) pause();
  if (!m_model->isTree() || row < 0 || (key != Qt::Key_Left && key != Qt::Key_Right)) return false;
  pause();
  const QModelIndex index = m_model->index(row, 0);
  const bool folded = index.data(EventsModel::Folded).toBool();
  const bool leaf = !index.data(EventsModel::Folds).toBool();
  if (key == Qt::Key_Right) {
    if (folded)
      m_model->setFolded(row, false);
    else if (!leaf)
      choose(row + 1);
  } else if (!leaf && !folded) {
    m_model->setFolded(row, true);
  } else {
    const int depth = index.data(EventsModel::Depth).toInt();
    int up = row - 1;
    // To where this story branched off.
    while (up >= 0 && m_model->index(up, 0).data(EventsModel::Depth).toInt() >= depth) --up;
    if (up >= 0 && depth > 0) choose(up);
  }
  return true;
}

void EventsPanel::openMenu(const QPoint& place) {
  QModelIndex index = m_table->indexAt(place);
  if (!index.isValid()) index = m_table->currentIndex();
  if (!index.isValid()) return;
  const quint64 seq = index.data(EventsModel::Seq).toULongLong();
  const QString service = index.data(EventsModel::Service).toString();
  const QString pod = index.data(EventsModel::PodName).toString();
  const auto type = static_cast<EventType>(index.data(EventsModel::TypeRole).toInt());
  auto* menu = new QMenu(m_table);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Copy\tCtrl+C"), this, [this] { QGuiApplication::clipboard()->setText(copied()); });
  menu->addAction(tr("Why?\tEnter"), this, [this, seq] { Q_EMIT whyWanted(seq); });
  menu->addSeparator();
  const auto only = [this, menu](const QString& text, EventFilter filter) {
    menu->addAction(text, this, [this, filter = std::move(filter)] { setFilter(filter); });
  };
  EventFilter byPod;
  byPod.pod = pod.toStdString();
  EventFilter byService;
  byService.service = service.toStdString();
  EventFilter byType;
  byType.type = type;
  if (!pod.isEmpty()) only(tr("Only this pod: %1").arg(pod), byPod);
  if (!service.isEmpty()) only(tr("Only this service: %1").arg(service), byService);
  only(tr("Only this type: %1").arg(words::type(type)), byType);
  if (m_model->filter() != EventFilter()) only(tr("All events"), {});
  menu->addSeparator();
  menu->addAction(tr("Export as CSV…"), this, [this] { exportAs(EventFormat::Csv); });
  menu->addAction(tr("Export as JSON lines…"), this, [this] { exportAs(EventFormat::JsonLines); });
  menu->popup(m_table->viewport()->mapToGlobal(place));
}

void EventsPanel::exportAs(EventFormat format) {
  const bool csv = format == EventFormat::Csv;
  SaveAs what;
  what.title = tr("Export events");
  what.name = csv ? QStringLiteral("events.csv") : QStringLiteral("events.jsonl");
  what.filter = csv ? tr("CSV (*.csv)") : tr("JSON lines (*.jsonl)");
  // What is shown now; the log goes on while somebody looks for a folder.
  what.bytes = [source = m_model->source(), filter = m_model->filter(), format] {
    return source.names ? QByteArray::fromStdString(exportedEvents(source, filter, format)) : QByteArray();
  };
  what.done = [this](const QString& path, const QString& fault) {
    Q_EMIT told(fault.isEmpty(),
                fault.isEmpty() ? tr("Events saved to %1").arg(path) : tr("%1 cannot be written: %2").arg(path, fault));
  };
  askAndSave(this, what);
}

void EventsPanel::setExplain(bool on) {
  m_explain = on;
  m_table->setColumnHidden(EventsModel::Why, !on);
  arrangeBar();
  fitColumns();
  if (m_following) goToNewest();
}

void EventsPanel::setTree(bool on) {
  (on ? m_byCause : m_byTime)->setChecked(true);
  const QScopedValueRollback moving(m_moving, true);
  m_model->setTree(on);
  if (m_following) goToNewest();
}

bool EventsPanel::isTree() const { return m_model->isTree(); }

void EventsPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_title->setVisible(width() >= kRoomForTitle);
  arrangeBar();
  const QScopedValueRollback moving(m_moving, true);
  fitColumns();
  layout()->activate();  // the list has its new size now, so that the newest one is brought whole into sight
  if (m_following) goToNewest();
}

void EventsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange && m_export != nullptr) setExplain(m_explain);
}

void EventsPanel::fitColumns() {
  const QFontMetrics mono(theme::monoFont(13));
  const QFontMetrics small(theme::uiFont(theme::kSmall));
  const int time = mono.horizontalAdvance(QStringLiteral("1:00:00.0")) + 12;
  const int level = small.horizontalAdvance(QStringLiteral("ERROR")) + 32;
  // Messages name their pod: where room is short, they get the place of the names.
  constexpr int kRoomForNames = 700;
  constexpr int kRoomForAll = 1000;
  const bool names = width() >= (m_explain ? kRoomForAll : kRoomForNames);
  const int bar = m_table->verticalScrollBar()->sizeHint().width();
  const int rest = std::max(200, width() - bar - time - level);
  const int where = names ? std::clamp(rest / 5, 100, 190) : 0;
  const int what = m_explain ? (rest - where) * 47 / 100 : rest - where;
  m_table->setColumnHidden(EventsModel::Where, !names);
  m_table->setColumnWidth(EventsModel::Time, time);
  m_table->setColumnWidth(EventsModel::Severity, level);
  m_table->setColumnWidth(EventsModel::What, what);
  m_table->setColumnWidth(EventsModel::Where, where);
  m_table->setColumnWidth(EventsModel::Why, rest - where - what);
  m_table->fitAgain();
}

}  // namespace perfect
