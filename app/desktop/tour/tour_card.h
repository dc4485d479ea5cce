// SPDX-License-Identifier: GPL-3.0-or-later
//
// The card of the Guided Tour: what to see, what to do, how far one has come; Back, Next and the way out.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace perfect {

namespace theme {
class Symbol;
}

class TourCard final : public QFrame {
  Q_OBJECT

 public:
  struct Content {
    int step = 1;
    int steps = 1;
    QString title;
    QString text;
    QString task;
    QString done;
    bool achieved = false;
    QString next;  ///< what the button says
    QString leave;
    QString keys;  ///< the keys that help here
    bool operator==(const Content&) const = default;
  };

  explicit TourCard(QWidget* window);

  void present(const Content& content);
  void setKeys(const QString& keys);
  QString keys() const;
  const Content& content() const { return m_content; }
  /// Puts itself where it covers least of `holes` (the first one above all).
  void placeBeside(const QList<QRect>& holes);
  /// The keyboard goes to the button Next.
  void takeFocus();
  /// Tells a screen reader what the card says.
  void announce();
  QList<QWidget*> buttons() const;

 Q_SIGNALS:
  void backWanted();
  void nextWanted();
  void leaveWanted();

 private:
  QSize wantedSize(int mostWidth) const;

  Content m_content;
  QLabel* m_count;
  QLabel* m_title;
  QLabel* m_text;
  theme::Symbol* m_symbol;
  QLabel* m_task;
  QLabel* m_keys;
  QPushButton* m_leave;
  QPushButton* m_back;
  QPushButton* m_next;
};

}  // namespace perfect
