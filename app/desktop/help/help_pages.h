// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages of Help: which there are, what they say, where a word is found. Files of the program itself
// (resources/help/LANGUAGE/PAGE.html), so that nothing is fetched; a language without a page shows the English one.
// Thread rule: the GUI thread.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/events/event.h"
#include "core/events/reasons.h"

namespace perfect {

struct HelpChapter {
  QString title;
  QStringList pages;  ///< ids, in order of reading
};

struct HelpHit {
  QString page;
  QString title;
  QString excerpt;  ///< where the word stands, plain text
};

namespace help {

/// The list of keys belongs to a window, which gives it when its commands are known.
void setShortcuts(const QString& html);
/// In the language of the program.
std::vector<HelpChapter> chapters();
/// Every page's id, in the order of the chapters.
QStringList pages();
/// HTML with links "help:PAGE" or "help:PAGE#PLACE"; empty: there is no such page.
QString html(const QString& page);
QString title(const QString& page);
/// Pages that say all words of `text`, those with it in their title first.
std::vector<HelpHit> find(const QString& text);
/// The page about what an event of this reason is about.
QString pageOf(Reason reason);
/// The same, by what the event says: which probe failed.
QString pageOf(const Event& event);

}  // namespace help
}  // namespace perfect
