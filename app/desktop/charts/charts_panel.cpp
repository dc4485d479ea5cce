// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/charts/charts_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kDrawAfterMs = 200;  // what happens meanwhile is drawn at one go
constexpr Millis kTwoMinutes = 120000;
constexpr int kPixels = 200;     // of a chart, about: time that moves less than one needs no picture
constexpr int kCardWidth = 178;  // at least
constexpr int kCardHeight = 112;
constexpr int kGap = 8;
constexpr int kAxisEnd = 1000;
constexpr std::size_t kPresentedCards = 2;
constexpr int kKeySteps = 120;  // from one edge to the other

}  // namespace

ChartsPanel::ChartsPanel(QWidget* parent) : QWidget(parent), m_scroll(new QScrollArea(this)), m_field(new QWidget) {
  m_field->setObjectName(QStringLiteral("page"));
  m_scroll->setWidget(m_field);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 6, 10, 6);
  layout->setSpacing(4);
  layout->addWidget(makeHead());
  layout->addWidget(m_scroll, 1);
  m_foot = makeFoot();
  layout->addWidget(m_foot);
  m_scroll->installEventFilter(this);
  setMinimumWidth(280);
  setAccessibleName(tr("Charts"));
  m_later.setSingleShot(true);
  m_later.setInterval(kDrawAfterMs);
  connect(&m_later, &QTimer::timeout, this, &ChartsPanel::draw);
}

QWidget* ChartsPanel::makeHead() {
  auto* head = new QWidget(this);
  m_title = new QLabel(tr("Charts"), head);
  m_title->setProperty("role", QStringLiteral("section"));
  m_moment = new QLabel(head);
  m_moment->setObjectName(QStringLiteral("moment"));
  m_span = new QComboBox(head);
  m_span->addItem(tr("2 min"), static_cast<qlonglong>(kTwoMinutes));
  m_span->addItem(tr("10 min"), static_cast<qlonglong>(5 * kTwoMinutes));
  m_span->addItem(tr("all"), 0);
  m_span->setAccessibleName(tr("Time that the charts show"));
  m_span->setToolTip(tr("How much simulated time the charts show"));
  connect(m_span, &QComboBox::currentIndexChanged, this, [this] {
    m_end.reset();
    draw();
  });
  m_which = new QComboBox(head);
  m_which->addItem(tr("all charts"), -1);
  const std::array<QString, kKinds> names{tr("Ready"), tr("Versions"), tr("CPU"), tr("Restarts"), tr("Events")};
  for (std::size_t i = 0; i < kKinds; ++i) m_which->addItem(names[i], static_cast<int>(i));
  m_which->setAccessibleName(tr("Which charts are shown"));
  m_which->setToolTip(tr("All charts, or one of them as large as there is room"));
  connect(m_which, &QComboBox::currentIndexChanged, this, &ChartsPanel::arrangeCards);
  m_headRow = new QHBoxLayout(head);
  m_headRow->setContentsMargins(2, 0, 0, 0);
  m_headRow->setSpacing(6);
  m_headRow->addWidget(m_title);
  m_headRow->addWidget(m_moment, 1);
  m_headRow->addWidget(m_which);
  m_headRow->addWidget(m_span);
  makeExport(head);
  m_headRow->addWidget(m_export);
  return head;
}

void ChartsPanel::setPresented(bool on) {
  m_presented = on;
  m_foot->setVisible(!on);
  m_export->setVisible(!on);
  // The way back to now stays in sight.
  (on ? m_headRow : m_footRow)->addWidget(m_live);
  arrangeCards();
}

void ChartsPanel::choose(std::optional<Kind> kind) {
  m_which->setCurrentIndex(m_which->findData(kind ? static_cast<int>(*kind) : -1));
}

std::vector<ChartCard*> ChartsPanel::shownCards() const {
  const int which = m_which->currentData().toInt();
  if (which >= 0) return {m_cards[static_cast<std::size_t>(which)]};
  return {m_cards.begin(), m_cards.begin() + (m_presented ? kPresentedCards : kKinds)};
}

