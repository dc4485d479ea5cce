// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette/spoken_command.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/desktop/wording.h"
#include "app/desktop/words.h"
#include "core/base/duration.h"
#include "core/manifest/manifest.h"
#include "core/manifest/near_name.h"
#include "core/reconcile/status.h"

namespace perfect {
namespace {

constexpr std::int64_t kMostReplicas = 1000000;
constexpr std::int64_t kMostDemand = 1000000000;

struct Spoken {
  Q_DECLARE_TR_FUNCTIONS(Spoken)
};

SpokenCommand fault(const QString& title, const QString& text) { return {{}, title, text}; }
SpokenCommand good(SpokenCommand::Wish wish, const QString& title, const QString& preview) {
  return {std::move(wish), title, preview};
}

/// What was typed behind the verb, word by word; "to" is a word for people.
struct Words {
  QStringList all;
  QString at(qsizetype i) const { return i < all.size() ? all[i] : QString(); }
};

const ServiceState* serviceOf(const Frame& frame, const QString& name) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(name.toStdString()) : nullptr;
  return entry == nullptr ? nullptr : entry->state.get();
}

QString whichService(const Frame& frame, const QString& given) {
  QStringList names;
  std::vector<std::string> kept;
  if (frame.snapshot) {
    for (const ServiceEntry& entry : frame.snapshot->services) kept.push_back(entry.state->spec->name);
  }
  const std::vector<std::string_view> views(kept.begin(), kept.end());
  for (std::size_t i = 0; i < kept.size() && i < 6; ++i) names << words::text(kept[i]);
  if (names.isEmpty()) return Spoken::tr("There is no service yet: apply one first.");
  const std::string_view near = given.isEmpty() ? std::string_view() : nearestName(given.toStdString(), views);
  if (given.isEmpty()) return Spoken::tr("Which service? There are %1.").arg(names.join(QStringLiteral(", ")));
  if (near.empty())
    return Spoken::tr("No service is called %1. There are %2.").arg(given, names.join(QStringLiteral(", ")));
  return Spoken::tr("No service is called %1. Did you mean %2?").arg(given, words::text(std::string(near)));
}

/// A whole number in a range, or what is expected.
std::optional<std::int64_t> number(const QString& text, std::int64_t least, std::int64_t most) {
  bool ok = false;
  const qlonglong value = text.toLongLong(&ok);
  return ok && value >= least && value <= most ? std::optional<std::int64_t>(value) : std::nullopt;
}

QString expected(const QString& given, std::int64_t least, std::int64_t most) {
  const QString range = Spoken::tr("a whole number from %1 to %2").arg(words::count(least), words::count(most));
  return given.isEmpty() ? Spoken::tr("How many? Expected is %1.").arg(range)
                         : Spoken::tr("“%1” is not good: expected is %2.").arg(given, range);
}

SpokenCommand scale(const Words& w, const Frame& frame) {
  const QString title = Spoken::tr("Scale %1 to %2").arg(w.at(0), w.at(1));
  const ServiceState* service = serviceOf(frame, w.at(0));
  if (service == nullptr) return fault(title, whichService(frame, w.at(0)));
  const bool relative = w.at(1).startsWith(u'+') || w.at(1).startsWith(u'-');
  const auto value = number(w.at(1), relative ? -kMostReplicas : 0, kMostReplicas);
  if (!value) return fault(title, expected(w.at(1), 0, kMostReplicas));
  const std::int64_t wanted =
      std::clamp<std::int64_t>(relative ? service->replicas + *value : *value, 0, kMostReplicas);
  const std::int64_t more = wanted - service->replicas;
  const QString what = more == 0  ? Spoken::tr("that is desired already")
                       : more > 0 ? Spoken::tr("%1 more pods").arg(words::count(more))
                                  : Spoken::tr("%1 fewer pods").arg(words::count(-more));
  return good(Command(ScaleCommand{service->spec->name, static_cast<std::int32_t>(wanted), std::nullopt}),
              Spoken::tr("Scale %1 to %2").arg(w.at(0), words::count(wanted)),
              Spoken::tr("%1 desired now: %2").arg(words::count(service->replicas), what));
}

SpokenCommand strike(ChaosKind kind, const Words& w, const Frame& frame) {
  const QString verb = kind == ChaosKind::Kill ? Spoken::tr("Kill %2 of %1") : Spoken::tr("Crash %2 of %1");
  const QString count = w.at(1).isEmpty() ? QStringLiteral("1") : w.at(1);
  const QString title = verb.arg(w.at(0), count);
  const ServiceState* service = serviceOf(frame, w.at(0));
  if (service == nullptr) return fault(title, whichService(frame, w.at(0)));
  const auto value = number(count, 1, kMostReplicas);
  if (!value) return fault(title, expected(count, 1, kMostReplicas));
  ChaosCommand command;
  command.kind = kind;
  command.service = service->spec->name;
  command.count = static_cast<std::int32_t>(*value);
  const std::int64_t there = service->counts().total();
  const std::int64_t taken = std::min(*value, there);
  return good(Command(command), title,
              kind == ChaosKind::Kill
                  ? Spoken::tr("%1 of %2 pods, drawn by chance, are gone; the controller makes new ones")
                        .arg(words::count(taken), words::count(there))
                  : Spoken::tr("The containers of %1 of %2 pods, drawn by chance, end and restart after a back-off")
                        .arg(words::count(taken), words::count(there)));
}

SpokenCommand image(const Words& w, const Frame& frame) {
  const QString title = Spoken::tr("Image of %1: %2").arg(w.at(0), w.at(1));
  const ServiceState* service = serviceOf(frame, w.at(0));
  if (service == nullptr) return fault(title, whichService(frame, w.at(0)));
  if (w.at(1).isEmpty()) return fault(title, Spoken::tr("Which image? For example local://demo@v2."));
  if (const Saying wrong = imageFault(w.at(1).toStdString()); !wrong.empty())
    return fault(title, words::text(wrong.text(words::wording())));
  const QString now = words::text(service->spec->podTemplate.image);
  return good(Command(ImageCommand{service->spec->name, w.at(1).toStdString()}), title,
              now == w.at(1) ? Spoken::tr("That is its image already")
                             : Spoken::tr("%1 now: a rollout by %2 begins")
                                   .arg(now, QLatin1String(strategyName(service->spec->rollout.strategy))));
}

SpokenCommand load(const Words& w, const Frame& frame) {
  const QString title = Spoken::tr("Load of %1: %2 %").arg(w.at(0), w.at(1));
  const ServiceState* service = serviceOf(frame, w.at(0));
  if (service == nullptr) return fault(title, whichService(frame, w.at(0)));
  const auto value = number(w.at(1).endsWith(u'%') ? w.at(1).chopped(1) : w.at(1), 0, kMostDemand);
  if (!value) return fault(title, expected(w.at(1), 0, kMostDemand));
  LoadCommand command;
  command.service = service->spec->name;
  command.demand = *value;
  return good(Command(command), title,
              Spoken::tr("As much as would keep one pod at %1 %, shared by the %2 that serve")
                  .arg(words::count(*value), words::count(service->serving())));
}

SpokenCommand speed(const Words& w, const Frame& frame) {
  const QString title = Spoken::tr("Speed %1").arg(w.at(0));
  const QString now = words::speed(frame.clock.speedMilli);
  if (w.at(0).compare(QLatin1String("max"), Qt::CaseInsensitive) == 0)
    return good(SpeedWish{kSpeedMax}, title, Spoken::tr("%1 now; then as fast as it goes").arg(now));
  bool ok = false;
  QString text = w.at(0);
  if (text.endsWith(u'x') || text.endsWith(QChar(0x00d7))) text.chop(1);
  const double value = text.toDouble(&ok);
  if (!ok || value < 0.001 || value > 1000)
    return fault(title, Spoken::tr("Expected is a number from 0.001 to 1000, or max."));
  const auto milli = static_cast<std::int64_t>(std::llround(value * 1000));
  return good(SpeedWish{milli}, title, Spoken::tr("%1 now; then %2").arg(now, words::speed(milli)));
}

SpokenCommand seed(const Words& w, const Frame& frame) {
  const QString title = Spoken::tr("Begin anew with seed %1").arg(w.at(0));
  bool ok = false;
  const quint64 value = w.at(0).toULongLong(&ok);
  if (!ok) return fault(title, Spoken::tr("Expected is a whole number from 0 on."));
  return good(SeedWish{value}, title,
              Spoken::tr("Seed %1 now. Services, events and the clock start over.").arg(frame.clock.seed));
}

SpokenCommand until(const Words& w, const Frame& frame) {
  const QString text = w.all.join(u' ');
  const QString title = Spoken::tr("Run until %1").arg(text);
  if (text == QLatin1String("event")) {
    return good(UntilWish{RunGoal::NextEvent, kNever}, title, Spoken::tr("To the next thing that happens, then pause"));
  }
  if (text == QLatin1String("stable"))
    return good(UntilWish{RunGoal::Stable, kNever}, title, Spoken::tr("Until every service is stable, then pause"));
  const InstantReading reading = readInstant(text, frame.clock.t);
  if (!reading.fault.isEmpty()) return fault(title, reading.fault);
  return good(UntilWish{RunGoal::Time, reading.t}, title,
              Spoken::tr("From %1 to %2, then pause").arg(words::clock(frame.clock.t), words::clock(reading.t)));
}

/// Whether a verb is possible now, the engine says: it refuses with a reason.
SpokenCommand rollout(RolloutAction action, const QString& title, const Words& w, const Frame& frame) {
  const ServiceState* service = serviceOf(frame, w.at(0));
  if (service == nullptr) return fault(title.arg(w.at(0)), whichService(frame, w.at(0)));
  return good(Command(RolloutCommand{service->spec->name, action}), title.arg(w.at(0)), words::phrase(*service));
}

struct Verb {
  const char* word;
  const char* form;
  SpokenCommand (*parse)(const Words&, const Frame&);
};
constexpr std::array<Verb, 15> kVerbs{{
    {"scale", "scale NAME N", scale},
    {"kill", "kill NAME N", [](const Words& w, const Frame& f) { return strike(ChaosKind::Kill, w, f); }},
    {"crash", "crash NAME N", [](const Words& w, const Frame& f) { return strike(ChaosKind::Crash, w, f); }},
    {"image", "image NAME IMAGE", image},
    {"load", "load NAME PERCENT", load},
    {"speed", "speed N", speed},
    {"seed", "seed N", seed},
    {"until", "until TIME", until},
    {"promote", "promote NAME",
     [](const Words& w, const Frame& f) { return rollout(RolloutAction::Promote, Spoken::tr("Promote %1"), w, f); }},
    {"pause", "pause NAME",
     [](const Words& w, const Frame& f) {
       return rollout(RolloutAction::Pause, Spoken::tr("Pause the rollout of %1"), w, f);
     }},
    {"resume", "resume NAME",
     [](const Words& w, const Frame& f) {
       return rollout(RolloutAction::Resume, Spoken::tr("Resume the rollout of %1"), w, f);
     }},
    {"abort", "abort NAME",
     [](const Words& w, const Frame& f) {
       return rollout(RolloutAction::Abort, Spoken::tr("Abort the rollout of %1"), w, f);
     }},
    {"retry", "retry NAME",
     [](const Words& w, const Frame& f) {
       return rollout(RolloutAction::Retry, Spoken::tr("Retry the rollout of %1"), w, f);
     }},
    {"undo", "undo NAME",
     [](const Words& w, const Frame& f) {
       return rollout(RolloutAction::Undo, Spoken::tr("Undo the rollout of %1"), w, f);
     }},
    {"restart", "restart NAME",
     [](const Words& w, const Frame& f) { return rollout(RolloutAction::Restart, Spoken::tr("Restart %1"), w, f); }},
}};

}  // namespace

