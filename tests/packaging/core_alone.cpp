// SPDX-License-Identifier: GPL-3.0-or-later
// Linked with core and nothing else; the check core_without_qt asks what it needs at run time, and runs it.
#include "core/manifest/manifest.h"
#include "core/sim/engine.h"

int main() {
  const auto specs =
      perfect::parseManifests("apiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {replicas: 3}\n");
  if (!specs.ok()) return 1;
  perfect::Engine engine;
  if (!engine.apply(perfect::ApplyCommand{specs.value()}).ok()) return 2;
  engine.advanceTo(perfect::seconds(10));
  engine.settle();
  return engine.service("api")->counts().ready == 3 ? 0 : 3;
}
