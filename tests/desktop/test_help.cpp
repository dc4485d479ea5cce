// SPDX-License-Identifier: GPL-3.0-or-later
//
// Help: every page is there and reached, links lead somewhere, search finds, F1 opens what belongs to the room, and
// what the pages say of our defaults is what the program does.
#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextLayout>
#include <QWhatsThis>

#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/explain/why_page.h"
#include "app/desktop/help/help_browser.h"
#include "app/desktop/help/help_desk.h"
#include "app/desktop/help/help_pages.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/main_window.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
#include "app/runtime/resources.h"
#include "core/manifest/manifest.h"

using namespace perfect;

namespace {

constexpr int kPatience = 10000;
/// Pages about this program, not about a concept.
const QStringList kWithout{QStringLiteral("window"), QStringLiteral("shortcuts"), QStringLiteral("glossary"),
                           QStringLiteral("scenarios")};

QStringList linksOf(const QString& page) {
  static const QRegularExpression link(QStringLiteral("href=[\"']([^\"']+)[\"']"));
  QStringList all;
  for (auto it = link.globalMatch(help::html(page)); it.hasNext();) all << it.next().captured(1);
  return all;
}

/// A service in which every section is there, with nothing in it but what is required. The strategy decides some
/// defaults.
std::string bareManifest(const QString& strategy) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec:\n"
         "  readinessProbe: {}\n  livenessProbe: {}\n  startupProbe: {}\n  restartBackoff: {}\n  simulation: {}\n"
         "  autoscale: {}\n  rollout: { strategy: " +
         strategy.toStdString() + (strategy == QLatin1String("RollingUpdate") ? "" : ", analysis: {}") + " }\n";
}

}  // namespace

