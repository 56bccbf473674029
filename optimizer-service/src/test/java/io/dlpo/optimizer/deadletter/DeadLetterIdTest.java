package io.dlpo.optimizer.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterIdTest {

  @Test
  void shouldReadWhatItWrites() {
    // Given
    DeadLetterId id = new DeadLetterId("dlpo.batch.scored.v1.optimizer.dlq", 3, 9_000_000_000L);

    // Then
    assertThat(id.toString()).isEqualTo("dlpo.batch.scored.v1.optimizer.dlq:3:9000000000");
    assertThat(DeadLetterId.parse(id.toString())).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "topic",
        "topic:1",
        "topic:-1:2",
        "topic:1:x",
        "topic:1:2:3",
        ":1:2",
        "topic:1:99999999999999999999"
      })
  void shouldSayWhatAnIdLooksLike(String text) {
    assertThatThrownBy(() -> DeadLetterId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "'" + text + "' is not the id of a dead letter; must be topic:partition:offset")
        .hasMessageContaining("topic:partition:offset");
  }

  @Test
  void shouldRefuseAPlaceThatCannotBe() {
    assertThatThrownBy(() -> new DeadLetterId("t", -1, 0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new DeadLetterId("t", 0, -5)).hasMessageContaining("-5");
  }

  @Test
  void shouldComeInOneOrder() {
    assertThat(
            List.of(
                    new DeadLetterId("b", 0, 0),
                    new DeadLetterId("a", 1, 0),
                    new DeadLetterId("a", 0, 10),
                    new DeadLetterId("a", 0, 9))
                .stream()
                .sorted()
                .map(DeadLetterId::toString))
        .containsExactly("a:0:9", "a:0:10", "a:1:0", "b:0:0");
  }
}
