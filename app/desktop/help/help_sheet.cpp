// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/help/help_sheet.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/desktop/theme/theme.h"

namespace perfect {
namespace {

QString ideaText() {
  QString html =
      QStringLiteral("<h2>%1</h2><p>%2</p>")
          .arg(HelpSheet::tr("The idea in 30 seconds"),
               HelpSheet::tr(
                   "You declare what you <b>desire</b>. A <b>controller</b> looks at what is <b>actual</b>, once a "
                   "second, and does what is missing. You never start a pod yourself: you say how many."));
  const auto row = [&html](const QString& word, const QString& meaning) {
    html +=
        QStringLiteral("<tr><td style='padding:5px 14px 5px 0'><b>%1</b></td><td style='padding:5px 0'>%2</td></tr>")
            .arg(word, meaning);
  };
  html += QStringLiteral("<table>");
  row(HelpSheet::tr("Service"),
      HelpSheet::tr("What you declare: replicas, image, env, probes, rollout. A sector of the Grid."));
  row(HelpSheet::tr("Pod"), HelpSheet::tr("One running copy of a service. A tile of the Grid."));
  row(HelpSheet::tr("Ready"),
      HelpSheet::tr("The readiness probe succeeds: the pod gets traffic. Running is not yet ready."));
  row(HelpSheet::tr("Alive"),
      HelpSheet::tr(
          "The liveness probe succeeds. Where it fails, the container restarts in its pod, after a growing back-off."));
  row(HelpSheet::tr("Rollout"), HelpSheet::tr("A change of version: blue/green (switch at once), canary (25, 50, 100 % "
                                              "of pods), rolling update, recreate."));
  row(HelpSheet::tr("Kill, crash"),
      HelpSheet::tr(
          "A killed pod is gone and the controller makes a new one. A crashed container restarts in its pod."));
  row(HelpSheet::tr("Autoscaler"),
      HelpSheet::tr("Looks every few seconds: more load, more replicas; less load, fewer, but not at once."));
  row(HelpSheet::tr("Event"), HelpSheet::tr("What happened, and what led to it. Explain says why."));
  html += QStringLiteral("</table><p>%1</p>")
              .arg(HelpSheet::tr("Begin with <b>Play Demo</b>, or open an example, change a number and press Apply."));
  return html;
}

}  // namespace

HelpSheet::HelpSheet(QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Help"));
  auto* text = new QTextBrowser(this);
  text->setHtml(ideaText());
  text->document()->setDefaultFont(theme::uiFont(15));
  text->setAccessibleName(windowTitle());
  text->setOpenExternalLinks(false);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(18, 12, 18, 14);
  layout->addWidget(text, 1);
  layout->addWidget(buttons);
  resize(640, 560);
}

}  // namespace perfect
