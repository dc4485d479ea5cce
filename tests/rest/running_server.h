// SPDX-License-Identifier: GPL-3.0-or-later
// A server whose simulation has come to something, and what tests read from its answers.
#pragma once

#include <QFile>

#include "tests/rest/rest_client.h"

namespace perfect::test {

inline constexpr char kYaml[] = "Content-Type: application/yaml\r\n";

inline QByteArray example(const char* name) {
  QFile file(QStringLiteral(PERFECT_SOURCE_DIR "/examples/") + QLatin1String(name));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray manifest(const QByteArray& name, int replicas) {
  return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name +
         "}\nspec: {replicas: " + QByteArray::number(replicas) + "}\n";
}

inline QJsonValue at(const QJsonObject& document, const QString& path) {
  QJsonValue value = document;
  const QStringList names = path.split(QLatin1Char('.'));
  for (const QString& name : names) value = value.toObject().value(name);
  return value;
}

inline QJsonValue at(const Reply& reply, const char* path) { return at(reply.json(), QString::fromLatin1(path)); }

/// A server whose service api (api-v1.yaml) has come up.
struct Running : Server {
  Running() {
    apply(example("api-v1.yaml"));
    steps(8);
  }
  Reply apply(const QByteArray& yaml) const { return ask("POST", "/apply", kYaml, yaml); }
  void steps(int count) const {
    for (int i = 0; i < count; ++i) ask("POST", "/sim/step");
  }
  QJsonObject state(const QByteArray& query = {}) const { return ask("GET", "/state" + query).json(); }
};

}  // namespace perfect::test
