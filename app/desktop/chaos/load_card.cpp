// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chaos/load_card.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <algorithm>

#include "app/desktop/chaos/pattern_picture.h"
#include "app/desktop/charts/series_store.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kSliderEnd = 1000;
constexpr int kMostLoad = 1000000000;
constexpr int kSendLoadAfterMs = 150;  // a dragged slider is one change of mind, not a hundred
constexpr std::uint64_t kLoadLookBack = 4096;
constexpr int kNoPattern = -1;

}  // namespace

LoadCard::LoadCard(QWidget* parent) : ControlCard(tr("Load"), parent) {
  buildSlider();
  buildPattern();
  m_sendLater.setSingleShot(true);
  m_sendLater.setInterval(kSendLoadAfterMs);
  connect(&m_sendLater, &QTimer::timeout, this, &LoadCard::sendLoad);
}

void LoadCard::buildSlider() {
  m_kind =
      makeChoice(tr("Kind of load"),
                 tr("demand: shared by the serving pods, so that more pods are cooler. cpu: the same for every pod."));
  m_kind->addItem(tr("demand"));
  m_kind->addItem(tr("cpu"));
  m_number = makeNumber(0, kMostLoad, tr("Load in percent of one pod"), tr("Load in percent of one pod"));
  m_number->setSuffix(tr(" %"));
  m_load = new QSlider(Qt::Horizontal, this);
  m_load->setRange(0, kSliderEnd);
  m_load->setPageStep(50);
  m_load->setAccessibleName(tr("Load"));
  m_load->setToolTip(tr("Load in percent of one pod"));
  m_note = makeNote();
  QHBoxLayout* row = addRow();
  row->addWidget(m_kind);
  row->addWidget(m_number, 1);
  column()->addWidget(m_load);
  column()->addWidget(m_note);
  connect(m_load, &QSlider::valueChanged, this, [this](int value) {
    const QSignalBlocker quiet(m_number);
    m_number->setValue(value);
    m_sendLater.start();
  });
  connect(m_number, &QSpinBox::valueChanged, this, [this](int value) {
    const QSignalBlocker quiet(m_load);
    m_load->setValue(std::min(value, kSliderEnd));
    m_sendLater.start();
  });
  connect(m_kind, &QComboBox::activated, this, [this] { m_sendLater.start(); });
}

void LoadCard::buildPattern() {
  m_shape = makeChoice(tr("Shape of the load over time"),
                       tr("A pattern changes the load by itself, until another load is set"));
  m_shape->addItem(tr("stays constant"), kNoPattern);
  m_shape->addItem(tr("ramp"), static_cast<int>(LoadShape::Ramp));
  m_shape->addItem(tr("sine"), static_cast<int>(LoadShape::Sine));
  m_shape->addItem(tr("spike"), static_cast<int>(LoadShape::Spike));
  QHBoxLayout* choice = addRow();
  choice->addWidget(m_shape, 1);
  m_patternRows = new QWidget(this);
  auto* rows = new QVBoxLayout(m_patternRows);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(7);
  m_from = makeNumber(0, kMostLoad, tr("Load at the beginning"), tr("Load at the beginning, percent of one pod"));
  m_to = makeNumber(0, kMostLoad, tr("Load at the other end"), tr("Load at the other end, percent of one pod"));
  m_period = makeNumber(1, 3600, tr("Seconds"), tr("Ramp: how long it climbs. Sine: there and back. Spike: how long"));
  m_from->setPrefix(tr("from "));
  m_to->setPrefix(tr("to "));
  m_period->setPrefix(tr("in "));
  m_period->setSuffix(tr(" s"));
  m_from->setValue(50);
  m_to->setValue(300);
  m_period->setValue(60);
  m_start = makeButton(tr("Start pattern"), tr("Let the load follow this shape from now on"));
  auto* numbers = new QHBoxLayout;
  numbers->addWidget(m_from);
  numbers->addWidget(m_to);
  auto* last = new QHBoxLayout;
  last->addWidget(m_period);
  last->addWidget(m_start);
  m_picture = new PatternPicture(m_patternRows);
  rows->addLayout(numbers);
  rows->addLayout(last);
  rows->addWidget(m_picture);
  column()->addWidget(m_patternRows);
  m_patternRows->hide();
  connect(m_shape, &QComboBox::activated, this, [this] {
    m_patternRows->setVisible(m_shape->currentData().toInt() != kNoPattern);
    // "Stays constant" ends what runs: the load stays where it is.
    if (m_shape->currentData().toInt() == kNoPattern && m_running) sendLoad();
    showPicture(frame().clock.t);
  });
  for (QSpinBox* number : {m_from, m_to, m_period})
    connect(number, &QSpinBox::valueChanged, this, [this] { showPicture(frame().clock.t); });
  connect(m_start, &QPushButton::clicked, this, &LoadCard::sendPattern);
}

