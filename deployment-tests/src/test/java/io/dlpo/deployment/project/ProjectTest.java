package io.dlpo.deployment.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is read from the sources is what stands there: nothing is held to an empty list. */
class ProjectTest {

  private static final Project PROJECT = Project.read(Path.of(".."));

  @Test
  void shouldKnowTheServices() {
    assertThat(PROJECT.services())
        .extracting(ServiceFacts::name, ServiceFacts::module, ServiceFacts::callsModels)
        .containsExactlyInAnyOrder(
            tuple("optimizer", "optimizer-service", true),
            tuple("forward-engine", "forward-engine-service", true),
            tuple("backward-engine", "backward-engine-service", true),
            tuple("evaluator", "evaluator-service", true));
    assertThat(PROJECT.settings()).containsKey("llm-simulator").hasSize(5);
    assertThat(PROJECT.longestCall()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void shouldKnowWhatAServiceReadsAndWrites() {
    // When
    ServiceFacts engine = PROJECT.service("forward-engine");

    // Then
    assertThat(engine.channels())
        .containsExactly(
            new Channel(
                "examples",
                "dlpo.example.requested.v1",
                "dlpo.forward-engine.examples",
                "dlpo.example.requested.v1.forward-engine.dlq"),
            new Channel(
                "proposals",
                "dlpo.prompt.proposed.v1",
                "dlpo.forward-engine.proposals",
                "dlpo.prompt.proposed.v1.forward-engine.dlq"));
    assertThat(engine.publishes())
        .containsExactlyInAnyOrder("dlpo.example.requested.v1", "dlpo.prediction.produced.v1");
  }

  @Test
  void shouldKnowWhoWorksWithoutARecord() {
    assertThat(PROJECT.services())
        .filteredOn(ServiceFacts::schedules)
        .extracting(ServiceFacts::name)
        .containsExactlyInAnyOrder("optimizer", "evaluator");
  }

  @Test
  void shouldKnowThePoolsOfAService() {
    assertThat(PROJECT.service("evaluator").ownPool()).isEqualTo(24);
    assertThat(PROJECT.service("forward-engine").ownPool()).isZero();
    assertThat(PROJECT.service("forward-engine").ledgerPool()).isEqualTo(16);
  }

  @Test
  void shouldKnowTheVariablesOfAModule() {
    assertThat(PROJECT.settings().get("forward-engine-service"))
        .contains(
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_SASL_JAAS_CONFIG",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "DATABASE_URL",
            "OPENAI_API_KEY",
            "DLPO_GATEWAY_MAX_DURATION",
            "DLPO_EVENTS_RETRY_FOR",
            "DLPO_FORWARD_ENGINE_CONCURRENCY",
            "QUARKUS_HTTP_PORT")
        .doesNotContain("DLPO_EVALUATOR_DEADLINE", "DLPO_FORWARD_MODEL");
    assertThat(PROJECT.settings().get("llm-simulator"))
        .contains("DLPO_SIMULATOR_LATENCY")
        .doesNotContain("KAFKA_BOOTSTRAP_SERVERS");
  }
}
