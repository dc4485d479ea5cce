// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/help/help_window.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/desktop/help/help_browser.h"
#include "app/desktop/help/help_pages.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kPageRole = Qt::UserRole;
constexpr int kText = 16;
constexpr int kMostZoom = 8;

/// Colours and distances of a page; sizes are relative to its font, so that it can be made larger.
QString pageStyle() {
  const theme::Colours& c = theme::colours();
  return QStringLiteral(
             "h1 { font-size: x-large; font-weight: 600; margin-bottom: 8px; }"
             "h2 { font-size: large; font-weight: 600; color: %1; margin-top: 18px; margin-bottom: 4px; }"
             "p, li { line-height: 130%; } p { margin-top: 6px; margin-bottom: 6px; }"
             "td, th { padding: 5px 18px 5px 0; } th { color: %2; text-align: left; font-weight: 400; }"
             ".fields td, .fields th { font-size: small; padding-right: 14px; }"
             "a { color: %3; text-decoration: none; } code { color: %4; }"
             ".source { color: %2; }")
      .arg(c.attention.name(), c.muted.name(), c.accent.name(), theme::mix(c.good, c.text, 0.6).name());
}

}  // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent, Qt::Window | Qt::WindowTitleHint | Qt::WindowSystemMenuHint | Qt::WindowMinMaxButtonsHint |
                          Qt::WindowCloseButtonHint),
      m_search(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_browser(new HelpBrowser(this)) {
  setObjectName(QStringLiteral("helpWindow"));
  setWindowTitle(tr("Help"));
  m_search->setPlaceholderText(tr("Search in Help"));
  m_search->setAccessibleName(tr("Search in Help"));
  m_search->setToolTip(tr("Pages that say all these words (Ctrl+F)"));
  m_search->setClearButtonEnabled(true);
  m_list->setAccessibleName(tr("Contents"));
  m_list->setWordWrap(true);
  m_browser->setAccessibleName(tr("Page"));
  m_browser->document()->setDocumentMargin(22);

  auto* tools = new QHBoxLayout;
  m_back = makeButton(QStringLiteral("←"), tr("Back"), tr("Alt+←"));
  m_forward = makeButton(QStringLiteral("→"), tr("Forward"), tr("Alt+→"));
  QToolButton* first = makeButton(tr("Contents"), tr("To the first page"), tr("Alt+Home"));
  QToolButton* smaller = makeButton(QStringLiteral("A−"), tr("Smaller text"), tr("Ctrl+−"));
  QToolButton* larger = makeButton(QStringLiteral("A+"), tr("Larger text"), tr("Ctrl++"));
  for (QToolButton* button : {m_back, m_forward, first}) tools->addWidget(button);
  tools->addStretch(1);
  for (QToolButton* button : {smaller, larger}) tools->addWidget(button);
  auto* left = new QWidget(this);
  auto* side = new QVBoxLayout(left);
  side->setContentsMargins(10, 10, 6, 10);
  side->addWidget(m_search);
  side->addWidget(m_list, 1);
  auto* right = new QWidget(this);
  auto* main = new QVBoxLayout(right);
  main->setContentsMargins(6, 10, 10, 10);
  main->addLayout(tools);
  main->addWidget(m_browser, 1);
  auto* split = new QSplitter(this);
  split->addWidget(left);
  split->addWidget(right);
  split->setChildrenCollapsible(false);
  split->setSizes({270, 650});
  split->setStretchFactor(1, 1);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(split);

  connect(m_back, &QToolButton::clicked, this, &HelpWindow::back);
  connect(m_forward, &QToolButton::clicked, this, &HelpWindow::forward);
  connect(first, &QToolButton::clicked, this, [this] { open(help::pages().first()); });
  connect(smaller, &QToolButton::clicked, this, [this] { zoom(-1); });
  connect(larger, &QToolButton::clicked, this, [this] { zoom(1); });
  connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
  connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::listHits);
  connect(m_search, &QLineEdit::returnPressed, this, [this] {
    if (m_list->currentItem() == nullptr && m_list->count() > 0) m_list->setCurrentRow(0);
    chosen();
  });
  connect(m_list, &QListWidget::currentItemChanged, this, &HelpWindow::chosen);
  const auto add = [this](const QKeySequence& keys, auto&& action) {
    connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
  };
  add(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { back(); });
  add(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { forward(); });
  add(QKeySequence(Qt::ALT | Qt::Key_Home), [this] { open(help::pages().first()); });
  add(QKeySequence::Find, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
  add(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { zoom(1); });
  add(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { zoom(1); });
  add(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { zoom(-1); });
  listContents();
  resize(QSize(940, 680).boundedTo(screen()->availableSize()));
}

QToolButton* HelpWindow::makeButton(const QString& text, const QString& name, const QString& keys) {
  auto* button = new QToolButton(this);
  button->setText(text);
  button->setAccessibleName(name);
  button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys));
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

