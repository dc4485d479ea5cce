// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what a client sends: framed into requests, targets and parameters decoded, bodies parsed as the
// routes parse them. However the bytes are cut, the same requests come out; what was understood and is sent
// again in its plainest form is understood in the same way.
#include <algorithm>

#include "app/rest/load_pattern_json.h"
#include "app/rest/parameters.h"
#include "app/rest/request.h"
#include "tests/fuzz/entry.h"

using namespace perfect;
using namespace perfect::fuzz;

namespace {

constexpr FramingLimits kLimits{2048, 4096};

// Feeds at most `step` bytes at a time; returns how many were taken.
qsizetype feed(RequestFraming& framing, const QByteArray& bytes, qsizetype step) {
  qsizetype taken = 0;
  while (taken < bytes.size() && !framing.complete() && !framing.failed()) {
    const qsizetype some = std::min(step, bytes.size() - taken);
    const qsizetype used = framing.take(QByteArrayView(bytes).sliced(taken, some));
    check(used >= 0 && used <= some, "no more is taken than was given");
    taken += used;
    if (used == 0) break;
  }
  return taken;
}

bool sameHead(const RequestHead& a, const RequestHead& b) {
  const auto sameField = [](const HeaderField& x, const HeaderField& y) {
    return x.name == y.name && x.value == y.value;
  };
  return a.method == b.method && a.target == b.target && a.host == b.host && a.keepAlive == b.keepAlive &&
         a.http10 == b.http10 &&
         std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(), sameField);
}

void checkSame(const RequestFraming& whole, const RequestFraming& cut) {
  check(whole.complete() == cut.complete() && whole.failed() == cut.failed(), "cutting changes nothing: the end");
  if (whole.failed()) {
    check(whole.fault().status == cut.fault().status && whole.fault().detail == cut.fault().detail,
          "cutting changes nothing: the refusal", whole.fault().detail.toStdString());
    check(whole.fault().status >= 400 && whole.fault().status < 600 && !whole.fault().detail.isEmpty(),
          "a refusal has a status and says why");
  }
  if (!whole.complete()) return;
  check(sameHead(whole.head(), cut.head()) && whole.body() == cut.body(), "cutting changes nothing: the request");
  check(whole.body().size() <= kLimits.bodyBytes, "a body is within its limit");
}

void checkPlainForm(const RequestFraming& framing) {
  const RequestHead& head = framing.head();
  QByteArray plain = head.method + ' ' + head.target + " HTTP/1.1\r\nHost: " + head.host + "\r\n";
  for (const HeaderField& field : head.fields) {
    const bool framed = field.name == "host" || field.name == "content-length" || field.name == "transfer-encoding" ||
                        field.name == "expect" || field.name == "connection" || field.name == "trailer";
    if (!framed) plain += field.name + ": " + field.value + "\r\n";
  }
  plain += "Content-Length: " + QByteArray::number(framing.body().size()) + "\r\n\r\n" + framing.body();
  RequestFraming again({kLimits.headBytes + 256, kLimits.bodyBytes});
  const qsizetype taken = feed(again, plain, plain.size());
  check(again.complete() && taken == plain.size(), "the plain form is understood:", plain.toStdString());
  check(again.head().method == head.method && again.head().target == head.target && again.head().host == head.host &&
            again.body() == framing.body(),
        "the plain form is understood in the same way:", plain.toStdString());
}

void readAsRoutesDo(const RequestFraming& framing) {
  const auto target = parseTarget(framing.head().target);
  if (!target) {
    check(!target.error().isEmpty(), "a refused target says why");
    return;
  }
  const QList<Parameter> declared{
      Parameter::text(QStringLiteral("service"), {}), Parameter::integer(QStringLiteral("count"), 1, 1000000, {}),
      Parameter::boolean(QStringLiteral("dryRun"), {}), Parameter::duration(QStringLiteral("every"), {}),
      Parameter::choice(QStringLiteral("kind"), {QStringLiteral("kill"), QStringLiteral("crash")}, {})};
  const auto parameters = Parameters::read(declared, target.value().query);
  if (!parameters) {
    check(!parameters.error().isEmpty(), "a refused parameter says why");
  } else if (const auto count = parameters.value().integer(QStringLiteral("count"))) {
    check(*count >= 1 && *count <= 1000000, "a parameter is in range");
  }
  const Request request{framing.head(), target.value(), framing.body()};
  static_cast<void>(request.prefers("application/yaml"));
  if (request.isJson()) {
    const auto pattern = parseLoadPattern(request.body);
    if (!pattern) check(!pattern.error().isEmpty(), "a refused pattern says why");
    if (pattern) check(pattern.value().from >= 0 && pattern.value().to >= 0, "a pattern is in range");
    return;
  }
  const auto specs =
      parseManifests(std::string_view(request.body.constData(), static_cast<std::size_t>(request.body.size())));
  if (!specs) checkErrors(specs.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  // The first byte says how the rest is cut.
  const qsizetype step = 1 + data[0] % 16;
  QByteArray bytes(reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size) - 1);
  while (!bytes.isEmpty()) {
    RequestFraming whole(kLimits);
    RequestFraming cut(kLimits);
    const qsizetype taken = feed(whole, bytes, bytes.size());
    const qsizetype takenCut = feed(cut, bytes, step);
    checkSame(whole, cut);
    if (!whole.complete()) return 0;
    check(taken == takenCut && taken > 0, "cutting changes nothing: where the next request begins");
    checkPlainForm(whole);
    readAsRoutesDo(whole);
    bytes.remove(0, taken);
  }
  return 0;
}
