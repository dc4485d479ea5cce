// SPDX-License-Identifier: GPL-3.0-or-later
//
// Somebody who tries everything: the real window on a running controller, clicked, typed into, scrolled and resized at
// random. Nothing may crash, hang, or make Qt complain; afterwards the window still does what it is told.
//   PERFECT_LONG=10m   for so long instead of the few seconds of an ordinary run
//   PERFECT_SEED=N     the same choices again (the engine's thread keeps its own time)
#include <QApplication>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <deque>

#include "app/desktop/editor/editor_page.h"
#include "app/desktop/editor/yaml_editor.h"
#include "app/desktop/main_window.h"
#include "app/desktop/workspace.h"
#include "core/base/duration.h"
#include "tests/simulation/dice.h"

using namespace perfect;

namespace {

constexpr Millis kOrdinaryRun = 6000;
constexpr int kPatience = 20000;
constexpr std::size_t kRemembered = 30;

QStringList& complaints() {
  static QStringList texts;
  return texts;
}

/// What Qt says of wrong use (a painter that is not open, a slot that is not there) is a fault of ours.
void listen(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type == QtDebugMsg || type == QtInfoMsg) return;
  // The platform without a screen has no such thing, and says so.
  if (text.contains(QLatin1String("This plugin does not support"))) return;
  complaints() << text;
}

}  // namespace

// Named classes, because the test's own class has them in it.
namespace perfect::clicks {

class Somebody : public QObject {
  Q_OBJECT

 public:
  Somebody(MainWindow& window, std::uint64_t seed) : m_window(window), m_dice(seed) {}

  /// For so long, or until Qt complains.
  void begin(Millis length) {
    m_length = length;
    m_elapsed.start();
    go();
  }
  /// The time is over, and nothing lies in front of the window any more.
  bool done() const { return m_done; }
  QString lastActs() const {
    QStringList texts;
    for (const QString& text : m_acts) texts << text;
    return texts.join(QLatin1Char('\n'));
  }
  std::int64_t count() const { return m_count; }

 private:
  /// The next act is ordered before this one, because a dialog or a menu runs an event loop of its own meanwhile.
  void go() {
    if (m_elapsed.elapsed() >= m_length || !complaints().isEmpty()) {
      m_done = !leaveFront();
      if (!m_done) QTimer::singleShot(2, this, &Somebody::go);
      return;
    }
    QTimer::singleShot(2, this, &Somebody::go);
    act();
  }

  static bool leaveFront() {
    if (QWidget* popup = QApplication::activePopupWidget()) return popup->close();
    if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
      dialog->reject();
      return true;
    }
    return false;
  }

  /// Does one thing to whatever is in front: a menu, a dialog, the window.
  void act() {
    if (QWidget* popup = QApplication::activePopupWidget()) return inPopup(*popup);
    QWidget* front = QApplication::activeModalWidget();
    if (auto* files = qobject_cast<QFileDialog*>(front)) {
      note(QStringLiteral("leave a file dialog"));
      return files->reject();  // what is on this machine's disk is not ours to play with
    }
    if (front != nullptr && m_dice.percent(10)) return press(*front, Qt::Key_Escape);
    if (front == nullptr) front = anyWindow();
    const std::int64_t what = m_dice.below(100);
    if (what < 55) return click(*front);
    if (what < 85) return press(*front, anyKey());
    if (what < 93) return turnWheel(*front);
    if (what < 98) return type(*front);
    m_window.resize(m_dice.pick({QSize(1024, 768), QSize(1440, 900), QSize(900, 620), QSize(1920, 1080)}));
    note(QStringLiteral("resize"));
  }

  void note(const QString& text) {
    ++m_count;
    m_acts.push_back(text);
    if (m_acts.size() > kRemembered) m_acts.pop_front();
  }

