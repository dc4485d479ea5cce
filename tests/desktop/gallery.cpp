// SPDX-License-Identifier: GPL-3.0-or-later
//
// desktop-gallery FOLDER [NAME…]: pictures of the window in its states, for looking at. Not a test and not installed.
// Runs a real engine, shows its snapshots, saves PNGs. packaging/pictures.sh makes all of them in every look:
// PERFECT_THEME=light  PERFECT_SCALE=1.6 (larger type)  PERFECT_LANGUAGE=de  PERFECT_SIZES=1440x900,1024x768
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTimer>
#include <QTranslator>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

#include "app/desktop/alerts/alerts_page.h"
#include "app/desktop/alerts/rehearsal_card.h"
#include "app/desktop/charts/charts_panel.h"
#include "app/desktop/chrome/banner.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/events/events_panel.h"
#include "app/desktop/explain/why_page.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/help/help_pages.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/help/shortcut_page.h"
#include "app/desktop/main_window.h"
#include "app/desktop/narration/narration_band.h"
#include "app/desktop/narration/question_card.h"
#include "app/desktop/preferences/look_page.h"
#include "app/desktop/preferences/preferences_dialog.h"
#include "app/desktop/preferences/start_page.h"
#include "app/desktop/theme/appearance.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/tour/tour.h"
#include "app/desktop/wording.h"
#include "app/desktop/words.h"
#include "app/desktop/workspace.h"
#include "app/runtime/alert_setup.h"
#include "app/runtime/demo.h"
#include "app/runtime/resources.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string service(const std::string& name, int replicas, const std::string& more = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: " + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) + "\n" + more;
}

struct Picture {
  const char* name;
  std::function<void(Workspace&, Stage&)> prepare;
};

/// Long enough for charts to be built and motion to end.
void settleEvents() {
  QEventLoop loop;
  QTimer::singleShot(450, &loop, &QEventLoop::quit);
  loop.exec();
}

std::function<void(Workspace&, Stage&)> demoAt(Millis t, Workspace::Room room, bool explain = true) {
  return [=](Workspace& window, Stage& stage) {
    auto demo = loadDemo();
    if (!demo.ok()) {
      std::fprintf(stderr, "%s\n", demo.error().c_str());
      return;
    }
    stage.play(std::move(demo).value());
    window.setExplain(explain);
    stage.run(t, 250, [&](const Frame& frame) { window.setFrame(frame); });
    window.setFocusOn({QStringLiteral("api"), kNoPod});
    window.showRoom(room);
  };
}

/// A canary half done, a pod that backs off, pods that start and stop, and traffic: what a busy minute looks like.
void busyGrid(Workspace& w, Stage& s) {
  const auto show = [&](const Frame& f) { w.setFrame(f); };
  s.apply(
      service("api", 4, "  image: local://demo@v2\n") + "---\n" +
      service("web", 6, "  restartBackoff: { baseSeconds: 3 }\n") + "---\n" +
      service("cart", 9, "  simulation: { startSeconds: 3, jitter: 0.5 }\n  readinessProbe: { periodSeconds: 3 }\n") +
      "---\n" + service("mail", 0));
  s.command(LoadCommand{"api", std::nullopt, 240, std::nullopt});
  s.command(LoadCommand{"cart", std::nullopt, 700, std::nullopt});
  s.run(12000, 250, show);
  ChaosCommand crash{ChaosKind::Crash, "web", std::nullopt, std::nullopt, std::nullopt, {}};
  const auto snapshot = s.frame().snapshot;
  Snapshot::forEachPod(*snapshot->find("web"), 4, [&](const PodView& view) {
    crash.pod = view.id();
    return false;
  });
  s.command(crash);
  s.run(3500, 250, show);
  s.apply(
      service("api", 4,
              "  image: local://demo@v3\n  terminationGracePeriodSeconds: 5\n  simulation: { shutdownSeconds: 4 }\n  "
              "rollout: { strategy: Canary, steps: [{ percent: 50, pauseSeconds: 6 }, { percent: 100 }], maxSurge: 1 "
              "}\n"));
  s.run(4500, 250, show);
  s.command(ScaleCommand{"cart", 12, std::nullopt});
  s.command(crash);
  s.run(1700, 100, show);
}

