// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chaos and load for the service in focus: scale, load, blows now and on a schedule, and how its pods behave by nature.
// Thread rule: the GUI thread.
#pragma once

#include <QStringList>
#include <vector>

#include "app/desktop/page.h"

class QLabel;
class QPushButton;

namespace perfect {

class ControlCard;
class StrikeCard;

class ChaosPage final : public Page {
  Q_OBJECT

 public:
  explicit ChaosPage(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus) override;
  void setNow(SimTime now) override;
  StrikeCard* strikes() const { return m_strikes; }

 Q_SIGNALS:
  void previewWanted(const perfect::ChaosCommand& command, int ticket);
  void targetsChanged(const QString& service, const std::vector<perfect::PodOrdinal>& pods);

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  QLabel* m_title;
  QPushButton* m_stop;
  QWidget* m_body;
  StrikeCard* m_strikes;
  std::vector<ControlCard*> m_cards;
};

}  // namespace perfect
