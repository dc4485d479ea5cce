// SPDX-License-Identifier: GPL-3.0-or-later
//
// Desired: the manifest to apply. Checked while one types; every fault with its place and remedy, and what Apply
// would change before it is pressed.
// Text that is neither saved nor applied is never replaced without asking.
// Thread rule: the GUI thread.
#pragma once

#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "app/desktop/editor/text_keeper.h"
#include "app/desktop/page.h"
#include "core/manifest/manifest.h"

class QBoxLayout;
class QLabel;
class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;

namespace perfect {

class YamlEditor;

class EditorPage final : public Page {
  Q_OBJECT

 public:
  struct Example {
    QString name;
    QString yaml;
  };
  enum class Answer { Save, Discard, Keep };

  explicit EditorPage(QWidget* parent = nullptr);

  void present(const Frame& frame, const Focus& focus) override;

  void setExamples(const std::vector<Example>& examples);
  QString text() const;
  /// Text that is neither saved nor applied.
  bool unsaved() const;
  /// True when the present text may go: it is safe, was saved now, or the person lets it go.
  bool mayDiscard();
  /// Replaces the text after mayDiscard(). False: the person keeps the present one.
  bool load(const QString& name, const QString& text);
  bool loadExample(const QString& name);
  void openFile();
  bool openPath(const QString& path);
  bool saveFile();
  /// Called when what was sent with commandWanted() has been accepted.
  void applied();
  /// The last apply came to nothing: its text is as unsaved as before.
  void refused() { m_sent = QString(); }
  void apply();
  void goToNextFault();
  /// What would be lost with the program; nothing: no text that is neither saved nor applied.
  std::optional<KeptText> unsavedText() const;
  /// Text that a program left behind. It stays unsaved.
  void restore(const KeptText& kept);
  const ManifestErrors& errors() const { return m_errors; }
  YamlEditor* editor() const { return m_editor; }
  /// How to ask about unsaved text; tests answer themselves.
  void setAsk(std::function<Answer()> ask) { m_ask = std::move(ask); }

 Q_SIGNALS:
  void failed(const QString& message);
  void titleChanged();
  void textEdited();
  /// A scenario was opened: to be played, not applied.
  void scenarioOpened(const QString& path);

 protected:
  void restyle() override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeTools();
  void check();
  void onText();
  void showErrors();
  void showVerdict();
  void showPreview();
  bool previewIsOld();
  void showName();
  void showPlace(int line, int column);
  Answer askPerson();

  YamlEditor* m_editor;
  QListWidget* m_list;
  QBoxLayout* m_split = nullptr;  ///< text and faults: one under the other, or side by side where it is wide
  QLabel* m_name = nullptr;
  QLabel* m_place = nullptr;  ///< where the cursor stands, and what the field there is for
  QLabel* m_verdict = nullptr;
  QLabel* m_preview = nullptr;  ///< what Apply would change
  QToolButton* m_examplesButton = nullptr;
  QMenu* m_menu = nullptr;
  QPushButton* m_apply = nullptr;
  QTimer m_later;
  std::vector<Example> m_examples;
  ManifestErrors m_errors;
  std::vector<ServiceSpec> m_services;
  std::shared_ptr<const Snapshot> m_snapshot;
  QString m_safe;  ///< the text as it was loaded, saved or applied
  QString m_sent;  ///< the text behind the last apply
  QString m_title;
  QString m_path;                                ///< file it belongs to; empty: none
  std::shared_ptr<const ServiceSpec> m_current;  ///< of the service in focus, for "From the service"
  QString m_currentName;
  std::vector<std::shared_ptr<const ServiceState>> m_previewed;  ///< what the preview was made against
  std::function<Answer()> m_ask;
};

}  // namespace perfect
