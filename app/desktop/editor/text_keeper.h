// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps text that is neither saved nor applied where it survives the program's end, however that comes: every few
// seconds while it changes, written whole or not at all. Each running program has a place of its own; places of
// programs that ended without leaving properly are found at the next start.
// Thread rule: the GUI thread.
#pragma once

#include <QLockFile>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace perfect {

struct KeptText {
  QString title;  ///< of the file or example it began as
  QString path;   ///< empty: it was never a file
  QString text;
};

class TextKeeper final : public QObject {
  Q_OBJECT

 public:
  static constexpr int kEveryMs = 2000;

  /// `folder`: where places are; made if need be. `text` is asked for what to keep; nothing: there is nothing to lose.
  TextKeeper(const QString& folder, std::function<std::optional<KeptText>()> text, QObject* parent);
  ~TextKeeper() override;

  /// The folder of this person's texts.
  static QString standardFolder();

  /// The newest text that a program left behind, which from now on is this one's to keep; the others stay for later.
  std::optional<KeptText> takeOver();
  /// Something was typed.
  void touch();
  /// At once.
  void keep();
  /// The person let it go.
  void forget();

 private:
  QString file() const;
  bool claimPlace();

  QString m_folder;
  std::function<std::optional<KeptText>()> m_text;
  std::unique_ptr<QLockFile> m_lock;
  QString m_place;
  QTimer m_timer;
};

}  // namespace perfect
