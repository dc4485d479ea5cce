// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person declares: the `spec` of `kind: Service`. Plain data; one struct per section of
// the manifest, names as in the manifest, defaults as documented there.
// Parsed and validated by core/manifest; every value here is inside its documented range.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/units.h"

namespace perfect {

/// Percentages that may have decimals are kept in thousandths of a percent (5 % = 5000).
using MilliPercent = std::int32_t;

struct EnvVar {
  std::string name;
  std::string value;
  bool operator==(const EnvVar&) const = default;
};

/// readinessProbe, livenessProbe, startupProbe. Whole seconds, as in Kubernetes.
struct Probe {
  std::string path = "/";
  std::int32_t initialDelaySeconds = 1;
  std::int32_t periodSeconds = 2;
  std::int32_t timeoutSeconds = 1;
  std::int32_t successThreshold = 1;
  std::int32_t failureThreshold = 3;
  bool operator==(const Probe&) const = default;
};

struct RestartBackoff {
  Millis base = 500;
  std::int64_t factorMilli = 2000;  ///< factor in thousandths: 2 = 2000
  Millis max = 32000;
  Millis resetAfter = 60000;
  bool operator==(const RestartBackoff&) const = default;
};

/// spec.simulation: what the simulated Agent does with a pod of this version.
struct Simulation {
  Millis start = 1000;
  Millis boot = 0;
  Millis shutdown = 1000;
  std::int32_t jitterMilli = 0;  ///< 0 … 1000: durations vary by ± this many thousandths
  std::optional<Millis> crashAfter;
  std::int64_t crashesPerHourMilli = 0;  ///< in thousandths of a crash per hour
  MilliPercent probeFailure = 0;
  MilliPercent error = 0;  ///< share of requests that fail
  std::int64_t capacityPerPod = 100;
  bool operator==(const Simulation&) const = default;
};

/// Everything that makes a version: changing any of it is a rollout.
struct PodTemplate {
  std::string image = "local://demo@v1";
  std::vector<EnvVar> env;
  std::int32_t terminationGracePeriodSeconds = 30;
  std::optional<Probe> readiness;
  std::optional<Probe> liveness;
  std::optional<Probe> startup;
  RestartBackoff restartBackoff;
  Simulation simulation;
  bool operator==(const PodTemplate&) const = default;

  /// What follows '@' in the image, or the whole image.
  std::string digest() const;
  /// env HEALTHY is "0": every probe fails, and so do the requests its pods serve.
  bool declaredUnhealthy() const;
};

/// A count or a percentage ("25%").
struct IntOrPercent {
  std::int32_t value = 0;
  bool percent = false;
  bool operator==(const IntOrPercent&) const = default;
};

enum class Strategy : std::uint8_t { BlueGreen, Canary, RollingUpdate, Recreate };

struct CanaryStep {
  std::int32_t percent = 0;
  std::optional<Millis> pause;  ///< absent: the rollout's pauseSeconds
  bool manual = false;          ///< pause: manual — waits for promote
  bool operator==(const CanaryStep&) const = default;
};

struct Analysis {
  MilliPercent maxError = 5000;
  Millis interval = 1000;  ///< at least a second
  std::int32_t count = 3;
  std::int32_t failureLimit = 1;
  bool operator==(const Analysis&) const = default;
};

struct Rollout {
  Strategy strategy = Strategy::BlueGreen;
  std::vector<CanaryStep> steps;  ///< Canary; parse fills 25, 50, 100 where none are given
  Millis pause = 5000;            ///< Canary: after each step but the last
  IntOrPercent maxSurge;
  IntOrPercent maxUnavailable;
  bool autoPromote = true;       ///< BlueGreen
  Millis scaleDownDelay = 2000;  ///< BlueGreen
  std::optional<Analysis> analysis;
  Millis progressDeadline = 60000;
  bool autoRollback = true;
  bool operator==(const Rollout&) const = default;
};

enum class PolicyType : std::uint8_t { Pods, Percent };
enum class PolicySelect : std::uint8_t { Max, Min, Disabled };

struct ScalingPolicy {
  PolicyType type = PolicyType::Pods;
  std::int32_t value = 0;
  std::int32_t periodSeconds = 15;
  bool operator==(const ScalingPolicy&) const = default;
};

/// One direction of autoscaling/v2 `behavior`.
struct ScalingRules {
  std::int32_t stabilizationWindowSeconds = 0;
  PolicySelect select = PolicySelect::Max;
  std::vector<ScalingPolicy> policies;
  bool operator==(const ScalingRules&) const = default;
};

struct ScalingBehavior {
  ScalingRules scaleUp;  ///< parse fills the defaults of autoscaling/v2 where absent
  ScalingRules scaleDown;
  bool operator==(const ScalingBehavior&) const = default;
};

struct Autoscale {
  std::int32_t targetCpu = 60;  ///< percent
  std::int32_t min = 1;
  std::int32_t max = 10;
  std::int32_t toleranceMilli = 100;  ///< 0.1 = 100
  Millis period = 5000;
  Millis scaleDownStabilization = 30000;
  std::optional<ScalingBehavior> behavior;
  bool operator==(const Autoscale&) const = default;
};

struct ServiceSpec {
  std::string name;
  std::int32_t replicas = 1;
  bool replicasGiven = false;  ///< the manifest names replicas (an autoscaled service keeps its own otherwise)
  Millis minReady = 0;
  PodTemplate podTemplate;
  Rollout rollout;
  std::optional<Autoscale> autoscale;
  bool operator==(const ServiceSpec&) const = default;
};

}  // namespace perfect
