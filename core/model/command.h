// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything that can change the simulated world from outside. A person, curl, a scenario step
// and a chaos schedule make the same Commands; seed + Commands with their times = the history.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/units.h"
#include "core/base/wording.h"
#include "core/model/service_spec.h"

namespace perfect {

/// Accepts all of `services`, or none.
struct ApplyCommand {
  std::vector<ServiceSpec> services;
};
struct DeleteCommand {
  std::string service;
};
/// Exactly one of replicas and delta is set. Desired stays within 0 … 1,000,000 (delta is clamped to it).
struct ScaleCommand {
  std::string service;
  std::optional<std::int32_t> replicas;
  std::optional<std::int32_t> delta;
};
struct ImageCommand {
  std::string service;
  std::string image;
};

enum class LoadShape : std::uint8_t { Constant, Ramp, Sine, Spike };
/// A load that changes by itself: from `from` to `to` (percent, in the unit of cpu or demand).
/// Ramp: linear over `period`, then stays. Sine: from → to → from every `period`.
/// Spike: `to` for `period`, then `from`. Sampled once every `every` ms of simulated time.
struct LoadPattern {
  LoadShape shape = LoadShape::Constant;
  std::int64_t from = 0;
  std::int64_t to = 0;
  Millis period = 60000;
  Millis every = 1000;
  bool demand = true;             ///< the values are demand, not cpu
  std::optional<Millis> forTime;  ///< ends (load stays at its last value) after this long
};
/// Exactly one of cpu, demand and pattern is set. Percent, 0 … 1,000,000,000. A cpu or demand ends a running pattern.
struct LoadCommand {
  std::string service;
  std::optional<std::int64_t> cpu;
  std::optional<std::int64_t> demand;
  std::optional<LoadPattern> pattern;
};

/// Which pods chaos may take: victims are drawn by chance among the service's pods that are not terminating.
struct ChaosLimits {
  std::optional<std::int32_t> minAvailable;  ///< leave at least this many available pods
  std::optional<std::int32_t> maxAtOnce;
  std::optional<Millis> minAge;
};
enum class ChaosKind : std::uint8_t { Kill, Crash };
/// One of count, percent (of the pods, rounded up) and pod (an id) is used; count 1 where none is set.
struct ChaosCommand {
  ChaosKind kind = ChaosKind::Kill;
  std::string service;
  std::optional<std::int32_t> count;
  std::optional<std::int32_t> percent;
  std::optional<std::string> pod;
  ChaosLimits limits;
};
/// The same blow again and again: first after `every`, until `forTime` has passed (absent: until stopped).
struct ChaosScheduleCommand {
  ChaosCommand blow;
  Millis every = 10000;
  std::optional<Millis> forTime;
};
/// Ends every schedule and makes every commanded health good again.
struct ChaosStopCommand {};

enum class ProbeTarget : std::uint8_t { Readiness, Liveness, Both };
struct HealthCommand {
  std::string service;
  bool healthy = false;
  std::optional<std::int32_t> count;  ///< absent: one pod
  std::optional<std::int32_t> percent;
  std::optional<std::string> pod;
  ProbeTarget probe = ProbeTarget::Both;
  bool sticky = false;  ///< ill: also after the container's restart. A cure has nothing to stick to: healthy ignores it
};

enum class RolloutAction : std::uint8_t { Promote, PromoteFull, Pause, Resume, Abort, Retry, Undo, Restart };
struct RolloutCommand {
  std::string service;
  RolloutAction action = RolloutAction::Promote;
};
/// Changes the reconcile period from now on (10 … 60000 ms).
struct TickCommand {
  Millis tick = 1000;
};

/// Changes when alerts are due, from now on; what is absent stays (each 0 … kMostAlertMs).
struct AlertSettingsCommand {
  std::optional<Millis> downConfirm;
  std::optional<Millis> upConfirm;
  std::optional<Millis> cooldown;
  std::optional<Millis> startupGrace;
};
inline constexpr Millis kMostAlertMs = 86400000;

enum class MailResult : std::uint8_t {
  Sent,      ///< the mail server took it
  Deferred,  ///< not yet: it will be tried again
  Failed,    ///< given up
};
/// How the mail of an alert fared, told by whoever delivers mails: it comes from outside, is recorded, and a replay
/// repeats the record, never the mail. Changes nothing but the history and its counts.
struct MailResultCommand {
  std::uint64_t alert = 0;  ///< seq of the AlertDown or AlertUp that the mail was about
  std::string service;      ///< its service; may be gone by now
  MailResult result = MailResult::Sent;
  std::int32_t code = 0;     ///< the server's reply (250, 450, 550 …); 0: none came
  std::int32_t attempt = 1;  ///< counts from 1
  Millis retryAfter = 0;     ///< Deferred: of real time
  std::string text;          ///< one line without secrets: what the server said or what went wrong; may be empty
};
inline constexpr std::size_t kMostMailText = 500;

using Command = std::variant<ApplyCommand, DeleteCommand, ScaleCommand, ImageCommand, LoadCommand, ChaosCommand,
                             ChaosScheduleCommand, ChaosStopCommand, HealthCommand, RolloutCommand, TickCommand,
                             AlertSettingsCommand, MailResultCommand>;

/// Why a Command was refused; it changed nothing.
enum class RefusalKind : std::uint8_t {
  Invalid,   ///< HTTP 400
  NotFound,  ///< 404
  Conflict,  ///< 409: the present state does not allow it
};
struct Refusal {
  RefusalKind kind = RefusalKind::Invalid;
  Saying why;  ///< what is wrong, one line

  /// In core's own English, as REST and files have it.
  std::string message() const { return why.text(); }
};

/// What an accepted Command did.
struct Outcome {
  std::vector<std::string> pods;  ///< ids killed, crashed or changed, in the order it happened
  std::int32_t replicas = 0;      ///< desired replicas afterwards (scale)
  std::uint64_t event = 0;        ///< seq of the event that records it
};

}  // namespace perfect
