package io.dlpo.contracts.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashPlanTest {

  @Test
  void shouldReadWhereEachServiceDies() {
    // When
    CrashPlan plan = CrashPlan.parse("optimizer:committing:5, evaluator:closed:1");

    // Then
    assertThat(plan.of("optimizer", CrashPoint.COMMITTING)).hasValue(5);
    assertThat(plan.of("evaluator", CrashPoint.CLOSED)).hasValue(1);
    assertThat(plan.of("evaluator", CrashPoint.COUNTED)).isEmpty();
    assertThat(plan.of("forward-engine", CrashPoint.RECEIVED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          optimiser:handled:1   | unknown service 'optimiser'; use one of forward-engine, evaluator, backward-engine, optimizer
          optimizer:handeld:1   | unknown crash point 'handeld' of optimizer; use one of received, replied, remembered, committing, handled, publishing, published
          forward-engine:closed:1 | unknown crash point 'closed' of forward-engine; use one of received, replied, remembered, handled, publishing, published
          optimizer:handled     | 'optimizer:handled' is invalid; use SERVICE:POINT:N, separated by commas
          optimizer:handled:0   | 'optimizer:handled:0' has count '0'; it must be a number, 1 or more
          optimizer:handled:two | 'optimizer:handled:two' has count 'two'; it must be a number, 1 or more
          optimizer:handled:1,optimizer:handled:2 | optimizer:handled is named twice
          ""                    | '' is invalid; use SERVICE:POINT:N, separated by commas
          """)
  void shouldSayWhatIsWrongWithAPlan(String text, String message) {
    assertThatThrownBy(() -> CrashPlan.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
