package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Endpoints and reasoning efforts in a spec. */
class EndpointSpecTest {

  private static final String THREE =
      Specs.SHORTEST.replace(
              "{type: number}",
              "{type: judge, rubric: polite, engine: {model: j, endpoint: court}}")
          + "engines: {forward: {model: f, endpoint: local, reasoningEffort: low},"
          + " backward: {model: b, endpoint: cloud}}\n";

  @Test
  void shouldTakeADifferentEndpointForEachModel() {
    // When
    ResolvedRun run = Specs.read(Specs.tree(THREE), Set.of("local", "cloud", "court"));

    // Then
    assertThat(run.settings().engines().forward())
        .isEqualTo(new Engine("f", null, null, null, null, "low", "local"));
    assertThat(run.settings().engines().backward())
        .isEqualTo(new Engine("b", null, null, null, null, null, "cloud"));
    assertThat(((JudgeMetric) run.settings().metric()).engine())
        .isEqualTo(new Engine("j", null, null, null, null, null, "court"));
  }

  @Test
  void shouldRefuseWhatTheEnvironmentDoesNotName() {
    assertThatThrownBy(() -> Specs.read(Specs.tree(THREE), Set.of("local", "another")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key)
                    .containsExactly("engines.backward.endpoint", "metric.engine.endpoint"))
        .hasMessageContaining(
            "`engines.backward.endpoint` is 'cloud'; it must be another, local; for another"
                + " endpoint, set DLPO_ENDPOINTS_CLOUD_URL in the environment of every service");
  }

  @Test
  void shouldLeaveTheDecisionToTheServicesIfTheEnvironmentNamesNone() {
    assertThat(Specs.read(Specs.tree(THREE), Set.of()).settings().engines().forward().endpoint())
        .isEqualTo("local");
  }

  @Test
  void shouldReportTheEndpointOfADefaultJudgeOnce() {
    // Given
    String spec =
        Specs.SHORTEST.replace("{type: number}", "{type: judge, rubric: polite}")
            + "engines: {backward: {model: b, endpoint: cloud}}\n";

    // When, then
    assertThatThrownBy(() -> Specs.read(Specs.tree(spec), Set.of("local")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::key)
                    .containsExactly("engines.backward.endpoint"));
  }

  @Test
  void shouldWriteTheCanonicalSpecOfOtherRunsAsBefore() {
    // When
    JsonNode plain = Specs.read(Specs.SHORTEST).spec().path("engines");
    JsonNode named = Specs.read(Specs.tree(THREE), Set.of()).spec().path("engines");

    // Then
    assertThat(plain.toString())
        .isEqualTo(
            "{\"forward\":{\"model\":\"student\",\"temperature\":0.0},"
                + "\"backward\":{\"model\":\"teacher\",\"temperature\":0.0}}");
    assertThat(named.toString())
        .isEqualTo(
            "{\"forward\":{\"model\":\"f\",\"reasoningEffort\":\"low\",\"endpoint\":\"local\"},"
                + "\"backward\":{\"model\":\"b\",\"endpoint\":\"cloud\"}}");
  }
}
