// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/narration/question_card.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>
#include <algorithm>

#include "app/desktop/theme/icons.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr int kMostKeys = 9;
constexpr qsizetype kShort = 26;  // choices of up to so many characters stand side by side

QLabel* makeLine(QWidget* parent, const theme::Dress& look) {
  auto* label = new QLabel(parent);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  theme::dress(*label, look);
  return label;
}

}  // namespace

QuestionCard::QuestionCard(QWidget* parent)
    : QWidget(parent),
      m_count(makeLine(this, {theme::Tone::Muted, 13})),
      m_text(makeLine(this, {theme::Tone::Text, theme::kNarration})),
      m_grid(new QGridLayout),
      m_verdict(makeLine(this, {theme::Tone::Text, theme::kTitle})),
      m_goOn(new QPushButton(tr("Go on"), this)) {
  setObjectName(QStringLiteral("question"));
  m_goOn->setObjectName(QStringLiteral("goOn"));
  m_goOn->setProperty("role", QStringLiteral("primary"));
  m_goOn->setAutoDefault(true);
  m_goOn->setAccessibleName(tr("Go on with the lesson"));
  m_goOn->setToolTip(tr("Time goes on (Enter)"));
  m_grid->setSpacing(8);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_verdict, 1);
  foot->addWidget(m_goOn, 0, Qt::AlignBottom);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 2, 0, 2);
  column->setSpacing(7);
  column->addWidget(m_count);
  column->addWidget(m_text);
  column->addLayout(m_grid);
  column->addLayout(foot);
  connect(m_goOn, &QPushButton::clicked, this, [this] { Q_EMIT answerGiven(m_number, m_choice); });
  for (int i = 0; i < kMostKeys; ++i) {
    auto* key = new QShortcut(QKeySequence(static_cast<Qt::Key>(Qt::Key_1 + i)), this);
    connect(key, &QShortcut::activated, this, [this, i] { choose(i); });
    m_keys << key;
  }
  clear();
}

QPushButton* QuestionCard::makeChoice(int place, const QString& text) {
  auto* button = new QPushButton(QStringLiteral("%1)   %2").arg(place + 1).arg(text), this);
  button->setProperty("role", QStringLiteral("choice"));
  button->setAutoDefault(true);
  button->setAccessibleName(tr("Answer %1: %2").arg(place + 1).arg(text));
  button->setToolTip(tr("Answer with this (%1)").arg(place + 1));
  connect(button, &QPushButton::clicked, this, [this, place] { choose(place); });
  return button;
}

// Of a question that is not ours no choice is told in other words, be it as short as one of ours ("all").
QString QuestionCard::toldChoice(const std::string& choice) const {
  const bool ours = words::told(m_question.question) != words::text(m_question.question);
  return ours ? words::told(choice) : words::text(choice);
}

void QuestionCard::present(const AskStep& question, int number, int questions) {
  if (number == m_number && question.question == m_question.question) return;
  clear();
  m_question = question;
  m_number = number;
  m_count->setText(tr("Question %1 of %2 · time waits for your answer").arg(number).arg(questions));
  m_text->setText(words::told(question.question));
  QStringList choices;
  for (const std::string& choice : question.choices) choices << toldChoice(choice);
  const bool brief =
      std::all_of(choices.begin(), choices.end(), [](const QString& choice) { return choice.size() <= kShort; });
  for (int place = 0; place < choices.size(); ++place) {
    QPushButton* button = makeChoice(place, choices[place]);
    m_grid->addWidget(button, brief ? place / 3 : place, brief ? place % 3 : 0);
    m_buttons << button;
    if (place < kMostKeys) m_keys[place]->setEnabled(true);
  }
  show();
  setAccessibleName(m_count->text());
  setAccessibleDescription(m_text->text());
  QAccessibleEvent told(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
}

void QuestionCard::clear() {
  m_number = 0;
  m_choice = -1;
  qDeleteAll(m_buttons);
  m_buttons.clear();
  m_count->show();
  for (QShortcut* key : m_keys) key->setEnabled(false);
  m_verdict->clear();
  m_goOn->hide();
  hide();
}

void QuestionCard::choose(int choice) {
  if (answered() || choice < 0 || choice >= m_buttons.size()) return;
  m_choice = choice;
  bool right = false;
  for (int i = 0; i < m_buttons.size(); ++i) {
    const bool correct = m_question.choices[static_cast<std::size_t>(i)] == m_question.answer;
    right = right || (correct && i == choice);
    if (correct) m_buttons[i]->setIcon(theme::icon(theme::Glyph::Check, theme::Tone::Good));
    if (!correct && i == choice) m_buttons[i]->setIcon(theme::icon(theme::Glyph::Cross, theme::Tone::Bad));
    m_buttons[i]->setEnabled(correct || i == choice);
  }
  for (QShortcut* key : m_keys) key->setEnabled(false);
  const QString head = right ? tr("Right.") : tr("Not quite: it is “%1”.").arg(toldChoice(m_question.answer));
  m_verdict->setText(head + QLatin1Char(' ') + words::told(m_question.because));
  theme::dress(*m_verdict, {right ? theme::Tone::Good : theme::Tone::Attention, theme::kTitle});
  m_goOn->show();
  QTimer::singleShot(0, this, &QuestionCard::makeRoom);  // once the card has got the height that it can have
  m_goOn->setFocus(Qt::OtherFocusReason);
  m_goOn->setAccessibleDescription(m_verdict->text());
  setAccessibleDescription(m_verdict->text());
  QAccessibleEvent told(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
}

void QuestionCard::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  makeRoom();
}

/// Large type in a small window: what counts after the answer is the answer, and why.
void QuestionCard::makeRoom() {
  if (!answered() || layout()->totalHeightForWidth(width()) <= height()) return;
  m_count->hide();
  for (QPushButton* button : m_buttons) button->setVisible(button->isEnabled());
}

QString QuestionCard::verdict() const { return m_verdict->text(); }

}  // namespace perfect
