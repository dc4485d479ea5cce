// SPDX-License-Identifier: GPL-3.0-or-later
//
// One event as JSON: an element of /state's `events`, and a line of an event file.
// Pure; any thread.
#pragma once

#include <string>

#include "app/json/json_writer.h"
#include "core/events/texts.h"

namespace perfect {

/// {"seq","ts","t","level","type","reason","svc","pod","msg","explain","cause"}, in this order. svc, pod and
/// cause are null where there is none; ts = epochMs + t.
void writeEvent(JsonWriter& json, const Event& event, const Names& names, std::int64_t epochMs);

/// Appends the event as one line, ended by '\n'.
void appendEventLine(std::string& out, const Event& event, const Names& names, std::int64_t epochMs);

}  // namespace perfect
