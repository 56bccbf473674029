package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunSummaryTest {

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

  private final RecordedConsole file = RecordedConsole.file();

  @Test
  void shouldPrintScoresWarningsAndPromptAndEscapeControlCharacters() throws Exception {
    // When
    RunSummary.print(run("gpt-x"), file.console());

    // Then
    assertThat(file.text())
        .contains(
            "baseline 41/150 (27.3 %) → best 133/150 (88.7 %)",
            "calls     10 paid, 2 cached; tokens 100 in, 20 out",
            "time      6.5 s (critical path of model calls: 4.0 s)",
            "warning   w",
            "Count.")
        .doesNotContain("\u001b", "SIMULATED");
  }

  @Test
  void shouldSayWhyAFinishedRunStoppedEarly() throws Exception {
    // Given
    ObjectNode run = run("gpt-x").put("reason", "no candidate was accepted in the last 2 steps");

    // When
    RunSummary.printResult(run, file.console());

    // Then
    assertThat(file.text()).contains("reason    no candidate was accepted in the last 2 steps");
  }

  @Test
  void shouldLeaveTheReasonOfAFailureToTheCommandThatEndsWithIt() throws Exception {
    // Given
    ObjectNode run = run("gpt-x").put("status", "PAUSED").put("reason", "the key is wrong");

    // When
    RunSummary.printResult(run, file.console());

    // Then
    assertThat(file.text()).contains("PAUSED").doesNotContain("the key is wrong");
  }

  @Test
  void shouldSayThatTokensAreEstimated() throws Exception {
    // Given
    ObjectNode run = run("gpt-x");
    ((ObjectNode) run.path("tokens")).put("estimatedCalls", 7);

    // When
    RunSummary.print(run, file.console());

    // Then
    assertThat(file.text())
        .contains(
            "calls     10 paid, 2 cached; tokens 100 in, 20 out (estimated for 7 of 12 calls)");
  }

  @Test
  void shouldSayThatAResultIsSimulated() throws Exception {
    // When
    RunSummary.print(run("sim-student"), file.console());

    // Then
    assertThat(file.text().strip()).startsWith("SIMULATED");
    assertThat(MAPPER.readTree(RunJson.of(run("sim-student"))).path("simulated").asBoolean())
        .isTrue();
    assertThat(MAPPER.readTree(RunJson.of(run("gpt-x"))).path("simulated").asBoolean()).isFalse();
  }

  @Test
  void shouldPrintTheConfidenceIntervalAndTheBudget() throws Exception {
    // Given
    ObjectNode run = run("gpt-x");
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
            {"calls":588,"tokens":91000,"callLimit":600,"tokenLimit":null,"usd":0.5,"usdLimit":2}
            """));

    // When
    RunSummary.print(run, file.console());

    // Then
    assertThat(file.text())
        .contains("difference +0.540 (95 % interval +0.440 to +0.625), p = 0.00012 (mcnemar exact)")
        .contains("budget    588 of 600 calls, 91000 tokens, 0.5000 of 2.00 USD used");
  }

  @Test
  void shouldPrintTheGainOfEachSetOfTechniques() throws Exception {
    // When
    RunSummary.print(run("gpt-x"), file.console());

    // Then
    assertThat(file.text())
        .contains("arm       lean: chosen in 3 steps, 2 accepted, accuracy +0.125");
    assertThat(MAPPER.readTree(RunJson.of(run("gpt-x"))).at("/arms/0/gained").asDouble())
        .isEqualTo(.125);
  }

  @Test
  void shouldPrintTheParentOfAFork() throws Exception {
    // Given
    ObjectNode run = run("gpt-x");
    run.set("forkedFrom", MAPPER.readTree("{\"runId\":\"run-0\",\"step\":4}"));

    // When
    RunSummary.print(run, file.console());

    // Then
    assertThat(file.text()).contains("fork      of run run-0 after step 4");
    assertThat(MAPPER.readTree(RunJson.of(run)).at("/forkedFrom/step").asInt()).isEqualTo(4);
  }

  @Test
  void shouldPrintWhatARunningRunWaitsFor() throws Exception {
    // Given
    ObjectNode run = run("gpt-x");
    run.put("status", "RUNNING").put("waitingFor", "the evaluator: no consumer");

    // When
    RunSummary.print(run, file.console());

    // Then
    assertThat(file.text()).contains("waiting   for the evaluator: no consumer\n");
  }

  @Test
  void shouldSayWhyARunIsPausedAndWhatToDo() throws Exception {
    // Given
    ObjectNode run = run("gpt-x").put("status", "PAUSED").put("reason", "2 of 50 rows failed.");
    RecordedConsole result = RecordedConsole.file();

    // When
    RunSummary.print(run, file.console());
    RunSummary.printResult(run, result.console());

    // Then
    assertThat(file.text())
        .contains(
            """
            reason    2 of 50 rows failed.
                      Nothing is lost. Fix the cause, then continue with: ./dlpo resume run-1
            """);
    assertThat(result.text()).doesNotContain("reason", "resume");
  }

  @Test
  void shouldSayWhyARunEndedEarlyButNotHowToContinue() throws Exception {
    // When
    RunSummary.print(
        run("gpt-x").put("status", "CANCELLED").put("reason", "cancelled by a user"),
        file.console());

    // Then
    assertThat(file.text()).contains("reason    cancelled by a user\n").doesNotContain("resume");
  }

  @Test
  void shouldPrintTheFirstRowsThatCountAsWrong() throws Exception {
    // Given
    ObjectNode run = run("gpt-x");
    for (int row = 1; row <= 7; row++) {
      run.withArray("failedRows")
          .addObject()
          .put("id", "r" + row)
          .put("message", "REFUSED, filtered\u001b[2J")
          .put("count", row);
    }

    // When
    RunSummary.print(run, file.console());

    // Then
    assertThat(file.text())
        .contains(
            "failed    7 rows count as wrong because their calls failed (failures.tolerate):",
            "          r1, in 1 evaluation: REFUSED, filtered\\u001b[2J",
            "          r2, in 2 evaluations: REFUSED, filtered")
        .contains("          and 2 more, see ./dlpo report run-1\n")
        .doesNotContain("r6,", "\u001b");
    assertThat(MAPPER.readTree(RunJson.of(run)).path("failedRows")).hasSize(7);
  }

  @Test
  void shouldPrintNothingOfFailedRowsIfThereAreNone() throws Exception {
    // Given
    ObjectNode run = run("gpt-x");
    run.putArray("failedRows");

    // When
    RunSummary.print(run, file.console());

    // Then
    assertThat(file.text()).doesNotContain("failed");
  }

  @Test
  void shouldIndentAWarningThatIsWiderThanTheTerminal() throws Exception {
    // Given
    RecordedConsole terminal = RecordedConsole.terminal(40);
    ObjectNode run = run("gpt-x");
    run.putArray("warnings").add("The test split has few examples, so the interval is wide.");

    // When
    RunSummary.print(run, terminal.console());

    // Then
    assertThat(terminal.text())
        .contains(
            """
            warning   The test split has few
                      examples, so the interval is
                      wide.
            """);
    assertThat(terminal.widestLine()).isLessThanOrEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({"FINISHED, 32", "PAUSED, 33", "BUDGET_SPENT, 33", "FAILED, 31", "CANCELLED, 31"})
  void shouldColourTheStatus(String status, int colour) throws Exception {
    // Given
    RecordedConsole terminal = RecordedConsole.coloured(80);

    // When
    RunSummary.print(run("gpt-x").put("status", status), terminal.console());

    // Then
    assertThat(terminal.text())
        .contains("\u001b[%dm%s\u001b[0m".formatted(colour, status))
        .contains("\u001b[1mbest prompt:\u001b[0m");
  }

  private static ObjectNode run(String model) throws JsonProcessingException {
    return (ObjectNode) MAPPER.readTree(RUN.replace("MODEL", model));
  }
}
