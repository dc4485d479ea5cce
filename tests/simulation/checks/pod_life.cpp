// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays the events back: a shadow of every pod lives through what is told of it, may only do what follows from its
// state, takes exactly the times that its template and back-off name, and must be what the snapshot shows.
#include <cmath>
#include <map>

#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

struct Shadow {
  PodState state = PodState::Starting;
  bool ready = false;
  bool dying = false;  ///< its container has ended, and the back-off is about to be told
  std::int16_t version = 0;
  std::uint32_t restarts = 0;
  std::uint32_t waits = 0;  ///< back-offs in a row
  SimTime since = 0;
  Millis wait = 0;  ///< of the back-off it is in
  SimTime createdAt = 0;
};

struct Span {
  Millis least;
  Millis most;
  bool holds(Millis d) const { return d >= least && d <= most; }
  Span cut(Millis at) const { return {std::min(least, at), std::min(most, at)}; }
};

Span jitterSpan(Millis d, std::int32_t jitterMilli) {
  const Millis by = (d / 1000) * jitterMilli + (d % 1000) * jitterMilli / 1000 + (jitterMilli > 0 ? 1 : 0);
  return {std::max<Millis>(0, d - by), d + by};
}

/// min(max, base · factorⁿ), exact where the factor is whole, else up to its rounding.
Span backoffSpan(const RestartBackoff& b, std::uint32_t n) {
  if (b.base == 0) return {0, 0};  // times a power that may be beyond any number
  const double exact = static_cast<double>(b.base) * std::pow(static_cast<double>(b.factorMilli) / 1000.0, n);
  if (exact >= static_cast<double>(b.max)) {
    const bool clear = exact > static_cast<double>(b.max) * 1.001 + 2;
    return {clear || b.base >= b.max ? b.max : b.max - 1, b.max};
  }
  const auto whole = static_cast<Millis>(exact);
  if (b.factorMilli % 1000 == 0) return {whole, whole};
  // Each of the n steps may round down by a microsecond, and the later ones multiply that.
  const double factor = static_cast<double>(b.factorMilli) / 1000.0;
  const double rounded = exact * factor / (factor - 1) / (1000.0 * static_cast<double>(std::max<Millis>(1, b.base)));
  const Millis slack = 1 + static_cast<Millis>(rounded);
  return {std::max<Millis>(0, whole - slack), std::min(b.max, whole + slack)};
}

