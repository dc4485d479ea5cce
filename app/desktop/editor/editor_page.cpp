// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/editor_page.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "app/desktop/editor/apply_preview_text.h"
#include "app/desktop/editor/completion.h"
#include "app/desktop/editor/recent_files.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/theme/dress.h"
#include "app/desktop/theme/icons.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/wording.h"
#include "app/desktop/words.h"
#include "core/scenario/scenario.h"

namespace perfect {
namespace {

constexpr int kCheckAfterMs = 250;
constexpr int kListHeight = 130;
constexpr int kMostFields = 6;
constexpr int kLeastEditor = 120;  // height of the editor
constexpr int kLeastBeside = 56;   // where it is wide, the window is low
constexpr int kWide = 720;         // from here on faults stand beside the text

}  // namespace

EditorPage::EditorPage(QWidget* parent)
    : Page(parent),
      m_editor(new YamlEditor(inner())),
      m_list(new QListWidget(inner())),
      m_ask([this] { return askPerson(); }) {
  column()->addWidget(makeTools());
  auto* frame = new QFrame(inner());
  frame->setProperty("role", QStringLiteral("card"));
  auto* box = new QVBoxLayout(frame);
  box->setContentsMargins(2, 2, 2, 2);
  box->addWidget(m_editor, 1);
  m_place = new QLabel(frame);
  m_place->setObjectName(QStringLiteral("editorPlace"));
  m_place->setAccessibleName(tr("Place in the text"));
  m_place->setContentsMargins(6, 0, 6, 2);
  m_place->setMinimumWidth(20);
  theme::dress(*m_place, {theme::Tone::Muted, theme::kSmall});
  box->addWidget(m_place);
  connect(m_editor, &QsciScintilla::cursorPositionChanged, this, &EditorPage::showPlace);
  // It takes what is there, and makes the page no higher than that.
  m_editor->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
  m_editor->setMinimumHeight(kLeastEditor);
  m_split = new QBoxLayout(QBoxLayout::TopToBottom);
  m_split->setSpacing(8);
  m_split->addWidget(frame, 1);
  auto* verdict = new QVBoxLayout;
  verdict->addWidget(m_verdict);
  verdict->addWidget(m_preview);
  verdict->addWidget(m_list, 1);
  verdict->addStretch(0);
  m_split->addLayout(verdict);
  column()->addLayout(m_split, 1);
  m_list->setWordWrap(true);
  m_list->setFixedHeight(kListHeight);
  m_list->setAccessibleName(tr("Faults in the text"));
  m_list->hide();

  m_later.setSingleShot(true);
  m_later.setInterval(kCheckAfterMs);
  connect(&m_later, &QTimer::timeout, this, &EditorPage::check);
  connect(m_editor, &QsciScintilla::textChanged, this, &EditorPage::onText);
  const auto go = [this](const QListWidgetItem* item) {
    const auto at = static_cast<std::size_t>(m_list->row(item));
    if (at < m_errors.size()) m_editor->goTo(m_errors[at]);
  };
  connect(m_list, &QListWidget::itemActivated, this, go);
  connect(m_list, &QListWidget::itemClicked, this, go);
  check();
  showName();
  showPlace(0, 0);
}

QWidget* EditorPage::makeTools() {
  auto* bar = new QWidget(inner());
  m_name = new QLabel(bar);
  m_name->setProperty("role", QStringLiteral("muted"));
  m_name->setMinimumWidth(20);
  m_examplesButton = new QToolButton(bar);
  m_examplesButton->setText(tr("Open"));
  m_examplesButton->setAccessibleName(tr("Open an example, a file or a service's manifest"));
  m_examplesButton->setToolTip(m_examplesButton->accessibleName());
  m_examplesButton->setPopupMode(QToolButton::InstantPopup);
  m_menu = new QMenu(m_examplesButton);
  m_menu->setToolTipsVisible(true);
  m_examplesButton->setMenu(m_menu);
  connect(m_menu, &QMenu::aboutToShow, this, [this] {
    m_menu->clear();
    for (const Example& example : m_examples) {
      m_menu->addAction(example.name, this, [this, name = example.name] { loadExample(name); });
    }
    if (!m_examples.empty()) m_menu->addSeparator();
    QAction* current = m_menu->addAction(
        m_currentName.isEmpty() ? tr("Manifest of a service") : tr("Manifest of %1").arg(m_currentName), this, [this] {
          if (m_current) load(m_currentName + QStringLiteral(".yaml"), words::text(writeManifest(*m_current)));
        });
    current->setEnabled(m_current != nullptr);
    m_menu->addAction(tr("File…"), this, &EditorPage::openFile);
    const QStringList recent = recentFiles();
    if (!recent.isEmpty()) m_menu->addSeparator();
    for (const QString& path : recent) {
      QAction* action = m_menu->addAction(QFileInfo(path).fileName(), this, [this, path] { openPath(path); });
      action->setToolTip(path);
      action->setStatusTip(path);
    }
    if (!recent.isEmpty()) m_menu->addAction(tr("Forget recent files"), this, [] { forgetRecentFiles(); });
  });
  auto* save = new QToolButton(bar);
  save->setText(tr("Save"));
  save->setAccessibleName(tr("Save the text to a file"));
  save->setToolTip(tr("Save the text to a file (Ctrl+S)"));
  connect(save, &QToolButton::clicked, this, &EditorPage::saveFile);
  m_apply = new QPushButton(tr("Apply"), bar);
  m_apply->setObjectName(QStringLiteral("apply"));
  m_apply->setProperty("role", QStringLiteral("primary"));
  m_apply->setAccessibleName(tr("Apply the manifest"));
  m_apply->setToolTip(tr("Declare this as desired (Ctrl+Return)"));
  connect(m_apply, &QPushButton::clicked, this, &EditorPage::apply);
  m_verdict = new QLabel(inner());
  m_verdict->setWordWrap(true);
  m_preview = new QLabel(inner());
  m_preview->setWordWrap(true);
  m_preview->setTextFormat(Qt::RichText);
  m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_preview->setAccessibleName(tr("What Apply would change"));
  m_preview->hide();
  bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(m_name, 1);
  row->addWidget(m_examplesButton);
  row->addWidget(save);
  row->addWidget(m_apply);
  return bar;
}

void EditorPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const bool wide = width() >= kWide;
  const auto direction = wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
  const bool turned = direction != m_split->direction();
  m_split->setDirection(direction);
  m_editor->setMinimumHeight(wide ? kLeastBeside : kLeastEditor);
  if (turned) showPreview();
  m_split->setStretch(1, wide ? 1 : 0);
  // Beside the text it takes what is there; a list of many faults makes the page no higher.
  m_list->setSizePolicy(QSizePolicy::Expanding, wide ? QSizePolicy::Ignored : QSizePolicy::Fixed);
  m_list->setMinimumHeight(wide ? 60 : kListHeight);
  m_list->setMaximumHeight(wide ? QWIDGETSIZE_MAX : kListHeight);
  m_verdict->setAlignment(wide ? Qt::AlignTop : Qt::AlignVCenter);
  QTimer::singleShot(0, this, [this] {
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    showPlace(line, column);
    showName();
  });
}

