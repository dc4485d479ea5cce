// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/coming/coming_up.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kChipHeight = 28;
constexpr int kChipSide = 12;
constexpr int kMostTextWidth = 420;
constexpr int kMoreWidth = 90;
constexpr int kBetween = 9;
constexpr int kLeastWidth = 300;
constexpr int kBeforeChips = 3;  // the title, and what stands there when nothing is awaited

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
}

void CauseChip::setNow(SimTime now) {
  const QString left = m_cause.at != kNever ? words::countdown(m_cause.at, now)
                       : m_cause.person     ? tr("you decide")
                                            : QString(QChar(0x2026));
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
    : QFrame(parent),
      m_row(new QHBoxLayout),
      m_title(new QLabel(tr("Coming up"), this)),
      m_nothing(new QLabel(this)),
      m_why(new QPushButton(tr("Why is nothing happening?"), this)),
      m_more(new QPushButton(this)),
      m_menu(new QMenu(m_more)) {
  setProperty("role", QStringLiteral("strip"));
  m_title->setProperty("role", QStringLiteral("muted"));
  m_nothing->setText(tr("Nothing is awaited."));
  m_nothing->setProperty("role", QStringLiteral("muted"));
  m_why->setObjectName(QStringLiteral("whyNothing"));
  m_why->setProperty("role", QStringLiteral("chip"));
  m_why->setAccessibleName(m_why->text());
  m_why->setToolTip(tr("What is awaited and until when, service by service"));
  connect(m_why, &QPushButton::clicked, this, &ComingUp::whyStillWanted);
  m_more->setObjectName(QStringLiteral("moreComing"));
  m_more->setProperty("role", QStringLiteral("chip"));
  m_more->setToolTip(tr("What else is coming up"));
  m_more->setMenu(m_menu);
  connect(m_menu, &QMenu::aboutToShow, this, &ComingUp::listMore);
  m_row->setContentsMargins(14, 6, 8, 6);
  m_row->setSpacing(kBetween);
  m_row->setSizeConstraint(QLayout::SetNoConstraint);
  for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_nothing),
                          static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_more)})
    m_row->addWidget(widget);
  m_row->addStretch(1);
  setLayout(m_row);
  m_more->hide();
  setFixedHeight(theme::scaled(kChipHeight) + 14);
  setMinimumWidth(kLeastWidth);  // what the chips need is no reason for a wider window
  setAccessibleName(tr("Coming up"));
}

void ComingUp::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() != QEvent::StyleChange) return;
  setFixedHeight(theme::scaled(kChipHeight) + 14);
  for (CauseChip* chip : m_chips) chip->updateGeometry();
  fit();
}

void ComingUp::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit();
}

/// Chips stand whole or not at all; those that have no room are in a menu at the end.
void ComingUp::fit() {
  const int right = width() - m_row->contentsMargins().right();
  int x = m_row->contentsMargins().left() + m_title->sizeHint().width();
  std::size_t shown = 0;
  while (shown < m_used) {
    const int end = x + kBetween + m_chips[shown]->sizeHint().width();
    const bool last = shown + 1 == m_used;
    if (end + (last ? 0 : kBetween + theme::scaled(kMoreWidth)) > right) break;
    x = end;
    ++shown;
  }
  for (std::size_t i = 0; i < m_chips.size(); ++i) m_chips[i]->setVisible(i < shown);
  m_shown = shown;
  m_more->setVisible(shown < m_used);
  m_more->setText(tr("%n more", nullptr, static_cast<int>(m_used - shown)));
  m_more->setAccessibleName(tr("Coming up: %n more", nullptr, static_cast<int>(m_used - shown)));
}

void ComingUp::listMore() {
  m_menu->clear();
  for (std::size_t i = m_shown; i < m_used; ++i) {
    const PendingCause& cause = m_chips[i]->cause();
    QAction* action = m_menu->addAction(m_chips[i]->accessibleName());
    action->setToolTip(cause.why);
    connect(action, &QAction::triggered, this, [this, focus = cause.focus] { Q_EMIT focusChosen(focus); });
  }
}

void ComingUp::setFrame(const Frame& frame) {
  // A clock that stands is the first answer to why nothing happens.
  const bool stands = frame.clock.paused || frame.clock.ended;
  m_title->setText(stands ? tr("Coming up, when the clock runs") : tr("Coming up"));
  if (frame.snapshot == m_snapshot) {
    setNow(frame.clock.t);
    return;
  }
  m_snapshot = frame.snapshot;
  const std::vector<PendingCause> causes = m_snapshot ? pendingCauses(*m_snapshot) : std::vector<PendingCause>();
  while (m_chips.size() < causes.size()) {
    auto* chip = new CauseChip(this);
    m_row->insertWidget(static_cast<int>(m_chips.size()) + kBeforeChips, chip);
    connect(chip, &QAbstractButton::clicked, this, [this, chip] { Q_EMIT focusChosen(chip->cause().focus); });
    m_chips.push_back(chip);
  }
  m_used = causes.size();
  for (std::size_t i = 0; i < m_used; ++i) m_chips[i]->show(causes[i], frame.clock.t);
  m_nothing->setVisible(causes.empty());
  m_why->setVisible(causes.empty());
  fit();
}

void ComingUp::setNow(SimTime now) {
  for (std::size_t i = 0; i < m_used; ++i) m_chips[i]->setNow(now);
}

}  // namespace perfect
