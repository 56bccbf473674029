package io.dlpo.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnhandledFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 500, Internal Server Error",
    "500, 500, Internal Server Error",
    "400, 400, Bad Request",
    "431, 431, Request Header Fields Too Large"
  })
  void shouldTellTheClientNothingOfTheProgram(int status, int answered, String title) {
    // When
    ProblemBody problem =
        UnhandledFailures.problem(status, new IllegalStateException("jdbc:postgresql://db"));

    // Then
    assertThat(problem.status()).isEqualTo(answered);
    assertThat(problem.title()).isEqualTo(title);
    assertThat(problem.detail()).doesNotContain("jdbc", "IllegalState");
    assertThat(problem.type()).isEqualTo("about:blank");
    assertThat(problem.errors()).isEmpty();
  }

  @Test
  void shouldAskForPatienceWhenNoThreadIsFree() {
    assertThat(UnhandledFailures.problem(500, new RejectedExecutionException()).status())
        .isEqualTo(503);
  }

  @Test
  void shouldGiveEachErrorAnIdOfItsOwn() {
    assertThat(UnhandledFailures.problem(500, null).errorId())
        .isNotEqualTo(UnhandledFailures.problem(500, null).errorId());
  }
}
