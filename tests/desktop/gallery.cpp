// SPDX-License-Identifier: GPL-3.0-or-later
//
// desktop-gallery FOLDER [NAME…]: pictures of the window in its states, for looking at. Not a test and not installed.
// Runs a real engine, shows its snapshots, saves PNGs at several sizes.
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <cstdio>
#include <functional>
#include <vector>

#include "app/desktop/alerts/alerts_page.h"
#include "app/desktop/alerts/rehearsal_card.h"
#include "app/desktop/editor/editor_page.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/preferences/preferences_dialog.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
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

std::vector<Picture> pictures() {
  using Room = Workspace::Room;
  return {
      {"empty", [](Workspace& w, Stage& s) { w.setFrame(s.frame()); }},
      {"demo-bluegreen", demoAt(10500, Room::Diff)},
      {"demo-canary", demoAt(28000, Room::Rollout)},
      {"demo-chaos", demoAt(38000, Room::Diff)},
      {"demo-scale", demoAt(47500, Room::Chaos)},
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
         w.alerts()->setMailState(
             {QStringLiteral("to ops@example.org through mail.example.org port 587 (STARTTLS)"), true, true});
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
  Workspace window;
  theme::apply(window);
  PreferencesDialog dialog(desk, &window);
  dialog.show();
  for (int i = 0; i < 2; ++i) {
    settleEvents();
    dialog.grab().save(QStringLiteral("%1/preferences-%2.png").arg(folder).arg(i));
    dialog.resize(dialog.width(), 1500);
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
      if (button->accessibleName() == QLatin1String("Send a test mail")) button->click();
    }
  }
}

void take(const Picture& picture, const QString& folder, QSize size, int scale) {
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
                           .arg(scale > 1 ? QStringLiteral("@2") : QString());
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
  const bool doubled = app.devicePixelRatio() > 1;
  const QList<QSize> sizes = doubled ? QList<QSize>{{1440, 900}} : QList<QSize>{{1440, 900}, {1024, 768}};
  if (arguments.size() == 2 || arguments.contains(QLatin1String("preferences"))) takePreferences(arguments[1]);
  for (const Picture& picture : pictures()) {
    if (arguments.size() > 2 && !arguments.mid(2).contains(QString::fromLatin1(picture.name))) continue;
    for (const QSize& size : sizes) take(picture, arguments[1], size, doubled ? 2 : 1);
  }
  return 0;
}
