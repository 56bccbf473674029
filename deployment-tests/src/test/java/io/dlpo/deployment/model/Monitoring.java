package io.dlpo.deployment.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Prometheus operator's {@code monitoring.coreos.com/v1}, the fields that manifests here use.
 */
final class Monitoring {

  private Monitoring() {}

  record PodMonitor(String apiVersion, String kind, Metadata metadata, PodMonitorSpec spec) {
    PodMonitor {
      Required.field(metadata, "metadata");
      Required.field(spec, "spec");
    }
  }

  record PodMonitorSpec(
      LabelSelector selector,
      List<Endpoint> podMetricsEndpoints,
      @Nullable List<String> podTargetLabels,
      @Nullable String jobLabel) {
    PodMonitorSpec {
      Required.field(selector, "spec.selector");
      Required.field(podMetricsEndpoints, "spec.podMetricsEndpoints");
    }
  }

  record Endpoint(
      String port, String path, @Nullable String interval, @Nullable String scrapeTimeout) {
    Endpoint {
      Required.field(port, "spec.podMetricsEndpoints.port");
      Required.field(path, "spec.podMetricsEndpoints.path");
    }
  }

  record ServiceMonitor(
      String apiVersion, String kind, Metadata metadata, ServiceMonitorSpec spec) {
    ServiceMonitor {
      Required.field(metadata, "metadata");
      Required.field(spec, "spec");
    }
  }

  record ServiceMonitorSpec(
      ServiceSelector selector,
      List<Endpoint> endpoints,
      @Nullable List<String> podTargetLabels,
      @Nullable String jobLabel) {
    ServiceMonitorSpec {
      Required.field(selector, "spec.selector");
      Required.field(endpoints, "spec.endpoints");
    }
  }

  record ServiceSelector(
      @Nullable Map<String, String> matchLabels, @Nullable List<Expression> matchExpressions) {}

  record Expression(String key, String operator, @Nullable List<String> values) {
    Expression {
      Required.field(key, "spec.selector.matchExpressions.key");
      Required.oneOf(
          operator,
          "spec.selector.matchExpressions.operator",
          "In",
          "NotIn",
          "Exists",
          "DoesNotExist");
    }
  }

  record PrometheusRule(String apiVersion, String kind, Metadata metadata, RuleSpec spec) {
    PrometheusRule {
      Required.field(metadata, "metadata");
      Required.field(spec, "spec");
    }
  }

  record RuleSpec(List<Group> groups) {
    RuleSpec {
      Required.field(groups, "spec.groups");
    }
  }

  record Group(String name, @Nullable String interval, List<Rule> rules) {
    Group {
      Required.field(name, "spec.groups.name");
      Required.field(rules, "spec.groups.rules");
    }
  }

  record Rule(
      @Nullable String alert,
      @Nullable String record,
      String expr,
      @JsonProperty("for") @Nullable String duration,
      @Nullable Map<String, String> labels,
      @Nullable Map<String, String> annotations) {
    Rule {
      Required.field(expr, "spec.groups.rules.expr");
    }
  }
}
