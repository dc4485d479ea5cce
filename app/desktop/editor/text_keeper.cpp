// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/editor/text_keeper.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <utility>

namespace perfect {
namespace {

constexpr int kMostPlaces = 64;
const QString kSuffix = QStringLiteral(".json");

std::optional<KeptText> readKept(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
  const QString text = object[QStringLiteral("text")].toString();
  if (text.isEmpty()) return std::nullopt;
  return KeptText{object[QStringLiteral("title")].toString(), object[QStringLiteral("path")].toString(), text};
}

}  // namespace

QString TextKeeper::standardFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/unsaved");
}

TextKeeper::TextKeeper(const QString& folder, std::function<std::optional<KeptText>()> text, QObject* parent)
    : QObject(parent), m_folder(folder), m_text(std::move(text)) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(kEveryMs);
  connect(&m_timer, &QTimer::timeout, this, &TextKeeper::keep);
  QDir().mkpath(m_folder);
}

TextKeeper::~TextKeeper() {
  if (m_timer.isActive()) keep();
}

void TextKeeper::forget() {
  m_timer.stop();
  if (m_lock) QFile::remove(file());
}

QString TextKeeper::file() const { return m_folder + QLatin1Char('/') + m_place + kSuffix; }

bool TextKeeper::claimPlace() {
  for (int i = 0; i < kMostPlaces && !m_lock; ++i) {
    const QString place = QStringLiteral("text-%1").arg(i);
    if (QFileInfo::exists(m_folder + QLatin1Char('/') + place + kSuffix)) continue;
    auto lock = std::make_unique<QLockFile>(m_folder + QLatin1Char('/') + place + QStringLiteral(".lock"));
    // Only the death of its program ends a lock, never its age.
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) continue;
    m_lock = std::move(lock);
    m_place = place;
  }
  return m_lock != nullptr;
}

std::optional<KeptText> TextKeeper::takeOver() {
  const QDir folder(m_folder);
  for (const QFileInfo& left : folder.entryInfoList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Time)) {
    auto lock =
        std::make_unique<QLockFile>(m_folder + QLatin1Char('/') + left.completeBaseName() + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0)) continue;  // its program is at work
    auto text = readKept(left.filePath());
    if (!text) {
      QFile::remove(left.filePath());
      continue;
    }
    m_lock = std::move(lock);
    m_place = left.completeBaseName();
    return text;
  }
  return std::nullopt;
}

void TextKeeper::touch() {
  if (!m_timer.isActive()) m_timer.start();
}

void TextKeeper::keep() {
  m_timer.stop();
  const std::optional<KeptText> text = m_text();
  if (!text) {
    if (m_lock) QFile::remove(file());
    return;
  }
  if (!m_lock && !claimPlace()) return;
  QSaveFile out(file());
  if (!out.open(QIODevice::WriteOnly)) return;
  const QJsonObject object{{QStringLiteral("title"), text->title},
                           {QStringLiteral("path"), text->path},
                           {QStringLiteral("text"), text->text}};
  out.write(QJsonDocument(object).toJson());
  out.commit();
}

}  // namespace perfect
