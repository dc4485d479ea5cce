// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/help/help_pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QTextDocumentFragment>
#include <algorithm>

#include "core/reconcile/health.h"

namespace perfect::help {
namespace {

constexpr qsizetype kExcerpt = 90;
const QString kShortcuts = QStringLiteral("shortcuts");

QString readPage(const QString& language, const QString& page) {
  QFile file(QStringLiteral(":/help/%1/%2.html").arg(language, page));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString plain(const QString& page) { return QTextDocumentFragment::fromHtml(html(page)).toPlainText().simplified(); }

QStringList ids(std::initializer_list<const char*> list) {
  QStringList all;
  for (const char* id : list) all << QString::fromLatin1(id);
  return all;
}

QString& shortcuts() {
  static QString html;
  return html;
}

}  // namespace

void setShortcuts(const QString& html) { shortcuts() = html; }

std::vector<HelpChapter> chapters() {
  const auto said = [](const char* text) { return QCoreApplication::translate("Help", text); };
  return {
      {said(QT_TRANSLATE_NOOP("Help", "To begin with")), ids({"idea", "window", "shortcuts", "glossary"})},
      {said(QT_TRANSLATE_NOOP("Help", "How it works")),
       ids({"desired", "reconcile", "service", "pod", "readiness", "liveness", "startup", "backoff"})},
      {said(QT_TRANSLATE_NOOP("Help", "Rollouts")),
       ids({"bluegreen", "canary", "rolling", "recreate", "analysis", "deadline"})},
      {said(QT_TRANSLATE_NOOP("Help", "Load and trouble")), ids({"load", "autoscaling", "chaos", "alerts"})},
      {said(QT_TRANSLATE_NOOP("Help", "Using it")), ids({"time", "events", "scenarios", "fields", "rest"})},
  };
}

QStringList pages() {
  QStringList all;
  for (const HelpChapter& chapter : chapters()) all << chapter.pages;
  return all;
}

QString html(const QString& page) {
  if (page == kShortcuts) return shortcuts();
  const QString local = readPage(QLocale().name().section(QLatin1Char('_'), 0, 0), page);
  return local.isEmpty() ? readPage(QStringLiteral("en"), page) : local;
}

QString title(const QString& page) {
  const QString text = html(page);
  const qsizetype begin = text.indexOf(QLatin1String("<h1>"));
  const qsizetype end = text.indexOf(QLatin1String("</h1>"));
  return begin < 0 || end < begin ? page : text.mid(begin + 4, end - begin - 4);
}

std::vector<HelpHit> find(const QString& text) {
  const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  std::vector<HelpHit> hits;
  if (words.isEmpty()) return hits;
  for (const QString& page : pages()) {
    const QString body = plain(page);
    const auto said = [&body](const QString& word) { return body.contains(word, Qt::CaseInsensitive); };
    if (!std::all_of(words.begin(), words.end(), said)) continue;
    const qsizetype at = body.indexOf(words.first(), 0, Qt::CaseInsensitive);
    const qsizetype begin = std::max<qsizetype>(0, at - kExcerpt / 3);
    QString excerpt = body.mid(begin, kExcerpt);
    if (begin > 0) excerpt.prepend(QStringLiteral("…"));
    if (begin + kExcerpt < body.size()) excerpt.append(QStringLiteral("…"));
    hits.push_back({page, title(page), excerpt});
  }
  const auto inTitle = [&words](const HelpHit& hit) {
    return hit.title.contains(words.first(), Qt::CaseInsensitive) || hit.page == words.first().toLower();
  };
  std::stable_partition(hits.begin(), hits.end(), inTitle);
  return hits;
}

QString pageOf(const Event& event) {
  if (event.reason != Reason::Unhealthy) return pageOf(event.reason);
  switch (static_cast<ProbeType>(event.facts[0])) {
    case ProbeType::Readiness:
      return QStringLiteral("readiness");
    case ProbeType::Startup:
      return QStringLiteral("startup");
    case ProbeType::Liveness:
      break;
  }
  return QStringLiteral("liveness");
}

QString pageOf(Reason reason) {
  const char* page = "events";
  switch (reason) {
    case Reason::BackOff:
    case Reason::Restarted:
    case Reason::ContainerDied:
      page = "backoff";
      break;
    case Reason::Ready:
    case Reason::Unready:
      page = "readiness";
      break;
    case Reason::Unhealthy:
    case Reason::Killing:
      page = "liveness";
      break;
    case Reason::Started:
    case Reason::PodGone:
      page = "pod";
      break;
    case Reason::SuccessfulCreate:
    case Reason::SuccessfulDelete:
      page = "reconcile";
      break;
    case Reason::SuccessfulRescale:
    case Reason::RescaleHeld:
    case Reason::FailedGetResourceMetric:
    case Reason::ReplicasOverridden:
      page = "autoscaling";
      break;
    case Reason::TrafficSwitched:
    case Reason::DrainScheduled:
    case Reason::WaitingForPromotion:
      page = "bluegreen";
      break;
    case Reason::SetWeight:
    case Reason::RolloutStepCompleted:
    case Reason::Promoted:
      page = "canary";
      break;
    case Reason::MeasurementTaken:
    case Reason::AnalysisRunFailed:
    case Reason::AnalysisRunSuccessful:
      page = "analysis";
      break;
    case Reason::ProgressDeadlineExceeded:
    case Reason::RolledBack:
    case Reason::RollbackImpossible:
      page = "deadline";
      break;
    case Reason::LoadSet:
    case Reason::LoadPatternStarted:
    case Reason::LoadPatternEnded:
      page = "load";
      break;
    case Reason::TickSet:
    case Reason::SessionStarted:
      page = "time";
      break;
    default:
      switch (info(reason).type) {
        case EventType::Desired:
          page = "desired";
          break;
        case EventType::Rollout:
          page = "canary";
          break;
        case EventType::Scaling:
          page = "reconcile";
          break;
        case EventType::Health:
          page = "pod";
          break;
        case EventType::Chaos:
          page = "chaos";
          break;
        case EventType::Alert:
          page = "alerts";
          break;
        case EventType::System:
          break;
      }
  }
  return QString::fromLatin1(page);
}

}  // namespace perfect::help
