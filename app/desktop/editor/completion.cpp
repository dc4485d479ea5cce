// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/completion.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <iterator>

#include "core/scenario/known_in_scenario.h"
#include "core/scenario/scenario.h"

namespace perfect {
namespace {

struct FieldWords {
  const char* name;
  const char* help;
};
constexpr FieldWords kFields[] = {
    {"apiVersion",
     QT_TRANSLATE_NOOP("FieldHelp", "The version of this format: v1 for a Service, perfect.system/v1 for a Scenario.")},
    {"kind", QT_TRANSLATE_NOOP("FieldHelp", "Service or Scenario.")},
    {"metadata", QT_TRANSLATE_NOOP("FieldHelp", "What it is called.")},
    {"name", QT_TRANSLATE_NOOP("FieldHelp", "The name: lower-case letters, digits and '-', at most 63.")},
    {"title", QT_TRANSLATE_NOOP("FieldHelp", "What people read instead of the name.")},
    {"spec", QT_TRANSLATE_NOOP("FieldHelp", "What is desired.")},
    {"replicas", QT_TRANSLATE_NOOP("FieldHelp", "How many pods are wanted: 0 to 1,000,000.")},
    {"minReadySeconds", QT_TRANSLATE_NOOP("FieldHelp", "Ready for this long counts as available.")},
    {"image", QT_TRANSLATE_NOOP("FieldHelp", "What runs, such as local://demo@v2; what follows @ is the version.")},
    {"env", QT_TRANSLATE_NOOP("FieldHelp", "Environment variables; HEALTHY \"0\" makes every probe fail.")},
    {"value", QT_TRANSLATE_NOOP("FieldHelp", "The variable's value, as text.")},
    {"terminationGracePeriodSeconds", QT_TRANSLATE_NOOP("FieldHelp", "How long a pod may take to stop: 0 to 3600.")},
    {"readinessProbe", QT_TRANSLATE_NOOP("FieldHelp", "Who fails it gets no traffic.")},
    {"livenessProbe", QT_TRANSLATE_NOOP("FieldHelp", "Who fails it is restarted.")},
    {"startupProbe", QT_TRANSLATE_NOOP("FieldHelp", "The other probes wait until it succeeded.")},
    {"httpGet", QT_TRANSLATE_NOOP("FieldHelp", "The probe asks for a page.")},
    {"path", QT_TRANSLATE_NOOP("FieldHelp", "The page's path, such as /healthz.")},
    {"initialDelaySeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds before the first probe.")},
    {"periodSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds between two looks.")},
    {"timeoutSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds an answer may take.")},
    {"successThreshold", QT_TRANSLATE_NOOP("FieldHelp", "So many successes in a row count.")},
    {"failureThreshold", QT_TRANSLATE_NOOP("FieldHelp", "So many failures in a row count.")},
    {"restartBackoff", QT_TRANSLATE_NOOP("FieldHelp", "How long a crashed container waits, growing.")},
    {"baseSeconds", QT_TRANSLATE_NOOP("FieldHelp", "The first wait.")},
    {"factor", QT_TRANSLATE_NOOP("FieldHelp", "Each wait is so many times the one before.")},
    {"maxSeconds", QT_TRANSLATE_NOOP("FieldHelp", "The longest wait.")},
    {"resetAfterSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Running for so long begins anew with the first wait.")},
    {"rollout", QT_TRANSLATE_NOOP("FieldHelp", "How a new version comes.")},
    {"strategy", QT_TRANSLATE_NOOP("FieldHelp", "BlueGreen, Canary, RollingUpdate or Recreate.")},
    {"steps", QT_TRANSLATE_NOOP("FieldHelp", "The steps, one after another.")},
    {"percent", QT_TRANSLATE_NOOP("FieldHelp", "A share, 0 to 100.")},
    {"pauseSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds to wait after the step.")},
    {"pause", QT_TRANSLATE_NOOP("FieldHelp", "manual: wait until somebody promotes.")},
    {"maxSurge",
     QT_TRANSLATE_NOOP("FieldHelp", "So many pods more than wanted may be there: a count or a percentage.")},
    {"maxUnavailable", QT_TRANSLATE_NOOP("FieldHelp", "So many pods may be missing: a count or a percentage.")},
    {"autoPromote", QT_TRANSLATE_NOOP("FieldHelp", "Blue/green switches by itself.")},
    {"scaleDownDelaySeconds", QT_TRANSLATE_NOOP("FieldHelp", "How long the old version stays after the switch.")},
    {"analysis", QT_TRANSLATE_NOOP("FieldHelp", "Looks at errors before it goes on.")},
    {"maxErrorPercent", QT_TRANSLATE_NOOP("FieldHelp", "More errors than this fail a look.")},
    {"intervalSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds between two looks.")},
    {"count", QT_TRANSLATE_NOOP("FieldHelp", "How many.")},
    {"failureLimit", QT_TRANSLATE_NOOP("FieldHelp", "So many failed looks end the rollout.")},
    {"progressDeadlineSeconds",
     QT_TRANSLATE_NOOP("FieldHelp", "Without progress for this long the rollout has failed.")},
    {"autoRollback", QT_TRANSLATE_NOOP("FieldHelp", "A failed rollout returns to the stable version by itself.")},
    {"autoscale", QT_TRANSLATE_NOOP("FieldHelp", "The number of replicas follows the load.")},
    {"targetCPU", QT_TRANSLATE_NOOP("FieldHelp", "The average that is aimed at, in percent.")},
    {"min", QT_TRANSLATE_NOOP("FieldHelp", "Never fewer.")},
    {"max", QT_TRANSLATE_NOOP("FieldHelp", "Never more.")},
    {"tolerance", QT_TRANSLATE_NOOP("FieldHelp", "Deviations below this share change nothing.")},
    {"scaleDownStabilizationSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Fewer only if it was so for this long.")},
    {"behavior", QT_TRANSLATE_NOOP("FieldHelp", "How quickly it may change, as in autoscaling/v2.")},
    {"scaleUp", QT_TRANSLATE_NOOP("FieldHelp", "Rules for more.")},
    {"scaleDown", QT_TRANSLATE_NOOP("FieldHelp", "Rules for fewer.")},
    {"stabilizationWindowSeconds", QT_TRANSLATE_NOOP("FieldHelp", "The calmest wish within this time counts.")},
    {"selectPolicy", QT_TRANSLATE_NOOP("FieldHelp", "Max, Min or Disabled.")},
    {"policies", QT_TRANSLATE_NOOP("FieldHelp", "Each limits what one period may change.")},
    {"type", QT_TRANSLATE_NOOP("FieldHelp", "Pods or Percent.")},
    {"simulation", QT_TRANSLATE_NOOP("FieldHelp", "What the pretended programs do.")},
    {"startSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds of starting, without probes.")},
    {"bootSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds of running in which probes fail.")},
    {"shutdownSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Seconds a pod needs to stop.")},
    {"jitter", QT_TRANSLATE_NOOP("FieldHelp", "How much times vary by chance: 0 to 1.")},
    {"crashAfterSeconds", QT_TRANSLATE_NOOP("FieldHelp", "Each container ends after this time.")},
    {"crashesPerHour", QT_TRANSLATE_NOOP("FieldHelp", "By chance, so many an hour.")},
    {"probeFailurePercent", QT_TRANSLATE_NOOP("FieldHelp", "So many probes fail by chance.")},
    {"errorPercent", QT_TRANSLATE_NOOP("FieldHelp", "So many requests fail by chance.")},
    {"capacityPerPod", QT_TRANSLATE_NOOP("FieldHelp", "Requests a second that make one pod busy.")},
    {"seed", QT_TRANSLATE_NOOP("FieldHelp", "The seed of every random choice.")},
    {"say", QT_TRANSLATE_NOOP("FieldHelp", "Narration.")},
    {"look", QT_TRANSLATE_NOOP("FieldHelp", "Where to look meanwhile.")},
    {"after", QT_TRANSLATE_NOOP("FieldHelp", "Wait so long first.")},
    {"at", QT_TRANSLATE_NOOP("FieldHelp", "Wait until this time of the clock.")},
    {"apply", QT_TRANSLATE_NOOP("FieldHelp", "A manifest's file, or a manifest.")},
    {"until", QT_TRANSLATE_NOOP("FieldHelp", "Wait until this is so; it fails when the time runs out.")},
    {"expect", QT_TRANSLATE_NOOP("FieldHelp", "This must be so.")},
    {"kill", QT_TRANSLATE_NOOP("FieldHelp", "Pods are gone; the controller makes new ones.")},
    {"crash", QT_TRANSLATE_NOOP("FieldHelp", "Containers end and restart.")},
    {"load", QT_TRANSLATE_NOOP("FieldHelp", "How much there is to do.")},
    {"scale", QT_TRANSLATE_NOOP("FieldHelp", "Another number of replicas.")},
    {"health", QT_TRANSLATE_NOOP("FieldHelp", "Probes fail, or succeed again.")},
    {"delete", QT_TRANSLATE_NOOP("FieldHelp", "The service goes away.")},
    {"chaos", QT_TRANSLATE_NOOP("FieldHelp", "Blows again and again.")},
    {"chaosStop", QT_TRANSLATE_NOOP("FieldHelp", "Emergency Stop: all chaos ends at once.")},
    {"ask", QT_TRANSLATE_NOOP("FieldHelp", "A question to the learner.")},
    {"alerts", QT_TRANSLATE_NOOP("FieldHelp", "The rules of alerts.")},
    {"tick", QT_TRANSLATE_NOOP("FieldHelp", "The controller's period.")},
    {"mail", QT_TRANSLATE_NOOP("FieldHelp", "What became of a mail.")},
    {"service", QT_TRANSLATE_NOOP("FieldHelp", "The service's name.")},
    {"ready", QT_TRANSLATE_NOOP("FieldHelp", "So many pods are ready.")},
    {"minReady", QT_TRANSLATE_NOOP("FieldHelp", "At no moment since the last expect fewer.")},
    {"serving", QT_TRANSLATE_NOOP("FieldHelp", "So many pods serve.")},
    {"version", QT_TRANSLATE_NOOP("FieldHelp", "The version that is active.")},
    {"status", QT_TRANSLATE_NOOP("FieldHelp", "The status phrase.")},
    {"event", QT_TRANSLATE_NOOP("FieldHelp", "A reason, such as SuccessfulCreate.")},
    {"restarts", QT_TRANSLATE_NOOP("FieldHelp", "So many restarts.")},
    {"mails", QT_TRANSLATE_NOOP("FieldHelp", "So many mails.")},
    {"timeout", QT_TRANSLATE_NOOP("FieldHelp", "How long to wait at most, simulated.")},
    {"within", QT_TRANSLATE_NOOP("FieldHelp", "It must become so within this time.")},
    {"pod", QT_TRANSLATE_NOOP("FieldHelp", "One pod, by its name.")},
    {"limits", QT_TRANSLATE_NOOP("FieldHelp", "Whom chaos spares.")},
    {"minAvailable", QT_TRANSLATE_NOOP("FieldHelp", "Leave at least so many.")},
    {"maxAtOnce", QT_TRANSLATE_NOOP("FieldHelp", "Take at most so many at once.")},
    {"minAge", QT_TRANSLATE_NOOP("FieldHelp", "Spare younger ones.")},
    {"cpu", QT_TRANSLATE_NOOP("FieldHelp", "The same for every pod, in percent.")},
    {"demand", QT_TRANSLATE_NOOP("FieldHelp", "Shared by the serving pods, in percent of one pod.")},
    {"pattern", QT_TRANSLATE_NOOP("FieldHelp", "Load that changes by itself.")},
    {"shape", QT_TRANSLATE_NOOP("FieldHelp", "constant, ramp, sine or spike.")},
    {"from", QT_TRANSLATE_NOOP("FieldHelp", "Where it begins.")},
    {"to", QT_TRANSLATE_NOOP("FieldHelp", "Where it goes.")},
    {"unit", QT_TRANSLATE_NOOP("FieldHelp", "demand or cpu.")},
    {"period", QT_TRANSLATE_NOOP("FieldHelp", "How long one round takes.")},
    {"every", QT_TRANSLATE_NOOP("FieldHelp", "Again after this time.")},
    {"for", QT_TRANSLATE_NOOP("FieldHelp", "For this long.")},
    {"delta", QT_TRANSLATE_NOOP("FieldHelp", "So many more, or fewer.")},
    {"healthy", QT_TRANSLATE_NOOP("FieldHelp", "true or false.")},
    {"probe", QT_TRANSLATE_NOOP("FieldHelp", "readiness, liveness or both.")},
    {"sticky", QT_TRANSLATE_NOOP("FieldHelp", "Also after a restart.")},
    {"action", QT_TRANSLATE_NOOP("FieldHelp", "promote, promoteFull, pause, resume, abort, retry, undo or restart.")},
    {"question", QT_TRANSLATE_NOOP("FieldHelp", "What is asked.")},
    {"choices", QT_TRANSLATE_NOOP("FieldHelp", "The answers to choose from.")},
    {"answer", QT_TRANSLATE_NOOP("FieldHelp", "The right one.")},
    {"because", QT_TRANSLATE_NOOP("FieldHelp", "Why it is right.")},
    {"downConfirm", QT_TRANSLATE_NOOP("FieldHelp", "DOWN must last so long.")},
    {"upConfirm", QT_TRANSLATE_NOOP("FieldHelp", "UP must last so long.")},
    {"cooldown", QT_TRANSLATE_NOOP("FieldHelp", "Between two mails.")},
    {"startupGrace", QT_TRANSLATE_NOOP("FieldHelp", "While a service starts.")},
    {"alert", QT_TRANSLATE_NOOP("FieldHelp", "The seq of the alert's event.")},
    {"result", QT_TRANSLATE_NOOP("FieldHelp", "sent or failed.")},
    {"code", QT_TRANSLATE_NOOP("FieldHelp", "The mail server's answer.")},
    {"attempt", QT_TRANSLATE_NOOP("FieldHelp", "Which attempt it was.")},
};

