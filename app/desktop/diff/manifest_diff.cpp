// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/diff/manifest_diff.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "core/manifest/manifest.h"

namespace perfect {
namespace {

struct ManifestWords {
  Q_DECLARE_TR_FUNCTIONS(Diff)
};

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

/// As it would be written, and the image always: it is what one looks for.
std::string manifestText(const ServiceSpec& spec) {
  std::string text = writeManifest(spec);
  const std::string head = "\nspec:\n";
  const std::size_t at = text.find(head);
  if (at != std::string::npos && text.find("\n  image:") == std::string::npos)
    text.insert(at + head.size(), "  image: " + spec.podTemplate.image + "\n");
  return text;
}

QString manifestLine(const DiffLine& line) {
  const theme::Colours& c = theme::colours();
  const bool gone = line.kind == DiffLine::Kind::Gone;
  const QColor ground = gone ? theme::mix(c.bad, c.raised, 0.22) : theme::mix(c.good, c.raised, 0.16);
  const QString sign = line.kind == DiffLine::Kind::Same ? QString(QChar(0x00a0))
                       : gone                            ? QStringLiteral("−")
                                                         : QStringLiteral("+");
  QString text = words::text(line.text).toHtmlEscaped();
  text.replace(u' ', QChar(0x00a0));
  const QString style =
      line.kind == DiffLine::Kind::Same ? QString() : QStringLiteral(" bgcolor='%1'").arg(ground.name());
  return QStringLiteral("<tr><td%1 style='padding:1px 4px'>%2&nbsp;%3</td></tr>").arg(style, sign, text);
}

QString heading(const QString& text) {
  return QStringLiteral("<div style='color:%1'># %2</div>").arg(theme::colours().muted.name(), text.toHtmlEscaped());
}

QString table(const std::vector<DiffLine>& lines) {
  QString html = QStringLiteral("<table cellspacing='0' width='100%'>");
  for (const DiffLine& line : lines) html += manifestLine(line);
  return html + QStringLiteral("</table>");
}

}  // namespace

std::vector<DiffLine> diffLines(const std::string& from, const std::string& to) {
  const std::vector<std::string> a = linesOf(from);
  const std::vector<std::string> b = linesOf(to);
  // Lengths of what the rests have in common; manifests have some dozens of lines.
  std::vector<std::vector<int>> common(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  }
  std::vector<DiffLine> result;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      result.push_back({DiffLine::Kind::Same, a[i++]});
      ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      result.push_back({DiffLine::Kind::Gone, a[i++]});
    } else {
      result.push_back({DiffLine::Kind::Come, b[j++]});
    }
  }
  return result;
}

QString manifestDiffHtml(const ServiceState& s) {
  ServiceSpec desired = *s.spec;
  desired.replicas = s.replicas;
  const std::string wanted = manifestText(desired);
  QString html;
  for (std::size_t i = 0; i < s.versions.size(); ++i) {
    const VersionState& version = s.versions[i];
    if (static_cast<VersionIndex>(i) == s.rollout.updated || version.counts.total() == 0) continue;
    ServiceSpec actual = desired;
    actual.podTemplate = *version.podTemplate;
    html += heading(ManifestWords::tr("%1 runs in %2 pods; desired instead:")
                        .arg(words::text(version.digest), words::count(version.counts.total())));
    html += table(diffLines(manifestText(actual), wanted));
  }
  if (!html.isEmpty()) return html;
  std::vector<DiffLine> lines;
  for (std::string& line : linesOf(wanted)) lines.push_back({DiffLine::Kind::Same, std::move(line)});
  return heading(ManifestWords::tr("every pod is of the desired version")) + table(lines);
}

}  // namespace perfect
