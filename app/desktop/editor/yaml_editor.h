// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text of manifests, with line numbers and colours; faults are marked where they stand.
// Thread rule: the GUI thread.
#pragma once

#include "app/desktop/editor/qsci.h"

#include "core/manifest/manifest.h"

namespace perfect {

class YamlEditor final : public QsciScintilla {
  Q_OBJECT

 public:
  explicit YamlEditor(QWidget* parent = nullptr);

  void markErrors(const ManifestErrors& errors);
  /// Lines (from 1) that carry an error marker.
  QList<int> markedLines() const;
  void goTo(const ManifestError& error);
  /// Offers what may stand at the cursor; where it is not `asked` for, only once something is begun.
  void complete(bool asked);

 protected:
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void colourise();
  void completed(const QString& word);
  bool onAScreen(long position);
  bool m_offersFields = false;
  /// Tab goes on to the next control, until somebody writes: whoever came by Tab passes through, Esc lets go.
  bool m_tabLeaves = false;
};

}  // namespace perfect
