// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/strike_card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

constexpr int kMostVictims = 1000000;
constexpr std::size_t kVictimsListed = 8;
constexpr int kNoLimit = -1;

PodOrdinal ordinalOf(const std::string& service, const std::string& pod) {
  return podOrdinal(service, std::string_view(pod).substr(pod.rfind('-') + 1));
}

}  // namespace

StrikeCard::StrikeCard(QWidget* parent) : ControlCard(tr("Chaos"), parent) {
  buildChoice();
  buildLimits();
  buildVerbs();
  buildSchedule();
  choiceChanged();
}

void StrikeCard::buildChoice() {
  m_kind = makeChoice(tr("What to do"),
                      tr("Kill: the pods are gone, the controller makes new ones. Crash: their containers end and "
                         "restart after a back-off. Make unhealthy: their probes fail from now on."));
  m_kind->addItem(tr("Kill"), static_cast<int>(BlowKind::Kill));
  m_kind->addItem(tr("Crash"), static_cast<int>(BlowKind::Crash));
  m_kind->addItem(tr("Make unhealthy"), static_cast<int>(BlowKind::Sicken));
  m_amount = makeNumber(1, kMostVictims, tr("How many"), tr("How many; which ones is drawn by chance"));
  m_unit = makeChoice(tr("Pods or percent"), tr("A number of pods, or a share of them, rounded up"));
  m_unit->addItem(tr("pods"));
  m_unit->addItem(tr("% of pods"));
  QHBoxLayout* row = addRow();
  row->addWidget(m_kind);
  row->addWidget(m_amount, 1);
  row->addWidget(m_unit);
  m_healthRow = new QWidget(this);
  auto* health = new QVBoxLayout(m_healthRow);  // side by side they are wider than the page
  health->setContentsMargins(0, 0, 0, 0);
  m_probe =
      makeChoice(tr("Which probe fails"), tr("Which probe fails: readiness takes traffic away, liveness restarts"));
  m_probe->addItem(tr("liveness probe"), static_cast<int>(ProbeTarget::Liveness));
  m_probe->addItem(tr("readiness probe"), static_cast<int>(ProbeTarget::Readiness));
  m_probe->addItem(tr("both probes"), static_cast<int>(ProbeTarget::Both));
  m_sticky = new QCheckBox(tr("also after restarts"), m_healthRow);
  m_sticky->setAccessibleName(tr("Unhealthy also after a restart"));
  m_sticky->setToolTip(tr("Without it a restart of the container cures the pod"));
  health->addWidget(m_probe);
  health->addWidget(m_sticky);
  column()->addWidget(m_healthRow);
  connect(m_kind, &QComboBox::currentIndexChanged, this, &StrikeCard::choiceChanged);
  connect(m_unit, &QComboBox::currentIndexChanged, this, &StrikeCard::choiceChanged);
  connect(m_amount, &QSpinBox::valueChanged, this, &StrikeCard::choiceChanged);
}

void StrikeCard::buildLimits() {
  m_limitsToggle = new QToolButton(this);
  m_limitsToggle->setText(tr("Limits"));
  m_limitsToggle->setCheckable(true);
  m_limitsToggle->setAccessibleName(tr("Show the limits"));
  m_limitsToggle->setToolTip(tr("What a blow must spare, so that an experiment does not become an accident"));
  column()->addWidget(m_limitsToggle, 0, Qt::AlignLeft);
  m_limits = new QWidget(this);
  auto* rows = new QVBoxLayout(m_limits);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(6);
  const auto add = [&](int most, const QString& name, const QString& prefix, const QString& suffix) {
    QSpinBox* number = makeNumber(kNoLimit, most, name, name);
    number->setSpecialValueText(prefix + tr("no limit"));
    number->setPrefix(prefix);
    number->setSuffix(suffix);
    number->setValue(kNoLimit);
    rows->addWidget(number);
    connect(number, &QSpinBox::valueChanged, this, &StrikeCard::choiceChanged);
    return number;
  };
  m_minAvailable = add(kMostVictims, tr("Leave at least so many available"), tr("leave available: "), {});
  m_maxAtOnce = add(kMostVictims, tr("Take at most so many at once"), tr("at most at once: "), {});
  m_minAge = add(86400, tr("Spare pods younger than this"), tr("spare younger than: "), tr(" s"));
  column()->addWidget(m_limits);
  m_limits->hide();
  connect(m_limitsToggle, &QToolButton::toggled, m_limits, &QWidget::setVisible);
}