struct Key {
  qsizetype item = 0;    ///< the column of the first dash, or of the name where there is none
  qsizetype column = 0;  ///< of the name
  QString name;          ///< empty: the line holds no field of a block
  bool blank = false;    ///< nothing but a comment, or nothing at all
};

Key keyOf(const QString& line) {
  static const QRegularExpression form(QStringLiteral("^(\\s*)((?:- +)*)(?:([A-Za-z]+)\\s*:)?"));
  const QRegularExpressionMatch match = form.match(line);
  const QString rest = line.trimmed();
  return {match.capturedLength(1), match.capturedLength(1) + match.capturedLength(2), match.captured(3),
          rest.isEmpty() || rest.startsWith(u'#')};
}

/// The fields that the mapping of this line has already on other lines.
QStringList siblingsOf(const QStringList& lines, int line) {
  const Key here = keyOf(lines[line]);
  QStringList names;
  bool beginsItem = here.item < here.column;
  for (int i = line - 1; i >= 0 && !beginsItem; --i) {
    const Key key = keyOf(lines[i]);
    if (key.blank || key.item > here.column) continue;
    if (key.column != here.column || key.name.isEmpty()) break;
    names << key.name;
    beginsItem = key.item < key.column;
  }
  for (qsizetype i = line + 1; i < lines.size(); ++i) {
    const Key key = keyOf(lines[i]);
    if (key.blank || key.item > here.column) continue;
    if (key.item != here.column || key.item < key.column || key.name.isEmpty()) break;
    names << key.name;
  }
  return names;
}

