// SPDX-License-Identifier: GPL-3.0-or-later
//
// One card of the page of chaos and load: a title, controls, and the Commands they send for the service in focus.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>
#include <QVBoxLayout>

#include "app/desktop/frame.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace perfect {

class ControlCard : public QFrame {
  Q_OBJECT

 public:
  ControlCard(const QString& title, QWidget* parent);

  /// Requires that the service is there.
  void present(const Frame& frame, const ServiceEntry& entry);
  virtual void setNow(SimTime) {}

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);

 protected:
  /// `another`: the service is not the one of the last call.
  virtual void show(bool another) = 0;
  /// The theme is another one: what was written in colours is out of date.
  virtual void restyle() {}
  void changeEvent(QEvent* event) override;

  QVBoxLayout* column() const { return m_column; }
  QHBoxLayout* addRow();
  /// `role`: "primary", "danger" or nothing.
  QPushButton* makeButton(const QString& text, const QString& tip, const char* role = nullptr);
  QSpinBox* makeNumber(int least, int most, const QString& name, const QString& tip);
  QComboBox* makeChoice(const QString& name, const QString& tip);
  QLabel* makeNote();

  const Frame& frame() const { return m_frame; }
  const ServiceEntry& entry() const { return m_entry; }
  std::string service() const { return m_entry.state ? m_entry.state->spec->name : std::string(); }

 private:
  QVBoxLayout* m_column;
  Frame m_frame;
  ServiceEntry m_entry;
};

}  // namespace perfect
