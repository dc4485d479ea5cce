// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/chaos_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <algorithm>

#include "app/desktop/charts/series_store.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kMostReplicas = 1000000;
constexpr int kSliderEnd = 1000;
constexpr int kSendLoadAfterMs = 150;  // a dragged slider is one change of mind, not a hundred

}  // namespace

ChaosPage::ChaosPage(QWidget* parent)
    : Page(parent), m_title(new QLabel(inner())), m_body(new QWidget(inner())), m_rows(new QVBoxLayout(m_body)) {
  m_title->setWordWrap(true);
  m_rows->setContentsMargins(0, 0, 0, 0);
  m_rows->setSpacing(10);
  // At the top, so that it is in sight however small the window is.
  m_stop = makeButton(tr("Emergency Stop"), tr("End all chaos at once, and make every pod healthy again"), "primary");
  connect(m_stop, &QPushButton::clicked, this, [this] { Q_EMIT commandWanted(ChaosStopCommand{}); });
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_stop);
  column()->addLayout(head);
  column()->addWidget(m_body);
  buildScale();
  buildLoad();
  buildChaos();
  buildSchedule();
  column()->addStretch(1);
  m_sendLater.setSingleShot(true);
  m_sendLater.setInterval(kSendLoadAfterMs);
  connect(&m_sendLater, &QTimer::timeout, this, &ChaosPage::sendLoad);
}

QFrame* ChaosPage::makeCard(const QString& title) {
  auto* card = new QFrame(m_body);
  card->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(card);
  box->setContentsMargins(12, 9, 12, 11);
  box->setSpacing(8);
  auto* label = new QLabel(title, card);
  label->setProperty("role", QStringLiteral("title"));
  box->addWidget(label);
  m_rows->addWidget(card);
  return card;
}

QPushButton* ChaosPage::makeButton(const QString& text, const QString& tip, const char* role) {
  auto* button = new QPushButton(text, m_body);
  button->setToolTip(tip);
  button->setAccessibleName(text);
  button->setAccessibleDescription(tip);
  if (role != nullptr) button->setProperty("role", QString::fromLatin1(role));
  return button;
}

void ChaosPage::buildScale() {
  QFrame* card = makeCard(tr("Scale"));
  auto* row = new QHBoxLayout;
  auto* less = makeButton(QStringLiteral("−"), tr("One replica less"));
  auto* more = makeButton(QStringLiteral("+"), tr("One replica more"));
  less->setAccessibleName(tr("One replica less"));
  more->setAccessibleName(tr("One replica more"));
  m_replicas = new QSpinBox(m_body);
  m_replicas->setRange(0, kMostReplicas);
  m_replicas->setKeyboardTracking(false);
  m_replicas->setAccessibleName(tr("Desired replicas"));
  m_replicas->setToolTip(tr("Desired replicas"));
  auto* set = makeButton(tr("Set"), tr("Declare this number of replicas"));
  for (QPushButton* button : {less, more}) button->setFixedWidth(44);
  row->addWidget(less);
  row->addWidget(m_replicas, 1);
  row->addWidget(more);
  row->addWidget(set);
  static_cast<QVBoxLayout*>(card->layout())->addLayout(row);
  const auto delta = [this](std::int32_t by) { Q_EMIT commandWanted(ScaleCommand{m_service, std::nullopt, by}); };
  connect(less, &QPushButton::clicked, this, [delta] { delta(-1); });
  connect(more, &QPushButton::clicked, this, [delta] { delta(1); });
  connect(set, &QPushButton::clicked, this, [this] {
    Q_EMIT commandWanted(ScaleCommand{m_service, m_replicas->value(), std::nullopt});
  });
}

