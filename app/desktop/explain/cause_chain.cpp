// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/explain/cause_chain.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/desktop/help/help_pages.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr std::size_t kMostLinks = 24;
constexpr std::uint64_t kLookBack = 4096;
constexpr std::size_t kDeepestIndent = 6;

/// The pod an event is about, as a link, while it is there.
QString podLink(const Snapshot& snapshot, const Event& event) {
  if (event.service == kNoService || event.pod == kNoPod || event.version < 0) return {};
  const Names& names = *snapshot.names;
  const ServiceEntry* entry = snapshot.find(names[event.service]->name);
  if (entry == nullptr || entry->state->index != event.service || entry->pods->find(event.pod) == nullptr) return {};
  return QStringLiteral(" <a href='%1' style='color:%2'>%3</a>")
      .arg(linkTo({words::text(names[event.service]->name), event.pod}), theme::colours().accent.name(),
           QCoreApplication::translate("Why", "show this pod"));
}

/// The page of Help about what happened.
QString helpLink(const Event& event) {
  const QString page = help::pageOf(event);
  return QStringLiteral(" <a href='help:%1' style='color:%2;text-decoration:none'>%3</a>")
      .arg(page, theme::colours().accent.name(), help::title(page).toHtmlEscaped());
}

}  // namespace

QString linkTo(std::uint64_t seq) { return QStringLiteral("event:%1").arg(seq); }

QString linkTo(const Focus& focus) { return QStringLiteral("pod:%1/%2").arg(focus.service).arg(focus.pod); }

LinkTarget linkTarget(const QString& link) {
  LinkTarget target;
  const QString rest = link.section(QLatin1Char(':'), 1);
  if (link.startsWith(QLatin1String("event:"))) target.event = rest.toULongLong();
  if (link.startsWith(QLatin1String("pod:")))
    target.focus = Focus{rest.section(QLatin1Char('/'), 0, 0), rest.section(QLatin1Char('/'), 1).toUInt()};
  return target;
}

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
    const QColor colour =
        info(event.reason).level == Level::Info ? c.text : theme::levelColour(info(event.reason).level);
    const QString sentence = words::message(event, *snapshot.names).toHtmlEscaped();
    html +=
        QStringLiteral(
            "<table cellspacing='0' style='margin-left:%1px;margin-bottom:5px'><tr><td "
            "style='color:%2;padding-right:8px'>%3</td><td><a href='%4' style='color:%5;text-decoration:none'>%6</a>"
            "</td></tr><tr><td></td><td style='color:%2'>%7%8</td></tr></table>")
            .arg(QString::number(indent), c.muted.name(),
                 (i == 0 ? QString() : QStringLiteral("└&nbsp;")) + words::clock(event.t), linkTo(event.seq),
                 colour.name(), sentence, words::explanation(event, *snapshot.names).toHtmlEscaped(),
                 podLink(snapshot, event) + helpLink(event));
    if (i == 0 && (shortened || (chain.size() > 1 && chain[1].cause != event.seq))) {
      html += QStringLiteral("<div style='color:%1;margin-bottom:5px'>&nbsp;⋮ %2</div>")
                  .arg(c.muted.name(), QCoreApplication::translate("Why", "links in between are not kept any more"));
    }
  }
  return html;
}

}  // namespace perfect
