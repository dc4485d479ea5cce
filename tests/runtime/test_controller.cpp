// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Controller's thread: replies, the full inbox, signals, the end. Waits for what happens, never for time.
#include <QElapsedTimer>
#include <QSemaphore>
#include <QtTest>
#include <atomic>

#include "app/runtime/controller.h"

using namespace perfect;

namespace {

ApplyCommand applyOf(const std::string& name, std::int32_t replicas) {
  ServiceSpec spec;
  spec.name = name;
  spec.replicas = replicas;
  spec.replicasGiven = true;
  return {{spec}};
}

/// So many pods killed again and again, for ever.
ChaosScheduleCommand killing(std::int32_t count, Millis every) {
  ChaosScheduleCommand schedule;
  schedule.blow.service = "api";
  schedule.blow.count = count;
  schedule.every = every;
  return schedule;
}

Controller::Options paused() {
  Controller::Options options;
  options.startPaused = true;
  return options;
}

/// Sends and waits for the answer.
struct Answer {
  bool ok = false;
  std::string error;
  std::shared_ptr<const Snapshot> picture;
};
Answer ask(Controller& controller, Command command) {
  QSemaphore answered;
  Answer answer;
  const bool queued = controller.send(std::move(command), [&](const auto& result, auto picture) {
    answer.ok = result.ok();
    if (!result.ok()) answer.error = result.error().message();
    answer.picture = std::move(picture);
    answered.release();
  });
  if (queued) answered.acquire();
  return answer;
}

}  // namespace

