// SPDX-License-Identifier: GPL-3.0-or-later
//
// The values of options as text, read and checked. Each sets its part of Options and returns an empty string, or
// returns what it expects instead ("a whole number from 10 to 60000"). Pure; any thread.
#pragma once

#include "app/cli/options.h"

namespace perfect {

QString readListen(Options& options, const QString& value);
QString readAllowHost(Options& options, const QString& value);
QString readApiKey(Options& options, const QString& value);
QString readTick(Options& options, const QString& value);
QString readSeed(Options& options, const QString& value);
QString readSpeed(Options& options, const QString& value);
QString readFor(Options& options, const QString& value);
QString readSet(Options& options, const QString& value);
QString readEvents(Options& options, const QString& value);
QString readState(Options& options, const QString& value);
QString readSeries(Options& options, const QString& value);
QString readSummary(Options& options, const QString& value);

}  // namespace perfect
