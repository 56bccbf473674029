package io.dlpo.deployment.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The alerts as the Prometheus operator takes them. */
public final class RuleResource {

  private static final String HEADER =
      "# Written by GeneratedFilesTest (-Ddlpo.kubernetes.write=true); do not edit.\n";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private RuleResource() {}

  /** A {@code PrometheusRule} with the groups of a rule file. */
  public static String of(String rules) {
    ObjectNode resource = YAML.createObjectNode();
    resource.put("apiVersion", "monitoring.coreos.com/v1").put("kind", "PrometheusRule");
    ObjectNode metadata = resource.putObject("metadata").put("name", "dlpo");
    metadata
        .putObject("labels")
        .put("app.kubernetes.io/instance", "dlpo")
        .put("app.kubernetes.io/part-of", "dlpo");
    try {
      resource.putObject("spec").set("groups", YAML.readTree(rules).path("groups"));
      return HEADER + YAML.writeValueAsString(resource).replaceFirst("^---\n", "");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("these are no rules", e);
    }
  }
}
