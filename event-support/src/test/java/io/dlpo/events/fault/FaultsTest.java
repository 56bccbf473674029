package io.dlpo.events.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

  static Stream<Throwable> permanent() {
    return Stream.of(
        new PermanentFaultException("bad"),
        new IllegalStateException("wrapped", new PermanentFaultException("bad")),
        new IllegalArgumentException("step is -1"),
        new IllegalStateException(new NullPointerException()),
        new JsonParseException(null, "cut"),
        new IllegalStateException(new RecordTooLargeException("1048577 bytes")),
        new IllegalStateException(new SQLException("null byte in text", "22021")),
        new IllegalStateException(new SQLException("index row size 6416", "54000")));
  }

  static Stream<Throwable> passing() {
    return Stream.of(
        new IllegalStateException("pool closed"),
        new IllegalStateException(new SQLTransientConnectionException("refused", "08001")),
        new IllegalArgumentException("wrapped", new SQLException("deadlock", "40P01")),
        new IllegalStateException(new SQLException("no state")),
        new TimeoutException("broker unreachable"),
        new IllegalStateException(
            new NewerVersionException("run r has the unknown property 'later'")),
        new IllegalStateException(new IOException("reset")));
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void shouldTakeFaultsOfTheRecordForPermanent(Throwable fault) {
    assertThat(Faults.isPermanent(fault)).isTrue();
  }

  @Test
  void shouldTellWhatNeedsANewerVersion() {
    NewerVersionException newer = new NewerVersionException("run r: 'later' is unknown here");

    // Then
    assertThat(Faults.isNewer(new IllegalStateException(newer))).isTrue();
    assertThat(Faults.isNewer(new IllegalStateException("pool closed"))).isFalse();
    assertThat(newer)
        .hasMessage(
            "run r: 'later' is unknown here; a newer version of this service wrote it and can handle it");
  }

  @ParameterizedTest
  @MethodSource("passing")
  void shouldTakeFaultsOfTheSurroundingsForTransient(Throwable fault) {
    assertThat(Faults.isPermanent(fault)).isFalse();
  }
}