  QWidget* anyWindow() {
    QWidgetList windows;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (widget->isVisible() && widget->isWindow() && widget->windowType() != Qt::ToolTip) windows << widget;
    }
    if (windows.isEmpty()) return &m_window;
    QWidget* other = windows[static_cast<qsizetype>(m_dice.below(windows.size()))];
    // A window that is not the main one is closed now and then, as people do.
    if (other != &m_window && m_dice.percent(10)) {
      note(QStringLiteral("close ") + other->windowTitle());
      other->close();
      return &m_window;
    }
    return m_dice.percent(70) ? &m_window : other;
  }

  QWidget* anyChild(QWidget& window) {
    QWidgetList seen;
    for (QWidget* child : window.findChildren<QWidget*>()) {
      if (child->isVisible() && child->isEnabled() && child->window() == &window && !child->visibleRegion().isEmpty()) {
        seen << child;
      }
    }
    return seen.isEmpty() ? &window : seen[static_cast<qsizetype>(m_dice.below(seen.size()))];
  }

  static QString nameOf(const QWidget& widget) {
    const QString name = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
    return QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ') + name;
  }

  QPoint anyPlace(const QWidget& widget) {
    const QRect seen = widget.visibleRegion().boundingRect();
    if (seen.isEmpty()) return widget.rect().center();
    return {seen.left() + static_cast<int>(m_dice.below(seen.width())),
            seen.top() + static_cast<int>(m_dice.below(seen.height()))};
  }

  void click(QWidget& window) {
    QWidget* child = anyChild(window);
    const Qt::MouseButton which = m_dice.percent(85) ? Qt::LeftButton : Qt::RightButton;
    const QPoint place = anyPlace(*child);
    note(QStringLiteral("click %1 at %2,%3").arg(nameOf(*child)).arg(place.x()).arg(place.y()));
    const QPointer<QWidget> alive(child);
    QTest::mouseMove(child, place);
    if (alive && m_dice.percent(10)) {
      QTest::mouseDClick(child, which, Qt::NoModifier, place);
    } else if (alive) {
      QTest::mouseClick(child, which, Qt::NoModifier, place);
    }
  }

  struct Stroke {
    Qt::Key key = Qt::Key_Tab;
    Qt::KeyboardModifiers with = Qt::NoModifier;
  };

  Stroke anyKey() {
    if (m_dice.percent(35)) {
      // Ctrl with anything but what ends the program or leaves it.
      static const std::vector<Qt::Key> with{
          Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4,     Qt::Key_5,    Qt::Key_6,      Qt::Key_D, Qt::Key_R,
          Qt::Key_E, Qt::Key_G, Qt::Key_K, Qt::Key_Z,     Qt::Key_A,    Qt::Key_C,      Qt::Key_V, Qt::Key_F,
          Qt::Key_S, Qt::Key_O, Qt::Key_B, Qt::Key_Comma, Qt::Key_Plus, Qt::Key_Return, Qt::Key_7, Qt::Key_8};
      return {m_dice.pick(with), m_dice.percent(85) ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier};
    }
    static const std::vector<Qt::Key> plain{
        Qt::Key_Tab,  Qt::Key_Backtab,  Qt::Key_Return, Qt::Key_Escape, Qt::Key_Space,  Qt::Key_Left, Qt::Key_Right,
        Qt::Key_Up,   Qt::Key_Down,     Qt::Key_Home,   Qt::Key_End,    Qt::Key_PageUp, Qt::Key_F1,   Qt::Key_F6,
        Qt::Key_F8,   Qt::Key_F11,      Qt::Key_Period, Qt::Key_Plus,   Qt::Key_Minus,  Qt::Key_0,    Qt::Key_Question,
        Qt::Key_Menu, Qt::Key_PageDown, Qt::Key_Delete, Qt::Key_1,      Qt::Key_2};
    return {m_dice.pick(plain), m_dice.percent(90) ? Qt::NoModifier : Qt::ShiftModifier};
  }

  void press(QWidget& window, Qt::Key key) { press(window, Stroke{key, Qt::NoModifier}); }
  void press(QWidget& window, Stroke stroke) {
    QWidget* target = window.focusWidget() != nullptr ? window.focusWidget() : &window;
    note(QStringLiteral("press %1 in %2")
             .arg(QKeySequence(QKeyCombination(stroke.with, stroke.key)).toString(), nameOf(*target)));
    QTest::keyClick(target, stroke.key, stroke.with);
  }

  /// Short, so that no service of a billion pods is asked for.
  void type(QWidget& window) {
    QWidget* target = window.focusWidget() != nullptr ? window.focusWidget() : &window;
    const QString text = m_dice.pick({QStringLiteral("7"), QStringLiteral("api"), QStringLiteral("-"),
                                      QStringLiteral("x: ["), QStringLiteral("42"), QStringLiteral("kill")});
    note(QStringLiteral("type '%1' in %2").arg(text, nameOf(*target)));
    const QPointer<QWidget> alive(target);
    for (const QChar letter : text) {
      if (alive) QTest::keyClick(alive, letter.toLatin1());
    }
  }

  void turnWheel(QWidget& window) {
    QWidget* child = anyChild(window);
    const QPointF place = anyPlace(*child);
    const int way = m_dice.percent(50) ? 120 : -120;
    note(QStringLiteral("wheel %1 over %2").arg(way).arg(nameOf(*child)));
    const Qt::KeyboardModifiers with = m_dice.percent(80) ? Qt::NoModifier : Qt::ControlModifier;
    QWheelEvent event(place, child->mapToGlobal(place), {}, {0, way}, Qt::NoButton, with, Qt::NoScrollPhase, false);
    QApplication::sendEvent(child, &event);
  }

  void inPopup(QWidget& popup) {
    if (m_dice.percent(30)) return press(popup, Qt::Key_Escape);
    if (m_dice.percent(50)) return press(popup, m_dice.pick({Qt::Key_Down, Qt::Key_Up, Qt::Key_Return}));
    const QPoint place = anyPlace(popup);
    note(QStringLiteral("click in %1").arg(nameOf(popup)));
    QTest::mouseClick(&popup, Qt::LeftButton, Qt::NoModifier, place);
  }

  MainWindow& m_window;
  storm::Dice m_dice;
  std::deque<QString> m_acts;
  std::int64_t m_count = 0;
  Millis m_length = 0;
  QElapsedTimer m_elapsed;
  bool m_done = false;
};

