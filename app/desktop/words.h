// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times, counts and states as the window writes them. Pure; the GUI thread (translations).
#pragma once

#include <QString>
#include <string_view>

#include "core/model/service_state.h"
#include "core/reconcile/status.h"

namespace perfect::words {

/// "00:44.8", from an hour on "1:02:03.4".
QString clock(SimTime t);
/// What is left until `until`: "3.2 s", "1 m 05 s"; "now" when it is due; empty for kNever.
QString countdown(SimTime until, SimTime now);
/// "1,000,000".
QString count(std::int64_t n);
/// "9,999", "12k", "1.25M": rounded down, for where there is little room.
QString shortCount(std::int64_t n);
/// "3/4"; from 10,000 on the second one short where that is exact: "99,960/100k".
QString pair(std::int64_t ready, std::int64_t desired);
/// "0.25×", "max".
QString speed(std::int64_t speedMilli);
/// "Stable", translated nowhere yet: the phrase of core/reconcile/status.
QString phrase(const ServiceState& service);
/// The wait that a header tells: not the controller's own rhythm, and no deadline that may never matter; null: none.
const Waiting* toldWait(const ServiceState& service);
/// What follows the phrase where a wait has an end: "canary pause after step 2 of 3 (50 %)"; empty: nothing does.
QString wait(const ServiceState& service);
/// And when: "3.2 s".
QString waitLeft(const ServiceState& service, SimTime now);
/// All three: "Paused at 50 % · canary pause … · 3.2 s".
QString phraseWithWait(const ServiceState& service, SimTime now);

inline QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

}  // namespace perfect::words
