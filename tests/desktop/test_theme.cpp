// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every theme: text is legible (WCAG 2.1, 1.4.3), versions are seen on the Grid (1.4.11) and told apart, also by eyes
// without red or green; and a window that changes its theme looks as one that began with it.
#include <QImage>
#include <QTest>
#include <array>
#include <cmath>

#include "app/desktop/editor/editor_page.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/workspace.h"
#include "app/runtime/resources.h"
#include "tests/support/stage.h"

using namespace perfect;
using theme::Colours;
using theme::ThemeId;

namespace {

constexpr double kText = 4.5;   // WCAG 1.4.3
constexpr double kShape = 3.0;  // WCAG 1.4.11
constexpr double kApart = 20;   // CIE76; 2.3 is just noticeable side by side, tiles stand far apart

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

using Light = std::array<double, 3>;  // linear red, green, blue

Light lightOf(const QColor& c) {
  return {linear(c.red() / 255.0), linear(c.green() / 255.0), linear(c.blue() / 255.0)};
}

double luminance(const Light& l) { return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]; }

double contrast(const QColor& a, const QColor& b) {
  const double x = luminance(lightOf(a));
  const double y = luminance(lightOf(b));
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// What is left of a colour without one kind of cones: Machado, Oliveira, Fernandes 2009, severity 1.
Light seenBy(const QColor& colour, bool protanopia) {
  static constexpr double kProtan[3][3] = {
      {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}};
  static constexpr double kDeutan[3][3] = {
      {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
  const auto& matrix = protanopia ? kProtan : kDeutan;
  const Light l = lightOf(colour);
  Light seen{};
  for (std::size_t i = 0; i < 3; ++i) {
    seen[i] = std::clamp(matrix[i][0] * l[0] + matrix[i][1] * l[1] + matrix[i][2] * l[2], 0.0, 1.0);
  }
  return seen;
}

/// CIE L*a*b* under D65.
std::array<double, 3> labOf(const Light& l) {
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = f((0.4124 * l[0] + 0.3576 * l[1] + 0.1805 * l[2]) / 0.95047);
  const double y = f(0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]);
  const double z = f((0.0193 * l[0] + 0.1192 * l[1] + 0.9505 * l[2]) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double apart(const Light& a, const Light& b) {
  const auto p = labOf(a);
  const auto q = labOf(b);
  return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

std::string manifest(const std::string& name, int replicas) {
  return "apiVersion: v1\nkind: Service\nmetadata: { name: " + name +
         " }\nspec:\n  replicas: " + std::to_string(replicas) +
         "\n  image: local://demo@v2\n  readinessProbe: {}\n  rollout: { strategy: Canary }\n";
}

void addThemes() {
  QTest::addColumn<int>("theme");
  for (const ThemeId theme : theme::kThemes)
    QTest::newRow(qPrintable(theme::themeKey(theme))) << static_cast<int>(theme);
}

/// A world with something on every page.
std::unique_ptr<Stage> makeWorld() {
  auto stage = std::make_unique<Stage>();
  const bool applied = stage->apply(manifest("api", 3)) && stage->apply(manifest("web", 12));
  Q_ASSERT(applied);
  stage->run(4000);
  stage->command(ImageCommand{"api", "local://demo@v3"});
  stage->command(ChaosCommand{ChaosKind::Crash, "web", 3, std::nullopt, std::nullopt, {}});
  stage->run(2500);
  return stage;
}

std::unique_ptr<Workspace> openWindow(Stage& stage) {
  auto window = std::make_unique<Workspace>();
  theme::apply(*window);
  window->resize(1440, 900);
  window->setReducedMotion(true);
  window->show();
  window->editor()->load(QStringLiteral("api.yaml"), QString::fromStdString(manifest("api", 4) + "  imag: x\n"));
  window->setFrame(stage.frame());
  window->setFocusOn({QStringLiteral("api"), 0});
  QTest::qWait(1);
  return window;
}

QImage picture(Workspace& window) {
  QCoreApplication::sendPostedEvents();
  if (window.focusWidget() != nullptr) window.focusWidget()->clearFocus();  // no caret blinks
  QTest::qWait(1);  // pages and charts are built when they are first shown
  QCoreApplication::sendPostedEvents();
  return window.grab().toImage();
}

}  // namespace

class TestTheme : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }
  void cleanup() {
    theme::use(ThemeId::Tron);
    theme::useScale(1);
  }

  void textIsLegibleOnEveryGround_data() { addThemes(); }
  void textIsLegibleOnEveryGround() {
    QFETCH(const int, theme);
    const Colours& c = theme::coloursOf(static_cast<ThemeId>(theme));
    const QList<std::pair<const char*, QColor>> inks{
        {"text", c.text},           {"muted", c.muted}, {"accent", c.accent},    {"good", c.good},
        {"attention", c.attention}, {"bad", c.bad},     {"disabled", c.disabled}};
    const QList<std::pair<const char*, QColor>> grounds{
        {"ground", c.ground}, {"panel", c.panel}, {"raised", c.raised}, {"selection", c.selection}};
    for (const auto& [inkName, ink] : inks) {
      for (const auto& [groundName, ground] : grounds) {
        // What is disabled is never selected.
        if (ink == c.disabled && ground == c.selection) continue;
        legible(ink, ground, kText, QStringLiteral("%1 on %2").arg(QLatin1String(inkName), QLatin1String(groundName)));
      }
    }
    legible(c.accentText, c.accent, kText, QStringLiteral("a filled button"));
    legible(c.accentText, theme::mix(c.accent, c.text, 0.75), kText,
            QStringLiteral("a filled button under the pointer"));
    legible(c.text, theme::mix(c.bad, c.panel, 0.16), kText, QStringLiteral("an error's banner"));
    legible(c.text, theme::mix(c.bad, c.raised, 0.22), kText, QStringLiteral("a removed line"));
    legible(c.text, theme::mix(c.good, c.raised, 0.16), kText, QStringLiteral("an added line"));
  }

  void versionsAreSeenOnTheirTilesAndReadInText_data() { addThemes(); }
  void versionsAreSeenOnTheirTilesAndReadInText() {
    QFETCH(const int, theme);
    const Colours& c = theme::coloursOf(static_cast<ThemeId>(theme));
    for (const QColor& hue : c.versions) {
      for (const double share : {0.26, 0.16, 0.03}) {  // serving, ready, the others
        const QColor tile = theme::mix(hue, c.ground, share);
        legible(hue, tile, kShape, QStringLiteral("a version's shape"));
        legible(c.text, tile, kText, QStringLiteral("a tile's words"));
        legible(theme::mix(hue, c.text, 0.75), tile, kText, QStringLiteral("a tile's version"));
      }
      for (const QColor& ground : {c.ground, c.panel, c.raised})
        legible(hue, ground, kText, QStringLiteral("a field's name"));
    }
    const QColor failing = theme::mix(c.bad, c.ground, 0.26);
    legible(c.bad, failing, kShape, QStringLiteral("back-off's cross"));
    legible(c.text, failing, kText, QStringLiteral("back-off's words"));
  }

  void versionsAreToldApart_data() { addThemes(); }
  void versionsAreToldApart() {
    QFETCH(const int, theme);
    const Colours& c = theme::coloursOf(static_cast<ThemeId>(theme));
    for (std::size_t i = 0; i < c.versions.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        QVERIFY2(apart(lightOf(c.versions[i]), lightOf(c.versions[j])) >= kApart,
                 qPrintable(QStringLiteral("versions %1 and %2").arg(j + 1).arg(i + 1)));
      }
    }
  }

  void versionsAndSeveritiesAreToldApartWithoutRedOrGreen_data() {
    QTest::addColumn<bool>("protanopia");
    QTest::newRow("protanopia") << true;
    QTest::newRow("deuteranopia") << false;
  }
  void versionsAndSeveritiesAreToldApartWithoutRedOrGreen() {
    QFETCH(const bool, protanopia);
    const Colours& c = theme::coloursOf(ThemeId::ColourBlind);
    for (std::size_t i = 0; i < c.versions.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const double distance = apart(seenBy(c.versions[i], protanopia), seenBy(c.versions[j], protanopia));
        QVERIFY2(distance >= kApart, qPrintable(QStringLiteral("v%1 and v%2: %3").arg(j + 1).arg(i + 1).arg(distance)));
      }
    }
    const std::array severities{c.good, c.attention, c.bad};
    for (std::size_t i = 0; i < severities.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        QVERIFY(apart(seenBy(severities[i], protanopia), seenBy(severities[j], protanopia)) >= kApart);
      }
    }
  }

  /// Nothing anywhere in the window keeps the colours or sizes it began with.
  void aWindowThatChangesItsThemeLooksAsOneThatBeganWithIt_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("room");
    for (int room = 0; room < 7; ++room) {
      QTest::addRow("light, room %d", room) << static_cast<int>(ThemeId::Light) << 1.0 << room;
    }
    QTest::newRow("high contrast") << static_cast<int>(ThemeId::HighContrast) << 1.0 << 2;
    QTest::newRow("colour-blind") << static_cast<int>(ThemeId::ColourBlind) << 1.0 << 3;
    for (int room = 0; room < 7; ++room) {
      QTest::addRow("larger type, room %d", room) << static_cast<int>(ThemeId::Dark) << 1.5 << room;
    }
  }
  void aWindowThatChangesItsThemeLooksAsOneThatBeganWithIt() {
    QFETCH(const int, theme);
    QFETCH(const double, scale);
    QFETCH(const int, room);
    const auto world = makeWorld();
    const auto changed = openWindow(*world);
    changed->showRoom(static_cast<Workspace::Room>(room));
    const QImage before = picture(*changed);
    theme::use(static_cast<ThemeId>(theme));
    theme::useScale(scale);
    theme::apply(*changed);
    const auto begun = openWindow(*world);
    begun->showRoom(static_cast<Workspace::Room>(room));
    if (scale > 1) {
      // Both share their space once more, now that every child has its final size.
      for (Workspace* window : {changed.get(), begun.get()}) {
        window->resize(1900, 900);
        QCoreApplication::sendPostedEvents();
        window->resize(1440, 900);
      }
    }
    QImage now = picture(*changed);
    QImage wanted = picture(*begun);
    QVERIFY(now != before);
    // Some pages reckon a moment later.
    for (int i = 0; i < 100 && now != wanted; ++i) {
      QTest::qWait(20);
      now = picture(*changed);
      wanted = picture(*begun);
    }
    same(now, wanted);
  }

  void keysAreRememberedByName() {
    for (const ThemeId theme : theme::kThemes) {
      QCOMPARE(theme::themeOf(theme::themeKey(theme)), std::optional(theme));
      QVERIFY(!theme::themeName(theme).isEmpty());
    }
    QCOMPARE(theme::themeOf(QStringLiteral("solarized")), std::nullopt);
  }

 private:
  static void legible(const QColor& ink, const QColor& ground, double least, const QString& what) {
    const double is = contrast(ink, ground);
    QVERIFY2(
        is >= least,
        qPrintable(QStringLiteral("%1: %2 on %3 is %4:1").arg(what, ink.name(), ground.name()).arg(is, 0, 'f', 2)));
  }

  /// Says where the first difference is.
  static void same(const QImage& a, const QImage& b) {
    QCOMPARE(a.size(), b.size());
    if (a == b) return;
    QRect where;
    for (int y = 0; y < a.height(); ++y) {
      for (int x = 0; x < a.width(); ++x) {
        if (a.pixel(x, y) != b.pixel(x, y)) where |= QRect(x, y, 1, 1);
      }
    }
    if (const QString folder = qEnvironmentVariable("PERFECT_PICTURES"); !folder.isEmpty()) {
      a.save(folder + QStringLiteral("/changed.png"));
      b.save(folder + QStringLiteral("/begun.png"));
    }
    QFAIL(qPrintable(QStringLiteral("they differ within x %1 … %2, y %3 … %4")
                         .arg(where.left())
                         .arg(where.right())
                         .arg(where.top())
                         .arg(where.bottom())));
  }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