/// Where a link to a browser would go.
class Links : public QObject {
  Q_OBJECT
 public Q_SLOTS:
  void open(const QUrl&) {}
};

}  // namespace perfect::clicks

using perfect::clicks::Links;
using perfect::clicks::Somebody;

class TestClicks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication::setQuitOnLastWindowClosed(false);
    for (const QString& scheme : schemes()) QDesktopServices::setUrlHandler(scheme, &m_links, "open");
  }
  void cleanupTestCase() {
    for (const QString& scheme : schemes()) QDesktopServices::unsetUrlHandler(scheme);
  }

  void nothingThatIsPressedBreaksTheWindow() {
    Controller controller(Controller::Options{});
    MainWindow window(controller, DesktopOptions{});
    window.workspace();  // its rooms too, not only its first picture
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QtMessageHandler before = qInstallMessageHandler(listen);
    clickThrough(window);
    qInstallMessageHandler(before);
    QVERIFY2(complaints().isEmpty(), qPrintable(complaints().join(QLatin1Char('\n'))));
    stillObeys(controller, window);
  }

 private:
  static QStringList schemes() { return {QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")}; }

  static void clickThrough(MainWindow& window) {
    const std::uint64_t seed = qEnvironmentVariableIsSet("PERFECT_SEED")
                                   ? qEnvironmentVariable("PERFECT_SEED").toULongLong()
                                   : std::uint64_t{20};
    Millis length = kOrdinaryRun;
    if (qEnvironmentVariableIsSet("PERFECT_LONG")) {
      const auto asked = parseDuration(qEnvironmentVariable("PERFECT_LONG").toStdString());
      QVERIFY2(asked.ok(), "PERFECT_LONG is no duration");
      length = asked.value();
    }
    Somebody somebody(window, seed);
    somebody.begin(length);
    while (!somebody.done()) QTest::qWait(20);
    std::printf("desktop.clicks: seed %llu, %lld acts\n", static_cast<unsigned long long>(seed),
                static_cast<long long>(somebody.count()));
    if (!complaints().isEmpty()) std::printf("the last acts:\n%s\n", qPrintable(somebody.lastActs()));
  }

  /// What lies in front is closed; a manifest in the editor is applied, whatever was done before.
  static void stillObeys(Controller& controller, MainWindow& window) {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (widget != &window && widget->isVisible()) widget->close();
    }
    QVERIFY(controller.reset());
    EditorPage* editor = window.workspace()->editor();
    window.workspace()->showRoom(Workspace::Room::Desired);
    editor->editor()->setText(
        QStringLiteral("apiVersion: v1\nkind: Service\nmetadata: { name: last }\nspec: { replicas: 2 }\n"));
    editor->apply();
    QTRY_VERIFY_WITH_TIMEOUT(controller.snapshot()->find("last") != nullptr, kPatience);
  }

  Links m_links;
};

QTEST_MAIN(TestClicks)
#include "test_clicks.moc"
