// SPDX-License-Identifier: GPL-3.0-or-later
//
// QScintilla's headers still use Qt's lower-case keywords, which this project switches off.
#pragma once

#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
