// SPDX-License-Identifier: GPL-3.0-or-later
//
// The load of the service: a slider, or a pattern that changes it by itself, with a picture of the pattern's shape.
// Thread rule: the GUI thread.
#pragma once

#include <QTimer>
#include <optional>

#include "app/desktop/chaos/control_card.h"

class QComboBox;
class QSlider;

namespace perfect {

class PatternPicture;

class LoadCard final : public ControlCard {
  Q_OBJECT

 public:
  explicit LoadCard(QWidget* parent = nullptr);
  void setNow(SimTime now) override;

 protected:
  void show(bool another) override;

 private:
  void buildSlider();
  void buildPattern();
  void sendLoad();
  void sendPattern();
  void followEvents();
  void showPicture(SimTime now);
  LoadPattern wanted() const;

  /// A pattern that runs, as its event tells it.
  struct Running {
    LoadPattern pattern;
    SimTime since = 0;
  };
  std::optional<Running> m_running;
  std::uint64_t m_seen = 0;  ///< events before this seq have been looked at
  QComboBox* m_kind = nullptr;
  QSlider* m_load = nullptr;
  QSpinBox* m_number = nullptr;
  QLabel* m_note = nullptr;
  QComboBox* m_shape = nullptr;
  QSpinBox* m_from = nullptr;
  QSpinBox* m_to = nullptr;
  QSpinBox* m_period = nullptr;
  QPushButton* m_start = nullptr;
  PatternPicture* m_picture = nullptr;
  QWidget* m_patternRows = nullptr;
  QTimer m_sendLater;
};

}  // namespace perfect