void ChaosPage::buildLoad() {
  QFrame* card = makeCard(tr("Load"));
  auto* row = new QHBoxLayout;
  m_loadKind = new QComboBox(m_body);
  m_loadKind->addItem(tr("demand"));
  m_loadKind->addItem(tr("cpu"));
  m_loadKind->setAccessibleName(tr("Kind of load"));
  m_loadKind->setToolTip(
      tr("demand: shared by the serving pods, so that more pods are cooler. cpu: the same for every pod."));
  m_load = new QSlider(Qt::Horizontal, m_body);
  m_load->setRange(0, kSliderEnd);
  m_load->setPageStep(50);
  m_load->setAccessibleName(tr("Load"));
  m_load->setToolTip(tr("Load in percent of one pod"));
  m_loadNumber = new QSpinBox(m_body);
  m_loadNumber->setRange(0, 1000000000);
  m_loadNumber->setSuffix(tr(" %"));
  m_loadNumber->setKeyboardTracking(false);
  m_loadNumber->setAccessibleName(tr("Load in percent of one pod"));
  m_loadNote = new QLabel(m_body);
  m_loadNote->setProperty("role", QStringLiteral("muted"));
  m_loadNote->setWordWrap(true);
  row->addWidget(m_loadKind);
  row->addWidget(m_loadNumber, 1);
  auto* box = static_cast<QVBoxLayout*>(card->layout());
  box->addLayout(row);
  box->addWidget(m_load);
  box->addWidget(m_loadNote);
  connect(m_load, &QSlider::valueChanged, this, [this](int value) {
    const QSignalBlocker quiet(m_loadNumber);
    m_loadNumber->setValue(value);
    m_sendLater.start();
  });
  connect(m_loadNumber, &QSpinBox::valueChanged, this, [this](int value) {
    const QSignalBlocker quiet(m_load);
    m_load->setValue(std::min(value, kSliderEnd));
    m_sendLater.start();
  });
  connect(m_loadKind, &QComboBox::activated, this, [this] { m_sendLater.start(); });
}

void ChaosPage::buildChaos() {
  QFrame* card = makeCard(tr("Chaos"));
  auto* box = static_cast<QVBoxLayout*>(card->layout());
  auto* row = new QHBoxLayout;
  m_count = new QSpinBox(m_body);
  m_count->setRange(1, kMostReplicas);
  m_count->setAccessibleName(tr("How many pods"));
  m_count->setToolTip(tr("How many pods; which ones is drawn by chance"));
  m_count->setPrefix(tr("pods: "));
  auto* kill = makeButton(tr("Kill"), tr("The pods are gone; the controller makes new ones"), "danger");
  kill->setObjectName(QStringLiteral("kill"));
  auto* crash = makeButton(tr("Crash"), tr("Their containers end; the pods restart them after a back-off"), "danger");
  row->addWidget(m_count, 1);
  row->addWidget(kill);
  row->addWidget(crash);
  box->addLayout(row);
  auto* health = new QHBoxLayout;
  m_probe = new QComboBox(m_body);
  m_probe->addItem(tr("liveness probe"), static_cast<int>(ProbeTarget::Liveness));
  m_probe->addItem(tr("readiness probe"), static_cast<int>(ProbeTarget::Readiness));
  m_probe->addItem(tr("both probes"), static_cast<int>(ProbeTarget::Both));
  m_probe->setAccessibleName(tr("Which probe fails"));
  m_probe->setToolTip(tr("Which probe fails: readiness takes traffic away, liveness restarts"));
  auto* sick = makeButton(tr("Make unhealthy"), tr("This probe fails from now on; a restart cures it"), "danger");
  auto* well = makeButton(tr("Heal"), tr("The probes succeed again"));
  box->addWidget(m_probe);
  health->addWidget(sick, 1);
  health->addWidget(well);
  box->addLayout(health);
  connect(kill, &QPushButton::clicked, this, [this] { strike(ChaosKind::Kill); });
  connect(crash, &QPushButton::clicked, this, [this] { strike(ChaosKind::Crash); });
  const auto switchHealth = [this](bool healthy) {
    HealthCommand command;
    command.service = m_service;
    command.healthy = healthy;
    command.count = m_count->value();
    command.probe = static_cast<ProbeTarget>(m_probe->currentData().toInt());
    Q_EMIT commandWanted(command);
  };
  connect(sick, &QPushButton::clicked, this, [switchHealth] { switchHealth(false); });
  connect(well, &QPushButton::clicked, this, [switchHealth] { switchHealth(true); });
}

