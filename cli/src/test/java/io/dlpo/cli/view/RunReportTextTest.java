package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;

class RunReportTextTest {

  private static final String REPORT =
      """
      {"simulated":SIMULATED,"usd":USD,
       "spec":{"prompt":"Answer.","dataset":{"id":"d1"},"metric":{"type":"number"},"seed":42},
       "run":{"runId":"run-1","name":"counting","status":"FINISHED","steps":2,"accepted":1,"rejected":1,
         "models":{"forward":"FORWARD","backward":"gpt-4o"},
         "initialPrompt":"Answer.","bestPrompt":"Count\\u001b[2J. Then answer.",
         "baseline":{"correct":41,"total":150,"score":0.2733,"lower":0.208,"upper":0.35},
         "best":{"correct":133,"total":150,"score":0.8867,"lower":0.826,"upper":0.928},
         "calls":{"paid":10,"ledger":2,"byPurpose":{"TEST":{"paid":8,"ledger":2},
           "UPDATE":{"paid":2,"ledger":0},"CONTRAST":{"paid":0,"ledger":0}}},
         "tokens":{"input":100,"output":20},"warnings":["few examples"]},
       "steps":[{"step":1,"previousCorrect":6,"correct":19,"total":40,"decision":"ACCEPTED",
         "reason":"better","calls":{"paid":50,"ledger":3}}],
       "path":[{"step":0,"text":"Answer.","edits":[]},
         {"step":1,"text":"Count. Then answer.","edits":[
           {"op":"ADD","after":0,"text":"Count\\u001b[2J."},
           {"op":"MODIFY","sentence":1,"before":"Answer.","text":"Then answer."},
           {"op":"DELETE","sentence":2,"before":"Bye."},
           {"op":"MOVE","sentence":3,"after":0,"before":"Hi."}]}]}
      """;

  @Test
  void shouldPrintResultPromptsEditsSpecStepsAndCost() throws Exception {
    assertThat(printed("false", "0.12345", "gpt-4o-mini"))
        .containsSubsequence(
            "run       run-1  FINISHED",
            "baseline 41/150 (27.3 %) → best 133/150 (88.7 %)",
            "warning   few examples",
            "initial prompt:\nAnswer.",
            "step 1   after sentence 0: + Count",
            "step 1   sentence 1: Answer. → Then answer.",
            "step 1   sentence 2: - Bye.",
            "step 1   sentence 3 moved after 0: Hi.",
            "baseline  41/150 (27.3 %), 20.8 to 35.0 %",
            "best      133/150 (88.7 %), 82.6 to 92.8 %",
            "models    gpt-4o-mini (forward), gpt-4o (backward)",
            "dataset   {\"id\":\"d1\"}",
            "seed      42",
            "step 1/2  accuracy 6/40 → 19/40  calls 50 paid, 3 cached  accepted: better",
            "test                 8 paid,      2 cached",
            "update               2 paid,      0 cached",
            "cost      0.123 USD")
        .doesNotContain("SIMULATED", "\u001b", "contrast");
  }

  @Test
  void shouldSayFirstThatAResultIsSimulated() throws Exception {
    assertThat(printed("true", "null", "sim-student"))
        .containsSubsequence("SIMULATED", "run-1", "cost      none; the simulator is free");
  }

  @Test
  void shouldNotGuessTheCostWithoutAPrice() throws Exception {
    assertThat(printed("false", "null", "llama")).contains("cost      unknown");
  }

  @Test
  void shouldListAllRowsThatCountAsWrongIfTheSummaryDoesNot() throws Exception {
    // Given
    ObjectNode report = (ObjectNode) new ObjectMapper().readTree("{\"run\":{},\"spec\":{}}");
    for (int row = 1; row <= 6; row++) {
      report
          .withObject("run")
          .withArray("failedRows")
          .addObject()
          .put("id", "r" + row)
          .put("count", 1);
    }
    report.withObject("spec").putObject("failures").put("tolerate", 0.02);
    RecordedConsole printed = RecordedConsole.file();

    // When
    RunReportText.print(report, printed.console());

    // Then
    assertThat(printed.text())
        .containsSubsequence(
            "failures  {\"tolerate\":0.02}",
            "rows that count as wrong because their calls failed:\n",
            "  r6, in 1 evaluation: ");
  }

  private static String printed(String simulated, String usd, String forward)
      throws JsonProcessingException {
    RecordedConsole printed = RecordedConsole.file();
    String report =
        REPORT
            .replace("\"simulated\":SIMULATED", "\"simulated\":" + simulated)
            .replace("USD", usd)
            .replace("FORWARD", forward);
    RunReportText.print(new ObjectMapper().readTree(report), printed.console());
    return printed.text();
  }
}
