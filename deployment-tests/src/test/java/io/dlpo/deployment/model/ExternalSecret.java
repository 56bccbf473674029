package io.dlpo.deployment.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code external-secrets.io/v1}, the fields that manifests here use. */
record ExternalSecret(String apiVersion, String kind, Metadata metadata, Spec spec) {

  ExternalSecret {
    Required.field(metadata, "metadata");
    Required.field(spec, "spec");
  }

  record Spec(
      @Nullable String refreshInterval,
      StoreRef secretStoreRef,
      Target target,
      @Nullable List<Data> data) {
    Spec {
      Required.field(secretStoreRef, "spec.secretStoreRef");
      Required.field(target, "spec.target");
    }
  }

  record StoreRef(String name, String kind) {
    StoreRef {
      Required.field(name, "spec.secretStoreRef.name");
      Required.oneOf(kind, "spec.secretStoreRef.kind", "SecretStore", "ClusterSecretStore");
    }
  }

  record Target(
      String name,
      @Nullable String creationPolicy,
      @Nullable String deletionPolicy,
      @Nullable Template template) {
    Target {
      Required.field(name, "spec.target.name");
      Required.oneOf(
          creationPolicy, "spec.target.creationPolicy", "Owner", "Orphan", "Merge", "None");
      Required.oneOf(deletionPolicy, "spec.target.deletionPolicy", "Delete", "Merge", "Retain");
    }
  }

  record Template(
      @Nullable String type,
      @Nullable TemplateMetadata metadata,
      @Nullable Map<String, String> data) {}

  record TemplateMetadata(@Nullable Map<String, String> labels) {}

  record Data(String secretKey, RemoteRef remoteRef) {
    Data {
      Required.field(secretKey, "spec.data.secretKey");
      Required.field(remoteRef, "spec.data.remoteRef");
    }
  }

  record RemoteRef(String key, @Nullable String property) {
    RemoteRef {
      Required.field(key, "spec.data.remoteRef.key");
    }
  }
}