void ChartsPanel::makeExport(QWidget* head) {
  m_export = new QToolButton(head);
  m_export->setText(tr("Export"));
  m_export->setPopupMode(QToolButton::InstantPopup);
  m_export->setAccessibleName(tr("Export charts"));
  m_export->setToolTip(tr("Save the charts as a picture, or their values as CSV"));
  m_export->setWhatsThis(m_export->toolTip());
  auto* menu = new QMenu(m_export);
  menu->addAction(tr("Picture (PNG)…"), this, [this] { exportAs(Format::Png); });
  menu->addAction(tr("Drawing (SVG)…"), this, [this] { exportAs(Format::Svg); });
  menu->addAction(tr("Values (CSV)…"), this, [this] { exportAs(Format::Csv); });
  m_export->setMenu(menu);
}

QWidget* ChartsPanel::makeFoot() {
  auto* foot = new QWidget(this);
  m_from = new QLabel(foot);
  m_from->setProperty("role", QStringLiteral("muted"));
  m_slider = new QSlider(Qt::Horizontal, foot);
  m_slider->setRange(0, kAxisEnd);
  m_slider->setValue(kAxisEnd);
  m_slider->setPageStep(kAxisEnd / 10);
  m_slider->setAccessibleName(tr("Part of the past that the charts show"));
  m_slider->setToolTip(tr("Go back in the charts; the right end is live"));
  m_live = new QToolButton(foot);
  m_live->setText(tr("Live"));
  m_live->setCheckable(true);
  m_live->setChecked(true);
  m_live->setAccessibleName(tr("Live end of the charts"));
  m_live->setToolTip(tr("Back to now, in the charts and in the events"));
  connect(m_slider, &QSlider::valueChanged, this, &ChartsPanel::slide);
  connect(m_live, &QToolButton::clicked, this, [this] {
    goLive();
    Q_EMIT liveWanted();
  });
  m_footRow = new QHBoxLayout(foot);
  m_footRow->setContentsMargins(2, 0, 0, 0);
  m_footRow->setSpacing(8);
  m_footRow->addWidget(m_from);
  m_footRow->addWidget(m_slider, 1);
  m_footRow->addWidget(m_live);
  return foot;
}

void ChartsPanel::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (m_cards[0] == nullptr) QTimer::singleShot(0, this, &ChartsPanel::build);
}

void ChartsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  drawSoon();
}

void ChartsPanel::build() {
  if (m_cards[0] != nullptr) return;
  const std::array<std::array<QString, 3>, kKinds> texts{{
      {tr("Ready / desired"), tr("Ready"), tr("Ready pods; the dashed line is what is desired.")},
      {tr("Versions"), tr("Versions"), tr("Pods by version, one on top of the other.")},
      {tr("CPU / target"), tr("CPU"),
       tr("Average CPU of the serving pods in percent; the dashed line is the autoscaler's target.")},
      {tr("Restarts / min"), tr("Restarts"), tr("Container restarts in the minute before.")},
      {tr("Events / min"), tr("Events"), tr("Events of all services in the minute before.")},
  }};
  const QString keys =
      tr("Point at it, or use Left and Right, to see the values of all charts at that moment. Click, or Enter: what "
         "happened then?");
  for (std::size_t i = 0; i < kKinds; ++i) {
    m_cards[i] = new ChartCard(texts[i][0], texts[i][1], m_field);
    m_cards[i]->explain(texts[i][2], keys);
    m_cards[i]->setObjectName(QStringLiteral("chart%1").arg(i));
    connectCard(m_cards[i]);
  }
  arrangeCards();
  draw();
}

// A chart loses the focus, and says so, while the panel goes: to nobody.
ChartsPanel::~ChartsPanel() {
  for (ChartCard* card : m_cards) {
    if (card != nullptr) card->view()->disconnect(this);
  }
}

void ChartsPanel::connectCard(ChartCard* card) {
  ChartView* view = card->view();
  connect(view, &ChartView::pointedAt, this, [this](SimTime t) { pointAt(t); });
  connect(view, &ChartView::left, this, [this] { pointAt(std::nullopt); });
  connect(view, &ChartView::chosen, this, &ChartsPanel::chooseMoment);
  connect(view, &ChartView::stepped, this, &ChartsPanel::step);
}