class PodLife : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const Event& e : *m.events) {
      if (e.pod != kNoPod) live(m, e, f);
      if (e.reason == Reason::Deleted) {
        f.expect(m_pods[e.service].empty(), "pod life", [&] { return "deleted with pods left: " + told(e); });
      }
    }
    for (const ServiceStep& step : m.services) {
      if (step.is != nullptr && step.changed) compare(*step.is, *step.pods, f);
      if (step.is == nullptr && step.was != nullptr) m_next.erase(step.was->index);
    }
  }

 private:
  const PodTemplate* templateOf(const Moment& m, const Event& e) const {
    const ServiceStep& step = m.services[e.service];
    const ServiceState* s = step.is != nullptr ? step.is : step.was;
    return s == nullptr || e.version < 0 ? nullptr : s->versions[static_cast<std::size_t>(e.version)].podTemplate.get();
  }

  void live(const Moment& m, const Event& e, Findings& f) {
    auto& pods = m_pods[e.service];
    const auto may = [&](bool allowed) {
      f.expect(allowed, "pod life", [&] { return "cannot happen to this pod now: " + told(e); });
      return allowed;
    };
    if (e.reason == Reason::SuccessfulCreate) {
      PodOrdinal& next = m_next[e.service];
      may(e.pod == next && pods.count(e.pod) == 0);
      next = e.pod + 1;
      Shadow born;
      born.version = e.version;
      born.since = born.createdAt = e.t;
      pods[e.pod] = born;
      return;
    }
    const auto found = pods.find(e.pod);
    if (!may(found != pods.end())) return;
    Shadow& pod = found->second;
    may(pod.version == e.version);
    const PodTemplate* t = templateOf(m, e);
    if (t == nullptr) return;
    if (e.reason == Reason::PodGone) {
      may(pod.state == PodState::Terminating);
      const Span span =
          jitterSpan(t->simulation.shutdown, t->simulation.jitterMilli).cut(1000LL * t->terminationGracePeriodSeconds);
      f.expect(span.holds(e.t - pod.since), "grace",
               [&] { return "gone " + std::to_string(e.t - pod.since) + " ms after it was told to stop: " + told(e); });
      pods.erase(found);
      return;
    }
    liveOn(e, *t, pod, f, may(true));
  }

  void liveOn(const Event& e, const PodTemplate& t, Shadow& pod, Findings& f, bool) {
    const auto may = [&](bool allowed) {
      f.expect(allowed, "pod life", [&] { return "cannot happen to this pod now: " + told(e); });
    };
    const auto enter = [&](PodState state) {
      pod.state = state;
      pod.since = e.t;
      pod.ready = false;
    };
    switch (e.reason) {
      case Reason::Started: {
        may(pod.state == PodState::Starting && e.facts[0] == pod.restarts);
        Span span = jitterSpan(t.simulation.start, t.simulation.jitterMilli);
        // A restart takes some time, or a container that fails at once would restart for ever in one instant.
        if (pod.restarts > 0) span = {std::max<Millis>(1, span.least), std::max<Millis>(1, span.most)};
        f.expect(span.holds(e.t - pod.since), "pod life",
                 [&] { return "took " + std::to_string(e.t - pod.since) + " ms to start: " + told(e); });
        enter(PodState::Running);
        break;
      }
      case Reason::Ready:
        may(pod.state == PodState::Running && !pod.ready);
        pod.ready = true;
        break;
      case Reason::Unready:
        may(pod.state == PodState::Running && pod.ready);
        pod.ready = false;
        break;
      case Reason::Unhealthy:
        may(pod.state == PodState::Running);
        break;
      case Reason::Killing:
        may(pod.state == PodState::Running && (t.liveness || t.startup));
        ended(e, t, pod);
        enter(PodState::Stopping);
        break;
      case Reason::ContainerDied:
      case Reason::ChaosCrashed:
        may(pod.state == PodState::Running && !pod.dying);
        if (e.reason == Reason::ContainerDied) may(t.simulation.crashAfter || t.simulation.crashesPerHourMilli > 0);
        ended(e, t, pod);
        pod.dying = true;
        break;
      case Reason::BackOff:
        backOff(e, t, pod, f);
        enter(PodState::BackOff);
        break;
      case Reason::Restarted:
        may(pod.state == PodState::BackOff && e.facts[0] == pod.restarts + 1);
        f.expect(e.t - pod.since == pod.wait, "backoff", [&] {
          return "restarted after " + std::to_string(e.t - pod.since) + " ms instead of " + std::to_string(pod.wait) +
                 ": " + told(e);
        });
        ++pod.restarts;
        enter(PodState::Starting);
        break;
      case Reason::SuccessfulDelete:
      case Reason::ChaosKilled:
        may(pod.state != PodState::Terminating);
        enter(PodState::Terminating);
        break;
      case Reason::HealthSwitched:
        may(pod.state != PodState::Terminating);
        break;
      default:
        may(false);
        break;
    }
  }

  static void ended(const Event& e, const PodTemplate& t, Shadow& pod) {
    if (e.t - pod.since >= t.restartBackoff.resetAfter) pod.waits = 0;
  }

  static void backOff(const Event& e, const PodTemplate& t, Shadow& pod, Findings& f) {
    const bool stopped = pod.state == PodState::Stopping;
    f.expect(stopped || pod.dying, "pod life", [&] { return "backs off though it runs: " + told(e); });
    if (stopped) {
      const Span span =
          jitterSpan(t.simulation.shutdown, t.simulation.jitterMilli).cut(1000LL * t.terminationGracePeriodSeconds);
      f.expect(span.holds(e.t - pod.since), "grace",
               [&] { return "its container took " + std::to_string(e.t - pod.since) + " ms to stop: " + told(e); });
    }
    f.expect(backoffSpan(t.restartBackoff, pod.waits).holds(e.facts[0]), "backoff", [&] {
      return "waits " + std::to_string(e.facts[0]) + " ms before restart " + std::to_string(pod.waits) +
             " since the last reset: " + told(e);
    });
    ++pod.waits;
    f.expect(e.facts[1] == pod.restarts + 1 && e.facts[2] == pod.waits, "backoff",
             [&] { return "counts its restarts wrongly: " + told(e); });
    pod.wait = e.facts[0];
    pod.dying = false;
  }

  void compare(const ServiceState& s, const PodTable& table, Findings& f) {
    const auto& pods = m_pods[s.index];
    f.expect(pods.size() == table.size(), "pod life", [&] {
      return s.spec->name + ": " + std::to_string(table.size()) + " pods, and " + std::to_string(pods.size()) +
             " by what was told";
    });
    auto shadow = pods.begin();
    table.forEach(0, [&](const Pod& pod) {
      const bool same = shadow != pods.end() && shadow->first == pod.ordinal && shadow->second.state == pod.state &&
                        shadow->second.ready == pod.ready && shadow->second.version == pod.version &&
                        shadow->second.restarts == pod.restarts && shadow->second.createdAt == pod.createdAt;
      f.expect(same, "pod life", [&] {
        return s.spec->name + ": pod " + std::to_string(pod.ordinal) + " is " + podStatus(pod) +
               (pod.ready ? ", ready" : "") + ", which is not what was told of it";
      });
      if (shadow != pods.end()) ++shadow;
      return same;
    });
  }

  std::map<ServiceIndex, std::map<PodOrdinal, Shadow>> m_pods;
  std::map<ServiceIndex, PodOrdinal> m_next;
};

}  // namespace

std::unique_ptr<Checker> checkPodLife() { return std::make_unique<PodLife>(); }

}  // namespace perfect::storm
