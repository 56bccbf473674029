package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunProgressTest {

  private static final String RUN =
      """
      {"steps":20,"phase":"acceptance of step 12, 16 of 40 examples","calls":{"paid":1234}}
      """;

  @Test
  void shouldShowABarOnATerminalOnly() throws Exception {
    // Given
    RecordedConsole file = RecordedConsole.file();
    RecordedConsole terminal = RecordedConsole.terminal(80);

    // When
    new RunProgress(file.console()).progress(json(RUN));
    new RunProgress(terminal.console()).progress(json(RUN));

    // Then
    assertThat(file.text()).isEmpty();
    assertThat(terminal.text()).contains("▕", " 0/20  1234 paid calls  acceptance of step 12");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 80, 200})
  void shouldFitTheTerminal(int columns) throws Exception {
    // Given
    RecordedConsole terminal = RecordedConsole.coloured(columns);
    RunProgress progress = new RunProgress(terminal.console());
    JsonNode step =
        json(
            """
            {"step":12,"previousCorrect":39,"correct":32,"evaluated":40,"total":40,
             "decision":"REJECTED","calls":{"paid":150,"ledger":1093},
             "reason":"32/40 correct, down from 39/40; annealing declined it"}
            """);

    // When
    progress.step(step, json(RUN));
    progress.progress(json(RUN));
    progress.waiting("waiting for the evaluator: 12 records left in group dlpo.evaluator.scores");
    progress.clear();

    // Then
    assertThat(terminal.widestLine()).isLessThanOrEqualTo(columns);
  }

  @Test
  void shouldEstimateTheTimeLeftAfterTheFirstStep() throws Exception {
    // Given
    RecordedConsole terminal = RecordedConsole.terminal(80);
    RunProgress progress = new RunProgress(terminal.console());

    // When
    progress.step(json("{\"step\":19}"), json(RUN));
    progress.progress(json(RUN));

    // Then
    assertThat(terminal.text()).contains("19/20  about 0 s left");
  }

  @Test
  void shouldShowOnlyWhatARunWaitsForWhenQuiet() throws Exception {
    // Given
    RecordedConsole file = RecordedConsole.file();

    // When
    var quiet = new RunProgress(file.console()).quiet();
    quiet.step(json("{\"step\":1}"), json(RUN));
    quiet.progress(json(RUN));
    quiet.waiting("waiting for the optimizer");

    // Then
    assertThat(file.text()).isEqualTo("waiting for the optimizer\n");
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
