// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chrome/top_bar.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <array>

#include "app/desktop/chrome/actions.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr std::array<std::int64_t, 10> kSpeeds{250, 500, 1000, 2000, 5000, 10000, 25000, 50000, 100000, kSpeedMax};
/// What makes room, one after the other, where the bar is too narrow for everything.
enum Narrowing {
  kEverything,
  kSearchSign,
  kGuidesSigns,
  kNoBrand,
  kTimeSigns,
  kShortSpeed,
  kPlaySign,
  kNoGuides,
  kNoExamples
};
constexpr std::array kNarrowings{kEverything, kSearchSign, kGuidesSigns, kNoBrand,   kTimeSigns,
                                 kShortSpeed, kPlaySign,   kNoGuides,    kNoExamples};

}  // namespace

TopBar::TopBar(QWidget* parent) : QFrame(parent) {
  setProperty("role", QStringLiteral("bar"));
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(14, 8, 12, 8);
  layout->setSpacing(8);
  layout->setSizeConstraint(QLayout::SetNoConstraint);
  m_brand = new QLabel(tr("PERFECT SYSTEM"), this);
  theme::dress(*m_brand, {theme::Tone::Text, theme::kTitle, true});
  layout->addWidget(m_brand);
  layout->addSpacing(4);
  buildStart();
  layout->addStretch(1);
  buildTime();
  layout->addStretch(1);
  buildRight();
}

QList<std::int64_t> TopBar::speeds() { return {kSpeeds.begin(), kSpeeds.end()}; }

QToolButton* TopBar::makeButton(int glyph, const QString& text, const QString& name, const QString& tip) {
  auto* button = new QToolButton(this);
  button->setIcon(theme::icon(static_cast<theme::Glyph>(glyph), theme::Tone::Text));
  button->setText(text);
  button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  button->setAccessibleName(name);
  button->setToolTip(tip);
  button->setFocusPolicy(Qt::TabFocus);
  layout()->addWidget(button);
  return button;
}

void TopBar::buildStart() {
  m_play = new QPushButton(tr("Play Demo"), this);
  m_play->setProperty("role", QStringLiteral("primary"));
  m_play->setIcon(theme::icon(theme::Glyph::Play, theme::Tone::AccentText));
  m_play->setObjectName(QStringLiteral("playDemo"));
  m_play->setFocusPolicy(Qt::TabFocus);  // whoever clicks it pauses with Space afterwards
  m_play->setAccessibleName(tr("Play Demo"));
  m_play->setToolTip(tr("A guided minute: rollouts, chaos, healing, autoscaling (Ctrl+D)"));
  layout()->addWidget(m_play);
  connect(m_play, &QPushButton::clicked, this,
          [this] { m_playing ? Q_EMIT stopPlayWanted() : Q_EMIT playDemoWanted(); });

  m_examples = new QToolButton(this);
  m_examples->setObjectName(QStringLiteral("examples"));
  m_examples->setText(tr("Examples"));
  m_examples->setAccessibleName(tr("Examples"));
  m_examples->setToolTip(tr("Lessons to play, and manifests to begin with; those open in the editor"));
  m_examples->setPopupMode(QToolButton::InstantPopup);
  m_examples->setFocusPolicy(Qt::TabFocus);
  m_examplesMenu = new QMenu(m_examples);
  m_examples->setMenu(m_examplesMenu);
  layout()->addWidget(m_examples);
  connect(m_examplesMenu, &QMenu::aboutToShow, this, &TopBar::examplesOpened);
  setExamples({});
}

void TopBar::setExamples(const QStringList& names) {
  m_exampleNames = names;
  listExamples();
}

void TopBar::setLessons(const std::vector<Lesson>& lessons) {
  m_lessons = lessons;
  listExamples();
}