/// So many pods, a few of them in trouble, looked at in tiles of this width (0: all).
void manyPods(Workspace& w, Stage& s, int pods, int tile) {
  s.apply(service("ocean", pods, "  simulation: { jitter: 0.5 }\n") + "---\n" + service("api", 5));
  s.command(LoadCommand{"api", std::nullopt, 240, std::nullopt});
  s.run(6000, 2000, [&](const Frame& f) { w.setFrame(f); });
  s.command(ChaosCommand{ChaosKind::Crash, "ocean", pods / 100, std::nullopt, std::nullopt, {}});
  s.apply(service("ocean", pods, "  image: local://demo@v2\n  rollout: { strategy: RollingUpdate }\n"));
  s.run(2500, 500, [&](const Frame& f) { w.setFrame(f); });
  if (tile > 0) w.grid()->setTileWidth(tile);
}

/// The Guided Tour at a step, in a world as it is then.
std::function<void(Workspace&, Stage&)> tourAt(int step) {
  return [step](Workspace& w, Stage& s) {
    auto* tour = new Tour(w, w);
    QObject::connect(tour, &Tour::commandWanted, &w, [&s](const Command& command) { s.command(command); });
    const auto show = [&](const Frame& frame) {
      w.setFrame(frame);
      tour->setFrame(frame);
    };
    if (step > 2) s.apply(tourManifest(1).toStdString());
    if (step == 4) s.run(2500, 250, show);
    if (step > 4) s.run(9000, 250, show);
    if (step == 9) {
      s.apply(tourManifest(2).toStdString());
      s.run(9000, 250, show);
    }
    s.clock().paused = step == 2 || step == 3;
    show(s.frame());
    tour->startAt(step);
    show(s.frame());
  };
}

std::function<void(Workspace&, Stage&)> questionAt(bool answered) {
  return [answered](Workspace& w, Stage& s) {
    s.apply(service("api", 4));
    s.run(6000, 250, [&](const Frame& f) { w.setFrame(f); });
    Frame frame = s.frame();
    frame.play.playing = true;
    frame.play.caption = Caption{
        "25 %: one pod of v2 serves beside three of v1. The rollout pauses, so that there is "
        "time to look.",
        "the Grid", 0, 3, 6};
    frame.play.question =
        AskStep{"During the rollout, when did an old pod stop?",
                {"as soon as a new one was created", "only when a new one was ready", "at a random time"},
                "only when a new one was ready",
                "A created pod does not serve yet. Only a ready one takes the place of another, so "
                "users notice nothing."};
    frame.play.questions = 3;
    frame.play.answered = 2;
    w.setFrame(frame);
    if (answered) w.narration()->question()->choose(0);
  };
}

/// The charts, also where they share their place with the pages.
void showCharts(Workspace& w) {
  w.charts()->build();
  auto* pages = w.findChild<QTabWidget*>(QStringLiteral("pages"));
  if (pages->indexOf(w.charts()) >= 0) pages->setCurrentWidget(w.charts());
}

std::function<void(Workspace&, Stage&)> emptyPage(Workspace::Room room) {
  return [room](Workspace& w, Stage& s) {
    w.setFrame(s.frame());
    w.showRoom(room);
  };
}

