// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/help/shortcut_page.h"

#include "app/desktop/chrome/actions.h"
#include "app/desktop/help/help_window.h"

namespace perfect {
namespace {

QString row(const QString& keys, const QString& name, const QString& help) {
  return QStringLiteral("<tr><td style='padding-right:18px'><b>%1</b></td><td>%2</td><td>%3</td></tr>\n")
      .arg(keys.toHtmlEscaped().replace(u' ', QChar(0x00a0)), name.toHtmlEscaped(), help.toHtmlEscaped());
}

QString section(const QString& title, const QString& rows) {
  return rows.isEmpty() ? QString() : QStringLiteral("<h2>%1</h2>\n<table>%2</table>\n").arg(title, rows);
}

}  // namespace

QString shortcutPage(const Actions& actions) {
  QString html = QStringLiteral("<h1>%1</h1>\n").arg(HelpWindow::tr("Keyboard shortcuts"));
  for (const Actions::Group group : Actions::groups()) {
    QString rows;
    for (const QAction* action : actions.all()) {
      if (Actions::groupOf(*action) != group || action->shortcuts().isEmpty()) continue;
      rows += row(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                      .replace(QLatin1String("; "), QStringLiteral("   ")),
                  action->text(), Actions::helpOf(*action));
    }
    html += section(Actions::groupName(group).toHtmlEscaped(), rows);
  }
  QString rows;
  for (const Actions::Note& note : actions.notes()) rows += row(note.keys, note.help, {});
  return html + section(HelpWindow::tr("On the Grid and in lists"), rows);
}

}  // namespace perfect
