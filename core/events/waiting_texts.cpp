// SPDX-License-Identifier: GPL-3.0-or-later
//
// "Why did nothing happen?" in words: a line for each WaitFor, in the order of the enumeration. The
// language is that of core/events/text_template.h; {s3} is the spec's minReadySeconds.
#include <array>

#include "core/base/assert.h"
#include "core/events/text_template.h"
#include "core/events/texts.h"

namespace perfect {
namespace {

struct WaitText {
  WaitFor what;
  std::string_view waitsFor;
  std::string_view reason;
};

constexpr std::array kTable{
    WaitText{WaitFor::PodsStarting, "{0} of {1:pod|pods} to start",
             "A pod takes its time to start, and running is not ready yet: until then it gets no requests."},
    WaitText{
        WaitFor::ProbeSuccess, "readiness of {0} of {1:pod|pods}",
        "Running is not ready. A pod gets requests only once its readiness probe has succeeded; until then nothing is "
        "restarted because of it."},
    WaitText{WaitFor::BackOff, "back-off of {0:pod|pods} to end",
             "A container that keeps ending waits longer before each restart. CrashLoopBackOff is a consequence, not a "
             "cause: look at the events before it. The pod is not replaced meanwhile."},
    WaitText{
        WaitFor::MinReady, "{0:pod|pods} to stay ready for {s3} s ({1} of {2} available)",
        "Available means ready for minReadySeconds. It keeps a rollout from trusting a pod that is ready for a moment "
        "only."},
    WaitText{WaitFor::CanaryPause, "canary pause after step {0} of {1} ({2} %)",
             "The pause is there to look: a fault shows itself while few pods have it. The percent is of pods."},
    WaitText{WaitFor::Promotion, "promote{1<1?|, after step {0} of {1} ({2} %)}",
             "The manifest says that a person decides here: promote goes on, abort goes back."},
    WaitText{WaitFor::UserResume, "resume", "Somebody has paused this rollout. Lost pods are still replaced."},
    WaitText{WaitFor::ScaleDownDelay, "end of the time {version} is kept",
             "{version} gets no requests any more. It stays a while, so that going back is one switch."},
    WaitText{WaitFor::Drain, "{0:pod|pods} to stop",
             "A pod that is told to stop gets its grace period to finish its work. It counts for nothing any more."},
    WaitText{
        WaitFor::Measurement, "measurements: {0} of {1} taken, {2} bad",
        "Analysis looks at the share of failed requests before the rollout goes on. No traffic is no measurement."},
    WaitText{
        WaitFor::ProgressDeadline, "progress",
        "If nothing gets better before the deadline, this rollout has failed. Progress is one more pod created, ready "
        "or available, or one old pod gone."},
    WaitText{WaitFor::AutoscaleLook, "the autoscaler's next look (CPU {0} %, target {1} %)",
             "The autoscaler looks every few seconds, not all the time."},
    WaitText{WaitFor::ScaleDownWindow, "the scale-down window ({0} wanted, {1} now)",
             "Pods are taken away only when the load stayed low for the whole window, so that a short dip costs none."},
    WaitText{WaitFor::Retry, "retry, undo or apply",
             "The stable version runs, but desired names another one. A person has to decide what comes next."},
    WaitText{WaitFor::Tick, "the controller's next look",
             "This controller looks once a tick, so that you can follow it; real controllers watch rather than poll. "
             "Applied is not done."},
};

constexpr bool tableIsSound() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (static_cast<std::size_t>(kTable[i].what) != i) return false;
    if (!wellFormedText(kTable[i].waitsFor) || !wellFormedText(kTable[i].reason)) return false;
  }
  return kTable.size() == static_cast<std::size_t>(WaitFor::Tick) + 1;
}
static_assert(tableIsSound(), "every WaitFor has its line, in the order of the enumeration");

std::string render(std::string_view pattern, const Waiting& waiting, const ServiceState& service,
                   const Wording& wording) {
  TextSource source;
  source.wording = &wording;
  source.facts = {waiting.facts[0], waiting.facts[1], waiting.facts[2], service.spec ? service.spec->minReady : 0};
  if (service.spec) source.service = service.spec->name;
  const auto version = static_cast<std::size_t>(waiting.version);
  if (waiting.version >= 0 && version < service.versions.size()) source.version = service.versions[version].digest;
  return renderText(wording.pattern(pattern), source);
}

const WaitText& textOf(WaitFor what) {
  const auto index = static_cast<std::size_t>(what);
  PERFECT_ASSERT(index < kTable.size());
  return kTable[index];
}

}  // namespace

std::string waitingFor(const Waiting& waiting, const ServiceState& service, const Wording& wording) {
  return render(textOf(waiting.what).waitsFor, waiting, service, wording);
}

std::string waitingReason(const Waiting& waiting, const ServiceState& service, const Wording& wording) {
  return render(textOf(waiting.what).reason, waiting, service, wording);
}

std::vector<std::string_view> waitingPatterns() {
  std::vector<std::string_view> all;
  for (const WaitText& text : kTable) {
    all.push_back(text.waitsFor);
    all.push_back(text.reason);
  }
  return all;
}

}  // namespace perfect
