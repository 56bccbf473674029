package io.dlpo.deployment.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Gateway API's {@code gateway.networking.k8s.io/v1}, the fields that manifests here use. */
final class GatewayApi {

  private static final int MOST_MATCHES = 8;
  private static final int MOST_RULES = 16;

  private GatewayApi() {}

  record HttpRoute(String apiVersion, String kind, Metadata metadata, HttpRouteSpec spec) {
    HttpRoute {
      Required.field(metadata, "metadata");
      Required.field(spec, "spec");
    }
  }

  record HttpRouteSpec(
      List<ParentReference> parentRefs,
      @Nullable List<String> hostnames,
      List<HttpRouteRule> rules) {
    HttpRouteSpec {
      Required.field(parentRefs, "spec.parentRefs");
      Required.atMost(Required.field(rules, "spec.rules"), "spec.rules", MOST_RULES);
    }
  }

  record ParentReference(
      String name,
      @Nullable String namespace,
      @Nullable String sectionName,
      @Nullable Integer port) {
    ParentReference {
      Required.field(name, "spec.parentRefs.name");
    }
  }

  record HttpRouteRule(
      List<HttpRouteMatch> matches, List<Backend> backendRefs, @Nullable HttpTimeouts timeouts) {
    HttpRouteRule {
      Required.atMost(
          Required.field(matches, "spec.rules.matches"), "spec.rules.matches", MOST_MATCHES);
      Required.field(backendRefs, "spec.rules.backendRefs");
    }
  }

  record HttpRouteMatch(HttpPathMatch path) {
    HttpRouteMatch {
      Required.field(path, "spec.rules.matches.path");
    }
  }

  record HttpPathMatch(String type, String value) {
    HttpPathMatch {
      Required.oneOf(
          type, "spec.rules.matches.path.type", "Exact", "PathPrefix", "RegularExpression");
      Required.field(value, "spec.rules.matches.path.value");
    }
  }

  record Backend(String name, Integer port) {
    Backend {
      Required.field(name, "spec.rules.backendRefs.name");
      Required.field(port, "spec.rules.backendRefs.port");
    }
  }

  record HttpTimeouts(String request) {
    HttpTimeouts {
      Required.field(request, "spec.rules.timeouts.request");
    }
  }
}
