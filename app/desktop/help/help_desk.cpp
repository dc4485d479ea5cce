// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/help/help_desk.h"

#include <QApplication>
#include <QLineEdit>
#include <QTextDocumentFragment>
#include <QWhatsThis>
#include <QWhatsThisClickedEvent>
#include <QWidget>
#include <array>
#include <utility>

#include "app/desktop/help/help_pages.h"
#include "app/desktop/help/help_window.h"

namespace perfect {
namespace {

/// Rooms and controls by their object names.
constexpr std::array<std::pair<const char*, const char*>, 22> kPages{{
    {"topBar", "time"},         {"playDemo", "scenarios"}, {"examples", "scenarios"}, {"explain", "events"},
    {"help", "idea"},           {"tour", "idea"},          {"services", "service"},   {"grid", "pod"},
    {"narration", "scenarios"}, {"desiredPage", "fields"}, {"apply", "desired"},      {"diffPage", "desired"},
    {"rolloutPage", "canary"},  {"whyPage", "events"},     {"chaosPage", "chaos"},    {"alertsPage", "alerts"},
    {"comingUp", "events"},     {"events", "events"},      {"charts", "load"},        {"statusLine", "time"},
    {"pages", "window"},        {"tourCard", "idea"},
}};

QString namedPage(const QWidget& control) {
  const QString own = control.property("helpPage").toString();
  if (!own.isEmpty()) return own;
  const QString name = control.objectName();
  if (name.isEmpty()) return {};
  for (const auto& [object, page] : kPages) {
    if (name == QLatin1String(object)) return QString::fromLatin1(page);
  }
  return {};
}

/// What a page says first, for a room that has no words of its own.
QString firstWords(const QString& page) {
  const QString html = help::html(page);
  const qsizetype begin = html.indexOf(QLatin1String("<p>"));
  const qsizetype end = html.indexOf(QLatin1String("</p>"), begin);
  return begin < 0 ? QString() : QTextDocumentFragment::fromHtml(html.mid(begin, end - begin)).toPlainText();
}

QString whatItIs(const QWidget& control, const QString& page) {
  QString text = control.toolTip();
  if (text.isEmpty()) text = control.accessibleDescription();
  const QString name = control.accessibleName();
  if (!name.isEmpty() && !text.startsWith(name)) text = text.isEmpty() ? name : name + QStringLiteral(": ") + text;
  if (text.isEmpty() && !namedPage(control).isEmpty()) text = firstWords(page);
  if (text.isEmpty()) return {};
  return QStringLiteral("<p>%1</p><p><a href='help:%2'>%3</a></p>")
      .arg(text.toHtmlEscaped(), page, HelpDesk::tr("More: %1").arg(help::title(page)));
}

}  // namespace

HelpDesk::HelpDesk(QWidget& window) : QObject(&window), m_window(window) {}

QString HelpDesk::pageFor(const QWidget* control) {
  for (; control != nullptr; control = control->parentWidget()) {
    const QString page = namedPage(*control);
    if (!page.isEmpty()) return page;
  }
  return QStringLiteral("idea");
}

void HelpDesk::open(const QString& where) {
  if (m_help == nullptr) m_help = new HelpWindow(&m_window);
  m_help->search()->clear();  // what was looked for before has nothing to do with it
  m_help->open(where);
  m_help->show();
  m_help->raise();
  m_help->activateWindow();
  Q_EMIT opened();
}

void HelpDesk::openHere() { open(pageFor(m_window.focusWidget())); }

void HelpDesk::askWhatThisIs() {
  explainControls();
  qApp->removeEventFilter(this);
  qApp->installEventFilter(this);
  QWhatsThis::enterWhatsThisMode();
}

// Written down when it is asked for: tips change with what a control can do at the moment.
void HelpDesk::explainControls() {
  const auto explain = [](QWidget& control) {
    const bool ours = control.property("whatsThisByHelp").toBool();
    if (!control.whatsThis().isEmpty() && !ours) return;
    control.setProperty("whatsThisByHelp", true);
    control.setWhatsThis(whatItIs(control, pageFor(&control)));
  };
  for (QWidget* control : m_window.findChildren<QWidget*>()) {
    if (control->window() == &m_window) explain(*control);
  }
}

bool HelpDesk::eventFilter(QObject*, QEvent* event) {
  if (event->type() != QEvent::WhatsThisClicked) return false;
  const QString link = static_cast<QWhatsThisClickedEvent*>(event)->href();
  if (!link.startsWith(QLatin1String("help:"))) return false;
  open(link.mid(5));
  return true;
}

}  // namespace perfect
