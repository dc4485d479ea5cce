// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/help/shortcut_page.h"

#include "app/desktop/help/help_window.h"

namespace perfect {

std::vector<ShortcutRow> shortcutRows() {
  const auto keys = [](const char* text) { return QString::fromUtf8(text); };
  return {
      {keys("F1"), HelpWindow::tr("help about what has the keyboard")},
      {keys("Shift+F1"), HelpWindow::tr("what is this? then click on it")},
      {keys("?"), HelpWindow::tr("this list")},
      {keys("Ctrl+D"), HelpWindow::tr("Play Demo")},
      {keys("[   ]"), HelpWindow::tr("in a show: back to the caption's start, on to the next caption")},
      {keys("1 … 9"), HelpWindow::tr("in a show: answer a question")},
      {keys("Space"), HelpWindow::tr("pause or resume")},
      {keys("."), HelpWindow::tr("step to just behind the next tick")},
      {keys("Ctrl++   Ctrl+−"), HelpWindow::tr("faster, slower")},
      {keys("Ctrl+R"), HelpWindow::tr("reset to an empty Grid")},
      {keys("Ctrl+E"), HelpWindow::tr("Explain Mode")},
      {keys("Ctrl+Return"), HelpWindow::tr("apply what stands in the editor")},
      {keys("Ctrl+O   Ctrl+S"), HelpWindow::tr("open a file, save the text")},
      {keys("Ctrl+1 … Ctrl+6"), HelpWindow::tr("Desired, Diff, Rollout, Why?, Chaos, Alerts")},
      {keys("Ctrl+G"), HelpWindow::tr("to the Grid")},
      {keys("← → ↑ ↓"), HelpWindow::tr("on the Grid: from pod to pod")},
      {keys("Return"), HelpWindow::tr("on the Grid: why is it so? On an event: its chain of causes")},
      {keys("+   −   0"), HelpWindow::tr("on the Grid: larger, smaller, everything in view")},
      {keys("F6"), HelpWindow::tr("to the next room of the window; in the tour: to its card and back")},
      {keys("Ctrl+,"), HelpWindow::tr("Preferences")},
      {keys("Esc"), HelpWindow::tr("leave the tour")},
  };
}

QString shortcutPage() {
  QString html = QStringLiteral("<h1>%1</h1>\n<table>").arg(HelpWindow::tr("Keyboard shortcuts"));
  for (const ShortcutRow& row : shortcutRows()) {
    html += QStringLiteral("<tr><td><b>%1</b></td><td>%2</td></tr>\n")
                .arg(row.keys.toHtmlEscaped().replace(QLatin1String("   "), QLatin1String(" &nbsp; ")),
                     row.does.toHtmlEscaped());
  }
  return html + QStringLiteral("</table>");
}

}  // namespace perfect
