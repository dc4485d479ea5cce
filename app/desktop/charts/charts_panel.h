// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts of the chosen service on one time axis: a part of the past, or the live end. Pointing at a moment shows
// the values of all of them then; choosing one tells the others of it. The charts are built after the panel was first
// painted, because Qt Charts is the slowest part of the window to start.
// Thread rule: the GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>
#include <array>
#include <optional>

#include "app/desktop/charts/chart_card.h"
#include "app/desktop/charts/series_store.h"
#include "app/desktop/frame.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QSlider;
class QToolButton;

namespace perfect {

class ChartsPanel final : public QWidget {
  Q_OBJECT

 public:
  enum class Kind { Ready, Versions, Cpu, Restarts, Events };
  static constexpr std::size_t kKinds = 5;
  enum class Format { Png, Svg, Csv };

  explicit ChartsPanel(QWidget* parent = nullptr);
  ~ChartsPanel() override;

  void setFrame(const Frame& frame);
  void setService(const QString& service);
  /// Time went on.
  void setNow(SimTime now);
  /// Back to the live end; nothing is marked.
  void goLive();
  bool isLive() const { return !m_marked && !m_end; }
  /// To be read from the last row: the chosen chart, or the first two, and nothing to set.
  void setPresented(bool on);
  /// Only this chart, as large as there is room; none: all of them.
  void choose(std::optional<Kind> kind);
  /// Builds the charts now instead of after the first painting.
  void build();
  ChartCard* card(Kind kind) const { return m_cards[static_cast<std::size_t>(kind)]; }
  std::optional<SimTime> marked() const { return m_marked; }
  std::optional<SimTime> cursorAt() const { return m_cursor; }
  QByteArray exported(Format format);

 Q_SIGNALS:
  /// Somebody chose a moment of the past: what happened then?
  void momentChosen(SimTime t);
  void liveWanted();
  void told(bool ok, const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeHead();
  QWidget* makeFoot();
  void makeExport(QWidget* head);
  void arrangeCards();
  std::vector<ChartCard*> shownCards() const;
  void connectCard(ChartCard* card);
  TimeWindow window() const;
  SimTime beginning() const;
  void slide(int value);
  void showSlider();
  void drawSoon();
  void draw();
  void drawCards(const ServiceEntry& entry, const std::deque<Sample>& samples);
  void showValues();
  void showValuesAt(SimTime t, const ServiceEntry& entry, const std::deque<Sample>& samples, bool pointing);
  std::vector<ChartCard::Piece> versionPieces(const ServiceState& service, const Sample& sample) const;
  void pointAt(std::optional<SimTime> t);
  void step(ChartView::Step step);
  void chooseMoment(SimTime t);
  const ServiceEntry* entry() const;
  void exportAs(Format format);
  QByteArray picture(Format format);
  std::string csv() const;

  std::shared_ptr<const Snapshot> m_snapshot;
  SeriesStore m_store;
  QString m_service;
  SimTime m_now = 0;
  SimTime m_drawnAt = -1;
  std::optional<SimTime> m_end;     ///< right edge of the axis; none: live
  std::optional<SimTime> m_cursor;  ///< pointed at
  std::optional<SimTime> m_marked;  ///< chosen
  QTimer m_later;
  QLabel* m_title = nullptr;
  QLabel* m_moment = nullptr;
  QComboBox* m_span = nullptr;
  QComboBox* m_which = nullptr;
  QHBoxLayout* m_headRow = nullptr;
  QHBoxLayout* m_footRow = nullptr;
  QWidget* m_foot = nullptr;
  bool m_presented = false;
  QToolButton* m_live = nullptr;
  QToolButton* m_export = nullptr;
  QSlider* m_slider = nullptr;
  QLabel* m_from = nullptr;
  QScrollArea* m_scroll;
  QWidget* m_field;
  std::array<ChartCard*, kKinds> m_cards{};
};

}  // namespace perfect