std::optional<SpokenCommand> parseSpoken(const QString& text, const Frame& frame) {
  QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
  if (parts.size() < 2) return std::nullopt;
  if (parts.size() > 2 && parts[0].compare(QLatin1String("run"), Qt::CaseInsensitive) == 0) parts.removeFirst();
  const QString verb = parts.takeFirst().toLower();
  parts.removeAll(QStringLiteral("to"));
  for (const Verb& known : kVerbs) {
    if (verb == QLatin1String(known.word)) return known.parse({parts}, frame);
  }
  return std::nullopt;
}

QStringList spokenForms() {
  QStringList forms;
  for (const Verb& verb : kVerbs) forms << QLatin1String(verb.form);
  return forms;
}

InstantReading readInstant(const QString& text, SimTime now) {
  const QString given = text.trimmed();
  const QString example = Spoken::tr("Expected is a time such as 90s, 1m30s, 00:44.8, or +10s from now.");
  if (given.isEmpty()) return {kNever, example, 0};
  static const QRegularExpression clockForm(QStringLiteral("^(?:(\\d{1,4}):)?(\\d{1,4}):([0-5]?\\d(?:\\.\\d{1,3})?)$"));
  InstantReading reading;
  if (const auto clock = clockForm.match(given); clock.hasMatch()) {
    const auto seconds = std::llround(clock.captured(3).toDouble() * 1000);
    reading.t = clock.captured(1).toLongLong() * 3600000 + clock.captured(2).toLongLong() * 60000 + seconds;
  } else {
    // "1m30s": durations one behind another.
    static const QRegularExpression part(QStringLiteral("\\d+(?:\\.\\d+)?(?:ms|s|m|h)"));
    qsizetype at = given.startsWith(u'+') ? 1 : 0;
    SimTime sum = 0;
    while (at < given.size()) {
      const auto match =
          part.match(given, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
      const auto length =
          match.hasMatch() ? parseDuration(match.captured().toStdString()) : Result<Millis>::failure({});
      if (!length) {
        return {kNever, Spoken::tr("At character %1, “%2”: %3").arg(at + 1).arg(given.mid(at), example),
                static_cast<int>(at)};
      }
      sum += length.value();
      at = match.capturedEnd();
    }
    if (at <= 1 && given.startsWith(u'+')) return {kNever, Spoken::tr("At character 2: %1").arg(example), 1};
    reading.t = given.startsWith(u'+') ? now + sum : sum;
  }
  if (reading.t <= now) {
    return {kNever,
            Spoken::tr("%1 has passed: the clock stands at %2. Name a later time, or +10s.")
                .arg(words::clock(reading.t), words::clock(now)),
            0};
  }
  return reading;
}

}  // namespace perfect