class TestController : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thereIsAPictureFromTheBeginning() {
    Controller::Options options = paused();
    options.initial = {applyOf("api", 3)};
    const Controller controller(options);
    QVERIFY(controller.snapshot() != nullptr);
    QVERIFY(controller.snapshot()->find("api") != nullptr);
    QVERIFY(!controller.play().playing);
    QVERIFY(controller.clock().paused);
  }

  void theReplyShowsTheChange() {
    Controller controller(paused());
    const Answer created = ask(controller, applyOf("api", 3));
    QVERIFY2(created.ok, created.error.c_str());
    QVERIFY(created.picture->find("api") != nullptr);
    const Answer scaled = ask(controller, ScaleCommand{.service = "api", .replicas = {}, .delta = 2});
    QCOMPARE(scaled.picture->find("api")->state->replicas, 5);
    QCOMPARE(controller.snapshot()->find("api")->state->replicas, 5);
  }

  void aRefusalIsRepliedAndMakesNoNewPicture() {
    Controller controller(paused());
    const auto before = controller.snapshot();
    const Answer refused = ask(controller, ScaleCommand{.service = "nobody", .replicas = 1, .delta = {}});
    QVERIFY(!refused.ok && !refused.error.empty());
    QCOMPARE(refused.picture->number, before->number);
  }

  void previewChangesNothing() {
    Controller controller(paused());
    ask(controller, applyOf("api", 3));
    QSemaphore stepped;
    QVERIFY(controller.step([&] { stepped.release(); }));
    stepped.acquire();
    const auto before = controller.snapshot();
    QCOMPARE(before->podCount(), std::int64_t{3});
    QSemaphore answered;
    std::size_t victims = 0;
    ChaosCommand blow;
    blow.service = "api";
    blow.count = 2;
    QVERIFY(controller.preview(blow, [&](const auto& result, const auto&) {
      if (result.ok()) victims = result.value().pods.size();
      answered.release();
    }));
    answered.acquire();
    QCOMPARE(victims, std::size_t{2});
    QCOMPARE(controller.snapshot()->number, before->number);
    QCOMPARE(controller.snapshot()->podCount(), std::int64_t{3});
  }

  void timeGoesOnByItself() {
    Controller::Options options;
    options.initial = {applyOf("api", 3)};
    options.speedMilli = 1000000;
    const Controller controller(options);
    std::atomic<int> published{0};
    connect(
        &controller, &Controller::published, &controller, [&] { ++published; }, Qt::DirectConnection);
    QTRY_COMPARE(controller.snapshot()->find("api")->state->counts().ready, 3);
    QTRY_VERIFY(published.load() > 0);
    const SimTime t = controller.clock().t;
    QTRY_VERIFY(controller.clock().t > t);
  }

  void theClockNeverGoesBack() {
    Controller::Options options;
    options.speedMilli = 50000;
    const Controller controller(options);
    SimTime last = 0;
    while (last < 20000) {
      const SimTime t = controller.clock().t;
      QVERIFY(t >= last);
      last = t;
    }
  }

  void pauseAndResumeAreVisibleWhenTheyAreDone() {
    Controller controller({});
    QSemaphore done;
    QVERIFY(controller.pause([&] { done.release(); }));
    done.acquire();
    const ClockState stopped = controller.clock();
    QVERIFY(stopped.paused);
    QCOMPARE(controller.clock().t, stopped.t);
    QVERIFY(controller.setSpeed(kSpeedMax, [&] { done.release(); }));
    done.acquire();
    QCOMPARE(controller.clock().speedMilli, kSpeedMax);
    QVERIFY(controller.resume([&] { done.release(); }));
    done.acquire();
    QVERIFY(!controller.clock().paused);
  }

  void aFullInboxRefuses() {
    Controller::Options options = paused();
    options.inboxLimit = 4;
    Controller controller(options);
    QSemaphore entered;
    QSemaphore release;
    QVERIFY(controller.send(applyOf("api", 1), [&](const auto&, const auto&) {
      entered.release();
      release.acquire();
    }));
    entered.acquire();  // the engine's thread is held in the reply: nothing leaves the inbox
    std::atomic<int> replies{0};
    const auto count = [&](const auto&, const auto&) { ++replies; };
    for (int i = 0; i < 4; ++i)
      QVERIFY(controller.send(ScaleCommand{.service = "api", .replicas = 2, .delta = {}}, count));
    QVERIFY(!controller.send(ScaleCommand{.service = "api", .replicas = 9, .delta = {}}, count));
    QVERIFY(!controller.pause());
    release.release();
    QTRY_COMPARE(replies.load(), 4);
    QCOMPARE(controller.snapshot()->find("api")->state->replicas, 2);
    QVERIFY(controller.send(ScaleCommand{.service = "api", .replicas = 9, .delta = {}}, count));
    QTRY_COMPARE(replies.load(), 5);
  }

  void theEndOfForIsTold() {
    Controller::Options options;
    options.initial = {applyOf("api", 3)};
    options.speedMilli = kSpeedMax;
    options.forTime = 600000;
    options.startPaused = true;
    Controller controller(options);
    std::atomic<int> ended{0};
    connect(
        &controller, &Controller::ended, &controller, [&] { ++ended; }, Qt::DirectConnection);
    QVERIFY(controller.resume());
    QTRY_COMPARE(ended.load(), 1);
    QVERIFY(controller.clock().ended);
    QCOMPARE(controller.clock().t, SimTime{600000});
    QCOMPARE(controller.snapshot()->find("api")->state->counts().ready, 3);
  }

  void whatIsInTheInboxIsDoneBeforeTheEnd() {
    std::atomic<int> replies{0};
    std::shared_ptr<const Snapshot> last;
    {
      Controller controller(paused());
      for (int i = 0; i < 200; ++i) {
        QVERIFY(controller.send(applyOf("s" + std::to_string(i), 1), [&](const auto&, const auto&) { ++replies; }));
      }
      controller.stop();
      last = controller.snapshot();
      QVERIFY(!controller.send(applyOf("late", 1)));
    }
    QCOMPARE(replies.load(), 200);
    QCOMPARE(last->services.size(), std::size_t{200});
  }

  void itEndsQuicklyUnderLoad() {
    QElapsedTimer timer;
    {
      Controller::Options options;
      options.speedMilli = kSpeedMax;
      options.initial = {applyOf("api", 20000), killing(1000, 1000)};
      const Controller controller(options);
      QTRY_VERIFY(controller.clock().t > 5000);
      timer.start();
    }
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
  }

  void aPlayComesAndGoes() {
    Controller::Options options = paused();
    options.initial = {applyOf("api", 3)};
    Controller controller(options);
    QSemaphore done;
    Scenario scenario;
    scenario.name = "lesson";
    scenario.title = "A lesson";
    scenario.steps.resize(1);
    scenario.steps[0].say = "Look.";
    scenario.steps[0].what = Command(applyOf("web", 2));
    QVERIFY(controller.startPlay(scenario, [&] { done.release(); }));
    done.acquire();
    QVERIFY(controller.play().playing);
    QCOMPARE(controller.play().title, QStringLiteral("A lesson"));
    QTRY_VERIFY(controller.snapshot()->find("web") != nullptr);
    QTRY_COMPARE(controller.play().caption.text, std::string("Look."));
    QVERIFY(controller.stopPlay([&] { done.release(); }));
    done.acquire();
    QVERIFY(!controller.play().playing);
    QVERIFY(controller.snapshot()->find("api") != nullptr);
    QVERIFY(controller.clock().paused);
  }

  void publishedComesAtMostSixtyTimesASecond() {
    Controller::Options options;
    options.initial = {applyOf("api", 100), killing(1, 100)};
    options.speedMilli = 100000;
    Controller controller(options);
    std::atomic<int> signalsSeen{0};
    connect(
        &controller, &Controller::published, &controller, [&] { ++signalsSeen; }, Qt::DirectConnection);
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(signalsSeen.load() >= 30);
    const int seen = signalsSeen.load();
    QVERIFY(seen <= 2 + static_cast<int>(timer.elapsed() * 60 / 1000));
  }
};

QTEST_GUILESS_MAIN(TestController)
#include "test_controller.moc"
