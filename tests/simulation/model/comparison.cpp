// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/model/comparison.h"

#include <algorithm>
#include <sstream>

namespace perfect::test {

namespace {

bool sameText(const Event& a, const Event& b) { return (a.text ? *a.text : "") == (b.text ? *b.text : ""); }

bool same(const Event& a, const Event& b) {
  return a.seq == b.seq && a.t == b.t && a.reason == b.reason && a.service == b.service && a.pod == b.pod &&
         a.version == b.version && a.facts == b.facts && a.cause == b.cause && a.root == b.root && sameText(a, b);
}

// --- what is there now, as lines of text: equal worlds have equal lines --------------------------------

std::string podLine(PodOrdinal ordinal, VersionIndex version, const char* status, const char* phase, bool ready,
                    bool available, std::uint32_t restarts, std::uint32_t port) {
  std::ostringstream out;
  out << "pod #" << ordinal << " v" << version << " " << status << " " << phase << (ready ? " ready" : "")
      << (available ? " available" : "") << " restarts " << restarts << " port " << port;
  return out.str();
}

std::string podLine(const Pod& pod) {
  return podLine(pod.ordinal, pod.version, podStatus(pod), podPhase(pod), pod.ready, pod.available, pod.restarts,
                 pod.port);
}

std::string podLine(const PlainPod& plain) {
  Pod pod;
  pod.state = plain.state;
  pod.restarts = plain.restarts;
  return podLine(plain.ordinal, plain.version, podStatus(pod), podPhase(pod), plain.ready, plain.available,
                 plain.restarts, plain.port);
}

std::string countsText(const PodCounts& c) {
  std::ostringstream out;
  out << "pending " << c.pending << " notReady " << c.notReady << " ready " << c.ready << " available " << c.available
      << " terminating " << c.terminating << " backingOff " << c.backingOff << " brokenReady " << c.brokenReady;
  return out.str();
}

void addVersions(const ServiceState& s, bool requests, std::vector<std::string>& lines) {
  for (std::size_t v = 0; v < s.versions.size(); ++v) {
    const VersionState& version = s.versions[v];
    std::ostringstream out;
    out << "version " << v << " " << version.hash << " " << version.digest << " revision " << version.revision
        << (version.onceStable ? " onceStable" : "") << (version.failed ? " failed" : "") << ": "
        << countsText(version.counts);
    if (requests) out << " served " << version.servedMilli << " failed " << version.failedMilli;
    lines.push_back(out.str());
  }
}

void addRollout(const RolloutState& r, std::vector<std::string>& lines) {
  std::ostringstream out;
  out << "rollout phase " << static_cast<int>(r.phase) << " updated " << r.updated << " stable " << r.stable
      << " active " << r.active << " step " << r.step << " stepDoneAt " << r.stepDoneAt << " pauseUntil "
      << r.pauseUntil << " userPaused " << r.userPaused << " waitsForPromote " << r.waitsForPromote << " promote "
      << r.promote << " promoteFull " << r.promoteFull << " toStable " << r.toStable << " switchedAt " << r.switchedAt
      << " drainAt " << r.drainAt << " startedAt " << r.startedAt << " progressAt " << r.progressAt
      << " deadlineStoppedAt " << r.deadlineStoppedAt << " mark " << r.mark.updated << "/" << r.mark.old << "/"
      << r.mark.ready << "/" << r.mark.available << " number " << r.number << " sizedFor " << r.sizedFor << " scaling "
      << r.scaling << " sizes";
  for (const std::int32_t size : r.sizes) out << " " << size;
  const AnalysisState& a = r.analysis;
  out << " analysis " << a.running << " next " << a.nextAt << " taken " << a.taken << " failed " << a.failed
      << " sinceStep " << a.sinceStep;
  lines.push_back(out.str());
}

// The Engine lets an autoscaler sleep that cannot change its mind; the model asks it again and again. When it looks
// next is therefore no difference, and neither is the instant of a wait for the next tick.
void addWaiting(const ServiceState& s, std::vector<std::string>& lines) {
  for (const Waiting& w : s.waiting) {
    if (w.what == WaitFor::AutoscaleLook) continue;
    std::ostringstream out;
    out << "waits for " << static_cast<int>(w.what) << " until " << (w.what == WaitFor::Tick ? kNever : w.until)
        << " version " << w.version << " (" << w.facts[0] << ", " << w.facts[1] << ", " << w.facts[2] << ")";
    lines.push_back(out.str());
  }
}

void addAlert(const AlertState& a, std::vector<std::string>& lines) {
  std::ostringstream out;
  out << "alert status " << static_cast<int>(a.status) << " notified " << static_cast<int>(a.notified) << " lastChange "
      << a.lastChange << " lastNotified " << a.lastNotified << " pending " << static_cast<int>(a.pending) << " since "
      << a.pendingSince << " toldDown " << a.toldDown << " heldBy " << (a.heldBy ? static_cast<int>(*a.heldBy) : -1)
      << " lastDown " << a.lastDown << " previousDesired " << a.previousDesired << " suppressUntil " << a.suppressUntil;
  lines.push_back(out.str());
}

std::vector<std::string> linesOf(const ServiceState& s, bool requests) {
  std::vector<std::string> lines;
  std::ostringstream out;
  out << "service " << s.spec->name << " replicas " << s.replicas << (s.deleting ? " deleting" : "") << " createdAt "
      << s.createdAt << " revision " << s.revision << " pods ever " << s.nextOrdinal << " load " << s.load.byDemand
      << "/" << s.load.cpu << "/" << s.load.demand << " autoscaler " << static_cast<int>(s.autoscale.verdict) << " "
      << s.autoscale.utilisation << " % recommends " << s.autoscale.recommended;
  lines.push_back(out.str());
  addVersions(s, requests, lines);
  addRollout(s.rollout, lines);
  addWaiting(s, lines);
  addAlert(s.alert, lines);
  const AlertCounts& a = s.alertCounts;
  lines.push_back("alerts due " + std::to_string(a.due) + " held back " + std::to_string(a.heldBack) + " sent " +
                  std::to_string(a.sent) + " failed " + std::to_string(a.failed));
  for (const AlertSight& sight : s.alertTimeline.sights()) {
    lines.push_back("saw at " + std::to_string(sight.t) + " " + std::to_string(sight.ready) + " of " +
                    std::to_string(sight.desired) + " tick " + std::to_string(sight.tick));
  }
  return lines;
}

std::string firstDifference(const std::vector<std::string>& engine, const std::vector<std::string>& model) {
  for (std::size_t i = 0; i < std::max(engine.size(), model.size()); ++i) {
    const std::string a = i < engine.size() ? engine[i] : "(nothing)";
    const std::string b = i < model.size() ? model[i] : "(nothing)";
    if (a != b) return "  engine: " + a + "\n  model:  " + b + "\n";
  }
  return {};
}

bool sameVersions(const std::vector<VersionState>& a, const std::vector<VersionState>& b, bool requests) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [requests](const VersionState& x, const VersionState& y) {
    return x.counts == y.counts && x.revision == y.revision && x.onceStable == y.onceStable && x.failed == y.failed &&
           x.hash == y.hash && (!requests || (x.servedMilli == y.servedMilli && x.failedMilli == y.failedMilli));
  });
}

