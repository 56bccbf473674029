package io.dlpo.events.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.events.fault.NewerVersionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeJsonTest {

  private static final List<Event> EVENTS =
      List.of(new RunCommanded("c-1", new RunId("run-1"), RunCommand.PAUSE));

  @Test
  void shouldReadWhatItWrote() {
    assertThat(OutcomeJson.read(OutcomeJson.write(EVENTS))).isEqualTo(EVENTS);
  }

  @Test
  void shouldNotPublishAnEventOfANewerVersionWithoutWhatIsUnknown() {
    // Given
    String stored =
        OutcomeJson.write(EVENTS).replace("{\"commandId\"", "{\"later\":1,\"commandId\"");

    // Then
    assertThat(stored).contains("later");
    assertThatExceptionOfType(NewerVersionException.class)
        .isThrownBy(() -> OutcomeJson.read(stored))
        .withMessageStartingWith("a stored event has the property 'later', which is unknown here;");
  }

  @Test
  void shouldNotPublishAnEventOfAnUnknownType() {
    // Given
    String stored = OutcomeJson.write(EVENTS).replace("RUN_COMMANDED", "RUN_ARCHIVED");

    // Then
    assertThatExceptionOfType(NewerVersionException.class)
        .isThrownBy(() -> OutcomeJson.read(stored))
        .withMessageStartingWith("a stored event has the unknown type RUN_ARCHIVED;");
  }
}
