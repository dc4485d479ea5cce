// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts in other languages: German, one that is 40 % longer, and one that is written from right to left: nothing is cut
// off at 1024×768.
#include <QAbstractButton>
#include <QGuiApplication>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include "app/desktop/chrome/run_until_dialog.h"
#include "app/desktop/main_window.h"
#include "app/desktop/workspace.h"
#include "app/runtime/resources.h"
#include "core/manifest/manifest.h"

using namespace perfect;

namespace {

constexpr int kPatience = 10000;
constexpr int kAroundText = 2;

/// Every text of ours, 40 % longer and marked; what is filled in and HTML stay as they are.
class Pseudo final : public QTranslator {
 public:
  QString translate(const char* context, const char* source, const char*, int) const override {
    // Qt's own texts and those that carry HTML or file patterns are left alone.
    const QString text = QString::fromUtf8(source);
    if (!QByteArray(context).startsWith("perfect") || text.contains(u'<') || text.contains(QLatin1String(";;")))
      return {};
    // One more vowel for every two or three letters.
    QString longer;
    qsizetype wanted = (text.size() * 2 + 4) / 5;
    for (const QChar letter : text) {
      longer += letter;
      if (wanted > 0 && QStringLiteral("aeiou").contains(letter)) {
        longer += letter;
        --wanted;
      }
    }
    return longer + QString(wanted, u'x');
  }
  bool isEmpty() const override { return false; }
};

/// Where a text has less room than it wants, it has to be able to wrap, to scroll, or to say it in full elsewhere.
QStringList cutOff(const QWidget& window) {
  QStringList faults;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->window() != &window) continue;
    QString text;
    if (const auto* label = qobject_cast<QLabel*>(widget)) {
      if (label->wordWrap() || label->textFormat() == Qt::RichText || label->minimumWidth() > 0) continue;
      text = label->text();
    } else if (const auto* button = qobject_cast<QAbstractButton*>(widget)) {
      text = button->text();
    }
    if (text.isEmpty()) continue;
    QSize wanted = widget->sizeHint();
    // A button's own wish includes an icon it may not have; its line of text is what has to fit.
    if (qobject_cast<const QAbstractButton*>(widget) != nullptr)
      wanted.setHeight(std::min(wanted.height(), widget->fontMetrics().height() + kAroundText));
    if (widget->width() < wanted.width() || widget->height() < wanted.height() - 1) {
      faults << QStringLiteral("%1 “%2”: %3×%4 of %5×%6")
                    .arg(QLatin1String(widget->metaObject()->className()), text)
                    .arg(widget->width())
                    .arg(widget->height())
                    .arg(wanted.width())
                    .arg(wanted.height());
    }
  }
  return faults;
}

}  // namespace

class TestLanguages : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    initResources();
  }

  void germanIsInTheProgram() {
    QTranslator german;
    QVERIFY(german.load(QLocale(QLocale::German), QStringLiteral("perfect"), QStringLiteral("_"),
                        QStringLiteral(":/translations")));
    QCOMPARE(german.translate("perfect::Workspace", "Desired"), QStringLiteral("Gewünscht"));
  }

  void nothingIsCutOff_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    for (const char* language : {"en", "de", "longer", "right to left"}) {
      QTest::addRow("%s, 1024×768", language) << QString::fromLatin1(language) << 1024 << 768;
      QTest::addRow("%s, 1440×900", language) << QString::fromLatin1(language) << 1440 << 900;
    }
  }
  void nothingIsCutOff() {
    QFETCH(const QString, language);
    QFETCH(const int, width);
    QFETCH(const int, height);
    QTranslator german;
    QTranslator core;
    QTranslator show;
    Pseudo pseudo;
    if (language == QLatin1String("de")) {
      QVERIFY(german.load(QStringLiteral(":/translations/perfect_de.qm")));
      QVERIFY(core.load(QStringLiteral(":/translations/core_de.qm")));
      QVERIFY(show.load(QStringLiteral(":/translations/show_de.qm")));
      QCoreApplication::installTranslator(&german);
      QCoreApplication::installTranslator(&core);
      QCoreApplication::installTranslator(&show);
    } else if (language == QLatin1String("longer")) {
      QCoreApplication::installTranslator(&pseudo);
    }
    QGuiApplication::setLayoutDirection(language == QLatin1String("right to left") ? Qt::RightToLeft : Qt::LeftToRight);
    QStringList faults;
    {
      Controller::Options options;
      options.startPaused = true;
      Controller controller(options);
      MainWindow window(controller, DesktopOptions{});
      window.workspace();  // its rooms too, not only its first picture
      window.resize(width, height);
      window.show();
      QVERIFY(QTest::qWaitForWindowExposed(&window));
      auto specs = parseManifests("apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 3 }\n");
      Q_EMIT window.workspace()->commandWanted(ApplyCommand{std::move(specs).value()});
      QTRY_COMPARE_WITH_TIMEOUT(window.workspace()->focus().service, QStringLiteral("api"), kPatience);
      for (int room = 0; room < 6; ++room) {
        window.workspace()->showRoom(static_cast<Workspace::Room>(room));
        QTest::qWait(1);
        faults += cutOff(window);
        if (const QString folder = qEnvironmentVariable("PERFECT_PICTURES"); !folder.isEmpty())
          window.grab().save(QStringLiteral("%1/language-%2-%3-%4.png").arg(folder, language).arg(width).arg(room));
      }
      RunUntilDialog dialog(0, &window);
      dialog.show();
      QVERIFY(QTest::qWaitForWindowExposed(&dialog));
      faults += cutOff(dialog);
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCoreApplication::removeTranslator(&german);
    QCoreApplication::removeTranslator(&core);
    QCoreApplication::removeTranslator(&show);
    QCoreApplication::removeTranslator(&pseudo);
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
  }

 private:
  QTemporaryDir m_home;
};

QTEST_MAIN(TestLanguages)
#include "test_languages.moc"
