package io.dlpo.events.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterReasonTest {

  static Stream<Map.Entry<Throwable, DeadLetterReason>> faults() {
    return Stream.of(
        Map.entry(
            new PermanentFaultException(DeadLetterReason.UNREADABLE, "no JSON"),
            DeadLetterReason.UNREADABLE),
        Map.entry(new PermanentFaultException("cannot begin"), DeadLetterReason.REFUSED),
        Map.entry(
            new IllegalStateException(
                new PermanentFaultException("cannot begin", new IllegalArgumentException("x"))),
            DeadLetterReason.REFUSED),
        Map.entry(
            new IllegalStateException(new SQLException("bad value", "22021")),
            DeadLetterReason.DATABASE),
        Map.entry(
            new IllegalStateException(new RecordTooLargeException("2 MB")),
            DeadLetterReason.TOO_LARGE),
        Map.entry(new NewerVersionException("unknown"), DeadLetterReason.NEWER_VERSION),
        Map.entry(new NullPointerException("x"), DeadLetterReason.DEFECT));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldTellTheSortsApart(Map.Entry<Throwable, DeadLetterReason> fault) {
    assertThat(DeadLetterReason.of(fault.getKey())).isEqualTo(fault.getValue());
  }
}
