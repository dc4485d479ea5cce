// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/help/help_browser.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QTextOption>
#include <algorithm>

#include "app/desktop/theme/theme.h"

namespace perfect {

namespace {

constexpr int kMostMarks = 500;
const QString kMayBreak = QStringLiteral("\u200b");

/// Names inside tables may go on after a point or an underline.
QString withBreaks(const QString& html) {
  static const QRegularExpression cell(QStringLiteral("<td.*?</td>"), QRegularExpression::DotMatchesEverythingOption);
  static const QRegularExpression joint(QStringLiteral("(?<=\\w[._])(?=\\w)(?![^<]*>)"));
  QString text;
  qsizetype done = 0;
  for (auto cells = cell.globalMatch(html); cells.hasNext();) {
    const QRegularExpressionMatch hit = cells.next();
    text += html.mid(done, hit.capturedStart() - done) + hit.captured().replace(joint, kMayBreak);
    done = hit.capturedEnd();
  }
  return text + html.mid(done);
}

}  // namespace

HelpBrowser::HelpBrowser(QWidget* parent) : QTextBrowser(parent) {
  setOpenLinks(false);
  setFrameShape(QFrame::NoFrame);
  setWordWrapMode(QTextOption::WordWrap);
}

void HelpBrowser::showPage(const QString& html) { setHtml(withBreaks(html)); }

void HelpBrowser::light(const QStringList& words) {
  QList<QTextEdit::ExtraSelection> marks;
  for (const QString& word : words) {
    QString pattern;
    for (const QChar c : word) pattern += QRegularExpression::escape(QString(c)) + QStringLiteral("\\x{200b}?");
    const QRegularExpression sought(pattern, QRegularExpression::CaseInsensitiveOption);
    QTextCursor at = document()->find(sought);
    for (; !at.isNull() && marks.size() < kMostMarks; at = document()->find(sought, at)) {
      QTextEdit::ExtraSelection mark;
      mark.cursor = at;
      mark.format.setBackground(theme::colours().selection);
      mark.format.setFontUnderline(true);
      marks << mark;
    }
  }
  setExtraSelections(marks);
}

QMimeData* HelpBrowser::createMimeDataFromSelection() const {
  QMimeData* copied = QTextBrowser::createMimeDataFromSelection();
  copied->setText(copied->text().remove(kMayBreak));
  if (copied->hasHtml()) copied->setHtml(copied->html().remove(kMayBreak));
  return copied;
}

}  // namespace perfect
