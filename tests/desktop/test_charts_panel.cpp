// SPDX-License-Identifier: GPL-3.0-or-later
//
// The charts with mouse and keyboard: pointing at a moment, choosing it, the live end, going back, export.
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QSlider>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/desktop/charts/chart_card.h"
#include "app/desktop/charts/charts_panel.h"
#include "app/desktop/theme/theme.h"
#include "app/json/series_csv.h"
#include "app/runtime/resources.h"
#include "tests/support/stage.h"

using namespace perfect;

namespace {

const std::string kApi = "apiVersion: v1\nkind: Service\nmetadata: { name: api }\nspec: { replicas: 3 }\n";

}  // namespace

class TestChartsPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { initResources(); }

  void init() {
    m_panel = std::make_unique<ChartsPanel>();
    theme::apply(*m_panel);
    m_panel->resize(640, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QTRY_VERIFY2(m_panel->card(ChartsPanel::Kind::Ready) != nullptr, "built once the panel was painted");
    m_stage = std::make_unique<Stage>();
    QVERIFY(m_stage->apply(kApi));
    m_panel->setService(QStringLiteral("api"));
    run(10000);
    QVERIFY(m_stage->command(ChaosCommand{ChaosKind::Kill, "api", 2, std::nullopt, std::nullopt, {}}));
    run(30000);
    QTest::qWait(250);
  }
  void cleanup() { m_panel.reset(); }

  void pointingShowsTheValuesOfThatMomentInAllCharts() {
    QCOMPARE(value(ChartsPanel::Kind::Ready), QStringLiteral("3/3"));
    pointAt(ChartsPanel::Kind::Cpu, 10300);
    QVERIFY(m_panel->cursorAt().has_value());
    QVERIFY(std::abs(*m_panel->cursorAt() - 10300) < 700);
    QCOMPARE(value(ChartsPanel::Kind::Ready), QStringLiteral("1/3"));
    QCOMPARE(m_panel->findChild<QLabel*>(QStringLiteral("moment"))->text().left(8), QStringLiteral("at 00:10"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_panel->card(ChartsPanel::Kind::Cpu)->view(), &leave);
    QVERIFY(!m_panel->cursorAt().has_value());
    QCOMPARE(value(ChartsPanel::Kind::Ready), QStringLiteral("3/3"));
  }

  void aTitleIsWholeOrShortenedOrAbsentButNeverAMereEllipsis() {
    ChartCard card(QStringLiteral("Versions"), QStringLiteral("Versions"));
    theme::apply(card);
    const QLabel* title = nullptr;
    for (const QLabel* label : card.findChildren<const QLabel*>())
      if (label->property("role") == QLatin1String("title")) title = label;
    QVERIFY(title != nullptr);
    card.setValue({{QStringLiteral("v1 500k"), Qt::red}, {QStringLiteral("v2 750k"), Qt::blue}});
    QSet<QString> seen;
    for (int width = 400; width >= 120; width -= 4) {
      card.resize(width, 150);
      card.show();
      seen << title->text();
      QVERIFY2(title->text().isEmpty() || title->text().size() >= 4, qPrintable(title->text()));
    }
    QVERIFY(seen.contains(QStringLiteral("Versions")));
    QVERIFY(seen.contains(QString()));
  }

  void arrowsMoveTheCursor() {
    ChartView* view = m_panel->card(ChartsPanel::Kind::Ready)->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left);
    const SimTime one = *m_panel->cursorAt();
    QTest::keyClick(view, Qt::Key_Left);
    const SimTime two = *m_panel->cursorAt();
    QVERIFY(one < 40000 && two < one);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(*m_panel->cursorAt(), one);
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(one - *m_panel->cursorAt(), 10 * (one - two));
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(*m_panel->cursorAt(), SimTime{0});
    QSignalSpy chosen(m_panel.get(), &ChartsPanel::momentChosen);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(m_panel->isLive());
  }

  void aClickMarksTheMomentAndLiveGoesBack() {
    QSignalSpy chosen(m_panel.get(), &ChartsPanel::momentChosen);
    QSignalSpy live(m_panel.get(), &ChartsPanel::liveWanted);
    ChartView* view = m_panel->card(ChartsPanel::Kind::Versions)->view();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, placeOf(view, 20000));
    QCOMPARE(chosen.size(), 1);
    QVERIFY(std::abs(chosen[0][0].value<SimTime>() - 20000) < 700);
    QVERIFY(m_panel->marked().has_value());
    QVERIFY(!m_panel->isLive());
    auto* button = button_(QStringLiteral("Live end of the charts"));
    QVERIFY(!button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_panel->isLive() && button->isChecked());
    QCOMPARE(live.size(), 1);
  }

  void thePastCanBeLookedAt() {
    run(300000, 5000);
    QTest::qWait(250);
    auto* slider = m_panel->findChild<QSlider*>();
    QVERIFY(slider->isEnabled());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QVERIFY(!m_panel->isLive());
    pointAt(ChartsPanel::Kind::Ready, 10300);
    QCOMPARE(value(ChartsPanel::Kind::Ready), QStringLiteral("1/3"));
    QTest::keyClick(slider, Qt::Key_End);
    QVERIFY(m_panel->isLive());
    auto* span = m_panel->findChild<QComboBox*>();
    QTest::keyClick(span, Qt::Key_End);
    QCOMPARE(span->currentText(), QStringLiteral("all"));
    QVERIFY2(!slider->isEnabled(), "all of it is in sight");
  }

  void savedInEachForm_data() {
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("name");
    QTest::newRow("png") << "Picture (PNG)…"
                         << "api.png";
    QTest::newRow("svg") << "Drawing (SVG)…"
                         << "api.svg";
    QTest::newRow("csv") << "Values (CSV)…"
                         << "api.csv";
  }
  void savedInEachForm() {
    QFETCH(QString, choice);
    QFETCH(QString, name);
    for (QAction* action : button_(QStringLiteral("Export charts"))->menu()->actions()) {
      if (action->text() == choice) action->trigger();
    }
    auto* dialog = m_panel->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    const QString path = m_folder.filePath(name);
    auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    field->setText(path);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    if (name.endsWith(QLatin1String("png"))) {
      const QImage image(path);
      QVERIFY(image.width() > 600 && image.height() > 200);
      QVERIFY2(colours(image) > 8, "lines and texts are in it");
    } else if (name.endsWith(QLatin1String("svg"))) {
      QSvgRenderer svg(path);
      QVERIFY(svg.isValid());
      QVERIFY(svg.defaultSize().width() > 500);
    } else {
      csvIsWhatSeriesWrites(path);
    }
  }

  void withoutAServiceItInvites() {
    m_panel->setService(QStringLiteral("nobody"));
    QCOMPARE(value(ChartsPanel::Kind::Ready), QStringLiteral("–"));
    QVERIFY(!m_panel->exported(ChartsPanel::Format::Png).isEmpty());
    QCOMPARE(m_panel->exported(ChartsPanel::Format::Csv), QByteArray("t,service,desired,ready,restarts,cpu\n"));
  }

 private:
  void run(Millis duration, Millis step = 250) {
    m_stage->run(duration, step, [this](const Frame& frame) { m_panel->setFrame(frame); });
    m_panel->setFrame(m_stage->frame());
  }
  QString value(ChartsPanel::Kind kind) const { return m_panel->card(kind)->value(); }
  QToolButton* button_(const QString& name) const {
    for (QToolButton* button : m_panel->findChildren<QToolButton*>()) {
      if (button->accessibleName() == name) return button;
    }
    return nullptr;
  }
  QPoint placeOf(ChartView* view, SimTime t) const {
    const QRectF plot = view->chart()->plotArea();
    const double x = plot.left() + plot.width() * static_cast<double>(t) / 120000.0;
    return view->mapFromScene(QPointF(x, plot.center().y()));
  }
  void pointAt(ChartsPanel::Kind kind, SimTime t) {
    ChartView* view = m_panel->card(kind)->view();
    QMouseEvent move(QEvent::MouseMove, placeOf(view, t), view->mapToGlobal(placeOf(view, t)), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &move);
  }
  static qsizetype colours(const QImage& image) {
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3) {
      for (int x = 0; x < image.width(); x += 3) seen.insert(image.pixel(x, y));
    }
    return seen.size();
  }
  void csvIsWhatSeriesWrites(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.front() + '\n', QByteArray::fromStdString(seriesHeader()));
    QVERIFY(lines.size() > 4);
    // The newest line is what --series would write for what is there now, but for the time it is so since.
    std::string now;
    appendSeriesRows(now, *m_stage->frame().snapshot);
    const QByteArray newest = QByteArray::fromStdString(now).trimmed();
    QCOMPARE(lines.back().mid(lines.back().indexOf(',')), newest.mid(newest.indexOf(',')));
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const QByteArray& l) { return l.endsWith(",api,3,1,0,0"); }));
  }

  QTemporaryDir m_folder;
  std::unique_ptr<ChartsPanel> m_panel;
  std::unique_ptr<Stage> m_stage;
};

QTEST_MAIN(TestChartsPanel)
#include "test_charts_panel.moc"
