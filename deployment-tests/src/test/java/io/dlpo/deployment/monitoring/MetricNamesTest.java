package io.dlpo.deployment.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names a metric names one that there is, and every one is documented and shown. */
class MetricNamesTest {

  private static final Path ROOT = Path.of("..");
  private static final List<Meter> METERS = Meters.read(ROOT);
  private static final Pattern NAME = Pattern.compile("\\bdlpo_[a-z_]+");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(dlpo_\\w+)` \\| (\\w+) \\| ([^|]*) \\|", Pattern.MULTILINE);
  private static final String DASHBOARDS = "deploy/monitoring/grafana/dashboards/";

  @Test
  void shouldFindTheMetersOfEveryModule() {
    assertThat(METERS)
        .extracting(Meter::name)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(15)
        .contains(
            "dlpo.model.calls", "dlpo.handler.duration", "dlpo.evaluations", "dlpo.decisions");
    assertThat(METERS)
        .contains(new Meter("Counter", "dlpo.model.calls", Set.of("model", "purpose", "outcome")));
  }

  @Test
  void shouldMakeMetersNowhereElse() {
    assertThat(Meters.sources(ROOT, ".java"))
        .filteredOn(source -> source.contains("MeterRegistry;"))
        .allMatch(source -> Pattern.compile("class \\w+Meters\\b").matcher(source).find());
  }

  @Test
  void shouldDocumentEachMeterWithItsTypeAndLabels() {
    // Given
    Map<String, MatchResult> rows = new TreeMap<>();
    ROW.matcher(text("docs/metrics.md")).results().forEach(row -> rows.put(row.group(1), row));

    // Then
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(METERS.stream().map(Meter::family).toList());
    assertThat(METERS)
        .allSatisfy(
            meter -> {
              MatchResult row = rows.get(meter.family());
              assertThat(row.group(2)).isEqualToIgnoringCase(meter.kind());
              assertThat(meter.labels())
                  .allSatisfy(label -> assertThat(row.group(3)).contains("`" + label + "`"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/metrics.md",
        "docs/runbooks.md",
        "docs/failure-signatures.md",
        "deploy/monitoring/alerts.yaml",
        "deploy/monitoring/alerts.test.yaml",
        DASHBOARDS + "overview.json",
        DASHBOARDS + "models.json"
      })
  void shouldNameNoMetricThatThereIsNot(String file) {
    // Given
    Set<String> known =
        METERS.stream()
            .flatMap(meter -> Stream.concat(Stream.of(meter.family()), meter.series()))
            .collect(Collectors.toSet());

    // Then
    assertThat(known).containsAll(named(file));
  }

  @Test
  void shouldShowEachMeterOnADashboard() {
    // Given
    Set<String> shown =
        Stream.of("overview.json", "models.json")
            .flatMap(board -> named(DASHBOARDS + board).stream())
            .collect(Collectors.toSet());

    // Then
    assertThat(METERS).allMatch(meter -> meter.series().anyMatch(shown::contains));
  }

  /** A meter of the conventions has the suffixes of a timer or a summary in its series. */
  @Test
  void shouldShowTheStandardMetricsAsTheyAreDocumented() {
    // Given
    Set<String> documented = words("`(gen_ai_\\w+|server_address|error_type)`", "docs/metrics.md");
    String board = DASHBOARDS + "genai.json";

    // When
    Set<String> shown =
        words("\\b(gen_ai_\\w+?|server_address|error_type)(?:_count|_sum)?\\b", board);

    // Then
    assertThat(documented).containsAll(shown);
    assertThat(shown)
        .contains("gen_ai_client_operation_duration_seconds", "gen_ai_client_token_usage");
  }

  private static Set<String> words(String pattern, String file) {
    return Pattern.compile(pattern)
        .matcher(text(file))
        .results()
        .map(word -> word.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> named(String file) {
    return NAME.matcher(text(file)).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String text(String file) {
    return Meters.text(ROOT.resolve(file));
  }
}
