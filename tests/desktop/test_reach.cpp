// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every control of the window and of its dialogs, on every page: it has an accessible name and role, and who presses
// Tab from the start comes by it.
#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/desktop/alerts/alert_desk.h"
#include "app/desktop/chrome/actions.h"
#include "app/desktop/chrome/run_until_dialog.h"
#include "app/desktop/grid/grid_view.h"
#include "app/desktop/help/help_desk.h"
#include "app/desktop/help/help_window.h"
#include "app/desktop/main_window.h"
#include "app/desktop/preferences/look_page.h"
#include "app/desktop/preferences/preferences_dialog.h"
#include "app/desktop/preferences/start_page.h"
#include "app/desktop/theme/appearance.h"
#include "app/desktop/workspace.h"
#include "core/manifest/manifest.h"
#include "tests/support/quiet_desk.h"

using namespace perfect;

namespace {

constexpr int kPatience = 10000;
constexpr int kMostTabs = 400;

QString text(const char* s) { return QString::fromUtf8(s); }

/// What a person would call it, for the message of a failure.
QString whatItIs(const QWidget* widget) {
  return QStringLiteral("%1 “%2” (%3) in %4")
      .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName(), widget->objectName(),
           widget->parentWidget() == nullptr ? QString()
                                             : QLatin1String(widget->parentWidget()->metaObject()->className()));
}

bool inside(const QWidget* widget, const char* className) {
  for (const QWidget* p = widget->parentWidget(); p != nullptr; p = p->parentWidget()) {
    if (p->inherits(className)) return true;
  }
  return false;
}

/// A part of another control, which has the name and the focus: a spin box's line, a view's viewport and scroll bars.
bool partOfAnother(const QWidget* widget) {
  const QWidget* parent = widget->parentWidget();
  return inside(widget, "QAbstractSpinBox") || inside(widget, "QComboBox") || inside(widget, "QLineEdit") ||
         inside(widget, "QTabBar") || inside(widget, "QMenu") || widget->inherits("QScrollBar") ||
         (parent != nullptr && widget->objectName() == QLatin1String("qt_scrollarea_viewport"));
}

bool isControl(const QWidget* widget) {
  return qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QLineEdit*>(widget) != nullptr ||
         qobject_cast<const QComboBox*>(widget) != nullptr ||
         qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
         qobject_cast<const QAbstractSlider*>(widget) != nullptr || (widget->focusPolicy() & Qt::TabFocus) != 0;
}

QList<QWidget*> controlsOf(const QWidget& window) {
  QList<QWidget*> controls;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (widget->window() != &window || !widget->isVisible() || !isControl(widget) || partOfAnother(widget)) continue;
    controls << widget;
  }
  return controls;
}

void namedWithRole(const QWidget& window) {
  for (QWidget* control : controlsOf(window)) {
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(control);
    QVERIFY2(face != nullptr, qPrintable(whatItIs(control)));
    QVERIFY2(face->role() != QAccessible::NoRole, qPrintable(whatItIs(control)));
    QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(whatItIs(control) + text(" has no name")));
  }
}

void reachedByTab(QWidget& window, QWidget* start) {
  QSet<QWidget*> reached;
  if (start != nullptr) start->setFocus(Qt::TabFocusReason);
  for (int i = 0; i < kMostTabs; ++i) {
    QWidget* now = window.focusWidget();
    if (now != nullptr) {
      if (i > 0 && reached.contains(now) && now == start) break;
      for (QWidget* w = now; w != nullptr && w != &window; w = w->parentWidget()) reached.insert(w);
    }
    QTest::keyClick(now != nullptr ? now : &window, Qt::Key_Tab);
  }
  for (QWidget* control : controlsOf(window)) {
    if (!control->isEnabled() || (control->focusPolicy() & Qt::TabFocus) == 0) continue;
    QVERIFY2(reached.contains(control), qPrintable(whatItIs(control) + text(" is not reached by Tab")));
  }
}

}  // namespace

class TestReach : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    Controller::Options options;
    options.startPaused = true;
    m_controller = std::make_unique<Controller>(options);
    m_window = std::make_unique<MainWindow>(*m_controller, DesktopOptions{});
    m_window->workspace();  // its rooms too, not only its first picture
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    auto specs = parseManifests(
        "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 3, rollout: { strategy: Canary } "
        "}\n");
    QVERIFY(specs.ok());
    Q_EMIT m_window->workspace()->commandWanted(ApplyCommand{std::move(specs).value()});
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workspace()->focus().service, text("api"), kPatience);
  }
  void cleanupTestCase() {
    m_window.reset();
    m_controller.reset();
  }

  void everyPage_data() {
    QTest::addColumn<int>("room");
    QTest::addColumn<int>("width");
    for (const int width : {1440, 1024}) {
      for (int room = 0; room < 6; ++room) QTest::addRow("page %d, %d wide", room, width) << room << width;
    }
  }
  void everyPage() {
    QFETCH(const int, room);
    QFETCH(const int, width);
    m_window->resize(width, 768);
    m_window->workspace()->showRoom(static_cast<Workspace::Room>(room));
    QTest::qWait(1);
    namedWithRole(*m_window);
    reachedByTab(*m_window, m_window->workspace()->grid());
  }

  void theDialogs() {
    QuietDesk desk;
    PreferencesDialog preferences(desk, m_window.get());
    preferences.addPage(new LookPage(m_window->look()), text("Look"));
    preferences.addPage(new StartPage({}), text("Start"));
    RunUntilDialog until(0, m_window.get());
    m_window->help()->open(text("shortcuts"));
    for (QWidget* dialog : {static_cast<QWidget*>(&preferences), static_cast<QWidget*>(&until),
                            static_cast<QWidget*>(m_window->help()->helpWindow())}) {
      dialog->show();
      QVERIFY(QTest::qWaitForWindowExposed(dialog));
      namedWithRole(*dialog);
      reachedByTab(*dialog, nullptr);
      dialog->hide();
    }
  }

  void theGridTellsWhatIsChosen() {
    GridView* grid = m_window->workspace()->grid();
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(grid);
    QVERIFY(face != nullptr && !face->text(QAccessible::Name).isEmpty());
    grid->setFocus();
    QTest::keyClick(grid, Qt::Key_Home);
    QVERIFY(face->text(QAccessible::Description).contains(text("api")));
  }

 private:
  QTemporaryDir m_home;
  std::unique_ptr<Controller> m_controller;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestReach)
#include "test_reach.moc"
