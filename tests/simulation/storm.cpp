// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/storm.h"

#include <algorithm>

#include "tests/simulation/rest.h"

namespace perfect::storm {

namespace {

AlertSettings randomAlerts(Dice& dice) {
  AlertSettings a;
  if (dice.percent(50)) return a;
  a.downConfirm = dice.pick<Millis>({0, 1, 1500, 4000});
  a.upConfirm = dice.pick<Millis>({0, 1, 2500});
  a.cooldown = dice.pick<Millis>({0, 3000, 20000, 600000});
  a.startupGrace = dice.pick<Millis>({0, 5000, 12000});
  return a;
}

}  // namespace

Storm::Storm(std::uint64_t seed) : m_dice(seed * 0x2545f4914f6cdd1dU + 0x1b873593U) {
  m_options.seed = m_dice.percent(20) ? m_dice.bits() : static_cast<std::uint64_t>(m_dice.below(1000));
  m_options.tick = m_dice.pick<Millis>({10, 100, 333, 500, 1000, 1000, 1000, 1000, 2500, 60000});
  m_options.alerts = randomAlerts(m_dice);
  m_small = isSmall(seed);
  m_heals = m_dice.percent(50);
  m_names = {"api"};
  const std::int64_t services = m_dice.pick<std::int64_t>({1, 1, 1, 2, 3});
  if (services > 1) m_names.emplace_back("web-0");
  if (services > 2) m_names.emplace_back("a");
  m_climate.mostReplicas =
      m_small ? 4 : m_dice.pick<std::int32_t>({3, 5, 8, 12}) / static_cast<std::int32_t>(services) + 1;
  if (!m_small && services == 1 && m_dice.percent(5)) m_climate.mostReplicas = 25;
  m_climate.extreme = m_dice.pick<std::int32_t>({0, 0, 0, 2, 8});
  m_climate.illness = m_dice.pick<std::int32_t>({0, 15, 30, 60});
  m_climate.autoscales = m_dice.percent(70);
  m_maker = std::make_unique<CommandMaker>(m_dice, m_climate, m_names);
  m_left = m_dice.pick<std::int64_t>({4, 10, 16, 25, 40});
  m_most = m_small ? 300 : 1500;
  m_until = m_small ? 120000 : 1200000;
}

// How long until the next Command: none, up to the next thing that happens, or some time of its own.
Millis Storm::pause(SimTime now, SimTime nextTime) {
  const std::int64_t kind = m_dice.below(100);
  if (kind < 12) return 0;
  if (kind < 35 && nextTime != kNever) return std::min<Millis>(nextTime - now, 60000);
  if (kind < 70) return m_dice.between(1, 3000);
  if (kind < 90) return m_dice.between(1, 10) * 1000;
  return m_dice.between(1000, kind < 98 ? 30000 : 240000);
}

Source::Order Storm::next(const Snapshot& snapshot, SimTime nextTime) {
  if (m_phase == 0) {
    m_phase = 1;
    return {m_maker->begin(), m_dice.percent(70) ? 0 : m_dice.between(1, 2500), false};
  }
  const bool over = snapshot.events.end() > m_most || snapshot.t > m_until;
  if (m_phase == 1 && m_left-- > 0 && !over) {
    const SimTime at = snapshot.t + pause(snapshot.t, nextTime);
    return {m_maker->next(snapshot), at, false};
  }
  if (!m_calm.empty()) {
    Command command = std::move(m_calm.back());
    m_calm.pop_back();
    return {std::move(command), snapshot.t, false};
  }
  switch (m_phase) {
    case 1:
      m_phase = m_heals ? 2 : 3;
      return stopAll(snapshot);
    case 2:
      m_phase = 3;
      return heal(snapshot);
    case 3:
      if (m_rounds++ > 12) m_phase = 4;
      return answer(snapshot);
    case 4:
      m_phase = 5;
      return last(snapshot);
    default:
      return {std::nullopt, 0, true};
  }
}

Source::Order Storm::stopAll(const Snapshot& snapshot) {
  for (const ServiceEntry& entry : snapshot.services) {
    LoadCommand load;
    load.service = entry.state->spec->name;
    (m_dice.percent(50) ? load.cpu : load.demand) = m_dice.pick<std::int64_t>({0, 40, 100, 300});
    m_calm.emplace_back(load);
  }
  return {ChaosStopCommand{}, snapshot.t + m_dice.between(0, 2000), false};
}

Source::Order Storm::heal(const Snapshot& snapshot) {
  ApplyCommand apply;
  for (const ServiceEntry& entry : snapshot.services) {
    const ServiceState& s = *entry.state;
    if (s.deleting) continue;
    if (s.rollout.userPaused) m_calm.emplace_back(RolloutCommand{s.spec->name, RolloutAction::Resume});
    apply.services.push_back(
        m_maker->keep(healedSpec(*s.spec, "local://sound@v" + std::to_string(m_dice.number(1, 3)))));
  }
  if (apply.services.empty()) return answer(snapshot);
  return {apply, 0, true};
}

// Whatever waits for a person gets its answer; when nothing does any more, the last step.
Source::Order Storm::answer(const Snapshot& snapshot) {
  for (const ServiceEntry& entry : snapshot.services) {
    const RolloutState& r = entry.state->rollout;
    const std::string& name = entry.state->spec->name;
    if (entry.state->deleting || !waitsForPerson(*entry.state)) continue;
    using A = RolloutAction;
    const A action = r.userPaused ? A::Resume : m_dice.pick<A>({A::Promote, A::Promote, A::PromoteFull, A::Abort});
    return {RolloutCommand{name, action}, 0, true};
  }
  m_phase = 5;
  return last(snapshot);
}

Source::Order Storm::last(const Snapshot& snapshot) {
  if (snapshot.services.empty()) return {m_maker->begin(), 0, true};
  const std::string& name =
      snapshot.services[static_cast<std::size_t>(m_dice.below(static_cast<std::int64_t>(snapshot.services.size())))]
          .state->spec->name;
  switch (m_dice.below(3)) {
    case 0:
      return {ScaleCommand{name, std::nullopt, m_dice.pick<std::int32_t>({-1, 1})}, 0, true};
    case 1: {
      ChaosCommand kill;
      kill.service = name;
      return {kill, 0, true};
    }
    default:
      return {ImageCommand{name, "local://last@v" + std::to_string(m_dice.number(1, 2))}, 0, true};
  }
}

Run runStorm(std::uint64_t seed, const Limits& limits) {
  Storm storm(seed);
  return drive(storm.options(), storm, limits);
}

}  // namespace perfect::storm
