// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/scenario_file.h"

#include <algorithm>

#include "core/manifest/manifest.h"
#include "core/manifest/yaml_scalar_text.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scenario_run.h"
#include "core/scenario/step_text.h"
#include "tests/simulation/picture.h"

namespace perfect::storm {

namespace {

constexpr Millis kLongestDuration = 10000LL * 3600000;

std::string ms(Millis d) { return std::to_string(d) + "ms"; }
std::string flow(const std::string& action, const std::string& fields) { return action + ": { " + fields + " }"; }
std::string service(const std::string& name) { return "service: " + yamlScalar(name); }

template <typename Number>
void add(std::string& fields, const char* name, const std::optional<Number>& value) {
  if (value) fields += std::string(", ") + name + ": " + std::to_string(*value);
}

std::string limits(const ChaosLimits& l) {
  std::string fields;
  add(fields, "minAvailable", l.minAvailable);
  add(fields, "maxAtOnce", l.maxAtOnce);
  if (l.minAge) fields += ", minAge: " + ms(*l.minAge);
  return fields;
}

std::string step(const ApplyCommand& c) {
  std::string text = "apply: |\n";
  std::string manifests;
  for (const ServiceSpec& spec : c.services) manifests += (manifests.empty() ? "" : "---\n") + writeManifest(spec);
  std::size_t begin = 0;
  while (begin < manifests.size()) {
    const std::size_t end = std::min(manifests.find('\n', begin), manifests.size());
    text += "        " + manifests.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  text.pop_back();
  return text;
}
std::string step(const DeleteCommand& c) { return flow("delete", service(c.service)); }
std::string step(const ScaleCommand& c) {
  std::string fields = service(c.service);
  add(fields, "replicas", c.replicas);
  add(fields, "delta", c.delta);
  return flow("scale", fields);
}
std::string step(const ImageCommand& c) {
  return flow("image", service(c.service) + ", image: " + yamlScalar(c.image));
}
std::string step(const LoadCommand& c) {
  std::string fields = service(c.service);
  add(fields, "cpu", c.cpu);
  add(fields, "demand", c.demand);
  if (c.pattern) {
    const LoadPattern& p = *c.pattern;
    const char* const shapes[] = {"constant", "ramp", "sine", "spike"};
    std::string pattern = std::string("shape: ") + shapes[static_cast<std::size_t>(p.shape)] +
                          ", unit: " + (p.demand ? "demand" : "cpu") + ", from: " + std::to_string(p.from) +
                          ", to: " + std::to_string(p.to) + ", period: " + ms(p.period) + ", every: " + ms(p.every);
    if (p.forTime) pattern += ", for: " + ms(*p.forTime);
    fields += ", " + flow("pattern", pattern);
  }
  return flow("load", fields);
}
std::string step(const ChaosCommand& c) {
  std::string fields = service(c.service);
  add(fields, "count", c.count);
  add(fields, "percent", c.percent);
  if (c.pod) fields += ", pod: " + yamlScalar(*c.pod);
  return flow(c.kind == ChaosKind::Kill ? "kill" : "crash", fields + limits(c.limits));
}
std::string step(const ChaosScheduleCommand& c) {
  const char* const kind = c.blow.kind == ChaosKind::Kill ? "kill" : "crash";
  std::string fields = service(c.blow.service) + ", every: " + ms(c.every);
  fields += std::string(", ") + kind + ": ";
  fields += c.blow.percent ? "\"" + std::to_string(*c.blow.percent) + "%\"" : std::to_string(c.blow.count.value_or(1));
  if (c.forTime) fields += ", for: " + ms(*c.forTime);
  return flow("chaos", fields + limits(c.blow.limits));
}
std::string step(const ChaosStopCommand&) { return "chaosStop:"; }
std::string step(const HealthCommand& c) {
  const char* const probes[] = {"readiness", "liveness", "both"};
  std::string fields = service(c.service) + ", healthy: " + (c.healthy ? "true" : "false");
  add(fields, "count", c.count);
  add(fields, "percent", c.percent);
  if (c.pod) fields += ", pod: " + yamlScalar(*c.pod);
  fields += std::string(", probe: ") + probes[static_cast<std::size_t>(c.probe)];
  return flow("health", fields + (c.sticky ? ", sticky: true" : ""));
}
std::string step(const RolloutCommand& c) {
  const char* const actions[] = {"promote", "promoteFull", "pause", "resume", "abort", "retry", "undo", "restart"};
  return flow("rollout", service(c.service) + ", action: " + actions[static_cast<std::size_t>(c.action)]);
}
std::string step(const AlertSettingsCommand& c) {
  std::string fields;
  const auto knob = [&](const char* name, const std::optional<Millis>& value) {
    if (value) fields += (fields.empty() ? "" : ", ") + std::string(name) + ": " + ms(*value);
  };
  knob("downConfirm", c.downConfirm);
  knob("upConfirm", c.upConfirm);
  knob("cooldown", c.cooldown);
  knob("startupGrace", c.startupGrace);
  return flow("alerts", fields);
}
std::string step(const MailResultCommand& c) {
  const char* const results[] = {"sent", "deferred", "failed"};
  std::string fields = service(c.service) + ", alert: " + std::to_string(c.alert) +
                       ", result: " + results[static_cast<std::size_t>(c.result)] +
                       ", code: " + std::to_string(c.code) + ", attempt: " + std::to_string(c.attempt);
  if (c.retryAfter > 0) fields += ", retryAfter: " + ms(c.retryAfter);
  if (!c.text.empty()) fields += ", text: " + yamlScalar(c.text);
  return flow("mail", fields);
}
std::string step(const TickCommand& c) { return "tick: " + ms(c.tick); }

/// The wait before a step at `at`, the one before it having been done at `before`.
std::string waitFor(SimTime at, SimTime before) {
  if (at <= kLongestDuration) return "    - at: " + ms(at) + "\n";
  // A duration in a file ends at ten thousand hours: longer ones take several steps.
  std::string text;
  Millis left = at - before;
  for (; left > kLongestDuration; left -= kLongestDuration) text += "    - after: " + ms(kLongestDuration) + "\n";
  return text + "    - after: " + ms(left) + "\n";
}

std::string settings(const EngineOptions& o) {
  std::string text = "# Play it with: perfect-system simulate FILE --tick " + std::to_string(o.tick);
  if (o.alerts == AlertSettings{}) return text + "\n";
  return text + "\n# Alert settings (ms): ALERT_DOWN_CONFIRM_MS=" + std::to_string(o.alerts.downConfirm) +
         " ALERT_UP_CONFIRM_MS=" + std::to_string(o.alerts.upConfirm) +
         " ALERT_COOLDOWN_MS=" + std::to_string(o.alerts.cooldown) +
         " ALERT_STARTUP_GRACE_MS=" + std::to_string(o.alerts.startupGrace) + "\n";
}

std::string oneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

std::string writeScenario(const Run& run, const std::string& title) {
  std::string text = "# " + oneLine(title) + "\n" + settings(run.world.options);
  text += "apiVersion: perfect.system/v1\nkind: Scenario\nmetadata: { name: storm }\nspec:\n  seed: " +
          std::to_string(run.world.options.seed) + "\n  steps:\n";
  SimTime before = 0;
  bool any = false;
  for (std::size_t i = 0; i < run.world.commands.size(); ++i) {
    const TimedCommand& c = run.world.commands[i];
    if (i < run.taken.size() && !run.taken[i]) {
      text += "    # refused at " + ms(c.at) + ": " + oneLine(commandText(c.command)) + "\n";
      continue;
    }
    text += waitFor(c.at, before) + "      " +
            std::visit([](const auto& command) { return step(command); }, c.command) + "\n";
    before = c.at;
    any = true;
  }
  // So that it goes on to where the failure is.
  if (run.end > before || !any) text += waitFor(std::max(run.end, before), before) + "      say: the end\n";
  return text;
}

Failure playScenario(const Run& run) {
  const std::string text = writeScenario(run, "a world");
  // Manifests may ask for decades; sixty years of steps of ten thousand hours are more than a file may hold.
  if (text.size() > kMaxManifestBytes && run.end > 100 * kLongestDuration) return {};
  auto parsed = parseScenario(
      text, [](const std::string& path) { return Result<std::string>::failure(path + " is no file of this world"); });
  if (!parsed) return Failure{"scenario", formatError("scenario", parsed.error().front()), 0};
  EngineOptions options = run.world.options;
  options.seed = parsed.value().seed.value_or(1);
  Engine engine(options);
  std::vector<Event> events{*engine.events().find(1)};
  engine.setEventSink([&](const Event& event, const Names&) { events.push_back(event); });
  ScenarioRun scenario(std::move(parsed).value());
  scenario.advanceTo(engine, run.end);
  if (scenario.failed()) return Failure{"scenario", scenario.failures().front().message, engine.now()};
  scenario.settle(engine);
  for (std::size_t i = 0; i < std::min(events.size(), run.events.size()); ++i) {
    if (!sameEvent(events[i], run.events[i]))
      return Failure{"scenario", "tells " + told(events[i]) + " instead of " + told(run.events[i]), events[i].t};
  }
  if (events.size() != run.events.size())
    return Failure{"scenario",
                   "tells " + std::to_string(events.size()) + " events instead of " + std::to_string(run.events.size()),
                   engine.now()};
  return {};
}

}  // namespace perfect::storm
