// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/texts.h"

#include "core/events/text_template.h"

namespace perfect {
namespace {

constexpr std::string_view kNoVersionText = "no version";

std::string digestOf(const Names& names, ServiceIndex service, std::int64_t version, const Wording& wording) {
  if (service < names.size() && names[service] != nullptr && version >= 0) {
    const auto& versions = names[service]->versions;
    if (static_cast<std::uint64_t>(version) < versions.size()) {
      return versions[static_cast<std::size_t>(version)].digest;
    }
  }
  return std::string(wording.pattern(kNoVersionText));
}

std::string render(std::string_view pattern, const Event& event, const Names& names, const Wording& wording) {
  TextSource source;
  source.wording = &wording;
  source.facts = event.facts;
  if (event.service < names.size() && names[event.service] != nullptr) source.service = names[event.service]->name;
  source.version = digestOf(names, event.service, event.version, wording);
  if (event.text) source.text = *event.text;
  source.pod = [&] {
    return event.pod == kNoPod ? source.service : podName(names, event.service, event.version, event.pod);
  };
  source.digest = [&](std::int64_t version) { return digestOf(names, event.service, version, wording); };
  return renderText(wording.pattern(pattern), source);
}

}  // namespace

std::string messageText(const Event& event, const Names& names, const Wording& wording) {
  return render(info(event.reason).message, event, names, wording);
}

std::string explainText(const Event& event, const Names& names, const Wording& wording) {
  return render(info(event.reason).explain, event, names, wording);
}

std::vector<std::string_view> eventPatterns() {
  std::vector<std::string_view> all = {kNoVersionText, kNeverText};
  for (std::size_t i = 1; i < static_cast<std::size_t>(Reason::Count_); ++i) {
    const ReasonInfo& reason = info(static_cast<Reason>(i));
    all.push_back(reason.message);
    all.push_back(reason.explain);
  }
  for (std::size_t i = 0; i <= static_cast<std::size_t>(EventType::System); ++i) {
    all.push_back(typeName(static_cast<EventType>(i)));
  }
  return all;
}

std::string secondsText(Millis ms, const Wording& wording) {
  const bool negative = ms < 0;
  const auto size = negative ? 0 - static_cast<std::uint64_t>(ms) : static_cast<std::uint64_t>(ms);
  std::string text = (negative ? "-" : "") + wording.number(static_cast<std::int64_t>(size / 1000));
  const std::uint64_t rest = size % 1000;
  if (rest == 0) return text;
  const std::string thousandths = std::to_string(1000 + rest).substr(1);
  return text.append(wording.decimalPoint()).append(thousandths, 0, thousandths.find_last_not_of('0') + 1);
}

}  // namespace perfect
