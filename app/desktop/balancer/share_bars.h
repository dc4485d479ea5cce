// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who gets how much of the traffic: a bar each, with name, share and requests a second. Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

namespace perfect {

class ShareBars final : public QWidget {
  Q_OBJECT

 public:
  struct Bar {
    QString name;
    QString note;  ///< "3 pods"; may be empty
    QColor colour;
    double share = 0;  ///< 0 … 1
    double perSecond = 0;
    double failed = 0;  ///< of perSecond
    bool next = false;  ///< the next request is its
    bool operator==(const Bar&) const = default;
  };

  explicit ShareBars(QWidget* parent = nullptr);
  void present(const std::vector<Bar>& bars);
  const std::vector<Bar>& bars() const { return m_bars; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {180, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  std::vector<Bar> m_bars;
};

}  // namespace perfect