std::vector<Picture> pictures() {
  using Room = Workspace::Room;
  return {
      {"tour-01", tourAt(1)},
      {"tour-02", tourAt(2)},
      {"tour-03", tourAt(3)},
      {"tour-04", tourAt(4)},
      {"tour-05", tourAt(5)},
      {"tour-06", tourAt(6)},
      {"tour-07", tourAt(7)},
      {"tour-08", tourAt(8)},
      {"tour-09", tourAt(9)},
      {"tour-10", tourAt(10)},
      {"tour-11", tourAt(11)},
      {"tour-12", tourAt(12)},
      {"question", questionAt(false)},
      {"question-answered", questionAt(true)},
      {"empty", [](Workspace& w, Stage& s) { w.setFrame(s.frame()); }},
      {"empty-diff", emptyPage(Room::Diff)},
      {"empty-rollout", emptyPage(Room::Rollout)},
      {"empty-why", emptyPage(Room::Why)},
      {"empty-chaos", emptyPage(Room::Chaos)},
      {"empty-alerts", emptyPage(Room::Alerts)},
      {"empty-balancer", emptyPage(Room::Balancer)},
      {"presented",
       [](Workspace& w, Stage& s) {
         busyGrid(w, s);
         // As the window does with F11.
         theme::useScale(std::max(theme::scale(), Appearance::kPresented));
         theme::apply(w);
         w.setPresented(true);
       }},
      {"presented-demo",
       [](Workspace& w, Stage& s) {
         demoAt(28000, Room::Rollout)(w, s);
         theme::useScale(std::max(theme::scale(), Appearance::kPresented));
         theme::apply(w);
         w.setPresented(true);
         w.charts()->choose(ChartsPanel::Kind::Versions);
       }},
      {"told",
       [](Workspace& w, Stage& s) {
         busyGrid(w, s);
         w.setFocusOn({QStringLiteral("api"), kNoPod});
         w.showRoom(Room::Rollout);
         w.banner()->showNotice(MainWindow::tr("Applied: %1. Applied is not done: the controller now makes it so.")
                                    .arg(QLatin1String("api")));
       }},
      {"refused",
       [](Workspace& w, Stage& s) {
         busyGrid(w, s);
         s.command(ChaosScheduleCommand{{ChaosKind::Kill, "cart", 1, {}, {}, {}}, 30000, {}});
         w.setFrame(s.frame());
         w.setFocusOn({QStringLiteral("web"), kNoPod});
         w.showRoom(Room::Diff);
         const auto refused = s.send(ScaleCommand{"nobody", 1, {}});
         w.banner()->showError(MainWindow::tr("Refused, nothing changed: %1")
                                   .arg(words::text(refused.error().why.text(words::wording()))));
       }},
      {"events",
       [](Workspace& w, Stage& s) {
         demoAt(38000, Room::Diff, false)(w, s);
         w.showEvents();
       }},
      {"events-explained",
       [](Workspace& w, Stage& s) {
         demoAt(38000, Room::Diff)(w, s);
         w.showEvents();
       }},
      {"charts",
       [](Workspace& w, Stage& s) {
         demoAt(47500, Room::Chaos)(w, s);
         showCharts(w);
       }},
      {"chart-alone",
       [](Workspace& w, Stage& s) {
         demoAt(47500, Room::Chaos)(w, s);
         showCharts(w);
         w.charts()->choose(ChartsPanel::Kind::Versions);
       }},
      {"folded",
       [](Workspace& w, Stage& s) {
         busyGrid(w, s);
         for (const auto panel : {Workspace::Panel::Services, Workspace::Panel::Pages, Workspace::Panel::Bottom})
           w.setFolded(panel, true);
       }},
      {"demo-bluegreen", demoAt(10500, Room::Diff)},
      {"demo-canary", demoAt(28000, Room::Rollout)},
      {"demo-chaos", demoAt(38000, Room::Diff)},
      {"demo-scale", demoAt(47500, Room::Chaos)},
      {"demo-backoff", demoAt(64500, Room::Why)},
      {"crashloop",
       [](Workspace& w, Stage& s) {
         s.apply(service("web", 6, "  image: local://demo@v1\n  simulation: { crashAfterSeconds: 3, jitter: 0.6 }\n"));
         s.apply(service("auth", 3));
         w.setExplain(true);
         s.run(24000, 250, [&](const Frame& f) { w.setFrame(f); });
         const ServiceEntry* web = s.frame().snapshot->find("web");
         PodOrdinal chosen = kNoPod;
         web->pods->forEach(0, [&](const Pod& pod) {
           if (pod.state == PodState::BackOff) chosen = pod.ordinal;
           return true;
         });
         w.setFocusOn({QStringLiteral("web"), chosen});
         w.showRoom(Room::Why);
       }},
      {"pods-60",
       [](Workspace& w, Stage& s) {
         s.apply(service("cart", 60,
                         "  simulation: { startSeconds: 4, jitter: 0.9, crashesPerHour: 200 }\n  livenessProbe: {}\n  "
                         "readinessProbe: {}\n"));
         s.command(LoadCommand{"cart", std::nullopt, 2400, std::nullopt});
         s.run(6000, 500, [&](const Frame& f) { w.setFrame(f); });
       }},
      {"pods-1000",
       [](Workspace& w, Stage& s) {
         s.apply(service("swarm", 1000, "  simulation: { startSeconds: 4, jitter: 0.9, crashesPerHour: 60 }\n"));
         s.run(12000, 500, [&](const Frame& f) { w.setFrame(f); });
       }},
      {"pods-100000",
       [](Workspace& w, Stage& s) {
         s.apply(service("ocean", 100000) + "---\n" + service("api", 5));
         s.run(5000, 1000, [&](const Frame& f) { w.setFrame(f); });
         s.command(ChaosCommand{ChaosKind::Crash, "ocean", 40, std::nullopt, std::nullopt, {}});
         s.run(100, 100, [&](const Frame& f) { w.setFrame(f); });
       }},
      {"busy",
       [](Workspace& w, Stage& s) {
         s.apply(service("swarm", 900, "  simulation: { startSeconds: 1, jitter: 0.9, crashesPerHour: 3000 }\n") +
                 "---\n" + service("api", 4) + "---\n" + service("web", 3));
         s.clock().speedMilli = kSpeedMax;
         s.run(180000, 1000, [&](const Frame& f) { w.setFrame(f); });
         w.setFocusOn({QStringLiteral("swarm"), kNoPod});
         w.showRoom(Room::Why);
       }},
      {"why-still",
       [](Workspace& w, Stage& s) {
         s.apply(service("api", 4) + "---\n" + service("web", 3) + "---\n" + service("idle", 0));
         s.run(8000, 250, [&](const Frame& f) { w.setFrame(f); });
         s.apply(
             service("api", 4,
                     "  image: local://demo@v2\n  rollout: { strategy: Canary, steps: [{ percent: 50, pause: manual "
                     "}, { percent: 100 }] }\n"));
         s.run(12000, 250, [&](const Frame& f) { w.setFrame(f); });
         w.setFocusOn({QStringLiteral("api"), kNoPod});
         w.showRoom(Room::Why);
         w.why()->explainStillness(true);
       }},
      {"moment",
       [](Workspace& w, Stage& s) {
         auto demo = loadDemo();
         if (demo.ok()) s.play(std::move(demo).value());
         s.run(60000, 250, [&](const Frame& f) { w.setFrame(f); });
         w.setFocusOn({QStringLiteral("api"), kNoPod});
         w.showRoom(Room::Rollout);
         showCharts(w);
         settleEvents();
         Q_EMIT w.charts()->card(ChartsPanel::Kind::Ready)->view()->chosen(26000);
         Q_EMIT w.charts()->card(ChartsPanel::Kind::Ready)->view()->pointedAt(38000);
       }},
      {"grid-3",
       [](Workspace& w, Stage& s) {
         s.apply(service("api", 3));
         s.command(LoadCommand{"api", std::nullopt, 120, std::nullopt});
         s.run(6000, 250, [&](const Frame& f) { w.setFrame(f); });
         w.showRoom(Room::Balancer);
       }},
      {"grid-23", [](Workspace& w, Stage& s) { busyGrid(w, s); }},
      {"grid-23-inspector",
       [](Workspace& w, Stage& s) {
         busyGrid(w, s);
         const ServiceEntry* web = s.frame().snapshot->find("web");
         web->pods->forEach(0, [&](const Pod& pod) {
           if (pod.state == PodState::BackOff) w.setFocusOn({QStringLiteral("web"), pod.ordinal});
           return true;
         });
         w.showRoom(Room::Why);
       }},
      {"grid-23-victims",
       [](Workspace& w, Stage& s) {
         busyGrid(w, s);
         w.setFocusOn({QStringLiteral("cart"), kNoPod});
         w.showRoom(Room::Chaos);
         s.command(ChaosScheduleCommand{{ChaosKind::Kill, "cart", 1, {}, {}, {}}, 30000, {}});
         w.setFrame(s.frame());
         QObject::connect(&w, &Workspace::previewWanted, &w, [&](const ChaosCommand& question, int ticket) {
           QStringList pods;
           const auto answer = s.engine().preview(question);
           for (const std::string& pod : answer.value().pods) pods << QString::fromStdString(pod);
           w.showPreview(ticket, true, pods, {});
         });
         for (QSpinBox* number : w.findChildren<QSpinBox*>()) {
           if (number->accessibleName() == QLatin1String("How many")) number->setValue(3);
         }
         w.findChild<QPushButton*>(QStringLiteral("previewVictims"))->click();
       }},
      {"grid-23-balancer",
       [](Workspace& w, Stage& s) {
         busyGrid(w, s);
         w.setFocusOn({QStringLiteral("api"), kNoPod});
         w.showRoom(Room::Balancer);
         for (int i = 0; i < 3; ++i) w.findChild<QPushButton*>(QStringLiteral("sendRequest"))->click();
       }},
      {"grid-gone",
       [](Workspace& w, Stage& s) {
         s.apply(service("api", 4));
         s.run(9000, 250, [&](const Frame& f) { w.setFrame(f); });
         w.setFocusOn({QStringLiteral("api"), 2});
         w.showRoom(Room::Why);
         s.command(ChaosCommand{ChaosKind::Kill, "api", 4, std::nullopt, std::nullopt, {}});
         s.run(6000, 250, [&](const Frame& f) { w.setFrame(f); });
       }},
      {"grid-300", [](Workspace& w, Stage& s) { manyPods(w, s, 300, 0); }},
      {"grid-300-zoomed", [](Workspace& w, Stage& s) { manyPods(w, s, 300, 100); }},
      {"grid-5000", [](Workspace& w, Stage& s) { manyPods(w, s, 5000, 0); }},
      {"grid-5000-zoomed", [](Workspace& w, Stage& s) { manyPods(w, s, 5000, 84); }},
      {"grid-100000", [](Workspace& w, Stage& s) { manyPods(w, s, 100000, 0); }},
      {"grid-100000-zoomed", [](Workspace& w, Stage& s) { manyPods(w, s, 100000, 16); }},
      {"grid-1000000", [](Workspace& w, Stage& s) { manyPods(w, s, 1000000, 0); }},
      {"grid-1000000-zoomed", [](Workspace& w, Stage& s) { manyPods(w, s, 1000000, 8); }},
      {"services-14",
       [](Workspace& w, Stage& s) {
         for (int i = 0; i < 14; ++i) s.apply(service("service-" + std::to_string(i), i * 3 % 7));
         s.run(1500, 250, [&](const Frame& f) { w.setFrame(f); });
       }},
      {"alerts",
       [](Workspace& w, Stage& s) {
         AlertSettingsCommand cooldown;
         cooldown.cooldown = 20000;
         s.command(cooldown);
         s.apply(service("api", 3) + "---\n" + service("checkout", 5) + "---\n" + service("idle", 0));
         for (const Millis calm : {12000, 9000, 22000, 6000}) {
           s.run(calm, 250, [&](const Frame& f) { w.setFrame(f); });
           s.command(ChaosCommand{ChaosKind::Kill, "api", 1, std::nullopt, std::nullopt, {}});
         }
         s.run(3000, 250, [&](const Frame& f) { w.setFrame(f); });
         MailSettings mail;
         mail.host = QStringLiteral("mail.example.org");
         mail.to = {*readMailbox(QStringLiteral("ops@example.org"))};
         w.alerts()->setMailState(
             {QCoreApplication::translate("perfect::DesktopAlerts", "to %1").arg(routeText(mail, words::wording())),
              true, true});
         w.setFocusOn({QStringLiteral("api"), kNoPod});
         w.showRoom(Room::Alerts);
         w.alerts()->rehearsal()->findChildren<QSpinBox*>()[2]->setValue(0);
       }},
      {"editor-change",
       [](Workspace& w, Stage& s) {
         s.apply(service("api", 3));
         s.run(4000, 250, [&](const Frame& f) { w.setFrame(f); });
         w.editor()->load(QStringLiteral("api-v2.yaml"),
                          QString::fromStdString(service("api", 5, "  minReadySeconds: 2\n  image: local://demo@v2\n") +
                                                 "---\n" + service("web", 2)));
         w.showRoom(Room::Desired);
       }},
      {"editor-error",
       [](Workspace& w, Stage& s) {
         s.apply(service("api", 3));
         s.run(4000, 250, [&](const Frame& f) { w.setFrame(f); });
         w.editor()->load(QStringLiteral("api-v2.yaml"),
                          QStringLiteral("apiVersion: v1\nkind: Service\nmetadata:\n  name: api\nspec:\n  replicas: "
                                         "-5\n  imag: local://demo@v2\n"
                                         "  rollout:\n    strategy: Canary\n    steps:\n      - percent: 500\n  "
                                         "readinessProbe:\n    periodSeconds: 0\n"));
         w.showRoom(Room::Desired);
       }},
  };
}

