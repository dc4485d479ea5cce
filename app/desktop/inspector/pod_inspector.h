// SPDX-License-Identifier: GPL-3.0-or-later
//
// One pod in depth: its phases, its probes and when they ask next, restarts and back-off, what it was made of, what
// happened to it, and what one can do to it. A pod that is gone says why, as long as the log remembers.
// Thread rule: the GUI thread.
#pragma once

#include <QFrame>

#include "app/desktop/frame.h"
#include "app/desktop/inspector/pod_story.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace perfect {

class PhaseStrip;
class ProbeRows;

class PodInspector final : public QFrame {
  Q_OBJECT

 public:
  explicit PodInspector(QWidget* parent = nullptr);

  /// False: no pod is in focus, and nothing of one is known.
  bool present(const Frame& frame, const Focus& focus);
  void setNow(SimTime now);
  QString podName() const;

 Q_SIGNALS:
  void commandWanted(const perfect::Command& command);
  void focusChosen(const perfect::Focus& focus);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QPushButton* makeButton(const QString& text, const QString& tip, const char* name);
  void buildHead(QVBoxLayout* column);
  void buildFacts(QVBoxLayout* column);
  void buildVerbs(QVBoxLayout* column);
  const Pod* pod() const;
  void showPresent(const Pod& pod);
  void showGone();
  void showEvents();
  QString factsHtml(const Pod& pod) const;
  void step(int direction);
  void strike(ChaosKind kind);
  void switchHealth(bool healthy);
  std::string podId() const;

  Frame m_frame;
  ServiceEntry m_entry;
  Focus m_focus;
  PodStory m_story;
  std::uint64_t m_storyOf = 0;  ///< seq of the newest event in it
  Focus m_storyFocus;
  std::int64_t m_storyEpoch = 0;
  ServiceIndex m_storyService = kNoService;  ///< another one may have the same name later
  SimTime m_now = 0;
  QString m_facts;
  QString m_told;

  QLabel* m_name;
  QToolButton* m_previous;
  QToolButton* m_next;
  QToolButton* m_copy;
  QLabel* m_state;
  PhaseStrip* m_phases;
  QLabel* m_gone;
  ProbeRows* m_probes;
  QLabel* m_text;
  QWidget* m_verbs;
  QPushButton* m_kill;
  QPushButton* m_crash;
  QComboBox* m_probe;
  QCheckBox* m_sticky;
  QPushButton* m_sick;
  QPushButton* m_heal;
  QLabel* m_events;
};

}  // namespace perfect
