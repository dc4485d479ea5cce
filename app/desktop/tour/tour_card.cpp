// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/tour_card.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/theme/symbol.h"

namespace perfect {
namespace {

constexpr int kCardWidth = 400;
constexpr qint64 kMainFirst = 1000;
constexpr int kCardGap = 14;

QLabel* makeLabel(QWidget* card, const theme::Dress& look) {
  auto* label = new QLabel(card);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  theme::dress(*label, look);
  return label;
}

/// Area of the holes that a card at `place` would cover; the main one is what somebody has to reach, and
/// counts before all others.
qint64 covered(const QRect& place, const QList<QRect>& holes) {
  qint64 sum = 0;
  for (qsizetype i = 0; i < holes.size(); ++i) {
    const QRect both = holes[i] & place;
    const qint64 area = both.isEmpty() ? 0 : static_cast<qint64>(both.width()) * both.height();
    sum += i == 0 ? kMainFirst * area : area;
  }
  return sum;
}

}  // namespace

TourCard::TourCard(QWidget* window)
    : QFrame(window),
      m_count(makeLabel(this, {theme::Tone::Muted, 13})),
      m_title(makeLabel(this, {theme::Tone::Text, theme::kNarration, true})),
      m_text(makeLabel(this, {theme::Tone::Text, theme::kTitle})),
      m_symbol(new theme::Symbol(this)),
      m_task(makeLabel(this, {theme::Tone::Attention, theme::kTitle, true})),
      m_keys(makeLabel(this, {theme::Tone::Muted, 13})),
      m_leave(new QPushButton(this)),
      m_back(new QPushButton(tr("Back"), this)),
      m_next(new QPushButton(this)) {
  setObjectName(QStringLiteral("tourCard"));
  setProperty("role", QStringLiteral("band"));
  setAttribute(Qt::WA_StyledBackground);
  setFocusPolicy(Qt::NoFocus);
  m_next->setProperty("role", QStringLiteral("primary"));
  m_next->setObjectName(QStringLiteral("tourNext"));
  m_back->setObjectName(QStringLiteral("tourBack"));
  m_leave->setObjectName(QStringLiteral("tourLeave"));
  m_back->setToolTip(tr("To the step before (←)"));
  m_back->setAccessibleName(tr("Back"));
  m_next->setToolTip(tr("To the next step; what is asked for is done for you (Enter)"));
  m_leave->setToolTip(tr("Leave the tour; it can be taken up again where you left it (Esc)"));

  auto* task = new QHBoxLayout;
  task->setSpacing(10);
  task->addWidget(m_symbol, 0, Qt::AlignTop);
  task->addWidget(m_task, 1);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  buttons->addWidget(m_leave);
  buttons->addStretch(1);
  buttons->addWidget(m_back);
  buttons->addWidget(m_next);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(18, 14, 18, 14);
  column->setSpacing(9);
  column->addWidget(m_count);
  column->addWidget(m_title);
  column->addWidget(m_text);
  column->addLayout(task);
  column->addLayout(buttons);
  column->addWidget(m_keys);
  connect(m_leave, &QPushButton::clicked, this, &TourCard::leaveWanted);
  connect(m_back, &QPushButton::clicked, this, &TourCard::backWanted);
  connect(m_next, &QPushButton::clicked, this, &TourCard::nextWanted);
}

void TourCard::setKeys(const QString& keys) {
  if (keys != m_keys->text()) m_keys->setText(keys);
}

QString TourCard::keys() const { return m_keys->text(); }

void TourCard::present(const Content& content) {
  m_content = content;
  m_count->setText(tr("Step %1 of %2").arg(content.step).arg(content.steps));
  m_title->setText(content.title);
  m_text->setText(content.text);
  const QString task = content.achieved ? content.done : content.task;
  m_task->setText(task);
  m_task->setVisible(!task.isEmpty());
  const theme::Tone tone = content.achieved ? theme::Tone::Good : theme::Tone::Attention;
  theme::dress(*m_task, {tone, theme::kTitle, true});
  m_symbol->show(content.achieved ? theme::Glyph::Check : theme::Glyph::Play, tone);
  m_symbol->setVisible(!task.isEmpty());
  m_back->setEnabled(content.step > 1);
  m_next->setText(content.next);
  m_next->setAccessibleName(content.next);
  m_leave->setText(content.leave);
  m_leave->setAccessibleName(content.leave);
  m_keys->setText(content.keys);
  const QString whole = QStringLiteral("%1. %2").arg(content.text, task);
  setAccessibleName(QStringLiteral("%1: %2").arg(m_count->text(), content.title));
  setAccessibleDescription(whole);
  m_next->setAccessibleDescription(whole);
}

void TourCard::announce() {
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
  QAccessibleEvent told(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&told);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
  QAccessibleAnnouncementEvent words(this, accessibleName() + QStringLiteral(". ") + accessibleDescription());
  QAccessible::updateAccessibility(&words);
#endif
}

QSize TourCard::wantedSize(int mostWidth) const {
  const int width = std::min(std::max(theme::scaled(kCardWidth), layout()->minimumSize().width()), mostWidth);
  return {width, layout()->totalHeightForWidth(width)};
}

void TourCard::placeBeside(const QList<QRect>& holes) {
  ensurePolished();
  layout()->activate();
  const QRect room = parentWidget()->rect().adjusted(kCardGap, kCardGap, -kCardGap, -kCardGap);
  const QSize size = wantedSize(room.width());
  QList<QPoint> places;
  for (const QRect& hole : holes) {
    const int x = hole.center().x() - size.width() / 2;
    const int y = hole.center().y() - size.height() / 2;
    places << QPoint(x, hole.bottom() + kCardGap) << QPoint(x, hole.top() - kCardGap - size.height())
           << QPoint(hole.right() + kCardGap, y) << QPoint(hole.left() - kCardGap - size.width(), y);
  }
  const int right = room.right() - size.width() + 1;
  const int low = room.bottom() - size.height() + 1;
  if (holes.isEmpty()) places << QPoint((room.left() + right) / 2, (room.top() + low) / 2);
  places << QPoint(room.left(), low) << QPoint(right, low) << QPoint(room.left(), room.top())
         << QPoint(right, room.top());
  QRect best;
  qint64 least = -1;
  for (const QPoint& place : places) {
    const QRect card(QPoint(std::clamp(place.x(), room.left(), std::max(room.left(), right)),
                            std::clamp(place.y(), room.top(), std::max(room.top(), low))),
                     size);
    const qint64 loss = covered(card, holes);
    if (least >= 0 && loss >= least) continue;
    least = loss;
    best = card;
  }
  setGeometry(best);
}

void TourCard::takeFocus() { m_next->setFocus(Qt::OtherFocusReason); }

QList<QWidget*> TourCard::buttons() const { return {m_next, m_leave, m_back}; }

}  // namespace perfect