void TopBar::listExamples() {
  m_examplesMenu->clear();
  for (const Lesson& lesson : m_lessons) {
    m_examplesMenu->addAction(words::told(lesson.title.toStdString()), this,
                              [this, path = lesson.path] { Q_EMIT lessonWanted(path); });
  }
  if (!m_lessons.empty()) m_examplesMenu->addSeparator();
  for (const QString& name : m_exampleNames) {
    m_examplesMenu->addAction(name, this, [this, name] { Q_EMIT exampleWanted(name); });
  }
  if (!m_exampleNames.isEmpty()) m_examplesMenu->addSeparator();
  m_examplesMenu->addAction(tr("Open a file…"), this, &TopBar::openWanted);
}

void TopBar::buildTime() {
  m_reset =
      makeButton(static_cast<int>(theme::Glyph::Reset), {}, tr("Reset"), tr("Begin anew with an empty Grid (Ctrl+R)"));
  m_pause = makeButton(static_cast<int>(theme::Glyph::Pause), tr("Pause"), tr("Pause or resume"),
                       tr("Pause or resume the clock (Space)"));
  m_step = makeButton(static_cast<int>(theme::Glyph::Step), tr("Step"), tr("Step"),
                      tr("Go to just behind the controller's next tick, then pause (.)"));
  m_clock = new QLabel(QStringLiteral("00:00.0"), this);
  theme::dress(*m_clock, {theme::Tone::Accent, theme::kNarration, false, true});
  m_clock->setAlignment(Qt::AlignCenter);
  m_clock->setAccessibleName(tr("Simulated time"));
  m_clock->setToolTip(tr("Simulated time since the world began"));
  layout()->addWidget(m_clock);
  m_speed = new QToolButton(this);
  m_speed->setText(tr("speed %1").arg(words::speed(m_speedMilli)));
  m_speed->setAccessibleName(tr("Speed"));
  m_speed->setToolTip(tr("Simulated seconds per second (+ and − with Ctrl)"));
  m_speed->setPopupMode(QToolButton::InstantPopup);
  m_speed->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(m_speed);
  for (const std::int64_t speed : kSpeeds) {
    menu->addAction(words::speed(speed), this, [this, speed] { Q_EMIT speedWanted(speed); });
  }
  menu->addSeparator();
  menu->addAction(tr("Run until…"), this, &TopBar::runUntilWanted);
  m_speed->setMenu(menu);
  layout()->addWidget(m_speed);
  m_reset->setObjectName(QStringLiteral("reset"));
  m_pause->setObjectName(QStringLiteral("pause"));
  m_step->setObjectName(QStringLiteral("step"));
  m_speed->setObjectName(QStringLiteral("speed"));
  m_until = makeButton(static_cast<int>(theme::Glyph::Until), {}, tr("Run until"),
                       tr("Run to a time, to the next event, or until all is stable (U)"));
  connect(m_until, &QToolButton::clicked, this, &TopBar::runUntilWanted);
  connect(m_reset, &QToolButton::clicked, this, &TopBar::resetWanted);
  connect(m_pause, &QToolButton::clicked, this, &TopBar::pauseToggled);
  connect(m_step, &QToolButton::clicked, this, &TopBar::stepWanted);
}

void TopBar::buildRight() {
  m_search = makeButton(static_cast<int>(theme::Glyph::Search), tr("Search or command…  Ctrl K"), tr("Command palette"),
                        tr("Every command, service, pod, example, theme and help page (Ctrl+K)"));
  m_search->setProperty("role", QStringLiteral("field"));
  connect(m_search, &QToolButton::clicked, this, &TopBar::paletteWanted);
  m_explain = makeButton(static_cast<int>(theme::Glyph::Explain), tr("Explain"), tr("Explain Mode"),
                         tr("Explain Mode: every event says why it happened (Ctrl+E)"));
  m_explain->setObjectName(QStringLiteral("explain"));
  m_explain->setCheckable(true);
  m_tour = makeButton(static_cast<int>(theme::Glyph::Next), tr("Tour"), tr("Guided Tour"),
                      tr("Twelve short steps on the real window; it goes on where you left it"));
  m_tour->setObjectName(QStringLiteral("tour"));
  connect(m_tour, &QToolButton::clicked, this, &TopBar::tourWanted);
  m_help = makeButton(static_cast<int>(theme::Glyph::Help), tr("Help"), tr("Help"),
                      tr("The mental model in thirty seconds (F1)"));
  m_help->setObjectName(QStringLiteral("help"));
  m_help->setPopupMode(QToolButton::InstantPopup);
  m_menu = makeButton(static_cast<int>(theme::Glyph::Menu), {}, tr("Menu"), tr("Every command, in a menu (F10)"));
  m_menu->setPopupMode(QToolButton::InstantPopup);
  connect(m_explain, &QToolButton::toggled, this, &TopBar::explainToggled);
}

