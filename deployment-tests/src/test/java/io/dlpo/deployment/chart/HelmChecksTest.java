package io.dlpo.deployment.chart;

import static io.dlpo.deployment.chart.HelmChart.files;
import static io.dlpo.deployment.chart.HelmChart.settings;
import static io.dlpo.deployment.chart.HelmChart.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.check.Check;
import io.dlpo.deployment.check.NetworkCheck;
import io.dlpo.deployment.manifest.Manifest;
import io.dlpo.deployment.manifest.Manifests;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is wrong with what the chart renders, also by values that no overlay has. */
class HelmChecksTest {

  private static final String INGRESS =
      "ingress.enabled=true,ingress.host=dlpo.example.com,ingress.tlsSecret=tls";
  private static final String GATEWAY =
      "gateway.enabled=true,gateway.parentRefs[0].name=public,gateway.hostnames={dlpo.example.com}";
  private static final String KEYS = "rest.existingSecret=dlpo-rest,externalSecrets.enabled=true";
  private static final String FEW =
      "autoscaling.hpa.forwardEngine.max=2,autoscaling.hpa.evaluator.max=2,"
          + "autoscaling.keda.forwardEngine.max=2,autoscaling.keda.evaluator.max=2";

  private static final String ONE_POD_EACH =
      "services.optimizer.replicas=1,services.forwardEngine.replicas=1,"
          + "services.backwardEngine.replicas=1,services.evaluator.replicas=1";

  static Stream<List<String>> values() {
    return Stream.of(
        List.of(),
        settings(KEYS, INGRESS),
        settings(KEYS, GATEWAY),
        settings("autoscaling.mode=hpa", FEW),
        settings("autoscaling.mode=keda", FEW),
        with(files("production"), "--set", "tap.enabled=true," + INGRESS),
        with(files("production"), "--set", "monitoring.kind=ServiceMonitor," + GATEWAY),
        with(files("production"), "--set", "simulator.enabled=true,models.keyRequired=false"),
        with(files("production"), "--set", "kafka.mode=bundled"),
        with(files("production"), "--set", "database.mode=bundled," + ONE_POD_EACH),
        with(
            files("production", "external"),
            "--set",
            "kafka.external.caSecret=,database.external.caSecret="));
  }

  @ParameterizedTest
  @MethodSource("values")
  void shouldHold(List<String> values) {
    assertThat(Check.all(HelmChart.render(values), Overlays.PROJECT)).isEmpty();
  }

  @Test
  void shouldDenyNothingWithoutNetworkPolicies() {
    // When
    Manifests manifests = HelmChart.render(settings("networkPolicies.enabled=false"));

    // Then
    assertThat(manifests.ofKind("NetworkPolicy")).isEmpty();
    assertThat(
            Check.ALL.stream()
                .filter(check -> !(check instanceof NetworkCheck))
                .flatMap(check -> check.problems(manifests, Overlays.PROJECT).stream()))
        .isEmpty();
  }

  @Test
  void shouldAskForATokenWhereAnIssuerIsSet() {
    // When
    Manifests manifests =
        HelmChart.render(
            with(settings(INGRESS), "--set-string", "settings.DLPO_SECURITY_OIDC=true"));

    // Then
    assertThat(
            manifests
                .get("Deployment", "optimizer")
                .at("/spec/template/spec/containers/0/env")
                .valueStream()
                .map(entry -> entry.path("name").asText() + "=" + entry.path("value").asText()))
        .contains("DLPO_SECURITY_REQUIRED=true")
        .noneMatch(entry -> entry.startsWith("DLPO_SECURITY_HOSTS"));
  }

  @Test
  void shouldServeAllPathsOfThePagesAndNeitherHealthNorMetrics() throws IOException {
    // Given
    List<String> pages = pages();

    // When
    Manifest ingress = HelmChart.render(settings(KEYS, INGRESS)).get("Ingress", "dlpo");
    Manifest route = HelmChart.render(settings(KEYS, GATEWAY)).get("HTTPRoute", "dlpo");

    // Then
    List<String> served =
        ingress
            .at("/spec/rules/0/http/paths")
            .valueStream()
            .map(path -> path.path("pathType").asText() + " " + path.path("path").asText())
            .toList();
    assertThat(served).contains("Exact /", "Prefix /api").doesNotContain("Prefix /");
    assertThat(pages).contains("/", "/runs").allMatch(page -> isServed(page, served));
    assertThat(isServed("/q/metrics", served)).isFalse();
    assertThat(
            route
                .at("/spec/rules")
                .valueStream()
                .map(rule -> rule.at("/matches/0/path"))
                .map(path -> path.path("type").asText() + " " + path.path("value").asText())
                .map(path -> path.replace("PathPrefix", "Prefix")))
        .containsExactlyElementsOf(served);
  }

