// SPDX-License-Identifier: GPL-3.0-or-later
//
// ChartsPanel: its charts as a picture, as a drawing and as values.
#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include "app/desktop/charts/charts_panel.h"
#include "app/desktop/save_as.h"
#include "app/desktop/theme/theme.h"
#include "app/desktop/words.h"
#include "app/json/series_csv.h"

namespace perfect {
namespace {

constexpr int kEdge = 12;
constexpr int kHead = 30;
constexpr int kSharp = 2;  // pixels of the picture for one of the window

}  // namespace

QByteArray ChartsPanel::picture(Format format) {
  build();
  const QSize size(m_field->width() + 2 * kEdge, m_field->height() + 2 * kEdge + kHead);
  QByteArray bytes;
  QBuffer file(&bytes);
  file.open(QIODevice::WriteOnly);
  const auto paint = [&](QPaintDevice* device) {
    const theme::Colours& c = theme::colours();
    QPainter painter(device);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), size), c.panel);
    painter.setFont(theme::uiFont(theme::kTitle, QFont::DemiBold));
    painter.setPen(c.text);
    const TimeWindow seen = window();
    painter.drawText(QRect(kEdge, kEdge / 2, size.width() - 2 * kEdge, kHead), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 · %2 to %3").arg(m_service, words::clock(seen.from), words::clock(seen.now)));
    for (ChartCard* card : shownCards())
      card->paintOn(painter, QRectF(card->geometry()).translated(kEdge, kEdge + kHead));
  };
  if (format == Format::Svg) {
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(tr("Charts of %1").arg(m_service));
    paint(&generator);
  } else {
    QImage image(size * kSharp, QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharp);
    paint(&image);
    image.save(&file, "PNG");
  }
  return bytes;
}

std::string ChartsPanel::csv() const {
  const std::string service = m_service.toStdString();
  const TimeWindow seen = window();
  std::string text = seriesHeader();
  const auto& samples = m_store.of(service);
  const Sample* first = SeriesStore::at(samples, seen.from);
  for (const Sample& sample : samples) {
    if ((sample.t < seen.from && &sample != first) || sample.t > seen.now) continue;
    appendSeriesRow(text, {sample.t, service, sample.desired, sample.ready, sample.restarts, sample.load});
  }
  return text;
}

QByteArray ChartsPanel::exported(Format format) {
  return format == Format::Csv ? QByteArray::fromStdString(csv()) : picture(format);
}

void ChartsPanel::exportAs(Format format) {
  SaveAs what;
  what.title = tr("Export charts");
  const QString name = m_service.isEmpty() ? QStringLiteral("charts") : m_service;
  switch (format) {
    case Format::Png:
      what.name = name + QStringLiteral(".png");
      what.filter = tr("Picture (*.png)");
      break;
    case Format::Svg:
      what.name = name + QStringLiteral(".svg");
      what.filter = tr("Drawing (*.svg)");
      break;
    case Format::Csv:
      what.name = name + QStringLiteral(".csv");
      what.filter = tr("CSV (*.csv)");
      break;
  }
  // As it stands now; time goes on while somebody looks for a folder.
  what.bytes = [bytes = exported(format)] { return bytes; };
  what.done = [this](const QString& path, const QString& fault) {
    Q_EMIT told(fault.isEmpty(),
                fault.isEmpty() ? tr("Charts saved to %1").arg(path) : tr("%1 cannot be written: %2").arg(path, fault));
  };
  askAndSave(this, what);
}

}  // namespace perfect
