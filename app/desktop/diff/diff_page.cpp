// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diff/diff_page.h"

#include <QLabel>
#include <algorithm>

#include "app/desktop/diff/diff_text.h"
#include "app/desktop/diff/waits_list.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kFewestColumns = 24;
constexpr int kCellPadding = 12;  // of the rows, and the frame of the card

}  // namespace

DiffPage::DiffPage(QWidget* parent)
    : Page(parent),
      m_status(new QLabel(inner())),
      m_diff(new QLabel),
      m_card(new QFrame(inner())),
      m_waits(new WaitsList(inner())) {
  m_status->setTextFormat(Qt::PlainText);
  m_status->setWordWrap(true);
  m_card->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(m_card);
  box->setContentsMargins(10, 10, 10, 10);
  m_diff->setTextFormat(Qt::RichText);
  m_diff->setWordWrap(true);
  theme::dress(*m_diff, {theme::Tone::Text, theme::kSmall, false, true});
  m_diff->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_diff->setAlignment(Qt::AlignTop);
  m_diff->setAccessibleName(tr("Desired against actual"));
  box->addWidget(m_diff);
  column()->addWidget(m_status);
  column()->addWidget(m_card);
  column()->addWidget(m_waits);
  column()->addStretch(1);
}

void DiffPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  const auto service = entry != nullptr ? entry->state : nullptr;
  m_card->setVisible(service != nullptr);
  m_waits->setVisible(service != nullptr);
  if (service == nullptr) {
    m_service = nullptr;
    theme::dress(*m_status, {theme::Tone::Muted});
    m_status->setText(
        tr("Choose a service on the left or on the Grid: here stands what is desired against what is there."));
    return;
  }
  if (service != m_service) {
    m_service = service;
    const ServiceStatus status = statusOf(*service);
    theme::dress(*m_status, {theme::statusTone(status.kind), 15, true});
    m_status->setText(words::text(service->spec->name) + QStringLiteral(": ") + words::text(status.phrase));
    m_columns = 0;
    fitColumns();
  }
  m_waits->present(service, frame.clock.t);
}

void DiffPage::fitColumns() {
  if (m_service == nullptr) return;
  const QMargins page = column()->contentsMargins();
  const QMargins card = m_card->layout()->contentsMargins();
  const int room = viewport()->width() - page.left() - page.right() - card.left() - card.right() - kCellPadding;
  const double character = QFontMetricsF(theme::monoFont(theme::kSmall)).horizontalAdvance(QLatin1Char('0'));
  const int columns = std::max(kFewestColumns, static_cast<int>(room / character));
  if (columns == m_columns) return;
  m_columns = columns;
  m_diff->setText(diffHtml(*m_service, columns));
}

void DiffPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fitColumns();
}

void DiffPage::setNow(SimTime now) { m_waits->setNow(now); }

void DiffPage::restyle() { m_service = nullptr; }

}  // namespace perfect
