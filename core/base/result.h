// SPDX-License-Identifier: GPL-3.0-or-later
//
// A value or the reason why there is none. Expected failures travel as values; see
// core/base/assert.h for broken invariants.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/base/assert.h"

namespace perfect {

template <typename T, typename E = std::string>
class [[nodiscard]] Result {
 public:
  Result(T value) : m_value(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  static Result failure(E error) { return Result(std::in_place_index<1>, std::move(error)); }

  bool ok() const { return m_value.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Requires ok().
  const T& value() const& {
    PERFECT_ASSERT(ok());
    return *std::get_if<0>(&m_value);
  }
  T&& value() && {
    PERFECT_ASSERT(ok());
    return std::move(*std::get_if<0>(&m_value));
  }
  /// Requires !ok().
  const E& error() const {
    PERFECT_ASSERT(!ok());
    return *std::get_if<1>(&m_value);
  }

 private:
  template <std::size_t I, typename U>
  Result(std::in_place_index_t<I> index, U&& value) : m_value(index, std::forward<U>(value)) {}

  std::variant<T, E> m_value;
};

}  // namespace perfect