void EditorPage::present(const Frame& frame, const Focus& focus) {
  const ServiceEntry* entry = frame.snapshot ? frame.snapshot->find(focus.service.toStdString()) : nullptr;
  m_currentName = entry != nullptr ? focus.service : QString();
  m_current = entry != nullptr ? entry->state->spec : nullptr;
  if (frame.snapshot == m_snapshot) return;
  m_snapshot = frame.snapshot;
  // Many pictures a second are about other services, or about nothing that a manifest says.
  if (previewIsOld()) showPreview();
}

bool EditorPage::previewIsOld() {
  std::vector<std::shared_ptr<const ServiceState>> states;
  if (m_snapshot) {
    for (const ServiceSpec& spec : m_services) {
      const ServiceEntry* entry = m_snapshot->find(spec.name);
      states.push_back(entry == nullptr ? nullptr : entry->state);
    }
  }
  if (states == m_previewed) return false;
  m_previewed = std::move(states);
  return true;
}

void EditorPage::setExamples(const std::vector<Example>& examples) { m_examples = examples; }

QString EditorPage::text() const { return m_editor->text(); }

bool EditorPage::unsaved() const { return m_editor->text() != m_safe && !m_editor->text().trimmed().isEmpty(); }

EditorPage::Answer EditorPage::askPerson() {
  QMessageBox box(QMessageBox::Question, tr("Unsaved text"),
                  tr("The text in the editor is neither saved nor applied. What shall become of it?"),
                  QMessageBox::NoButton, window());
  const QPushButton* save = box.addButton(tr("Save…"), QMessageBox::AcceptRole);
  const QPushButton* discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
  QPushButton* keep = box.addButton(tr("Keep editing"), QMessageBox::RejectRole);
  box.setDefaultButton(keep);
  box.exec();
  if (box.clickedButton() == save) return Answer::Save;
  return box.clickedButton() == discard ? Answer::Discard : Answer::Keep;
}

