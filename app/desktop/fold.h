// SPDX-License-Identifier: GPL-3.0-or-later
//
// A heading that hides and shows what stands below it, by mouse and keyboard.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>

class QToolButton;

namespace perfect {

class Fold final : public QWidget {
  Q_OBJECT

 public:
  /// Takes `content`.
  Fold(const QString& title, QWidget* content, bool open, QWidget* parent = nullptr);
  void setTitle(const QString& title);
  void setOpen(bool open);
  bool isOpen() const;
  QToolButton* heading() const { return m_heading; }

 Q_SIGNALS:
  void opened(bool open);

 private:
  QToolButton* m_heading;
  QWidget* m_content;
};

}  // namespace perfect
