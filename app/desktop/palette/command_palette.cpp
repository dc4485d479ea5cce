// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette/command_palette.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/theme/dress.h"

namespace perfect {
namespace {

constexpr int kPaletteRow = 46;
constexpr int kMostRowsSeen = 9;
constexpr int kWidth = 640;

/// Two lines: what it is called and its keys; what it does and what sort of thing it is.
class PaletteDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {200, theme::scaled(kPaletteRow)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const theme::Colours& c = theme::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
      painter->setPen(QPen(c.accent, 1));
      painter->setBrush(c.selection);
      painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 1.5, -4.5, -1.5), 6, 6);
    }
    const QRect box = option.rect.adjusted(14, theme::scaled(4), -14, -theme::scaled(4));
    const QRect top(box.left(), box.top(), box.width(), box.height() / 2);
    const QRect below(box.left(), top.bottom() + 1, box.width(), box.height() / 2);
    const bool can = option.state.testFlag(QStyle::State_Enabled);
    both(*painter, top, index.data().toString(), index.data(PaletteModel::KeysRole).toString(),
         theme::uiFont(theme::kBase, QFont::DemiBold), can ? c.text : c.attention, theme::monoFont(theme::kSmall));
    both(*painter, below, index.data(PaletteModel::DetailRole).toString(),
         index.data(PaletteModel::KindRole).toString(), theme::uiFont(13), c.muted, theme::uiFont(theme::kSmall));
    painter->restore();
  }

 private:
  static void both(QPainter& painter, const QRect& line, const QString& text, const QString& aside, const QFont& font,
                   const QColor& colour, const QFont& asideFont) {
    painter.setFont(asideFont);
    painter.setPen(theme::colours().muted);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, aside);
    const int taken = aside.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(aside) + 14;
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width() - taken));
  }
};

}  // namespace

CommandPalette::CommandPalette(QWidget& window)
    : QFrame(&window),
      m_window(window),
      m_model(new PaletteModel(this)),
      m_line(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_hint(new QLabel(this)) {
  setObjectName(QStringLiteral("palette"));
  setProperty("role", QStringLiteral("overlay"));
  setAccessibleName(tr("Command palette"));
  m_line->setPlaceholderText(tr("Search or command…"));
  m_line->setAccessibleName(tr("Search or command"));
  m_line->setToolTip(tr("A command, service, pod, example, theme or help page; or a sentence such as: scale api to 5"));
  m_list->setModel(m_model);
  m_list->setItemDelegate(new PaletteDelegate(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setFocusPolicy(Qt::NoFocus);  // arrows work from the line
  m_list->setAccessibleName(tr("What fits"));
  m_hint->setText(tr("Also: %1").arg(spokenForms().join(QStringLiteral(" · "))));
  m_hint->setWordWrap(true);
  m_hint->setContentsMargins(12, 2, 12, 4);
  theme::dress(*m_hint, {theme::Tone::Muted, theme::kSmall});
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 6);
  column->setSpacing(6);
  column->addWidget(m_line);
  column->addWidget(m_list, 1);
  column->addWidget(m_hint);
  connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::typed);
  connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
  m_line->installEventFilter(this);
  m_window.installEventFilter(this);
  hide();
}

void CommandPalette::open(std::vector<PaletteEntry> entries, const Frame& frame) {
  if (!isVisible()) m_before = QApplication::focusWidget();
  m_model->open(std::move(entries), frame);
  m_line->clear();
  typed({});
  place();
  show();
  raise();
  m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::shut() {
  if (!isVisible()) return;
  const bool had = isAncestorOf(QApplication::focusWidget());
  hide();
  if (had && m_before) m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::typed(const QString& text) {
  m_model->setTyped(text);
  const int first = m_model->firstChoice();
  m_list->setCurrentIndex(first < 0 ? QModelIndex() : m_model->index(first));
  m_list->scrollToTop();
  m_line->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::choose(int row) {
  if (row < 0 || !(m_model->flags(m_model->index(row)) & Qt::ItemIsEnabled)) return;
  // First the keyboard goes back, then the command may take it elsewhere.
  shut();
  m_model->choose(row);
}

void CommandPalette::move(int rows) {
  const int direction = rows < 0 ? -1 : 1;
  int row = std::clamp(m_list->currentIndex().row() + rows, 0, std::max(0, m_model->rowCount() - 1));
  while (row >= 0 && row < m_model->rowCount() && !(m_model->flags(m_model->index(row)) & Qt::ItemIsEnabled))
    row += direction;
  if (row < 0 || row >= m_model->rowCount()) return;
  m_list->setCurrentIndex(m_model->index(row));
  m_line->setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::place() {
  const int width = std::min(m_window.width() - 40, theme::scaled(kWidth));
  const int wanted = theme::scaled(kMostRowsSeen * kPaletteRow) + m_line->sizeHint().height() +
                     m_hint->heightForWidth(width - 16) + 40;
  const int top = std::min(theme::scaled(56), m_window.height() / 10);
  setGeometry((m_window.width() - width) / 2, top, width, std::min(wanted, m_window.height() - top - 20));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &m_window) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return false;
  }
  if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
    hide();
    return false;
  }
  if (event->type() != QEvent::KeyPress) return false;
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape:
      shut();
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      choose(m_list->currentIndex().row());
      return true;
    case Qt::Key_Down:
      move(1);
      return true;
    case Qt::Key_Up:
      move(-1);
      return true;
    case Qt::Key_PageDown:
      move(kMostRowsSeen);
      return true;
    case Qt::Key_PageUp:
      move(-kMostRowsSeen);
      return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
      return true;  // the line is all there is
    default:
      return false;
  }
}

}  // namespace perfect
