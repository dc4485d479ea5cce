// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/apply_preview_text.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"

namespace perfect {
namespace {

constexpr qsizetype kMostValue = 60;
constexpr std::size_t kMostServices = 20;

struct PreviewWords {
  Q_DECLARE_TR_FUNCTIONS(ApplyPreview)
};

QString shortened(const std::string& value) {
  QString text = words::text(value);
  if (text.size() > kMostValue) text = text.left(kMostValue - 1) + QChar(0x2026);
  return text.toHtmlEscaped();
}

QString coloured(const QColor& colour, const QString& text) {
  return QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), text);
}

QString consequence(const ApplyPreview& change, const ServiceSpec& wanted) {
  switch (change.action) {
    case ApplyPreview::Action::Create:
      return PreviewWords::tr("a new service of %1")
          .arg(wanted.replicas == 1 ? PreviewWords::tr("1 pod") : PreviewWords::tr("%1 pods").arg(wanted.replicas));
    case ApplyPreview::Action::Unchanged:
      return PreviewWords::tr("nothing changes");
    case ApplyPreview::Action::Refused:
      return PreviewWords::tr("is being deleted; wait until its pods have drained");
    case ApplyPreview::Action::Update:
      break;
  }
  return change.rollout ? PreviewWords::tr("a new version, rolled out by %1")
                              .arg(words::text(strategyName(wanted.rollout.strategy)))
                        : PreviewWords::tr("changed in place, no new version");
}

QString fieldLine(const FieldDifference& field, FieldLines lines) {
  const theme::Colours& c = theme::colours();
  const QString absent = coloured(c.muted, PreviewWords::tr("none"));
  const QString from = field.from.empty() ? absent : coloured(c.bad, QStringLiteral("− ") + shortened(field.from));
  const QString to = field.to.empty() ? absent : coloured(c.good, QStringLiteral("+ ") + shortened(field.to));
  const QString between = lines == FieldLines::Two ? QStringLiteral("<br>&nbsp;&nbsp;") : QStringLiteral("&nbsp; ");
  return QStringLiteral("<div style='margin-left:12px'>%1%2%3&nbsp; %4</div>")
      .arg(words::text(field.path).toHtmlEscaped(), between, from, to);
}

}  // namespace

QString applyPreviewHtml(const Snapshot& snapshot, const std::vector<ServiceSpec>& wanted, int mostFields,
                         FieldLines lines) {
  QString html;
  int shown = 0;
  std::size_t hidden = 0;
  for (std::size_t i = 0; i < std::min(wanted.size(), kMostServices); ++i) {
    const ServiceSpec& spec = wanted[i];
    const ApplyPreview change = previewApply(snapshot, spec);
    html += QStringLiteral("<div style='color:%1'><b>%2</b>: %3</div>")
                .arg(theme::colours().text.name(), words::text(spec.name).toHtmlEscaped(), consequence(change, spec));
    if (change.action != ApplyPreview::Action::Update) continue;
    for (const FieldDifference& field : change.differences) {
      if (shown == mostFields) {
        ++hidden;
        continue;
      }
      html += fieldLine(field, lines);
      ++shown;
    }
  }
  if (hidden > 0) html += coloured(theme::colours().muted, PreviewWords::tr("and %1 more fields").arg(hidden));
  if (wanted.size() > kMostServices)
    html += coloured(theme::colours().muted,
                     PreviewWords::tr("<div>and %1 more services</div>").arg(wanted.size() - kMostServices));
  return html;
}

}  // namespace perfect
