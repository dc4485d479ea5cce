// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diff/diff_text.h"

#include <QCoreApplication>
#include <map>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/manifest/manifest.h"
#include "core/reconcile/status.h"

namespace perfect {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Diff", text); }

/// Writes rows of the table; every row has a field on the left and what is actual on the right.
class DiffWriter {
 public:
  explicit DiffWriter(QString& html) : m_html(html) {}

  void row(const QString& left, const QString& right, const QColor& rightColour, const QColor& ground = {}) {
    const QString style = ground.isValid() ? QStringLiteral(" bgcolor='%1'").arg(ground.name()) : QString();
    if (right.isEmpty()) {
      m_html += QStringLiteral("<tr%1><td colspan='2' style='padding:1px 4px'>%2</td></tr>").arg(style, left);
      return;
    }
    // What is actual stays on one line; the field gives way.
    QString actual = right;
    actual.replace(u' ', QChar(0x00a0));
    m_html += QStringLiteral(
                  "<tr%1><td style='padding:1px 8px 1px 4px'>%2</td><td style='padding:1px 4px;color:%3'>%4</td></tr>")
                  .arg(style, left, rightColour.name(), actual);
  }
  static QString field(int depth, const QString& name, const QString& value) {
    const theme::Colours& c = theme::colours();
    return QString(depth * 2, QChar(0x00a0)) + QStringLiteral("<span style='color:%1'>%2:</span>&nbsp;%3")
                                                   .arg(c.versions[0].name(), breakable(name), breakable(value));
  }
  /// Long names and paths may break behind their dots and slashes.
  static QString breakable(const QString& text) {
    QString html = text.toHtmlEscaped();
    html.replace(QLatin1Char('.'), QStringLiteral(".&#8203;"));
    html.replace(QLatin1String("//"), QStringLiteral("//&#8203;"));
    return html;
  }

 private:
  QString& m_html;
};

ServiceSpec specWith(const ServiceSpec& spec, const PodTemplate& podTemplate) {
  ServiceSpec result = spec;
  result.podTemplate = podTemplate;
  return result;
}

QString podsOf(const VersionState& v) {
  QString text = tr("%1 pods, %2 ready").arg(words::count(v.counts.total()), words::count(v.counts.ready));
  if (v.counts.terminating > 0) text += tr(", %1 stopping").arg(words::count(v.counts.terminating));
  return text;
}

QString leaf(const std::string& path) {
  QString text = words::text(path);
  if (text.startsWith(QLatin1String("spec."))) text.remove(0, 5);
  return text;
}

void writeVersions(DiffWriter& out, const ServiceState& s) {
  const theme::Colours& c = theme::colours();
  const QColor minus = theme::mix(c.bad, c.raised, 0.22);
  const QColor plus = theme::mix(c.good, c.raised, 0.16);
  const VersionIndex wanted = s.rollout.updated;
  const PodTemplate& desired =
      wanted == kNoVersion ? s.spec->podTemplate : *s.versions[static_cast<std::size_t>(wanted)].podTemplate;
  std::map<QString, QString> desiredFields;
  for (std::size_t i = 0; i < s.versions.size(); ++i) {
    const VersionState& v = s.versions[i];
    if (static_cast<VersionIndex>(i) == wanted || v.counts.total() + v.counts.terminating == 0) continue;
    QString actual = podsOf(v);
    for (const FieldDifference& d : diffSpecs(specWith(*s.spec, *v.podTemplate), specWith(*s.spec, desired))) {
      const auto value = [](const std::string& text) { return text.empty() ? QStringLiteral("–") : words::text(text); };
      out.row(QStringLiteral("−&nbsp;") + DiffWriter::field(0, leaf(d.path), value(d.from)), actual, c.text, minus);
      desiredFields[leaf(d.path)] = value(d.to);
      actual.clear();
    }
  }
  const QString here = wanted == kNoVersion ? QString() : podsOf(s.versions[static_cast<std::size_t>(wanted)]);
  if (desiredFields.empty()) {
    out.row(QStringLiteral("&nbsp;&nbsp;") + DiffWriter::field(0, QStringLiteral("image"), words::text(desired.image)),
            here, c.text);
    return;
  }
  QString actual = here;
  for (const auto& [name, value] : desiredFields) {
    out.row(QStringLiteral("+&nbsp;") + DiffWriter::field(0, name, value), actual, c.text, plus);
    actual.clear();
  }
}

QString stepsText(const ServiceState& s) {
  QString text;
  const auto& steps = s.spec->rollout.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto at = static_cast<std::int32_t>(i);
    const bool over = s.rollout.phase == RolloutPhase::Complete || at < s.rollout.step;
    text += QString::number(steps[i].percent) + (over                   ? QStringLiteral(" ✓  ")
                                                 : at == s.rollout.step ? QStringLiteral(" ◄  ")
                                                                        : QStringLiteral("  "));
  }
  return text.trimmed();
}

