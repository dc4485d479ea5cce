// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explain/cause_chain.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr std::size_t kMostLinks = 24;
constexpr std::uint64_t kLookBack = 4096;
constexpr std::size_t kDeepestIndent = 6;

}  // namespace

std::uint64_t newestEvent(const Snapshot& snapshot, const Focus& focus) {
  const ServiceEntry* entry = snapshot.find(focus.service.toStdString());
  if (entry == nullptr) return 0;
  if (focus.pod != kNoPod) {
    const Pod* pod = entry->pods->find(focus.pod);
    if (pod != nullptr && pod->lastEvent != 0) return snapshot.newestEvent(*pod);
  }
  const std::uint64_t end = snapshot.events.end();
  const std::uint64_t first = std::max(snapshot.events.first(), end > kLookBack ? end - kLookBack : 1);
  for (std::uint64_t seq = end; seq-- > first;) {
    const Event& event = snapshot.events.at(seq);
    if (event.service == entry->state->index && (focus.pod == kNoPod || event.pod == focus.pod)) return seq;
  }
  return 0;
}

QString chainHtml(const Snapshot& snapshot, std::uint64_t seq) {
  const theme::Colours& c = theme::colours();
  std::vector<Event> chain = causes(snapshot, seq);
  if (chain.empty()) return {};
  QString html;
  const bool shortened = chain.size() > kMostLinks;
  if (shortened) chain.erase(chain.begin() + 1, chain.end() - static_cast<std::ptrdiff_t>(kMostLinks) + 1);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const Event& event = chain[i];
    const auto indent = static_cast<int>(std::min(i, kDeepestIndent)) * 12;
    html += QStringLiteral(
                "<table cellspacing='0' style='margin-left:%1px;margin-bottom:5px'><tr><td "
                "style='color:%2;padding-right:8px'>%3</td>"
                "<td style='color:%4'>%5</td></tr><tr><td></td><td style='color:%6'>%7</td></tr></table>")
                .arg(QString::number(indent), c.muted.name(),
                     (i == 0 ? QString() : QStringLiteral("└&nbsp;")) + words::clock(event.t),
                     info(event.reason).level == Level::Info ? c.text.name()
                                                             : theme::levelColour(info(event.reason).level).name(),
                     words::text(messageText(event, *snapshot.names)).toHtmlEscaped(), c.muted.name(),
                     words::text(explainText(event, *snapshot.names)).toHtmlEscaped());
    if (i == 0 && (shortened || (chain.size() > 1 && chain[1].cause != event.seq))) {
      html += QStringLiteral("<div style='color:%1;margin-bottom:5px'>&nbsp;⋮ %2</div>")
                  .arg(c.muted.name(), QCoreApplication::translate("Why", "links in between are not kept any more"));
    }
  }
  return html;
}

}  // namespace perfect