void ChartsPanel::arrangeCards() {
  if (m_cards[0] == nullptr) return;
  const std::vector<ChartCard*> shown = shownCards();
  const int count = static_cast<int>(shown.size());
  for (ChartCard* card : m_cards) card->setVisible(std::find(shown.begin(), shown.end(), card) != shown.end());
  const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
  const int high = m_scroll->height();
  int width = m_scroll->width();
  const auto columnsIn = [count](int room) {
    return std::clamp((room + kGap) / (theme::scaled(kCardWidth) + kGap), 1, count);
  };
  int columns = columnsIn(width);
  const auto rowsOf = [count](int of) { return (count + of - 1) / of; };
  // Whole cards are in sight at a time, never halves.
  const int seen = std::clamp((high + kGap) / (theme::scaled(kCardHeight) + kGap), 1, rowsOf(columns));
  if (rowsOf(columns) > seen) {
    width -= bar;
    columns = columnsIn(width);
  }
  const int rows = rowsOf(columns);
  const int wide = (width - kGap * (columns - 1)) / columns;
  const int tall = std::max(60, (high - kGap * (seen - 1)) / seen);
  for (int i = 0; i < count; ++i)
    shown[static_cast<std::size_t>(i)]->setGeometry(i % columns * (wide + kGap), i / columns * (tall + kGap), wide,
                                                    tall);
  m_field->resize(width, rows * tall + (rows - 1) * kGap);
  m_scroll->verticalScrollBar()->setSingleStep(tall + kGap);
}

// Their room changes with the panel's size, and with what stands above and below them.
bool ChartsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_scroll && event->type() == QEvent::Resize) arrangeCards();
  return QWidget::eventFilter(watched, event);
}

void ChartsPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::StyleChange || m_slider == nullptr) return;
  arrangeCards();
  drawSoon();
}

SimTime ChartsPanel::beginning() const {
  const auto& samples = m_store.of(m_service.toStdString());
  return samples.empty() ? 0 : samples.front().t;
}

TimeWindow ChartsPanel::window() const {
  const SimTime span = m_span->currentData().toLongLong();
  const SimTime end = m_end.value_or(m_now);
  if (span == 0) return {beginning(), std::max(end, beginning() + 1000), std::min(end, m_now)};
  // From the beginning on the axis stands still until it is full.
  const SimTime from = std::max<SimTime>(0, end - span);
  return {from, from + span, std::min(m_now, from + span)};
}

void ChartsPanel::setFrame(const Frame& frame) {
  const bool changed = frame.snapshot != m_snapshot;
  const bool back = frame.clock.t < m_now;
  m_snapshot = frame.snapshot;
  if (m_snapshot && changed) m_store.record(*m_snapshot);
  m_now = frame.clock.t;
  if (back) {
    m_end.reset();
    m_marked.reset();
    m_cursor.reset();
  }
  if (changed || back) drawSoon();
}

void ChartsPanel::setNow(SimTime now) {
  m_now = now;
  const TimeWindow seen = window();
  if (!m_end && std::abs(now - m_drawnAt) >= std::max<Millis>(500, (seen.to - seen.from) / kPixels)) drawSoon();
}

void ChartsPanel::setService(const QString& service) {
  if (m_service == service) return;
  m_service = service;
  draw();
}

void ChartsPanel::slide(int value) {
  const SimTime span = m_span->currentData().toLongLong();
  const SimTime first = beginning() + span;
  if (span == 0 || value == kAxisEnd || first >= m_now)
    m_end.reset();
  else
    m_end = first + (m_now - first) * value / kAxisEnd;
  draw();
}

void ChartsPanel::showSlider() {
  const SimTime span = m_span->currentData().toLongLong();
  const SimTime first = beginning() + span;
  const bool somewhere = span != 0 && first < m_now;
  m_slider->setEnabled(somewhere);
  const QSignalBlocker quiet(m_slider);
  if (!m_end || !somewhere)
    m_slider->setValue(kAxisEnd);
  else if (!m_slider->isSliderDown())
    m_slider->setValue(
        static_cast<int>(std::clamp<SimTime>((*m_end - first) * kAxisEnd / (m_now - first), 0, kAxisEnd)));
  m_from->setText(words::clock(window().from));
  m_live->setChecked(isLive());
}

