// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every route of the API, a file a resource. A new one is added where its resource is; nothing else changes.
// Thread rule: as route_table.h.
#pragma once

#include <functional>
#include <string>

#include "app/json/json_writer.h"
#include "app/rest/engine_link.h"
#include "app/rest/route_table.h"

namespace perfect {

class Listener;
class LiveDocument;
class Streams;
class Waits;

/// What lives beside the routes on the REST thread, longer than they are called.
struct Parts {
  const RouteTable& table;  ///< as the server uses it
  const Listener& listener;
  LiveDocument& document;
  Streams& streams;
  Waits& waits;
};

void addRoutes(RouteTable& table, const EngineLink& engine, const Parts& parts);

void addApplyRoutes(RouteTable& table, const EngineLink& engine);
void addStateRoutes(RouteTable& table, LiveDocument& document);
void addEventRoutes(RouteTable& table, Streams& streams);
void addWaitRoutes(RouteTable& table, Waits& waits);
void addServiceRoutes(RouteTable& table, const EngineLink& engine);
void addScaleRoutes(RouteTable& table, const EngineLink& engine);
void addChaosRoutes(RouteTable& table, const EngineLink& engine);
void addRolloutRoutes(RouteTable& table, const EngineLink& engine);
void addSimRoutes(RouteTable& table, const EngineLink& engine);
void addDemoRoutes(RouteTable& table, const EngineLink& engine);
void addPodRoutes(RouteTable& table, const EngineLink& engine);
void addLogRoutes(RouteTable& table, const EngineLink& engine);
void addWhyRoutes(RouteTable& table, const EngineLink& engine);
void addBalancerRoutes(RouteTable& table, const EngineLink& engine);
void addMetricsRoutes(RouteTable& table, const EngineLink& engine, const Parts& parts);
void addDiffRoutes(RouteTable& table, const EngineLink& engine);
void addHealthRoutes(RouteTable& table, const EngineLink& engine);

/// ?service=, by which most routes know whom they concern.
Parameter serviceParameter();
/// A JSON answer whose members `write` writes.
Response jsonObject(const std::function<void(JsonWriter&)>& write);
/// A JSON array of texts under this name.
void writeTexts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts);
/// {"ok":true,"service":{…}}; `service` is null when it is already gone.
Response serviceAnswer(const Snapshot& snapshot, const std::string& name);

}  // namespace perfect
