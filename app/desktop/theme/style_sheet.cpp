// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/theme/style_sheet.h"

#include <QRegularExpression>
#include <array>
#include <cmath>
#include <utility>

#include "app/desktop/theme/dress.h"

namespace perfect::theme {
namespace {

const char* const kTemplate = R"(
QWidget { color: @text; }
QMainWindow, QDialog, QWidget#workspace { background: @panel; }
QWidget#centre { background: @ground; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="alert"] { background: @badGround; border: 1px solid @bad; border-radius: 8px; padding: 10px; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="section"] { color: @muted; font-weight: 600; letter-spacing: 1px; font-size: 12px; }

QPushButton, QToolButton { background: @raised; border: 1px solid @line; border-radius: 7px; padding: 5px 12px;
  min-height: 18px; }
QPushButton, QToolButton, QComboBox { icon-size: 16px; }
QToolButton { padding: 5px 9px; }
QPushButton:hover, QToolButton:hover { border-color: @accent; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @selection; border-color: @accent; }
QPushButton:focus, QToolButton:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; border-color: @faint; background: @panel; }
QPushButton[role="primary"], QToolButton[role="primary"] { background: @accent; color: @accentText; font-weight: 600;
  border-color: @accent; }
QPushButton[role="primary"]:hover { background: @accentHigh; }
QPushButton[role="primary"]:focus { border: 1px solid @text; }
QPushButton[role="primary"]:disabled { background: @selection; color: @muted; border-color: @line; }
QPushButton[role="choice"] { text-align: left; padding: 7px 14px; font-size: 16px; }
QPushButton[role="danger"] { border-color: @bad; color: @bad; }
QPushButton[role="danger"]:disabled { border-color: @faint; color: @disabled; }
QToolButton[role="fold"] { border-color: transparent; background: transparent; padding: 3px 4px; color: @muted; }
QToolButton[role="fold"]:focus, QToolButton[role="fold"]:hover { border-color: @accent; color: @text; }
QToolButton[role="small"] { padding: 1px 6px; min-height: 16px; }
QPushButton[role="emergency"] { background: @bad; color: @accentText; border-color: @bad; font-size: 15px; font-weight: 700;
  padding: 7px 20px; }
QPushButton[role="emergency"]:focus { border: 1px solid @text; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: url(:/icons/arrow-down@tint.svg); width: 9px; height: 9px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 7px; }
QPushButton[role="chip"]::menu-indicator { right: 9px; }

QMenu { background: @raised; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 14px; border-radius: 5px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QLineEdit, QAbstractSpinBox, QComboBox { background: @ground; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
  min-height: 18px; selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border-color: @accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @disabled; border-color: @faint; }
QAbstractSpinBox { padding-right: 20px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 18px; border: none;
  background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/icons/arrow-up@tint.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/arrow-down@tint.svg); width: 9px; height: 9px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/arrow-down@tint.svg); width: 9px; height: 9px; margin-right: 8px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; selection-background-color: @selection; }
QCheckBox, QRadioButton { spacing: 7px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid @muted; border-radius: 4px; background: @ground; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check@tint.svg); }
QCheckBox::indicator:disabled { border-color: @disabled; background: @panel; }
QCheckBox:disabled { color: @disabled; }

QSlider { min-height: 24px; background: transparent; }
QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: @line; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: @text; }
QSlider::handle:horizontal:focus { background: @accent; border: 2px solid @text; width: 12px; height: 12px; }
QSlider::handle:horizontal:disabled { background: @disabled; }

