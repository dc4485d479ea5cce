// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns events and waits into words, when somebody reads them. Pure; any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/wording.h"
#include "core/events/event.h"
#include "core/model/service_state.h"

namespace perfect {

/// Names that outlive their services: what an event's indexes mean. Append only.
struct ServiceNames {
  std::string name;
  struct Version {
    std::string hash;
    std::string digest;
  };
  std::vector<Version> versions;
};
using Names = std::vector<std::shared_ptr<const ServiceNames>>;

/// "api-7d4b9c-x2k9q": service, version hash, suffix derived from the ordinal (all different, and
/// podOrdinal() reads it back).
std::string podName(std::string_view service, std::string_view versionHash, PodOrdinal ordinal);
/// The five (or more) letters behind the last dash, without building the whole name.
std::string podSuffix(std::string_view service, PodOrdinal ordinal);
/// The ordinal behind a suffix of that service's pods, or kNoPod when no pod can be called so.
PodOrdinal podOrdinal(std::string_view service, std::string_view suffix);

std::string podName(const Names& names, ServiceIndex service, VersionIndex version, PodOrdinal ordinal);
std::string messageText(const Event& event, const Names& names, const Wording& wording = plainEnglish());
std::string explainText(const Event& event, const Names& names, const Wording& wording = plainEnglish());

/// "canary pause after step 2 of 3 (50 %)" — what a service waits for, in words.
std::string waitingFor(const Waiting& waiting, const ServiceState& service, const Wording& wording = plainEnglish());
/// Why it has to wait for that, for a beginner.
std::string waitingReason(const Waiting& waiting, const ServiceState& service, const Wording& wording = plainEnglish());

/// Every pattern that the functions above render, for those who translate them.
std::vector<std::string_view> eventPatterns();
std::vector<std::string_view> waitingPatterns();

/// "1.5", "12", "0.25": milliseconds as decimal seconds without trailing zeros.
std::string secondsText(Millis ms, const Wording& wording = plainEnglish());

}  // namespace perfect
