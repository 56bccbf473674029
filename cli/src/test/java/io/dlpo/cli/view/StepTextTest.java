package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTextTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String REJECTED =
      """
      {"step":3,"previousCorrect":39,"correct":32,"evaluated":40,"total":40,"decision":"REJECTED",
       "reason":"32/40 correct, down from 39/40; annealing declined it",
       "calls":{"paid":12,"ledger":40}}
      """;

  @Test
  void shouldBeOneLineInAFile() throws Exception {
    assertThat(printed(RecordedConsole.file(), REJECTED))
        .isEqualTo(
            "step 3/8  accuracy 39/40 → 32/40  calls 12 paid, 40 cached  rejected: 32/40 correct,"
                + " down from 39/40; annealing declined it\n");
  }

  @Test
  void shouldPutTheReasonOnALineOfItsOwnIfTheTerminalIsNarrow() throws Exception {
    assertThat(printed(RecordedConsole.terminal(80), REJECTED))
        .isEqualTo(
            """
            step 3/8  accuracy 39/40 → 32/40  calls 12 paid, 40 cached
                      rejected: 32/40 correct, down from 39/40; annealing declined it
            """);
  }

  @Test
  void shouldBreakLinesAtWordsOnANarrowerTerminal() throws Exception {
    assertThat(printed(RecordedConsole.terminal(45), REJECTED))
        .isEqualTo(
            """
            step 3/8  accuracy 39/40 → 32/40  calls 12
                      paid, 40 cached
                      rejected: 32/40 correct, down from
                      39/40; annealing declined it
            """);
  }

  @Test
  void shouldColourTheDecisionAndDimTheCalls() throws Exception {
    assertThat(printed(RecordedConsole.coloured(200), REJECTED))
        .contains("\u001b[31mrejected\u001b[0m", "\u001b[2mcalls 12 paid, 40 cached\u001b[0m");
    assertThat(printed(RecordedConsole.coloured(200), REJECTED.replace("REJECTED", "ACCEPTED")))
        .contains("\u001b[32maccepted\u001b[0m");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "39 | 40 | 40 | 40 | 'accuracy 39/40 → 40/40  calls'",
        "39 | 10 | 16 | 40 | 'accuracy 39/40 → 10/16  calls'",
        "39 | -  | 0  | 40 | 'accuracy 39/40, no candidate scored  calls'",
        "-  | 30 | 40 | 40 | 'accuracy 30/40  calls'",
        "-  | -  | 0  | 0  | 'step 3/8  calls'"
      })
  void shouldShowTheScoresThatExist(
      Integer previous, Integer correct, int evaluated, int total, String shown) throws Exception {
    // Given
    ObjectNode step = (ObjectNode) MAPPER.readTree(REJECTED);
    step.put("previousCorrect", previous).put("correct", correct);
    step.put("evaluated", evaluated).put("total", total);

    // When
    String printed = printed(RecordedConsole.file(), step.toString());

    // Then
    assertThat(printed).contains(shown);
  }

  private static String printed(RecordedConsole recorded, String step) throws Exception {
    StepText.print(MAPPER.readTree(step), MAPPER.readTree("{\"steps\":8}"), recorded.console());
    return recorded.text();
  }
}
