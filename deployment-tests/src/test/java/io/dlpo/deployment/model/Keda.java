package io.dlpo.deployment.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** KEDA's resources ({@code keda.sh/v1alpha1}), the fields that manifests here use. */
final class Keda {

  private Keda() {}

  record ScaledObject(String apiVersion, String kind, Metadata metadata, ScaledObjectSpec spec) {
    ScaledObject {
      Required.field(metadata, "metadata");
      Required.field(spec, "spec");
    }
  }

  record ScaledObjectSpec(
      ScaleTarget scaleTargetRef,
      @Nullable Integer pollingInterval,
      @Nullable Integer cooldownPeriod,
      @Nullable Integer minReplicaCount,
      @Nullable Integer maxReplicaCount,
      @Nullable Fallback fallback,
      List<Trigger> triggers) {
    ScaledObjectSpec {
      Required.field(scaleTargetRef, "spec.scaleTargetRef");
      Required.field(triggers, "spec.triggers");
    }
  }

  record ScaleTarget(@Nullable String apiVersion, @Nullable String kind, String name) {
    ScaleTarget {
      Required.field(name, "spec.scaleTargetRef.name");
    }
  }

  record Fallback(Integer failureThreshold, Integer replicas) {
    Fallback {
      Required.field(failureThreshold, "spec.fallback.failureThreshold");
      Required.field(replicas, "spec.fallback.replicas");
    }
  }

  record Trigger(
      String type,
      @Nullable String name,
      @Nullable String metricType,
      Map<String, String> metadata,
      @Nullable AuthenticationRef authenticationRef) {
    Trigger {
      Required.field(type, "spec.triggers.type");
      Required.field(metadata, "spec.triggers.metadata");
      Required.oneOf(
          metricType, "spec.triggers.metricType", "AverageValue", "Value", "Utilization");
    }
  }

  record AuthenticationRef(String name, @Nullable String kind) {
    AuthenticationRef {
      Required.field(name, "spec.triggers.authenticationRef.name");
    }
  }

  record TriggerAuthentication(
      String apiVersion, String kind, Metadata metadata, TriggerAuthenticationSpec spec) {
    TriggerAuthentication {
      Required.field(metadata, "metadata");
      Required.field(spec, "spec");
    }
  }

  record TriggerAuthenticationSpec(
      @Nullable List<TargetRef> secretTargetRef, @Nullable List<TargetRef> configMapTargetRef) {}

  record TargetRef(String parameter, String name, String key) {
    TargetRef {
      Required.field(parameter, "targetRef.parameter");
      Required.field(name, "targetRef.name");
      Required.field(key, "targetRef.key");
    }
  }
}
