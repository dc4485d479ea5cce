// SPDX-License-Identifier: GPL-3.0-or-later
//
// What core and the shows say, in the language of the window: every text of theirs is in every translation, with what it
// fills in; and a German window says it in German while files for programs stay English.
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <map>
#include <set>

#include "app/desktop/chrome/banner.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/events/event_export.h"
#include "app/desktop/events/events_model.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/explain/still_card.h"
#include "app/desktop/explain/why_page.h"
#include "app/desktop/main_window.h"
#include "app/desktop/services/services_panel.h"
#include "app/desktop/wording.h"
#include "app/desktop/words.h"
#include "app/desktop/workspace.h"
#include "app/runtime/load_files.h"
#include "app/runtime/resources.h"
#include "core/events/text_template.h"
#include "core/manifest/manifest.h"
#include "core/scenario/fault_patterns.h"
#include "core/scenario/scenario.h"
#include "tests/support/in_german.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

constexpr int kPatience = 10000;
const std::string kApi = "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 3 }\n";

struct Translated {
  QString text;
  bool finished = false;
};
using Translations = std::map<std::string, Translated>;

/// The texts of a .ts file; those outside of the context are of no use to anybody.
Translations readTranslations(const QString& path, QLatin1String context) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  QXmlStreamReader xml(&file);
  Translations all;
  std::string source;
  bool ours = false;
  while (xml.readNextStartElement() || !xml.atEnd()) {
    if (!xml.isStartElement()) continue;
    if (xml.name() == QLatin1String("name")) ours = xml.readElementText() == context;
    if (xml.name() == QLatin1String("source")) source = xml.readElementText().toStdString();
    if (xml.name() == QLatin1String("translation")) {
      const bool finished = ours && !xml.attributes().hasAttribute(QLatin1String("type"));
      all[source] = {xml.readElementText(), finished};
    }
  }
  return all;
}

/// What a pattern needs to know: "svc", "0", "s3"; and how many words a choice by value has: "2#4".
std::set<std::string> keysOf(const std::string& pattern) {
  std::set<std::string> keys;
  std::vector<std::pair<std::string, int>> open;  // the choices around, and their '|' so far
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{') {
      const std::size_t end = pattern.find_first_of("}:#=<?{|", i + 1);
      const std::string key = pattern.substr(i + 1, end - i - 1);
      keys.insert(key);
      open.emplace_back(pattern[end] == '#' ? key + "#" : std::string(), 1);
    } else if (pattern[i] == '|' && !open.empty()) {
      ++open.back().second;
    } else if (pattern[i] == '}' && !open.empty()) {
      if (!open.back().first.empty()) keys.insert(open.back().first + std::to_string(open.back().second));
      open.pop_back();
    }
  }
  return keys;
}

/// What filledPattern() fills in; other braces stand for themselves.
std::set<std::string> wordsOf(const std::string& pattern) {
  std::set<std::string> words;
  for (char word = '0'; word <= '9'; ++word) {
    const std::string placeholder = {'{', word, '}'};
    if (pattern.find(placeholder) != std::string::npos) words.insert(std::string(1, word));
  }
  return words;
}

QString listed(const std::set<std::string>& keys) {
  QString text;
  for (const std::string& key : keys) text += QString::fromStdString(key) + u' ';
  return text;
}

std::shared_ptr<const Names> sampleNames() {
  auto api = std::make_shared<ServiceNames>();
  api->name = "api";
  api->versions = {{"7d4b9c", "v1"}, {"5c9f4b", "v2"}};
  return std::make_shared<Names>(Names{api});
}

Event sampleEvent(Reason reason, Facts facts = {}) {
  Event event;
  event.reason = reason;
  event.facts = facts;
  event.service = 0;
  event.version = 1;
  event.text = std::make_shared<const std::string>("local://demo@v2");
  return event;
}

/// Everything that a scenario says in a window.
std::set<std::string> toldBy(const Scenario& scenario) {
  std::set<std::string> all{scenario.title};
  for (const ScenarioStep& step : scenario.steps) {
    all.insert({step.say, step.look});
    if (const auto* ask = std::get_if<AskStep>(&step.what)) {
      all.insert({ask->question, ask->answer, ask->because});
      all.insert(ask->choices.begin(), ask->choices.end());
    }
  }
  all.erase(std::string());
  return all;
}

