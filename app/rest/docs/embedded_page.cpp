// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/docs/embedded_page.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include "core/base/assert.h"

// Q_INIT_RESOURCE declares the initialisers in the present scope, which has to be the global one.
static void initGlobalWebResources() {
  Q_INIT_RESOURCE(web);
  Q_INIT_RESOURCE(swagger_ui);
}

namespace perfect {

namespace {

QByteArray typeOf(const QString& resource) {
  const QString ending = QFileInfo(resource).suffix();
  if (ending == QLatin1String("html")) return "text/html; charset=utf-8";
  if (ending == QLatin1String("css")) return "text/css; charset=utf-8";
  if (ending == QLatin1String("js")) return "text/javascript; charset=utf-8";
  if (ending == QLatin1String("svg")) return "image/svg+xml";
  return "text/plain; charset=utf-8";
}

constexpr char kPolicy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

}  // namespace

void initWebResources() { initGlobalWebResources(); }

Response embeddedPage(const Request& request, const QString& resource) {
  QFile file(resource);
  const bool there = file.open(QIODevice::ReadOnly);
  PERFECT_ASSERT(there);
  QByteArray content = file.readAll();
  const QByteArray tag = '"' + QCryptographicHash::hash(content, QCryptographicHash::Sha1).toHex().left(16) + '"';
  const bool known = request.head.field("if-none-match") == tag;
  Response response = known ? Response{304, {}, {}, {}} : textResponse(std::move(content), typeOf(resource));
  return std::move(response)
      .with("ETag", tag)
      .with("Cache-Control", "no-cache")
      .with("Content-Security-Policy", kPolicy)
      .with("Referrer-Policy", "no-referrer");
}

}  // namespace perfect