const QString kProbeText = QString::fromLatin1(kProbe.data(), static_cast<qsizetype>(kProbe.size()));

}  // namespace

Completion completionAt(const QString& text, int line, int column) {
  static const QRegularExpression fieldPlace(QStringLiteral("^(\\s*(?:- +)*)([A-Za-z]*)$"));
  static const QRegularExpression valuePlace(QStringLiteral("^(\\s*(?:- +)*[A-Za-z]+: +)([A-Za-z]*)$"));
  QStringList lines = text.split(u'\n');
  if (line < 0 || line >= lines.size()) return {};
  const QString before = lines[line].left(column);
  Completion completion;
  QRegularExpressionMatch match = fieldPlace.match(before);
  completion.field = match.hasMatch();
  if (!completion.field) match = valuePlace.match(before);
  if (!match.hasMatch()) return {};
  completion.begun = match.captured(2);
  const QStringList taken = completion.field ? siblingsOf(lines, line) : QStringList();
  lines[line] = match.captured(1) + kProbeText + (completion.field ? QStringLiteral(": 0") : QString());
  const std::string yaml = lines.join(u'\n').toStdString();
  const auto known = looksLikeScenario(yaml) ? knownInScenario(yaml, line + 1) : knownInManifest(yaml, line + 1);
  for (const std::string& name : known) {
    const QString word = QString::fromStdString(name);
    if (!taken.contains(word)) completion.words << word;
  }
  return completion;
}

QString fieldHelp(const QString& field) {
  static const QHash<QString, const char*> table = [] {
    QHash<QString, const char*> made;
    for (const FieldWords& words : kFields) made.insert(QLatin1String(words.name), words.help);
    return made;
  }();
  const char* help = table.value(field);
  return help == nullptr ? QString() : QCoreApplication::translate("FieldHelp", help);
}

QString fieldOfLine(const QString& line) {
  static const QRegularExpression field(QStringLiteral("^\\s*(?:- +)*([A-Za-z]+)\\s*:"));
  return field.match(line).captured(1);
}

}  // namespace perfect