void ChaosPage::buildSchedule() {
  QFrame* card = makeCard(tr("Again and again"));
  auto* row = new QHBoxLayout;
  m_every = new QSpinBox(m_body);
  m_every->setRange(1, 3600);
  m_every->setValue(10);
  m_every->setPrefix(tr("every "));
  m_every->setSuffix(tr(" s"));
  m_every->setAccessibleName(tr("Seconds between two kills"));
  m_every->setToolTip(tr("Simulated seconds between two kills"));
  auto* start =
      makeButton(tr("Kill on schedule"), tr("Kill that many pods again and again until it is stopped"), "danger");
  row->addWidget(m_every, 1);
  row->addWidget(start);
  static_cast<QVBoxLayout*>(card->layout())->addLayout(row);
  connect(start, &QPushButton::clicked, this, [this] {
    ChaosScheduleCommand command;
    command.blow.service = m_service;
    command.blow.count = m_count->value();
    command.every = seconds(m_every->value());
    Q_EMIT commandWanted(command);
  });
}

void ChaosPage::strike(ChaosKind kind) {
  ChaosCommand command;
  command.kind = kind;
  command.service = m_service;
  command.count = m_count->value();
  Q_EMIT commandWanted(command);
}

void ChaosPage::sendLoad() {
  if (m_service.empty()) return;
  LoadCommand command;
  command.service = m_service;
  if (m_loadKind->currentIndex() == 0)
    command.demand = m_loadNumber->value();
  else
    command.cpu = m_loadNumber->value();
  Q_EMIT commandWanted(command);
}

void ChaosPage::showLoad(const ServiceState& service) {
  const auto cpu = cpuPercent(service);
  m_loadNote->setText(
      cpu ? tr("%1 % of a pod each, over %2 serving pods").arg(static_cast<std::int64_t>(*cpu)).arg(service.serving())
          : tr("No pod serves: nothing carries the load."));
  if (m_sendLater.isActive() || m_load->isSliderDown() || m_loadNumber->hasFocus()) return;
  const QSignalBlocker quietSlider(m_load);
  const QSignalBlocker quietNumber(m_loadNumber);
  const QSignalBlocker quietKind(m_loadKind);
  // Without any load the choice of its kind is the person's.
  if (service.load.byDemand || service.load.cpu > 0) m_loadKind->setCurrentIndex(service.load.byDemand ? 0 : 1);
  const std::int64_t value = service.load.byDemand ? service.load.demand : service.load.cpu;
  m_loadNumber->setValue(static_cast<int>(std::min<std::int64_t>(value, 1000000000)));
  m_load->setValue(static_cast<int>(std::min<std::int64_t>(value, kSliderEnd)));
}

void ChaosPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  m_body->setVisible(entry != nullptr);
  m_stop->setVisible(entry != nullptr);
  if (entry == nullptr) {
    m_service.clear();
    theme::dress(*m_title, {theme::Tone::Muted});
    m_title->setText(tr("Choose a service: here it can be scaled, loaded and troubled."));
    return;
  }
  const ServiceState& s = *entry->state;
  const bool another = m_service != s.spec->name;
  if (another) m_sendLater.stop();
  m_service = s.spec->name;
  theme::dress(*m_title, {theme::Tone::Text, 15, true});
  m_title->setText(
      tr("%1: %2 of %3 ready").arg(focus.service, words::count(s.counts().ready), words::count(s.replicas)));
  if (another || !m_replicas->hasFocus()) {
    const QSignalBlocker quiet(m_replicas);
    m_replicas->setValue(s.replicas);
  }
  m_count->setMaximum(std::max(1, s.counts().total()));
  showLoad(s);
  m_stop->setText(frame.snapshot->chaosSchedules > 0
                      ? tr("Emergency Stop (%n running)", nullptr, frame.snapshot->chaosSchedules)
                      : tr("Emergency Stop"));
}

}  // namespace perfect
