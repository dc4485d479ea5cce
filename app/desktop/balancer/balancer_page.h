// SPDX-License-Identifier: GPL-3.0-or-later
//
// The balancer: who gets how much of the traffic, in which order, and how requests fared lately. A request can be sent
// to see who answers; it has a round of its own and changes nothing.
// Thread rule: the GUI thread.
#pragma once

#include <deque>
#include <memory>
#include <utility>

#include "app/desktop/balancer/round_robin.h"
#include "app/desktop/balancer/traffic_history.h"
#include "app/desktop/page.h"

class QLabel;
class QPushButton;

namespace perfect {

class RateChart;
class ShareBars;

class BalancerPage final : public Page {
  Q_OBJECT

 public:
  explicit BalancerPage(QWidget* parent = nullptr);

  /// What is fed with every snapshot, also while this page is not built.
  void setHistory(std::shared_ptr<const TrafficHistory> history) { m_history = std::move(history); }
  void present(const Frame& frame, const Focus& focus) override;
  void setNow(SimTime now) override;
  void sendRequest();

 Q_SIGNALS:
  /// This pod answered a request.
  void answered(const perfect::Focus& pod);

 protected:
  void restyle() override;

 private:
  QFrame* makeCard(const QString& title);
  void showShares();
  void showSequence();
  void showAnswers();
  void showNobody();
  QString chip(const PodView& view) const;

  /// A request that was sent by hand.
  struct Answered {
    SimTime at = 0;
    QString pod;  ///< empty: nobody
    PodOrdinal ordinal = kNoPod;
    VersionIndex version = kNoVersion;
    int status = 200;
  };

  std::shared_ptr<const TrafficHistory> m_history = std::make_shared<const TrafficHistory>();
  RoundRobin m_round;
  ServiceEntry m_entry;
  std::int64_t m_epoch = 0;
  SimTime m_now = 0;
  std::deque<Answered> m_answers;  ///< newest first
  QLabel* m_title;
  QLabel* m_nobody;
  QWidget* m_body;
  ShareBars* m_versions = nullptr;
  ShareBars* m_pods = nullptr;
  QLabel* m_more = nullptr;
  QLabel* m_sequence = nullptr;
  QPushButton* m_send = nullptr;
  QLabel* m_told = nullptr;
  RateChart* m_chart = nullptr;
};

}  // namespace perfect
