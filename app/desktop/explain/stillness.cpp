// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explain/stillness.h"

#include <QCoreApplication>

#include "app/desktop/words.h"
#include "core/reconcile/plan.h"

namespace perfect {
namespace {

constexpr std::size_t kMostTold = 12;  // services with something to say
constexpr int kMostCalmNames = 6;

struct StillWords {
  Q_DECLARE_TR_FUNCTIONS(Stillness)
};

void addClock(const Frame& frame, std::vector<StillLine>& lines) {
  StillLine line;
  if (frame.clock.ended) {
    line.text =
        StillWords::tr("The clock has reached its end at %1: no time goes on.").arg(words::clock(frame.clock.t));
  } else if (frame.clock.paused) {
    line.text = StillWords::tr("The clock is paused at %1: nothing happens until it runs again.")
                    .arg(words::clock(frame.clock.t));
    line.way = StillLine::Way::RunClock;
  } else {
    return;
  }
  lines.push_back(line);
}

std::vector<RolloutAction> possible(const ServiceState& s, std::initializer_list<RolloutAction> verbs, SimTime now) {
  std::vector<RolloutAction> result;
  for (const RolloutAction verb : verbs) {
    if (planVerb(s, verb, now).ok()) result.push_back(verb);
  }
  return result;
}

std::vector<RolloutAction> verbsFor(const Waiting& waiting, const ServiceState& s, SimTime now) {
  switch (waiting.what) {
    case WaitFor::Promotion:
      return possible(s, {RolloutAction::Promote, RolloutAction::Abort}, now);
    case WaitFor::UserResume:
      return possible(s, {RolloutAction::Resume, RolloutAction::Abort}, now);
    case WaitFor::Retry:
      return possible(s, {RolloutAction::Retry, RolloutAction::Undo}, now);
    case WaitFor::CanaryPause:
      return possible(s, {RolloutAction::Promote}, now);
    default:
      return {};
  }
}

QString sentence(const Waiting& waiting, const ServiceState& s) {
  const QString name = words::text(s.spec->name);
  if (waiting.what == WaitFor::ProgressDeadline)
    return StillWords::tr("%1 fails its rollout if nothing gets better").arg(name);
  return StillWords::tr("%1 waits for: %2").arg(name, words::waitsFor(waiting, s));
}

void addWaits(const ServiceState& s, SimTime now, std::vector<StillLine>& lines) {
  for (const Waiting& waiting : s.waiting) {
    StillLine line;
    line.service = words::text(s.spec->name);
    line.text = sentence(waiting, s);
    line.why = words::waitsBecause(waiting, s);
    line.until = waiting.until;
    line.verbs = verbsFor(waiting, s, now);
    lines.push_back(std::move(line));
  }
}

QString calmText(const ServiceState& s) {
  const QString name = words::text(s.spec->name);
  const ServiceStatus status = statusOf(s);
  if (status.kind == StatusKind::Stable) {
    return StillWords::tr("%1 is as desired: %2 of %3 ready. Nothing is due; its probes go on.")
        .arg(name, words::count(s.counts().ready), words::count(s.replicas));
  }
  if (status.kind == StatusKind::ScaledToZero)
    return StillWords::tr("%1 is scaled to 0: no pod is desired, so none runs.").arg(name);
  return StillWords::tr("%1: %2. Nothing is due; the controller acts when something changes.")
      .arg(name, words::phrase(status));
}

void addCalm(const std::vector<const ServiceState*>& calm, std::vector<StillLine>& lines) {
  std::size_t told = 0;
  for (; told < calm.size() && told < kMostCalmNames; ++told) {
    StillLine line;
    line.service = words::text(calm[told]->spec->name);
    line.text = calmText(*calm[told]);
    lines.push_back(std::move(line));
  }
  if (told == calm.size()) return;
  StillLine line;
  line.text = StillWords::tr("And %1 more services wait for nothing.").arg(calm.size() - told);
  lines.push_back(std::move(line));
}

}  // namespace

std::vector<StillLine> whyStill(const Frame& frame) {
  std::vector<StillLine> lines;
  addClock(frame, lines);
  if (!frame.snapshot || frame.snapshot->services.empty()) {
    StillLine line;
    line.text =
        StillWords::tr("No service is declared, so there is nothing to do. Apply a manifest, or press Play Demo.");
    line.way = StillLine::Way::Apply;
    lines.push_back(line);
    return lines;
  }
  std::vector<const ServiceState*> calm;
  std::size_t told = 0;
  for (const ServiceEntry& entry : frame.snapshot->services) {
    if (entry.state->waiting.empty()) {
      calm.push_back(entry.state.get());
    } else if (told++ < kMostTold) {
      addWaits(*entry.state, frame.clock.t, lines);
    }
  }
  if (told > kMostTold) {
    StillLine line;
    line.text = StillWords::tr("And %1 more services wait for something.").arg(told - kMostTold);
    lines.push_back(std::move(line));
  }
  addCalm(calm, lines);
  return lines;
}

QString verbName(RolloutAction action) {
  switch (action) {
    case RolloutAction::Promote:
      return StillWords::tr("Promote");
    case RolloutAction::PromoteFull:
      return StillWords::tr("Promote fully");
    case RolloutAction::Pause:
      return StillWords::tr("Pause");
    case RolloutAction::Resume:
      return StillWords::tr("Resume");
    case RolloutAction::Abort:
      return StillWords::tr("Abort");
    case RolloutAction::Retry:
      return StillWords::tr("Retry");
    case RolloutAction::Undo:
      return StillWords::tr("Undo");
    case RolloutAction::Restart:
      return StillWords::tr("Restart");
  }
  return {};
}

}  // namespace perfect
