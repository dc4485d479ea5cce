// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/events/event_export.h"

#include <string_view>

#include "app/desktop/wording.h"
#include "app/json/event_json.h"

namespace perfect {
namespace {

constexpr const char* kColumns = "seq,ts,t,level,type,reason,svc,pod,msg,explain,cause\n";

/// As RFC 4180 wants it: quoted where it holds a comma, a quote or a line's end.
std::string field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csvLine(const Event& event, const EventSource& source) {
  const ReasonInfo& reason = info(event.reason);
  const Names& names = *source.names;
  const bool pod = event.service != kNoService && event.pod != kNoPod && event.version >= 0;
  std::string line =
      std::to_string(event.seq) + ',' + std::to_string(source.epochMs + event.t) + ',' + std::to_string(event.t) + ',';
  for (const std::string_view word : {levelName(reason.level), typeName(reason.type), reason.code})
    line.append(word).append(",");
  line += (event.service == kNoService ? std::string() : field(names[event.service]->name)) + ',';
  line += (pod ? field(podName(names, event.service, event.version, event.pod)) : std::string()) + ',';
  line += field(messageText(event, names, words::wording())) + ',' +
          field(explainText(event, names, words::wording())) + ',';
  if (event.cause != 0) line += std::to_string(event.cause);
  return line + '\n';
}

template <typename Visit>
void forEachPassing(const EventSource& source, const EventFilter& filter, Visit&& visit) {
  for (std::uint64_t seq = source.events.first(); seq < source.events.end(); ++seq) {
    const Event& event = source.events.at(seq);
    if (passes(filter, event, *source.names)) visit(event);
  }
}

}  // namespace

std::string exportedEvents(const EventSource& source, const EventFilter& filter, EventFormat format) {
  std::string out = format == EventFormat::Csv ? kColumns : "";
  forEachPassing(source, filter, [&](const Event& event) {
    if (format == EventFormat::Csv)
      out += csvLine(event, source);
    else
      appendEventLine(out, event, *source.names, source.epochMs);
  });
  return out;
}

std::int64_t countPassing(const EventSource& source, const EventFilter& filter) {
  std::int64_t count = 0;
  forEachPassing(source, filter, [&](const Event&) { ++count; });
  return count;
}

}  // namespace perfect
