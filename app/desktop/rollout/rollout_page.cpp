// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/rollout/rollout_page.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>
#include <utility>
#include <vector>

#include "app/desktop/diff/waits_list.h"
#include "app/desktop/rollout/step_bar.h"
#include "app/desktop/rollout/versions_table.h"
#include "app/desktop/steady_label.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/wording.h"
#include "app/desktop/words.h"
#include "core/reconcile/plan.h"

namespace perfect {
namespace {

constexpr int kWidePage = 620;  // from here on the verbs stand in two rows instead of four

}  // namespace

RolloutPage::RolloutPage(QWidget* parent)
    : Page(parent), m_status(new SteadyLabel(2, inner())), m_reason(new QLabel(inner())), m_body(new QWidget(inner())) {
  column()->addWidget(m_status);
  m_reason->setWordWrap(true);
  m_reason->setTextFormat(Qt::PlainText);
  m_reason->setProperty("role", QStringLiteral("muted"));
  column()->addWidget(m_reason);
  auto* body = new QVBoxLayout(m_body);
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(10);
  m_steps = new StepBar(m_body);
  m_versions = new VersionsTable(m_body);
  // Steps and versions come and go while a rollout runs; what is clicked stands above them, where nothing moves it.
  buildVerbs();
  buildImage();
  body->addWidget(m_steps);
  body->addWidget(m_versions);
  m_why = new QLabel(m_body);
  m_why->setWordWrap(true);
  m_why->setTextFormat(Qt::PlainText);
  theme::dress(*m_why, {theme::Tone::Muted, theme::kSmall});
  m_why->setAccessibleName(tr("Why some verbs are not possible now"));
  body->addWidget(m_why);
  m_waits = new WaitsList(m_body);
  body->addWidget(m_waits);
  column()->addWidget(m_body);
  column()->addStretch(1);
}

void RolloutPage::buildVerbs() {
  m_verbs = {
      {RolloutAction::Promote, new QPushButton(tr("Promote"), m_body), tr("End the present step or wait")},
      {RolloutAction::PromoteFull, new QPushButton(tr("Promote fully"), m_body),
       tr("Take all remaining steps at once")},
      {RolloutAction::Pause, new QPushButton(tr("Pause"), m_body), tr("Stop the steps; healing goes on")},
      {RolloutAction::Resume, new QPushButton(tr("Resume"), m_body), tr("Let the steps go on")},
      {RolloutAction::Abort, new QPushButton(tr("Abort"), m_body), tr("Back to the stable version at once")},
      {RolloutAction::Retry, new QPushButton(tr("Retry"), m_body), tr("Start the aborted rollout again")},
      {RolloutAction::Undo, new QPushButton(tr("Undo"), m_body),
       tr("Apply the newest earlier revision that was stable and has not failed")},
      {RolloutAction::Restart, new QPushButton(tr("Restart"), m_body),
       tr("Roll the same template again: new pods, same version")},
  };
  m_grid = new QGridLayout;
  m_grid->setSpacing(7);
  for (const Verb& verb : m_verbs) {
    verb.button->setAccessibleName(tr("Rollout: %1").arg(verb.button->text()));
    verb.button->setObjectName(QStringLiteral("verb%1").arg(static_cast<int>(verb.action)));
    if (verb.action == RolloutAction::Promote) verb.button->setProperty("role", QStringLiteral("primary"));
    connect(verb.button, &QPushButton::clicked, this, [this, action = verb.action] {
      if (m_service) Q_EMIT commandWanted(RolloutCommand{m_service->spec->name, action});
    });
  }
  static_cast<QVBoxLayout*>(m_body->layout())->addLayout(m_grid);
  arrangeVerbs();
}

void RolloutPage::arrangeVerbs() {
  const int columns = width() >= theme::scaled(kWidePage) ? 4 : 2;
  if (columns == std::exchange(m_columns, columns)) return;
  int place = 0;
  for (const Verb& verb : m_verbs) {
    m_grid->addWidget(verb.button, place / columns, place % columns);
    ++place;
  }
}

void RolloutPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrangeVerbs();
}

void RolloutPage::buildImage() {
  auto* row = new QHBoxLayout;
  row->setSpacing(7);
  m_image = new QComboBox(m_body);
  m_image->setEditable(true);
  m_image->setInsertPolicy(QComboBox::NoInsert);
  m_image->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_image->setMinimumContentsLength(10);
  m_image->completer()->setCompletionMode(QCompleter::PopupCompletion);
  m_image->completer()->setFilterMode(Qt::MatchContains);
  m_image->setAccessibleName(tr("Image"));
  m_image->setToolTip(tr("The image that is desired; those that are known can be chosen"));
  m_image->setWhatsThis(m_image->toolTip());
  m_setImage = new QPushButton(tr("Set image"), m_body);
  m_setImage->setAccessibleName(tr("Set image"));
  row->addWidget(m_image, 1);
  row->addWidget(m_setImage);
  static_cast<QVBoxLayout*>(m_body->layout())->addLayout(row);
  connect(m_image, &QComboBox::editTextChanged, this, &RolloutPage::imageEdited);
  connect(m_image->lineEdit(), &QLineEdit::returnPressed, this, &RolloutPage::setImage);
  connect(m_setImage, &QPushButton::clicked, this, &RolloutPage::setImage);
}

