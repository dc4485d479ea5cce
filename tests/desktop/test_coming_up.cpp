// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strip of pending causes: chips stand whole, the others are in a menu at its end, and the strip never asks for room.
#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/desktop/coming/coming_up.h"
#include "app/desktop/theme/theme.h"
#include "tests/support/stage.h"

using namespace perfect;

class TestComingUp : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    m_stage = std::make_unique<Stage>();
    std::string manifests;
    for (int i = 0; i < 8; ++i) {
      manifests += "apiVersion: v1\nkind: Service\nmetadata: { name: service-" + std::to_string(i) +
                   " }\nspec:\n  replicas: 1\n  simulation: { startSeconds: 30 }\n---\n";
    }
    QVERIFY(m_stage->apply(manifests));
    m_stage->run(1500, 250, [](const Frame&) {});
    m_strip = std::make_unique<ComingUp>();
    m_strip->resize(1000, m_strip->height());
    m_strip->setFrame(m_stage->frame());
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
  }
  void cleanup() {
    m_strip.reset();
    m_stage.reset();
  }

  void chipsStandWholeInEveryWidth_data() {
    QTest::addColumn<int>("width");
    for (const int width : {320, 500, 777, 1000, 1440, 3000}) QTest::addRow("%d", width) << width;
  }
  void chipsStandWholeInEveryWidth() {
    QFETCH(int, width);
    m_strip->resize(width, m_strip->height());
    QCOMPARE(m_strip->width(), width);
    QApplication::processEvents();
    for (const CauseChip* chip : m_strip->findChildren<CauseChip*>()) {
      if (!chip->isVisible()) continue;
      QCOMPARE(chip->width(), chip->sizeHint().width());
      QVERIFY(m_strip->rect().contains(chip->geometry()));
    }
    QCOMPARE(seen() + inMenu(), chips());
    QCOMPARE(more()->isVisible(), seen() < chips());
    QVERIFY(!more()->isVisible() || m_strip->rect().contains(more()->geometry()));
  }

  void whatHasNoRoomIsReachedByItsMenu() {
    m_strip->resize(500, m_strip->height());
    QVERIFY(more()->isVisible());
    QSignalSpy chosen(m_strip.get(), &ComingUp::focusChosen);
    Q_EMIT more()->menu()->aboutToShow();
    QAction* last = more()->menu()->actions().last();
    last->trigger();
    QCOMPARE(chosen.size(), 1);
    const Focus focus = chosen.first().first().value<Focus>();
    QVERIFY2(last->text().contains(focus.service), qPrintable(last->text()));
  }

  // A strip that asked for more room than it has would widen the window with every frame.
  void itNeverWidensTheWindow() {
    for (int i = 0; i < 40; ++i) {
      m_stage->run(250, 250, [this](const Frame& frame) { m_strip->setFrame(frame); });
      QApplication::processEvents();
      QCOMPARE(m_strip->width(), 1000);
      QVERIFY(m_strip->minimumWidth() > 0 && m_strip->minimumWidth() <= 300);
    }
  }

 private:
  QPushButton* more() { return m_strip->findChild<QPushButton*>(QStringLiteral("moreComing")); }
  int chips() {
    const auto causes = pendingCauses(*m_stage->frame().snapshot);
    return static_cast<int>(causes.size());
  }
  int seen() {
    int count = 0;
    for (const CauseChip* chip : m_strip->findChildren<CauseChip*>()) count += chip->isVisible() ? 1 : 0;
    return count;
  }
  int inMenu() {
    if (!more()->isVisible()) return 0;
    Q_EMIT more()->menu()->aboutToShow();
    return static_cast<int>(more()->menu()->actions().size());
  }

  std::unique_ptr<Stage> m_stage;
  std::unique_ptr<ComingUp> m_strip;
};

QTEST_MAIN(TestComingUp)
#include "test_coming_up.moc"
