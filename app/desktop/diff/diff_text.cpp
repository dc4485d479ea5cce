// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diff/diff_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <vector>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/manifest/manifest.h"
#include "core/reconcile/status.h"

namespace perfect {
namespace {

struct DiffWords {
  Q_DECLARE_TR_FUNCTIONS(Diff)
};

const QString kSame(QChar(0x00a0));  // where other rows have + or −

/// A field, written twice: to be shown, and to be measured.
struct Field {
  QString html;
  qsizetype length = 0;

  Field(const QString& lead, const QString& name, const QString& value, int depth = 0) {
    const QString indent = lead + QString(1 + depth * 2, QChar(0x00a0));
    length = indent.size() + name.size() + 2 + value.size();
    html = indent + QStringLiteral("<span style='color:%1'>%2:</span>&nbsp;%3")
                        .arg(theme::colours().versions[0].name(), breakable(name), breakable(value));
  }

 private:
  /// A field too long even for a line of its own breaks behind its dots and slashes.
  static QString breakable(const QString& text) {
    QString html = text.toHtmlEscaped();
    html.replace(u' ', QChar(0x00a0));
    html.replace(QLatin1Char('.'), QStringLiteral(".&#8203;"));
    html.replace(QLatin1String("//"), QStringLiteral("//&#8203;"));
    return html;
  }
};

/// Collects rows, each with a field on the left and what is actual on the right, and sets them in two columns.
class DiffWriter {
 public:
  explicit DiffWriter(int columns) : m_columns(columns) {}

  void row(const Field& left, const QString& right, const QColor& rightColour, const QColor& ground = {}) {
    m_rows.push_back({left, right, rightColour, ground});
  }

  QString html() const {
    const qsizetype at = secondColumn();
    QString html;
    for (const Row& row : m_rows) {
      if (row.right.isEmpty()) {
        html += line(row.left.html, row.ground);
        continue;
      }
      const qsizetype start = std::min(at, m_columns - row.right.size());
      const bool beside = row.left.length + kBetween <= start;
      if (!beside) html += line(row.left.html, row.ground);
      const qsizetype gap = std::max<qsizetype>(start - (beside ? row.left.length : 0), 0);
      QString right = row.right.toHtmlEscaped();
      right.replace(u' ', QChar(0x00a0));
      html += line((beside ? row.left.html : QString()) + QString(gap, QChar(0x00a0)) +
                       QStringLiteral("<span style='color:%1'>%2</span>").arg(row.colour.name(), right),
                   row.ground);
    }
    return html;
  }

 private:
  static constexpr qsizetype kBetween = 2;
  struct Row {
    Field left;
    QString right;
    QColor colour;
    QColor ground;
  };

  static QString line(const QString& html, const QColor& ground) {
    const QString style = ground.isValid() ? QStringLiteral(" bgcolor='%1'").arg(ground.name()) : QString();
    return QStringLiteral("<tr><td%1 style='padding:1px 4px'>%2</td></tr>").arg(style, html);
  }

  /// Where what is actual begins: behind the longest field, and near the middle where there is room. A row in which that
  /// leaves too little moves its own to the left, as far as its field lets it.
  qsizetype secondColumn() const {
    qsizetype longest = 0;
    qsizetype widest = 0;
    for (const Row& row : m_rows) {
      if (row.right.isEmpty()) continue;
      widest = std::max(widest, row.right.size());
      longest = std::max(longest, row.left.length + kBetween);
    }
    return std::max(longest, std::min<qsizetype>(m_columns * 45 / 100, m_columns - widest));
  }

  qsizetype m_columns;
  std::vector<Row> m_rows;
};

ServiceSpec specWith(const ServiceSpec& spec, const PodTemplate& podTemplate) {
  ServiceSpec result = spec;
  result.podTemplate = podTemplate;
  return result;
}

QString podsOf(const VersionState& v) {
  QString text =
      v.counts.total() == 1
          ? DiffWords::tr("1 pod, %1 ready").arg(words::count(v.counts.ready))
          : DiffWords::tr("%1 pods, %2 ready").arg(words::count(v.counts.total()), words::count(v.counts.ready));
  if (v.counts.terminating > 0) text += DiffWords::tr(", %1 stopping").arg(words::count(v.counts.terminating));
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
      out.row({QStringLiteral("−"), leaf(d.path), value(d.from)}, actual, c.text, minus);
      desiredFields[leaf(d.path)] = value(d.to);
      actual.clear();
    }
  }
  const QString here = wanted == kNoVersion ? QString() : podsOf(s.versions[static_cast<std::size_t>(wanted)]);
  if (desiredFields.empty()) {
    out.row({kSame, QStringLiteral("image"), words::text(desired.image)}, here, c.text);
    return;
  }
  QString actual = here;
  for (const auto& [name, value] : desiredFields) {
    out.row({QStringLiteral("+"), name, value}, actual, c.text, plus);
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
  out.row({kSame, QStringLiteral("rollout"), {}}, words::phase(s.rollout.phase), c.text);
  out.row({kSame, QStringLiteral("strategy"), words::text(strategyName(r.strategy)), 1}, {}, c.muted);
  if (r.strategy == Strategy::Canary) {
    out.row({kSame, QStringLiteral("steps"), stepsText(s), 1}, DiffWords::tr("weight %1 %").arg(currentWeight(s)),
            c.attention);
  }
}

}  // namespace

QString diffHtml(const ServiceState& s, int columns) {
  const theme::Colours& c = theme::colours();
  const QString head =
      QStringLiteral(
          "<div style='color:%1'># %2 · %3</div><div style='color:%4'>spec:</div><table cellspacing='0' width='100%'>")
          .arg(c.muted.name(), words::text(s.spec->name).toHtmlEscaped(), DiffWords::tr("desired ↔ actual"),
               c.versions[0].name());
  DiffWriter out(columns);
  writeVersions(out, s);
  const PodCounts counts = s.counts();
  const bool enough = counts.ready >= s.replicas && counts.total() == s.replicas;
  QString desired = words::count(s.replicas);
  if (s.spec->replicas != s.replicas) desired += DiffWords::tr(" (manifest: %1)").arg(words::count(s.spec->replicas));
  out.row({kSame, QStringLiteral("replicas"), desired},
          DiffWords::tr("%1 ready of %2").arg(words::count(counts.ready), words::count(counts.total())),
          enough ? c.good : c.attention);
  writeRollout(out, s);
  if (s.spec->autoscale) {
    const Autoscale& a = *s.spec->autoscale;
    out.row(
        {kSame, QStringLiteral("autoscale"), DiffWords::tr("CPU %1 %, %2 … %3").arg(a.targetCpu).arg(a.min).arg(a.max)},
        s.autoscale.verdict == AutoscaleVerdict::None
            ? QString()
            : DiffWords::tr("CPU %1 % at the last look").arg(s.autoscale.utilisation),
        c.text);
  }
  const auto probe = [&](const char* name, const std::optional<Probe>& p) {
    const QString value =
        p ? DiffWords::tr("%1, %2 s").arg(words::text(p->path)).arg(p->periodSeconds) : DiffWords::tr("none");
    out.row({kSame, QString::fromLatin1(name), value}, {}, c.muted);
  };
  probe("readinessProbe", s.spec->podTemplate.readiness);
  probe("livenessProbe", s.spec->podTemplate.liveness);
  return head + out.html() + QStringLiteral("</table>");
}

}  // namespace perfect
