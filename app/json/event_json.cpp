// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/event_json.h"

namespace perfect {

void writeEvent(JsonWriter& json, const Event& event, const Names& names, std::int64_t epochMs) {
  const ReasonInfo& reason = info(event.reason);
  json.beginObject();
  json.field("seq", event.seq);
  json.field("ts", epochMs + event.t);
  json.field("t", event.t);
  json.field("level", levelName(reason.level));
  json.field("type", typeName(reason.type));
  json.field("reason", reason.code);
  if (event.service == kNoService) {
    json.nullField("svc");
  } else {
    json.field("svc", std::string_view(names.at(event.service)->name));
  }
  if (event.service == kNoService || event.pod == kNoPod || event.version < 0) {
    json.nullField("pod");
  } else {
    json.field("pod", std::string_view(podName(names, event.service, event.version, event.pod)));
  }
  json.field("msg", std::string_view(messageText(event, names)));
  json.field("explain", std::string_view(explainText(event, names)));
  if (event.cause == 0) {
    json.nullField("cause");
  } else {
    json.field("cause", event.cause);
  }
  json.endObject();
}

void appendEventLine(std::string& out, const Event& event, const Names& names, std::int64_t epochMs) {
  JsonWriter json(out);
  writeEvent(json, event, names, epochMs);
  out += '\n';
}

}  // namespace perfect
