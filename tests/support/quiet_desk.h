// SPDX-License-Identifier: GPL-3.0-or-later
//
// A desk for a Preferences dialog of which nothing is wanted: nothing is set, nothing is kept.
// Thread rule: the GUI thread.
#pragma once

#include "app/desktop/alerts/alert_desk.h"

namespace perfect {

class QuietDesk final : public AlertDesk {
 public:
  AlertTexts environment() const override { return {}; }
  AlertTexts preferences() const override { return {}; }
  MailState mailState() const override { return {}; }
  QString keychainNote() const override { return {}; }
  void keep(const AlertTexts&) override {}
  void sendTest(const AlertTexts&) override {}
};

}  // namespace perfect
