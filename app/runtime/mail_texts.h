// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is said of settings of alerts: what a value must be, and where mails go. Thread rule: none.
#pragma once

#include "core/base/text_pattern.h"

namespace perfect {

struct MailTexts {
  // What is expected.
  TextPattern flag{"true or false"};
  TextPattern text{"at most {0} characters, none of them a control character"};
  TextPattern host{"a host name or an IP address alone, such as smtp.example.org; the port is SMTP_PORT's"};
  TextPattern port{"a port from 1 to 65535, such as 587"};
  TextPattern address{"an address, or Name <address>, such as Grid <grid@example.org>"};
  TextPattern addresses{"addresses with commas between them, such as a@example.org,b@example.org (not \"{0}\")"};
  TextPattern addressCount{"1 to {0} addresses with commas between them"};
  TextPattern url{"an http or https address without a password in it, such as https://grid.example.org/"};
  TextPattern milliseconds{"a whole number of milliseconds from {0} to {1}"};

  TextPattern badValue{"\"{0}\" is not good; expected {1}"};
  TextPattern badSecret{"the given one is not good; expected {0}"};
  TextPattern missing{"is missing beside {0}; set both, or neither"};
  TextPattern unreadable{"SMTP_CA_FILE: {0} cannot be read: {1}"};

  TextPattern tlsFromStart{"TLS from the start"};
  TextPattern startTls{"STARTTLS"};
  TextPattern notEncrypted{"not encrypted"};
  TextPattern route{"{0} through {1} port {2} ({3})"};
};
inline constexpr MailTexts kMailTexts{};

}  // namespace perfect
