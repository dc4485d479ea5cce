// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a manifest. A refused one names place and reason; an accepted one means the same when it is
// written back, and the engine can live with it.
#include <algorithm>

#include "core/sim/engine.h"
#include "tests/fuzz/entry.h"
#include "tests/fuzz/small_world.h"

using namespace perfect;
using namespace perfect::fuzz;

namespace {

void checkWrittenBack(const ServiceSpec& spec) {
  const std::string written = writeManifest(spec);
  const auto again = parseManifests(written);
  check(again.ok(), "what was written is accepted:", again.ok() ? written : formatError("written", again.error()[0]));
  check(again.value().size() == 1, "one service is written as one document:", written);
  const ServiceSpec& read = again.value().front();
  const auto differences = diffSpecs(spec, read);
  check(differences.empty(), "what was written means the same:", differences.empty() ? "" : differences[0].path);
  check(read.podTemplate == spec.podTemplate && read.rollout == spec.rollout && read.name == spec.name,
        "what was written means the same:", written);
  check(writeManifest(read) == written, "writing is stable:", written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = parseManifests(textOf(data, size));
  if (!parsed) {
    checkErrors(parsed.error());
    return 0;
  }
  check(!parsed.value().empty(), "an accepted text declares something");
  for (const ServiceSpec& spec : parsed.value()) checkWrittenBack(spec);
  if (podsOf(parsed.value()) > kMostPods) return 0;
  Engine engine;
  const auto answer = engine.apply(ApplyCommand{parsed.value()});
  check(answer.ok(), "an accepted manifest can be applied:", answer.ok() ? "" : answer.error().message());
  engine.advanceTo(20000);
  engine.settle();
  check(engine.publish()->services.size() == parsed.value().size(), "each service is there");
  return 0;
}