/// A desk with something set by the environment, something wrong, and a server that says no.
class SampleDesk final : public AlertDesk {
 public:
  AlertTexts environment() const override {
    return {{QStringLiteral("SMTP_HOST"), QStringLiteral("mail.example.org")},
            {QStringLiteral("SMTP_TLS_VERIFY"), QStringLiteral("false")}};
  }
  AlertTexts preferences() const override {
    return {{QStringLiteral("EMAIL_TO"), QStringLiteral("ops@example.org")},
            {QStringLiteral("SMTP_USER"), QStringLiteral("flynn")},
            {QStringLiteral("SMTP_PASS"), QStringLiteral("secret")}};
  }
  MailState mailState() const override { return {}; }
  QString keychainNote() const override { return QStringLiteral("Kept in the desktop's keychain, never in a file."); }
  void keep(const AlertTexts&) override {}
  void sendTest(const AlertTexts&) override {
    Q_EMIT testDone(false, QStringLiteral("mail.example.org refuses user name and password: 535 5.7.8 no"),
                    {QStringLiteral("< 220 mail.example.org"), QStringLiteral("> EHLO example.org"),
                     QStringLiteral("< 250 AUTH PLAIN LOGIN"), QStringLiteral("> AUTH PLAIN"), QStringLiteral("< 334"),
                     QStringLiteral("> ********"), QStringLiteral("< 535 5.7.8 no")});
  }
};

