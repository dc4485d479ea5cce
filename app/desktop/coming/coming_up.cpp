// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/coming/coming_up.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kChipHeight = 28;
constexpr int kChipSide = 12;
constexpr int kMostTextWidth = 300;

QFont textFont() { return theme::uiFont(13); }
QFont timeFont() { return theme::monoFont(13, QFont::Bold); }

}  // namespace

CauseChip::CauseChip(QWidget* parent) : QAbstractButton(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CauseChip::show(const PendingCause& cause, SimTime now) {
  const bool another = cause.text != m_cause.text;
  m_cause = cause;
  if (another) {
    setToolTip(cause.text + QLatin1Char('\n') + cause.why);
    updateGeometry();
  }
  setNow(now);
  setVisible(true);
}

void CauseChip::setNow(SimTime now) {
  const QString left = words::countdown(m_cause.at, now);
  if (left == m_left) return;
  const bool longer = left.size() != m_left.size();
  m_left = left;
  if (longer) updateGeometry();
  setAccessibleName(m_cause.text + QStringLiteral(", ") + left);
  update();
}

QSize CauseChip::sizeHint() const {
  const int text = std::min(theme::scaled(kMostTextWidth), QFontMetrics(textFont()).horizontalAdvance(m_cause.text));
  return {text +
              std::max(QFontMetrics(timeFont()).horizontalAdvance(QStringLiteral("00.0 s")),
                       QFontMetrics(timeFont()).horizontalAdvance(m_left)) +
              2 * kChipSide + 10,
          theme::scaled(kChipHeight)};
}

void CauseChip::paintEvent(QPaintEvent*) {
  const theme::Colours& c = theme::colours();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(hasFocus() || underMouse() ? c.accent : c.line, 1.2));
  painter.setBrush(c.raised);
  const QRectF box = QRectF(rect()).adjusted(0.6, 0.6, -0.6, -0.6);
  painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
  const QRect inner = rect().adjusted(kChipSide, 0, -kChipSide, 0);
  painter.setFont(timeFont());
  painter.setPen(c.attention);
  painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, m_left);
  const int time = painter.fontMetrics().horizontalAdvance(m_left);
  painter.setFont(textFont());
  painter.setPen(c.text);
  painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(m_cause.text, Qt::ElideRight, inner.width() - time - 8));
}

ComingUp::ComingUp(QWidget* parent)
    : QFrame(parent), m_scroll(new QScrollArea(this)), m_row(new QWidget(m_scroll)), m_nothing(new QLabel(m_row)) {
  setProperty("role", QStringLiteral("strip"));
  auto* title = new QLabel(tr("Coming up"), this);
  title->setProperty("role", QStringLiteral("muted"));
  m_nothing->setText(tr("Nothing is awaited."));
  m_nothing->setProperty("role", QStringLiteral("muted"));
  m_row->setObjectName(QStringLiteral("page"));
  auto* row = new QHBoxLayout(m_row);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(9);
  row->addWidget(m_nothing);
  row->addStretch(1);
  m_scroll->setWidget(m_row);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setFixedHeight(theme::scaled(kChipHeight) + 2);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(14, 6, 8, 6);
  layout->setSpacing(12);
  layout->addWidget(title);
  layout->addWidget(m_scroll, 1);
  setAccessibleName(tr("Coming up"));
}

void ComingUp::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() != QEvent::StyleChange) return;
  m_scroll->setFixedHeight(theme::scaled(kChipHeight) + 2);
  for (CauseChip* chip : m_chips) chip->updateGeometry();
}

void ComingUp::setFrame(const Frame& frame) {
  if (frame.snapshot == m_snapshot) {
    setNow(frame.clock.t);
    return;
  }
  m_snapshot = frame.snapshot;
  const std::vector<PendingCause> causes = m_snapshot ? pendingCauses(*m_snapshot) : std::vector<PendingCause>();
  auto* row = static_cast<QHBoxLayout*>(m_row->layout());
  while (m_chips.size() < causes.size()) {
    auto* chip = new CauseChip(m_row);
    row->insertWidget(static_cast<int>(m_chips.size()) + 1, chip);
    connect(chip, &QAbstractButton::clicked, this, [this, chip] { Q_EMIT focusChosen(chip->cause().focus); });
    connect(chip, &QAbstractButton::pressed, this, [this, chip] { m_scroll->ensureWidgetVisible(chip); });
    m_chips.push_back(chip);
  }
  for (std::size_t i = 0; i < m_chips.size(); ++i) {
    if (i < causes.size())
      m_chips[i]->show(causes[i], frame.clock.t);
    else
      m_chips[i]->hide();
  }
  m_nothing->setVisible(causes.empty());
}

void ComingUp::setNow(SimTime now) {
  for (CauseChip* chip : m_chips) {
    if (chip->isVisible()) chip->setNow(now);
  }
}

}  // namespace perfect