void StrikeCard::buildVerbs() {
  m_preview = makeButton(tr("Preview victims"), tr("Ask the engine whom it would take, without taking them"));
  m_strike = makeButton(tr("Kill"), tr("Do it now"), "danger");
  m_heal = makeButton(tr("Heal"), tr("So many unhealthy pods' probes succeed again"));
  m_strike->setObjectName(QStringLiteral("strike"));
  m_preview->setObjectName(QStringLiteral("previewVictims"));
  m_victimsText = new QLabel(this);
  m_victimsText->setWordWrap(true);
  m_victimsText->setTextFormat(Qt::RichText);
  m_victimsText->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  m_victimsText->setAccessibleName(tr("Victims"));
  m_victimsText->hide();
  QHBoxLayout* row = addRow();
  row->addWidget(m_preview, 1);
  row->addWidget(m_strike, 1);
  addRow()->addWidget(m_heal);
  column()->addWidget(m_victimsText);
  connect(m_preview, &QPushButton::clicked, this, &StrikeCard::askPreview);
  connect(m_strike, &QPushButton::clicked, this, &StrikeCard::strike);
  connect(m_heal, &QPushButton::clicked, this, &StrikeCard::heal);
  connect(m_victimsText, &QLabel::linkActivated, this, [this](const QString& pod) {
    Q_EMIT focusChosen({words::text(service()), ordinalOf(service(), pod.toStdString())});
  });
}

void StrikeCard::buildSchedule() {
  m_every = makeNumber(1, 3600, tr("Seconds between two blows"), tr("Simulated seconds between two blows"));
  m_every->setValue(10);
  m_every->setPrefix(tr("every "));
  m_every->setSuffix(tr(" s"));
  m_for = makeNumber(0, 86400, tr("How long"), tr("Simulated seconds until the schedule ends by itself"));
  m_for->setPrefix(tr("for "));
  m_for->setSuffix(tr(" s"));
  m_for->setSpecialValueText(tr("until stopped"));
  m_schedule = makeButton(tr("Repeat"), tr("Strike again and again; every blow draws its victims anew"), "danger");
  m_schedule->setObjectName(QStringLiteral("repeatStrike"));
  QHBoxLayout* row = addRow();
  row->addWidget(m_every);
  row->addWidget(m_for, 1);
  addRow()->addWidget(m_schedule);
  connect(m_schedule, &QPushButton::clicked, this, &StrikeCard::schedule);
}

Blow StrikeCard::blow() const {
  const auto limit = [](const QSpinBox* number) {
    return number->value() == kNoLimit ? std::optional<std::int32_t>() : std::optional(number->value());
  };
  Blow blow;
  blow.kind = static_cast<BlowKind>(m_kind->currentData().toInt());
  blow.service = service();
  blow.amount = m_amount->value();
  blow.percent = m_unit->currentIndex() == 1;
  blow.limits.minAvailable = limit(m_minAvailable);
  if (const auto most = limit(m_maxAtOnce)) blow.limits.maxAtOnce = std::max(1, *most);
  if (const auto age = limit(m_minAge)) blow.limits.minAge = seconds(*age);
  blow.probe = static_cast<ProbeTarget>(m_probe->currentData().toInt());
  blow.sticky = m_sticky->isChecked();
  return blow;
}

/// What was previewed is no longer what would be struck.
void StrikeCard::choiceChanged() {
  if (m_schedule == nullptr) return;
  const bool sicken = blow().kind == BlowKind::Sicken;
  m_healthRow->setVisible(sicken);
  m_heal->setVisible(sicken);
  m_schedule->setEnabled(!sicken);
  m_schedule->setToolTip(sicken ? tr("Not for this: kill and crash can be repeated")
                                : tr("Strike again and again; every blow draws its victims anew"));
  m_amount->setMaximum(m_unit->currentIndex() == 1 ? 100
                       : entry().state             ? std::max(1, entry().state->counts().total())
                                                   : kMostVictims);
  forgetPreview();
}

void StrikeCard::nameVerbs() {
  const QString verb = m_kind->currentText();
  const auto named = m_victims.size();
  if (!m_previewed)
    m_strike->setText(verb);
  else if (isSample())
    m_strike->setText(tr("%1 %2").arg(verb, words::count(m_asked)));
  else
    m_strike->setText(named == 1 ? tr("%1 this one").arg(verb) : tr("%1 these %2").arg(verb).arg(named));
  m_strike->setEnabled(!m_previewed || named > 0);
  m_strike->setAccessibleName(m_strike->text());
  m_preview->setText(m_previewed ? tr("Draw again") : tr("Preview victims"));
  m_preview->setAccessibleName(m_preview->text());
}

