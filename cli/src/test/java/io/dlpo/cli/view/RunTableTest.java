package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;

class RunTableTest {

  private static final String RUNS =
      """
      [{"runId":"run-1f0c2a77","name":"object counting with the reference profile","step":8,
        "status":"FINISHED","steps":8,"baseline":{"correct":41,"total":150},
        "best":{"correct":133,"total":150}},
       {"runId":"run-2","name":"short","step":0,"status":"RUNNING","steps":20}]
      """;

  @Test
  void shouldAlignTheColumns() throws Exception {
    assertThat(printed(RecordedConsole.file()))
        .isEqualTo(
            """
            RUN           NAME                                        STATUS    STEP  BASELINE         BEST
            run-1f0c2a77  object counting with the reference profile  FINISHED   8/8  41/150 (27.3 %)  133/150 (88.7 %)
            run-2         short                                       RUNNING   0/20  not scored       not scored
            """);
  }

  @Test
  void shouldCutLongNamesOnANarrowTerminal() throws Exception {
    assertThat(printed(RecordedConsole.terminal(80)))
        .isEqualTo(
            """
            RUN           NAME             STATUS    STEP  BASELINE         BEST
            run-1f0c2a77  object countin…  FINISHED   8/8  41/150 (27.3 %)  133/150 (88.7 %)
            run-2         short            RUNNING   0/20  not scored       not scored
            """);
  }

  @Test
  void shouldSayInShortWhyARunIsPausedOrFailed() throws Exception {
    // Given
    String runs =
        """
        [{"runId":"run-3","name":"c","step":2,"steps":8,"status":"PAUSED","reason":"REASON"},
         {"runId":"run-4","name":"d","step":0,"steps":8,"status":"FAILED","reason":"no dataset"},
         {"runId":"run-5","name":"e","step":1,"steps":8,"status":"CANCELLED","reason":"by a user"}]
        """
            .replace("REASON", "3 of 50 rows got no usable answer. ".repeat(9));
    RecordedConsole file = RecordedConsole.file();
    RecordedConsole terminal = RecordedConsole.terminal(60);

    // When
    RunTable.print(new ObjectMapper().readTree(runs), file.console());
    RunTable.print(new ObjectMapper().readTree(runs), terminal.console());

    // Then
    assertThat(file.text())
        .endsWith(
            """
            run-3 is paused: 3 of 50 rows got no usable answer. 3 of 50 rows got no usable answer. 3 of 50 rows got no usable answer. 3 of 50 rows got no usable answer. 3 of 50 rows got no…
            run-4 failed: no dataset
            """);
    assertThat(terminal.text())
        .endsWith(
            """
            run-3 is paused: 3 of 50 rows got no usable answer. 3 of 50…
            run-4 failed: no dataset
            """);
  }

  private static String printed(RecordedConsole recorded) throws Exception {
    RunTable.print(new ObjectMapper().readTree(RUNS), recorded.console());
    return recorded.text();
  }
}
