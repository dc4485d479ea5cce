// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/chrome/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/desktop/chrome/actions.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

QString row(const QString& keys, const QString& name, const QString& help) {
  return QStringLiteral(
             "<tr><td style='padding:4px 18px 4px 0'><b>%1</b></td><td>%2 <span style='color:%4'>%3</span></td></tr>")
      .arg(keys.toHtmlEscaped().replace(u' ', QChar(0x00a0)), name.toHtmlEscaped(), help.toHtmlEscaped(),
           theme::colours().muted.name());
}

QString listOf(const Actions& actions) {
  QString html;
  for (const Actions::Group group : Actions::groups()) {
    QString rows;
    for (const QAction* action : actions.all()) {
      if (Actions::groupOf(*action) != group || action->shortcuts().isEmpty()) continue;
      rows += row(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                      .replace(QLatin1String("; "), QStringLiteral("   ")),
                  action->text(), Actions::helpOf(*action));
    }
    if (!rows.isEmpty())
      html += QStringLiteral("<h3>%1</h3><table>%2</table>").arg(Actions::groupName(group).toHtmlEscaped(), rows);
  }
  QString rows;
  for (const Actions::Note& note : actions.notes()) rows += row(note.keys, note.help, {});
  return html + QStringLiteral("<h3>%1</h3><table>%2</table>").arg(ShortcutSheet::tr("On the Grid and in lists"), rows);
}

}  // namespace

ShortcutSheet::ShortcutSheet(const Actions& actions, QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("shortcutSheet"));
  setWindowTitle(tr("Keyboard shortcuts"));
  auto* text = new QTextBrowser(this);
  text->document()->setDefaultFont(theme::uiFont(15));
  text->setHtml(listOf(actions));
  text->setAccessibleName(windowTitle());
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 12, 18, 14);
  layout->addWidget(text, 1);
  layout->addWidget(buttons);
  resize(QSize(theme::scaled(700), theme::scaled(620)).boundedTo(parent->size() - QSize(40, 40)));
}

}  // namespace perfect