/// The scenarios in the program.
std::vector<Scenario> bundledScenarios() {
  std::vector<Scenario> all;
  for (const char* folder : {":/demo", ":/examples"}) {
    QDirIterator files(QLatin1String(folder), {QStringLiteral("*.yaml")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
      LoadFaults faults;
      std::vector<LoadedFile> loaded = loadFiles({files.next()}, {}, faults);
      if (faults.any()) qFatal("%s", qPrintable(faults.lines.first()));
      if (loaded.front().scenario) all.push_back(std::move(*loaded.front().scenario));
    }
  }
  return all;
}

}  // namespace

class TestWording : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    initResources();
  }

  void everyTextOfCoreIsInEveryTranslation() {
    const QDir folder(QStringLiteral(PERFECT_SOURCE_DIR "/resources/translations"));
    const QStringList files = folder.entryList({QStringLiteral("core_*.ts")});
    QVERIFY(files.contains(QStringLiteral("core_de.ts")));
    QStringList faults;
    const std::vector<std::string_view> ofFaults = faultPatterns();
    const std::set<std::string_view> plain(ofFaults.begin(), ofFaults.end());
    for (const QString& file : files) {
      Translations translations = readTranslations(folder.filePath(file), QLatin1String("core"));
      std::set<std::string_view> seen;
      for (const std::string_view pattern : corePatterns()) {
        if (!seen.insert(pattern).second) continue;
        const std::string english(pattern);
        const auto found = translations.extract(english);
        const std::string other = found ? found.mapped().text.toStdString() : std::string();
        const auto filledIn = plain.count(pattern) != 0 ? wordsOf : keysOf;
        if (other.empty() || !found.mapped().finished)
          faults << QStringLiteral("%1: not translated: %2").arg(file, QString::fromStdString(english));
        else if (plain.count(pattern) == 0 && !wellFormedText(other))
          faults << QStringLiteral("%1: braces without partners: %2").arg(file, QString::fromStdString(other));
        else if (filledIn(other) != filledIn(english))
          faults << QStringLiteral("%1: fills in %2, not %3: %4")
                        .arg(file, listed(filledIn(other)), listed(filledIn(english)), QString::fromStdString(other));
      }
      for (const auto& [source, left] : translations)
        faults << QStringLiteral("%1: core says nothing like: %2").arg(file, QString::fromStdString(source));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
  }

  void everyTextOfTheShowsIsInEveryTranslation() {
    std::set<std::string> told;
    const std::vector<Scenario> scenarios = bundledScenarios();
    QVERIFY(scenarios.size() >= 4);
    for (const Scenario& scenario : scenarios) told.merge(toldBy(scenario));
    const QDir folder(QStringLiteral(PERFECT_SOURCE_DIR "/resources/translations"));
    const QStringList files = folder.entryList({QStringLiteral("show_*.ts")});
    QVERIFY(files.contains(QStringLiteral("show_de.ts")));
    QStringList faults;
    for (const QString& file : files) {
      Translations translations = readTranslations(folder.filePath(file), QLatin1String("show"));
      for (const std::string& english : told) {
        const auto found = translations.extract(english);
        if (!found || found.mapped().text.isEmpty() || !found.mapped().finished)
          faults << QStringLiteral("%1: not translated: %2").arg(file, QString::fromStdString(english));
      }
      for (const auto& [source, left] : translations)
        faults << QStringLiteral("%1: no show says: %2").arg(file, QString::fromStdString(source));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
  }

  // Two choices of a question in the same words could not be told apart.
  void choicesStayApartInGerman() {
    const InGerman german;
    for (const Scenario& scenario : bundledScenarios()) {
      for (const ScenarioStep& step : scenario.steps) {
        const auto* ask = std::get_if<AskStep>(&step.what);
        if (ask == nullptr) continue;
        QSet<QString> choices;
        for (const std::string& choice : ask->choices) choices.insert(words::told(choice));
        QVERIFY2(choices.size() == static_cast<qsizetype>(ask->choices.size()), ask->question.c_str());
      }
    }
  }

  void whatIsFilledInIsToldApart() {
    QVERIFY(keysOf("{0} of {1:pod|pods}") == (std::set<std::string>{"0", "1"}));
    QVERIFY(keysOf("{0<0?{svc}|{s1} {text?: {text}|}}") == (std::set<std::string>{"0", "svc", "s1", "text"}));
    QVERIFY(keysOf("{2#a|{3=1?b|c}|d}") == (std::set<std::string>{"2", "2#3", "3"}));
    QVERIFY(wordsOf("'{' before {1}, {service: {0}}") == (std::set<std::string>{"0", "1"}));
  }

  void germanRendersForEveryKindOfFact() {
    const InGerman german;
    const auto names = sampleNames();
    for (int i = 1; i < static_cast<int>(Reason::Count_); ++i) {
      for (const std::int64_t fact : {std::int64_t{-2}, std::int64_t{-1}, std::int64_t{0}, std::int64_t{1},
                                      std::int64_t{3}, std::int64_t{99}, std::int64_t{kNever}}) {
        const Event event = sampleEvent(static_cast<Reason>(i), {fact, fact, fact, fact});
        for (const QString& text : {words::message(event, *names), words::explanation(event, *names)}) {
          QVERIFY2(!text.isEmpty() && !text.contains(QRegularExpression(QStringLiteral("[{}|]|  "))), qPrintable(text));
        }
      }
    }
  }

  void statusesAreInTheLanguageOfTheWindow_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    QTest::addColumn<QString>("plain");
    const auto row = [](StatusKind kind, int first, int second, const char* english, const char* german,
                        const char* plain) {
      QTest::newRow(english) << static_cast<int>(kind) << first << second << QString::fromUtf8(english)
                             << QString::fromUtf8(german) << QString::fromUtf8(plain);
    };
    row(StatusKind::Stable, 0, 0, "Stable", "Stabil", "Stable");
    row(StatusKind::RollingOut, 12000, 1000000, "Rolling out 12,000/1,000,000", "Wird ausgerollt 12.000/1.000.000",
        "Rolling out 12000/1000000");
    row(StatusKind::Degraded, 999, 1000, "Degraded 999/1,000", "Beeinträchtigt 999/1.000", "Degraded 999/1000");
    row(StatusKind::Paused, 25, 0, "Paused at 25 %", "Pausiert bei 25 %", "Paused at 25 %");
    row(StatusKind::WaitingForPromotion, -1, 0, "Waiting for promotion", "Wartet auf Freigabe",
        "Waiting for promotion");
    row(StatusKind::ScaledToZero, 0, 0, "Scaled to 0", "Auf 0 skaliert", "Scaled to 0");
  }
  void statusesAreInTheLanguageOfTheWindow() {
    QFETCH(int, kind);
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(QString, english);
    QFETCH(QString, german);
    QFETCH(QString, plain);
    const ServiceStatus status{static_cast<StatusKind>(kind), {first, second}};
    QCOMPARE(words::phrase(status), english);
    const InGerman installed;
    QCOMPARE(words::phrase(status), german);
    QCOMPARE(QString::fromStdString(status.phrase()), plain);
  }

  void numbersAreWrittenAsTheLanguageDoes() {
    const Event backOff = sampleEvent(Reason::BackOff, {1500, 1234, 1, 0});
    const Event seed = sampleEvent(Reason::SessionStarted, {123456, 1000, 0, 0});
    const auto names = sampleNames();
    QCOMPARE(words::message(backOff, *names), QStringLiteral("api waits 1.5 s before restart 1,234"));
    QCOMPARE(words::count(-1234567), QStringLiteral("-1,234,567"));
    const InGerman german;
    QCOMPARE(words::message(backOff, *names), QStringLiteral("api wartet 1,5 s vor Neustart 1.234"));
    QCOMPARE(words::message(seed, *names), QStringLiteral("die Uhr beginnt: Keim 123456, ein Blick alle 1 s"));
    QCOMPARE(words::count(-123456), QStringLiteral("-123.456"));
    QCOMPARE(words::countdown(3200, 0), QStringLiteral("3,2 s"));
  }

  void tablesAreInGermanAndJsonLinesAreNot() {
    const InGerman german;
    Stage stage;
    QVERIFY(stage.apply(kApi));
    stage.run(4000);
    QVERIFY(stage.command(ChaosCommand{ChaosKind::Kill, "api", 1, std::nullopt, std::nullopt, {}}));
    const Frame frame = stage.frame();
    const EventSource source(*frame.snapshot);
    EventFilter filter;
    for (const auto& [text, hits] : {std::pair("chaos kills", 0), std::pair("Chaos tötet", 1),
                                     std::pair("CHAOS TÖTET", 1), std::pair("ChaosKilled", 1)}) {
      filter.text = text;
      QVERIFY2(countPassing(source, filter) == hits, text);
    }
    const QString csv = QString::fromStdString(exportedEvents(source, filter, EventFormat::Csv));
    QVERIFY2(csv.contains(QStringLiteral("Chaos tötet api-")), qPrintable(csv));
    QVERIFY2(csv.contains(QStringLiteral(",WARN,chaos,ChaosKilled,")), qPrintable(csv));
    const auto line = QByteArray::fromStdString(exportedEvents(source, filter, EventFormat::JsonLines));
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    QVERIFY2(event[QLatin1String("msg")].toString().startsWith(QLatin1String("chaos kills api-")), line.constData());
    QVERIFY(event[QLatin1String("explain")].toString().startsWith(QLatin1String("The whole pod is lost.")));
  }

  void aGermanWindowSaysItInGerman() {
    const InGerman german;
    Controller::Options options;
    options.startPaused = true;
    Controller controller(options);
    MainWindow window(controller, DesktopOptions{});
    Workspace* workspace = window.workspace();
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto specs = parseManifests(kApi);
    Q_EMIT workspace->commandWanted(ApplyCommand{std::move(specs).value()});
    const auto* services = window.findChild<ServicesPanel*>()->findChild<QListView*>();
    QTRY_COMPARE_WITH_TIMEOUT(services->model()->rowCount(), 1, kPatience);
    const auto spoken = [&] { return services->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
    QTRY_VERIFY2_WITH_TIMEOUT(spoken().contains(QStringLiteral("Startet 0/3")), qPrintable(spoken()), kPatience);

    const QAbstractItemModel* events = workspace->events()->findChild<QTableView*>()->model();
    const auto said = [&](int column) {
      QStringList lines;
      for (int row = 0; row < events->rowCount(); ++row) lines << events->index(row, column).data().toString();
      return lines;
    };
    QTRY_VERIFY_WITH_TIMEOUT(said(EventsModel::What).contains(QStringLiteral("api ist erklärt: 3 Pods gewünscht")),
                             kPatience);
    QVERIFY(said(EventsModel::Why).join(u'\n').contains(QStringLiteral("Angewendet heißt nicht fertig.")));

    workspace->showRoom(Workspace::Room::Why);
    const int applied =
        static_cast<int>(said(EventsModel::What).indexOf(QStringLiteral("api ist erklärt: 3 Pods gewünscht")));
    workspace->why()->explainEvent(events->index(applied, 0).data(EventsModel::Seq).toULongLong());
    QTRY_VERIFY_WITH_TIMEOUT(
        workspace->why()->chainText().contains(QStringLiteral("Du hast gesagt, was es geben soll")), kPatience);
    workspace->why()->explainStillness(true);
    QVERIFY2(workspace->why()->stillness()->text().contains(QStringLiteral("api wartet auf: ")),
             qPrintable(workspace->why()->stillness()->text()));
    workspace->showRoom(Workspace::Room::Rollout);
    const auto labels = [&] {
      QStringList texts;
      for (const QLabel* label : window.findChildren<QLabel*>()) texts << label->text();
      return texts.join(u'\n');
    };
    QTRY_VERIFY2_WITH_TIMEOUT(labels().contains(QStringLiteral("nächster Blick des Controllers")), qPrintable(labels()),
                              kPatience);
    QVERIFY2(labels().contains(QStringLiteral("Rollout: Im Gange · Strategie: BlueGreen")), qPrintable(labels()));

    QVERIFY2(labels().contains(QStringLiteral("jetzt nicht, Service „api“ ")), qPrintable(labels()));

    workspace->editor()->load(QStringLiteral("bad.yaml"), QStringLiteral("kind: Service\nmetadata: [a"));
    QCOMPARE(workspace->editor()->errors().front().message,
             std::string("„[“ ist nicht geschlossen: ergänze das fehlende „]“ oder ein „,“ zwischen den Einträgen"));
    const QString path = m_home.filePath(QStringLiteral("bad.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("kind: Scenario\napiVersion: perfect.system/v1\nspec: {steps: [{after: 5, apply: none.yaml}]}\n");
    file.close();
    workspace->editor()->openPath(path);
    QCOMPARE(
        workspace->banner()->text(),
        QStringLiteral("%1:3:24: Fehler: after: „5“ ist eine Dauer ohne Einheit: schreibe 5s (spec.steps[0].after)\n"
                       "%1:3:34: Fehler: none.yaml: Fehler: %2/none.yaml: Fehler: nicht lesbar: es gibt keine "
                       "solche Datei: berichtige den Pfad (relativ zur Datei des Szenarios) (spec.steps[0].apply)")
            .arg(path, m_home.path()));

    controller.step();  // the first look has made its pods, and they start
    QTRY_VERIFY2_WITH_TIMEOUT(spoken().contains(QStringLiteral("Start von 3 von 3 Pods")), qPrintable(spoken()),
                              kPatience);
    QVERIFY2(spoken().contains(QStringLiteral("Ein Pod braucht seine Zeit zum Starten")), qPrintable(spoken()));
  }

 private:
  QTemporaryDir m_home;
};

QTEST_MAIN(TestWording)
#include "test_wording.moc"