// --- the list ------------------------------------------------------------------------------------------

void HelpWindow::listContents() {
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  for (const HelpChapter& chapter : help::chapters()) {
    auto* heading = new QListWidgetItem(chapter.title, m_list);
    heading->setFlags(Qt::NoItemFlags);
    heading->setFont(theme::uiFont(theme::kBase, QFont::DemiBold));
    for (const QString& page : chapter.pages) {
      auto* item = new QListWidgetItem(QStringLiteral("   ") + help::title(page), m_list);
      item->setData(kPageRole, page);
    }
  }
  showWhere();
}

void HelpWindow::listHits(const QString& text) {
  if (text.trimmed().isEmpty()) {
    listContents();
    markHits();
    return;
  }
  const QSignalBlocker quiet(m_list);
  m_list->clear();
  for (const HelpHit& hit : help::find(text)) {
    auto* item = new QListWidgetItem(QStringLiteral("%1\n%2").arg(hit.title, hit.excerpt), m_list);
    item->setData(kPageRole, hit.page);
  }
  if (m_list->count() == 0) {
    auto* none = new QListWidgetItem(tr("No page says this. Try one word, or look into the glossary."), m_list);
    none->setFlags(Qt::NoItemFlags);
  }
  markHits();
}

void HelpWindow::chosen() {
  const QListWidgetItem* item = m_list->currentItem();
  if (item == nullptr) return;
  const QString page = item->data(kPageRole).toString();
  if (!page.isEmpty() && page != m_page) open(page);
}

/// The list shows where one is.
void HelpWindow::showWhere() {
  const QSignalBlocker quiet(m_list);
  for (int row = 0; row < m_list->count(); ++row) {
    if (m_list->item(row)->data(kPageRole).toString() == m_page) m_list->setCurrentRow(row);
  }
}

// --- the page ------------------------------------------------------------------------------------------

void HelpWindow::open(const QString& where) {
  QString page = where.section(QLatin1Char('#'), 0, 0);
  if (help::html(page).isEmpty()) page = help::pages().first();
  if (!m_page.isEmpty() && page != m_page) {
    m_past << m_page;
    m_future.clear();
  }
  turnTo(page, where.section(QLatin1Char('#'), 1));
}

void HelpWindow::turnTo(const QString& page, const QString& place) {
  m_page = page;
  render();
  if (!place.isEmpty()) m_browser->scrollToAnchor(place);
  m_back->setEnabled(!m_past.isEmpty());
  m_forward->setEnabled(!m_future.isEmpty());
  setWindowTitle(tr("%1 · Help").arg(help::title(page)));
  showWhere();
}

void HelpWindow::back() {
  if (m_past.isEmpty()) return;
  m_future << m_page;
  turnTo(m_past.takeLast(), {});
}

void HelpWindow::forward() {
  if (m_future.isEmpty()) return;
  m_past << m_page;
  turnTo(m_future.takeLast(), {});
}

void HelpWindow::follow(const QUrl& link) {
  if (link.scheme() == QLatin1String("help")) open(link.toString().section(QLatin1Char(':'), 1));
}

void HelpWindow::render() {
  m_browser->document()->setDefaultFont(theme::uiFont(kText + 2 * m_zoom));
  m_browser->document()->setDefaultStyleSheet(pageStyle());
  m_browser->showPage(help::html(m_page));
  markHits();
}

/// Every place of the searched words is lit.
void HelpWindow::markHits() {
  m_browser->light(m_search->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

void HelpWindow::zoom(int direction) {
  m_zoom = std::clamp(m_zoom + direction, -1, kMostZoom);
  const int place = m_browser->verticalScrollBar()->value();
  render();
  m_browser->verticalScrollBar()->setValue(place);
}

void HelpWindow::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  // Another theme: the page's own colours follow.
  if (event->type() == QEvent::StyleChange && !m_page.isEmpty())
    QMetaObject::invokeMethod(this, &HelpWindow::render, Qt::QueuedConnection);
}

}  // namespace perfect
