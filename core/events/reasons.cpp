// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/reasons.h"

#include <array>

#include "core/base/assert.h"
#include "core/events/text_template.h"

namespace perfect {
namespace {

constexpr std::size_t kReasons = static_cast<std::size_t>(Reason::Count_);
constexpr auto Info = Level::Info;
constexpr auto Warn = Level::Warn;
constexpr auto Error = Level::Error;
constexpr auto Desired = EventType::Desired;
constexpr auto Rolls = EventType::Rollout;
constexpr auto Scaling = EventType::Scaling;
constexpr auto Health = EventType::Health;
constexpr auto Chaos = EventType::Chaos;
constexpr auto Alert = EventType::Alert;
constexpr auto System = EventType::System;

// The language of the texts: core/events/text_template.h.
constexpr std::array<ReasonInfo, kReasons> kTable{{
    {Reason::None, "None", Info, System, "", ""},

    {Reason::Applied, "Applied", Info, Desired, "{svc} is declared: {0:pod|pods} desired",
     "Applied is not done. You have said what should exist; now the controller compares that with what does exist and "
     "creates what is missing."},
    {Reason::Configured, "Configured", Info, Desired, "{svc} is declared anew{text?: {text}|}",
     "Only the declaration has changed so far: applied is not done. The controller compares it with what runs and "
     "moves "
     "there step by step."},
    {Reason::Unchanged, "Unchanged", Info, Desired, "{svc} is applied again: nothing differs",
     "The same declaration twice changes nothing. That is why it can be applied again without fear."},
    {Reason::Scaled, "Scaled", Info, Desired, "{svc} should have {1:pod|pods} ({0} before)",
     "This changes the wish, not the pods. The controller creates or removes pods when it looks next."},
    {Reason::ReplicasOverridden, "ReplicasOverridden", Info, Desired,
     "{svc} is set to {1:pod|pods} by hand ({0} before), until its autoscaler looks again",
     "Two hands are on one lever: a number set by hand holds only until the autoscaler decides again."},
    {Reason::ImageSet, "ImageSet", Info, Desired, "{svc} should run {text}",
     "Another image is another version, so a rollout follows. Pods are never changed in place: new ones take over from "
     "old ones."},
    {Reason::LoadSet, "LoadSet", Info, Desired,
     "load on {svc} is {0<0?{1} % of one pod, shared by the pods that serve|{0} % on each pod}",
     "{0<0?The pods share this load: each pod more makes all of them cooler.|Each pod gets this load, however many "
     "there are: more pods do not cool them.}"},
    {Reason::LoadPatternStarted, "LoadPatternStarted", Info, Desired,
     "load on {svc} moves between {0} % and {1} % over {s2} s",
     "From now on the load changes by itself, as it does during a day of real use."},
    {Reason::LoadPatternEnded, "LoadPatternEnded", Info, Desired, "load on {svc} stays at {0} %",
     "The pattern has ended. The last value stays until somebody sets another one."},
    {Reason::DeleteRequested, "DeleteRequested", Info, Desired, "{svc} is being deleted: {0:pod has|pods have} to stop",
     "Nothing vanishes at once. Each pod is asked to stop and gets its grace period to finish its work."},
    {Reason::Deleted, "Deleted", Info, Desired, "{svc} is gone",
     "Its last pod has left. The name is free; a new service of this name begins a fresh history."},
    {Reason::TickSet, "TickSet", Info, Desired, "the controller looks every {s0} s from now on",
     "This controller looks once a tick, so that you can follow it. Real controllers watch rather than poll: they are "
     "told of a change and act at once."},

    {Reason::RolloutStarted, "RolloutStarted", Info, Rolls,
     "{0<0?{svc} starts {version}: {2:pod|pods} desired|{svc} rolls out {version}, {v0} is stable "
     "({1#blue/green|canary|rolling update|recreate})}",
     "{0<0?There is no earlier version to protect, so its pods are created at once.|{1#A full second set of pods comes "
     "up beside the first. The old version serves until the new one is all ready.|A few pods get the new version "
     "first. "
     "If they do well, more follow, step by step.|New pods replace old ones a few at a time.|All old pods stop first, "
     "then the new ones start. In between nobody serves.}}"},
    {Reason::SetWeight, "SetWeight", Info, Rolls, "canary step {0} of {1}: {2} % of {svc} should run {version}",
     "A canary's percent is of pods, not of users. The balancer treats all ready pods alike, so requests follow the "
     "number of pods."},
    {Reason::RolloutStepCompleted, "RolloutStepCompleted", Info, Rolls,
     "step {0} of {1} is done: {2} % of {svc} runs {version}; {3=-2?waits for promote|{3<0?no pause follows|pause of "
     "{s3} s}}",
     "Every new pod of this step is available. {3=-2?Now a person looks and decides: promote or abort.|{3<0?The "
     "rollout "
     "goes on.|The pause is there to look: a fault shows itself while few pods have it.}}"},
    {Reason::RolloutPaused, "RolloutPaused", Info, Rolls, "rollout of {svc} is paused",
     "Its steps stand still. Healing does not: a pod that is lost is still replaced."},
    {Reason::RolloutResumed, "RolloutResumed", Info, Rolls, "rollout of {svc} goes on",
     "It continues where it stood. Time spent paused does not count against its deadline."},
    {Reason::Promoted, "Promoted", Info, Rolls,
     "{1=1?{svc} is promoted past all remaining steps|{0<1?{svc} is promoted|{svc} is promoted past step {0}}}",
     "Promote ends the present wait. Each pod must still become available before an old one goes."},
    {Reason::WaitingForPromotion, "WaitingForPromotion", Info, Rolls,
     "{version} of {svc} is ready and waits for promote",
     "Both versions run. The old one still gets every request, so you can look at the new one first."},
    {Reason::TrafficSwitched, "TrafficSwitched", Info, Rolls,
     "traffic of {svc} goes {0<0?to|from {v0} to} {version}: {1} of {2} available",
     "Blue/green moves all traffic in one step, and only when the whole new set is available. The old set stays a "
     "while, so that going back takes no time."},
    {Reason::RolloutCompleted, "RolloutCompleted", Info, Rolls,
     "{svc} runs {version}: {0} of {1} available after {s2} s",
     "Actual is what desired asks for. {version} is the stable version now, the one to return to."},
    {Reason::RolloutAborted, "RolloutAborted", Warn, Rolls,
     "rollout to {version} is given up {0=1?by analysis|by hand}",
     "Traffic goes back to the stable version at once, and the new pods leave. Desired still asks for {version}: "
     "retry, "
     "undo or apply decides what comes next."},
    {Reason::RolloutRetried, "RolloutRetried", Info, Rolls, "rollout to {version} starts again",
     "It begins with its first step; what failed before may fail again unless something has changed."},
    {Reason::RolloutUndone, "RolloutUndone", Info, Rolls, "{svc} goes back to {version}",
     "The newest earlier version that once ran well becomes the desired one. This is a rollout like any other."},
    {Reason::RolloutRestarted, "RolloutRestarted", Info, Rolls, "{svc} replaces all its pods by fresh ones",
     "A restarted rollout makes new pods of the same template. A restarted container is something else: its pod "
     "stays."},
    {Reason::ProgressDeadlineExceeded, "ProgressDeadlineExceeded", Error, Rolls,
     "no progress for {s0} s: {1} of {2} available in {version}",
     "Progress is one more pod created, ready or available, or one old pod gone. None came in time, so this rollout "
     "has "
     "failed. Waiting longer would not say why; the events of its pods do."},
    {Reason::RolledBack, "RolledBack", Warn, Rolls, "{svc} returns to {version}: {v0} failed",
     "The stable version runs again while desired keeps {v0}, until retry, undo or apply. Kubernetes never rolls back "
     "by itself; this simulator does, unless autoRollback is false."},
    {Reason::RollbackImpossible, "RollbackImpossible", Error, Rolls, "{svc} has no healthy version to return to",
     "The stable version is unhealthy too, or there was never one. The controller keeps trying, but only a better "
     "declaration helps."},
    {Reason::MeasurementTaken, "MeasurementTaken", Info, Rolls,
     "{p0} % of requests to {version} fail, {p1} % allowed: measurement {2}, {3} failed",
     "Only the new version's own requests are counted. One bad measurement is a hint; the failure limit decides."},
    {Reason::AnalysisRunFailed, "AnalysisRunFailed", Error, Rolls,
     "analysis of {version} fails: {0:bad measurement|bad measurements}, {1} allowed",
     "Its pods may well be ready: probes ask whether it answers, analysis asks whether the answers are good."},
    {Reason::AnalysisRunSuccessful, "AnalysisRunSuccessful", Info, Rolls,
     "analysis of {version} passes: {0:measurement|measurements}, {1} bad",
     "The new version answers real requests well enough, so the rollout may go on."},
    {Reason::DrainScheduled, "DrainScheduled", Info, Rolls,
     "{version} of {svc} stays ready until {t0}, then its pods stop",
     "It gets no requests any more. Until it is gone, going back is one switch instead of a new start."},

    {Reason::SuccessfulCreate, "SuccessfulCreate", Info, Scaling,
     "{pod} is created: {0} desired, {1} there, {2} missing",
     "Actual was below desired, so the controller adds a pod. It has to start and become ready before it helps."},
    {Reason::SuccessfulDelete, "SuccessfulDelete", Info, Scaling,
     "{pod} is told to stop: {0} desired, {1} there, {2} too many",
     "It gets no new requests and has its grace period to finish. Pods that are not ready go first, then those that "
     "have been ready for the shortest time."},
    {Reason::PodGone, "PodGone", Info, Scaling, "{pod} is gone",
     "A pod that is gone never comes back. Its successor is a new pod with a new name."},
    {Reason::SuccessfulRescale, "SuccessfulRescale", Info, Scaling,
     "autoscaler: {svc} goes from {0} to {1:pod|pods} (CPU {2} %, target {3} %)",
     "The autoscaler looks every few seconds, not all the time. It wants pods × CPU ÷ target, rounded up, inside its "
     "limits. New pods help only once they are ready."},
    {Reason::RescaleHeld, "RescaleHeld", Info, Scaling,
     "autoscaler: {svc} keeps {1:pod|pods}, {0} wanted: {2#nothing to do|scaled to 0 by hand|outside min and "
     "max|nothing "
     "to measure|close enough to the target|{3=never?the scale-down window is open|scale-down window until {t3}}|one "
     "step "
     "may not be larger|min or max reached|already done|it would go against the measurement}",
     "The autoscaler looks every few seconds. {2#It found nothing to change.|At 0 replicas it is off: only a person "
     "brings the service back.|It first brings the number between min and max.|Without a measurement it decides "
     "nothing.|A small distance from the target is left alone, or the number would never rest.|It scales down only "
     "when "
     "the load stayed low for the whole window, so that a short dip costs no pods.|A limit on each step keeps it from "
     "overshooting.|It never leaves the range from min to max.|It has just acted.|Counting pods that are not ready yet "
     "turned the answer round, so it waits for them.}"},
    {Reason::FailedGetResourceMetric, "FailedGetResourceMetric", Warn, Scaling,
     "autoscaler: {svc} has nothing to measure",
     "Only ready pods are measured, and none is ready. A wish without a measurement would be a guess, so it waits."},

    {Reason::Started, "Started", Info, Health, "{pod} runs{0<1?|, restarted {0#|once|{0} times}}",
     "Running is not ready. Running: its process has begun. Ready: its readiness probe succeeds, so the balancer may "
     "send it requests."},
    {Reason::Ready, "Ready", Info, Health, "{pod} is ready{1<1?|: readiness probe succeeded {m01} of {1}}",
     "A ready pod may get requests. {1<1?Without a readiness probe that is assumed as soon as it runs.|Its readiness "
     "probe has said so.}"},
    {Reason::Unready, "Unready", Warn, Health, "{pod} is not ready{1<1?|: readiness probe failed {m01} of {1}}",
     "The balancer leaves it out. Unready restarts nothing: the process goes on, and traffic comes back when the probe "
     "succeeds again."},
    {Reason::Unhealthy, "Unhealthy", Warn, Health,
     "{0#readiness|liveness|startup} probe of {pod} failed: {m12} of {2} in a row",
     "{0#At {2} in a row the pod gets no more requests. A failed readiness probe restarts nothing.|At {2} in a row the "
     "container is restarted. {2=1?Here one failure is enough.|One failure alone does nothing.}|Until the startup "
     "probe succeeds, no other probe runs. At "
     "{2} in a row the container is restarted.}"},
    {Reason::Killing, "Killing", Warn, Health,
     "container of {pod} is stopped: {0#readiness|liveness|startup} probe failed",
     "The pod stays; only the process in it is started again: same name, one restart more."},
    {Reason::ContainerDied, "ContainerDied", Warn, Health, "container of {pod} ended by itself after {s0} s",
     "The pod stays, and its container is restarted in it. The controller makes no new pod, since none is missing."},
    {Reason::BackOff, "BackOff", Warn, Health, "{pod} waits {s0} s before restart {1}",
     "CrashLoopBackOff is a consequence, not a cause: the container ended{2<2?|, {2} times in a row}, and each wait is "
     "longer than the one before. The cause stands in the events before this one."},
    {Reason::Restarted, "Restarted", Info, Health, "{pod} is restarted: {0:restart|restarts} so far",
     "A restart makes no new pod: same name, one restart more. A kill does: that pod is gone and another one is made."},

    {Reason::ChaosKilled, "ChaosKilled", Warn, Chaos, "chaos kills {pod} ({0} of {1})",
     "The whole pod is lost. The controller sees that one is missing and makes another one, with another name. A "
     "restart "
     "would have kept the pod."},
    {Reason::ChaosCrashed, "ChaosCrashed", Warn, Chaos, "chaos crashes the container of {pod}",
     "Only the process ends. The pod stays and restarts it after a wait, so no new pod is made."},
    {Reason::ChaosLimited, "ChaosLimited", Info, Chaos,
     "chaos takes {1} of {0:pod|pods}: {2#the number there are|minAvailable|maxAtOnce|minAge} holds it back",
     "Limits keep an experiment from becoming an accident."},
    {Reason::HealthSwitched, "HealthSwitched", Warn, Chaos,
     "{pod}: {0#readiness|liveness|readiness and liveness} will {1=1?succeed|fail} from now on",
     "{1=1?Its next probes succeed again.|Nobody has noticed yet: a probe has to ask, and to fail often enough in a "
     "row.}"},
    {Reason::ChaosScheduled, "ChaosScheduled", Warn, Chaos,
     "chaos strikes {svc} every {s0} s{1<0? until it is stopped| for {s1} s}",
     "A system that heals should be seen healing, again and again."},
    {Reason::ChaosScheduleEnded, "ChaosScheduleEnded", Info, Chaos, "scheduled chaos on {svc} has ended",
     "Its time is up. What it broke is still being healed."},
    {Reason::ChaosStopped, "ChaosStopped", Info, Chaos, "chaos stops: {0:schedule|schedules} ended",
     "No blow is due any more, and commanded health is good again. Pods that were lost are still being replaced."},

    {Reason::AlertDown, "AlertDown", Warn, Alert, "mail due: {svc} is DOWN, {0} of {1} ready",
     "DOWN means fewer ready pods than desired. The service may still answer; it has lost its reserve."},
    {Reason::AlertUp, "AlertUp", Info, Alert, "mail due: {svc} is UP, {0} of {1} ready, down for {s2} s",
     "As many pods are ready as desired, or more."},
    {Reason::AlertHeldBack, "AlertHeldBack", Info, Alert,
     "no mail for {svc} yet: {0#due|due|the change must last first|the last mail is too recent|it has just started}",
     "{0#It is due.|It is due.|A mail for every flicker teaches people to ignore mails: a change that does not last "
     "sends none.|Between two "
     "mails there is a cooldown. When it ends, the state is looked at again, so the last mail never lies.|While a "
     "service "
     "comes up, fewer ready pods than desired is normal. If it is still so when the grace time ends, a mail is sent.}"},

    {Reason::AlertSettingsSet, "AlertSettingsSet", Info, Alert,
     "alerts from now on: DOWN after {s0} s, UP after {s1} s, {s2} s between mails, {s3} s of grace",
     "Confirmation keeps flickers out of mails, the cooldown keeps mails apart, the grace gives a service time to come "
     "up. Every one of them delays news: an alert that waits is one that somebody reads later."},
    {Reason::MailSent, "MailSent", Info, Alert,
     "mail sent: {svc} is {2#changed|UP|DOWN}{1<2?|, at attempt {1}}{text?: {text}|}",
     "The mail server has taken the mail and answers for it now. That it was read is another matter."},
    {Reason::MailDeferred, "MailDeferred", Warn, Alert,
     "mail waits: {svc} is {2#changed|UP|DOWN}{text?: {text}|}; attempt {1} failed, the next one follows in {s3} s",
     "The trouble may pass: the server was not reached, or it said so itself (codes from 400 to 499; many servers turn "
     "strangers away once to see whether they come back). The pauses between attempts grow."},
    {Reason::MailFailed, "MailFailed", Error, Alert, "mail failed: {svc} is {2#changed|UP|DOWN}{text?: {text}|}",
     "Nobody was told by mail. Trying again would change nothing where the server refuses for good (codes from 500 on) "
     "or "
     "cannot be trusted, and somewhere patience ends. The alert itself stands in this history all the same."},

    {Reason::SessionStarted, "SessionStarted", Info, System, "the clock starts: seed {u0}, a look every {s1} s",
     "The same seed and the same commands give the same history, every time. Here the controller looks once a tick; "
     "real "
     "controllers watch rather than poll."},
}};

constexpr bool tableIsSound() {
  for (std::size_t i = 0; i < kReasons; ++i) {
    const ReasonInfo& entry = kTable[i];
    if (static_cast<std::size_t>(entry.reason) != i || entry.code.empty()) return false;
    if (i > 0 && (entry.message.empty() || entry.explain.empty())) return false;
    if (!wellFormedText(entry.message) || !wellFormedText(entry.explain)) return false;
  }
  return true;
}
static_assert(tableIsSound(), "every Reason has its line, in the order of the enumeration");

}  // namespace

const ReasonInfo& info(Reason reason) {
  const auto index = static_cast<std::size_t>(reason);
  PERFECT_ASSERT(index < kReasons);
  return kTable[index];
}

std::string_view levelName(Level level) {
  switch (level) {
    case Level::Info:
      return "INFO";
    case Level::Warn:
      return "WARN";
    case Level::Error:
      return "ERROR";
  }
  return "INFO";
}

std::string_view typeName(EventType type) {
  switch (type) {
    case EventType::Desired:
      return "desired";
    case EventType::Rollout:
      return "rollout";
    case EventType::Scaling:
      return "scaling";
    case EventType::Health:
      return "health";
    case EventType::Chaos:
      return "chaos";
    case EventType::Alert:
      return "alert";
    case EventType::System:
      return "system";
  }
  return "system";
}

}  // namespace perfect
