// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explain/pod_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/desktop/grid/tile_painter.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

QString idOf(const ServiceState& s, const Pod& pod) {
  return words::text(podName(s.spec->name, s.versions[static_cast<std::size_t>(pod.version)].hash, pod.ordinal));
}

QString probeText(const std::optional<Probe>& probe, ProbeResult result, const ProbeTrack& track, bool lastFailed) {
  if (!probe) return PodCard::tr("none: counts as succeeded");
  const QString state = result == ProbeResult::Success   ? PodCard::tr("succeeds")
                        : result == ProbeResult::Failure ? PodCard::tr("fails")
                                                         : PodCard::tr("not known yet");
  QString text = PodCard::tr("%1 · %2 every %3 s").arg(state, words::text(probe->path)).arg(probe->periodSeconds);
  if (lastFailed && track.run > 0)
    text += PodCard::tr(" · failed %1 of %2 in a row").arg(track.run).arg(probe->failureThreshold);
  return text;
}

}  // namespace

PodCard::PodCard(QWidget* parent)
    : QFrame(parent),
      m_name(new QLabel(this)),
      m_state(new QLabel(this)),
      m_text(new QLabel(this)),
      m_kill(new QPushButton(tr("Kill"), this)),
      m_crash(new QPushButton(tr("Crash"), this)),
      m_health(new QPushButton(tr("Make unhealthy"), this)) {
  setProperty("role", QStringLiteral("card"));
  setAccessibleName(tr("Pod"));
  theme::dress(*m_name, {theme::Tone::Text, theme::kBase, true, true});
  m_name->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_text->setTextFormat(Qt::RichText);
  m_text->setWordWrap(true);
  m_kill->setToolTip(tr("This pod is gone; the controller makes a new one"));
  m_crash->setToolTip(tr("Its container ends; the pod restarts it after a back-off"));
  m_health->setToolTip(tr("Its liveness and readiness probes fail from now on; a restart cures it"));
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {m_kill, m_crash, m_health}) {
    button->setProperty("role", QStringLiteral("danger"));
    button->setAccessibleName(tr("%1 this pod").arg(button->text()));
    buttons->addWidget(button);
  }
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 10);
  column->setSpacing(6);
  column->addWidget(m_name);
  column->addWidget(m_state);
  column->addWidget(m_text);
  column->addLayout(buttons);
  const auto chaos = [this](ChaosKind kind) {
    const Pod* pod = m_entry.pods->find(m_ordinal);
    if (pod == nullptr) return;
    ChaosCommand command;
    command.kind = kind;
    command.service = m_entry.state->spec->name;
    command.pod = idOf(*m_entry.state, *pod).toStdString();
    Q_EMIT commandWanted(command);
  };
  connect(m_kill, &QPushButton::clicked, this, [chaos] { chaos(ChaosKind::Kill); });
  connect(m_crash, &QPushButton::clicked, this, [chaos] { chaos(ChaosKind::Crash); });
  connect(m_health, &QPushButton::clicked, this, [this] {
    const Pod* pod = m_entry.pods->find(m_ordinal);
    if (pod == nullptr) return;
    HealthCommand command;
    command.service = m_entry.state->spec->name;
    command.healthy = pod->readinessBroken || pod->livenessBroken;
    command.pod = idOf(*m_entry.state, *pod).toStdString();
    Q_EMIT commandWanted(command);
  });
}

QString PodCard::factsHtml(const Pod& pod) const {
  const theme::Colours& c = theme::colours();
  const ServiceState& s = *m_entry.state;
  const VersionState& version = s.versions[static_cast<std::size_t>(pod.version)];
  QString html = QStringLiteral("<table cellspacing='0'>");
  const auto row = [&](const QString& name, const QString& value) {
    html += QStringLiteral("<tr><td style='color:%1;padding:1px 12px 1px 0'>%2</td><td>%3</td></tr>")
                .arg(c.muted.name(), name, value.toHtmlEscaped());
  };
  row(tr("version"), words::text(version.digest) + QStringLiteral(" · ") + words::text(version.podTemplate->image));
  row(tr("created"), words::clock(pod.createdAt) + tr(" · port %1").arg(pod.port));
  if (pod.ready) row(tr("ready"), tr("since %1").arg(words::clock(pod.readySince)));
  row(tr("restarts"), words::count(pod.restarts));
  row(tr("readiness"),
      probeText(version.podTemplate->readiness, pod.readinessResult, pod.readiness, pod.lastReadinessFailed));
  row(tr("liveness"),
      probeText(version.podTemplate->liveness, pod.livenessResult, pod.liveness, pod.lastLivenessFailed));
  if (pod.readinessBroken || pod.livenessBroken) {
    row(tr("by command"), pod.sticky ? tr("unhealthy, also after a restart") : tr("unhealthy, until it restarts"));
  }
  for (const EnvVar& env : version.podTemplate->env) row(words::text(env.name), words::text(env.value));
  return html + QStringLiteral("</table>");
}

bool PodCard::present(const ServiceEntry& entry, PodOrdinal ordinal, SimTime now) {
  m_entry = entry;
  m_ordinal = ordinal;
  const Pod* pod = entry.pods->find(ordinal);
  if (pod == nullptr) return false;
  m_name->setText(idOf(*entry.state, *pod));
  const QString facts = factsHtml(*pod);
  if (facts != m_facts) {
    m_facts = facts;
    m_text->setText(facts);
  }
  const bool alive = !pod->terminating();
  m_kill->setEnabled(alive);
  m_crash->setEnabled(alive && pod->state == PodState::Running);
  m_health->setEnabled(alive);
  m_health->setText(pod->readinessBroken || pod->livenessBroken ? tr("Heal") : tr("Make unhealthy"));
  setNow(now);
  return true;
}

void PodCard::setNow(SimTime now) {
  if (m_ordinal == kNoPod || !m_entry.pods) return;
  const Pod* pod = m_entry.pods->find(m_ordinal);
  if (pod == nullptr) return;
  const TileFacts facts = tileFacts(*pod, *m_entry.state, now);
  QString text = tileWord(facts.state) + (facts.serving ? tr(", serving") : QString()) +
                 tr(" · for %1 s").arg((now - pod->since) / 1000);
  if (pod->due != kNever) text += tr(" · until %1 (%2)").arg(words::clock(pod->due), words::countdown(pod->due, now));
  if (text == m_state->text()) return;
  m_state->setText(text);
  m_state->setStyleSheet(QStringLiteral("color: %1; font-weight: 600;").arg(tileColour(facts.state, facts.hue).name()));
}

void PodCard::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() != QEvent::StyleChange) return;
  // Written in the colours of another theme.
  m_facts.clear();
  m_state->clear();
}

}  // namespace perfect
