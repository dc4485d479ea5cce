// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diff/diff_page.h"

#include <QLabel>
#include <algorithm>

#include "app/desktop/diff/diff_text.h"
#include "app/desktop/diff/manifest_diff.h"
#include "app/desktop/diff/waits_list.h"
#include "app/desktop/fold.h"
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
      m_diff(makeText(tr("Desired against actual, field by field"))),
      m_card(makeCard(m_diff)),
      m_fields(new Fold(tr("Field by field"), m_card, true, inner())),
      m_text(makeText(tr("Desired against actual, as text"))),
      m_asText(new Fold(tr("As text"), makeCard(m_text), false, inner())),
      m_waits(new WaitsList(inner())) {
  m_status->setTextFormat(Qt::PlainText);
  m_status->setWordWrap(true);
  column()->addWidget(m_status);
  column()->addWidget(m_fields);
  column()->addWidget(m_waits);
  column()->addWidget(m_asText);
  column()->addStretch(1);
  connect(m_asText, &Fold::opened, this, &DiffPage::showText);
}

QLabel* DiffPage::makeText(const QString& name) {
  auto* text = new QLabel;
  text->setTextFormat(Qt::RichText);
  text->setWordWrap(true);
  theme::dress(*text, {theme::Tone::Text, theme::kSmall, false, true});
  text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  text->setAlignment(Qt::AlignTop);
  text->setAccessibleName(name);
  return text;
}

QFrame* DiffPage::makeCard(QLabel* text) {
  auto* card = new QFrame;
  card->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(card);
  box->setContentsMargins(10, 10, 10, 10);
  box->addWidget(text);
  return card;
}

void DiffPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  const auto service = entry != nullptr ? entry->state : nullptr;
  m_fields->setVisible(service != nullptr);
  m_asText->setVisible(service != nullptr);
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
    m_status->setText(words::text(service->spec->name) + QStringLiteral(": ") + words::phrase(status));
    m_columns = 0;
    fitColumns();
    showText();
  }
  m_waits->present(service, frame.clock.t);
}

// Written only while somebody reads it.
void DiffPage::showText() {
  if (m_service == nullptr || !m_asText->isOpen()) return;
  const QString html = manifestDiffHtml(*m_service);
  if (html != m_text->text()) m_text->setText(html);
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
