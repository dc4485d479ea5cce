// SPDX-License-Identifier: GPL-3.0-or-later
//
// The events that a filter lets through, as a file: JSON lines as --events writes them, or CSV with the same fields.
// Pure; any thread.
#pragma once

#include <string>

#include "app/desktop/events/event_rows.h"

namespace perfect {

enum class EventFormat { JsonLines, Csv };

/// Everything in memory that passes, oldest first; what has left memory is in a session file or in --events.
std::string exportedEvents(const EventSource& source, const EventFilter& filter, EventFormat format);

/// How many events that would be.
std::int64_t countPassing(const EventSource& source, const EventFilter& filter);

}  // namespace perfect
