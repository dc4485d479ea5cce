// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three probes of a pod: what each says, how far it is from changing its mind, and when it asks next.
// Thread rule: the GUI thread.
#pragma once

#include <QWidget>
#include <array>
#include <memory>

#include "app/desktop/grid/pod_words.h"

namespace perfect {

class ProbeRows final : public QWidget {
  Q_OBJECT

 public:
  explicit ProbeRows(QWidget* parent = nullptr);

  void present(const std::shared_ptr<const ServiceState>& service, const Pod& pod, SimTime now);
  void setNow(SimTime now);
  /// What stands in a row, as text.
  QString rowText(ProbeType type) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Row {
    QString name;
    QString says;
    QString detail;
    QString next;
    bool declared = false;
    bool good = false;
    bool bad = false;
    std::uint32_t marks = 0;  ///< of a run that counts towards a change
    std::uint32_t threshold = 0;
  };
  Row rowOf(ProbeType type) const;

  std::shared_ptr<const ServiceState> m_service;
  Pod m_pod;
  SimTime m_now = 0;
};

}  // namespace perfect
