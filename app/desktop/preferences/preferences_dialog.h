// SPDX-License-Identifier: GPL-3.0-or-later
//
// Preferences: pages of the window's own, and alerts by e-mail and whether they arrive.
// Thread rule: the GUI thread. The desk outlives the dialog.
#pragma once

#include <QDialog>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace perfect {

class AlertDesk;
class AlertFields;
class PreferencesPage;

class PreferencesDialog final : public QDialog {
  Q_OBJECT

 public:
  explicit PreferencesDialog(AlertDesk& desk, QWidget* parent = nullptr);

  /// Before those of mail: shown under this title; kept when the person saves. Save waits until all pages are good.
  void addPage(PreferencesPage* page, const QString& title);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeTestCard();
  void read();
  void judge();
  void fitRows();
  void sendTest();
  void showTest(bool sent, const QString& text, const QStringList& dialogue);

  AlertDesk& m_desk;
  AlertFields* m_fields;
  QTabWidget* m_tabs = nullptr;
  QList<PreferencesPage*> m_pages;
  QPushButton* m_save = nullptr;
  QBoxLayout* m_testRow = nullptr;
  QPushButton* m_test = nullptr;
  QLabel* m_result = nullptr;
  QPlainTextEdit* m_dialogue = nullptr;
  bool m_waits = false;  ///< for the answer to a test
};

}  // namespace perfect
