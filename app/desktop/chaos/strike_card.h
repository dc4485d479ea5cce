// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kill, crash, make unhealthy: now or on a schedule, within limits, and seen before it happens. The engine says whom a
// blow would take; those pods are shown here and on the Grid, and exactly those are struck.
// Thread rule: the GUI thread.
#pragma once

#include <QStringList>
#include <vector>

#include "app/desktop/chaos/blow.h"
#include "app/desktop/chaos/control_card.h"

class QCheckBox;
class QComboBox;
class QToolButton;

namespace perfect {

class StrikeCard final : public ControlCard {
  Q_OBJECT

 public:
  explicit StrikeCard(QWidget* parent = nullptr);

  /// The engine's answer to previewWanted; answers to earlier questions are dropped.
  void showPreview(int ticket, bool ok, const QStringList& pods, const QString& refusal);
  void forgetPreview();

 Q_SIGNALS:
  void previewWanted(const perfect::ChaosCommand& command, int ticket);
  /// Pods to be marked on the Grid; none: nothing is to be marked.
  void targetsChanged(const QString& service, const std::vector<perfect::PodOrdinal>& pods);
  void focusChosen(const perfect::Focus& focus);

 protected:
  void show(bool another) override;
  void restyle() override { tellVictims(); }

 private:
  void buildChoice();
  void buildLimits();
  void buildVerbs();
  void buildSchedule();
  Blow blow() const;
  void choiceChanged();
  void nameVerbs();
  void askPreview();
  void strike();
  void heal();
  void schedule();
  std::int64_t amountAsked() const;
  bool isSample() const { return m_asked > static_cast<std::int64_t>(kMostNamedVictims); }
  void dropGoneVictims();
  void tellVictims();

  QComboBox* m_kind = nullptr;
  QSpinBox* m_amount = nullptr;
  QComboBox* m_unit = nullptr;
  QWidget* m_healthRow = nullptr;
  QComboBox* m_probe = nullptr;
  QCheckBox* m_sticky = nullptr;
  QToolButton* m_limitsToggle = nullptr;
  QWidget* m_limits = nullptr;
  QSpinBox* m_minAvailable = nullptr;
  QSpinBox* m_maxAtOnce = nullptr;
  QSpinBox* m_minAge = nullptr;
  QPushButton* m_preview = nullptr;
  QPushButton* m_strike = nullptr;
  QPushButton* m_heal = nullptr;
  QLabel* m_victimsText = nullptr;
  QSpinBox* m_every = nullptr;
  QSpinBox* m_for = nullptr;
  QPushButton* m_schedule = nullptr;

  int m_ticket = 0;
  bool m_previewed = false;
  std::int64_t m_asked = 0;  ///< how many the previewed blow would take at most
  std::vector<std::string> m_victims;
};

}  // namespace perfect
