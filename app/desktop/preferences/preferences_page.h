// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page of Preferences: cards with rows of a label, a field and a note.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace perfect {

class PreferencesPage : public QWidget {
  Q_OBJECT

 public:
  explicit PreferencesPage(QWidget* parent = nullptr);

  virtual bool good() const { return true; }
  /// What stands here holds from now on, or from the next start on where a note says so.
  virtual void keep() = 0;

 Q_SIGNALS:
  void edited();

 protected:
  QFormLayout* addCard(const QString& title);
  /// The note says what else is to be known of the field; it is hidden while it is empty.
  QLabel* addRow(QFormLayout* form, const QString& name, QWidget* field, const QString& tip);
  static void note(QLabel* label, const QString& text, bool bad);

 private:
  QVBoxLayout* m_column;
};

}  // namespace perfect
