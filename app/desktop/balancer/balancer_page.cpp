// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/balancer/balancer_page.h"

#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "app/desktop/balancer/rate_chart.h"
#include "app/desktop/balancer/share_bars.h"
#include "app/desktop/grid/traffic.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

constexpr std::size_t kPodsListed = 8;
constexpr std::size_t kComing = 6;
constexpr std::size_t kMostAnswers = 8;
constexpr int kAnsweredWell = 200;
constexpr int kAnsweredBadly = 500;
constexpr int kNobodyAnswers = 503;

QString suffixOf(const PodView& view) { return words::text(podSuffix(view.service->spec->name, view.pod.ordinal)); }

/// A request to a pod that is broken fails.
bool failsRequests(const PodView& view) {
  return view.version->declaredUnhealthy || view.pod.readinessBroken || view.pod.livenessBroken;
}

}  // namespace

BalancerPage::BalancerPage(QWidget* parent)
    : Page(parent), m_title(new QLabel(inner())), m_nobody(new QLabel(inner())), m_body(new QWidget(inner())) {
  m_title->setWordWrap(true);
  m_nobody->setWordWrap(true);
  m_nobody->setTextFormat(Qt::RichText);
  m_nobody->setProperty("role", QStringLiteral("alert"));
  m_nobody->setAccessibleName(tr("Nobody answers"));
  m_nobody->setObjectName(QStringLiteral("nobodyServes"));
  column()->addWidget(m_title);
  column()->addWidget(m_nobody);
  column()->addWidget(m_body);
  column()->addStretch(1);
  auto* rows = new QVBoxLayout(m_body);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(10);

  QFrame* send = makeCard(tr("The next requests"));
  m_sequence = new QLabel(send);
  m_sequence->setTextFormat(Qt::RichText);
  m_sequence->setWordWrap(true);
  m_sequence->setAccessibleName(tr("Pods that come next"));
  m_send = new QPushButton(tr("Send a request"), send);
  m_send->setProperty("role", QStringLiteral("primary"));
  m_send->setObjectName(QStringLiteral("sendRequest"));
  m_send->setAccessibleName(tr("Send a request"));
  m_send->setToolTip(tr("Ask the balancer once and see who answers; nothing in the world changes"));
  m_told = new QLabel(send);
  m_told->setTextFormat(Qt::RichText);
  m_told->setWordWrap(true);
  m_told->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  m_told->setAccessibleName(tr("Answers"));
  for (QWidget* widget :
       {static_cast<QWidget*>(m_sequence), static_cast<QWidget*>(m_send), static_cast<QWidget*>(m_told)})
    send->layout()->addWidget(widget);

  QFrame* shares = makeCard(tr("Traffic by version"));
  m_versions = new ShareBars(shares);
  m_versions->setAccessibleName(tr("Traffic by version"));
  shares->layout()->addWidget(m_versions);
  QFrame* pods = makeCard(tr("Traffic by pod"));
  m_pods = new ShareBars(pods);
  m_pods->setAccessibleName(tr("Traffic by pod"));
  m_more = new QLabel(pods);
  m_more->setProperty("role", QStringLiteral("muted"));
  pods->layout()->addWidget(m_pods);
  pods->layout()->addWidget(m_more);
  QFrame* lately = makeCard(tr("Lately"));
  m_chart = new RateChart(lately);
  lately->layout()->addWidget(m_chart);
  connect(m_send, &QPushButton::clicked, this, &BalancerPage::sendRequest);
  connect(m_told, &QLabel::linkActivated, this, [this](const QString& ordinal) {
    if (m_entry.state) Q_EMIT focusChosen({words::text(m_entry.state->spec->name), ordinal.toUInt()});
  });
}

QFrame* BalancerPage::makeCard(const QString& title) {
  auto* card = new QFrame(m_body);
  card->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(card);
  box->setContentsMargins(12, 9, 12, 11);
  box->setSpacing(8);
  auto* label = new QLabel(title, card);
  label->setProperty("role", QStringLiteral("title"));
  box->addWidget(label);
  m_body->layout()->addWidget(card);
  return card;
}

void BalancerPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  m_now = frame.clock.t;
  m_body->setVisible(entry != nullptr);
  if (entry == nullptr) {
    m_entry = {};
    m_nobody->hide();
    theme::dress(*m_title, {theme::Tone::Muted});
    m_title->setText(tr("Choose a service: here stands who answers its requests."));
    return;
  }
  // A service that was made anew begins at its first pod.
  if (!m_entry.state || m_entry.state->index != entry->state->index || m_epoch != frame.snapshot->epochMs) {
    m_round.restart();
    m_answers.clear();
    showAnswers();
  }
  m_entry = *entry;
  m_epoch = frame.snapshot->epochMs;
  const ServiceState& s = *entry->state;
  theme::dress(*m_title, {theme::Tone::Text, 15, true});
  m_title->setText(tr("%1: %2 of %3 pods get requests · %4 req/s")
                       .arg(focus.service, words::count(s.serving()), words::count(s.counts().total()))
                       .arg(words::decimal(rateOf(s).served, 1)));
  showNobody();
  showShares();
  showSequence();
  setNow(m_now);
}

void BalancerPage::setNow(SimTime now) {
  m_now = now;
  if (!m_entry.state) return;
  m_chart->present(m_history->of(m_entry.state->spec->name), now);
  if (m_nobody->isVisible()) showNobody();
}

