package io.dlpo.deployment.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Metadata of a custom resource, as far as manifests write it. */
record Metadata(
    String name,
    @Nullable String namespace,
    @Nullable Map<String, String> labels,
    @Nullable Map<String, String> annotations) {

  Metadata {
    Required.field(name, "metadata.name");
  }
}