QTabWidget::pane { border: none; background: @panel; }
QTabWidget { background: @panel; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { color: @muted; background: transparent; border: 1px solid transparent; border-radius: 7px;
  padding: 6px 5px; margin: 6px 1px 4px 1px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; background: @selection; border-color: @line; }
QTabBar::tab:focus { border-color: @accent; }
QTabBar QToolButton { background: @raised; padding: 0; }

QScrollArea, QScrollArea > QWidget > QWidget#page { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; min-height: 26px; min-width: 26px; margin: 1px; }
QScrollBar::handle:hover { background: @accentDim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: @accent; }

QListView, QTableView, QTreeView, QTextBrowser { background: @panel; border: none; outline: 0;
  selection-background-color: @selection; selection-color: @text; }
QTableView { gridline-color: transparent; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @muted; border: none; padding: 2px 6px; font-size: 12px; }
QTableView::item { padding: 0 6px; border: none; }

QFrame[role="card"] { background: @raised; border: 1px solid @line; border-radius: 8px; }
QFrame[role="overlay"] { background: @raised; border: 2px solid @accent; border-radius: 10px; }
QFrame[role="overlay"] QListView { background: @raised; }
QToolButton[role="field"] { background: @ground; color: @muted; padding-right: 16px; }
QToolButton[role="fold"] { padding: 1px 4px; min-height: 14px; border-color: transparent; background: transparent; }
QToolButton[role="fold"]:checked { background: transparent; border-color: transparent; }
QToolButton[role="fold"]:focus, QToolButton[role="fold"]:hover { border-color: @accent; }
QFrame[role="band"] { background: @raised; border: 1px solid @accent; border-radius: 9px; }
QFrame[role="bar"] { background: @panel; border: none; border-bottom: 1px solid @line; }
QFrame[role="strip"] { background: @panel; border: none; border-top: 1px solid @line; border-bottom: 1px solid @line; }
QFrame[role="status"] { background: @panel; border: none; border-top: 1px solid @line; }
QFrame[role="alarm"] { background: @badGround; border: none; border-bottom: 1px solid @bad; }
QFrame[role="banner"] { background: @badGround; border: 1px solid @bad; border-radius: 9px; }
QFrame[role="notice"] { background: @selection; border: 1px solid @accent; border-radius: 9px; }
QPushButton[role="chip"] { border-radius: 11px; padding: 3px 11px; font-size: 13px; min-height: 18px; }
)";

/// Every size of two pixels and more grows; lines stay as fine as they are.
QString grown(const QString& sheet, double scale) {
  static const QRegularExpression size(QStringLiteral("(\\d+)px"));
  QString result;
  qsizetype from = 0;
  auto matches = size.globalMatch(sheet);
  while (matches.hasNext()) {
    const QRegularExpressionMatch match = matches.next();
    const int pixels = match.captured(1).toInt();
    const long wanted = pixels < 2 ? pixels : std::lround(pixels * scale);
    result += QStringView(sheet).sliced(from, match.capturedStart() - from);
    result += QString::number(wanted) + QStringLiteral("px");
    from = match.capturedEnd();
  }
  result += QStringView(sheet).sliced(from);
  return result;
}

/// What dress() writes into a label's property.
QString dresses() {
  QString sheet;
  const auto rule = [&sheet](const QString& word, const QString& what) {
    sheet += QStringLiteral("QLabel[dress~=\"%1\"], QPlainTextEdit[dress~=\"%1\"] { %2 }\n").arg(word, what);
  };
  for (int tone = 0; tone <= static_cast<int>(Tone::Version6); ++tone) {
    rule(QStringLiteral("t%1").arg(tone), QStringLiteral("color: %1;").arg(colour(static_cast<Tone>(tone)).name()));
  }
  for (const int size : {kSmall, 13, kBase, 15, kTitle, kNarration})
    rule(QStringLiteral("s%1").arg(size), QStringLiteral("font-size: %1px;").arg(size));
  rule(QStringLiteral("bold"), QStringLiteral("font-weight: 600;"));
  QStringList families;
  for (const QString& family : monoFont().families()) families << QLatin1Char('"') + family + QLatin1Char('"');
  rule(QStringLiteral("mono"), QStringLiteral("font-family: %1;").arg(families.join(QStringLiteral(", "))));
  return sheet;
}

}  // namespace

QString styleSheet(const Colours& c, double scale) {
  // Longer names first: "@accentText" must not be taken for "@accent".
  const std::array<std::pair<const char*, QColor>, 16> names{{
      {"@accentText", c.accentText},
      {"@accentHigh", mix(c.accent, c.text, 0.75)},
      {"@accentDim", mix(c.accent, c.panel, 0.5)},
      {"@badGround", mix(c.bad, c.panel, 0.16)},
      {"@selection", c.selection},
      {"@disabled", c.disabled},
      {"@ground", c.ground},
      {"@raised", c.raised},
      {"@accent", c.accent},
      {"@panel", c.panel},
      {"@muted", c.muted},
      {"@faint", mix(c.line, c.panel, 0.55)},
      {"@text", c.text},
      {"@line", c.line},
      {"@bad", c.bad},
      {"@good", c.good},
  }};
  QString sheet = QString::fromLatin1(kTemplate);
  for (const auto& [name, colour] : names) sheet.replace(QLatin1String(name), colour.name());
  sheet.replace(QLatin1String("@tint"), QLatin1String(c.light ? "-light" : ""));
  return grown(sheet + dresses(), scale);
}

}  // namespace perfect::theme