  @Test
  void shouldTakeAllOwnImagesFromTheRegistry() {
    // When
    Manifests manifests =
        HelmChart.render(
            settings(
                "images.registry=registry.example.com/team,images.tag=v9,images.pullPolicy=Always",
                "images.pullSecrets[0].name=login,kafka.bundled.image=mirror/kafka:1"));

    // Then
    assertThat(
            manifests
                .pods()
                .filter(pod -> pod.owner().kind().equals("Deployment"))
                .flatMap(pod -> pod.containers())
                .map(container -> container.path("image").asText())
                .toList())
        .hasSize(5)
        .allMatch(image -> image.matches("registry.example.com/team/dlpo/[a-z-]+:v9"));
    assertThat(manifests.pods())
        .hasSize(7)
        .allMatch(pod -> pod.spec().at("/imagePullSecrets/0/name").asText().equals("login"));
    assertThat(manifests.get("StatefulSet", "kafka").at("/spec/template/spec/containers/0/image"))
        .hasToString("\"mirror/kafka:1\"");
  }

  @Test
  void shouldLetKedaAskTheBundledBrokerFromItsOwnNamespace() {
    // When
    Manifests manifests =
        HelmChart.renderIn(
            "team-a", settings("autoscaling.mode=keda,autoscaling.keda.operatorNamespace=scaling"));

    // Then
    assertThat(manifests.get("ScaledObject", "evaluator").at("/spec/triggers/0"))
        .hasToString(
            "{\"metadata\":{\"bootstrapServers\":\"kafka.team-a.svc:9092\","
                + "\"consumerGroup\":\"dlpo.evaluator.predictions\",\"lagThreshold\":\"256\","
                + "\"offsetResetPolicy\":\"earliest\",\"topic\":\"dlpo.prediction.produced.v1\"},"
                + "\"name\":\"predictions\",\"type\":\"kafka\"}");
    assertThat(
            manifests
                .get("StatefulSet", "kafka")
                .at("/spec/template/spec/containers/0/env")
                .findValuesAsText("value"))
        .contains("PLAINTEXT://kafka.team-a.svc:9092");
    assertThat(manifests.get("NetworkPolicy", "kafka").at("/spec/ingress/0/from/1"))
        .hasToString(
            "{\"namespaceSelector\":{\"matchLabels\":"
                + "{\"kubernetes.io/metadata.name\":\"scaling\"}}}");
  }

  @Test
  void shouldLetKedaAskAnExternalBroker() {
    // When
    Manifests manifests = HelmChart.render(files("production", "external", "keda"));

    // Then
    assertThat(manifests.find("KafkaUser", "kafka-keda")).isEmpty();
    assertThat(manifests.get("ScaledObject", "evaluator").at("/spec/triggers/0/metadata"))
        .hasToString(
            "{\"bootstrapServers\":\"kafka.example.com:9093\","
                + "\"consumerGroup\":\"dlpo.evaluator.predictions\",\"lagThreshold\":\"256\","
                + "\"offsetResetPolicy\":\"earliest\",\"sasl\":\"scram_sha512\",\"tls\":\"enable\","
                + "\"topic\":\"dlpo.prediction.produced.v1\"}");
    assertThat(manifests.get("TriggerAuthentication", "kafka").at("/spec/secretTargetRef/1/name"))
        .hasToString("\"kafka-ca\"");
  }

  /** Paths of the pages, as the optimizer lists them. */
  private static List<String> pages() throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("../optimizer-service/src/main/resources/application.properties"))) {
      properties.load(reader);
    }
    return Stream.of(properties.getProperty("quarkus.http.auth.permission.pages.paths").split(","))
        .map(path -> path.replaceFirst("/\\*$", ""))
        .toList();
  }

  private static boolean isServed(String path, List<String> served) {
    return served.stream()
        .map(entry -> entry.split(" "))
        .anyMatch(
            entry ->
                path.equals(entry[1])
                    || (entry[0].equals("Prefix") && path.startsWith(entry[1] + "/")));
  }
}
