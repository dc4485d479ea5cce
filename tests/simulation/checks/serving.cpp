// SPDX-License-Identifier: GPL-3.0-or-later
//
// Only ready pods serve, a ready container runs, and what a template declares unhealthy never becomes ready by a probe.
#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

class Serving : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    for (const ServiceStep& step : m.services) {
      if (step.is == nullptr || !step.changed) continue;
      const ServiceEntry entry{std::shared_ptr<const ServiceState>(std::shared_ptr<const ServiceState>(), step.is),
                               std::shared_ptr<const PodTable>(std::shared_ptr<const PodTable>(), step.pods)};
      std::int32_t serving = 0;
      Snapshot::forEachPod(entry, 0, [&](const PodView& view) {
        serving += view.serving() ? 1 : 0;
        lookAt(*step.is, view, f);
        return true;
      });
      f.expect(serving == step.is->serving(), "serving", [&] {
        return step.is->spec->name + ": " + std::to_string(serving) + " pods serve, and the counters say " +
               std::to_string(step.is->serving());
      });
    }
  }

 private:
  static void lookAt(const ServiceState& s, const PodView& view, Findings& f) {
    const Pod& pod = view.pod;
    const PodTemplate& t = *view.version->podTemplate;
    const auto expect = [&](bool holds, const char* what) {
      f.expect(holds, "serving", [&] { return s.spec->name + ": pod " + view.id() + " " + what; });
    };
    expect(!view.serving() || pod.ready, "serves and is not ready");
    expect(!view.serving() || pod.state != PodState::Terminating, "serves while it terminates");
    expect(!pod.ready || pod.state == PodState::Running, "is ready without a running container");
    expect(!pod.ready || pod.started, "is ready before its startup probe has succeeded");
    expect(!pod.ready || !t.readiness || pod.readinessResult == ProbeResult::Success, "is ready and its probe is not");
    const bool never = t.declaredUnhealthy() || t.simulation.probeFailure == 100000;
    expect(!pod.ready || !never || (!t.readiness && !t.startup), "is ready though every probe of it fails");
    expect(!pod.available || pod.ready, "is available and not ready");
  }
};

}  // namespace

std::unique_ptr<Checker> checkServing() { return std::make_unique<Serving>(); }

}  // namespace perfect::storm
