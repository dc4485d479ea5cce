// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Grid in the hand: zoom, pan, map, hover card, keyboard, and what a screen reader is told.
#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <optional>

#include "app/desktop/grid/grid_view.h"
#include "app/desktop/grid/hover_card.h"
#include "app/desktop/grid/minimap.h"
#include "app/desktop/grid/tile_word.h"
#include "app/desktop/theme/theme.h"
#include "app/runtime/resources.h"
#include "tests/support/in_german.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

std::string manifest(const std::string& name, int replicas, const std::string& more = {}) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: " + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) + "\n" + more;
}

}  // namespace

class TestGridView : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }
  void init() {
    m_grid = std::make_unique<GridView>();
    theme::apply(*m_grid);
    m_grid->setMotion(false);
    m_grid->resize(900, 560);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
    m_stage = std::make_unique<Stage>();
  }
  void cleanup() { m_grid.reset(); }

  void zoomingKeepsWhatIsUnderThePointer_data() {
    QTest::addColumn<int>("pods");
    for (const int pods : {20, 300, 5000, 100000}) QTest::addRow("%d pods", pods) << pods;
  }
  void zoomingKeepsWhatIsUnderThePointer() {
    QFETCH(int, pods);
    apply(manifest("api", pods));
    const int before = m_grid->gridLayout().tileWidth;
    // The middle of the whole, so that every edge is far enough to scroll.
    const QPoint at = m_grid->placeOf(pod(pods / 2)).center();
    const Focus under = m_grid->focusAt(at);
    QVERIFY(under.pod != kNoPod);
    for (int notch = 0; notch < 6; ++notch) {
      wheel(at, 120);
      const QRect place = m_grid->placeOf(under);
      QVERIFY2(place.adjusted(-8, -8, 8, 8).contains(at),
               qPrintable(QStringLiteral("after %1 notches it stands at %2, %3")
                              .arg(notch + 1)
                              .arg(place.center().x())
                              .arg(place.center().y())));
    }
    QVERIFY(m_grid->gridLayout().tileWidth > before);
    for (int notch = 0; notch < 30; ++notch) wheel(at, -120);
    QCOMPARE(m_grid->gridLayout().tileWidth, before);
    QCOMPARE(m_grid->origin(), QPoint(0, 0));
  }

  void wordsFitIntoTheirTiles_data() {
    QTest::addColumn<bool>("german");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.3, 1.6}) {
      QTest::addRow("en, %.1f", scale) << false << scale;
      QTest::addRow("de, %.1f", scale) << true << scale;
    }
  }
  void wordsFitIntoTheirTiles() {
    QFETCH(bool, german);
    QFETCH(double, scale);
    std::optional<InGerman> language;
    if (german) language.emplace();
    theme::useScale(scale);
    QStringList faults;
    for (int width = kTextTile; width <= 240; ++width) {
      const QRect tile(0, 0, width, width * 2 / 3);
      const int room = tileWordPlace(tileWordLine(tile), tile.size()).width();
      for (const TileState state : {TileState::Pending, TileState::Starting, TileState::NotReady, TileState::Ready,
                                    TileState::BackOff, TileState::Terminating}) {
        const TileWord word = fittedTileWord(state, tileFontPixels(tile.size()), room);
        const int wide = QFontMetrics(word.font).horizontalAdvance(word.text);
        const bool whole = word.text == tileWord(state) || word.text == tileShortWord(state);
        // Large type in the smallest tiles has no room for a whole word: it says so with dots.
        if (wide > room || (!whole && (scale == 1.0 || !word.text.endsWith(u'…'))) || word.text.isEmpty())
          faults << QStringLiteral("“%1” is %2 wide, has %3, in a tile of %4")
                        .arg(word.text)
                        .arg(wide)
                        .arg(room)
                        .arg(width);
      }
    }
    theme::useScale(1);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QCOMPARE(fittedTileWord(TileState::NotReady, 14, 1000).text, tileWord(TileState::NotReady));
  }

  void plusMinusAndNullZoom() {
    apply(manifest("api", 300));
    const int fits = m_grid->gridLayout().tileWidth;
    QTest::keyClick(m_grid.get(), Qt::Key_Plus);
    QVERIFY(m_grid->gridLayout().tileWidth > fits);
    const int once = m_grid->gridLayout().tileWidth;
    QTest::keyClick(m_grid.get(), Qt::Key_Plus);
    QTest::keyClick(m_grid.get(), Qt::Key_Minus);
    QCOMPARE(m_grid->gridLayout().tileWidth, once);
    QTest::keyClick(m_grid.get(), Qt::Key_0);
    QCOMPARE(m_grid->gridLayout().tileWidth, fits);
    QTest::keyClick(m_grid.get(), Qt::Key_Minus);
    QVERIFY2(m_grid->gridLayout().tileWidth == fits, "smaller than all is nothing");
  }

  void draggingAndArrowsWithControlPan() {
    apply(manifest("api", 5000));
    m_grid->setTileWidth(84);
    m_grid->horizontalScrollBar()->setValue(400);
    m_grid->verticalScrollBar()->setValue(400);
    QWidget* view = m_grid->viewport();
    for (const Qt::MouseButton button : {Qt::LeftButton, Qt::MiddleButton}) {
      const QPoint before = m_grid->origin();
      QTest::mousePress(view, button, {}, QPoint(400, 300));
      // QTest moves without buttons; a drag has one.
      move(QPoint(340, 250), button);
      QCOMPARE(m_grid->origin(), before + QPoint(60, 50));
      QTest::mouseRelease(view, button, {}, QPoint(340, 250));
    }
    QVERIFY2(m_grid->shownFocus() == Focus{}, "whoever pans chooses nothing");
    const QPoint before = m_grid->origin();
    QTest::keyClick(m_grid.get(), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(m_grid.get(), Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(m_grid->origin().x() > before.x() && m_grid->origin().y() > before.y());
    const QPoint down = m_grid->origin();
    wheel(QPoint(300, 300), 120, Qt::ShiftModifier);
    QCOMPARE(m_grid->origin(), down - QPoint(120, 0));
    QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(420, 320));
    QVERIFY(!m_grid->shownFocus().service.isEmpty());
  }

  void theMapIsThereWhereNotAllIsInViewAndMovesTheView() {
    apply(manifest("api", 5000));
    Minimap* map = m_grid->minimap();
    QVERIFY2(!map->isVisible(), "all is in view");
    m_grid->setTileWidth(84);
    QVERIFY(map->isVisible());
    const QRect picture = map->picturePlace();
    QTest::mouseClick(map, Qt::LeftButton, {}, picture.bottomRight() - QPoint(2, 2));
    QCOMPARE(m_grid->horizontalScrollBar()->value(), m_grid->horizontalScrollBar()->maximum());
    QCOMPARE(m_grid->verticalScrollBar()->value(), m_grid->verticalScrollBar()->maximum());
    QTest::mouseClick(map, Qt::LeftButton, {}, picture.topLeft() + QPoint(2, 2));
    QCOMPARE(m_grid->origin(), QPoint(0, 0));
    QTest::keyClick(m_grid.get(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!map->isVisible());
    QTest::keyClick(m_grid.get(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(map->isVisible());
    QTest::keyClick(m_grid.get(), Qt::Key_0);
    QVERIFY(!map->isVisible());
  }

  void typingLettersLeadsToAService() {
    apply(manifest("api", 2) + "---\n" + manifest("mail", 2) + "---\n" + manifest("market-1", 2));
    m_grid->setFocus();
    QTest::keyClicks(m_grid.get(), QStringLiteral("mar"));
    QCOMPARE(m_grid->shownFocus(), (Focus{QStringLiteral("market-1"), kNoPod}));
    QTest::keyClick(m_grid.get(), Qt::Key_Escape);
    QTest::keyClicks(m_grid.get(), QStringLiteral("a"));
    QCOMPARE(m_grid->shownFocus(), (Focus{QStringLiteral("api"), kNoPod}));
  }

  void pagesWalkFurtherThanArrows() {
    apply(manifest("api", 5000));
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QCOMPARE(m_grid->shownFocus(), pod(0));
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    const PodOrdinal row = m_grid->shownFocus().pod;
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QTest::keyClick(m_grid.get(), Qt::Key_PageDown);
    QVERIFY(m_grid->shownFocus().pod > 3 * row);
    QTest::keyClick(m_grid.get(), Qt::Key_PageUp);
    QCOMPARE(m_grid->shownFocus(), pod(0));
    QTest::keyClick(m_grid.get(), Qt::Key_End);
    QCOMPARE(m_grid->shownFocus(), pod(4999));
  }

  void aChosenPodOutOfSightIsBroughtIntoIt() {
    apply(manifest("api", 5000));
    m_grid->setTileWidth(84);
    m_grid->setFocusOn(pod(4999));
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->placeOf(pod(4999)).center()));
    m_grid->setFocusOn(pod(0));
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->placeOf(pod(0)).center()));
  }

  void theHoverCardSaysWhatThePodIsAndWaitsFor() {
    apply(manifest("api", 3, "  simulation: { startSeconds: 20 }\n"));
    HoverCard* card = m_grid->hoverCard();
    hover(m_grid->placeOf(pod(1)).center());
    QTRY_VERIFY(card->isVisible());
    QVERIFY(card->facts().title.startsWith(QStringLiteral("api-")));
    QCOMPARE(card->facts().status, QStringLiteral("Starting"));
    QVERIFY2(value(*card, QStringLiteral("next")).contains(QStringLiteral(" s")), "a countdown");
    const QString before = value(*card, QStringLiteral("next"));
    m_stage->run(3000);
    m_grid->setNow(m_stage->engine().now());
    QVERIFY2(value(*card, QStringLiteral("next")) != before, "that counts");
    QVERIFY2(!card->geometry().intersects(m_grid->placeOf(pod(1))), "covers nothing it tells of");

    hover(m_grid->gridLayout().sectors[0].header.center());
    QTRY_COMPARE(card->facts().title, QStringLiteral("api"));
    QVERIFY(!value(*card, QStringLiteral("ready")).isEmpty());
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QVERIFY2(!card->isVisible(), "keys are no pointer");
  }

  void aHeaderStaysInSightWhileItsSectorIsLookedAt() {
    apply(manifest("api", 5000));
    m_grid->setTileWidth(84);
    m_grid->verticalScrollBar()->setValue(2000);
    hover(QPoint(300, 10));
    QVERIFY2(m_grid->focusAt(QPoint(300, 10)) == (Focus{QStringLiteral("api"), kNoPod}),
             "at the top edge stands the header, not the tile below it");
  }

  void theBalancerCanBeClicked() {
    apply(manifest("api", 3));
    QSignalSpy chosen(m_grid.get(), &GridView::balancerChosen);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, m_grid->gridLayout().balancer.center());
    QCOMPARE(chosen.count(), 1);
  }

  void screenReadersFindSectorsAndPods() {
    apply(manifest("api", 3) + "---\n" + manifest("web", 2));
    QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(m_grid.get());
    QVERIFY(whole != nullptr);
    QCOMPARE(whole->text(QAccessible::Name), QStringLiteral("The Grid"));
    QCOMPARE(whole->childCount(), 2);
    QAccessibleInterface* api = whole->child(0);
    QCOMPARE(api->role(), QAccessible::List);
    QVERIFY(api->text(QAccessible::Name).contains(QStringLiteral("api: 3 of 3 ready")));
    QCOMPARE(api->childCount(), 3);
    QCOMPARE(whole->child(1)->childCount(), 2);
    QAccessibleInterface* first = api->child(0);
    QCOMPARE(first->role(), QAccessible::ListItem);
    QVERIFY(first->text(QAccessible::Name).startsWith(QStringLiteral("api-")));
    QVERIFY(first->text(QAccessible::Name).contains(QStringLiteral("Ready, serving")));
    QCOMPARE(first->parent(), api);
    QCOMPARE(api->parent(), whole);
    QCOMPARE(api->indexOfChild(first), 0);
    QVERIFY2(api->child(0) == first, "the same thing is the same object");
    const QRect place = m_grid->placeOf(pod(1));
    const QPoint global = m_grid->viewport()->mapToGlobal(place.center());
    QCOMPARE(api->childAt(global.x(), global.y()), api->child(1));
    QCOMPARE(api->child(1)->rect().size(), place.size());
    QVERIFY(!first->state().selected);
    QAccessibleActionInterface* verbs = first->actionInterface();
    QVERIFY(verbs != nullptr);
    verbs->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_grid->shownFocus(), pod(0));
    QVERIFY(first->state().selected);
  }

  /// Events reach nobody on this platform, where no reader can be; what they speak of is asked for here.
  void theChosenPodHasTheFocusOfScreenReaders() {
    apply(manifest("api", 3));
    m_grid->activateWindow();
    m_grid->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(m_grid.get());
    QVERIFY2(whole->focusChild() == nullptr, "nothing is chosen");
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QAccessibleInterface* api = whole->child(0);
    QCOMPARE(whole->focusChild(), api->child(0));
    QVERIFY(api->child(0)->state().focused && !api->child(1)->state().focused);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(whole->focusChild(), api->child(1));
  }

  void amongPixelsOnlyTheChosenOneIsTold() {
    apply(manifest("api", 100000));
    QAccessibleInterface* api = QAccessible::queryAccessibleInterface(m_grid.get())->child(0);
    QCOMPARE(api->childCount(), 0);
    m_grid->setFocusOn(pod(77));
    QCOMPARE(api->childCount(), 1);
  }

  // The clock goes on before the next picture: what the former one showed is not asked for any more.
  void anEmptiedGridIsNotAskedForItsFormerTiles() {
    apply(manifest("api", 3) + "---\n" + manifest("web", 3) + "  simulation: { startSeconds: 30 }\n");
    m_stage->run(2000, 250, [this](const Frame& frame) { m_grid->setFrame(frame); });
    m_grid->viewport()->repaint();  // tiles that start show how far they are
    Stage empty;
    Frame frame = empty.frame();
    m_grid->setFrame(frame);
    QVERIFY(m_grid->gridLayout().sectors.empty());
    m_grid->setNow(frame.clock.t + 100);
    QVERIFY(!m_grid->wantsFrames());
  }

  void partsPaintedAgainLookAsIfAllWere_data() {
    QTest::addColumn<int>("pods");
    for (const int pods : {6, 60, 5000, 100000}) QTest::addRow("%d pods", pods) << pods;
  }
  void partsPaintedAgainLookAsIfAllWere() {
    QFETCH(int, pods);
    m_stage = std::make_unique<Stage>();
    QVERIFY(m_stage->apply(manifest("api", pods, "  simulation: { startSeconds: 5, jitter: 0.5 }\n")));
    const auto showAll = [this](const Frame& frame) {
      m_grid->setFrame(frame);
      QCoreApplication::sendPostedEvents();
    };
    m_stage->run(6000, 500, showAll);
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Crash, "api", pods / 3, std::nullopt, std::nullopt, {}}));
    m_stage->run(1100, 100, showAll);
    const QImage inParts = m_grid->viewport()->grab().toImage();
    GridView anew;
    anew.setMotion(false);
    anew.resize(m_grid->size());
    anew.show();
    QVERIFY(QTest::qWaitForWindowExposed(&anew));
    anew.setFrame(m_stage->frame());
    const QImage atOnce = anew.viewport()->grab().toImage();
    // Corners of tiles may differ by what shines through them.
    int different = 0;
    for (int y = 0; y < atOnce.height(); ++y) {
      for (int x = 0; x < atOnce.width(); ++x) {
        const QColor a = inParts.pixelColor(x, y);
        const QColor b = atOnce.pixelColor(x, y);
        if (std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) > 24)
          ++different;
      }
    }
    if (different != 0 && qEnvironmentVariableIsSet("PERFECT_PICTURES")) {
      inParts.save(qEnvironmentVariable("PERFECT_PICTURES") + QStringLiteral("/parts.png"));
      atOnce.save(qEnvironmentVariable("PERFECT_PICTURES") + QStringLiteral("/once.png"));
    }
    QVERIFY2(different == 0, qPrintable(QStringLiteral("%1 points differ").arg(different)));
  }

 private:
  void apply(const std::string& yaml) {
    QVERIFY(m_stage->apply(yaml));
    m_stage->run(5000, 1000);
    m_grid->setFrame(m_stage->frame());
  }
  static Focus pod(int ordinal) { return {QStringLiteral("api"), static_cast<PodOrdinal>(ordinal)}; }
  static QString value(const HoverCard& card, const QString& name) {
    for (const auto& row : card.facts().rows) {
      if (row.first == name) return row.second;
    }
    return {};
  }
  void wheel(QPoint at, int turn, Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QWidget* view = m_grid->viewport();
    QWheelEvent event(at, view->mapToGlobal(at), {}, QPoint(0, turn), Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view, &event);
  }
  void move(QPoint to, Qt::MouseButton button) {
    QWidget* view = m_grid->viewport();
    QMouseEvent event(QEvent::MouseMove, to, view->mapToGlobal(to), button, button, {});
    QCoreApplication::sendEvent(view, &event);
  }
  void hover(QPoint at) {
    QWidget* view = m_grid->viewport();
    QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(view, &event);
  }

  std::unique_ptr<GridView> m_grid;
  std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(TestGridView)
#include "test_grid_view.moc"
