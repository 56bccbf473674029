package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.run.RunJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RunProgressTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RUN =
      """
      {"runId":"run-1","status":"FINISHED","steps":2,"accepted":1,"rejected":1,
       "models":{"forward":"MODEL","backward":"gpt-4o"},"trajectory":"ab","reason":null,
       "baseline":{"correct":41,"total":150},"best":{"correct":133,"total":150},
       "calls":{"paid":10,"ledger":2},"tokens":{"input":100,"output":20},
       "wallMillis":6500,"criticalPathMillis":4000,"warnings":["w"],
       "arms":[{"arm":"lean","chosen":3,"accepted":2,"gained":0.125}],"phase":"step 1",
       "initialPrompt":"a","bestPrompt":"Count.\\u001b[2J"}
      """;

  private final StringWriter text = new StringWriter();

  @Test
  void shouldShowAStepOnALineOfItsOwn() throws Exception {
    // Given
    JsonNode step =
        MAPPER.readTree(
            """
            {"step":1,"previousCorrect":6,"correct":19,"total":40,"decision":"ACCEPTED",
             "reason":"better","calls":{"paid":50,"ledger":3}}
            """);

    // When
    new RunProgress(new PrintWriter(text), false).step(step, run("gpt-x"));

    // Then
    assertThat(text.toString())
        .isEqualTo(
            "step 1/2  accuracy 6 → 19 of 40  accepted: better  calls 50 paid, 3 ledger"
                + System.lineSeparator());
  }

  @Test
  void shouldShowABarOnATerminalOnly() throws Exception {
    // When
    new RunProgress(new PrintWriter(text), false).progress(run("gpt-x"));
    String plain = text.toString();
    new RunProgress(new PrintWriter(text), true).progress(run("gpt-x"));

    // Then
    assertThat(plain).isEmpty();
    assertThat(text.toString()).contains("0/2", "step 1", "calls 10");
  }

  @Test
  void shouldSumUpWithCountsAndObeyNoControlCharacterOfAModel() throws Exception {
    // When
    RunProgress.summary(run("gpt-x"), new PrintWriter(text));

    // Then
    assertThat(text.toString())
        .contains("baseline 41/150 (27.3 %) → best 133/150 (88.7 %)", "warning   w", "Count.")
        .doesNotContain("\u001b", "SIMULATED");
  }

  @Test
  void shouldSayThatAResultIsSimulated() throws Exception {
    // When
    RunProgress.summary(run("sim-student"), new PrintWriter(text));

    // Then
    assertThat(text.toString()).contains("SIMULATED");
    assertThat(MAPPER.readTree(RunJson.json(run("sim-student"))).path("simulated").asBoolean())
        .isTrue();
    assertThat(MAPPER.readTree(RunJson.json(run("gpt-x"))).path("simulated").asBoolean()).isFalse();
  }

  @Test
  void shouldSayHowSureTheDifferenceIsAndWhatTheBudgetCounts() throws Exception {
    // Given
    ObjectNode run = (ObjectNode) run("gpt-x");
    run.set(
        "comparison",
        MAPPER.readTree(
            """
            {"method":"MCNEMAR_EXACT","difference":0.54,"lower":0.44,"upper":0.625,"p":0.00012}
            """));
    run.set(
        "budget",
        MAPPER.readTree(
            """
            {"calls":588,"tokens":91000,"callLimit":600,"tokenLimit":null}
            """));

    // When
    RunProgress.summary(run, new PrintWriter(text));

    // Then
    assertThat(text.toString())
        .contains("difference +0.540 (95 % interval +0.440 to +0.625), p = 0.00012 (mcnemar exact)")
        .contains("588 of 600 calls, 91000 tokens count against it");
  }

  @Test
  void shouldShowWhatEachSetOfTechniquesEarnedAndReportItAsJson() throws Exception {
    // When
    RunProgress.summary(run("gpt-x"), new PrintWriter(text));

    // Then
    assertThat(text.toString())
        .contains("arm       lean: chosen in 3 steps, 2 accepted, accuracy +0.125");
    assertThat(MAPPER.readTree(RunJson.json(run("gpt-x"))).at("/arms/0/gained").asDouble())
        .isEqualTo(.125);
  }

  @Test
  void shouldSayWhereARunWasForkedFrom() throws Exception {
    // Given
    ObjectNode run = (ObjectNode) run("gpt-x");
    run.set("forkedFrom", MAPPER.readTree("{\"runId\":\"run-0\",\"step\":4}"));

    // When
    RunProgress.summary(run, new PrintWriter(text));

    // Then
    assertThat(text.toString()).contains("fork      of run run-0 after step 4");
    assertThat(MAPPER.readTree(RunJson.json(run)).at("/forkedFrom/step").asInt()).isEqualTo(4);
  }

  @Test
  void shouldSayWhatARunThatRunsWaitsFor() throws Exception {
    // Given
    ObjectNode run = (ObjectNode) run("gpt-x");
    run.put("status", "RUNNING").put("waitingFor", "the evaluator: no consumer");

    // When
    RunProgress.summary(run, new PrintWriter(text));
    new RunProgress(new PrintWriter(text), false).quiet().waiting("the optimizer");

    // Then
    assertThat(text.toString())
        .contains("waits for the evaluator: no consumer\n")
        .endsWith("waits for the optimizer\n");
  }

  private static JsonNode run(String model) throws JsonProcessingException {
    return MAPPER.readTree(RUN.replace("MODEL", model));
  }
}
