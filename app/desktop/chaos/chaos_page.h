// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chaos and load for the service in focus: kill, crash, make unhealthy, scale, set the load.
// Thread rule: the GUI thread.
#pragma once

#include <QTimer>

#include "app/desktop/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace perfect {

class ChaosPage final : public Page {
  Q_OBJECT

 public:
  explicit ChaosPage(QWidget* parent = nullptr);
  void present(const Frame& frame, const Focus& focus) override;

 private:
  QFrame* makeCard(const QString& title);
  QPushButton* makeButton(const QString& text, const QString& tip, const char* role = nullptr);
  void buildScale();
  void buildLoad();
  void buildChaos();
  void buildSchedule();
  void sendLoad();
  void showLoad(const ServiceState& service);
  void strike(ChaosKind kind);

  std::string m_service;
  QLabel* m_title;
  QWidget* m_body;
  QVBoxLayout* m_rows;
  QSpinBox* m_replicas = nullptr;
  QComboBox* m_loadKind = nullptr;
  QSlider* m_load = nullptr;
  QSpinBox* m_loadNumber = nullptr;
  QLabel* m_loadNote = nullptr;
  QSpinBox* m_count = nullptr;
  QComboBox* m_probe = nullptr;
  QSpinBox* m_every = nullptr;
  QPushButton* m_stop = nullptr;
  QTimer m_sendLater;
};

}  // namespace perfect