bool EditorPage::mayDiscard() {
  if (!unsaved()) return true;
  switch (m_ask()) {
    case Answer::Save:
      return saveFile();
    case Answer::Discard:
      return true;
    case Answer::Keep:
      return false;
  }
  return false;
}

bool EditorPage::load(const QString& name, const QString& text) {
  if (text == m_editor->text()) return true;
  if (!mayDiscard()) return false;
  m_path.clear();
  m_title = name;
  m_safe = text;
  m_editor->setText(text);
  // The editor may write line ends its own way; compare with what it gives back.
  m_safe = m_editor->text();
  check();
  showName();
  return true;
}

bool EditorPage::loadExample(const QString& name) {
  const auto found =
      std::find_if(m_examples.begin(), m_examples.end(), [&](const Example& e) { return e.name == name; });
  return found != m_examples.end() && load(found->name, found->yaml);
}

void EditorPage::openFile() {
  const QString path = QFileDialog::getOpenFileName(window(), tr("Open a manifest or a scenario"), {},
                                                    tr("YAML (*.yaml *.yml);;All files (*)"));
  if (!path.isEmpty()) openPath(path);
}

bool EditorPage::openPath(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    Q_EMIT failed(tr("%1 cannot be read: %2").arg(path, file.errorString()));
    return false;
  }
  const QByteArray bytes = file.read(static_cast<qint64>(kMaxManifestBytes) + 1);
  if (bytes.size() > static_cast<qsizetype>(kMaxManifestBytes)) {
    Q_EMIT failed(tr("%1 is larger than 1 MiB; a manifest is not.").arg(path));
    return false;
  }
  if (looksLikeScenario(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())))) {
    Q_EMIT scenarioOpened(path);
    return true;
  }
  if (!load(QFileInfo(path).fileName(), QString::fromUtf8(bytes))) return false;
  m_path = path;
  rememberFile(path);
  return true;
}

std::optional<KeptText> EditorPage::unsavedText() const {
  if (!unsaved()) return std::nullopt;
  return KeptText{m_title, m_path, text()};
}

void EditorPage::restore(const KeptText& kept) {
  m_path = kept.path;
  m_title = kept.title;
  m_safe.clear();
  m_editor->setText(kept.text);
  check();
  showName();
}

void EditorPage::goToNextFault() {
  check();
  if (m_errors.empty()) return;
  int line = 0;
  int column = 0;
  m_editor->getCursorPosition(&line, &column);
  const auto behind = std::find_if(m_errors.begin(), m_errors.end(), [&](const ManifestError& error) {
    return std::pair(error.line, error.column) > std::pair(line + 1, column + 1);
  });
  m_editor->goTo(behind == m_errors.end() ? m_errors.front() : *behind);
}

bool EditorPage::saveFile() {
  const QString path = QFileDialog::getSaveFileName(
      window(), tr("Save the manifest"), m_path.isEmpty() ? m_title : m_path, tr("YAML (*.yaml *.yml);;All files (*)"));
  if (path.isEmpty()) return false;
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(text().toUtf8()) < 0 || !file.commit()) {
    Q_EMIT failed(tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return false;
  }
  m_path = path;
  m_title = QFileInfo(path).fileName();
  m_safe = text();
  rememberFile(path);
  showName();
  return true;
}

void EditorPage::onText() {
  m_later.start();
  showName();
  Q_EMIT textEdited();
}

