// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/preferences/keychain.h"

#include <qt6keychain/keychain.h>

namespace perfect {
namespace {

const QString kService = QStringLiteral("perfect-system");

QString faultOf(const QKeychain::Job& job) {
  if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound) return {};
  const QString text = job.errorString().simplified();
  return text.isEmpty() ? QStringLiteral("error %1").arg(static_cast<int>(job.error())) : text;
}

void prepare(QKeychain::Job& job, const QString& key) {
  job.setKey(key);
  job.setInsecureFallback(false);
}

}  // namespace

void Keychain::read() {
  auto* job = new QKeychain::ReadPasswordJob(kService, this);
  prepare(*job, m_key);
  connect(job, &QKeychain::Job::finished, this, [this, job] { Q_EMIT readDone(job->textData(), faultOf(*job)); });
  job->start();
}

void Keychain::write(const QString& password) {
  if (password.isEmpty()) {
    auto* job = new QKeychain::DeletePasswordJob(kService, this);
    prepare(*job, m_key);
    connect(job, &QKeychain::Job::finished, this, [this, job] { Q_EMIT written(faultOf(*job)); });
    job->start();
    return;
  }
  auto* job = new QKeychain::WritePasswordJob(kService, this);
  prepare(*job, m_key);
  job->setTextData(password);
  connect(job, &QKeychain::Job::finished, this, [this, job] { Q_EMIT written(faultOf(*job)); });
  job->start();
}

}  // namespace perfect