LoadPattern LoadCard::wanted() const {
  LoadPattern pattern;
  const int shape = m_shape->currentData().toInt();
  if (shape != kNoPattern) pattern.shape = static_cast<LoadShape>(shape);
  pattern.from = m_from->value();
  pattern.to = m_to->value();
  pattern.period = seconds(m_period->value());
  pattern.demand = m_kind->currentIndex() == 0;
  return pattern;
}

void LoadCard::sendLoad() {
  if (service().empty()) return;
  LoadCommand command;
  command.service = service();
  if (m_kind->currentIndex() == 0)
    command.demand = m_number->value();
  else
    command.cpu = m_number->value();
  Q_EMIT commandWanted(command);
}

void LoadCard::sendPattern() {
  m_sendLater.stop();
  LoadCommand command;
  command.service = service();
  command.pattern = wanted();
  Q_EMIT commandWanted(command);
}

/// Which pattern runs stands in the events: the newest one about this service's load tells.
void LoadCard::followEvents() {
  const EventLogView& events = frame().snapshot->events;
  const std::uint64_t end = events.end();
  const std::uint64_t from =
      std::max({events.first(), m_seen, end > kLoadLookBack ? end - kLoadLookBack : std::uint64_t{1}});
  m_seen = end;
  for (std::uint64_t seq = from; seq < end; ++seq) {
    const Event& event = events.at(seq);
    if (event.service != entry().state->index) continue;
    if (event.reason == Reason::LoadPatternStarted) {
      LoadPattern pattern;
      pattern.from = event.facts[0];
      pattern.to = event.facts[1];
      pattern.period = event.facts[2];
      pattern.shape = static_cast<LoadShape>(event.facts[3]);
      m_running = Running{pattern, event.t};
    } else if (event.reason == Reason::LoadPatternEnded || event.reason == Reason::LoadSet) {
      m_running.reset();
    }
  }
}

void LoadCard::showPicture(SimTime now) {
  if (!m_patternRows->isVisible()) return;
  const bool runs = m_running && m_running->pattern.shape == wanted().shape;
  m_picture->present(runs ? m_running->pattern : wanted(), runs ? std::optional(now - m_running->since) : std::nullopt);
}

void LoadCard::setNow(SimTime now) {
  if (m_running) showPicture(now);
}

void LoadCard::show(bool another) {
  const ServiceState& state = *entry().state;
  if (another || frame().snapshot->events.end() < m_seen) {
    m_sendLater.stop();
    m_seen = 0;
    m_running.reset();
  }
  const bool ran = m_running.has_value();
  followEvents();
  if (m_running && (!ran || another)) {
    m_shape->setCurrentIndex(m_shape->findData(static_cast<int>(m_running->pattern.shape)));
    m_patternRows->setVisible(m_shape->currentData().toInt() != kNoPattern);
  }
  showPicture(frame().clock.t);
  const auto cpu = cpuPercent(state);
  m_note->setText(cpu ? tr("%1 % of a pod each, over %2 serving pods")
                            .arg(static_cast<std::int64_t>(*cpu))
                            .arg(words::count(state.serving()))
                      : tr("No pod serves: nothing carries the load."));
  if (m_sendLater.isActive() || m_load->isSliderDown() || m_number->hasFocus()) return;
  const QSignalBlocker quietSlider(m_load);
  const QSignalBlocker quietNumber(m_number);
  const QSignalBlocker quietKind(m_kind);
  // Without any load the choice of its kind is the person's.
  if (state.load.byDemand || state.load.cpu > 0) m_kind->setCurrentIndex(state.load.byDemand ? 0 : 1);
  const std::int64_t value = state.load.byDemand ? state.load.demand : state.load.cpu;
  m_number->setValue(static_cast<int>(std::min<std::int64_t>(value, kMostLoad)));
  m_load->setValue(static_cast<int>(std::min<std::int64_t>(value, kSliderEnd)));
}

}  // namespace perfect
