// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/yaml_editor.h"

#include <QEvent>
#include <QFocusEvent>
#include <QFontInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <algorithm>

#include "app/desktop/editor/completion.h"
#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kErrorMarker = 4;
constexpr int kErrorIndicator = 9;
constexpr int kNumbers = 0;
constexpr int kSymbols = 1;

/// QScintilla understands one family and points only.
QFont inPoints(const QFont& font) {
  const QFontInfo resolved(font);
  QFont plain(resolved.family());
  plain.setPointSizeF(resolved.pointSizeF());
  return plain;
}

}  // namespace

YamlEditor::YamlEditor(QWidget* parent) : QsciScintilla(parent) {
  setUtf8(true);
  setEolMode(EolUnix);
  setIndentationsUseTabs(false);
  setIndentationWidth(2);
  setTabWidth(2);
  setAutoIndent(true);
  setBackspaceUnindents(true);
  setBraceMatching(SloppyBraceMatch);
  setWrapMode(WrapNone);
  setScrollWidth(1);
  setScrollWidthTracking(true);
  setFrameShape(QFrame::NoFrame);
  setMarginType(kNumbers, NumberMargin);
  setMarginType(kSymbols, SymbolMargin);
  setMarginWidth(kSymbols, 14);
  setMarginMarkerMask(kSymbols, 1 << kErrorMarker);
  setMarginWidth(2, 0);
  markerDefine(RightTriangle, kErrorMarker);
  indicatorDefine(SquiggleIndicator, kErrorIndicator);
  setAccessibleName(tr("Manifest editor"));
  setToolTip({});
  colourise();
  setAutoCompletionSource(AcsNone);
  connect(this, &QsciScintilla::SCN_CHARADDED, this, [this](int character) {
    if (QChar(character).isLetter()) complete(false);
  });
  connect(this, &QsciScintilla::SCN_AUTOCCOMPLETED, this,
          [this](const char* word, int, int, int) { completed(QString::fromUtf8(word)); });
}

void YamlEditor::colourise() {
  const theme::Colours& c = theme::colours();
  auto* lexer = this->lexer();
  if (lexer == nullptr) lexer = new QsciLexerYAML(this);
  const QFont mono = inPoints(theme::monoFont(theme::kBase));
  lexer->setDefaultFont(mono);
  lexer->setFont(mono);
  lexer->setDefaultPaper(c.ground);
  lexer->setPaper(c.ground);
  lexer->setDefaultColor(c.text);
  lexer->setColor(c.text);
  lexer->setColor(c.versions[0], QsciLexerYAML::Identifier);
  lexer->setColor(c.muted, QsciLexerYAML::Comment);
  lexer->setColor(c.versions[2], QsciLexerYAML::Number);
  lexer->setColor(c.attention, QsciLexerYAML::Keyword);
  lexer->setColor(c.attention, QsciLexerYAML::Reference);
  lexer->setColor(c.muted, QsciLexerYAML::DocumentDelimiter);
  lexer->setColor(c.muted, QsciLexerYAML::Operator);
  lexer->setColor(c.bad, QsciLexerYAML::SyntaxErrorMarker);
  lexer->setPaper(c.ground, QsciLexerYAML::SyntaxErrorMarker);
  lexer->setPaper(c.ground, QsciLexerYAML::DocumentDelimiter);
  lexer->setPaper(c.ground, QsciLexerYAML::Comment);
  for (int style = 0; style < 16; ++style) lexer->setEolFill(true, style);
  setLexer(lexer);
  setPaper(c.ground);
  setColor(c.text);
  setCaretForegroundColor(c.accent);
  setCaretLineVisible(true);
  setCaretLineBackgroundColor(theme::mix(c.accent, c.ground, 0.07));
  setSelectionBackgroundColor(c.selection);
  setSelectionForegroundColor(c.text);
  setMarginsBackgroundColor(c.panel);
  setMarginsForegroundColor(c.muted);
  setMarginsFont(inPoints(theme::monoFont(theme::kSmall)));
  setMatchedBraceBackgroundColor(c.selection);
  setMatchedBraceForegroundColor(c.accent);
  setMarkerForegroundColor(c.bad, kErrorMarker);
  setMarkerBackgroundColor(c.bad, kErrorMarker);
  setIndicatorForegroundColor(c.bad, kErrorIndicator);
  setMarginWidth(kNumbers, QStringLiteral("0000"));
}

