package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.events.fault.PermanentFaultException;
import org.junit.jupiter.api.Test;

class SerializedEventTest {

  private static final Event EVENT = new RunCommanded("c-1", new RunId("run-1"), RunCommand.RESUME);

  @Test
  void shouldTakeAnEventThatJustFits() {
    // Given
    byte[] value = EventJson.write(EVENT);

    // When / Then
    assertThat(SerializedEvent.of(EVENT, value.length).value()).isEqualTo(value);
  }

  @Test
  void shouldRefuseAnEventThatIsAByteTooLarge() {
    // Given
    int size = EventJson.write(EVENT).length;

    // When / Then
    assertThatThrownBy(() -> SerializedEvent.of(EVENT, size - 1))
        .isInstanceOf(PermanentFaultException.class)
        .hasMessageStartingWith(
            "RunCommanded c-1 of run run-1 is " + size + " bytes; the maximum is")
        .hasMessageContaining("dlpo.events.max-bytes");
  }
}
