// SPDX-License-Identifier: GPL-3.0-or-later
// Any lines as a command line: each line an argument, those that begin with the name of a variable and = the
// environment. A refusal is one line; what is understood stays in range.
#include <QHash>
#include <QStringList>

#include "app/cli/options.h"
#include "app/runtime/controller.h"
#include "tests/fuzz/entry.h"

using namespace perfect;
using namespace perfect::fuzz;

namespace {

bool isVariable(const QString& name) {
  return name == QLatin1String("LISTEN") || name == QLatin1String("X_API_KEY") || name == QLatin1String("TICK_MS") ||
         findAlertVariable(name) != nullptr;
}

void checkMail(const MailSettings& mail) {
  for (const Mailbox& mailbox : QList<Mailbox>{mail.from} + mail.to) {
    check(mailbox.address.count('@') == 1 && mailbox.address.size() <= 318, "an address is one");
    for (const char byte : mailbox.address) check(byte > 0x20 && byte < 0x7F && byte != '<' && byte != '>', "and bare");
    for (const QChar c : mailbox.name) check(c.category() != QChar::Other_Control, "a name adds no line");
  }
  for (const QChar c : mail.subjectPrefix + mail.publicUrl + mail.host)
    check(c.category() != QChar::Other_Control, "no text adds a line");
  check(mail.password.isEmpty() || mail.privacy() != MailPrivacy::Plain, "a password is never sent in the clear");
  check(mail.timeoutMs >= 100 && mail.timeoutMs <= 600000, "an attempt ends");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  QStringList arguments;
  QHash<QString, QString> environment;
  for (const QByteArray& line : text.split('\n')) {
    const QString argument = QString::fromUtf8(line);
    const qsizetype equals = argument.indexOf(QLatin1Char('='));
    const QString name = argument.left(equals);
    if (equals > 0 && isVariable(name)) {
      environment.insert(name, argument.mid(equals + 1));
    } else {
      arguments.append(argument);
    }
  }
  const auto parsed = parseOptions(arguments, environment);
  if (!parsed) {
    check(!parsed.error().isEmpty(), "a refusal says why");
    check(!parsed.error().contains(QLatin1Char('\n')), "a refusal is one line:", parsed.error().toStdString());
    return 0;
  }
  const Options& options = parsed.value();
  checkMail(options.alertSetup.mail);
  check(options.alertSetup.alerts.cooldown >= 0, "a cooldown is not negative");
  check(options.tick >= 10 && options.tick <= 60000, "the tick is in range");
  check(options.speedMilli >= 0 || options.speedMilli == kSpeedMax, "the speed is in range");
  check(!options.forTime || *options.forTime >= 0, "a duration is not negative");
  return 0;
}