void writeRollout(DiffWriter& out, const ServiceState& s) {
  const theme::Colours& c = theme::colours();
  const Rollout& r = s.spec->rollout;
  const QString indent = QStringLiteral("&nbsp;&nbsp;");
  out.row(indent + DiffWriter::field(0, QStringLiteral("rollout"), {}), words::text(phaseName(s.rollout.phase)),
          c.text);
  out.row(indent + DiffWriter::field(1, QStringLiteral("strategy"), words::text(strategyName(r.strategy))), {},
          c.muted);
  if (r.strategy == Strategy::Canary) {
    out.row(indent + DiffWriter::field(1, QStringLiteral("steps"), stepsText(s)),
            tr("weight %1 %").arg(currentWeight(s)), c.attention);
  }
}

}  // namespace

QString diffHtml(const ServiceState& s) {
  const theme::Colours& c = theme::colours();
  const QString indent = QStringLiteral("&nbsp;&nbsp;");
  QString html =
      QStringLiteral(
          "<div style='color:%1'># %2 · %3</div><div style='color:%4'>spec:</div><table cellspacing='0' width='100%'>")
          .arg(c.muted.name(), words::text(s.spec->name).toHtmlEscaped(), tr("desired ↔ actual"), c.versions[0].name());
  DiffWriter out(html);
  writeVersions(out, s);
  const PodCounts counts = s.counts();
  const bool enough = counts.ready >= s.replicas && counts.total() == s.replicas;
  QString desired = words::count(s.replicas);
  if (s.spec->replicas != s.replicas) desired += tr("  (manifest: %1)").arg(words::count(s.spec->replicas));
  out.row(indent + DiffWriter::field(0, QStringLiteral("replicas"), desired),
          tr("%1 ready of %2").arg(words::count(counts.ready), words::count(counts.total())),
          enough ? c.good : c.attention);
  writeRollout(out, s);
  if (s.spec->autoscale) {
    const Autoscale& a = *s.spec->autoscale;
    out.row(indent + DiffWriter::field(0, QStringLiteral("autoscale"),
                                       tr("CPU %1 %, %2 … %3").arg(a.targetCpu).arg(a.min).arg(a.max)),
            s.autoscale.verdict == AutoscaleVerdict::None
                ? QString()
                : tr("CPU %1 % at the last look").arg(s.autoscale.utilisation),
            c.text);
  }
  const auto probe = [&](const char* name, const std::optional<Probe>& p) {
    const QString value = p ? tr("%1, %2 s").arg(words::text(p->path)).arg(p->periodSeconds) : tr("none");
    out.row(indent + DiffWriter::field(0, QString::fromLatin1(name), value), {}, c.muted);
  };
  probe("readinessProbe", s.spec->podTemplate.readiness);
  probe("livenessProbe", s.spec->podTemplate.liveness);
  return html + QStringLiteral("</table>");
}

}  // namespace perfect
