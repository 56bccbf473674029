package io.dlpo.deployment.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.dlpo.deployment.manifest.Manifest;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Holds Kubernetes' own kinds to its published OpenAPI document, by the official Java client:
 * fields that are required and are missing, or that are unknown. Custom resources are not in it.
 */
public final class PublishedSchemas {

  private static final Map<String, Validation> KINDS =
      Map.of(
          "ConfigMap", V1ConfigMap::validateJsonElement,
          "Deployment", V1Deployment::validateJsonElement,
          "HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
          "Job", V1Job::validateJsonElement,
          "Namespace", V1Namespace::validateJsonElement,
          "NetworkPolicy", V1NetworkPolicy::validateJsonElement,
          "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
          "Service", V1Service::validateJsonElement,
          "ServiceAccount", V1ServiceAccount::validateJsonElement,
          "StatefulSet", V1StatefulSet::validateJsonElement);

  private PublishedSchemas() {}

  /** Whether a document's API group is Kubernetes' own, so that this has to know its kind. */
  public static boolean cover(Manifest manifest) {
    String group = manifest.apiVersion().replaceFirst("/?[^/]*$", "");
    return !group.contains(".") || group.endsWith(".k8s.io");
  }

  /** What is wrong with a document of a covered group; empty if nothing is. */
  public static List<String> problems(Manifest manifest) {
    Validation validation = KINDS.get(manifest.kind());
    if (validation == null) {
      return List.of(manifest.id() + ": there is no published schema for this kind");
    }
    try {
      validation.check(JsonParser.parseString(manifest.json().toString()));
      return List.of();
    } catch (IOException | IllegalArgumentException e) {
      return List.of(manifest.id() + ": " + e.getMessage());
    }
  }

  private interface Validation {
    void check(JsonElement element) throws IOException;
  }
}