void StrikeCard::forgetPreview() {
  ++m_ticket;  // an answer that is still on its way is not wanted any more
  m_previewed = false;
  m_victims.clear();
  m_victimsText->hide();
  nameVerbs();
  Q_EMIT targetsChanged(words::text(service()), {});
}

void StrikeCard::askPreview() {
  if (service().empty()) return;
  ChaosCommand question = previewOf(blow());
  m_asked = amountAsked();
  // Of very many, some are enough to see: the engine has a clock to keep.
  if (isSample()) {
    question.percent.reset();
    question.count = static_cast<std::int32_t>(kMostNamedVictims);
  }
  Q_EMIT previewWanted(question, ++m_ticket);
}

std::int64_t StrikeCard::amountAsked() const {
  const Blow wanted = blow();
  const std::int64_t pods = entry().state->counts().total();
  const std::int64_t amount = wanted.percent ? (pods * wanted.amount + 99) / 100 : wanted.amount;
  return std::min<std::int64_t>(amount, wanted.limits.maxAtOnce.value_or(kMostVictims));
}

void StrikeCard::showPreview(int ticket, bool ok, const QStringList& pods, const QString& refusal) {
  if (ticket != m_ticket) return;
  m_previewed = ok;
  m_victims.clear();
  for (const QString& pod : pods) m_victims.push_back(pod.toStdString());
  if (!ok) m_victimsText->setText(tr("Not possible: %1").arg(refusal.toHtmlEscaped()));
  m_victimsText->show();
  tellVictims();
}

void StrikeCard::tellVictims() {
  nameVerbs();
  if (!m_previewed) return;
  std::vector<PodOrdinal> targets;
  QStringList names;
  for (const std::string& pod : m_victims) {
    targets.push_back(ordinalOf(service(), pod));
    if (names.size() < static_cast<qsizetype>(kVictimsListed))
      names << QStringLiteral("<a style='color:%1' href='%2'>%2</a>")
                   .arg(theme::colours().bad.name(), words::text(pod).toHtmlEscaped());
  }
  QString text = m_victims.empty() ? tr("Nobody: the limits spare all, or none is there to be taken.")
                 : isSample()      ? tr("For example these; which ones is drawn again when the blow falls:")
                                   : tr("Marked on the Grid; exactly these will be struck:");
  if (!names.isEmpty()) text += QStringLiteral("<br>") + names.join(QStringLiteral("<br>"));
  const std::int64_t all = isSample() ? m_asked : static_cast<std::int64_t>(m_victims.size());
  if (all > names.size()) text += QStringLiteral("<br>") + tr("and %1 more").arg(words::count(all - names.size()));
  m_victimsText->setText(text);
  Q_EMIT targetsChanged(words::text(service()), targets);
}

/// Somebody else was quicker: who is gone can not be struck.
void StrikeCard::dropGoneVictims() {
  if (!m_previewed || isSample()) return;
  const auto gone = std::erase_if(m_victims, [this](const std::string& pod) {
    const Pod* there = entry().pods->find(ordinalOf(service(), pod));
    return there == nullptr || there->terminating();
  });
  if (gone > 0) tellVictims();
}

void StrikeCard::strike() {
  if (service().empty()) return;
  const Blow wanted = blow();
  if (m_previewed && !isSample()) {
    for (const Command& command : namedStrike(wanted, m_victims)) Q_EMIT commandWanted(command);
  } else {
    Q_EMIT commandWanted(drawnStrike(wanted));
  }
  forgetPreview();
}

void StrikeCard::heal() {
  HealthCommand command;
  command.service = service();
  command.healthy = true;
  (m_unit->currentIndex() == 1 ? command.percent : command.count) = m_amount->value();
  command.probe = blow().probe;
  Q_EMIT commandWanted(command);
}

void StrikeCard::schedule() {
  const auto forTime = m_for->value() == 0 ? std::optional<Millis>() : std::optional(seconds(m_for->value()));
  if (const auto command = scheduleOf(blow(), seconds(m_every->value()), forTime)) Q_EMIT commandWanted(*command);
}

void StrikeCard::show(bool another) {
  if (m_unit->currentIndex() == 0) m_amount->setMaximum(std::max(1, entry().state->counts().total()));
  if (another) forgetPreview();
  dropGoneVictims();
}

}  // namespace perfect
