// SPDX-License-Identifier: GPL-3.0-or-later
//
// What lies under the pointer, in a few lines beside it. Never takes the mouse, never covers what it tells of.
// Thread rule: the GUI thread.
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>
#include <utility>
#include <vector>

#include "app/desktop/theme/icons.h"
#include "core/model/service_state.h"

namespace perfect {

struct HoverFacts {
  QString title;
  theme::Glyph glyph = theme::Glyph::Disc;
  QColor colour;
  QString status;
  std::vector<std::pair<QString, QString>> rows;  ///< name, value
  bool operator==(const HoverFacts&) const = default;
};

/// Name, state, version, restarts, and what it waits for with its countdown.
HoverFacts hoverFacts(const Pod& pod, const ServiceState& service, SimTime now);
/// Name and status phrase, and how many pods stand where.
HoverFacts hoverFacts(const ServiceState& service, SimTime now);

class HoverCard final : public QWidget {
  Q_OBJECT

 public:
  explicit HoverCard(QWidget* parent = nullptr);

  /// Beside `around`, inside `within`.
  void present(const HoverFacts& facts, const QRect& around, const QRect& within);
  const HoverFacts& facts() const { return m_facts; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QSize wanted() const;

  HoverFacts m_facts;
};

}  // namespace perfect
