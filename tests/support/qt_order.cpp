// SPDX-License-Identifier: GPL-3.0-or-later
// For builds under ThreadSanitizer. Qt's own libraries are not built with it, so it does not see that what one thread
// hands to an object's event queue happens before the object's thread takes it out: every such hand-over would
// look like a race, and to suppress those means to suppress ours as well, because every handler of ours
// runs below Qt's event loop. So this tells it what Qt guarantees, and nothing more: a queued call comes before its
// delivery (by receiver), a signal emitted from a foreign thread before the deliveries after it.
// Linked before Qt, these functions are found instead of Qt's and go on to them.
#include <QCoreApplication>
#include <QEvent>
#include <QMetaObject>
#include <QThread>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

char g_foreignSignals;  // its address stands for all signals that cross threads

bool beforeDelivery(void** data) {
  __tsan_acquire(data[0]);  // the receiver
  if (static_cast<QEvent*>(data[1])->type() == QEvent::MetaCall) __tsan_acquire(&g_foreignSignals);
  return false;
}

const bool g_registered = QInternal::registerCallback(QInternal::EventNotifyCallback, beforeDelivery);

// Qt's function with the same name as this one of ours.
template <typename Function>
Function* qtsOwn(Function* ours) {
  Dl_info info;
  if (dladdr(reinterpret_cast<void*>(ours), &info) == 0 || info.dli_sname == nullptr) qFatal("a function has no name");
  void* own = dlsym(RTLD_NEXT, info.dli_sname);
  if (own == nullptr) qFatal("Qt has no %s", info.dli_sname);
  return reinterpret_cast<Function*>(own);
}

}  // namespace

#if QT_VERSION < QT_VERSION_CHECK(6, 7, 0)
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   void* returned) {
  static const auto own = qtsOwn(
      static_cast<bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*)>(&invokeMethodImpl));
  __tsan_release(object);
  return own(object, slot, type, returned);
}
#else
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   qsizetype count, const void* const* parameters, const char* const* names,
                                   const QtPrivate::QMetaTypeInterface* const* types) {
  static const auto own = qtsOwn(
      static_cast<bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, qsizetype, const void* const*,
                           const char* const*, const QtPrivate::QMetaTypeInterface* const*)>(&invokeMethodImpl));
  __tsan_release(object);
  return own(object, slot, type, count, parameters, names, types);
}
#endif

void QMetaObject::activate(QObject* sender, const QMetaObject* meta, int signal, void** arguments) {
  using Activate = void (*)(QObject*, const QMetaObject*, int, void**);
  static const auto own = qtsOwn(static_cast<Activate>(&QMetaObject::activate));
  if (sender->thread() != QThread::currentThread()) __tsan_release(&g_foreignSignals);
  own(sender, meta, signal, arguments);
}
