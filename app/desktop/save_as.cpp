// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/save_as.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace perfect {
namespace {

QString write(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
  return file.errorString();
}

}  // namespace

void askAndSave(QWidget* parent, const SaveAs& what) {
  auto* dialog = new QFileDialog(parent, what.title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setFileMode(QFileDialog::AnyFile);
  dialog->setNameFilter(what.filter);
  dialog->setDefaultSuffix(QFileInfo(what.name).suffix());
  dialog->selectFile(what.name);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [what](const QString& path) { what.done(path, write(path, what.bytes())); });
  dialog->open();
}

}  // namespace perfect
