package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.CliException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptimizerClientTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StubOptimizer stub;
  private OptimizerClient client;

  @BeforeEach
  void start() throws IOException {
    stub = StubOptimizer.start();
    client = new OptimizerClient(stub.base());
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldDeleteARunOrSayWhyNot() {
    // Given
    stub.on("DELETE /api/runs/r", 202, "{\"runId\":\"r\"}")
        .on("DELETE /api/runs/r", 409, "{\"detail\":\"run r is RUNNING\"}");

    // When
    client.delete("r");

    // Then
    assertThat(stub.requests()).containsExactly("DELETE /api/runs/r");
    assertThatThrownBy(() -> client.delete("r")).hasMessage("run r is RUNNING");
  }

  @Test
  void shouldReportEveryErrorOfARefusal() {
    // Given
    stub.on(
        "POST /api/runs",
        422,
        "{\"detail\":\"a; b\",\"errors\":[{\"message\":\"steps is 0\"},{\"message\":\"seed is 'x'\"}]}");

    // When, Then
    assertThatThrownBy(() -> client.request(MAPPER.createObjectNode(), Optional.empty()))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessage("steps is 0\nseed is 'x'");
  }

  @Test
  void shouldRequestAForkAndAReplay() {
    // Given
    stub.on("POST /api/runs/run+1/fork", 202, "{\"runId\":\"run-2\"}")
        .on("GET /api/runs/run+1/replay", 200, "{\"verdict\":\"AGREES\"}");

    // When
    String id = client.fork("run 1", new ForkRequest(4, List.of("seed=7"), null).body());

    // Then
    assertThat(id).isEqualTo("run-2");
    assertThat(client.replay("run 1").path("verdict").asText()).isEqualTo("AGREES");
    assertThat(stub.requests())
        .containsExactly(
            "POST /api/runs/run+1/fork {\"step\":4,\"set\":{\"seed\":7}}",
            "GET /api/runs/run+1/replay");
  }

  @Test
  void shouldReportAnUnreachableOptimizer() {
    // Given
    stub.close();

    // When, Then
    assertThatThrownBy(() -> client.runs())
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(3))
        .hasMessage(
            "the optimizer at %s is unreachable; see ./dlpo status, or check DLPO_REST if it is set"
                .formatted(stub.base()));
  }

  @Test
  void shouldReportWhyACommandIsRefused() {
    // Given
    stub.on("POST /api/runs/r/pause", 409, "{\"detail\":\"run r is FINISHED\",\"errors\":[]}");

    // Then
    assertThatThrownBy(() -> client.command("r", "pause"))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(1))
        .hasMessage("run r is FINISHED");
  }

  @Test
  void shouldReportTheStatusOfAResponseWithoutDetails() {
    // Given
    stub.on("GET /api/runs/a", 500, "{\"details\":\"Error id 1\",\"stack\":\"\"}")
        .on("GET /api/runs/b", 502, "<html>Bad Gateway</html>")
        .on("GET /api/runs/c", 405, "");

    // Then
    assertThatThrownBy(() -> client.find("a"))
        .isInstanceOf(OptimizerUnreachableException.class)
        .hasMessage(
            "the optimizer at " + stub.base() + " responded with status 500 and no details");
    assertThatThrownBy(() -> client.find("b"))
        .isInstanceOf(OptimizerUnreachableException.class)
        .hasMessageEndingWith("status 502 and no details");
    assertThatThrownBy(() -> client.find("c"))
        .isInstanceOf(CliException.class)
        .isNotInstanceOf(OptimizerUnreachableException.class)
        .hasMessageEndingWith("status 405 and no details");
  }

  @Test
  void shouldTreatServerErrorsAndTimeoutsAsUnreachable() {
    // Given
    stub.on("GET /api/runs", 503, "{\"detail\":\"the database is unreachable\"}")
        .on("GET /api/runs", 429, "slow down")
        .on("GET /api/runs", 408, "");

    // Then
    assertThatThrownBy(() -> client.runs())
        .isInstanceOf(OptimizerUnreachableException.class)
        .hasMessage("the database is unreachable");
    assertThatThrownBy(() -> client.runs()).isInstanceOf(OptimizerUnreachableException.class);
    assertThatThrownBy(() -> client.runs()).isInstanceOf(OptimizerUnreachableException.class);
  }

  @Test
  void shouldFetchAReportAsAFileOrSayWhyNot() {
    // Given
    stub.on("GET /api/experiments/e/report/html", 200, "<!doctype html>");
    stub.on("GET /api/experiments/none/report/csv", 404, "{\"detail\":\"there is no experiment\"}");

    // Then
    assertThat(new String(client.report("e", "html"), StandardCharsets.UTF_8))
        .isEqualTo("<!doctype html>");
    assertThatThrownBy(() -> client.report("none", "csv"))
        .isInstanceOf(CliException.class)
        .hasMessage("there is no experiment");
  }

  @Test
  void shouldRequestAnEstimateWithAssumptions() {
    // Given
    stub.on("POST /api/estimates", 200, "{\"name\":\"plain\"}");
    stub.on(
        "POST /api/estimates?assume=tokens.answer%3D300&assume=accuracy.end%3D0.8",
        200, "{\"name\":\"assumed\"}");

    // When
    JsonNode plain = client.estimate(MAPPER.createObjectNode().put("prompt", "a"), List.of());
    JsonNode assumed =
        client.estimate(
            MAPPER.createObjectNode(), List.of("tokens.answer=300", "accuracy.end=0.8"));

    // Then
    assertThat(plain.path("name").asText()).isEqualTo("plain");
    assertThat(assumed.path("name").asText()).isEqualTo("assumed");
    assertThat(stub.requests().getFirst()).isEqualTo("POST /api/estimates {\"prompt\":\"a\"}");
  }

  @Test
  void shouldReportTheRefusedAssumption() {
    // Given
    stub.on(
        "POST /api/estimates?assume=luck%3D1",
        422, "{\"detail\":\"d\",\"errors\":[{\"message\":\"'luck' is not an assumption\"}]}");

    // When, Then
    assertThatThrownBy(() -> client.estimate(MAPPER.createObjectNode(), List.of("luck=1")))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessage("'luck' is not an assumption");
  }

  @Test
  void shouldListAndRedriveDeadLetters() {
    // Given
    stub.on("GET /api/dead-letters?topic=a.b&limit=5", 200, "{\"letters\":[]}")
        .on("GET /api/dead-letters/a.b.dlq%3A0%3A1", 200, "{\"letter\":{\"id\":\"a.b.dlq:0:1\"}}")
        .on("POST /api/dead-letters/a.b.dlq%3A0%3A1/redrive?again=true", 200, "{\"redriven\":1}")
        .on(
            "POST /api/dead-letters/a.b.dlq%3A0%3A1/redrive?again=false",
            409, "{\"detail\":\"no\"}")
        .on("POST /api/dead-letters/redrive?run=r", 200, "{\"redriven\":7}");
    Map<String, String> query = new LinkedHashMap<>();
    query.put("topic", "a.b");
    query.put("limit", "5");

    // Then
    assertThat(client.deadLetters(query).path("letters")).isEmpty();
    assertThat(client.deadLetter("a.b.dlq:0:1").at("/letter/id").asText()).isEqualTo("a.b.dlq:0:1");
    assertThat(client.redrive("a.b.dlq:0:1", true).path("redriven").asInt()).isEqualTo(1);
    assertThat(client.redriveAll(Map.of("run", "r")).path("redriven").asInt()).isEqualTo(7);
    assertThatThrownBy(() -> client.redrive("a.b.dlq:0:1", false))
        .isInstanceOf(CliException.class)
        .hasMessage("no");
  }

  @Test
  void shouldRequestPromotionsAndLabels() {
    // Given
    stub.on("POST /api/runs/r/promote", 202, "{\"name\":\"counting\"}")
        .on("PUT /api/prompts/counting/labels/production", 202, "{\"name\":\"counting\"}");

    // When
    client.promote("r", "counting", "production", false);
    client.promote("r", "counting", null, true);
    client.label("counting", "production", 2);

    // Then
    assertThat(stub.requests())
        .containsExactly(
            "POST /api/runs/r/promote {\"name\":\"counting\",\"label\":\"production\",\"force\":false}",
            "POST /api/runs/r/promote {\"name\":\"counting\",\"force\":true}",
            "PUT /api/prompts/counting/labels/production {\"version\":2}");
  }

  @Test
  void shouldListPromotedPromptsAndTheVersionsOfOne() {
    // Given
    stub.on("GET /api/prompts", 200, "[{\"name\":\"counting\"}]")
        .on("GET /api/prompts/counting/versions", 200, "[{\"version\":1}]");

    // Then
    assertThat(client.prompts().at("/0/name").asText()).isEqualTo("counting");
    assertThat(client.promptVersions("counting").orElseThrow().at("/0/version").asInt())
        .isEqualTo(1);
    assertThat(client.promptVersions("none")).isEmpty();
  }

  @Test
  void shouldSayWhyAPromotionIsRefused() {
    // Given
    stub.on("POST /api/runs/r/promote", 409, "{\"detail\":\"run r shows no improvement\"}");

    // Then
    assertThatThrownBy(() -> client.promote("r", "counting", null, false))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(1))
        .hasMessage("run r shows no improvement");
  }
}
