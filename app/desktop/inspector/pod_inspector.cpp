// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/pod_inspector.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/desktop/grid/pod_words.h"
#include "app/desktop/grid/tile_painter.h"
#include "app/desktop/inspector/phase_strip.h"
#include "app/desktop/inspector/probe_rows.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

constexpr std::size_t kMostEvents = 10;

QToolButton* toolButton(QWidget* parent, const QString& text, const QString& name) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setAccessibleName(name);
  button->setToolTip(name);
  return button;
}

}  // namespace

PodInspector::PodInspector(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("card"));
  setAccessibleName(tr("Pod"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 10);
  column->setSpacing(7);
  buildHead(column);
  buildFacts(column);
  buildVerbs(column);
}

void PodInspector::buildHead(QVBoxLayout* column) {
  m_name = new QLabel(this);
  theme::dress(*m_name, {theme::Tone::Text, theme::kBase, true, true});
  m_name->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_previous = toolButton(this, QStringLiteral("◂"), tr("Previous pod"));
  m_next = toolButton(this, QStringLiteral("▸"), tr("Next pod"));
  m_copy = toolButton(this, tr("Copy"), tr("Copy the pod's name"));
  for (QToolButton* button : {m_previous, m_next, m_copy}) button->setProperty("role", QStringLiteral("small"));
  auto* head = new QHBoxLayout;
  head->setSpacing(5);
  head->addWidget(m_name, 1);
  head->addWidget(m_copy);
  head->addWidget(m_previous);
  head->addWidget(m_next);
  m_state = new QLabel(this);
  m_state->setWordWrap(true);
  column->addLayout(head);
  column->addWidget(m_state);
  connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
  connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
  connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(podName()); });
}

void PodInspector::buildFacts(QVBoxLayout* column) {
  m_phases = new PhaseStrip(this);
  m_gone = new QLabel(this);
  m_gone->setWordWrap(true);
  m_gone->setTextFormat(Qt::RichText);
  m_probes = new ProbeRows(this);
  m_text = new QLabel(this);
  m_text->setTextFormat(Qt::RichText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_text->setAccessibleName(tr("Facts about this pod"));
  column->addWidget(m_phases);
  column->addWidget(m_gone);
  column->addWidget(m_probes);
  column->addWidget(m_text);
}

QPushButton* PodInspector::makeButton(const QString& text, const QString& tip, const char* name) {
  auto* button = new QPushButton(text, m_verbs);
  button->setObjectName(QString::fromLatin1(name));
  button->setToolTip(tip);
  button->setAccessibleName(tr("%1 this pod").arg(text));
  button->setAccessibleDescription(tip);
  return button;
}

void PodInspector::buildVerbs(QVBoxLayout* column) {
  m_verbs = new QWidget(this);
  m_kill = makeButton(tr("Kill"), tr("This pod is gone; the controller makes a new one"), "killPod");
  m_crash = makeButton(tr("Crash"), tr("Its container ends; the pod restarts it after a back-off"), "crashPod");
  m_sick = makeButton(tr("Make unhealthy"), tr("From now on the chosen probes of this pod fail"), "sickenPod");
  m_heal = makeButton(tr("Heal"), tr("The chosen probes of this pod succeed again"), "healPod");
  for (QPushButton* button : {m_kill, m_crash, m_sick}) button->setProperty("role", QStringLiteral("danger"));
  m_probe = new QComboBox(m_verbs);
  m_probe->addItem(tr("both probes"), static_cast<int>(ProbeTarget::Both));
  m_probe->addItem(tr("readiness"), static_cast<int>(ProbeTarget::Readiness));
  m_probe->addItem(tr("liveness"), static_cast<int>(ProbeTarget::Liveness));
  m_probe->setMinimumWidth(64);
  m_probe->setAccessibleName(tr("Which probe"));
  m_probe->setToolTip(tr("Readiness takes traffic away, liveness restarts"));
  m_sticky = new QCheckBox(tr("also after restarts"), m_verbs);
  m_sticky->setAccessibleName(tr("Unhealthy also after a restart"));
  m_sticky->setToolTip(tr("Without it a restart of the container cures the pod"));
  auto* first = new QHBoxLayout;
  first->addWidget(m_kill);
  first->addWidget(m_crash);
  first->addWidget(m_probe, 1);
  auto* second = new QHBoxLayout;
  second->addWidget(m_sick);
  second->addWidget(m_heal);
  second->addStretch(1);
  auto* rows = new QVBoxLayout(m_verbs);
  rows->setContentsMargins(0, 2, 0, 2);
  rows->setSpacing(7);
  rows->addLayout(first);
  rows->addLayout(second);
  rows->addWidget(m_sticky);
  m_events = new QLabel(this);
  m_events->setTextFormat(Qt::RichText);
  m_events->setWordWrap(true);
  m_events->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_events->setAccessibleName(tr("Events of this pod"));
  column->addWidget(m_verbs);
  column->addWidget(m_events);
  connect(m_kill, &QPushButton::clicked, this, [this] { strike(ChaosKind::Kill); });
  connect(m_crash, &QPushButton::clicked, this, [this] { strike(ChaosKind::Crash); });
  connect(m_sick, &QPushButton::clicked, this, [this] { switchHealth(false); });
  connect(m_heal, &QPushButton::clicked, this, [this] { switchHealth(true); });
}

void PodInspector::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() != QEvent::StyleChange) return;
  // Written in the colours of another theme.
  m_facts.clear();
  m_told.clear();
  m_storyFocus = {};
}

