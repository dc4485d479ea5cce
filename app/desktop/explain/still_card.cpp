// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explain/still_card.h"

#include <QLabel>
#include <QVBoxLayout>

#include "app/desktop/explain/cause_chain.h"
#include "app/desktop/explain/stillness.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr Millis kSecond = 1000;  // countdowns in a text go by whole seconds

QString anchor(const QString& link, const QString& text) {
  return QStringLiteral("<a href='%1' style='color:%2'>%3</a>").arg(link, theme::colours().accent.name(), text);
}

QString untilText(SimTime until, SimTime now) {
  if (until == kNever) return {};
  const std::int64_t left = std::max<std::int64_t>(0, (until - now + kSecond - 1) / kSecond);
  return StillCard::tr(" until %1, in %2 s").arg(words::clock(until)).arg(left);
}

QString waysOn(const StillLine& line) {
  QStringList ways;
  for (const RolloutAction verb : line.verbs)
    ways << anchor(QStringLiteral("verb:%1/%2").arg(static_cast<int>(verb)).arg(line.service), verbName(verb));
  if (line.way == StillLine::Way::RunClock) ways << anchor(QStringLiteral("run:"), StillCard::tr("Let the clock run"));
  if (line.way == StillLine::Way::Apply) ways << anchor(QStringLiteral("apply:"), StillCard::tr("Open the editor"));
  if (!line.service.isEmpty())
    ways << anchor(linkTo(Focus{line.service, kNoPod}), StillCard::tr("Show %1").arg(line.service));
  return ways.join(QStringLiteral(" · "));
}

}  // namespace

StillCard::StillCard(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)) {
  setProperty("role", QStringLiteral("card"));
  auto* title = new QLabel(tr("Why is nothing happening?"), this);
  title->setProperty("role", QStringLiteral("title"));
  m_text->setTextFormat(Qt::RichText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
  m_text->setAccessibleName(tr("What is awaited, and until when"));
  m_text->setObjectName(QStringLiteral("whyStill"));
  auto* box = new QVBoxLayout(this);
  box->setContentsMargins(12, 10, 12, 10);
  box->addWidget(title);
  box->addWidget(m_text);
  connect(m_text, &QLabel::linkActivated, this, &StillCard::follow);
}

QString StillCard::text() const { return m_text->text(); }

void StillCard::present(const Frame& frame) {
  m_frame = frame;
  show(frame.clock.t);
}

void StillCard::setNow(SimTime now) {
  if (m_shownAt == kNever || now / kSecond != m_shownAt / kSecond) show(now);
}

void StillCard::show(SimTime now) {
  m_shownAt = now;
  m_frame.clock.t = now;
  const theme::Colours& c = theme::colours();
  QString html;
  for (const StillLine& line : whyStill(m_frame)) {
    const QString ways = waysOn(line);
    html += QStringLiteral("<div style='margin-bottom:7px'>%1%2")
                .arg(line.text.toHtmlEscaped(),
                     line.until == kNever ? QStringLiteral(".")
                                          : QStringLiteral("<span style='color:%1'>%2</span>.")
                                                .arg(c.attention.name(), untilText(line.until, now).toHtmlEscaped()));
    if (line.text.endsWith(QLatin1Char('.')) && line.until == kNever) html.chop(1);
    if (!line.why.isEmpty())
      html += QStringLiteral("<br><span style='color:%1'>%2</span>").arg(c.muted.name(), line.why.toHtmlEscaped());
    if (!ways.isEmpty()) html += QStringLiteral("<br>") + ways;
    html += QStringLiteral("</div>");
  }
  if (html != m_text->text()) m_text->setText(html);
}

void StillCard::follow(const QString& link) {
  const QString rest = link.section(QLatin1Char(':'), 1);
  if (link.startsWith(QLatin1String("run:"))) return Q_EMIT runClockWanted();
  if (link.startsWith(QLatin1String("apply:"))) return Q_EMIT applyWanted();
  if (link.startsWith(QLatin1String("verb:"))) {
    const auto action = static_cast<RolloutAction>(rest.section(QLatin1Char('/'), 0, 0).toInt());
    return Q_EMIT commandWanted(RolloutCommand{rest.section(QLatin1Char('/'), 1).toStdString(), action});
  }
  if (const auto focus = linkTarget(link).focus) Q_EMIT focusChosen(*focus);
}

}  // namespace perfect
