// SPDX-License-Identifier: GPL-3.0-or-later
//
// Suffixes that look drawn by chance, as Kubernetes' do, and yet are the ordinal written differently:
// L letters of 27 stand for a number below 27^L, and two multiplications by a unit of that ring with
// the letters turned in between scatter neighbours. Every step has an inverse.
#include <array>

#include "core/events/texts.h"

namespace perfect {
namespace {

// Kubernetes' alphabet without vowels and look-alikes, so that no suffix is a word.
constexpr std::string_view kLetters = "bcdfghjklmnpqrstvwxz2456789";
constexpr std::uint64_t kBase = kLetters.size();
constexpr std::size_t kShortest = 5;
constexpr std::size_t kLongest = 7;

constexpr std::uint64_t kFirstFactor = 6180341;  // neither is a multiple of 3, so both are units modulo 27^L
constexpr std::uint64_t kSecondFactor = 3819661;
constexpr std::uint64_t kFirstShift = 2718281;
constexpr std::uint64_t kSecondShift = 1414213;

constexpr std::uint64_t power(std::size_t letters) {
  std::uint64_t value = 1;
  for (std::size_t i = 0; i < letters; ++i) value *= kBase;
  return value;
}

/// a·b modulo m without overflow; m < 2^34.
constexpr std::uint64_t times(std::uint64_t a, std::uint64_t b, std::uint64_t m) {
  constexpr std::uint64_t kPiece = 1U << 17U;
  return (a * (b / kPiece) % m * kPiece + a * (b % kPiece)) % m;
}

/// x with a·x = 1 modulo 27^L: each round doubles the digits that are right (Newton's method for 3-adic numbers).
constexpr std::uint64_t inverse(std::uint64_t a, std::uint64_t modulus) {
  std::uint64_t x = a % 3;  // 1·1 and 2·2 are 1 modulo 3
  for (std::uint64_t correct = 3; correct < modulus;) {
    correct = correct > modulus / correct ? modulus : correct * correct;
    x = times(x, (correct + 2 - times(a % correct, x, correct)) % correct, correct);
  }
  return x;
}
static_assert(kFirstFactor * inverse(kFirstFactor, power(5)) % power(5) == 1);
static_assert(kSecondFactor * inverse(kSecondFactor, power(5)) % power(5) == 1);

struct Ring {
  std::uint64_t modulus = 0;
  std::uint64_t low = 0;   ///< 27^2: letters that change places
  std::uint64_t high = 0;  ///< 27^(L-2)
  std::uint64_t firstBack = 0;
  std::uint64_t secondBack = 0;
};

constexpr Ring ringOf(std::size_t letters) {
  const std::uint64_t m = power(letters);
  return {m, power(2), power(letters - 2), inverse(kFirstFactor, m), inverse(kSecondFactor, m)};
}
constexpr std::array<Ring, kLongest - kShortest + 1> kRings{ringOf(5), ringOf(6), ringOf(7)};

/// Where a service's suffixes begin, so that pods of two services do not have the same ones (FNV-1a of its name).
std::uint64_t beginOf(std::string_view service, const Ring& ring) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : service) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash % ring.modulus;
}

std::uint64_t scatter(std::uint64_t n, const Ring& ring) {
  n = (times(n, kFirstFactor, ring.modulus) + kFirstShift) % ring.modulus;
  n = n / ring.low + n % ring.low * ring.high;
  return (times(n, kSecondFactor, ring.modulus) + kSecondShift) % ring.modulus;
}

std::uint64_t gather(std::uint64_t n, const Ring& ring) {
  n = times(n + ring.modulus - kSecondShift, ring.secondBack, ring.modulus);
  n = n % ring.high * ring.low + n / ring.high;
  return times((n + ring.modulus - kFirstShift) % ring.modulus, ring.firstBack, ring.modulus);
}

}  // namespace

std::string podSuffix(std::string_view service, PodOrdinal ordinal) {
  std::uint64_t n = ordinal;
  std::size_t length = kShortest;
  for (; n >= kRings[length - kShortest].modulus; ++length) n -= kRings[length - kShortest].modulus;
  const Ring& ring = kRings[length - kShortest];
  n = scatter((n + beginOf(service, ring)) % ring.modulus, ring);
  std::string suffix(length, ' ');
  for (std::size_t i = length; i-- > 0; n /= kBase) suffix[i] = kLetters[n % kBase];
  return suffix;
}

PodOrdinal podOrdinal(std::string_view service, std::string_view suffix) {
  if (suffix.size() < kShortest || suffix.size() > kLongest) return kNoPod;
  std::uint64_t n = 0;
  for (const char c : suffix) {
    const std::size_t digit = kLetters.find(c);
    if (digit == std::string_view::npos) return kNoPod;
    n = n * kBase + digit;
  }
  const Ring& ring = kRings[suffix.size() - kShortest];
  n = (gather(n, ring) + ring.modulus - beginOf(service, ring)) % ring.modulus;
  for (std::size_t length = kShortest; length < suffix.size(); ++length) n += kRings[length - kShortest].modulus;
  return n < kNoPod ? static_cast<PodOrdinal>(n) : kNoPod;
}

std::string podName(std::string_view service, std::string_view versionHash, PodOrdinal ordinal) {
  std::string name(service);
  name += '-';
  if (!versionHash.empty()) {
    name += versionHash;
    name += '-';
  }
  return name += podSuffix(service, ordinal);
}

std::string podName(const Names& names, ServiceIndex service, VersionIndex version, PodOrdinal ordinal) {
  if (service >= names.size() || names[service] == nullptr) return podSuffix({}, ordinal);
  const ServiceNames& known = *names[service];
  const bool hasVersion = version >= 0 && static_cast<std::size_t>(version) < known.versions.size();
  return podName(known.name, hasVersion ? known.versions[static_cast<std::size_t>(version)].hash : std::string(),
                 ordinal);
}

}  // namespace perfect
