package io.dlpo.deployment.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the alerts to Prometheus' tool, to their tests and to the runbooks. */
class AlertsTest {

  private static final Path FOLDER = Path.of("../deploy/monitoring");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern SECTION = Pattern.compile("^## (\\w+)$", Pattern.MULTILINE);
  private static final Pattern MIXING =
      Pattern.compile(
          "\\b(sum|max|min|avg|count|group)\\s*(\\((?!by)|by \\((?!namespace))"
              + "|\\b(on|without|ignoring|by) \\((?!namespace|\\))");
  private static final Optional<Promtool> PROMTOOL = Promtool.find();

  static {
    if (PROMTOOL.isEmpty()) {
      System.getLogger(AlertsTest.class.getName())
          .log(System.Logger.Level.WARNING, Promtool.MISSING);
    }
  }

  @Test
  void shouldHaveARunbookForEachAlertAndNoOthers() {
    assertThat(SECTION.matcher(Meters.text(Path.of("../docs/runbooks.md"))).results())
        .extracting(section -> section.group(1))
        .containsExactlyElementsOf(alerts().stream().map(AlertsTest::name).toList());
  }

  @Test
  void shouldSayInEachAlertWhatIsWrongAndWhereItsRunbookIs() {
    assertThat(alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            alert -> {
              assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
              assertThat(alert.at("/annotations/runbook_url").asText())
                  .isEqualTo("docs/runbooks.md#" + name(alert).toLowerCase(Locale.ROOT));
              assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            });
  }

  @Test
  void shouldTestEachAlertFiringAndSilent() {
    // Given
    List<JsonNode> checks =
        yaml("alerts.test.yaml")
            .at("/tests")
            .valueStream()
            .flatMap(test -> test.path("alert_rule_test").valueStream())
            .toList();

    // Then
    assertThat(alerts())
        .allSatisfy(
            alert ->
                assertThat(checks)
                    .filteredOn(check -> name(alert).equals(check.path("alertname").asText()))
                    .as(name(alert))
                    .anyMatch(check -> check.has("exp_alerts")));
  }

  @Test
  void shouldDoWhatTheirTestsSay() {
    Promtool promtool = promtool();
    assertThat(promtool.run(FOLDER, "check", "rules", "alerts.yaml")).endsWith("exit status 0");
    assertThat(promtool.run(FOLDER, "test", "rules", "alerts.test.yaml")).endsWith("exit status 0");
    assertThat(promtool.run(FOLDER, "check", "config", "prometheus.yml")).endsWith("exit status 0");
  }

  @Test
  void shouldNoticeAnAlertThatIsBroken(@TempDir Path folder) throws IOException {
    // Given
    Promtool promtool = promtool();
    String rules = Meters.text(FOLDER.resolve("alerts.yaml"));
    Files.writeString(
        folder.resolve("alerts.yaml"), rules.replace("outcome=\"overdue\"", "outcome=\"late\""));
    Files.copy(FOLDER.resolve("alerts.test.yaml"), folder.resolve("alerts.test.yaml"));

    // Then
    assertThat(promtool.run(folder, "test", "rules", "alerts.test.yaml"))
        .contains("DlpoEvaluationsOverdue")
        .endsWith("exit status 1");
  }

  /**
   * An installation is a namespace: no aggregation may mix two, and none may be joined to another.
   */
  @Test
  void shouldTellInstallationsApart() {
    assertThat(alerts())
        .allSatisfy(
            alert -> {
              String expression = alert.path("expr").asText();
              assertThat(MIXING.matcher(expression).results().map(MatchResult::group)).isEmpty();
            });
    assertThat(
            MIXING.matcher("sum(increase(x[5m])) / sum by (job) (y) unless on (job) z").results())
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by (namespace, job, topic)", "by (namespace, model)", "by (namespace)"})
  void shouldNoticeWhatMixesInstallations(String apart, @TempDir Path folder) throws IOException {
    // Given
    Promtool promtool = promtool();
    String rules = Meters.text(FOLDER.resolve("alerts.yaml"));
    Files.writeString(
        folder.resolve("alerts.yaml"),
        rules.replace(apart, apart.replaceFirst("namespace(, )?", "")));
    Files.copy(FOLDER.resolve("alerts.test.yaml"), folder.resolve("alerts.test.yaml"));

    // Then
    assertThat(rules).contains(apart);
    assertThat(promtool.run(folder, "test", "rules", "alerts.test.yaml")).endsWith("exit status 1");
  }

  private static Promtool promtool() {
    assumeTrue(PROMTOOL.isPresent(), Promtool.MISSING);
    return PROMTOOL.orElseThrow();
  }

  private static List<JsonNode> alerts() {
    return yaml("alerts.yaml")
        .at("/groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream())
        .toList();
  }

  private static String name(JsonNode alert) {
    return alert.path("alert").asText();
  }

  private static JsonNode yaml(String file) {
    try {
      return YAML.readTree(Meters.text(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