void ChartsPanel::goLive() {
  m_end.reset();
  m_marked.reset();
  m_cursor.reset();
  draw();
}

const ServiceEntry* ChartsPanel::entry() const {
  return m_snapshot ? m_snapshot->find(m_service.toStdString()) : nullptr;
}

void ChartsPanel::drawSoon() {
  if (!m_later.isActive()) m_later.start();
}

void ChartsPanel::draw() {
  m_later.stop();
  m_title->setText(m_service.isEmpty() ? tr("Charts") : m_service);
  if (!isVisible()) return;
  m_drawnAt = m_now;
  showSlider();
  if (m_cards[0] == nullptr) return;
  const TimeWindow seen = window();
  for (ChartCard* card : m_cards) {
    card->view()->setWindow(seen);
    card->view()->setMark(m_marked);
  }
  const ServiceEntry* service = entry();
  const auto& samples = m_store.of(m_service.toStdString());
  const bool nothing = service == nullptr || samples.empty();
  for (ChartCard* card : m_cards)
    card->view()->setNote(nothing ? tr("Nothing to draw yet: choose a service, or apply one.") : QString());
  if (nothing) {
    for (const Kind kind : {Kind::Ready, Kind::Cpu, Kind::Restarts, Kind::Events})
      card(kind)->setLines({}, theme::colours().muted, {});
    card(Kind::Versions)->setBands({});
  } else {
    drawCards(*service, samples);
  }
  showValues();
}

void ChartsPanel::drawCards(const ServiceEntry& service, const std::deque<Sample>& samples) {
  const theme::Colours& c = theme::colours();
  const TimeWindow seen = window();
  const auto step = [&](auto&& value) { return stepLine(samples, seen, value); };
  card(Kind::Ready)
      ->setLines(step([](const Sample& s) { return static_cast<double>(s.ready); }), c.good,
                 step([](const Sample& s) { return static_cast<double>(s.desired); }));
  const auto& autoscale = service.state->spec->autoscale;
  QList<QPointF> target;
  if (autoscale) {
    const auto percent = static_cast<double>(autoscale->targetCpu);
    target = {{chartSeconds(seen.from), percent}, {chartSeconds(seen.to), percent}};
  }
  card(Kind::Cpu)->setLines(step([](const Sample& s) { return s.cpu.value_or(0); }), c.accent, target);
  const QList<QPointF> restarts = sampledLine(seen, samples.front().t, kKeySteps, [&](SimTime t) {
    return static_cast<double>(SeriesStore::restartsPerMinute(samples, t));
  });
  const bool any = std::any_of(restarts.begin(), restarts.end(), [](const QPointF& p) { return p.y() > 0; });
  card(Kind::Restarts)->setLines(restarts, any ? c.bad : c.muted, {});
  card(Kind::Events)
      ->setLines(sampledLine(seen, 0, kKeySteps,
                             [this](SimTime t) { return static_cast<double>(m_store.eventsPerMinute(t)); }),
                 theme::mix(c.accent, c.text, 0.5), {});
  std::vector<ChartCard::Band> bands;
  for (VersionBand& band : versionBands(samples, seen)) {
    const bool known = static_cast<std::size_t>(band.version) < service.state->versions.size();
    bands.push_back({std::move(band.lower), std::move(band.upper),
                     known ? theme::versionColour(*service.state, band.version) : c.muted});
  }
  card(Kind::Versions)->setBands(bands);
}

std::vector<ChartCard::Piece> ChartsPanel::versionPieces(const ServiceState& service, const Sample& sample) const {
  std::vector<ChartCard::Piece> pieces;
  for (const VersionPods& v : sample.versions) {
    if (v.version == kNoVersion || static_cast<std::size_t>(v.version) >= service.versions.size()) continue;
    const QString digest = words::text(service.versions[static_cast<std::size_t>(v.version)].digest);
    const QString name = digest.size() > 8 ? digest.left(7) + QChar(0x2026) : digest;
    pieces.push_back({name + QLatin1Char(' ') + words::shortCount(v.pods), theme::versionColour(service, v.version)});
  }
  if (pieces.size() > 2) pieces.erase(pieces.begin(), pieces.end() - 2);
  if (pieces.empty()) pieces.push_back({QStringLiteral("–"), theme::colours().muted});
  return pieces;
}