void YamlEditor::changeEvent(QEvent* event) {
  QsciScintilla::changeEvent(event);
  if (event->type() == QEvent::StyleChange) colourise();
}

bool YamlEditor::event(QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    const bool tab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
    if (tab && m_tabLeaves && SendScintilla(SCI_AUTOCACTIVE) == 0)
      return focusNextPrevChild(key->key() == Qt::Key_Tab && (key->modifiers() & Qt::ShiftModifier) == 0);
  }
  return QsciScintilla::event(event);
}

void YamlEditor::focusInEvent(QFocusEvent* event) {
  m_tabLeaves = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QsciScintilla::focusInEvent(event);
}

void YamlEditor::keyPressEvent(QKeyEvent* event) {
  const bool listed = SendScintilla(SCI_AUTOCACTIVE) != 0;
  if (event->key() == Qt::Key_Escape && !listed)
    m_tabLeaves = true;
  else if (!event->text().isEmpty())
    m_tabLeaves = false;
  QsciScintilla::keyPressEvent(event);
}

void YamlEditor::markErrors(const ManifestErrors& errors) {
  markerDeleteAll(kErrorMarker);
  const int lastLine = std::max(0, lines() - 1);
  clearIndicatorRange(0, 0, lastLine, lineLength(lastLine), kErrorIndicator);
  for (const ManifestError& error : errors) {
    if (error.line < 1) continue;
    const int line = std::min(error.line - 1, lastLine);
    markerAdd(line, kErrorMarker);
    const int length = std::max(1, lineLength(line) - 1);
    const int from = std::clamp(error.column - 1, 0, std::max(0, length - 1));
    fillIndicatorRange(line, from, line, length, kErrorIndicator);
  }
}

QList<int> YamlEditor::markedLines() const {
  QList<int> marked;
  for (int line = markerFindNext(0, 1U << kErrorMarker); line >= 0;
       line = markerFindNext(line + 1, 1U << kErrorMarker)) {
    marked.append(line + 1);
  }
  return marked;
}

void YamlEditor::goTo(const ManifestError& error) {
  setCursorPosition(std::max(0, error.line - 1), std::max(0, error.column - 1));
  ensureLineVisible(std::max(0, error.line - 1));
  setFocus();
}

void YamlEditor::complete(bool asked) {
  int line = 0;
  int column = 0;
  getCursorPosition(&line, &column);
  const Completion completion = completionAt(text(), line, column);
  QStringList fitting;
  for (const QString& word : completion.words) {
    if (word.startsWith(completion.begun, Qt::CaseInsensitive) && word != completion.begun) fitting << word;
  }
  if (fitting.isEmpty() || (!asked && completion.begun.isEmpty())) {
    SendScintilla(SCI_AUTOCCANCEL);
    return;
  }
  // QScintilla asks for the screen the caret is on, and breaks where that is none: a window half outside.
  for (const auto back : {qsizetype{0}, completion.begun.size()}) {
    if (!onAScreen(SendScintilla(SCI_GETCURRENTPOS) - back)) return;
  }
  m_offersFields = completion.field;
  fitting.sort(Qt::CaseInsensitive);
  SendScintilla(SCI_AUTOCSETIGNORECASE, 1UL);
  SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(completion.begun.size()),
                fitting.join(u' ').toUtf8().constData());
}

bool YamlEditor::onAScreen(long position) {
  const auto at = static_cast<unsigned long>(std::max(0L, position));
  const QPoint place(static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, at)),
                     static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, at)));
  return QGuiApplication::screenAt(viewport()->mapToGlobal(place)) != nullptr;
}

void YamlEditor::completed(const QString& word) {
  if (!m_offersFields) return;
  int line = 0;
  int column = 0;
  getCursorPosition(&line, &column);
  if (text(line).mid(column).trimmed().startsWith(u':') || word.isEmpty()) return;
  insert(QStringLiteral(": "));
  setCursorPosition(line, column + 2);
}

}  // namespace perfect
