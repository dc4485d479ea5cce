// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/texts.h"

#include "core/events/text_template.h"

namespace perfect {
namespace {

std::string digestOf(const Names& names, ServiceIndex service, std::int64_t version) {
  if (service >= names.size() || names[service] == nullptr || version < 0) return "no version";
  const auto& versions = names[service]->versions;
  return static_cast<std::uint64_t>(version) < versions.size() ? versions[static_cast<std::size_t>(version)].digest
                                                               : "no version";
}

std::string render(std::string_view pattern, const Event& event, const Names& names) {
  TextSource source;
  source.facts = event.facts;
  if (event.service < names.size() && names[event.service] != nullptr) source.service = names[event.service]->name;
  source.version = digestOf(names, event.service, event.version);
  if (event.text) source.text = *event.text;
  source.pod = [&] {
    return event.pod == kNoPod ? source.service : podName(names, event.service, event.version, event.pod);
  };
  source.digest = [&](std::int64_t version) { return digestOf(names, event.service, version); };
  return renderText(pattern, source);
}

}  // namespace

std::string messageText(const Event& event, const Names& names) {
  return render(info(event.reason).message, event, names);
}

std::string explainText(const Event& event, const Names& names) {
  return render(info(event.reason).explain, event, names);
}

std::string secondsText(Millis ms) {
  const bool negative = ms < 0;
  const auto size = negative ? 0 - static_cast<std::uint64_t>(ms) : static_cast<std::uint64_t>(ms);
  std::string text = (negative ? "-" : "") + std::to_string(size / 1000);
  const std::uint64_t rest = size % 1000;
  if (rest == 0) return text;
  const std::string thousandths = std::to_string(1000 + rest).substr(1);
  return text + "." + thousandths.substr(0, thousandths.find_last_not_of('0') + 1);
}

}  // namespace perfect
