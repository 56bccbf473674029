package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExperimentProgressTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final StringWriter text = new StringWriter();
  private final AtomicLong millis = new AtomicLong();

  @Test
  void shouldShowARunThatEndsOnALineOfItsOwn() throws Exception {
    // When
    view(false).ended(2, cell("FINISHED"), run("gpt-4o-mini"), experiment(2, 20));

    // Then
    assertThat(text.toString())
        .isEqualTo(
            "run 2/6  data.plain.1  finished  test 41/150 (27.3 %) → 133/150 (88.7 %)"
                + "  calls 210 paid, 33 ledger"
                + System.lineSeparator());
  }

  @Test
  void shouldSayOfEachRunThatItIsSimulated() throws Exception {
    // When
    view(false).ended(2, cell("FINISHED"), run("sim-student"), experiment(2, 20));

    // Then
    assertThat(text.toString()).endsWith("33 ledger  simulated" + System.lineSeparator());
  }

  @Test
  void shouldShowARunThatNeverBegan() throws Exception {
    // When
    view(false).ended(2, cell("SKIPPED"), MAPPER.missingNode(), experiment(2, 20));

    // Then
    assertThat(text.toString()).contains("skipped  test not scored → not scored");
  }

  @Test
  void shouldTellTheTimeLeftByWhatWasDoneSinceItLooks() throws Exception {
    // Given 20 of 60 steps were made before
    ExperimentProgress view = view(true);
    view.progress(experiment(2, 20));
    assertThat(text.toString()).contains("runs 2/6", "steps 20/60").doesNotContain("left");

    // When ten more take half a minute
    millis.set(30_000);
    view.progress(experiment(3, 30));

    // Then
    assertThat(text.toString()).contains("steps 30/60  about 1 min 30 s left");
  }

  @Test
  void shouldShowABarOnATerminalOnly() throws Exception {
    // When
    view(false).progress(experiment(1, 10));

    // Then
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void shouldSayLongTimesInWordsThatFitThem() {
    assertThat(Formats.duration(59_400)).isEqualTo("59 s");
    assertThat(Formats.duration(60_000)).isEqualTo("1 min 0 s");
    assertThat(Formats.duration(7_500_000)).isEqualTo("2 h 5 min");
  }

  private ExperimentProgress view(boolean terminal) {
    return new ExperimentProgress(new PrintWriter(text), terminal, millis::get);
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
