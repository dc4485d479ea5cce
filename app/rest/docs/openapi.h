// SPDX-License-Identifier: GPL-3.0-or-later
//
// The API's description (OpenAPI 3.1). What the route table knows comes from there: paths, methods, summaries,
// parameters, whether a key is asked for. What it does not know stands in resources/openapi/: bodies, answers, schemas,
// examples.
// Pure; any thread, once the resources are there.
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <vector>

#include "app/rest/route_table.h"

namespace perfect {

struct OpenApi {
  QJsonObject document;
  /// What does not fit together: a route without a description, a description without a route. Empty in a build
  /// that passed its tests.
  QStringList faults;
};

/// The written part, by what it describes.
struct OpenApiTexts {
  QJsonObject document;    ///< openapi, info, servers, tags, components; parameterExamples by name
  QJsonObject operations;  ///< by "POST /apply"
  QJsonObject schemas;     ///< by name

  static OpenApiTexts embedded();
};

OpenApi describe(const std::vector<Route>& routes, const OpenApiTexts& texts);

}  // namespace perfect
