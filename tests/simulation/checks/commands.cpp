// SPDX-License-Identifier: GPL-3.0-or-later
//
// A refused Command changed nothing; bad input is refused; an accepted one did what it says.
#include <set>

#include "tests/simulation/checks/checks.h"
#include "tests/simulation/picture.h"

namespace perfect::storm {

namespace {

class Commands : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    if (m.stage != Stage::Command) return;
    if (!m.answer->ok()) {
      nothingChanged(m, f);
      f.expect(!m.answer->error().message().empty(), "commands", [] { return "refused without a word"; });
      return;
    }
    std::visit([&](const auto& command) { accepted(m, command, m.answer->value(), f); }, *m.command);
    const std::uint64_t event = m.answer->value().event;
    f.expect(event == 0 || (!m.events->empty() && event == m.events->front().seq), "commands",
             [] { return "the answer names another event than the first one told"; });
  }

 private:
  static void nothingChanged(const Moment& m, Findings& f) {
    f.expect(m.events->empty(), "commands", [] { return "a refused Command told something"; });
    f.expect(m.before->services.size() == m.now->services.size(), "commands", [] { return "services came or went"; });
    f.expect(m.before->tick == m.now->tick && m.before->chaosSchedules == m.now->chaosSchedules, "commands",
             [] { return "a refused Command changed tick or chaos"; });
    for (std::size_t i = 0; i < m.now->services.size() && i < m.before->services.size(); ++i) {
      const ServiceEntry& was = m.before->services[i];
      const ServiceEntry& is = m.now->services[i];
      if (was.state == is.state && was.pods == is.pods) continue;
      f.expect(hashOf(was) == hashOf(is), "commands",
               [&] { return is.state->spec->name + ": a refused Command changed it"; });
    }
  }

  static const ServiceState* find(const Moment& m, const std::string& name) {
    const ServiceEntry* entry = m.now->find(name);
    return entry == nullptr ? nullptr : entry->state.get();
  }
  static void known(const Moment& m, const std::string& name, Findings& f) {
    f.expect(m.before->find(name) != nullptr, "commands",
             [&] { return "accepted for " + name + ", which is not there"; });
  }