const Pod* PodInspector::pod() const {
  return m_entry.pods && m_focus.pod != kNoPod ? m_entry.pods->find(m_focus.pod) : nullptr;
}

std::string PodInspector::podId() const {
  if (!m_entry.state || m_story.version < 0) return {};
  const VersionState& version = m_entry.state->versions[static_cast<std::size_t>(m_story.version)];
  return perfect::podName(m_entry.state->spec->name, version.hash, m_focus.pod);
}

QString PodInspector::podName() const { return words::text(podId()); }

void PodInspector::strike(ChaosKind kind) {
  if (pod() == nullptr) return;
  ChaosCommand command;
  command.kind = kind;
  command.service = m_entry.state->spec->name;
  command.pod = podId();
  Q_EMIT commandWanted(command);
}

void PodInspector::switchHealth(bool healthy) {
  if (pod() == nullptr) return;
  HealthCommand command;
  command.service = m_entry.state->spec->name;
  command.healthy = healthy;
  command.pod = podId();
  command.probe = static_cast<ProbeTarget>(m_probe->currentData().toInt());
  command.sticky = !healthy && m_sticky->isChecked();
  Q_EMIT commandWanted(command);
}

/// To the neighbour in age, from the last to the first.
void PodInspector::step(int direction) {
  if (!m_entry.pods || m_entry.pods->size() == 0) return;
  const PodOrdinal here = m_focus.pod;
  PodOrdinal to = kNoPod;
  if (direction > 0) {
    for (const PodOrdinal from : {here + 1, PodOrdinal{0}}) {
      if (to != kNoPod) break;
      m_entry.pods->forEach(from, [&](const Pod& pod) {
        to = pod.ordinal;
        return false;
      });
    }
  } else {
    // Older ones stand close by; where there is none, the youngest comes next.
    for (PodOrdinal at = here; at-- > 0 && to == kNoPod;) {
      if (m_entry.pods->find(at) != nullptr) to = at;
    }
    if (to == kNoPod) to = m_entry.pods->select(m_entry.pods->size() - 1).ordinal;
  }
  if (to != kNoPod && to != here) Q_EMIT focusChosen({m_focus.service, to});
}

bool PodInspector::present(const Frame& frame, const Focus& focus) {
  m_frame = frame;
  m_focus = focus;
  m_now = frame.clock.t;
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  m_entry = entry != nullptr && focus.pod != kNoPod ? *entry : ServiceEntry();
  if (!m_entry.state) return false;
  const Pod* here = pod();
  const std::uint64_t newest = here != nullptr ? here->lastEvent : m_frame.snapshot->events.end();
  const bool goneBefore = here == nullptr && m_story.gone && m_storyFocus == focus;
  const bool known =
      m_storyFocus == focus && m_storyEpoch == frame.snapshot->epochMs && m_storyService == m_entry.state->index;
  if (!known || (newest != m_storyOf && !goneBefore)) {
    m_story = podStory(*frame.snapshot, m_entry, focus.pod);
    m_storyOf = newest;
    m_storyFocus = focus;
    m_storyEpoch = frame.snapshot->epochMs;
    m_storyService = m_entry.state->index;
    showEvents();
  }
  if (here == nullptr && m_story.events.empty()) return false;
  m_name->setText(podName());
  m_state->setVisible(true);
  for (QWidget* only : {static_cast<QWidget*>(m_probes), static_cast<QWidget*>(m_text), m_verbs})
    only->setVisible(here != nullptr);
  m_gone->setVisible(here == nullptr);
  if (here != nullptr)
    showPresent(*here);
  else
    showGone();
  return true;
}

void PodInspector::showPresent(const Pod& here) {
  const QColor hue = theme::versionColour(*m_entry.state, here.version);
  m_phases->present(m_story.phases, hue, m_now);
  m_probes->present(m_entry.state, here, m_now);
  const QString facts = factsHtml(here);
  if (facts != m_facts) {
    m_facts = facts;
    m_text->setText(facts);
  }
  const bool alive = !here.terminating();
  m_kill->setEnabled(alive);
  m_crash->setEnabled(alive && here.state == PodState::Running);
  m_sick->setEnabled(alive && !(here.readinessBroken && here.livenessBroken));
  m_heal->setEnabled(alive && (here.readinessBroken || here.livenessBroken));
  setNow(m_now);
}

