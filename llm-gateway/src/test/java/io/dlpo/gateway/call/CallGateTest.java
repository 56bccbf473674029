package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallGateTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final CallGate gate = new CallGate();

  @Test
  void shouldLetAttemptsBeginUntilTheProcessIsToldToEnd() {
    // Given
    assertThatCode(gate::pass).doesNotThrowAnyException();

    // When
    gate.close(new ShutdownEvent());

    // Then
    assertThatThrownBy(gate::pass)
        .isInstanceOf(GateClosedException.class)
        .hasMessage("the process is shutting down, no further model calls are started");
  }

  @Test
  void shouldLetAPauseComeToItsEnd() {
    // When, then
    assertThatCode(() -> gate.pause(Duration.ofMillis(1))).doesNotThrowAnyException();
    assertThatCode(() -> gate.pause(Duration.ZERO)).doesNotThrowAnyException();
  }

  @Test
  void shouldEndAPauseWhenTheProcessIsToldToEnd() {
    // Given
    CompletableFuture<Void> paused =
        CompletableFuture.runAsync(() -> gate.pause(LONG), task -> Thread.ofVirtual().start(task));

    // When
    gate.close(new ShutdownEvent());

    // Then
    assertThatThrownBy(paused::join).hasCauseInstanceOf(GateClosedException.class);
  }
}
