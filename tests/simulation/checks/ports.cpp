// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ids and ports are unique; a port is the lowest free one from 10000 and stays for the pod's life.
#include <map>
#include <set>

#include "tests/simulation/checks/checks.h"

namespace perfect::storm {

namespace {

class Ports : public Checker {
 public:
  void look(const Moment& m, Findings& f) override {
    bool moved = false;
    for (const Event& e : *m.events)
      moved = moved || e.reason == Reason::SuccessfulCreate || e.reason == Reason::PodGone;
    if (!moved) return;
    std::set<std::string> ids;
    std::map<Place, std::uint32_t> ports;
    std::set<std::uint32_t> used;
    for (const ServiceEntry& entry : m.now->services) {
      Snapshot::forEachPod(entry, 0, [&](const PodView& pod) {
        f.expect(ids.insert(pod.id()).second, "ports", [&] { return "two pods are called " + pod.id(); });
        f.expect(used.insert(pod.pod.port).second, "ports",
                 [&] { return "port " + std::to_string(pod.pod.port) + " is given to two pods"; });
        ports[{entry.state->index, pod.pod.ordinal}] = pod.pod.port;
        const auto back = m.now->pod(pod.id());
        f.expect(back && back->pod.ordinal == pod.pod.ordinal, "ports",
                 [&] { return "nobody is found as " + pod.id(); });
        return true;
      });
    }
    giveOut(m, f);
    for (const auto& [place, port] : ports) {
      f.expect(m_ports.count(place) > 0 && m_ports[place] == port, "ports",
               [&, p = port] { return "a pod has port " + std::to_string(p) + ", not the lowest that was free"; });
    }
  }

 private:
  using Place = std::pair<ServiceIndex, PodOrdinal>;

  void giveOut(const Moment& m, Findings&) {
    for (const Event& e : *m.events) {
      const Place place{e.service, e.pod};
      if (e.reason == Reason::PodGone) {
        m_free.insert(m_ports[place]);
        m_ports.erase(place);
      } else if (e.reason == Reason::SuccessfulCreate) {
        if (m_free.empty()) m_free.insert(m_end++);
        m_ports[place] = *m_free.begin();
        m_free.erase(m_free.begin());
      }
    }
  }

  std::map<Place, std::uint32_t> m_ports;
  std::set<std::uint32_t> m_free;
  std::uint32_t m_end = 10000;
};

}  // namespace

std::unique_ptr<Checker> checkPorts() { return std::make_unique<Ports>(); }

}  // namespace perfect::storm
