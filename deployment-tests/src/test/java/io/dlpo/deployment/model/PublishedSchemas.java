package io.dlpo.deployment.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.dlpo.deployment.manifest.Manifest;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
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
      Map.ofEntries(
          Map.entry("ConfigMap", V1ConfigMap::validateJsonElement),
          Map.entry("Deployment", V1Deployment::validateJsonElement),
          Map.entry("HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement),
          Map.entry("Ingress", V1Ingress::validateJsonElement),
          Map.entry("Job", V1Job::validateJsonElement),
          Map.entry("Namespace", V1Namespace::validateJsonElement),
          Map.entry("NetworkPolicy", V1NetworkPolicy::validateJsonElement),
          Map.entry("Pod", V1Pod::validateJsonElement),
          Map.entry("PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement),
          Map.entry("Service", V1Service::validateJsonElement),
          Map.entry("ServiceAccount", V1ServiceAccount::validateJsonElement),
          Map.entry("StatefulSet", V1StatefulSet::validateJsonElement));

  private PublishedSchemas() {}

  /**
   * Whether a document's API group is Kubernetes' own, so that this has to know its kind. The
   * Gateway API is not: it is installed as custom resources.
   */
  public static boolean cover(Manifest manifest) {
    String group = manifest.apiVersion().replaceFirst("/?[^/]*$", "");
    return !group.contains(".")
        || (group.endsWith(".k8s.io") && !group.equals("gateway.networking.k8s.io"));
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