std::vector<Waiting> comparableWaits(const ServiceState& s) {
  std::vector<Waiting> waits;
  for (Waiting w : s.waiting) {
    if (w.what == WaitFor::AutoscaleLook) continue;
    if (w.what == WaitFor::Tick) w.until = kNever;
    waits.push_back(w);
  }
  return waits;
}

/// Quickly, and at least as strict as what the lines show.
bool sameService(const ServiceState& a, const ServiceState& b, bool requests) {
  return a.replicas == b.replicas && a.deleting == b.deleting && a.createdAt == b.createdAt &&
         a.revision == b.revision && a.nextOrdinal == b.nextOrdinal && a.load == b.load &&
         a.autoscale.verdict == b.autoscale.verdict && a.autoscale.utilisation == b.autoscale.utilisation &&
         a.autoscale.recommended == b.autoscale.recommended && a.rollout == b.rollout && a.alert == b.alert &&
         a.alertCounts == b.alertCounts && sameVersions(a.versions, b.versions, requests) &&
         comparableWaits(a) == comparableWaits(b) && a.alertTimeline.sights() == b.alertTimeline.sights();
}

/// The Engine sums requests up when it has a reason to; only then are its sums those of now.
std::string compareService(const ServiceState& s, const PlainService& plain, SimTime now) {
  const bool requests = s.accountedAt == now;
  if (sameService(s, plain.state, requests)) return {};
  const std::string difference = firstDifference(linesOf(s, requests), linesOf(plain.state, requests));
  return difference.empty() ? "  something that has no words here\n" : difference;
}

bool samePod(const Pod& a, const PlainPod& b) {
  return a.ordinal == b.ordinal && a.version == b.version && a.state == b.state && a.ready == b.ready &&
         a.available == b.available && a.restarts == b.restarts && a.port == b.port;
}

std::string comparePods(const PodTable& table, const PlainService& plain) {
  std::size_t equal = 0;
  table.forEach(0, [&](const Pod& pod) {
    const bool same = equal < plain.pods.size() && samePod(pod, plain.pods[equal]);
    if (same) ++equal;
    return same;
  });
  if (equal == plain.pods.size() && equal == table.size()) return {};
  std::vector<std::string> engine;
  std::vector<std::string> model;
  table.forEach(0, [&](const Pod& pod) {
    engine.push_back(podLine(pod));
    return true;
  });
  for (const PlainPod& pod : plain.pods) model.push_back(podLine(pod));
  const std::string difference = firstDifference(engine, model);
  return difference.empty() ? "  something that has no words here\n" : difference;
}

}  // namespace