void RolloutPage::listImages(const Snapshot& snapshot) {
  constexpr int kMostImages = 40;
  QStringList images;
  const auto add = [&images](const ServiceState& s) {
    for (auto version = s.versions.rbegin(); version != s.versions.rend() && images.size() < kMostImages; ++version) {
      const QString image = words::text(version->podTemplate->image);
      if (!images.contains(image)) images << image;
    }
  };
  add(*m_service);
  for (const ServiceEntry& entry : snapshot.services) {
    if (images.size() >= kMostImages) break;
    add(*entry.state);
  }
  const QString desired = words::text(m_service->spec->podTemplate.image);
  const bool untouched = m_image->currentText() == m_shownImage;
  QStringList known;
  for (int i = 0; i < m_image->count(); ++i) known << m_image->itemText(i);
  const QSignalBlocker quiet(m_image);
  if (known != images) {
    const QString text = m_image->currentText();
    m_image->clear();
    m_image->addItems(images);
    m_image->setEditText(text);
  }
  if (untouched && m_image->currentText() != desired) m_image->setEditText(desired);
  if (untouched) m_shownImage = desired;
  imageEdited();
}

void RolloutPage::imageEdited() {
  if (!m_service) return;
  const QString wanted = m_image->currentText().trimmed();
  const bool same = wanted == words::text(m_service->spec->podTemplate.image);
  const QString fault = m_service->deleting ? tr("the service is being deleted")
                        : wanted.isEmpty()  ? tr("name an image first")
                        : same              ? tr("this image is desired already")
                                            : QString();
  m_setImage->setEnabled(fault.isEmpty());
  m_setImage->setToolTip(fault.isEmpty() ? tr("Declare this image as desired: a new version, rolled out")
                                         : tr("Not now: %1").arg(fault));
}

void RolloutPage::setImage() {
  if (!m_service || !m_setImage->isEnabled()) return;
  m_shownImage = m_image->currentText().trimmed();
  Q_EMIT commandWanted(ImageCommand{m_service->spec->name, m_shownImage.toStdString()});
}

/// The phrase, why it is so, and until when.
void RolloutPage::showStatus(SimTime now) {
  const QString text = tr("%1: %2").arg(words::text(m_service->spec->name), words::phraseWithWait(*m_service, now));
  if (text != m_status->text()) m_status->setText(text);
}

void RolloutPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  const auto service = entry != nullptr ? entry->state : nullptr;
  m_body->setVisible(service != nullptr);
  m_reason->setVisible(service != nullptr);
  if (service == nullptr) {
    m_service = nullptr;
    m_status->forget();
    theme::dress(*m_status, {theme::Tone::Muted});
    m_status->setText(tr("Choose a service: here stand the steps of its rollout and what can be done now."));
    return;
  }
  if (service != m_service) {
    if (!m_service || m_service->spec->name != service->spec->name) m_status->forget();
    m_service = service;
    const ServiceStatus status = statusOf(*service);
    theme::dress(*m_status, {theme::statusTone(status.kind), 15, true});
    m_reason->setText(
        tr("rollout: %1 · strategy: %2")
            .arg(words::phase(service->rollout.phase), words::text(strategyName(service->spec->rollout.strategy))));
    m_steps->present(*service);
    m_versions->present(*service);
    showVerbs(frame.clock.t);
    listImages(*frame.snapshot);
  }
  showStatus(frame.clock.t);
  m_waits->present(service, frame.clock.t);
}

void RolloutPage::showVerbs(SimTime now) {
  // Verbs that are held back by the same thing stand together.
  std::vector<std::pair<QString, QStringList>> reasons;
  for (const Verb& verb : m_verbs) {
    const auto plan = planVerb(*m_service, verb.action, now);
    verb.button->setEnabled(plan.ok());
    const QString reason = plan.ok() ? QString() : words::text(plan.error().why.text(words::wording()));
    verb.button->setToolTip(plan.ok() ? verb.tip : verb.tip + QStringLiteral("\n") + tr("Not now: %1").arg(reason));
    verb.button->setAccessibleDescription(verb.button->toolTip());
    if (plan.ok()) continue;
    const auto known = std::find_if(reasons.begin(), reasons.end(), [&](const auto& r) { return r.first == reason; });
    if (known == reasons.end())
      reasons.push_back({reason, {verb.button->text()}});
    else
      known->second << verb.button->text();
  }
  QStringList lines;
  for (const auto& [reason, verbs] : reasons)
    lines << tr("%1: not now, %2.").arg(verbs.join(QStringLiteral(", ")), reason);
  m_why->setText(lines.join(QLatin1Char('\n')));
  m_why->setVisible(!lines.isEmpty());
}

void RolloutPage::setNow(SimTime now) {
  if (m_service) showStatus(now);
  m_waits->setNow(now);
}

void RolloutPage::restyle() { m_service = nullptr; }

}  // namespace perfect
