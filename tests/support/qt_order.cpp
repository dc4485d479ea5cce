// SPDX-License-Identifier: GPL-3.0-or-later
// For builds under ThreadSanitizer. Qt's own libraries are not built with it, so it does not see that what one thread
// hands to an object's event queue happens before the object's thread takes it out: every such hand-over would
// look like a race, and to suppress those means to suppress ours as well, because every handler of ours
// runs below Qt's event loop. So this tells it what Qt guarantees, and nothing more: a queued call comes before its
// delivery (by receiver), a signal emitted from a foreign thread before the deliveries after it, a semaphore's release
// before its acquiring, a thread's last signal before the end of waiting for it.
// Linked before Qt, these functions are found instead of Qt's and go on to them.
#include <QCoreApplication>
#include <QEvent>
#include <QMetaObject>
#include <QSemaphore>
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

// Qt's function of this name, for members.
template <typename Function>
Function* qtsOwn(const char* name) {
  void* own = dlsym(RTLD_NEXT, name);
  if (own == nullptr) qFatal("Qt has no %s", name);
  return reinterpret_cast<Function*>(own);
}

// Qt's function with the same name as this one of ours.
template <typename Function>
Function* qtsOwn(Function* ours) {
  Dl_info info;
  if (dladdr(reinterpret_cast<void*>(ours), &info) == 0 || info.dli_sname == nullptr) qFatal("a function has no name");
  void* own = dlsym(RTLD_NEXT, info.dli_sname);
  if (own == nullptr) qFatal("Qt has no %s", info.dli_sname);
  return reinterpret_cast<Function*>(own);
}

// A functor on its way to another thread: what it does there comes before its end, whoever lets go of it last.
class Ordered final : public QtPrivate::QSlotObjectBase {
 public:
  explicit Ordered(QtPrivate::QSlotObjectBase* inner) : QSlotObjectBase(&Ordered::act), m_inner(inner) {}

 private:
  static void act(int which, QSlotObjectBase* base, QObject* receiver, void** arguments, bool*) {
    auto* self = static_cast<Ordered*>(base);
    if (which == Call) {
      self->m_inner->call(receiver, arguments);
      __tsan_release(self);
    } else if (which == Destroy) {
      __tsan_acquire(self);
      self->m_inner->destroyIfLastRef();
      delete self;
    }
  }

  QtPrivate::QSlotObjectBase* m_inner;
};

}  // namespace

#if QT_VERSION < QT_VERSION_CHECK(6, 7, 0)
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   void* returned) {
  static const auto own = qtsOwn(
      static_cast<bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, void*)>(&invokeMethodImpl));
  auto* const ordered = new Ordered(slot);
  __tsan_release(object);
  return own(object, ordered, type, returned);
}
#else
bool QMetaObject::invokeMethodImpl(QObject* object, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                   qsizetype count, const void* const* parameters, const char* const* names,
                                   const QtPrivate::QMetaTypeInterface* const* types) {
  static const auto own = qtsOwn(
      static_cast<bool (*)(QObject*, QtPrivate::QSlotObjectBase*, Qt::ConnectionType, qsizetype, const void* const*,
                           const char* const*, const QtPrivate::QMetaTypeInterface* const*)>(&invokeMethodImpl));
  auto* const ordered = new Ordered(slot);
  __tsan_release(object);
  return own(object, ordered, type, count, parameters, names, types);
}
#endif

void QMetaObject::activate(QObject* sender, const QMetaObject* meta, int signal, void** arguments) {
  using Activate = void (*)(QObject*, const QMetaObject*, int, void**);
  static const auto own = qtsOwn(static_cast<Activate>(&QMetaObject::activate));
  if (sender->thread() != QThread::currentThread()) {
    __tsan_acquire(&g_foreignSignals);
    __tsan_release(&g_foreignSignals);
  }
  own(sender, meta, signal, arguments);
}

void QSemaphore::release(int n) {
  static const auto own = qtsOwn<void(QSemaphore*, int)>("_ZN10QSemaphore7releaseEi");
  __tsan_release(this);
  own(this, n);
}

void QSemaphore::acquire(int n) {
  static const auto own = qtsOwn<void(QSemaphore*, int)>("_ZN10QSemaphore7acquireEi");
  own(this, n);
  __tsan_acquire(this);
}

bool QSemaphore::tryAcquire(int n) {
  static const auto own = qtsOwn<bool(QSemaphore*, int)>("_ZN10QSemaphore10tryAcquireEi");
  const bool got = own(this, n);
  if (got) __tsan_acquire(this);
  return got;
}

bool QSemaphore::tryAcquire(int n, int timeout) {
  static const auto own = qtsOwn<bool(QSemaphore*, int, int)>("_ZN10QSemaphore10tryAcquireEii");
  const bool got = own(this, n, timeout);
  if (got) __tsan_acquire(this);
  return got;
}

bool QThread::wait(QDeadlineTimer deadline) {
  static const auto own = qtsOwn<bool(QThread*, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
  const bool ended = own(this, deadline);
  if (ended) __tsan_acquire(&g_foreignSignals);
  return ended;
}

QMetaObject::Connection QObject::connectImpl(const QObject* sender, void** signal, const QObject* receiver,
                                             void** slotPtr, QtPrivate::QSlotObjectBase* slot, Qt::ConnectionType type,
                                             const int* types, const QMetaObject* meta) {
  static const auto own = qtsOwn<QMetaObject::Connection(const QObject*, void**, const QObject*, void**,
                                                         QtPrivate::QSlotObjectBase*, Qt::ConnectionType, const int*,
                                                         const QMetaObject*)>(
      "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject");
  __tsan_release(&g_foreignSignals);  // who is connected comes before what is signalled
  return own(sender, signal, receiver, slotPtr, slot, type, types, meta);
}
