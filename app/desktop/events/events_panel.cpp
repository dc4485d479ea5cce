// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/events_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/events/event_delegate.h"
#include "app/desktop/events/events_model.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kRow = 24;
constexpr int kExplainedRow = 38;  // two lines

void nameIt(QWidget* widget, const QString& name, const QString& tip) {
  widget->setAccessibleName(name);
  widget->setToolTip(tip);
}

}  // namespace

EventsPanel::EventsPanel(QWidget* parent)
    : QWidget(parent), m_model(new EventsModel(this)), m_table(new QTableView(this)) {
  m_table->setModel(m_model);
  m_table->setItemDelegate(new EventDelegate(m_table));
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  m_table->verticalHeader()->setDefaultSectionSize(theme::scaled(kRow));
  m_table->horizontalHeader()->hide();
  m_table->setTabKeyNavigation(false);
  m_table->setAccessibleName(tr("Events"));
  m_table->setColumnHidden(EventsModel::Why, true);
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

  connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
    const bool atEnd = value >= m_table->verticalScrollBar()->maximum() - 1;
    if (atEnd == m_following) return;
    m_following = atEnd;
    m_follow->setVisible(!atEnd);
  });
  connect(m_table, &QTableView::activated, this,
          [this](const QModelIndex& index) { Q_EMIT whyWanted(index.data(EventsModel::Seq).toULongLong()); });
  connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
    const QString service = index.data(EventsModel::Service).toString();
    if (!service.isEmpty()) Q_EMIT focusChosen({service, index.data(EventsModel::PodRole).toUInt()});
  });
}

QWidget* EventsPanel::makeFilters() {
  auto* bar = new QWidget(this);
  auto* title = new QLabel(tr("Events"), bar);
  title->setProperty("role", QStringLiteral("section"));
  m_level = new QComboBox(bar);
  m_level->addItem(tr("All levels"), static_cast<int>(Level::Info));
  m_level->addItem(tr("Warnings and errors"), static_cast<int>(Level::Warn));
  m_level->addItem(tr("Errors"), static_cast<int>(Level::Error));
  nameIt(m_level, tr("Filter by level"), tr("Show events of this level and worse"));
  m_type = new QComboBox(bar);
  m_type->addItem(tr("All types"), -1);
  for (int i = 0; i <= static_cast<int>(EventType::System); ++i) {
    const std::string_view name = typeName(static_cast<EventType>(i));
    m_type->addItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), i);
  }
  nameIt(m_type, tr("Filter by type"), tr("Show one type of events: rollout, health, scaling, chaos …"));
  m_service = new QComboBox(bar);
  m_service->addItem(tr("All services"));
  nameIt(m_service, tr("Filter by service"), tr("Show the events of one service"));
  m_text = new QLineEdit(bar);
  m_text->setPlaceholderText(tr("Find in events"));
  m_text->setClearButtonEnabled(true);
  nameIt(m_text, tr("Filter by text"), tr("Show events whose message, pod, reason or explanation contains this"));
  m_follow = new QPushButton(tr("Newest"), bar);
  nameIt(m_follow, tr("Follow the newest event"), tr("Go to the newest event and follow"));
  m_follow->hide();
  for (QComboBox* box : {m_level, m_type, m_service}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    connect(box, &QComboBox::currentIndexChanged, this, &EventsPanel::filterChanged);
  }
  connect(m_text, &QLineEdit::textChanged, this, &EventsPanel::filterChanged);
  connect(m_follow, &QPushButton::clicked, this, [this] { m_table->scrollToBottom(); });

  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(14, 6, 10, 2);
  layout->addWidget(title);
  layout->addWidget(m_level, 2);
  layout->addWidget(m_type, 2);
  layout->addWidget(m_service, 2);
  layout->addWidget(m_text, 3);
  layout->addWidget(m_follow);
  return bar;
}

void EventsPanel::filterChanged() {
  EventFilter filter;
  filter.least = static_cast<Level>(m_level->currentData().toInt());
  const int type = m_type->currentData().toInt();
  if (type >= 0) filter.type = static_cast<EventType>(type);
  if (m_service->currentIndex() > 0) filter.service = m_service->currentText().toStdString();
  filter.text = m_text->text().toStdString();
  m_model->setFilter(filter);
  m_following = true;
  m_table->scrollToBottom();
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
  if (frame.snapshot) listServices(*frame.snapshot);
  const bool follow = m_following;
  m_model->setSnapshot(frame.snapshot);
  m_empty->setVisible(m_model->rowCount() == 0);
  if (follow) m_table->scrollToBottom();
}

void EventsPanel::setExplain(bool on) {
  m_explain = on;
  m_table->setColumnHidden(EventsModel::Why, !on);
  m_table->verticalHeader()->setDefaultSectionSize(theme::scaled(on ? kExplainedRow : kRow));
  fitColumns();
  if (m_following) m_table->scrollToBottom();
}

void EventsPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

void EventsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange) setExplain(m_explain);
}

void EventsPanel::fitColumns() {
  const int kTime = theme::scaled(82);
  const int kLevel = theme::scaled(72);
  constexpr int kRoomForAll = 1000;
  // Messages name their pod: where room is short, the explanation gets the place of the names.
  const bool names = !m_explain || width() >= kRoomForAll;
  const int rest = std::max(200, width() - kTime - kLevel - 14);
  const int where = names ? std::clamp(rest / 4, 100, 210) : 0;
  const int what = m_explain ? (rest - where) * 45 / 100 : rest - where;
  m_table->setColumnHidden(EventsModel::Where, !names);
  m_table->setColumnWidth(EventsModel::Time, kTime);
  m_table->setColumnWidth(EventsModel::Severity, kLevel);
  m_table->setColumnWidth(EventsModel::What, what);
  m_table->setColumnWidth(EventsModel::Where, where);
  m_table->setColumnWidth(EventsModel::Why, rest - where - what);
}

}  // namespace perfect
