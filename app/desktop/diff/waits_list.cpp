// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diff/waits_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {

WaitsList::WaitsList(QWidget* parent) : QFrame(parent), m_nothing(new QLabel(this)), m_column(new QVBoxLayout(this)) {
  setProperty("role", QStringLiteral("card"));
  m_column->setContentsMargins(12, 10, 12, 10);
  m_column->setSpacing(6);
  auto* title = new QLabel(tr("Waits for"), this);
  title->setProperty("role", QStringLiteral("title"));
  m_nothing->setText(tr("Nothing: desired and actual are the same."));
  m_nothing->setProperty("role", QStringLiteral("muted"));
  m_nothing->setWordWrap(true);
  m_column->addWidget(title);
  m_column->addWidget(m_nothing);
}

WaitsList::Line WaitsList::addLine() {
  Line line{};
  line.row = new QWidget(this);
  line.text = new QLabel(line.row);
  line.left = new QLabel(line.row);
  line.why = new QLabel(line.row);
  line.text->setWordWrap(true);
  theme::dress(*line.left, {theme::Tone::Attention, theme::kBase, true, true});
  line.left->setAlignment(Qt::AlignRight | Qt::AlignTop);
  line.why->setWordWrap(true);
  line.why->setProperty("role", QStringLiteral("muted"));
  auto* top = new QHBoxLayout;
  top->addWidget(line.text, 1);
  top->addWidget(line.left);
  auto* both = new QVBoxLayout(line.row);
  both->setContentsMargins(0, 0, 0, 0);
  both->setSpacing(1);
  both->addLayout(top);
  both->addWidget(line.why);
  m_column->addWidget(line.row);
  return line;
}

void WaitsList::present(const std::shared_ptr<const ServiceState>& service, SimTime now) {
  if (service != m_service) {
    m_service = service;
    const std::size_t wanted = service ? service->waiting.size() : 0;
    while (m_lines.size() < wanted) m_lines.push_back(addLine());
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
      m_lines[i].row->setVisible(i < wanted);
      if (i >= wanted) continue;
      m_lines[i].text->setText(words::waitsFor(service->waiting[i], *service));
      m_lines[i].why->setText(words::waitsBecause(service->waiting[i], *service));
    }
    m_nothing->setVisible(wanted == 0);
  }
  setNow(now);
}

void WaitsList::setNow(SimTime now) {
  if (!m_service) return;
  for (std::size_t i = 0; i < m_service->waiting.size(); ++i) {
    m_lines[i].left->setText(words::countdown(m_service->waiting[i].until, now));
  }
}

}  // namespace perfect
