// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window needs of the part of the program that sends mails: what is set and by whom, keeping a change, and a
// test mail. The window knows no mail server itself.
// Thread rule: the GUI thread. Nothing here waits: a test answers with testDone().
#pragma once

#include <QObject>
#include <QStringList>

#include "app/runtime/alert_setup.h"

namespace perfect {

/// Where mails go now, in words.
struct MailState {
  QString text;  ///< "to ops@example.org through mail.example.org port 587 (STARTTLS)", or why nowhere
  bool delivers = false;
  bool unsafe = false;  ///< certificates are not verified
};

class AlertDesk : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Variables that the environment gives: they win over Preferences.
  virtual AlertTexts environment() const = 0;
  /// What Preferences hold, the password included where it is known.
  virtual AlertTexts preferences() const = 0;
  virtual MailState mailState() const = 0;
  /// Where a password is kept, in words; and whether that outlives the program.
  virtual QString keychainNote() const = 0;

  /// Keeps them and uses them from now on. Requires that they are good together with the environment.
  virtual void keep(const AlertTexts& preferences) = 0;
  /// Requires the same, and a server and a recipient.
  virtual void sendTest(const AlertTexts& preferences) = 0;

 Q_SIGNALS:
  void changed();  ///< any of the above
  /// `dialogue`: what was said over the wire, secrets struck out.
  void testDone(bool sent, const QString& text, const QStringList& dialogue);
};

}  // namespace perfect
