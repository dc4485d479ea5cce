// SPDX-License-Identifier: GPL-3.0-or-later
//
// Refusals of the plain model, by kind.
#pragma once

#include <string>
#include <utility>

#include "core/base/result.h"
#include "core/model/command.h"

namespace perfect::test {

inline Refusal refusal(RefusalKind kind, std::string message) { return {kind, {"{0}", {std::move(message)}}}; }
inline Refusal invalid(std::string message) { return refusal(RefusalKind::Invalid, std::move(message)); }
inline Refusal conflict(std::string message) { return refusal(RefusalKind::Conflict, std::move(message)); }
inline Refusal notFound(std::string message) { return refusal(RefusalKind::NotFound, std::move(message)); }
inline Refusal beingDeleted(const std::string& name) {
  return conflict("service " + name + " is being deleted; wait until its pods have drained");
}
inline Result<Outcome, Refusal> refuse(Refusal refusal) {
  return Result<Outcome, Refusal>::failure(std::move(refusal));
}

}  // namespace perfect::test
