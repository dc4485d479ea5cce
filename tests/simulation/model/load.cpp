// SPDX-License-Identifier: GPL-3.0-or-later
// Load: fixed, or following a pattern that is sampled now and then.
#include <algorithm>

#include "tests/simulation/model/model.h"
#include "tests/simulation/model/refusals.h"

namespace perfect::test {

namespace {

std::int64_t share(std::int64_t span, Wide part, Wide whole) {
  return static_cast<std::int64_t>(Wide{span} * part / whole);
}

// Up and down again in thousandths of the way: two parabolas that meet half-way, flat at both ends.
std::int64_t sineShare(Millis since, Millis period) {
  const Wide place = since % period;
  const auto x = static_cast<std::int64_t>(2000 * std::min<Wide>(place, period - place) / period);
  return x < 500 ? 2 * x * x / 1000 : 1000 - 2 * (1000 - x) * (1000 - x) / 1000;
}

std::int64_t valueOf(const LoadPattern& p, Millis since) {
  const std::int64_t span = p.to - p.from;
  switch (p.shape) {
    case LoadShape::Constant:
      return p.to;
    case LoadShape::Ramp:
      return p.from + share(span, std::min(since, p.period), p.period);
    case LoadShape::Sine:
      return p.from + share(span, sineShare(since, p.period), 1000);
    case LoadShape::Spike:
      return since < p.period ? p.to : p.from;
  }
  return p.to;
}

}  // namespace

Answer Model::obey(const LoadCommand& c) {
  if (const auto why = whyNot(c.service)) return refuse(*why);
  PlainService& service = *find(c.service);
  if (int{c.cpu.has_value()} + int{c.demand.has_value()} + int{c.pattern.has_value()} != 1) {
    return refuse(invalid("load needs exactly one of cpu, demand and pattern"));
  }
  const auto tooMuch = [](std::int64_t value) { return value < 0 || value > 1000000000; };
  const bool outside = c.pattern ? tooMuch(c.pattern->from) || tooMuch(c.pattern->to)
                                 : tooMuch(c.cpu.value_or(0)) || tooMuch(c.demand.value_or(0));
  if (outside) return refuse(invalid("load must be 0 … 1000000000 percent"));
  if (c.pattern && (c.pattern->period < 1 || c.pattern->every < 10 || c.pattern->forTime.value_or(0) < 0)) {
    return refuse(invalid("a load pattern needs a period of at least 1 ms and a sample at most every 10 ms"));
  }
  std::erase_if(m_orders, [&](const StandingOrder& order) {
    return order.kind == OrderKind::LoadSample && order.service == service.state.index;
  });
  Link told;
  if (c.pattern) {
    const LoadPattern& p = *c.pattern;
    told = tell(&service, Reason::LoadPatternStarted, {}, {p.from, p.to, p.period, static_cast<std::int64_t>(p.shape)});
    StandingOrder order;
    order.kind = OrderKind::LoadSample;
    order.service = service.state.index;
    order.origin = told;
    order.beganAt = m_now;
    order.endsAt = p.forTime ? later(m_now, *p.forTime) : kNever;
    order.pattern = p;
    sampleLoad(order);
  } else {
    told = tell(&service, Reason::LoadSet, {}, {c.cpu.value_or(-1), c.demand.value_or(-1), 0, 0});
    service.state.load = {c.demand.has_value(), c.cpu.value_or(0), c.demand.value_or(0)};
  }
  service.trigger = told;
  Outcome outcome;
  outcome.event = told.cause;
  return outcome;
}

void Model::sampleLoad(const StandingOrder& order) {
  PlainService& service = m_services[order.service];
  const LoadPattern& p = order.pattern;
  const Millis since = m_now - order.beganAt;
  const std::int64_t value = valueOf(p, since);
  const LoadState load{p.demand, p.demand ? 0 : value, p.demand ? value : 0};
  if (!(load == service.state.load)) {
    service.state.load = load;
    service.trigger = order.origin;
  }
  const bool atItsEnd = p.shape == LoadShape::Constant || (p.shape != LoadShape::Sine && since >= p.period);
  if (atItsEnd || m_now >= order.endsAt) {
    tell(&service, Reason::LoadPatternEnded, order.origin, {value, 0, 0, 0});
    return;
  }
  StandingOrder next = order;
  next.at = std::min(later(m_now, p.every), order.endsAt);
  if (p.shape != LoadShape::Sine) next.at = std::min(next.at, later(order.beganAt, p.period));
  m_orders.push_back(next);
}

}  // namespace perfect::test
