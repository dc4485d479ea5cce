// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/cluster.h"

#include <algorithm>
#include <limits>

#include "core/base/assert.h"
#include "core/base/chance.h"
#include "core/model/template_hash.h"
#include "core/reconcile/victims.h"

namespace perfect {

namespace {

/// Holds every product of a load, a capacity, a number of pods and a time that manifests and Commands allow.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): __extension__ takes no alias
constexpr std::int64_t kRestUnits = 100000;

std::int64_t inRange(Wide sum) {
  return static_cast<std::int64_t>(std::min<Wide>(sum, std::numeric_limits<std::int64_t>::max()));
}

PodListKind listOf(const Pod& pod) {
  if (pod.terminating()) return PodListKind::Terminating;
  if (pod.ready) return PodListKind::Ready;
  return pod.state == PodState::Starting && pod.restarts == 0 ? PodListKind::Pending : PodListKind::NotReady;
}

}  // namespace

Cluster::Cluster(const Cluster& other)
    : m_byName(other.m_byName),
      m_log(other.m_log.fork()),
      m_roots(other.m_roots),
      m_newestCommand(other.m_newestCommand),
      m_names(other.m_names),
      m_ports(other.m_ports),
      m_publishedNames(other.m_publishedNames),
      m_positions(other.m_positions) {
  m_services.reserve(other.m_services.size());
  for (const std::unique_ptr<ServiceRecord>& service : other.m_services) {
    m_services.push_back(service ? std::make_unique<ServiceRecord>(*service) : nullptr);
  }
}

ServiceRecord* Cluster::find(std::string_view name) {
  const auto it = m_byName.find(name);
  return it == m_byName.end() ? nullptr : m_services[it->second].get();
}

const ServiceRecord* Cluster::find(std::string_view name) const {
  const auto it = m_byName.find(name);
  return it == m_byName.end() ? nullptr : m_services[it->second].get();
}

ServiceRecord& Cluster::addService(const ServiceSpec& spec, SimTime now) {
  PERFECT_ASSERT(find(spec.name) == nullptr);
  const auto index = static_cast<ServiceIndex>(m_services.size());
  m_services.push_back(std::make_unique<ServiceRecord>());
  m_byName.emplace(spec.name, index);
  m_positions.reset();
  m_names.push_back(std::make_shared<ServiceNames>(ServiceNames{spec.name, {}}));
  m_publishedNames.reset();
  ServiceRecord& service = *m_services.back();
  service.key = serviceKey(spec.name);
  service.state.index = index;
  service.state.spec = std::make_shared<const ServiceSpec>(spec);
  service.state.replicas = spec.replicas;
  service.state.createdAt = now;
  service.state.accountedAt = now;
  return service;
}

void Cluster::removeService(ServiceRecord& service) {
  PERFECT_ASSERT(service.pods.size() == 0);
  m_roots.release(service.trigger.root);
  m_roots.release(service.alertOrigin.root);
  m_byName.erase(service.state.spec->name);
  m_positions.reset();
  m_services[service.state.index].reset();
}

VersionIndex Cluster::addVersion(ServiceRecord& service, const PodTemplate& podTemplate, std::uint32_t salt) {
  std::vector<VersionState>& versions = service.state.versions;
  VersionState version;
  version.podTemplate = std::make_shared<const PodTemplate>(podTemplate);
  version.digest = podTemplate.digest();
  version.declaredUnhealthy = podTemplate.declaredUnhealthy();
  do {
    version.hash = templateHash(podTemplate, salt++);
  } while (
      std::any_of(versions.begin(), versions.end(), [&](const VersionState& v) { return v.hash == version.hash; }));
  auto names = std::make_shared<ServiceNames>(*m_names[service.state.index]);
  names->versions.push_back({version.hash, version.digest});
  m_names[service.state.index] = std::move(names);
  m_publishedNames.reset();
  versions.push_back(std::move(version));
  service.lists.emplace_back();
  return static_cast<VersionIndex>(versions.size()) - 1;
}

Pod& Cluster::createPod(ServiceRecord& service, VersionIndex version, SimTime now) {
  Pod& pod = service.pods.create(service.state.nextOrdinal++);
  pod.version = static_cast<std::int16_t>(version);
  pod.createdAt = now;
  pod.since = now;
  pod.port = m_ports.take();
  enter(service, pod);
  return pod;
}

void Cluster::count(ServiceRecord& service, const Pod& pod, std::int32_t by) {
  PodCounts& counts = service.state.versions[static_cast<std::size_t>(pod.version)].counts;
  switch (listOf(pod)) {
    case PodListKind::Pending:
      counts.pending += by;
      break;
    case PodListKind::NotReady:
      counts.notReady += by;
      if (pod.state == PodState::BackOff) counts.backingOff += by;
      break;
    case PodListKind::Ready:
      counts.ready += by;
      if (pod.available) counts.available += by;
      if (broken(service, pod)) counts.brokenReady += by;
      break;
    case PodListKind::Terminating:
      counts.terminating += by;
      break;
  }
  service.changed = true;
}

void Cluster::unlink(ServiceRecord& service, Pod& pod, PodList& list) {
  if (pod.prev == kNoPod) {
    list.head = pod.next;
  } else {
    service.pods.write(pod.prev).next = pod.next;
  }
  if (pod.next == kNoPod) {
    list.tail = pod.prev;
  } else {
    service.pods.write(pod.next).prev = pod.prev;
  }
  pod.prev = kNoPod;
  pod.next = kNoPod;
}

void Cluster::linkBehind(ServiceRecord& service, Pod& pod, PodList& list, PodOrdinal before) {
  pod.prev = before;
  PodOrdinal& forward = before == kNoPod ? list.head : service.pods.write(before).next;
  pod.next = forward;
  forward = pod.ordinal;
  if (pod.next == kNoPod) {
    list.tail = pod.ordinal;
  } else {
    service.pods.write(pod.next).prev = pod.ordinal;
  }
}

void Cluster::leave(ServiceRecord& service, Pod& pod) {
  count(service, pod, -1);
  unlink(service, pod, service.lists[static_cast<std::size_t>(pod.version)].of(listOf(pod)));
}

void Cluster::enter(ServiceRecord& service, Pod& pod) {
  const PodListKind kind = listOf(pod);
  PodLists& lists = service.lists[static_cast<std::size_t>(pod.version)];
  PodList& list = lists.of(kind);
  PodOrdinal before = list.tail;
  if (kind == PodListKind::Ready) {
    // Readiness comes in order of time, so only pods that became ready in the same instant are passed; when they
    // are many, their order is made when somebody asks for it.
    constexpr int kPassed = 32;
    int passed = 0;
    while (before != kNoPod && passed < kPassed && goesFirst(service.pods.at(before), pod)) {
      before = service.pods.at(before).prev;
      ++passed;
    }
    if (passed == kPassed) {
      before = list.tail;
      lists.unsorted.erase(lists.unsorted.begin(), lists.unsorted.lower_bound(service.pods.at(list.head).readySince));
      lists.unsorted.insert(pod.readySince);
    }
  }
  linkBehind(service, pod, list, before);
  count(service, pod, 1);
}

void Cluster::removePod(ServiceRecord& service, PodOrdinal ordinal) {
  const Pod& pod = service.pods.at(ordinal);
  m_ports.giveBack(pod.port);
  m_roots.release(pod.root);
  service.pods.remove(ordinal);
  service.changed = true;
}

void Cluster::sortInstant(ServiceRecord& service, VersionIndex version, SimTime readySince) {
  PodLists& lists = service.lists[static_cast<std::size_t>(version)];
  if (lists.unsorted.erase(readySince) == 0) return;
  PodList& list = lists.of(PodListKind::Ready);
  PodOrdinal last = list.tail;
  while (service.pods.at(last).readySince != readySince) last = service.pods.at(last).prev;
  std::vector<PodOrdinal> pods;
  PodOrdinal before = last;
  for (; before != kNoPod && service.pods.at(before).readySince == readySince; before = service.pods.at(before).prev) {
    pods.push_back(before);
  }
  for (const PodOrdinal ordinal : pods) unlink(service, service.pods.write(ordinal), list);
  std::sort(pods.begin(), pods.end(),
            [&](PodOrdinal a, PodOrdinal b) { return goesFirst(service.pods.at(b), service.pods.at(a)); });
  for (const PodOrdinal ordinal : pods) {
    linkBehind(service, service.pods.write(ordinal), list, before);
    before = ordinal;
  }
}

std::vector<PodOrdinal> Cluster::victims(ServiceRecord& service, VersionIndex version, std::int32_t count) {
  const PodLists& lists = service.lists[static_cast<std::size_t>(version)];
  const auto wanted = static_cast<std::size_t>(std::max(count, 0));
  std::vector<PodOrdinal> chosen;
  for (PodOrdinal o = lists.of(PodListKind::Pending).tail; o != kNoPod && chosen.size() < wanted;
       o = service.pods.at(o).prev) {
    chosen.push_back(o);
  }
  if (chosen.size() < wanted) {
    // Pods that are not ready come and go in any order; only these few are sorted, when somebody has to choose.
    std::vector<PodOrdinal> unready;
    for (PodOrdinal o = lists.of(PodListKind::NotReady).head; o != kNoPod; o = service.pods.at(o).next) {
      unready.push_back(o);
    }
    const auto taken = std::min(wanted - chosen.size(), unready.size());
    std::partial_sort(unready.begin(), unready.begin() + static_cast<std::ptrdiff_t>(taken), unready.end(),
                      [&](PodOrdinal a, PodOrdinal b) { return goesFirst(service.pods.at(a), service.pods.at(b)); });
    chosen.insert(chosen.end(), unready.begin(), unready.begin() + static_cast<std::ptrdiff_t>(taken));
  }
  SimTime instant = kNever;
  PodOrdinal behind = kNoPod;  // the victim taken last, which keeps its place when the instant before it is sorted
  while (chosen.size() < wanted) {
    PodOrdinal next = behind == kNoPod ? lists.of(PodListKind::Ready).tail : service.pods.at(behind).prev;
    if (next == kNoPod) break;
    if (const SimTime since = service.pods.at(next).readySince; since != instant) {
      instant = since;
      sortInstant(service, version, since);
      next = behind == kNoPod ? lists.of(PodListKind::Ready).tail : service.pods.at(behind).prev;
    }
    chosen.push_back(next);
    behind = next;
  }
  return chosen;
}

void Cluster::account(ServiceRecord& service, SimTime now) {
  ServiceState& s = service.state;
  const Millis span = now - s.accountedAt;
  if (span == 0) return;
  s.accountedAt = now;
  if (s.load.byDemand ? s.load.demand == 0 : s.load.cpu == 0) return;
  const std::int64_t serving = s.serving();
  if (serving == 0) return;
  for (std::size_t i = 0; i < s.versions.size(); ++i) {
    VersionState& v = s.versions[i];
    if (v.counts.ready == 0 || !s.serves(static_cast<VersionIndex>(i))) continue;
    const Simulation& simulation = v.podTemplate->simulation;
    const Wide ready = v.counts.ready;
    // One percent of a pod of capacity 100 is one request a second; requests a second times ms = thousandths.
    const Wide perSecond = s.load.byDemand ? Wide{s.load.demand} * ready / serving
                                           : Wide{s.load.cpu} * simulation.capacityPerPod / 100 * ready;
    // Rounded as a rate, never as a sum: it must not matter how often somebody sums up.
    const Wide broken = v.counts.brokenReady;
    const Wide failing = perSecond * (broken * kRestUnits + (ready - broken) * simulation.error) / ready;
    const Wide failed = Wide{v.failedMilli} * kRestUnits + v.failedRest + failing * span;
    v.servedMilli = inRange(v.servedMilli + perSecond * span);
    v.failedMilli = inRange(failed / kRestUnits);
    v.failedRest = static_cast<std::int64_t>(failed % kRestUnits);
  }
  service.changed = true;
}

namespace {

std::optional<Tally> tallyOf(const Event& event) {
  switch (event.reason) {
    case Reason::RolloutCompleted:
      return Tally::RolloutCompleted;
    case Reason::RolloutAborted:
      return Tally::RolloutAborted;
    case Reason::ProgressDeadlineExceeded:
    case Reason::AnalysisRunFailed:
      return Tally::RolloutFailed;
    case Reason::RolledBack:
      return Tally::RolledBack;
    case Reason::SuccessfulRescale:
      return event.facts[1] > event.facts[0] ? Tally::RescaledUp : Tally::RescaledDown;
    case Reason::AlertDown:
      return Tally::AlertDown;
    case Reason::AlertUp:
      return Tally::AlertUp;
    default:
      return std::nullopt;
  }
}

}  // namespace

Origin Cluster::append(ServiceRecord* service, Event event) {
  if (event.root == 0) event.root = m_log.lastSeq() + 1;
  PERFECT_ASSERT(event.cause <= m_log.lastSeq());
  const Event& kept = m_log.append(std::move(event));
  const bool byCommand = m_commanding && kept.cause == 0 && kept.root == kept.seq;
  m_roots.appended(kept, byCommand);
  if (service != nullptr) {
    ++service->state.eventsByLevel[static_cast<std::size_t>(info(kept.reason).level)];
    if (const auto tally = tallyOf(kept)) ++service->state.tallies[static_cast<std::size_t>(*tally)];
    service->changed = true;
  }
  if (byCommand) m_newestCommand = kept;
  if (m_sink) m_sink(kept, m_names);
  return {kept.seq, kept.root};
}

Origin Cluster::tell(ServiceRecord* service, SimTime t, Reason reason, Origin origin, const Facts& facts,
                     VersionIndex version, std::string text) {
  Event event;
  event.t = t;
  event.reason = reason;
  event.cause = origin.cause;
  event.root = origin.root;
  event.facts = facts;
  event.version = static_cast<std::int16_t>(version);
  if (service != nullptr) event.service = service->state.index;
  if (!text.empty()) event.text = std::make_shared<const std::string>(std::move(text));
  return append(service, std::move(event));
}

Origin Cluster::tellGone(ServiceIndex gone, SimTime t, Reason reason, Origin origin, const Facts& facts,
                         std::string text) {
  Event event;
  event.t = t;
  event.reason = reason;
  event.cause = origin.cause;
  event.root = origin.root;
  event.facts = facts;
  event.service = gone;
  if (!text.empty()) event.text = std::make_shared<const std::string>(std::move(text));
  return append(nullptr, std::move(event));
}

Origin Cluster::tellPod(ServiceRecord& service, Pod& pod, SimTime t, Reason reason, const Facts& facts) {
  return tellPod(service, pod, t, reason, Origin{pod.lastEvent, pod.root}, facts);
}

Origin Cluster::tellPod(ServiceRecord& service, Pod& pod, SimTime t, Reason reason, Origin origin, const Facts& facts) {
  Event event;
  event.t = t;
  event.reason = reason;
  event.cause = origin.cause;
  event.root = origin.root;
  event.facts = facts;
  event.service = service.state.index;
  event.pod = pod.ordinal;
  event.version = pod.version;
  const Origin told = append(&service, std::move(event));
  pod.lastEvent = told.cause;
  if (pod.root != told.root) {
    m_roots.hold(told.root);
    m_roots.release(pod.root);
    pod.root = told.root;
  }
  return told;
}

void Cluster::keepOrigin(Origin& kept, Origin origin) {
  if (kept.root != origin.root) {
    m_roots.hold(origin.root);
    m_roots.release(kept.root);
  }
  kept = origin;
}

std::shared_ptr<const Names> Cluster::publishedNames() {
  if (!m_publishedNames) m_publishedNames = std::make_shared<const Names>(m_names);
  return m_publishedNames;
}

std::shared_ptr<const ServicePositions> Cluster::positions(std::vector<ServiceEntry>& entries) {
  if (!m_positions) {
    auto positions = std::make_shared<ServicePositions>();
    for (std::uint32_t i = 0; i < entries.size(); ++i) positions->emplace(entries[i].state->spec->name, i);
    m_positions = std::move(positions);
  }
  return m_positions;
}

std::string Cluster::podId(const ServiceRecord& service, const Pod& pod) const {
  return podName(m_names, service.state.index, pod.version, pod.ordinal);
}

}  // namespace perfect