void BalancerPage::showNobody() {
  const ServiceState& s = *m_entry.state;
  const bool nobody = s.serving() == 0;
  m_nobody->setVisible(nobody);
  if (!nobody) return;
  const theme::Colours& c = theme::colours();
  const double asked = requestsPerSecond(s);
  QString text = QStringLiteral("<span style='font-size:large;color:%1'><b>✕ %2</b></span><br>%3")
                     .arg(c.bad.name(), tr("503: no pod serves"),
                          asked > 0 ? tr("%1 requests a second find nobody.").arg(words::decimal(asked, 1))
                                    : tr("A request would find nobody."));
  const QString wait = words::phraseWithWait(s, m_now).toHtmlEscaped();
  text += QStringLiteral("<br><span style='color:%1'>%2</span>").arg(c.muted.name(), wait);
  m_nobody->setText(text);
}

void BalancerPage::restyle() {
  if (m_entry.state) showAnswers();
}

void BalancerPage::showShares() {
  const ServiceState& s = *m_entry.state;
  const double all = rateOf(s).served;
  const double serving = std::max(1, s.serving());
  std::vector<ShareBars::Bar> versions;
  for (std::size_t i = 0; i < s.versions.size(); ++i) {
    const auto version = static_cast<VersionIndex>(i);
    const VersionState& v = s.versions[i];
    if (v.counts.total() == 0) continue;
    const std::int32_t pods = s.serves(version) ? v.counts.ready : 0;
    const TrafficRate rate = rateOf(s, version);
    versions.push_back({words::text(v.digest), pods == 1 ? tr("1 pod") : tr("%1 pods").arg(words::count(pods)),
                        theme::versionColour(s, version), all > 0 ? rate.served / all : pods / serving, rate.served,
                        rate.failed, false});
  }
  m_versions->present(versions);
  std::vector<ShareBars::Bar> pods;
  for (const PodView& view : m_round.coming(m_entry, kPodsListed)) {
    const double perPod = rateOf(s, view.pod.version).served / std::max(1, view.version->counts.ready);
    pods.push_back({words::text(view.id()),
                    {},
                    theme::versionColour(s, view.pod.version),
                    all > 0 ? perPod / all : 1 / serving,
                    perPod,
                    failsRequests(view) ? perPod : 0,
                    pods.empty()});
  }
  m_pods->present(pods);
  const auto more = s.serving() - static_cast<std::int32_t>(pods.size());
  m_more->setVisible(more > 0);
  m_more->setText(tr("and %1 more, the same share each").arg(words::count(more)));
}

QString BalancerPage::chip(const PodView& view) const {
  return QStringLiteral("<span style='color:%1'>%2</span>")
      .arg(theme::versionColour(*m_entry.state, view.pod.version).name(), suffixOf(view));
}

void BalancerPage::showSequence() {
  QStringList names;
  for (const PodView& view : m_round.coming(m_entry, kComing)) names << chip(view);
  const theme::Colours& c = theme::colours();
  const QString arrow = QStringLiteral(" <span style='color:%1'>→</span> ").arg(c.muted.name());
  QString text = names.join(arrow);
  if (!names.isEmpty() && m_entry.state->serving() <= static_cast<std::int32_t>(kComing))
    text += QStringLiteral(" <span style='color:%1'>↺ %2</span>").arg(c.muted.name(), tr("and round again"));
  if (names.isEmpty())
    text = QStringLiteral("<span style='color:%1'>%2</span>").arg(c.muted.name(), tr("Nobody is in the round."));
  m_sequence->setText(text);
}

void BalancerPage::sendRequest() {
  if (!m_entry.state) return;
  const auto chosen = m_round.next(m_entry);
  Answered answer;
  answer.at = m_now;
  answer.status = !chosen ? kNobodyAnswers : failsRequests(*chosen) ? kAnsweredBadly : kAnsweredWell;
  if (chosen) {
    answer.pod = words::text(chosen->id());
    answer.ordinal = chosen->pod.ordinal;
    answer.version = chosen->pod.version;
  }
  m_answers.push_front(answer);
  if (m_answers.size() > kMostAnswers) m_answers.pop_back();
  showAnswers();
  showSequence();
  showShares();
  if (chosen) Q_EMIT answered({words::text(m_entry.state->spec->name), chosen->pod.ordinal});
}

void BalancerPage::showAnswers() {
  const theme::Colours& c = theme::colours();
  QString html = QStringLiteral("<table cellspacing='0'>");
  for (const Answered& answer : m_answers) {
    const bool well = answer.status == kAnsweredWell;
    const QString who = answer.ordinal == kNoPod ? tr("no pod serves")
                                                 : QStringLiteral("<a style='color:%1' href='%2'>%3</a>")
                                                       .arg(theme::versionColour(*m_entry.state, answer.version).name(),
                                                            QString::number(answer.ordinal), answer.pod);
    html += QStringLiteral(
                "<tr><td style='color:%1;padding-right:9px'>%2</td><td style='color:%3;padding-right:9px'>"
                "<b>%4 %5</b></td><td>%6</td></tr>")
                .arg(c.muted.name(), words::clock(answer.at), (well ? c.good : c.bad).name(),
                     well ? QStringLiteral("✓") : QStringLiteral("✕"), QString::number(answer.status), who);
  }
  m_told->setText(html + QStringLiteral("</table>"));
  m_told->setVisible(!m_answers.empty());
}

}  // namespace perfect