void takePreferences(const QString& folder) {
  SampleDesk desk;
  const theme::ThemeId theme = theme::current();
  const double scale = theme::scale();
  Workspace window;
  theme::apply(window);
  PreferencesDialog dialog(desk, &window);
  Appearance look(window);
  theme::use(theme);  // what is remembered is not what is asked for here
  theme::useScale(scale);
  dialog.addPage(new LookPage(look), LookPage::tr("Look"));
  dialog.addPage(new StartPage({}), StartPage::tr("Start"));
  dialog.show();
  auto* tabs = dialog.findChild<QTabWidget*>();
  for (int page = 0; page < tabs->count(); ++page) {
    tabs->setCurrentIndex(page);
    settleEvents();
    dialog.grab().save(QStringLiteral("%1/preferences-%2.png").arg(folder).arg(page));
  }
  for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
    if (button->objectName() == QLatin1String("sendTestMail")) button->click();
  }
  settleEvents();
  auto* page = qobject_cast<QScrollArea*>(tabs->currentWidget());
  page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
  dialog.grab().save(QStringLiteral("%1/preferences-tested.png").arg(folder));
}

void takeHelp(const QString& folder) {
  Workspace window;
  theme::apply(window);
  help::setShortcuts(shortcutPage(window.actions()));
  HelpWindow help(&window);
  for (const char* page : {"idea", "backoff", "canary", "glossary", "fields", "shortcuts"}) {
    help.open(QString::fromLatin1(page));
    help.search()->setText(qstrcmp(page, "canary") == 0 ? QStringLiteral("weight") : QString());
    help.show();
    settleEvents();
    help.grab().save(QStringLiteral("%1/help-%2.png").arg(folder, QString::fromLatin1(page)));
  }
}

