// SPDX-License-Identifier: GPL-3.0-or-later
//
// Help in a window of its own beside the program: contents and search at the left, the page at the right; back,
// forward, larger, smaller. Nothing is fetched.
// Thread rule: the GUI thread.
#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QListWidget;
class QToolButton;
class QUrl;

namespace perfect {

class HelpBrowser;

class HelpWindow final : public QDialog {
  Q_OBJECT

 public:
  explicit HelpWindow(QWidget* parent = nullptr);

  /// A page, or a place in it ("glossary#tick"); the first one where there is no such page.
  void open(const QString& where);
  const QString& page() const { return m_page; }
  HelpBrowser* browser() const { return m_browser; }
  QLineEdit* search() const { return m_search; }
  QListWidget* list() const { return m_list; }

 public Q_SLOTS:
  void back();
  void forward();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QToolButton* makeButton(const QString& text, const QString& name, const QString& keys);
  void listContents();
  void listHits(const QString& text);
  void chosen();
  void follow(const QUrl& link);
  void turnTo(const QString& page, const QString& place);
  void render();
  void markHits();
  void zoom(int direction);
  void showWhere();

  QLineEdit* m_search;
  QListWidget* m_list;
  HelpBrowser* m_browser;
  QToolButton* m_back = nullptr;
  QToolButton* m_forward = nullptr;
  QString m_page;
  QStringList m_past;
  QStringList m_future;
  int m_zoom = 0;
};

}  // namespace perfect
