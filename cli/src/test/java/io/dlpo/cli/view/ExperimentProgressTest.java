package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.RecordedConsole;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExperimentProgressTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RecordedConsole file = RecordedConsole.file();
  private final AtomicLong millis = new AtomicLong();

  @Test
  void shouldShowAnEndedRunOnOneLine() throws Exception {
    // When
    progress(file).ended(2, cell("FINISHED"), run("gpt-4o-mini"), experiment(2, 20));

    // Then
    assertThat(file.text())
        .isEqualTo(
            "run 2/6  data.plain.1  finished  test 41/150 (27.3 %) → 133/150 (88.7 %)"
                + "  calls 210 paid, 33 cached"
                + System.lineSeparator());
  }

  @Test
  void shouldMarkASimulatedRun() throws Exception {
    // When
    progress(file).ended(2, cell("FINISHED"), run("sim-student"), experiment(2, 20));

    // Then
    assertThat(file.text()).endsWith("33 cached  simulated" + System.lineSeparator());
  }

  @Test
  void shouldShowARunThatNeverStarted() throws Exception {
    // When
    progress(file).ended(2, cell("SKIPPED"), MAPPER.missingNode(), experiment(2, 20));

    // Then
    assertThat(file.text()).contains("skipped  test not scored → not scored");
  }

  @Test
  void shouldExtrapolateTheTimeLeftFromTheStepsSinceItsStart() throws Exception {
    // Given 20 of 60 steps were finished before
    RecordedConsole terminal = RecordedConsole.terminal(80);
    ExperimentProgress progress = progress(terminal);
    progress.progress(experiment(2, 20));
    assertThat(terminal.text()).contains("runs 2/6", "steps 20/60").doesNotContain("left");

    // When ten more take half a minute
    millis.set(30_000);
    progress.progress(experiment(3, 30));

    // Then
    assertThat(terminal.text()).contains("steps 30/60  about 1 min 30 s left");
  }

  @Test
  void shouldFitANarrowTerminal() throws Exception {
    // Given
    RecordedConsole terminal = RecordedConsole.terminal(40);
    ExperimentProgress progress = progress(terminal);
    progress.progress(experiment(2, 20));

    // When
    millis.set(30_000);
    progress.ended(2, cell("FINISHED"), run("gpt-4o-mini"), experiment(3, 30));
    progress.progress(experiment(3, 30));

    // Then
    assertThat(terminal.widestLine()).isLessThanOrEqualTo(40);
  }

  @Test
  void shouldShowABarOnATerminalOnly() throws Exception {
    // When
    progress(file).progress(experiment(1, 10));

    // Then
    assertThat(file.text()).isEmpty();
  }

  private ExperimentProgress progress(RecordedConsole recorded) {
    return new ExperimentProgress(recorded.console(), millis::get);
  }

  private static JsonNode run(String forwardModel) throws JsonProcessingException {
    return json(
        """
        {"baseline":{"correct":41,"total":150},"best":{"correct":133,"total":150},
         "calls":{"paid":210,"ledger":33},
         "models":{"forward":"%s","backward":"gpt-4o"}}
        """
            .formatted(forwardModel));
  }

  private static JsonNode cell(String status) throws JsonProcessingException {
    return json("{\"cellId\":\"data.plain.1\",\"status\":\"" + status + "\"}");
  }

  private static JsonNode experiment(int ended, int step) throws JsonProcessingException {
    return json("{\"runs\":6,\"ended\":%d,\"step\":%d,\"steps\":60}".formatted(ended, step));
  }

  private static JsonNode json(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }
}