class TestHelp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("perfect-system-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("help"));
    initResources();
    open();  // the list of keys comes from a window
    cleanup();
  }

  void everyPageIsThereWithATitle_data() { pageRows(); }
  void everyPageIsThereWithATitle() {
    QFETCH(QString, page);
    QVERIFY(!help::html(page).isEmpty());
    QVERIFY(help::title(page) != page);
  }

  void everyLinkLeadsSomewhere_data() { pageRows(); }
  void everyLinkLeadsSomewhere() {
    QFETCH(QString, page);
    for (const QString& link : linksOf(page)) {
      QVERIFY2(link.startsWith(QLatin1String("help:")), qPrintable(link));  // offline: nothing from outside
      const QString where = link.mid(5);
      QVERIFY2(help::pages().contains(where.section(QLatin1Char('#'), 0, 0)), qPrintable(link));
      const QString place = where.section(QLatin1Char('#'), 1);
      QVERIFY2(place.isEmpty() ||
                   help::html(where.section(QLatin1Char('#'), 0, 0)).contains(QStringLiteral("name=\"%1\"").arg(place)),
               qPrintable(link));
    }
  }

  void everyPageIsInTheContents() {
    HelpWindow window;
    QStringList listed;
    for (int row = 0; row < window.list()->count(); ++row) {
      const QString page = window.list()->item(row)->data(Qt::UserRole).toString();
      if (!page.isEmpty()) listed << page;
    }
    QCOMPARE(listed, help::pages());
    for (const QString& file : QDir(QStringLiteral(":/help/en")).entryList()) {
      QVERIFY2(listed.contains(QString(file).remove(QLatin1String(".html"))), qPrintable(file));
    }
  }

  void everyConceptSaysWhatItIsInKubernetes() {
    for (const QString& page : help::pages()) {
      if (kWithout.contains(page)) continue;
      QVERIFY2(help::html(page).contains(QLatin1String("What this is in Kubernetes")), qPrintable(page));
    }
  }

  void searchFinds_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("page");
    const auto row = [](const char* words, const char* page) {
      QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(page);
    };
    row("CrashLoopBackOff", "backoff");
    row("crashloopbackoff", "backoff");
    row("blue/green", "bluegreen");
    row("tolerance window", "autoscaling");
    row("maxSurge", "rolling");
    row("emergency stop", "chaos");
    row("Canary", "canary");
    row("Emergency Stop Ctrl+Shift+X", "shortcuts");
  }
  void searchFinds() {
    QFETCH(QString, words);
    QFETCH(QString, page);
    const std::vector<HelpHit> hits = help::find(words);
    QVERIFY(std::any_of(hits.begin(), hits.end(), [&](const HelpHit& hit) { return hit.page == page; }));
    if (hits.front().title.contains(words, Qt::CaseInsensitive)) QCOMPARE(hits.front().page, page);
  }

  void everyPageIsThereInGerman_data() { pageRows(); }
  void everyPageIsThereInGerman() {
    QFETCH(QString, page);
    if (page == QLatin1String("shortcuts")) QSKIP("made from the commands, in the language of the program");
    const QString english = help::html(page);
    QStringList links = linksOf(page);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const QString german = help::html(page);
    QStringList germanLinks = linksOf(page);
    QLocale::setDefault(before);
    QVERIFY2(german != english, "a page of its own");
    links.sort();
    germanLinks.sort();
    QCOMPARE(germanLinks, links);
    for (const char* tag : {"<tr", "<h1", "<h2", "<code", "id="})
      QCOMPARE(german.count(QLatin1String(tag)), english.count(QLatin1String(tag)));
  }

  void searchListsItsHitsAndEnterOpensTheFirst() {
    HelpWindow window;
    window.open(QStringLiteral("idea"));
    window.show();
    QTest::keyClicks(window.search(), QStringLiteral("canary"));
    QVERIFY(window.list()->count() > 1);
    QTest::keyClick(window.search(), Qt::Key_Return);
    QCOMPARE(window.page(), QStringLiteral("canary"));
    QVERIFY2(!window.browser()->extraSelections().isEmpty(), "the word is lit on the page");
    window.search()->clear();
    QTest::keyClicks(window.search(), QStringLiteral("zzzz"));
    QCOMPARE(window.list()->count(), 1);
    QVERIFY((window.list()->item(0)->flags() & Qt::ItemIsEnabled) == 0);
    window.search()->clear();
    QVERIFY2(window.list()->count() > 20, "the contents are back");
  }

  void noWordIsBroken_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QLocale>("language");
    for (const QString& page : help::pages()) {
      QTest::newRow(qPrintable(page)) << page << QLocale(QLocale::English);
      QTest::newRow(qPrintable(page + QLatin1String(", German"))) << page << QLocale(QLocale::German);
    }
  }
  void noWordIsBroken() {
    QFETCH(QString, page);
    QFETCH(QLocale, language);
    const QLocale before;
    QLocale::setDefault(language);
    HelpWindow window;
    window.open(page);
    window.resize(940, 680);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QLocale::setDefault(before);
    const QTextDocument* document = window.browser()->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
      const QString text = block.text();
      for (int i = 0; i + 1 < block.layout()->lineCount(); ++i) {
        const QTextLine line = block.layout()->lineAt(i);
        const int end = line.textStart() + line.textLength();
        const bool inside = text[end - 1].isLetterOrNumber() && text[end].isLetterOrNumber();
        QVERIFY2(!inside, qPrintable(page + QStringLiteral(": ") + text.mid(end - 12, 24)));
      }
    }
    QCOMPARE(window.browser()->horizontalScrollBar()->maximum(), 0);
  }

  void aNameOfATableIsSoughtAndCopiedAsItIsWritten() {
    HelpWindow window;
    window.open(QStringLiteral("bluegreen"));
    window.show();
    window.search()->setText(QStringLiteral("Spec.Rollout.autoPromote"));
    QCOMPARE(window.browser()->extraSelections().size(), 1);
    window.browser()->setTextCursor(window.browser()->extraSelections().front().cursor);
    window.browser()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("spec.rollout.autoPromote"));
  }

  void backAndForwardAndLinks() {
    HelpWindow window;
    window.open(QStringLiteral("idea"));
    Q_EMIT window.browser()->anchorClicked(QUrl(QStringLiteral("help:pod")));
    QCOMPARE(window.page(), QStringLiteral("pod"));
    window.open(QStringLiteral("glossary#tick"));
    window.back();
    QCOMPARE(window.page(), QStringLiteral("pod"));
    window.back();
    QCOMPARE(window.page(), QStringLiteral("idea"));
    window.back();
    window.forward();
    window.forward();
    QCOMPARE(window.page(), QStringLiteral("glossary"));
    window.open(QStringLiteral("no such page"));
    QCOMPARE(window.page(), QStringLiteral("idea"));
  }

  // --- the defaults ---------------------------------------------------------------------------------------

  void ourDefaultsAreThoseOfTheProgram_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("strategy");
    static const QRegularExpression line(
        QStringLiteral("<td><code>(spec\\.[^<]+)</code></td><td>[^\\n]*</td><td class=\"ours\">([^<]*)</td>"));
    for (const QString& page : help::pages()) {
      for (auto it = line.globalMatch(help::html(page)); it.hasNext();) {
        const auto match = it.next();
        const QString field = match.captured(1).section(QLatin1Char(' '), 0, 0);
        const QString strategy = page == QLatin1String("rolling")  ? QStringLiteral("RollingUpdate")
                                 : page == QLatin1String("canary") ? QStringLiteral("Canary")
                                                                   : QStringLiteral("BlueGreen");
        QTest::addRow("%s: %s", qPrintable(page), qPrintable(field)) << field << match.captured(2) << strategy;
      }
    }
  }
  /// Written out, a default changes nothing; another value does.
  void ourDefaultsAreThoseOfTheProgram() {
    QFETCH(QString, field);
    QFETCH(QString, ours);
    QFETCH(QString, strategy);
    const auto specWith = [&](const QString& value) {
      std::vector<FieldOverride> overrides;
      if (!value.isNull()) overrides.push_back({field.toStdString(), value.toStdString()});
      auto specs = parseManifests(bareManifest(strategy), overrides);
      if (!specs) {
        qWarning("%s", formatError("bare", specs.error().front()).c_str());
        return ServiceSpec{};
      }
      ServiceSpec spec = specs.value().front();
      spec.replicasGiven = false;
      return spec;
    };
    const ServiceSpec bare = specWith(QString());
    QCOMPARE(bare.name, std::string("api"));
    if (field == QLatin1String("spec.rollout.steps")) {
      QStringList steps;
      for (const CanaryStep& step : bare.rollout.steps) steps << QString::number(step.percent);
      QCOMPARE(steps.join(QStringLiteral(", ")), ours);
      return;
    }
    QVERIFY2(specWith(ours) == bare, qPrintable(field + QStringLiteral(": ") + ours));
    const QString other = ours == QLatin1String("true") ? QStringLiteral("false") : QStringLiteral("7");
    if (field.contains(QLatin1String("successThreshold")) && !field.contains(QLatin1String("readiness"))) return;
    if (field.endsWith(QLatin1String("tolerance"))) return;
    QVERIFY2(!(specWith(other) == bare), qPrintable(field));
  }

  void thereAreEnoughOfThem() {
    int rows = 0;
    for (const QString& page : help::pages())
      rows += static_cast<int>(help::html(page).count(QLatin1String("\"ours\"")));
    QVERIFY2(rows > 40, qPrintable(QString::number(rows)));
  }

  // --- where it is needed -----------------------------------------------------------------------------------

  void f1OpensThePageOfTheRoom_data() {
    QTest::addColumn<QString>("room");
    QTest::addColumn<QString>("page");
    const auto row = [](const char* room, const char* page) {
      QTest::newRow(room) << QString::fromLatin1(room) << QString::fromLatin1(page);
    };
    row("desiredPage", "fields");
    row("diffPage", "desired");
    row("rolloutPage", "canary");
    row("whyPage", "events");
    row("chaosPage", "chaos");
    row("alertsPage", "alerts");
    row("grid", "pod");
    row("services", "service");
    row("events", "events");
    row("charts", "load");
    row("topBar", "time");
    row("playDemo", "scenarios");
    row("apply", "desired");
  }
  void f1OpensThePageOfTheRoom() {
    QFETCH(QString, room);
    QFETCH(QString, page);
    open();
    for (int i = 0; i < 7; ++i) m_window->workspace()->showRoom(static_cast<Workspace::Room>(i));
    auto* place = m_window->findChild<QWidget*>(room);
    QVERIFY(place != nullptr);
    QCOMPARE(HelpDesk::pageFor(place), page);
    // Whatever takes the keyboard in it leads there too, unless it has a page of its own.
    QVERIFY(help::pages().contains(page));
    for (const QWidget* inside : place->findChildren<QWidget*>()) {
      QVERIFY(help::pages().contains(HelpDesk::pageFor(inside)));
    }
    cleanup();
  }

  void f1ByKeyOpensTheWindowThere() {
    open();
    m_window->workspace()->showRoom(Workspace::Room::Desired);
    m_window->workspace()->editor()->editor()->setFocus();
    QTest::keyClick(m_window->workspace()->editor()->editor(), Qt::Key_F1);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->help()->helpWindow() != nullptr, kPatience);
    QCOMPARE(m_window->help()->helpWindow()->page(), QStringLiteral("fields"));
    QVERIFY2(!m_window->help()->helpWindow()->isModal(), "one goes on working beside it");
    m_window->findChild<QWidget*>(QStringLiteral("playDemo"))->setFocus();
    QTest::keyClick(m_window->findChild<QWidget*>(QStringLiteral("playDemo")), Qt::Key_Question);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->help()->helpWindow()->page(), QStringLiteral("shortcuts"), kPatience);
    cleanup();
  }

  void everyControlSaysWhatItIs() {
    open();
    m_window->help()->askWhatThisIs();
    QWhatsThis::leaveWhatsThisMode();
    for (const QWidget* control : m_window->findChildren<QWidget*>()) {
      const bool ours = qobject_cast<const QAbstractButton*>(control) != nullptr ||
                        qobject_cast<const QComboBox*>(control) != nullptr;
      if (!ours || !control->isVisible() || control->objectName().startsWith(QLatin1String("qt_"))) continue;
      const QWidget* told = control;
      while (told != nullptr && told->whatsThis().isEmpty()) told = told->parentWidget();
      QVERIFY2(told != nullptr, qPrintable(control->accessibleName()));
    }
    auto* step = m_window->findChild<QWidget*>(QStringLiteral("step"));
    QVERIFY(step->whatsThis().contains(step->toolTip().toHtmlEscaped()));
    QVERIFY(step->whatsThis().contains(QLatin1String("help:time")));
    cleanup();
  }

  void anExplainTextLinksToItsPage() {
    open();
    auto specs = parseManifests(bareManifest(QStringLiteral("BlueGreen")));
    m_controller->send(ApplyCommand{std::move(specs).value()});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->focus().service == QLatin1String("api"), kPatience);
    m_window->workspace()->showRoom(Workspace::Room::Why);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace()->why()->chainText().contains(QLatin1String("help:desired")),
                             kPatience);
    Q_EMIT m_window->workspace()->helpWanted(QStringLiteral("desired"));
    QCOMPARE(m_window->help()->helpWindow()->page(), QStringLiteral("desired"));
    cleanup();
  }

  void everyReasonHasAPage() {
    for (int i = 1; i < static_cast<int>(Reason::Count_); ++i) {
      QVERIFY(help::pages().contains(help::pageOf(static_cast<Reason>(i))));
    }
  }

 private:
  void pageRows() {
    QTest::addColumn<QString>("page");
    for (const QString& page : help::pages()) QTest::newRow(qPrintable(page)) << page;
  }
  void open() {
    QSettings().clear();
    m_controller = std::make_unique<Controller>(Controller::Options{});
    m_window = std::make_unique<MainWindow>(*m_controller, DesktopOptions{});
    m_window->workspace();  // its rooms too, not only its first picture
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }
  void cleanup() {
    m_window.reset();
    m_controller.reset();
  }

  std::unique_ptr<Controller> m_controller;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestHelp)
#include "test_help.moc"