void EditorPage::check() {
  m_later.stop();
  m_errors.clear();
  m_services.clear();
  const std::string yaml = m_editor->text().toStdString();
  if (!m_editor->text().trimmed().isEmpty()) {
    auto parsed = parseManifests(yaml, {}, words::wording());
    if (parsed.ok())
      m_services = std::move(parsed).value();
    else
      m_errors = parsed.error();
  }
  m_editor->markErrors(m_errors);
  showErrors();
}

void EditorPage::restyle() {
  if (m_preview != nullptr) showPreview();
}

void EditorPage::showErrors() {
  m_list->clear();
  for (const ManifestError& error : m_errors) {
    const QString place = error.line > 0 ? tr("line %1, column %2: ").arg(error.line).arg(error.column) : QString();
    auto* item =
        new QListWidgetItem(theme::icon(theme::Glyph::Cross, theme::Tone::Bad), place + words::text(error.message));
    item->setToolTip(words::text(error.path));
    m_list->addItem(item);
  }
  m_list->setVisible(!m_errors.empty());
  if (!m_errors.empty() && m_editor->hasFocus()) {
    // The list takes room from the text: what is being written stays in sight.
    m_split->activate();
    m_editor->ensureCursorVisible();
  }
  m_apply->setEnabled(m_errors.empty() && !m_services.empty());
  showVerdict();
  showPreview();
}

void EditorPage::showPreview() {
  previewIsOld();  // it is new now
  const bool shown = m_errors.empty() && !m_services.empty() && m_snapshot != nullptr;
  const FieldLines lines = m_split->direction() == QBoxLayout::TopToBottom ? FieldLines::Two : FieldLines::One;
  const QString html = shown ? applyPreviewHtml(*m_snapshot, m_services, kMostFields, lines) : QString();
  if (html != m_preview->text()) m_preview->setText(html);
  m_preview->setVisible(shown);
}

void EditorPage::showVerdict() {
  auto tone = theme::Tone::Muted;
  if (!m_errors.empty()) {
    tone = theme::Tone::Bad;
    m_verdict->setText(m_errors.size() == 1
                           ? tr("1 fault. Nothing is applied until it is mended.")
                           : tr("%1 faults. Nothing is applied until all are mended.").arg(m_errors.size()));
  } else if (m_services.empty()) {
    m_verdict->setText(tr("Write a manifest, or open an example. Apply declares it as desired."));
  } else {
    tone = theme::Tone::Good;
    QStringList names;
    for (const ServiceSpec& spec : m_services) names << words::text(spec.name);
    m_verdict->setText(tr("Ready to apply: %1").arg(names.join(QStringLiteral(", "))));
  }
  theme::dress(*m_verdict, {tone});
}

void EditorPage::showPlace(int line, int column) {
  const QString field = fieldOfLine(m_editor->text(line));
  const QString help = fieldHelp(field);
  const QString place = tr("line %1, column %2").arg(line + 1).arg(column + 1);
  const QString whole = help.isEmpty() ? place : tr("%1 · %2: %3").arg(place, field, help);
  m_place->setText(m_place->fontMetrics().elidedText(whole, Qt::ElideRight, std::max(40, m_place->width() - 14)));
  m_place->setAccessibleDescription(whole);
  m_place->setToolTip(help);
}

void EditorPage::showName() {
  const QString name = m_title.isEmpty() ? tr("manifest") : m_title;
  const QString whole = unsaved() ? tr("%1 · unsaved").arg(name) : name;
  m_name->setText(m_name->fontMetrics().elidedText(whole, Qt::ElideMiddle, std::max(40, m_name->width())));
  m_name->setToolTip(whole);
  m_name->setAccessibleName(whole);
  Q_EMIT titleChanged();
}

void EditorPage::apply() {
  check();
  if (!m_errors.empty()) {
    m_editor->goTo(m_errors.front());
    return;
  }
  if (m_services.empty()) {
    Q_EMIT failed(tr("There is nothing to apply: the editor is empty. Open an example to begin."));
    return;
  }
  m_sent = text();
  Q_EMIT commandWanted(ApplyCommand{m_services});
}

void EditorPage::applied() {
  if (m_sent.isNull()) return;  // somebody else's apply
  m_safe = std::exchange(m_sent, QString());
  showName();
}

}  // namespace perfect
