package io.dlpo.events.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultMessagesTest {

  @Test
  void shouldLeaveAFaultAsItIsIfItSaysLittle() {
    // Given
    Throwable fault = new IllegalArgumentException("steps is 0", new ArithmeticException("zero"));

    // Then
    assertThat(FaultMessages.bounded(fault)).isSameAs(fault);
  }

  @Test
  void shouldCutAReasonThatARecordMadeLong() {
    // Given
    Throwable fault = new IllegalArgumentException("x".repeat(1_000_000));

    // Then
    assertThat(FaultMessages.bounded(fault))
        .isInstanceOf(PermanentFaultException.class)
        .hasMessage("x".repeat(FaultMessages.MAX_LENGTH) + "…");
  }

  @Test
  void shouldCutALongCauseAsWell() {
    // Given
    Throwable fault =
        new PermanentFaultException("cannot read", new IllegalStateException("y".repeat(5000)));

    // Then
    assertThat(FaultMessages.bounded(fault)).hasMessage("cannot read").hasNoCause();
  }

  @Test
  void shouldNotLetARecordWriteLinesOfTheLog() {
    // Given
    Throwable fault =
        new IllegalArgumentException("a\n2026-01-01 INFO all is well\u001b[31m\u202Etxt\u2028b");

    // Then
    assertThat(FaultMessages.line(fault))
        .isEqualTo("a\\u000a2026-01-01 INFO all is well\\u001b[31m\\u202etxt\\u2028b");
  }

  @Test
  void shouldNameTheClassOfAFaultWithoutAMessage() {
    assertThat(FaultMessages.line(new NullPointerException()))
        .isEqualTo("java.lang.NullPointerException");
  }

  @Test
  void shouldKeepLettersOfAnyLanguage() {
    assertThat(FaultMessages.line(new IllegalArgumentException("Größe 大きい 🎈")))
        .isEqualTo("Größe 大きい 🎈");
  }
}