void ChartsPanel::showValues() {
  if (m_cards[0] == nullptr) return;
  const theme::Colours& c = theme::colours();
  const std::optional<SimTime> pointing = m_cursor ? m_cursor : m_marked;
  const SimTime t = pointing.value_or(m_end ? window().now : m_now);
  m_moment->setText(pointing ? tr("at %1").arg(words::clock(*pointing)) : QString());
  const ServiceEntry* service = entry();
  const auto& samples = m_store.of(m_service.toStdString());
  if (service != nullptr && SeriesStore::at(samples, t) != nullptr)
    return showValuesAt(t, *service, samples, m_cursor.has_value());
  for (ChartCard* card : m_cards) {
    card->setValue({{QStringLiteral("–"), c.muted}});
    card->view()->setCursor(m_cursor, std::nullopt);
  }
}

void ChartsPanel::showValuesAt(SimTime t, const ServiceEntry& service, const std::deque<Sample>& samples,
                               bool pointing) {
  const theme::Colours& c = theme::colours();
  const Sample& sample = *SeriesStore::at(samples, t);
  const std::int64_t restarts = SeriesStore::restartsPerMinute(samples, t);
  const std::int64_t events = m_store.eventsPerMinute(t);
  const auto& autoscale = service.state->spec->autoscale;
  const bool hot = sample.cpu && autoscale && *sample.cpu > autoscale->targetCpu;
  card(Kind::Ready)
      ->setValue({{words::pair(sample.ready, sample.desired), sample.ready >= sample.desired ? c.good : c.attention}});
  card(Kind::Versions)->setValue(versionPieces(*service.state, sample));
  card(Kind::Cpu)->setValue(
      {{sample.cpu ? tr("%1 %").arg(words::count(std::llround(*sample.cpu))) : QStringLiteral("–"),
        hot ? c.attention : c.accent}});
  card(Kind::Restarts)->setValue({{words::count(restarts), restarts > 0 ? c.bad : c.muted}});
  card(Kind::Events)->setValue({{words::count(events), c.text}});
  std::array<std::optional<double>, kKinds> heights{};
  if (pointing) {
    heights = {static_cast<double>(sample.ready), std::nullopt, sample.cpu, static_cast<double>(restarts),
               static_cast<double>(events)};
  }
  for (std::size_t i = 0; i < kKinds; ++i) m_cards[i]->view()->setCursor(m_cursor, heights[i]);
}

void ChartsPanel::pointAt(std::optional<SimTime> t) {
  if (m_cursor == t) return;
  m_cursor = t;
  showValues();
}

void ChartsPanel::step(ChartView::Step step) {
  const TimeWindow seen = window();
  const Millis one = std::max<Millis>(100, (seen.to - seen.from) / kKeySteps);
  const SimTime at = m_cursor.value_or(m_marked.value_or(seen.now));
  const auto to = [&](SimTime t) { pointAt(std::clamp(t, seen.from, seen.now)); };
  switch (step) {
    case ChartView::Step::Back:
      return to(at - one);
    case ChartView::Step::On:
      return to(at + one);
    case ChartView::Step::FarBack:
      return to(at - 10 * one);
    case ChartView::Step::FarOn:
      return to(at + 10 * one);
    case ChartView::Step::First:
      return to(seen.from);
    case ChartView::Step::Last:
      return to(seen.now);
    case ChartView::Step::Choose:
      return chooseMoment(at);
    case ChartView::Step::Leave:
      goLive();
      Q_EMIT liveWanted();
  }
}

void ChartsPanel::chooseMoment(SimTime t) {
  // The picture stands still where it is, so that what is marked stays in sight.
  if (m_span->currentData().toLongLong() != 0) m_end = window().to;
  m_marked = t;
  draw();
  Q_EMIT momentChosen(t);
}

}  // namespace perfect