void PodInspector::showGone() {
  const theme::Colours& c = theme::colours();
  m_state->setText(tr("This pod is gone"));
  theme::dress(*m_state, {theme::Tone::Muted, theme::kBase, true});
  m_phases->present(m_story.phases, c.muted, m_now);
  const Event& last = m_story.ended ? *m_story.ended : m_story.events.back();
  const Names& names = *m_frame.snapshot->names;
  QString why = QStringLiteral("<b>%1</b><br><span style='color:%2'>%3</span>")
                    .arg(words::message(last, names).toHtmlEscaped(), c.muted.name(),
                         words::explanation(last, names).toHtmlEscaped());
  why += QStringLiteral("<br><span style='color:%1'>%2</span>")
             .arg(c.muted.name(), tr("A pod that is gone never comes back; its successor has a name of its own."));
  m_gone->setText(why);
}

QString PodInspector::factsHtml(const Pod& here) const {
  const theme::Colours& c = theme::colours();
  const VersionState& version = m_entry.state->versions[static_cast<std::size_t>(here.version)];
  QString html = QStringLiteral("<table cellspacing='0'>");
  const auto row = [&](const QString& name, const QString& value) {
    html += QStringLiteral("<tr><td style='color:%1;padding:1px 12px 1px 0'>%2</td><td>%3</td></tr>")
                .arg(c.muted.name(), name, value.toHtmlEscaped());
  };
  row(tr("version"), words::text(version.digest) + QStringLiteral(" · ") + words::text(version.podTemplate->image));
  row(tr("created"), words::clock(here.createdAt) + tr(" · port %1").arg(here.port));
  QString restarts = words::count(here.restarts);
  if (here.backoffs > 0) restarts += tr(" · %1 in a row").arg(here.backoffs);
  row(tr("restarts"), restarts);
  if (here.readinessBroken || here.livenessBroken) {
    row(tr("by command"), here.sticky ? tr("unhealthy, also after a restart") : tr("unhealthy, until it restarts"));
  }
  for (const EnvVar& env : version.podTemplate->env) row(words::text(env.name), words::text(env.value));
  return html + QStringLiteral("</table>");
}

void PodInspector::showEvents() {
  const theme::Colours& c = theme::colours();
  const Names& names = *m_frame.snapshot->names;
  const std::size_t shown = std::min(kMostEvents, m_story.events.size());
  QString html = QStringLiteral("<b>%1</b>").arg(tr("Events of this pod"));
  if (m_story.events.size() > shown)
    html += QStringLiteral(" <span style='color:%1'>%2</span>")
                .arg(c.muted.name(), tr("the newest %1 of %2").arg(shown).arg(m_story.events.size()));
  if (m_story.events.empty()) html += QStringLiteral("<br>") + tr("None is remembered any more.");
  html += QStringLiteral("<table cellspacing='0'>");
  for (std::size_t i = m_story.events.size(); i-- > m_story.events.size() - shown;) {
    const Event& event = m_story.events[i];
    const Level level = info(event.reason).level;
    const QString sign = level == Level::Error  ? QStringLiteral("✕")
                         : level == Level::Warn ? QStringLiteral("▲")
                                                : QStringLiteral("●");
    html += QStringLiteral(
                "<tr><td style='color:%1;padding-right:7px'>%2</td><td style='color:%3;padding-right:5px'>%4"
                "</td><td>%5</td></tr>")
                .arg(c.muted.name(), words::clock(event.t), theme::levelColour(level).name(), sign,
                     words::message(event, names).toHtmlEscaped());
  }
  html += QStringLiteral("</table>");
  if (html == m_told) return;
  m_told = html;
  m_events->setText(html);
}

void PodInspector::setNow(SimTime now) {
  m_now = now;
  const Pod* here = pod();
  if (here == nullptr) return;
  m_phases->setNow(now);
  m_probes->setNow(now);
  const TileFacts facts = tileFacts(*here, *m_entry.state, now);
  QString text = tileWord(facts.state) + (facts.serving ? tr(", serving") : QString());
  const QString wait = words::podWaitText(*m_entry.state, *here, now);
  if (!wait.isEmpty()) text += QStringLiteral(" · ") + wait;
  if (text != m_state->text()) m_state->setText(text);
  const theme::Tone tone = facts.state == TileState::BackOff       ? theme::Tone::Bad
                           : facts.state == TileState::Terminating ? theme::Tone::Muted
                                                                   : theme::versionTone(*m_entry.state, here->version);
  theme::dress(*m_state, {tone, theme::kBase, true});
}

}  // namespace perfect
