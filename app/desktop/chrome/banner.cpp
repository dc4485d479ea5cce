// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chrome/banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/symbol.h"

namespace perfect {
namespace {

constexpr int kNoticeMs = 5000;
constexpr int kBannerEdge = 12;  // between it and the edges of what it lies over

}  // namespace

Banner::Banner(QWidget* place, QWidget* parent)
    : QFrame(parent), m_place(place), m_symbol(new theme::Symbol(this)), m_text(new QLabel(this)) {
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton(this);
  close->setIcon(theme::icon(theme::Glyph::Close, theme::Tone::Text));
  close->setAccessibleName(tr("Close this message"));
  close->setToolTip(tr("Close this message"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(14, 6, 10, 6);
  layout->setSpacing(10);
  layout->addWidget(m_symbol);
  layout->addWidget(m_text, 1);
  layout->addWidget(close);
  m_away.setSingleShot(true);
  m_away.setInterval(kNoticeMs);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  connect(&m_away, &QTimer::timeout, this, &QWidget::hide);
  place->installEventFilter(this);
  hide();
}

bool Banner::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_place && (event->type() == QEvent::Resize || event->type() == QEvent::Move) && !isHidden()) lie();
  return QFrame::eventFilter(watched, event);
}

void Banner::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::StyleChange && isVisible()) lie();
}

void Banner::showEvent(QShowEvent* event) {
  QFrame::showEvent(event);
  lie();
}

void Banner::lie() {
  const QRect room = m_place->geometry().adjusted(kBannerEdge, kBannerEdge, -kBannerEdge, -kBannerEdge);
  const int wide = std::max(minimumSizeHint().width(), room.width());
  const int high = std::max(minimumSizeHint().height(), layout()->totalHeightForWidth(wide));
  setGeometry(room.left(), room.bottom() + 1 - high, wide, high);
  raise();
}

void Banner::display(const QString& text, const char* role) {
  const bool bad = qstrcmp(role, "banner") == 0;
  setProperty("role", QString::fromLatin1(role));
  style()->unpolish(this);
  style()->polish(this);
  m_symbol->show(bad ? theme::Glyph::Triangle : theme::Glyph::Check, bad ? theme::Tone::Bad : theme::Tone::Good);
  m_text->setText(text);
  setAccessibleName(text);
  show();
  lie();  // shown already: the text may be a longer one
}

void Banner::showError(const QString& text) {
  m_away.stop();
  display(text, "banner");
}

void Banner::showNotice(const QString& text) {
  // An error stays until it was read.
  if (isVisible() && property("role").toString() == QLatin1String("banner")) return;
  display(text, "notice");
  m_away.start();
}

QString Banner::text() const { return isVisible() ? m_text->text() : QString(); }

}  // namespace perfect