std::string Comparison::eventLine(const Event& e, const Names& names) {
  std::ostringstream out;
  out << "#" << e.seq << " t=" << e.t << " " << info(e.reason).code;
  if (e.service != kNoService) out << " " << (e.service < names.size() ? names[e.service]->name : "?");
  if (e.pod != kNoPod) out << "#" << e.pod;
  if (e.version != kNoVersion) out << " v" << e.version;
  out << " (" << e.facts[0] << ", " << e.facts[1] << ", " << e.facts[2] << ", " << e.facts[3] << ") cause " << e.cause
      << " root " << e.root << ": " << messageText(e, names);
  if (e.text) out << " [" << *e.text << "]";
  return out.str();
}

std::string Comparison::before(std::uint64_t seq) const {
  constexpr std::uint64_t kShown = 12;
  std::string text = "the events before it:\n";
  for (std::uint64_t s = seq > kShown ? seq - kShown : 1; s < seq; ++s) {
    if (const Event* event = m_engine->events().find(s)) text += "    " + eventLine(*event, m_engine->names()) + "\n";
  }
  return text;
}

std::string Comparison::compareEvents() {
  const std::uint64_t engineEnd = m_engine->lastSeq();
  const std::uint64_t modelEnd = m_model->events().size();
  while (m_compared < std::max(engineEnd, modelEnd)) {
    const std::uint64_t seq = m_compared + 1;
    const Event* engine = seq <= engineEnd ? m_engine->events().find(seq) : nullptr;
    const Event* model = seq <= modelEnd ? &m_model->events()[seq - 1] : nullptr;
    if (engine == nullptr || model == nullptr || !same(*engine, *model)) {
      return "event " + std::to_string(seq) +
             " differs:\n  engine: " + (engine == nullptr ? "(nothing)" : eventLine(*engine, m_engine->names())) +
             "\n  model:  " + (model == nullptr ? "(nothing)" : eventLine(*model, m_model->names())) + "\n" +
             before(seq);
    }
    m_compared = seq;
  }
  return {};
}

std::string Comparison::compare() {
  std::string difference = compareEvents();
  if (!difference.empty()) return difference;
  const auto at = [&](const std::string& what) {
    return "at t=" + std::to_string(m_engine->now()) + " " + what + " differ:\n";
  };
  if (m_engine->now() != m_model->now()) return at("the clocks") + "  model: " + std::to_string(m_model->now()) + "\n";
  const std::shared_ptr<const Snapshot> snapshot = m_engine->publish();
  if (snapshot->chaosSchedules != m_model->chaosSchedules()) return at("the chaos schedules");
  std::size_t alive = 0;
  for (const PlainService& plain : m_model->services()) alive += plain.gone ? 0 : 1;
  if (alive != snapshot->services.size()) return at("the services");
  for (const ServiceEntry& entry : snapshot->services) {
    const std::string& name = entry.state->spec->name;
    const PlainService* plain = m_model->service(name);
    if (plain == nullptr) return at("the services") + "  the model has no " + name + "\n";
    difference = comparePods(*entry.pods, *plain);
    if (!difference.empty()) return at("the pods of " + name) + difference + before(m_compared + 1);
    difference = compareService(*m_engine->service(name), *plain, m_engine->now());
    if (!difference.empty()) return at("what is known of " + name) + difference + before(m_compared + 1);
  }
  return {};
}

std::string Comparison::compareAnswers(const Answer& engine, const Answer& model) {
  const auto text = [](const Answer& answer) {
    if (!answer) {
      return "refused (" + std::to_string(static_cast<int>(answer.error().kind)) + "): " + answer.error().message();
    }
    const Outcome& outcome = answer.value();
    std::string pods;
    for (const std::string& pod : outcome.pods) pods += " " + pod;
    return "done: event " + std::to_string(outcome.event) + ", replicas " + std::to_string(outcome.replicas) +
           ", pods" + pods;
  };
  if (text(engine) == text(model)) return {};
  return "the answers differ:\n  engine: " + text(engine) + "\n  model:  " + text(model) + "\n";
}

bool Twin::note(const std::string& difference) {
  if (m_difference.empty()) m_difference = difference;
  return m_difference.empty();
}

bool Twin::apply(const Command& command) {
  const Answer mine = engine.apply(command);
  const Answer other = model.apply(command);
  return note(Comparison::compareAnswers(mine, other)) && note(m_comparison.compare());
}

bool Twin::settle() {
  engine.settle();
  model.settle();
  return note(m_comparison.compare());
}

bool Twin::runTo(SimTime t) {
  while (m_difference.empty()) {
    const SimTime next = std::min(t, engine.nextTime());
    engine.advanceTo(next);
    model.advanceTo(next);
    if (!note(m_comparison.compare()) || next == t) break;
    settle();
  }
  return m_difference.empty();
}

}  // namespace perfect::test