  static void accepted(const Moment& m, const ApplyCommand& c, const Outcome&, Findings& f) {
    std::set<std::string> names;
    f.expect(!c.services.empty(), "commands", [] { return "nothing was applied"; });
    for (const ServiceSpec& spec : c.services) {
      f.expect(names.insert(spec.name).second, "commands", [&] { return spec.name + " was applied twice at once"; });
      const ServiceState* s = find(m, spec.name);
      f.expect(s != nullptr && *s->spec == spec, "commands", [&] { return spec.name + " is not as it was applied"; });
      if (s == nullptr) continue;
      const bool keeps = spec.autoscale && !spec.replicasGiven && m.before->find(spec.name) != nullptr;
      f.expect(keeps || s->replicas == spec.replicas, "commands",
               [&] { return spec.name + ": not the replicas applied"; });
    }
  }
  static void accepted(const Moment& m, const DeleteCommand& c, const Outcome&, Findings& f) {
    known(m, c.service, f);
    const ServiceState* s = find(m, c.service);
    f.expect(s == nullptr || s->deleting, "commands", [&] { return c.service + " is not being deleted"; });
  }
  static void accepted(const Moment& m, const ScaleCommand& c, const Outcome& o, Findings& f) {
    known(m, c.service, f);
    const ServiceState* s = find(m, c.service);
    if (s == nullptr || m.before->find(c.service) == nullptr) return;
    const std::int64_t wanted =
        c.replicas ? *c.replicas : std::int64_t{m.before->find(c.service)->state->replicas} + *c.delta;
    f.expect(c.replicas.has_value() != c.delta.has_value(), "commands",
             [] { return "a scale with two numbers, or none"; });
    f.expect(s->replicas == std::max<std::int64_t>(0, wanted) && o.replicas == s->replicas, "commands",
             [&] { return c.service + ": scaled to another number"; });
  }
  static void accepted(const Moment& m, const ImageCommand& c, const Outcome&, Findings& f) {
    known(m, c.service, f);
    const ServiceState* s = find(m, c.service);
    f.expect(s != nullptr && s->spec->podTemplate.image == c.image && !c.image.empty(), "commands",
             [&] { return c.service + ": not the image that was set"; });
  }
  static void accepted(const Moment& m, const LoadCommand& c, const Outcome&, Findings& f) {
    known(m, c.service, f);
    const ServiceState* s = find(m, c.service);
    if (s == nullptr) return;
    const LoadState& load = s->load;
    const auto inRange = [](std::int64_t v) { return v >= 0 && v <= 1000000000; };
    const std::int64_t value = load.byDemand ? load.demand : load.cpu;
    f.expect(inRange(value), "commands", [&] { return c.service + ": a load out of range"; });
    const bool set = c.pattern
                         ? load.byDemand == c.pattern->demand && value >= std::min(c.pattern->from, c.pattern->to) &&
                               value <= std::max(c.pattern->from, c.pattern->to)
                     : c.cpu ? !load.byDemand && load.cpu == *c.cpu
                             : c.demand && load.byDemand && load.demand == *c.demand;
    f.expect(set, "commands", [&] { return c.service + ": not the load that was set"; });
  }
  static void accepted(const Moment& m, const ChaosCommand& c, const Outcome& o, Findings& f) {
    known(m, c.service, f);
    for (const std::string& id : o.pods) {
      const auto pod = m.now->pod(id);
      f.expect(pod && (c.kind == ChaosKind::Kill ? pod->pod.terminating() : pod->pod.state == PodState::BackOff),
               "commands", [&] { return id + " was struck and shows no sign of it"; });
    }
  }
  static void accepted(const Moment& m, const ChaosScheduleCommand& c, const Outcome&, Findings& f) {
    known(m, c.blow.service, f);
    f.expect(c.every >= 10, "commands", [] { return "chaos more often than every 10 ms"; });
  }
  static void accepted(const Moment& m, const ChaosStopCommand&, const Outcome&, Findings& f) {
    f.expect(m.now->chaosSchedules == 0, "commands", [] { return "chaos was stopped and goes on"; });
    for (const ServiceEntry& entry : m.now->services) {
      entry.pods->forEach(0, [&](const Pod& pod) {
        f.expect(pod.terminating() || (!pod.readinessBroken && !pod.livenessBroken), "commands",
                 [&] { return entry.state->spec->name + ": chaos was stopped and a pod is still ill"; });
        return true;
      });
    }
  }
  static void accepted(const Moment& m, const HealthCommand& c, const Outcome& o, Findings& f) {
    known(m, c.service, f);
    for (const std::string& id : o.pods) {
      const auto pod = m.now->pod(id);
      const bool readiness = c.probe == ProbeTarget::Liveness || (pod && pod->pod.readinessBroken != c.healthy);
      const bool liveness = c.probe == ProbeTarget::Readiness || (pod && pod->pod.livenessBroken != c.healthy);
      f.expect(pod && readiness && liveness, "commands", [&] { return id + ": its health was not switched"; });
    }
  }
  static void accepted(const Moment& m, const RolloutCommand& c, const Outcome&, Findings& f) {
    known(m, c.service, f);
    f.expect(!m.events->empty(), "commands", [&] { return c.service + ": a verb was accepted and did nothing"; });
  }
  static void accepted(const Moment& m, const AlertSettingsCommand& c, const Outcome&, Findings& f) {
    const AlertSettings& is = m.options->alerts;
    const auto taken = [](const std::optional<Millis>& given, Millis value) {
      return value >= 0 && value <= 86400000 && (!given || *given == value);
    };
    const bool all = taken(c.downConfirm, is.downConfirm) && taken(c.upConfirm, is.upConfirm) &&
                     taken(c.cooldown, is.cooldown) && taken(c.startupGrace, is.startupGrace);
    const Facts told = m.events->empty() ? Facts{} : m.events->front().facts;
    f.expect(all && told == Facts{is.downConfirm, is.upConfirm, is.cooldown, is.startupGrace}, "commands",
             [] { return "not the alert settings that were set"; });
  }
  static void accepted(const Moment& m, const MailResultCommand& c, const Outcome&, Findings& f) {
    f.expect(m.events->size() == 1 && m.events->front().cause == c.alert && c.alert > 0, "commands",
             [] { return "what became of a mail does not follow from its alert"; });
  }
  static void accepted(const Moment& m, const TickCommand& c, const Outcome&, Findings& f) {
    f.expect(c.tick >= 10 && c.tick <= 60000 && m.now->tick == c.tick, "commands",
             [] { return "not the tick that was set"; });
  }
};

}  // namespace

std::unique_ptr<Checker> checkCommands() { return std::make_unique<Commands>(); }

}  // namespace perfect::storm