void take(const Picture& picture, const QString& folder, QSize size, int scale) {
  const double typeScale = theme::scale();
  Workspace window;
  theme::apply(window);
  window.setWindowTitle(QStringLiteral("gallery"));
  window.resize(size);
  window.show();
  Stage stage;
  window.setFrame(stage.frame());
  picture.prepare(window, stage);
  settleEvents();
  const QString name = QStringLiteral("%1/%2-%3x%4%5.png")
                           .arg(folder, QString::fromLatin1(picture.name))
                           .arg(size.width())
                           .arg(size.height())
                           .arg(scale > 1 ? QStringLiteral("@%1").arg(scale) : QString());
  window.grab();  // behind a first picture the charts are built
  settleEvents();
  window.grab().save(name);
  QElapsedTimer timer;
  timer.start();
  constexpr int kRounds = 20;
  for (int i = 0; i < kRounds; ++i) {
    stage.clock().t += 1;
    window.grid()->resize(window.grid()->size());
    QPixmap target(window.grid()->size());
    window.grid()->viewport()->render(&target);
  }
  std::printf("%-16s %4dx%-4d  grid %.2f ms a frame\n", picture.name, size.width(), size.height(),
              static_cast<double>(timer.nsecsElapsed()) / 1e6 / kRounds);
  theme::useScale(typeScale);
}

}  // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  initResources();
  const QStringList arguments = QApplication::arguments();
  if (arguments.size() < 2) {
    std::fprintf(stderr, "desktop-gallery FOLDER [NAME...]\n");
    return 2;
  }
  QDir().mkpath(arguments[1]);
  // Another theme or another size of type: PERFECT_THEME=light PERFECT_SCALE=1.6
  if (const auto theme = theme::themeOf(qEnvironmentVariable("PERFECT_THEME"))) theme::use(*theme);
  theme::useScale(qEnvironmentVariable("PERFECT_SCALE", QStringLiteral("1")).toDouble());
  QTranslator translator;
  QTranslator core;
  QTranslator show;
  const QString language = qEnvironmentVariable("PERFECT_LANGUAGE");
  if (!language.isEmpty() && translator.load(QStringLiteral(":/translations/perfect_%1.qm").arg(language))) {
    QCoreApplication::installTranslator(&translator);
    if (core.load(QStringLiteral(":/translations/core_%1.qm").arg(language)))
      QCoreApplication::installTranslator(&core);
    if (show.load(QStringLiteral(":/translations/show_%1.qm").arg(language)))
      QCoreApplication::installTranslator(&show);
    QLocale::setDefault(QLocale(language));
  }
  QList<QSize> sizes;
  for (const QString& size : qEnvironmentVariable("PERFECT_SIZES", QStringLiteral("1440x900,1024x768")).split(u','))
    sizes << QSize(size.section(u'x', 0, 0).toInt(), size.section(u'x', 1).toInt());
  const int scale = qRound(app.devicePixelRatio());
  if (arguments.size() == 2 || arguments.contains(QLatin1String("preferences"))) takePreferences(arguments[1]);
  if (arguments.size() == 2 || arguments.contains(QLatin1String("help"))) takeHelp(arguments[1]);
  for (const Picture& picture : pictures()) {
    if (arguments.size() > 2 && !arguments.mid(2).contains(QString::fromLatin1(picture.name))) continue;
    for (const QSize& size : sizes) take(picture, arguments[1], size, scale);
  }
  return 0;
}
