// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shape of a load over time, and where in it the load is now. Thread rule: the GUI thread.
#pragma once

#include <QWidget>
#include <optional>

#include "core/model/command.h"

namespace perfect {

class PatternPicture final : public QWidget {
  Q_OBJECT

 public:
  explicit PatternPicture(QWidget* parent = nullptr);

  /// `since`: how long it has been running; nothing: it does not run.
  void present(const LoadPattern& pattern, std::optional<Millis> since);
  /// The present point as a share of the picture's width, 0 … 1; nothing: it does not run.
  std::optional<double> presentPlace() const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {140, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Millis shownTime() const;

  LoadPattern m_pattern;
  std::optional<Millis> m_since;
};

}  // namespace perfect
