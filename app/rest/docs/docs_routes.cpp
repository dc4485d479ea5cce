// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rest/docs/docs_routes.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <memory>

#include "app/rest/docs/embedded_page.h"
#include "app/rest/docs/openapi.h"

namespace perfect {

namespace {

bool hasSwaggerUi() { return QFile::exists(QStringLiteral(":/swagger/swagger-ui-bundle.js")); }

/// A page at `pattern`.
void addPage(RouteTable& table, const QString& pattern, const QString& summary, const QString& resource) {
  table.add({"GET", pattern, false, {}, summary, [resource](const Call& call) {
               call.answer.send(embeddedPage(call.request, resource));
             }});
}

/// Where the files of a page are, by the names under which it asks for them.
using Files = QHash<QString, QString>;

/// Those that are there: without Swagger UI its files are not.
Files filesIn(const QString& folder, std::initializer_list<const char*> names) {
  Files files;
  for (const char* name : names) {
    const QString resource = folder + QLatin1String(name);
    if (QFile::exists(resource)) files.insert(QLatin1String(name), resource);
  }
  return files;
}

void addFiles(RouteTable& table, const QString& pattern, const QString& summary, const Files& files) {
  table.add({"GET", pattern, false, {}, summary, [files](const Call& call) {
               const QString name = call.path.value(QStringLiteral("file"));
               const QString resource = files.value(name);
               if (resource.isEmpty()) {
                 return call.answer.send(problem(404, QStringLiteral("the page has no file %1").arg(name.left(100))));
               }
               call.answer.send(embeddedPage(call.request, resource));
             }});
}

void addPages(RouteTable& table) {
  addPage(table, QStringLiteral("/"), QStringLiteral("The page for the room: the Grid as it is now, to look at"),
          QStringLiteral(":/web/room.html"));
  addFiles(table, QStringLiteral("/room/{file}"), QStringLiteral("What the page for the room is made of"),
           filesIn(QStringLiteral(":/web/"),
                   {"room.css", "room.js", "stream.js", "words.js", "sector.js", "field.js", "log.js", "icon.svg"}));
  addPage(table, QStringLiteral("/join"), QStringLiteral("A lesson's questions; says so while no lesson is running"),
          QStringLiteral(":/web/join.html"));
  addPage(table, QStringLiteral("/docs"), QStringLiteral("This description, to read and to try out"),
          hasSwaggerUi() ? QStringLiteral(":/web/docs.html") : QStringLiteral(":/web/docs-absent.html"));
  Files docs = filesIn(QStringLiteral(":/web/"), {"docs.css", "docs.js"});
  docs.insert(filesIn(QStringLiteral(":/swagger/"), {"swagger-ui.css", "swagger-ui-bundle.js", "LICENSE", "NOTICE"}));
  addFiles(table, QStringLiteral("/docs/{file}"), QStringLiteral("What the page of the description is made of"), docs);
}

}  // namespace

void addDocsRoutes(RouteTable& table) {
  initWebResources();
  addPages(table);
  const auto text = std::make_shared<QByteArray>();
  table.add({"GET",
             QStringLiteral("/openapi.json"),
             false,
             {},
             QStringLiteral("This description, in OpenAPI 3.1"),
             [text](const Call& call) { call.answer.send(jsonResponse(*text).with("Cache-Control", "no-cache")); }});
  *text = QJsonDocument(describe(table.routes(), OpenApiTexts::embedded()).document).toJson(QJsonDocument::Compact);
}

}  // namespace perfect
