// SPDX-License-Identifier: GPL-3.0-or-later
//
// Times, counts and states as the window writes them. Pure; the GUI thread (translations).
#pragma once

#include <QString>
#include <string_view>

#include "core/events/texts.h"
#include "core/model/service_state.h"
#include "core/reconcile/status.h"

namespace perfect::words {

/// "00:44.8", from an hour on "1:02:03.4".
QString clock(SimTime t);
/// What is left until `until`: "3.2 s", "1 m 05 s"; "now" when it is due; empty for kNever.
QString countdown(SimTime until, SimTime now);
/// "1,000,000", in the language of the window.
QString count(std::int64_t n);
/// "0.5", "0,5": with so many digits behind the point.
QString decimal(double value, int digits);
/// "9,999", "12k", "1.25M": rounded down, for where there is little room.
QString shortCount(std::int64_t n);
/// "3/4"; from 10,000 on the second one short where that is exact: "99,960/100k".
QString pair(std::int64_t ready, std::int64_t desired);
/// "0.25×", "max".
QString speed(std::int64_t speedMilli);
/// What core says, in the language of the window (app/desktop/wording.h): an event and why it matters,
QString message(const Event& event, const Names& names);
QString explanation(const Event& event, const Names& names);
/// what a service waits for, why it has to,
QString waitsFor(const Waiting& waiting, const ServiceState& service);
QString waitsBecause(const Waiting& waiting, const ServiceState& service);
/// its status ("Rolling out 2/4"), its rollout's phase and the types of events.
QString phrase(const ServiceStatus& status);
QString phrase(const ServiceState& service);
QString phase(RolloutPhase phase);
QString type(EventType type);
/// The wait that a header tells: not the controller's own rhythm, and no deadline that may never matter; null: none.
const Waiting* toldWait(const ServiceState& service);
/// What follows the phrase where a wait has an end: "canary pause after step 2 of 3 (50 %)"; empty: nothing does.
QString wait(const ServiceState& service);
/// And when: "3.2 s".
QString waitLeft(const ServiceState& service, SimTime now);
/// All three: "Paused at 50 % · canary pause … · 3.2 s".
QString phraseWithWait(const ServiceState& service, SimTime now);

/// What a show says (its captions, questions and titles) in the language of the window, where the program brings it
/// along (resources/translations/show_LANGUAGE.ts, context "show"); people's own scenarios say what they say.
QString told(std::string_view text);

inline QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }

}  // namespace perfect::words