void TopBar::setActions(const Actions& actions) {
  m_actions = &actions;
  m_menu->setMenu(actions.makeMenu(m_menu));
  auto* help = new QMenu(m_help);
  connect(help, &QMenu::aboutToShow, this, [this, help] { m_actions->fill(*help, Actions::Group::Help); });
  m_help->setMenu(help);
}

void TopBar::openMenu() { m_menu->showMenu(); }

void TopBar::setTimeOnly(bool on) {
  m_timeOnly = on;
  fit();
}

void TopBar::setExplain(bool on) { m_explain->setChecked(on); }

void TopBar::setFrame(const Frame& frame) {
  setClock(frame.clock);
  if (frame.play.playing == m_playing) return;
  m_playing = frame.play.playing;
  m_play->setIcon(theme::icon(m_playing ? theme::Glyph::Stop : theme::Glyph::Play, theme::Tone::AccentText));
  m_play->setToolTip(m_playing ? tr("Stop and bring back what was there before")
                               : tr("A guided minute: rollouts, chaos, healing, autoscaling (Ctrl+D)"));
  m_play->setAccessibleName(m_playing ? tr("Stop") : tr("Play Demo"));
  fit();
}

void TopBar::setClock(const ClockState& clock) {
  const QString time = words::clock(clock.t);
  const bool refit = time.size() != m_clock->text().size() || clock.speedMilli != m_speedMilli;
  m_clock->setText(time);
  m_speedMilli = clock.speedMilli;
  if (refit) fit();
  if (clock.paused == m_paused) return;
  m_paused = clock.paused;
  m_pause->setText(m_paused ? tr("Resume") : tr("Pause"));
  m_pause->setIcon(theme::icon(m_paused ? theme::Glyph::Play : theme::Glyph::Pause, theme::Tone::Text));
  fit();
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit();
}

void TopBar::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::StyleChange && m_menu != nullptr) fit();
}

// By what the words really need, in this language, this font and at this size of type.
void TopBar::fit() {
  for (QWidget* other : {static_cast<QWidget*>(m_play), static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_help),
                         static_cast<QWidget*>(m_menu)})
    other->setVisible(!m_timeOnly);
  for (const Narrowing narrowing : kNarrowings) {
    makeRoom(narrowing);
    layout()->invalidate();
    if (layout()->totalSizeHint().width() <= width()) return;
  }
}

void TopBar::makeRoom(int narrowing) {
  const auto spell = [](QToolButton* button, bool shown) {
    const auto style = shown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    if (button->toolButtonStyle() != style) button->setToolButtonStyle(style);
  };
  spell(m_search, narrowing < kSearchSign);
  for (QToolButton* button : {m_explain, m_tour, m_help}) spell(button, narrowing < kGuidesSigns);
  m_brand->setVisible(!m_timeOnly && narrowing < kNoBrand);
  for (QToolButton* button : {m_pause, m_step}) spell(button, narrowing < kTimeSigns);
  const QString speed = words::speed(m_speedMilli);
  m_speed->setText(narrowing < kShortSpeed ? tr("speed %1").arg(speed) : speed);
  const QString play = m_playing ? tr("Stop") : tr("Play Demo");
  m_play->setText(narrowing < kPlaySign ? play : QString());
  // Both are in the menu, examples in the palette too.
  for (QToolButton* button : {m_explain, m_tour}) button->setVisible(!m_timeOnly && narrowing < kNoGuides);
  m_examples->setVisible(!m_timeOnly && narrowing < kNoExamples);
}

}  // namespace perfect
