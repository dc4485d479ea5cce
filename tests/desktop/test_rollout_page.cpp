// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rollout page: verbs that are possible are sent, others say why not; images; one phrase for each state. And the
// texts of the diff page.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include "app/desktop/diff/manifest_diff.h"
#include "app/desktop/rollout/rollout_page.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
#include "app/runtime/resources.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(int replicas, const std::string& image, const std::string& more = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec:\n  replicas: " + std::to_string(replicas) +
         "\n  image: " + image + "\n" + more;
}
const std::string kManual =
    "  rollout: { strategy: Canary, steps: [{ percent: 50, pause: manual }, { percent: 100 }] }\n";
const std::string kTimed =
    "  rollout: { strategy: Canary, steps: [{ percent: 25, pauseSeconds: 30 }, { percent: 100 }] }\n";

}  // namespace

class TestRolloutPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }

  void init() {
    m_window = std::make_unique<Workspace>();
    theme::apply(*m_window);
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_stage = std::make_unique<Stage>();
    connect(m_window.get(), &Workspace::commandWanted, m_window.get(), [this](const Command& command) {
      m_refused = !m_stage->command(command);
      ++m_sent;
      show();
    });
    m_sent = 0;
    QVERIFY(m_stage->apply(manifest(4, "local://demo@v1")));
    run(6000);
    m_window->showRoom(Workspace::Room::Rollout);
  }
  void cleanup() { m_window.reset(); }

  void aCanaryIsPromotedFromThePage() {
    QVERIFY(m_stage->apply(manifest(4, "local://demo@v2", kManual)));
    run(8000);
    QVERIFY2(status().startsWith(QStringLiteral("api: Waiting for promotion at 50 %")), qPrintable(status()));
    QVERIFY(status().contains(QStringLiteral("promote")));
    QPushButton* promote = verb(RolloutAction::Promote);
    QVERIFY(promote->isEnabled());
    QTest::mouseClick(promote, Qt::LeftButton);
    QCOMPARE(m_sent, 1);
    QVERIFY(!m_refused);
    run(20000);
    QVERIFY2(status().startsWith(QStringLiteral("api: Stable")), qPrintable(status()));
    const ServiceState& s = *m_stage->frame().snapshot->find("api")->state;
    QCOMPARE(s.versions[static_cast<std::size_t>(s.rollout.stable)].digest, std::string("v2"));
  }

  void whatIsNotPossibleSaysWhy() {
    for (const RolloutAction action : {RolloutAction::Promote, RolloutAction::Pause, RolloutAction::Resume,
                                       RolloutAction::Abort, RolloutAction::Retry, RolloutAction::Undo}) {
      QPushButton* button = verb(action);
      QVERIFY(!button->isEnabled());
      QVERIFY2(button->toolTip().contains(QStringLiteral("Not now:")), qPrintable(button->toolTip()));
      QVERIFY2(button->accessibleDescription() == button->toolTip(), "screen readers are told too");
      QVERIFY2(why()->text().contains(button->text()), "and it stands on the page");
    }
    QVERIFY(verb(RolloutAction::Restart)->isEnabled());
    QVERIFY2(why()->text().contains(QStringLiteral("no rollout in progress")), qPrintable(why()->text()));
    // Those that are held back by the same thing share a line.
    QVERIFY2(why()->text().count(QStringLiteral("no rollout in progress")) == 1, qPrintable(why()->text()));
  }

  void eachStateHasItsPhrase_data() {
    QTest::addColumn<QString>("more");
    QTest::addColumn<int>("action");
    QTest::addColumn<QString>("phrase");
    QTest::newRow("timed pause") << QString::fromStdString(kTimed) << -1 << "api: Paused at 25 %";
    QTest::newRow("by hand") << QString::fromStdString(kTimed) << static_cast<int>(RolloutAction::Pause)
                             << "api: Paused at 25 %";
    QTest::newRow("aborted") << QString::fromStdString(kTimed) << static_cast<int>(RolloutAction::Abort)
                             << "api: Aborted";
  }
  void eachStateHasItsPhrase() {
    QFETCH(QString, more);
    QFETCH(int, action);
    QFETCH(QString, phrase);
    QVERIFY(m_stage->apply(manifest(4, "local://demo@v2", more.toStdString())));
    run(1500);
    QVERIFY2(status().startsWith(QStringLiteral("api: Rolling out")), qPrintable(status()));
    run(6000);
    if (action >= 0) {
      QTest::mouseClick(verb(static_cast<RolloutAction>(action)), Qt::LeftButton);
      QVERIFY(!m_refused);
      run(2000);
    }
    QVERIFY2(status().startsWith(phrase), qPrintable(status()));
  }

  void anImageIsSetByKeyboard() {
    auto* image = m_window->rollout()->findChild<QComboBox*>();
    QCOMPARE(image->currentText(), QStringLiteral("local://demo@v1"));
    QPushButton* set = button(QStringLiteral("Set image"));
    QVERIFY(!set->isEnabled());
    QVERIFY(set->toolTip().contains(QStringLiteral("desired already")));
    image->lineEdit()->setFocus();
    image->lineEdit()->selectAll();
    QTest::keyClicks(image->lineEdit(), QStringLiteral("local://demo@v7"));
    QVERIFY(set->isEnabled());
    run(1000);
    QCOMPARE(image->currentText(), QStringLiteral("local://demo@v7"));
    QTest::keyClick(image->lineEdit(), Qt::Key_Return);
    QCOMPARE(m_sent, 1);
    QVERIFY(!m_refused);
    run(20000);
    QCOMPARE(m_stage->frame().snapshot->find("api")->state->spec->podTemplate.image, std::string("local://demo@v7"));
    QVERIFY2(image->findText(QStringLiteral("local://demo@v1")) >= 0, "the earlier one can be chosen");
    QVERIFY(!set->isEnabled());
  }

  void theManifestsDifferLineByLine() {
    using Kind = DiffLine::Kind;
    const std::vector<DiffLine> lines = diffLines("a\nb\nc\n", "a\nx\nc\nd\n");
    const std::vector<DiffLine> expected{
        {Kind::Same, "a"}, {Kind::Gone, "b"}, {Kind::Come, "x"}, {Kind::Same, "c"}, {Kind::Come, "d"}};
    QVERIFY(lines == expected);
    QVERIFY(diffLines("", "").empty());
  }

  void theTextOfTheDiffUnfolds() {
    QVERIFY(m_stage->apply(manifest(4, "local://demo@v2", kManual)));
    run(8000);
    m_window->showRoom(Workspace::Room::Diff);
    QToolButton* asText = nullptr;
    for (QToolButton* candidate : m_window->page(Workspace::Room::Diff)->findChildren<QToolButton*>()) {
      if (candidate->accessibleName() == QLatin1String("As text")) asText = candidate;
    }
    QVERIFY(asText != nullptr);
    QLabel* text = nullptr;
    for (QLabel* candidate : m_window->page(Workspace::Room::Diff)->findChildren<QLabel*>()) {
      if (candidate->accessibleName() == QLatin1String("Desired against actual, as text")) text = candidate;
    }
    QVERIFY(!text->isVisible());
    asText->setFocus();
    QTest::keyClick(asText, Qt::Key_Space);
    QVERIFY(text->isVisible());
    for (const char* image : {"demo@v1", "demo@v2"})
      QVERIFY2(text->text().contains(QLatin1String(image)), qPrintable(text->text()));
  }

 private:
  void show() { m_window->setFrame(m_stage->frame()); }
  void run(Millis duration) {
    m_stage->run(duration, 250, [this](const Frame& frame) { m_window->setFrame(frame); });
    show();
  }
  QPushButton* verb(RolloutAction action) {
    return m_window->rollout()->findChild<QPushButton*>(QStringLiteral("verb%1").arg(static_cast<int>(action)));
  }
  QPushButton* button(const QString& name) {
    for (QPushButton* candidate : m_window->rollout()->findChildren<QPushButton*>()) {
      if (candidate->accessibleName() == name) return candidate;
    }
    return nullptr;
  }
  QLabel* why() {
    for (QLabel* candidate : m_window->rollout()->findChildren<QLabel*>()) {
      if (candidate->accessibleName() == QLatin1String("Why some verbs are not possible now")) return candidate;
    }
    return nullptr;
  }
  QString status() { return m_window->rollout()->findChildren<QLabel*>().front()->text(); }

  std::unique_ptr<Workspace> m_window;
  std::unique_ptr<Stage> m_stage;
  int m_sent = 0;
  bool m_refused = false;
};

QTEST_MAIN(TestRolloutPage)
#include "test_rollout_page.moc"
