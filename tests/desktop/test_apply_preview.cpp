// SPDX-License-Identifier: GPL-3.0-or-later
//
// Diff before apply: what the editor says a manifest would change, before anything changes.
#include <QTest>
#include <QTextDocument>
#include <optional>
#include <vector>

#include "app/desktop/editor/apply_preview_text.h"
#include "core/manifest/manifest.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {
constexpr const char* kCart =
    "apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec: { replicas: 2, image: 'local://cart@v1' }\n";
}

class TestApplyPreview : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_stage.emplace();
    QVERIFY(m_stage->apply(kCart));
    m_stage->run(3000);
  }

  void says_data() {
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("notSaid");
    const auto row = [](const char* name, const char* service, const char* spec, std::vector<const char*> said,
                        std::vector<const char*> notSaid) {
      const auto list = [](const std::vector<const char*>& texts) {
        QStringList strings;
        for (const char* text : texts) strings << QString::fromUtf8(text);
        return strings;
      };
      QTest::newRow(name) << QString::fromLatin1(service) << QString::fromLatin1(spec) << list(said) << list(notSaid);
    };
    row("the same", "cart", "replicas: 2, image: 'local://cart@v1'", {"cart: nothing changes"}, {"spec."});
    row("another image", "cart", "replicas: 2, image: 'local://cart@v2'",
        {"cart: a new version, rolled out by BlueGreen", "spec.image", "local://cart@v1", "local://cart@v2"},
        {"spec.replicas"});
    row("other replicas", "cart", "replicas: 5, image: 'local://cart@v1'",
        {"cart: changed in place, no new version", "spec.replicas", "− 2", "+ 5"}, {"spec.image"});
    row("a new service", "web", "replicas: 1", {"web: a new service of 1 pod"}, {"spec."});
    row("text of an attacker", "cart", "replicas: 2, image: 'local://cart@<b>v2</b>'", {"<b>v2</b>"}, {});
  }
  void says() {
    QFETCH(QString, service);
    QFETCH(QString, spec);
    QFETCH(QStringList, said);
    QFETCH(QStringList, notSaid);
    const QString text = preview(
        QStringLiteral("apiVersion: v1\nkind: Service\nmetadata: { name: %1 }\nspec: { %2 }\n").arg(service, spec), 6);
    for (const QString& part : said)
      QVERIFY2(text.contains(part), qPrintable(part + QStringLiteral(" is not in: ") + text));
    for (const QString& part : notSaid)
      QVERIFY2(!text.contains(part), qPrintable(part + QStringLiteral(" is in: ") + text));
  }

  void replicasInForceCount() {
    QVERIFY(m_stage->command(ScaleCommand{"cart", 4, std::nullopt}));
    QVERIFY(preview(QString::fromLatin1(kCart), 6).contains(QStringLiteral("− 4")));
  }

  void manyFieldsAreCounted() {
    const QString text = preview(
        QStringLiteral(
            "apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec: { replicas: 3, image: 'local://cart@v2', "
            "minReadySeconds: 4, terminationGracePeriodSeconds: 9 }\n"),
        2);
    QVERIFY2(text.contains(QStringLiteral("and 2 more fields")), qPrintable(text));
  }

 private:
  QString preview(const QString& yaml, int most) {
    const auto parsed = parseManifests(yaml.toStdString());
    if (!parsed.ok()) return QString::fromStdString(parsed.error().front().message);
    QTextDocument document;
    document.setHtml(applyPreviewHtml(*m_stage->frame().snapshot, parsed.value(), most));
    return document.toPlainText().replace(QChar::Nbsp, QLatin1Char(' '));
  }

  std::optional<Stage> m_stage;
};

QTEST_MAIN(TestApplyPreview)
#include "test_apply_preview.moc"
