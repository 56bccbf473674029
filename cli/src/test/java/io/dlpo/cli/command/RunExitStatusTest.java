package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunExitStatusTest {

  @ParameterizedTest
  @CsvSource({
    "FINISHED, 0, ''",
    "BUDGET_SPENT, 4, run run-1 is BUDGET_SPENT: why",
    "CANCELLED, 1, run run-1 is CANCELLED: why",
    "FAILED, 1, run run-1 is FAILED: why",
    "PAUSED, 1, go on with: ./dlpo resume run-1"
  })
  void shouldTellHowARunEnded(String status, int exit, String says) throws Exception {
    // Given
    StringWriter err = new StringWriter();
    String run = "{\"runId\":\"run-1\",\"status\":\"%s\",\"reason\":\"why\"}".formatted(status);

    // When
    int result = RunExitStatus.of(new ObjectMapper().readTree(run), new PrintWriter(err));

    // Then
    assertThat(result).isEqualTo(exit);
    assertThat(err.toString()).contains(says);
    assertThat(result == ExitStatus.DONE).isEqualTo(err.toString().isEmpty());
  }
}
