// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/services/services_panel.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/services/services_model.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kRowHeight = 78;

/// In one line where it fits, else in two lower ones, in smaller type if need be: "Waiting for promotion at 50 %" is what a
/// class must not miss.
void drawPhrase(QPainter& painter, const QRect& room, const QString& phrase) {
  painter.setFont(theme::uiFont(13));
  if (painter.fontMetrics().horizontalAdvance(phrase) <= room.width()) {
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, phrase);
    return;
  }
  const QString whole = QString(phrase).replace(QLatin1String(" %"), QStringLiteral("\u00a0%"));
  QString above;
  QString rest;
  for (const int size : {12, 11, 10}) {
    painter.setFont(theme::uiFont(size));
    QTextLayout text(whole, painter.font());
    text.beginLayout();
    QTextLine first = text.createLine();
    first.setLineWidth(room.width());
    text.endLayout();
    above = whole.left(first.textLength()).trimmed();
    rest = whole.mid(first.textLength());
    if (painter.fontMetrics().horizontalAdvance(rest) <= room.width()) break;
  }
  const QFontMetrics metrics = painter.fontMetrics();
  const int line = metrics.ascent() + metrics.descent();
  const int top = room.center().y() - line + 1;
  painter.drawText(QRect(room.left(), top, room.width(), line), Qt::AlignLeft | Qt::AlignVCenter, above);
  painter.drawText(QRect(room.left(), top + line, room.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(rest, Qt::ElideRight, room.width()));
}

class ServiceDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {150, theme::scaled(kRowHeight)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const theme::Colours& c = theme::colours();
    const QRect box = option.rect.adjusted(8, 3, -8, -3);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
      painter->setPen(QPen(option.state.testFlag(QStyle::State_HasFocus) ? c.accent : c.line, 1.2));
      painter->setBrush(c.selection);
      painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    }
    const auto grown = [](int pixels) { return theme::scaled(pixels); };
    const QRect inner = box.adjusted(11, grown(8), -11, -grown(7));
    const int ready = index.data(ServicesModel::Ready).toInt();
    const int desired = index.data(ServicesModel::Desired).toInt();
    const auto kind = static_cast<StatusKind>(index.data(ServicesModel::Kind).toInt());
    const QColor colour = theme::statusColour(kind);

    const QString counts = words::pair(ready, desired);
    painter->setFont(theme::uiFont(counts.size() > 7 ? theme::kSmall : theme::kBase));
    painter->setPen(c.text);
    const QRect top(inner.left(), inner.top(), inner.width(), grown(20));
    const int countsWidth = painter->fontMetrics().horizontalAdvance(counts);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, counts);
    painter->setFont(theme::uiFont(theme::kBase + 1, QFont::DemiBold));
    painter->drawText(
        top, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, top.width() - countsWidth - 8));

    const QRectF bar(inner.left(), inner.top() + grown(24), inner.width(), grown(4));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::mix(c.line, c.panel, 0.7));
    painter->drawRoundedRect(bar, 2, 2);
    if (desired > 0 && ready > 0) {
      painter->setBrush(colour);
      const double share = std::min(1.0, static_cast<double>(ready) / desired);
      painter->drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 2, 2);
    }

    const QRect below(inner.left(), inner.top() + grown(32), inner.width(), inner.height() - grown(32));
    theme::drawGlyph(*painter, theme::statusGlyph(kind),
                     QRectF(below.left(), below.center().y() - grown(5), grown(11), grown(11)), colour);
    painter->setPen(colour);
    drawPhrase(*painter, below.adjusted(grown(18), 0, 0, 0), index.data(ServicesModel::Phrase).toString());
    painter->restore();
  }
};

}  // namespace

ServicesPanel::ServicesPanel(QWidget* parent)
    : QWidget(parent), m_model(new ServicesModel(this)), m_list(new QListView(this)), m_empty(new QLabel(this)) {
  auto* title = new QLabel(tr("Services"), this);
  title->setProperty("role", QStringLiteral("section"));
  title->setContentsMargins(14, 14, 8, 4);
  m_list->setModel(m_model);
  m_list->setItemDelegate(new ServiceDelegate(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setAccessibleName(tr("Services"));
  m_list->setToolTip(tr("Services: ready of desired pods, and one status phrase each"));
  m_empty->setText(tr("No service is declared yet."));
  m_empty->setProperty("role", QStringLiteral("muted"));
  m_empty->setWordWrap(true);
  m_empty->setContentsMargins(14, 6, 10, 6);
  m_apply = new QPushButton(tr("+ Apply YAML…"), this);
  m_apply->setAccessibleName(tr("Apply YAML"));
  m_apply->setToolTip(tr("Open the editor and declare a service"));

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 8);
  layout->setSpacing(2);
  layout->addWidget(title);
  layout->addWidget(m_empty);
  layout->addWidget(m_list, 1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(10, 4, 10, 0);
  foot->addWidget(m_apply);
  layout->addLayout(foot);
  fit();

  connect(m_apply, &QPushButton::clicked, this, &ServicesPanel::applyWanted);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
    if (current.isValid()) Q_EMIT focusChosen({current.data().toString(), kNoPod});
  });
}

void ServicesPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::StyleChange && m_apply != nullptr) fit();
}

/// Wide enough for the button in every language and size of type.
void ServicesPanel::fit() {
  m_apply->ensurePolished();
  setMinimumWidth(std::max(150, m_apply->sizeHint().width() + 20));
}

void ServicesPanel::setFrame(const Frame& frame) {
  const QString before = m_list->currentIndex().data().toString();
  m_model->setSnapshot(frame.snapshot);
  m_empty->setVisible(m_model->rowCount() == 0);
  if (!m_list->currentIndex().isValid() && !before.isEmpty()) setFocusOn({before, kNoPod});
}

void ServicesPanel::setFocusOn(const Focus& focus) {
  const int row = m_model->rowOf(focus.service);
  const QSignalBlocker quiet(m_list->selectionModel());
  m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
  m_list->viewport()->update();
}

}  // namespace perfect
