// SPDX-License-Identifier: GPL-3.0-or-later
//
// Carries the Controller's answers from the engine's thread to the window. Owned by whoever still waits
// for an answer, so that a late one finds an object though the window is gone.
// Thread rule: relay() from any thread; the signal arrives queued where it is connected with a context.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

namespace perfect {

class ReplyRelay final : public QObject {
  Q_OBJECT

 public:
  static std::shared_ptr<ReplyRelay> make() {
    return std::shared_ptr<ReplyRelay>(new ReplyRelay, [](ReplyRelay* relay) { relay->deleteLater(); });
  }
  void relay(bool applied, bool ok, const QString& text) { Q_EMIT answered(applied, ok, text); }
  void relayPreview(int ticket, bool ok, const QStringList& pods, const QString& refusal) {
    Q_EMIT previewed(ticket, ok, pods, refusal);
  }

 Q_SIGNALS:
  /// applied: it was an apply; ok: accepted; text: what to tell, or empty.
  void answered(bool applied, bool ok, const QString& text);
  /// Whom a blow would take, or why it would be refused.
  void previewed(int ticket, bool ok, const QStringList& pods, const QString& refusal);

 private:
  ReplyRelay() = default;
};

}  // namespace perfect
