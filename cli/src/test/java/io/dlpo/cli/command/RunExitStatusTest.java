package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.terminal.RecordedConsole;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunExitStatusTest {

  @ParameterizedTest
  @CsvSource({
    "FINISHED, 0, ''",
    "BUDGET_SPENT, 4, run run-1 is BUDGET_SPENT: why",
    "CANCELLED, 1, run run-1 is CANCELLED: why",
    "FAILED, 1, run run-1 is FAILED: why",
    "PAUSED, 1, continue with: ./dlpo resume run-1"
  })
  void shouldSayHowARunEnded(String status, int exit, String says) throws Exception {
    // Given
    RecordedConsole err = RecordedConsole.file();
    String run = "{\"runId\":\"run-1\",\"status\":\"%s\",\"reason\":\"why\"}".formatted(status);

    // When
    int result = RunExitStatus.of(new ObjectMapper().readTree(run), false, err.console());

    // Then
    assertThat(result).isEqualTo(exit);
    assertThat(err.text()).contains(says);
    assertThat(result == ExitStatus.DONE).isEqualTo(err.text().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "FINISHED, 0.4, 0.01, 0",
    "BUDGET_SPENT, 0.4, 0.01, 4",
    "FINISHED, 0.4, 0.20, 5",
    "BUDGET_SPENT, 0.0, 1.00, 5",
    "CANCELLED, 0.0, 1.00, 1",
  })
  void shouldSayWhetherARunWithAResultShowsAnImprovementIfRequired(
      String status, double difference, double p, int exit) throws Exception {
    // Given
    RecordedConsole err = RecordedConsole.file();
    String run =
        String.format(
            Locale.ROOT,
            "{\"runId\":\"run-1\",\"status\":\"%s\",\"comparison\":{\"difference\":%s,\"p\":%s}}",
            status,
            difference,
            p);

    // When
    int result = RunExitStatus.of(new ObjectMapper().readTree(run), true, err.console());

    // Then
    assertThat(result).isEqualTo(exit);
    assertThat(err.text().contains("run run-1 shows no improvement"))
        .isEqualTo(exit == ExitStatus.NOT_IMPROVED);
  }
}
