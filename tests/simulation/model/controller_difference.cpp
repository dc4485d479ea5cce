// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/model/controller_difference.h"

#include <utility>
#include <vector>

namespace perfect::test {

namespace {

using Lines = std::vector<std::string>;

template <typename T>
std::string number(T value) {
  const auto wide = static_cast<std::int64_t>(value);
  return wide == kNever ? "never" : std::to_string(wide);
}

std::string line(const Action& a) {
  const char* const kinds[] = {"create", "remove", "note", "mark stable", "mark failed"};
  std::string text = std::string("action: ") + kinds[static_cast<int>(a.kind)] + ' ' + number(a.count) +
                     " of version " + number(a.version) + ", " + std::string(info(a.reason).code);
  for (const std::int64_t fact : a.facts) text += ' ' + number(fact);
  return text;
}

std::string line(const Waiting& w) {
  std::string text = "waits for " + number(w.what) + " until " + number(w.until) + ", version " + number(w.version);
  for (const std::int64_t fact : w.facts) text += ' ' + number(fact);
  return text;
}

template <typename T>
void add(Lines& lines, const char* name, T value) {
  lines.push_back(std::string(name) + ": " + number(value));
}

Lines rolloutLines(const RolloutState& r) {
  Lines lines;
  add(lines, "phase", r.phase);
  add(lines, "updated", r.updated);
  add(lines, "stable", r.stable);
  add(lines, "active", r.active);
  add(lines, "step", r.step);
  add(lines, "stepDoneAt", r.stepDoneAt);
  add(lines, "pauseUntil", r.pauseUntil);
  add(lines, "userPaused", r.userPaused);
  add(lines, "waitsForPromote", r.waitsForPromote);
  add(lines, "promote", r.promote);
  add(lines, "promoteFull", r.promoteFull);
  add(lines, "toStable", r.toStable);
  add(lines, "switchedAt", r.switchedAt);
  add(lines, "drainAt", r.drainAt);
  add(lines, "startedAt", r.startedAt);
  add(lines, "progressAt", r.progressAt);
  add(lines, "deadlineStoppedAt", r.deadlineStoppedAt);
  for (const std::int32_t n : {r.mark.updated, r.mark.old, r.mark.ready, r.mark.available}) add(lines, "mark", n);
  add(lines, "analysis.running", r.analysis.running);
  add(lines, "analysis.nextAt", r.analysis.nextAt);
  add(lines, "analysis.taken", r.analysis.taken);
  add(lines, "analysis.failed", r.analysis.failed);
  add(lines, "analysis.sinceStep", r.analysis.sinceStep);
  add(lines, "analysis.baseServedMilli", r.analysis.baseServedMilli);
  add(lines, "analysis.baseFailedMilli", r.analysis.baseFailedMilli);
  add(lines, "number", r.number);
  for (const std::int32_t size : r.sizes) add(lines, "size", size);
  add(lines, "sizedFor", r.sizedFor);
  add(lines, "scaling", r.scaling);
  return lines;
}

Lines scalerLines(const AutoscaleState& a) {
  Lines lines;
  add(lines, "enabledAt", a.enabledAt);
  add(lines, "autoscale.period", a.period);
  add(lines, "autoscale.nextAt", a.nextAt);
  for (const Recommendation& r : a.recommendations)
    lines.push_back("recommended " + number(r.replicas) + " at " + number(r.at));
  add(lines, "autoscale.window", a.window);
  for (const ScaleEvent& e : a.ups) lines.push_back("up by " + number(e.change) + " at " + number(e.at));
  for (const ScaleEvent& e : a.downs) lines.push_back("down by " + number(e.change) + " at " + number(e.at));
  add(lines, "verdict", a.verdict);
  add(lines, "utilisation", a.utilisation);
  add(lines, "recommended", a.recommended);
  add(lines, "heldUntil", a.heldUntil);
  return lines;
}

void append(Lines& lines, Lines more) {
  for (std::string& text : more) lines.push_back(std::move(text));
}

Lines lines(const Plan& plan) {
  Lines all;
  for (const Action& a : plan.actions) all.push_back(line(a));
  add(all, "replicas", plan.replicas);
  append(all, rolloutLines(plan.rollout));
  append(all, scalerLines(plan.autoscale));
  for (const Waiting& w : plan.waiting) all.push_back(line(w));
  add(all, "wakeAt", plan.wakeAt);
  return all;
}

std::string firstDifference(const Lines& expected, const Lines& got) {
  for (std::size_t i = 0; i < expected.size() || i < got.size(); ++i) {
    const std::string a = i < expected.size() ? expected[i] : "nothing more";
    const std::string b = i < got.size() ? got[i] : "nothing more";
    if (a != b) return "expected " + a + ", got " + b;
  }
  return {};
}

}  // namespace

std::string planDifference(const Plan& expected, const Plan& got) {
  const bool alike = expected.actions == got.actions && expected.replicas == got.replicas &&
                     expected.rollout == got.rollout && expected.autoscale == got.autoscale &&
                     expected.waiting == got.waiting && expected.wakeAt == got.wakeAt;
  if (alike) return {};
  const std::string difference = firstDifference(lines(expected), lines(got));
  return difference.empty() ? "a difference that no line shows" : difference;
}

std::string verbDifference(const Result<VerbPlan, Refusal>& expected, const Result<VerbPlan, Refusal>& got) {
  if (!expected || !got) {
    const std::string a = expected ? "to be allowed" : "refusal: " + expected.error().message();
    const std::string b = got ? "to be allowed" : "refusal: " + got.error().message();
    return a == b ? std::string() : "expected " + a + ", got " + b;
  }
  if (expected.value().target != got.value().target) return "another target";
  if (expected.value().freshTemplate != got.value().freshTemplate) return "another wish for a fresh template";
  return planDifference(expected.value().plan, got.value().plan);
}

std::string describe(const ServiceState& service) {
  std::string text = "replicas " + number(service.replicas) + ", strategy " + number(service.spec->rollout.strategy);
  for (const VersionState& v : service.versions) {
    text += "; pods";
    for (const std::int32_t n : {v.counts.pending, v.counts.notReady, v.counts.ready, v.counts.available,
                                 v.counts.terminating, v.counts.backingOff}) {
      text += ' ' + number(n);
    }
  }
  for (const std::string& part : rolloutLines(service.rollout)) text += "; " + part;
  return text;
}

std::string decides(const ServiceState& service, const Plan& plan) {
  if (!plan.actions.empty()) return line(plan.actions.front());
  if (plan.replicas != service.replicas) return "another number: " + number(plan.replicas);
  std::string difference = firstDifference(rolloutLines(service.rollout), rolloutLines(plan.rollout));
  if (!difference.empty()) return difference;
  if (plan.waiting == service.waiting) return {};
  Lines before;
  Lines after;
  for (const Waiting& w : service.waiting) before.push_back(line(w));
  // A look wakes an autoscaler that slept, and only then waits for its next period: nothing would have come of it.
  const bool slept = service.autoscale.nextAt == kNever;
  for (const Waiting& w : plan.waiting) {
    if (!slept || w.what != WaitFor::AutoscaleLook) after.push_back(line(w));
  }
  return firstDifference(before, after);
}

}  // namespace perfect::test
