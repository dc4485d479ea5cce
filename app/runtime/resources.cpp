// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runtime/resources.h"

#include <QDir>

// Q_INIT_RESOURCE declares the initialiser in the present scope, which has to be the global one.
static void initGlobalResources() {
  Q_INIT_RESOURCE(resources);
  Q_INIT_RESOURCE(translations);
}

namespace perfect {

void initResources() { initGlobalResources(); }

}  // namespace perfect
