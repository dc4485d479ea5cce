// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/steady_label.h"

#include <algorithm>
#include <utility>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

constexpr int kOneLine = 640;  // from here on one line is enough

}  // namespace

SteadyLabel::SteadyLabel(int lines, QWidget* parent) : QLabel(parent), m_lines(lines) {
  setWordWrap(true);
  setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

void SteadyLabel::forget() {
  m_most.clear();
  updateGeometry();
}

int SteadyLabel::heightForWidth(int width) const {
  const int spacing = fontMetrics().lineSpacing();
  if (spacing != std::exchange(m_spacing, spacing)) m_most.clear();
  const int lines = width < theme::scaled(kOneLine) ? m_lines : 1;
  int& most = m_most[width];
  most = std::max({most, QLabel::heightForWidth(width), lines * spacing});
  return most;
}

}  // namespace perfect
