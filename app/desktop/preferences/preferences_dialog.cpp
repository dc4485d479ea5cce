// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/alerts/alert_desk.h"
#include "app/desktop/preferences/alert_fields.h"
#include "app/desktop/preferences/preferences_page.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kNarrowDialog = 560;  // names stand above their fields

}  // namespace

PreferencesDialog::PreferencesDialog(AlertDesk& desk, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_fields(new AlertFields) {
  setWindowTitle(tr("Preferences"));
  auto* page = new QWidget;
  page->setObjectName(QStringLiteral("page"));
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(4, 4, 8, 4);
  column->setSpacing(10);
  column->addWidget(m_fields);
  column->addWidget(makeTestCard());
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(page);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  m_tabs = new QTabWidget(this);
  m_tabs->setAccessibleName(tr("Pages"));
  m_tabs->setDocumentMode(true);
  m_tabs->addTab(scroll, tr("E-mail alerts"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
  m_save = buttons->button(QDialogButtonBox::Save);
  m_save->setProperty("role", QStringLiteral("primary"));
  for (QAbstractButton* button : buttons->buttons()) button->setIcon({});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 8, 16, 14);
  layout->addWidget(m_tabs, 1);
  layout->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    for (PreferencesPage* kept : m_pages) kept->keep();
    m_desk.keep(m_fields->preferences());
    accept();
  });
  connect(m_fields, &AlertFields::edited, this, &PreferencesDialog::judge);
  connect(&m_desk, &AlertDesk::testDone, this, &PreferencesDialog::showTest);
  m_tabs->setUsesScrollButtons(true);
  read();
  resize(QSize(theme::scaled(660), theme::scaled(760)).boundedTo(screen()->availableSize() - QSize(40, 60)));
}

void PreferencesDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  fitRows();
}

void PreferencesDialog::fitRows() {
  const bool narrow = width() < theme::scaled(kNarrowDialog);
  for (QFormLayout* form : findChildren<QFormLayout*>())
    form->setRowWrapPolicy(narrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
  m_testRow->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QWidget* PreferencesDialog::makeTestCard() {
  auto* card = new QFrame;
  card->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(card);
  box->setContentsMargins(14, 10, 14, 12);
  m_test = new QPushButton(tr("Send a test mail"), card);
  m_test->setAccessibleName(m_test->text());
  m_test->setObjectName(QStringLiteral("sendTestMail"));
  m_test->setToolTip(tr("One mail at once, with what stands above; nothing is saved by it"));
  m_test->setAutoDefault(false);
  m_result = new QLabel(card);
  m_result->setWordWrap(true);
  m_result->setObjectName(QStringLiteral("testResult"));
  m_testRow = new QBoxLayout(QBoxLayout::LeftToRight);
  m_testRow->setSpacing(12);
  m_testRow->addWidget(m_test);
  m_testRow->addWidget(m_result, 1);
  box->addLayout(m_testRow);
  m_dialogue = new QPlainTextEdit(card);
  m_dialogue->setReadOnly(true);
  theme::dress(*m_dialogue, {theme::Tone::Text, theme::kSmall, false, true});
  m_dialogue->setLineWrapMode(QPlainTextEdit::NoWrap);
  m_dialogue->setMinimumHeight(190);
  m_dialogue->setAccessibleName(tr("What was said to the mail server and by it"));
  m_dialogue->hide();
  box->addWidget(m_dialogue);
  connect(m_test, &QPushButton::clicked, this, &PreferencesDialog::sendTest);
  return card;
}

void PreferencesDialog::addPage(PreferencesPage* page, const QString& title) {
  auto* scroll = new QScrollArea;
  scroll->setWidget(page);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  m_tabs->insertTab(static_cast<int>(m_pages.size()), scroll, title);
  m_pages.append(page);
  connect(page, &PreferencesPage::edited, this, &PreferencesDialog::judge);
  m_tabs->setCurrentIndex(0);
  fitRows();
  judge();
}

void PreferencesDialog::read() {
  m_fields->setKeychainNote(m_desk.keychainNote());
  m_fields->setTexts(m_desk.environment(), m_desk.preferences());
}

void PreferencesDialog::judge() {
  const auto setup = readAlertSetup(m_fields->effective());
  const bool good =
      std::all_of(m_pages.begin(), m_pages.end(), [](const PreferencesPage* page) { return page->good(); });
  m_save->setEnabled(setup.ok() && good);
  const bool can = setup.ok() && setup.value().mail.delivers();
  m_test->setEnabled(can && !m_waits);
  if (m_waits) return;
  theme::dress(*m_result, {theme::Tone::Muted});
  m_result->setText(can ? tr("Does it arrive?") : tr("A mail server and a recipient are needed for it."));
}

void PreferencesDialog::sendTest() {
  m_waits = true;
  m_test->setEnabled(false);
  theme::dress(*m_result, {theme::Tone::Muted});
  m_result->setText(tr("Talking to the mail server …"));
  m_dialogue->hide();
  m_desk.sendTest(m_fields->preferences());
}

void PreferencesDialog::showTest(bool sent, const QString& text, const QStringList& dialogue) {
  if (!m_waits) return;
  m_waits = false;
  judge();
  theme::dress(*m_result, {sent ? theme::Tone::Good : theme::Tone::Bad, theme::kBase, true});
  m_result->setText(text);
  m_dialogue->setPlainText(dialogue.join(u'\n'));
  m_dialogue->setVisible(!dialogue.isEmpty());
}

}  // namespace perfect
